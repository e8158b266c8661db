"""A stretch of text in a release, and where in its source each character of it stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# Six digits near each other, and an @ that is hidden from robots.
_DIGITS = re.compile(r"\d(?:[\s().+/\u00a0‐-―−-]{0,5}\d){5}")
_HIDDEN_AT = re.compile(r"[(\[{<]\s?(?:at|ät|arroba|chez|chiocciola)\s?[)\]}>]", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> Callable[[int], int]:
    """Return what tells the line (from 1) of a place in a text."""
    ends: list[int] = []

    def line(place: int) -> int:
        if not ends:  # of most releases nobody asks
            ends.extend(found.end() for found in _LINE_END.finditer(text))
            ends.append(len(text) + 1)
        return bisect_right(ends, place) + 1

    return line


class Edit(NamedTuple):
    """Source at [start:end) that other source is to replace; part: of a Word document."""

    start: int
    end: int
    new: str
    part: str = ""


class _Stretch(NamedTuple):
    """Text from a place on. is_literal: it stands so in the source, one unit a character."""

    text_start: int
    start: int
    end: int
    is_literal: bool


class Passage:
    """Text as a reader sees it, put together from stretches of the source.

    lines: tells the line (from 1) of a place in the source; of a Word document, the paragraph.
    kind: text, or link for the target of a link. write: makes source of a text, with escapes. part:
    of a Word document.
    """

    def __init__(
        self,
        lines: Callable[[int], int],
        kind: str = "text",
        write: Callable[[str], str] = str,
        part: str = "",
    ) -> None:
        self._lines = lines
        self.kind = kind
        self.part = part
        self._write = write
        self._pieces: list[str] = []
        self._stretches: list[_Stretch] = []
        self._length = 0
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        if self._text is None:
            self._text = "".join(self._pieces)
        return self._text

    @property
    def may_hold_values(self) -> bool:
        """Whether it is worth looking for addresses and numbers."""
        text = self.text
        return "@" in text or bool(_DIGITS.search(text) or _HIDDEN_AT.search(text))

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Add text whose source is at [start:end); without an end it stands so in the source."""
        if not text:
            return
        is_literal = end is None
        stretch = _Stretch(self._length, start, start + len(text) if end is None else end,
                           is_literal)  # fmt: skip
        self._pieces.append(text)
        self._stretches.append(stretch)
        self._length += len(text)
        self._text = None

    def add_decoded(
        self, source: str, start: int, pattern: re.Pattern[str], decode: Callable[[str], str]
    ) -> None:
        """Add source in which a pattern finds what is written otherwise than it is read."""
        place = 0
        for found in pattern.finditer(source):
            self.add(source[place : found.start()], start + place)
            self.add(decode(found[0]), start + found.start(), start + found.end())
            place = found.end()
        self.add(source[place:], start + place)

    def line_at(self, place: int) -> int:
        """Return the line on which a character of the text stands."""
        stretch = self._stretch_at(place)
        offset = place - stretch.text_start if stretch.is_literal else 0
        return self._lines(stretch.start + offset)

    def line_around(self, place: int) -> str:
        """Return the line of the text around a place, without blanks at its edges."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return self.text[start : end if end >= 0 else None].replace("\x01", "").strip()

    def replaced(self, start: int, end: int, new: str) -> list[Edit]:
        """Return the edits that put other text in the place of [start:end), no more than differs.

        Where that is spread over several pieces of the source, each keeps its own characters if as
        many come as go; else the first takes what is new.
        """
        old = self.text[start:end]
        before = _common(old, new)
        behind = _common(old[before:][::-1], new[before:][::-1])
        start, end, new = start + before, end - behind, new[before : len(new) - behind]
        if start == end:
            return [self._inserted(start, new)] if new else []
        spans = list(self._spans(start, end))
        edits: list[Edit] = []
        keeps_places = len(new) == end - start
        for place, (text_start, text_end, source_start, source_end) in enumerate(spans):
            if keeps_places:
                own = new[text_start - start : text_end - start]
            else:
                own = new if place == 0 else ""
            if own != self.text[text_start:text_end]:
                edits.append(Edit(source_start, source_end, self._write(own), self.part))
        return edits

    def _inserted(self, place: int, new: str) -> Edit:
        stretch = self._stretch_at(max(place - 1, 0))
        offset = place - stretch.text_start if stretch.is_literal else stretch.end - stretch.start
        return Edit(stretch.start + offset, stretch.start + offset, self._write(new), self.part)

    def _spans(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield the parts of a stretch of text whose source is in one piece, and that source."""
        merged: tuple[int, int, int, int] | None = None
        place = bisect_right(self._stretches, start, key=lambda one: one.text_start) - 1
        while start < end:
            stretch = self._stretches[place]
            following = (
                self._stretches[place + 1].text_start
                if place + 1 < len(self._stretches)
                else self._length
            )
            stop = min(end, following)
            if stretch.is_literal:
                source = stretch.start + start - stretch.text_start
                span = start, stop, source, source + stop - start
            else:
                span = start, stop, stretch.start, stretch.end
            if merged and merged[3] == span[2]:
                merged = merged[0], span[1], merged[2], span[3]
            else:
                if merged:
                    yield merged
                merged = span
            start, place = stop, place + 1
        if merged:
            yield merged

    def _stretch_at(self, place: int) -> _Stretch:
        found = bisect_right(self._stretches, place, key=lambda one: one.text_start) - 1
        return self._stretches[max(found, 0)]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a source with edits that do not overlap."""
    pieces: list[str] = []
    place = 0
    for edit in sorted(set(edits)):
        pieces += (text[place : edit.start], edit.new)
        place = edit.end
    return "".join((*pieces, text[place:]))


def _common(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
