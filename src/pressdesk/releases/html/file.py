"""Releases in HTML: the block stands between two comments, in the page's main element."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.files.decoding import Encoded, decode_bytes
from pressdesk.releases.html.bounds import Elements
from pressdesk.releases.html.passages import read_passages
from pressdesk.releases.html.places import Page, is_line_start, line_of, line_start
from pressdesk.releases.html.seen import (
    SourceLine,
    seen_lines,
)
from pressdesk.releases.html.tokens import Token, tokenize
from pressdesk.releases.marks import MarkAt, find_marks, marked, pair_marks
from pressdesk.releases.mentions.passage import Edit, Passage, apply_edits
from pressdesk.releases.placement import find_place
from pressdesk.releases.release import Before, FoundBlock, Placement
from pressdesk.releases.seen import SeenLine, SeenText, is_linked
from pressdesk.releases.templates import place_in_template
from pressdesk.releases.text.lines import left_out, line_end_of
from pressdesk.releases.typed.recognition import find_typed_blocks

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE
)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source that is a block.

    line: its first, from 1. text: as it is seen. oddity: what within it would be lost.
    """

    start: int
    end: int
    line: int
    text: str
    is_marked: bool
    oddity: str = ""


@dataclass(frozen=True, slots=True)
class HtmlRelease:
    """A release in HTML."""

    name: str
    encoded: Encoded
    tokens: tuple[Token, ...]
    lines: tuple[SourceLine, ...]
    spans: tuple[Span, ...]
    doubtful: tuple[int, ...]
    language: str | None = None
    form: str = "html"
    can_link: bool = True

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """The marked blocks and the typed ones, in their order."""
        return tuple(FoundBlock(one.line, one.text, one.is_marked) for one in self.spans)

    def seen(self) -> SeenText:
        """Give what a reader sees, line by line."""
        ends = [found.end() for found in _LINE_END.finditer(self.encoded.text)]
        lines = (
            SeenLine(bisect_right(ends, one.start) + 1, one.text, one.links) for one in self.lines
        )
        return SeenText(tuple(lines), self.language)

    def passages(self) -> Iterator[Passage]:
        """Yield all text in which values may stand; see Release."""
        return read_passages(self.encoded.text, self.tokens)

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes with other text in some places; see Release."""
        for edit in edits:
            self.encoded.refuse_unknown(self.name, edit.new)
        return self.encoded.encode(apply_edits(self.encoded.text, edits))

    def with_block(self, printed: str, *, placement: Placement | Before, adds: bool) -> bytes:
        """Give the bytes with a block; see Release."""
        self.encoded.refuse_unknown(self.name, printed)
        text = self.encoded.text
        if adds and any(self._is_same(one, printed) for one in self.spans):
            return self.encoded.encode(text)
        if self.spans and not adds:
            return self.encoded.encode(self._replaced(printed))
        place = self._find_place(placement)
        own = marked(printed).rstrip("\n").replace("\n", line_end_of(text[:place], text[place:]))
        end = line_end_of(text[:place], text[place:]) if is_line_start(text, place) else ""
        return self.encoded.encode(text[:place] + own + end + text[place:])

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Give the bytes with other blocks; see Release."""
        text = self.encoded.text
        for one, own in reversed(list(zip(self.spans, printed, strict=True))):
            if own is not None:
                _refuse_oddity(self.name, one)
                self.encoded.refuse_unknown(self.name, own)
                end = line_end_of(text[: one.start], text[one.start :])
                lines = marked(own).rstrip("\n").replace("\n", end)
                text = text[: one.start] + lines + text[one.end :]
        return self.encoded.encode(text)

    def without_blocks(self, kept: Collection[int] = ()) -> bytes:
        """Return the bytes without the blocks; see Release."""
        taken = left_out(self.spans, kept)
        for span in taken:
            _refuse_oddity(self.name, span)
        return self.encoded.encode(_without(self.encoded.text, taken))

    def _is_same(self, span: Span, printed: str) -> bool:
        source = _LINE_END.sub("\n", self.encoded.text[span.start : span.end])
        return span.is_marked and f"{source}\n" == marked(printed)

    def _replaced(self, printed: str) -> str:
        """Give the text with the block in the place of the first one, and without the others."""
        # A marked block is surely ours; only where there is none a typed one gives its place.
        those = [one for one in self.spans if one.is_marked] or list(self.spans)
        for span in those:
            _refuse_oddity(self.name, span)
        first, *others = those
        text = _without(self.encoded.text, others)
        if self._is_same(first, printed):
            return text
        end = line_end_of(text[: first.start], text[first.start :])
        own = marked(printed).rstrip("\n").replace("\n", end)
        return text[: first.start] + own + text[first.end :]

    def _rules(self) -> Iterator[SourceLine]:
        """Yield the rules across the page as lines of text, each with what parts it from others."""
        for token in self.tokens:
            if token.kind == "open" and token.name == "hr":
                yield SourceLine("", token.start, token.start, None)
                yield SourceLine("-----", token.start, token.end, token.start)

    def _find_place(self, placement: Placement | Before) -> int:
        """Give the offset at which a block goes; raise InvalidFileError where it would vanish."""
        page = Page(self.name, self.encoded.text, self.tokens)
        start, end = page.container()
        inside = [one for one in (*self.lines, *self._rules()) if start <= one.start < end]
        inside.sort(key=lambda one: one.start)
        linked = {index for index, one in enumerate(inside) if is_linked(one.text, one.links)}
        index = find_place([one.text for one in inside], placement, linked)
        opener = inside[index].opener if index < len(inside) else None
        place = end if opener is None else page.place_before(opener, start, end)
        place = next((one.start for one in self.spans if one.start < place < one.end), place)
        place = page.seen_place(place)
        # What hides it may reach into a block: a head that nothing ends takes its first mark.
        place = next((one.end for one in self.spans if one.start < place < one.end), place)
        place = place_in_template(self.name, self.encoded.text, place)
        return line_start(self.encoded.text, place)


def parse_html(name: str, content: bytes, styles: Sequence[Style] = ()) -> HtmlRelease:
    """Read a release in HTML; raise InvalidFileError for marks that are damaged.

    name: the file's in messages. styles: of the house, which its blocks may have.
    """
    declared = _CHARSET.search(content[:4096])
    encoded = decode_bytes(name, content, declared[1].decode() if declared else None)
    text = encoded.text
    tokens = tuple(tokenize(text))
    pairs = _pairs(name, text, tokens)
    lines = tuple(seen_lines(text, tokens))
    spans = [_marked_span(lines, *pair) for pair in pairs]
    free = [line for line in lines
            if not any(one.start <= line.start < one.end for one in spans)]  # fmt: skip
    found = find_typed_blocks([one.text for one in free], styles)
    doubtful = [free[place].start for place in found.doubtful]
    elements = Elements(text, tokens)
    for one in found.blocks:
        own = free[one.first : one.last + 1]
        bounds = elements.bounds(own[0].start, own[-1].end)
        if bounds is None:
            doubtful.append(own[0].start)
            continue
        seen = "".join(f"{line.text}\n" for line in own)
        line = line_of(text, own[0].start)
        spans.append(Span(bounds.start, bounds.end, line, seen, False, bounds.oddity))
    language = next((one.attribute("lang") for one in tokens if one.name == "html"), None)
    in_order = tuple(sorted(spans, key=lambda one: one.start))
    numbers = tuple(line_of(text, place) for place in doubtful)
    return HtmlRelease(name, encoded, tokens, lines, in_order, numbers, language or None)


def _pairs(name: str, text: str, tokens: Sequence[Token]) -> list[tuple[MarkAt, MarkAt]]:
    """Pair the marks that are comments; one that stands in a script is refused."""
    comments = {one.start for one in tokens if one.kind == "hidden" and one.name == "comment"}
    marks = find_marks(text)
    for mark in marks:
        if mark.start not in comments:
            raise InvalidFileError(
                name,
                mark.line,
                "a mark of a block stands in a script, a comment or a field; take it away",
            )
    return pair_marks(name, marks)


def _marked_span(lines: Sequence[SourceLine], begin: MarkAt, end: MarkAt) -> Span:
    own = [one.text for one in lines if begin.end <= one.start < end.start]
    shown = "".join(f"{one}\n" for one in own).lstrip("\n")
    return Span(begin.start, end.end, begin.line, shown, True)


def _refuse_oddity(name: str, span: Span) -> None:
    """Raise InvalidFileError where something within a typed block would be lost with it."""
    if span.oddity:
        raise InvalidFileError(
            name,
            span.line,
            f"{span.oddity} stands within the block there, and would be lost; move it out of the "
            "block first",
        )


def _without(text: str, spans: Sequence[Span]) -> str:
    """Take blocks out, each with the line end that came with it."""
    for one in sorted(spans, key=lambda span: span.start, reverse=True):
        end = one.end
        if is_line_start(text, one.start) and (found := _LINE_END.match(text, end)):
            end = found.end()
        text = text[: one.start] + text[end:]
    return text
