"""Blocks in plain lines: what we printed, in any style and language, and what people typed.

A block begins with a lead-in or a heading that some wording knows. It goes on as long as every line
is understood: what cannot be understood wholly is no block, and is left to whoever reads it.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from pressdesk.blocks.block import Block
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.style import BUILT_IN, Style, text_in
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.releases.placement import is_end, is_rule
from pressdesk.releases.typed.beginnings import (
    further_languages,
    is_alone,
    lead_in_languages,
    may_lead_in,
    one_line_languages,
    stands_alone,
)
from pressdesk.releases.typed.block_reading import (
    compose_card,
    compose_told,
    is_whole,
    plain_line,
    without_underline,
)
from pressdesk.releases.typed.card import read_typed_card
from pressdesk.releases.typed.inner_headings import may_be_title
from pressdesk.releases.typed.layouts import read_told_block

# What a lead-in must have near it: an address, or enough of a number.
_WAY = re.compile(r"@|[0-9](?:[ ().-]*[0-9]){5}")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_MOST_LINES = 80
_NEAR = 12
# So many readings of one file: a text that is nothing but lead-ins ends some time.
_MOST_READINGS = 4000


class TypedBlock(NamedTuple):
    """A block that stands in lines; first, last: their indexes, both included."""

    first: int
    last: int
    block: Block


class Recognised(NamedTuple):
    """What was found; doubtful: indexes of lines that begin like a block and are not understood."""

    blocks: tuple[TypedBlock, ...]
    doubtful: tuple[int, ...]


class _Text(NamedTuple):
    """Lines as they are and as they are seen.

    paragraphs: see `find_typed_blocks`. own: the beginnings of a house's styles.
    """

    lines: Sequence[str]
    plain: Sequence[str]
    paragraphs: Sequence[int]
    own: Mapping[str, tuple[str, ...]]


def find_typed_blocks(
    lines: Sequence[str], styles: Sequence[Style] = (), paragraphs: Sequence[int] = ()
) -> Recognised:
    """Find the blocks that stand in lines, in their order.

    styles: a house's own, beside the built-in ones. paragraphs: for each line the number of its
    paragraph, where a blank line is not all that parts them.
    """
    tried = tuple(dict.fromkeys((*styles, *BUILT_IN.values())))
    plain = [plain_line(line) for line in lines]
    text = _Text(lines, plain, paragraphs, _own_beginnings(tuple(styles)))
    found = _find_starts(text)
    reader = _Reader(text, found, tried)
    blocks: list[TypedBlock] = []
    doubtful: list[int] = []
    behind = 0
    for place in found:
        if place < behind or not _has_way(plain, place, reader.ends_of_others):
            continue
        block = reader.read(place)
        if block is None:
            doubtful.append(place)
        else:
            blocks.append(block)
            behind = block.last + 1
    return Recognised(tuple(blocks), tuple(doubtful))


def _find_starts(text: _Text) -> dict[int, tuple[str, ...]]:
    """Give the lines at which a block may begin, and in which languages.

    A lead-in below a heading of the house begins no second block.
    """
    found: dict[int, tuple[str, ...]] = {}
    is_below_heading = False
    for place, line in enumerate(text.plain):
        mine = text.own.get(line.strip(), ()) if text.own else ()
        languages = _languages_at(text, place) if may_lead_in(line) else ()
        languages = languages or mine
        if languages and not is_below_heading:
            found[place] = languages
        if line.strip():
            is_below_heading = bool(mine)
    return found


def _languages_at(text: _Text, place: int) -> tuple[str, ...]:
    """Give the languages in which a line begins a block, alone or with what stands around it."""
    line = text.plain[place]
    languages = lead_in_languages(line) or further_languages(line)
    if languages or not _is_apart(text, place):
        return languages
    languages = one_line_languages(line)
    return languages if languages and _has_way_beside(text.plain, place) else ()


class _Reader:
    """Reads the block that begins at a line."""

    def __init__(
        self, text: _Text, starts: Mapping[int, Sequence[str]], styles: Sequence[Style]
    ) -> None:
        # Where what begins earlier must have ended.
        self.ends_of_others = frozenset(one for one in starts if not may_be_title(text.plain, one))
        self._text = text
        self._plain = text.plain
        self._starts = starts
        self._styles = styles
        self._left = _MOST_READINGS

    def read(self, first: int) -> TypedBlock | None:
        """Read the longest block that begins here; None where something is not understood."""
        languages = self._starts[first]
        ends = list(self._ends(first))
        found = self._longest_printed(first, ends, languages)
        if found and not self._goes_on_behind(found.last):
            return found
        # A line touches what could be ours: people may have typed more than we would print.
        typed = self._typed(first, languages) or self._told(first, languages)
        if found is None or typed is None:
            return found or typed
        is_more = typed.last > found.last and _WAY.search(self._plain[typed.last])
        return typed if is_more else found

    def _longest_printed(
        self, first: int, ends: Sequence[int], languages: Sequence[str]
    ) -> TypedBlock | None:
        for last in reversed(ends):
            for language in languages:
                for style in self._styles:
                    if self._left and (found := self._printed(first, last, language, style)):
                        return found
        return None

    def _goes_on_behind(self, last: int) -> bool:
        behind = self._plain[last + 1 : last + 2]
        if not behind or not behind[0].strip():
            return False
        return not is_end(behind[0]) and not is_rule(behind[0])

    def _ends(self, first: int) -> Iterator[int]:
        """Give the lines that a block could end with: those with a way, before what ends it."""
        for place in range(first, min(first + _MOST_LINES, len(self._plain))):
            line = self._plain[place]
            if place > first and (place in self.ends_of_others or is_end(line)):
                return
            if _WAY.search(line):
                yield place

    def _printed(self, first: int, last: int, language: str, style: Style) -> TypedBlock | None:
        """Read what we printed: it must come out again as it stands there."""
        self._left -= 1
        text = "".join(f"{line.rstrip()}\n" for line in self._text.lines[first : last + 1])
        block = _read_printed(text, language, style)
        if block is None or not self._is_lead_in(block.lead_in, language):
            return None
        return TypedBlock(first, last, block)

    def _is_lead_in(self, text: str, language: str) -> bool:
        """Ask whether a text is a lead-in and nothing else: no sentence that was broken."""
        return text in self._text.own or stands_alone(text, language)

    def _typed(self, first: int, languages: Sequence[str]) -> TypedBlock | None:
        """Read what people typed: labels and spaces as they please, but every line understood."""
        line = self._plain[first].strip()
        if line not in self._text.own and not is_alone(line, languages):
            return None
        own = self._own_lines(first)
        found = read_typed_card(own)
        if found is None:
            return None
        return TypedBlock(first, first + found[0] - 1, compose_card(found, own, languages))

    def _told(self, first: int, languages: Sequence[str]) -> TypedBlock | None:
        """Read sentences, lists and other layouts, as far as all of it is understood."""
        own = self._own_lines(first)
        told = read_told_block(own)
        if told is None and self._text.paragraphs:  # a sentence may be a paragraph among others
            numbers = self._text.paragraphs[first : first + len(own)]
            own = own[: sum(one == numbers[0] for one in numbers)]
            told = read_told_block(own)
        if told is None:
            return None
        own = own[: told.lines]
        return TypedBlock(first, first + told.lines - 1, compose_told(told, own, languages))

    def _own_lines(self, first: int) -> list[str]:
        """Give the lines up to where a block must have ended that people typed."""
        most = min(first + _MOST_LINES, len(self._plain))
        ends = (one for one in range(first + 1, most) if self._must_end(first, one))
        return without_underline(self._plain[first : next(ends, most)])

    def _must_end(self, first: int, place: int) -> bool:
        line = self._plain[place]
        if place in self.ends_of_others or is_end(line) or (place > first + 1 and is_rule(line)):
            return True
        # "Media contact: see below" ends a paragraph and begins nothing.
        is_last = not any(self._plain[place + 1 : place + 2])
        return is_last and not _WAY.search(line) and bool(one_line_languages(line))


def _is_apart(text: _Text, place: int) -> bool:
    if not place or text.paragraphs[place : place + 1] != text.paragraphs[place - 1 : place]:
        return True
    return not text.plain[place - 1].strip() or is_rule(text.plain[place - 1])


def _has_way_beside(lines: Sequence[str], place: int) -> bool:
    """Ask whether a line has a way, or the next one that touches it."""
    return any(_WAY.search(_LINK.sub("", line)) for line in lines[place : place + 2])


# Many releases of a house carry the same few blocks.
@lru_cache(maxsize=2048)
def _read_printed(text: str, language: str, style: Style) -> Block | None:
    block = parse_block(text, language, style)
    return block if is_whole(block) else None


@lru_cache(maxsize=16)
def _own_beginnings(styles: tuple[Style, ...]) -> Mapping[str, tuple[str, ...]]:
    """Give the languages in which a house's styles begin with a line: a heading, or a lead-in."""
    found: dict[str, tuple[str, ...]] = {}
    for style in styles:
        for language in LANGUAGES:
            for text in (text_in(style.heading, language), text_in(style.lead_in, language)):
                if text:
                    found[text.strip()] = (*found.get(text.strip(), ()), language)
    return found


def _has_way(lines: Sequence[str], place: int, ends: Container[int]) -> bool:
    """Ask whether there is a way to reach somebody near a line; what a link holds is none.

    ends: where other blocks begin, whose ways are their own.
    """
    behind = range(place + 1, min(place + _NEAR, len(lines)))
    own = takewhile(lambda one: one not in ends and not is_end(lines[one]), behind)
    return any(_WAY.search(_LINK.sub("", lines[one])) for one in (place, *own))
