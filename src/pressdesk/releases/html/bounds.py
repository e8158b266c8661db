"""The source of a typed block in a page: its text, and the elements that hold nothing else."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pressdesk.releases.html.seen import VOID, ends_paragraph
from pressdesk.releases.html.tokens import Token

# What formats text, and goes with it.
_INLINE = frozenset(
    "b strong i em u small big span font br wbr sup sub bdi bdo abbr time cite mark q s a".split()
)
# What may be a block's own; a cell, an item of a list or the body never is: they stay, emptied.
_OWN = frozenset({"p", "div", "address", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
                  "center"})  # fmt: skip
_INSIDE = _INLINE | _OWN | {"li", "dt", "dd"}
# What holds text alone: no block can stand in it.
_OF_TEXT = (_INLINE | {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt"}) - {"br", "wbr"}
_NAMES = {
    "img": "a picture", "picture": "a picture", "iframe": "another page", "script": "a script",
    "video": "a film", "audio": "a recording", "svg": "a drawing", "table": "a table",
    "input": "a form", "form": "a form", "button": "a button", "comment": "a comment",
}  # fmt: skip


# Elements that are left open: no page has more around a text.
_MOST_UNCLOSED = 100


class Bounds(NamedTuple):
    """Where a block stands in the source; oddity: what within it would be lost, or ""."""

    start: int
    end: int
    oddity: str = ""


class Elements:
    """The elements of a page, in which blocks are looked for."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._tokens]

    @cached_property
    def _holders(self) -> list[Token | None]:
        return _find_holders(self._tokens)

    def bounds(self, start: int, end: int) -> Bounds | None:
        """Find the source of a block whose text is at [start:end).

        Elements go with it only when all of them is the block. None where it cuts an element in
        two, or stands in one that holds other text and could not hold a block.
        """
        text, tokens = self._text, self._tokens
        first = bisect_right(self._starts, start) - 1
        balanced = _balance(text, tokens, first, bisect_left(self._starts, end))
        if balanced is None:
            return None
        first, behind = _widen(text, tokens, *balanced)
        begin, stop = tokens[first].start, tokens[behind - 1].end
        if tokens[first].kind == "text":
            begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
        if tokens[behind - 1].kind == "text":
            stop = begin + len(text[begin:stop].rstrip())
        oddity = next(filter(None, map(_oddity, tokens[first:behind])), "")
        holder = self._holders[first]
        if holder is not None and holder.name in _OF_TEXT and not oddity:
            oddity = _beside(tokens, holder, first, behind)
            if not oddity:
                return None
        return Bounds(begin, stop, oddity)


def _balance(text: str, tokens: Sequence[Token], first: int, behind: int) -> tuple[int, int] | None:
    """Take in the tags around a block that open or close elements within it."""
    while True:
        unopened, opened = _unmatched(tokens[first:behind])
        if unopened:
            place = _before(text, tokens, first)
            if place is None or tokens[place].kind != "open" or tokens[place].name not in _INSIDE:
                return None
            first = place
        elif opened:
            place = _after(text, tokens, behind)
            closes = place is not None and tokens[place].kind == "close"
            if place is not None and closes and tokens[place].name == opened[-1]:
                behind = place + 1
            elif opened == ["p"]:  # which needs no end
                return first, behind
            else:
                return None
        else:
            return first, behind


def _unmatched(tokens: Sequence[Token]) -> tuple[str, list[str]]:
    """Return the first element that is closed and was not opened, and those left open."""
    opened: list[str] = []
    for token in tokens:
        if token.kind not in {"open", "close"} or token.name in VOID:
            continue
        if opened[-1:] == ["p"] and ends_paragraph(token):
            opened.pop()
        if token.kind == "open":
            opened.append(token.name)
        elif opened[-1:] == [token.name]:
            opened.pop()
        else:
            return token.name, opened
    return "", opened


def _widen(text: str, tokens: Sequence[Token], first: int, behind: int) -> tuple[int, int]:
    """Take in the elements that hold the block and nothing else."""
    while True:
        before, after = _before(text, tokens, first), _after(text, tokens, behind)
        if before is None or tokens[before].kind != "open":
            return first, behind
        tag = tokens[before]
        if tag.name not in _OWN | _INLINE or tag.name in VOID:
            return first, behind
        closing = tokens[after] if after is not None else None
        if closing and closing.kind == "close" and closing.name == tag.name:
            first, behind = before, (after or 0) + 1
        elif tag.name == "p" and (closing is None or ends_paragraph(closing)):
            return before, behind
        else:
            return first, behind


def _before(text: str, tokens: Sequence[Token], place: int) -> int | None:
    """Return the place of the token before one, blanks not counted; None at the beginning."""
    place -= 1
    while place >= 0 and tokens[place].kind == "text" and not _has_text(text, tokens[place]):
        place -= 1
    return place if place >= 0 else None


def _after(text: str, tokens: Sequence[Token], place: int) -> int | None:
    while (
        place < len(tokens) and tokens[place].kind == "text" and not _has_text(text, tokens[place])
    ):
        place += 1
    return place if place < len(tokens) else None


def _has_text(text: str, token: Token) -> bool:
    return bool(text[token.start : token.end].strip())


def _find_holders(tokens: Sequence[Token]) -> list[Token | None]:
    """Return for each token the tag of the innermost element around it."""
    open_tags: list[Token] = []
    holders: list[Token | None] = []
    for token in tokens:
        is_tag = token.kind in {"open", "close"} and token.name not in VOID
        if is_tag and open_tags and open_tags[-1].name == "p" and ends_paragraph(token):
            open_tags.pop()
        holders.append(open_tags[-1] if open_tags else None)
        if not is_tag:
            continue
        if token.kind == "open":
            open_tags.append(token)
        elif any(tag.name == token.name for tag in open_tags[-_MOST_UNCLOSED:]):
            while open_tags.pop().name != token.name:
                pass
    return holders


def _beside(tokens: Sequence[Token], holder: Token, first: int, behind: int) -> str:
    """Return what stands in an element beside the block's text, other than text."""
    begin = bisect_left(tokens, holder.start, key=lambda token: token.start) + 1
    for place in range(begin, len(tokens)):
        token = tokens[place]
        if place >= behind and token.kind == "close" and token.name == holder.name:
            return ""
        if place < first or place >= behind:
            if holder.name == "p" and place >= behind and ends_paragraph(token):
                return ""
            if oddity := _oddity(token):
                return oddity
    return ""


def _oddity(token: Token) -> str:
    """Return what a token would lose with a block; "" for text and what formats it."""
    if token.kind in {"text", "close"}:
        return ""
    if token.kind == "open" and token.name in _INSIDE:
        named = token.attribute("id") if token.name != "a" else token.attribute("name")
        if token.name == "a" and token.attribute("href") is None:
            return "an anchor"
        return "an anchor" if named else ""
    if token.kind == "other":
        return "a template's code"
    name = token.name.strip("<>")
    return _NAMES.get(name, f"<{name}>" if token.kind == "open" else "a comment")
