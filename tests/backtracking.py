"""How many steps a regular expression takes: `re` works in C and counts none, this matcher does.

It goes over the tree that `re` itself parses, tries things in the order in which `re` does, and
asks `re` about single characters. So what takes `re` four times as long takes four times the steps.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from typing import Any, cast

# No public name leads to the tree of a pattern, nor from a part of it back to a pattern.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
# A parsed pattern: a list of nodes. A node: its kind, and what belongs to it.
Tree = Any
Node = Any

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
# Nodes that take one character.
_CHARACTER = ("LITERAL", "NOT_LITERAL", "IN", "ANY")
# A part is repeated so often, then twice and three times as often. Steps are exact: where they grow
# with the text, the third part takes as many as the second; with its square, some hundred more.
_TIMES = 12
# A repeat that has a limit is taken to have this one: no text here would reach {0,200}.
_LIMIT = 6
_MOST_STEPS = 50_000
# What is tried for the characters that a repeat takes, besides those that the pattern names.
_SAMPLES, _MOST_NAMED = "a1 -\n", 12
# Nearly nothing goes on with it: so a pattern is made to go back.
_WRONG = "\0"


class Backtracking:
    """A matcher for a pattern, and the steps that it has taken."""

    def __init__(self, pattern: re.Pattern[Any], limit: int = _parser.MAXREPEAT) -> None:
        """Make a matcher; limit: the most that a repeat takes which has a limit of its own."""
        text = pattern.pattern
        is_text = isinstance(text, str)
        self._flags = pattern.flags & ~re.UNICODE | (0 if is_text else re.ASCII)
        self.tree = _parser.parse(text if is_text else text.decode("latin-1"), self._flags)
        self.steps = 0
        self._limit = limit
        self._text = ""
        self._groups: dict[int | None, str] = {}
        self._patterns: dict[int, re.Pattern[str]] = {}
        named = dict.fromkeys((*_SAMPLES, *_named(self.tree)))
        self.alphabet = "".join(islice(named, len(_SAMPLES) + _MOST_NAMED))

    def match(self, text: str, start: int = 0, *, is_full: bool = False) -> int | None:
        """Return where the match that begins at `start` ends."""
        self._text, self._groups = text, {}
        ends = self._ends(self.tree, 0, start)
        return next((end for end in ends if not is_full or end == len(text)), None)

    def find_all(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each match begins and ends, none within another."""
        start = 0
        while start <= len(text):
            end = self.match(text, start)
            if end is not None:
                yield start, end
            start = max(end or 0, start + 1)

    def unlimited_repeats(self) -> Iterator[tuple[str, str]]:
        """Yield what a repeat without a limit takes, and before it what leads there."""
        yield from self._unlimited(self.tree, "")

    def _ends(self, tree: Tree, at: int, place: int) -> Iterator[int]:
        """Yield each place where the nodes of a tree may end; first the one that `re` prefers."""
        if at == len(tree):
            yield place
            return
        for end in self._ends_of_node(tree[at], place):
            yield from self._ends(tree, at + 1, end)

    def _ends_of_node(self, node: Node, place: int) -> Iterator[int]:
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise OverflowError
        ends = getattr(self, f"_{str(node[0]).lower()}", self._plain)
        return cast("Iterator[int]", ends(node, place))

    def _plain(self, node: Node, place: int) -> Iterator[int]:
        if found := self._pattern_of(node).match(self._text, place):
            yield found.end()

    def _subpattern(self, node: Node, place: int) -> Iterator[int]:
        group, _, _, tree = node[1]
        for end in self._ends(tree, 0, place):
            self._groups[group] = self._text[place:end]
            yield end

    def _branch(self, node: Node, place: int) -> Iterator[int]:
        for tree in node[1][1]:
            yield from self._ends(tree, 0, place)

    def _atomic_group(self, node: Node, place: int) -> Iterator[int]:
        return islice(self._ends(node[1], 0, place), 1)

    def _groupref(self, node: Node, place: int) -> Iterator[int]:
        again = self._groups.get(node[1], _WRONG)
        if self._text.startswith(again, place):
            yield place + len(again)

    def _assert(self, node: Node, place: int) -> Iterator[int]:
        direction, tree = node[1]
        begin = place - (tree.getwidth()[0] if direction < 0 else 0)
        fits = begin >= 0 and next(self._ends(tree, 0, begin), None) is not None
        if fits == (str(node[0]) == "ASSERT"):
            yield place

    def _max_repeat(self, node: Node, place: int) -> Iterator[int]:
        return self._repeat(node, place, 0)

    def _possessive_repeat(self, node: Node, place: int) -> Iterator[int]:
        return islice(self._repeat(node, place, 0), 1)

    _min_repeat, _assert_not = _max_repeat, _assert

    def _repeat(self, node: Node, place: int, count: int) -> Iterator[int]:
        least, most, tree = node[1]
        if most != _parser.MAXREPEAT:
            least, most = min(least, self._limit), min(most, self._limit)
        is_greedy = str(node[0]) != "MIN_REPEAT"
        if len(tree) == 1 and str(tree[0][0]) in _CHARACTER:
            ends = self._run(tree[0], place, most)[least:]
            yield from reversed(ends) if is_greedy else ends
            return
        if count >= least and not is_greedy:
            yield place
        if count < most:
            for end in self._ends(tree, 0, place):
                if end > place or count < least:
                    yield from self._repeat(node, end, count + 1)
        if count >= least and is_greedy:
            yield place

    def _run(self, node: Node, place: int, most: int) -> list[int]:
        """Return the places before, between and behind the characters that a repeat takes."""
        found, ends = self._pattern_of(node), [place]
        while len(ends) <= most and found.match(self._text, ends[-1]):
            ends.append(ends[-1] + 1)
        self.steps += len(ends)
        return ends

    def _pattern_of(self, node: Node) -> re.Pattern[str]:
        """Return the pattern of one node: a character, or a place such as the end of a line."""
        if id(node) not in self._patterns:
            alone = _parser.SubPattern(self.tree.state, [node])
            self._patterns[id(node)] = _compiler.compile(alone, self._flags)
        return self._patterns[id(node)]

    def _unlimited(self, tree: Tree, before: str) -> Iterator[tuple[str, str]]:
        for node in tree:
            for part in _parts(node):
                yield from self._unlimited(part, before)
            if str(node[0]) in _REPEATS and node[1][1] == _parser.MAXREPEAT:
                body = node[1][2]
                samples = self._samples(body[0]) if len(body) == 1 else []
                for sample in samples or [self._sample(body)]:
                    yield before, sample
            before += self._sample([node])

    def _samples(self, node: Node) -> list[str]:
        """Return characters that a node takes; none if it takes no single character."""
        if str(node[0]) not in _CHARACTER:
            return []
        if str(node[0]) == "LITERAL":
            return [chr(node[1])]
        return [sample for sample in self.alphabet if self._pattern_of(node).match(sample)]

    def _sample(self, tree: Tree) -> str:
        """Return a short text that a tree takes, but for what it looks for around it."""
        made = ""
        for node in tree:
            kind = str(node[0])
            if kind in _CHARACTER:
                made += next(iter(self._samples(node)), "")
            elif not kind.startswith("ASSERT") and (parts := _parts(node)):
                made += self._sample(parts[0]) * (node[1][0] if kind in _REPEATS else 1)
        return made


def _parts(node: Node) -> list[Tree]:
    """Return the trees within a node."""
    kind, value = str(node[0]), node[1]
    match kind:
        case "SUBPATTERN":
            return [value[3]]
        case "BRANCH":
            return list(value[1])
        case "ASSERT" | "ASSERT_NOT":
            return [value[1]]
        case "ATOMIC_GROUP":
            return [value]
    return [value[2]] if kind in _REPEATS else []


def _named(tree: Tree) -> Iterator[str]:
    """Yield the characters that a tree names."""
    for node in tree:
        if str(node[0]) == "LITERAL":
            yield chr(node[1])
        elif str(node[0]) == "IN":
            yield from (chr(value) for kind, value in node[1] if str(kind) == "LITERAL")
        for part in _parts(node):
            yield from _named(part)


@cache
def find_slow_text(pattern: re.Pattern[Any], method: str) -> str | None:
    """Return what costs a pattern ever more steps the more often it is repeated; None is well.

    method: of the pattern, as it is called. A pattern whose repeats all have limits has none.
    """
    matcher = Backtracking(pattern, _LIMIT)
    repeats = [*matcher.unlimited_repeats()]
    plain = [("", character) for character in matcher.alphabet if repeats]
    for before, sample in dict.fromkeys((*repeats, *plain)):
        for begin, unit in dict.fromkeys(((before, sample), ("", before + sample))):
            once, twice, thrice = (
                _steps(matcher, method, begin + unit * (_TIMES * times) + _WRONG)
                for times in (1, 2, 3)
            )
            if thrice > _MOST_STEPS or thrice - twice > twice - once + _TIMES * _TIMES:
                return begin + unit
    return None


@cache
def count_steps(pattern: re.Pattern[Any], method: str, text: str, start: int) -> int:
    """Return the steps of a match that begins at `start`; 1 where every repeat has a limit."""
    matcher = _unlimited(pattern)
    return _steps(matcher, method, text, start) if matcher else 1


def _steps(matcher: Backtracking, method: str, text: str, start: int = 0) -> int:
    matcher.steps = 0
    try:
        if method in ("match", "fullmatch"):
            matcher.match(text, start, is_full=method == "fullmatch")
        else:
            for _ in matcher.find_all(text):
                pass
    except (OverflowError, RecursionError):
        matcher.steps = _MOST_STEPS**2
    return matcher.steps


@cache
def _unlimited(pattern: re.Pattern[Any]) -> Backtracking | None:
    matcher = Backtracking(pattern)
    return matcher if any(matcher.unlimited_repeats()) else None
