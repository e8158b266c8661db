"""Releases in Markdown: the block stands between two comments, which no reader sees."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.files.decoding import Encoded, decode_bytes
from pressdesk.releases.markdown.lines import (
    Hidden,
    find_hidden,
    find_language,
    find_oddity,
    find_rows,
    row_text,
    shown_line,
)
from pressdesk.releases.markdown.passages import read_passages
from pressdesk.releases.marks import find_marks, marked, pair_marks
from pressdesk.releases.mentions.passage import Edit, Passage, apply_edits
from pressdesk.releases.placement import find_place
from pressdesk.releases.release import Before, FoundBlock, Placement
from pressdesk.releases.seen import SeenLine, SeenText, is_linked
from pressdesk.releases.templates import place_in_template
from pressdesk.releases.text.lines import (
    Lines,
    cut_lines,
    left_out,
    put_between,
    replace_all,
    spans,
    take_out_all,
)
from pressdesk.releases.typed.recognition import TypedBlock, find_typed_blocks


@dataclass(frozen=True, slots=True)
class MarkdownRelease:
    """A release in Markdown.

    places: the first and the last line (indexes) of each marked block, marks included.
    """

    name: str
    encoded: Encoded
    lines: Lines
    hidden: tuple[Hidden, ...]
    places: tuple[tuple[int, int], ...]
    typed: tuple[TypedBlock, ...]
    doubtful: tuple[int, ...]
    language: str | None = None
    form: str = "markdown"
    can_link: bool = True

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """The marked blocks and the typed ones, in their order."""
        found = [
            FoundBlock(first + 1, self._shown(first + 1, last), True) for first, last in self.places
        ]
        found += [
            FoundBlock(one.first + 1, self._shown(one.first, one.last + 1), False)
            for one in self.typed
        ]
        return tuple(sorted(found))

    def seen(self) -> SeenText:
        """Give what a reader sees, line by line."""
        lines = shown_lines(self.lines.plain, self.hidden)
        return SeenText(lines, self.language)

    def passages(self) -> Iterator[Passage]:
        """Yield all text in which values may stand; see Release."""
        return read_passages(self.encoded.text)

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes with other text in some places; see Release."""
        for edit in edits:
            self.encoded.refuse_unknown(self.name, edit.new)
        return self.encoded.encode(apply_edits(self.encoded.text, edits))

    def with_block(self, printed: str, *, placement: Placement | Before, adds: bool) -> bytes:
        """Give the bytes with a block; see Release."""
        self.encoded.refuse_unknown(self.name, printed)
        text = self.encoded.text
        own = marked(printed, parts=True)
        if adds and own in {self._raw(one) for one in self.places}:
            return self.encoded.encode(text)
        if (self.places or self.typed) and not adds:
            if not self.places:
                self._refuse_oddities()
            return self.encoded.encode(self._replaced(own))
        place = self._find_place(placement)
        self._refuse_hidden(place)
        ((start, _),) = spans(self.lines, [(place, place - 1)])
        start = place_in_template(self.name, text, start)
        return self.encoded.encode(put_between(text[:start], own, text[start:]))

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Give the bytes with other blocks; see Release."""
        for one in filter(None, printed):
            self.encoded.refuse_unknown(self.name, one)
        self._refuse_oddities({place for place, one in enumerate(printed) if one is None})
        own = [one and marked(one, parts=True) for one in printed]
        return self.encoded.encode(replace_all(self.encoded.text, self._spans(), own))

    def without_blocks(self, kept: Collection[int] = ()) -> bytes:
        """Return the bytes without the blocks; see Release."""
        self._refuse_oddities(kept)
        return self.encoded.encode(take_out_all(self.encoded.text, left_out(self._spans(), kept)))

    def _find_place(self, placement: Placement | Before) -> int:
        """Give the line before which a block goes; never within another."""
        seen = self.seen().lines
        linked = {index for index, one in enumerate(seen) if is_linked(one.text, one.links)}
        place = find_place([one.text for one in seen], placement, linked)
        inside = (first for first, last in self.places if first < place <= last)
        return next(inside, place)

    def _replaced(self, own: str) -> str:
        """Give the text with the block in the place of the first one, and without the others."""
        # A marked block is surely ours; only where there is none a typed one gives its place.
        chosen = spans(self.lines, self.places) or self._spans()
        first, *others = chosen
        text = take_out_all(self.encoded.text, others)
        if self.places and self._raw(self.places[0]) == own:
            return text
        return replace_all(text, [first], [own])

    def _raw(self, place: tuple[int, int]) -> str:
        first, last = place
        return "".join(f"{line}\n" for line in self.lines.plain[first : last + 1])

    def _shown(self, first: int, behind: int) -> str:
        shown = shown_lines(self.lines.plain[first:behind], ())
        return "".join(f"{line.text}\n" for line in shown)

    def _spans(self) -> list[tuple[int, int]]:
        places = [*self.places, *((one.first, one.last) for one in self.typed)]
        return spans(self.lines, sorted(places))

    def _refuse_oddities(self, kept: Collection[int] = ()) -> None:
        """Raise InvalidFileError where something within a typed block would be lost with it."""
        for number, block in enumerate(self.blocks):
            if block.is_marked or number in kept:
                continue
            first = block.line - 1
            for line in self.lines.plain[first : first + block.text.count("\n")]:
                if oddity := find_oddity(line):
                    raise InvalidFileError(
                        self.name,
                        block.line,
                        f"{oddity} stands within the block there, and would be lost; move it out "
                        "of the block first",
                    )

    def _refuse_hidden(self, place: int) -> None:
        """Raise InvalidFileError where a block would be swallowed by what nothing ends."""
        for one in self.hidden:
            if one.is_open and one.first < place:
                raise InvalidFileError(
                    self.name,
                    one.first + 1,
                    f"{one.kind} begins here and never ends: the block would vanish in it; end it",
                )


def parse_markdown(name: str, content: bytes, styles: Sequence[Style] = ()) -> MarkdownRelease:
    """Read a release in Markdown; raise InvalidFileError for marks that are damaged.

    name: the file's in messages. styles: of the house, which its blocks may have.
    """
    encoded = decode_bytes(name, content)
    lines = cut_lines(encoded.text)
    hidden = tuple(find_hidden(lines.plain))
    places = _marked_places(name, encoded.text, lines, hidden)
    shown = [one.text for one in shown_lines(lines.plain, hidden)]
    for first, last in places:  # what stands between marks is read by itself
        shown[first : last + 1] = [""] * (last + 1 - first)
    found = find_typed_blocks(shown, styles)
    return MarkdownRelease(
        name,
        encoded,
        lines,
        hidden,
        places,
        found.blocks,
        tuple(place + 1 for place in found.doubtful),
        find_language(lines.plain),
    )


def shown_lines(lines: Sequence[str], hidden: Sequence[Hidden]) -> tuple[SeenLine, ...]:
    """Give what each line shows; hidden and quoted ones show nothing."""
    covered = {place for one in hidden for place in range(one.first, one.last + 1)}
    rows = find_rows(lines)
    seen = []
    for place, line in enumerate(lines):
        is_unseen = place in covered or line.lstrip().startswith(">")
        source = row_text(line) if place in rows else line
        text, links = ("", ()) if is_unseen else shown_line(source)
        seen.append(SeenLine(place + 1, text, links))
    return tuple(seen)


def _marked_places(
    name: str, text: str, lines: Lines, hidden: Sequence[Hidden]
) -> tuple[tuple[int, int], ...]:
    marks = find_marks(text)
    for mark in marks:
        place = mark.line - 1
        for one in hidden:
            if one.first <= place <= one.last and one.kind != "comment":
                raise InvalidFileError(
                    name, mark.line, f"a mark of a block stands in {one.kind}; take it away"
                )
        if lines.plain[place].strip() != text[mark.start : mark.end]:
            raise InvalidFileError(
                name, mark.line, "a mark of a block stands within a line; give it one of its own"
            )
    return tuple((begin.line - 1, end.line - 1) for begin, end in pair_marks(name, marks))
