"""Releases in plain text: they have no marks, a block is recognised by reading it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.files.decoding import Encoded, decode_bytes
from pressdesk.releases.mentions.passage import Edit, Passage, apply_edits
from pressdesk.releases.placement import find_place
from pressdesk.releases.release import Before, FoundBlock, Placement
from pressdesk.releases.seen import SeenLine, SeenText
from pressdesk.releases.text.lines import (
    Lines,
    cut_lines,
    left_out,
    put_between,
    replace_all,
    spans,
    take_out_all,
)
from pressdesk.releases.text.passages import read_passages
from pressdesk.releases.typed.recognition import TypedBlock, find_typed_blocks

# A page break of old printers (FF) and the like part no lines here.
_QUOTED = (">", "|>")
_LOST = (
    "the block could not be found again in plain text, because something in it reads like the "
    'beginning or the end of one (a name like "About us" or "Ends"), or its style cannot be '
    "read back; rename it, choose another style, or use Markdown"
)


@dataclass(frozen=True, slots=True)
class TextRelease:
    """A release in plain text."""

    name: str
    encoded: Encoded
    lines: Lines
    typed: tuple[TypedBlock, ...]
    doubtful: tuple[int, ...]
    styles: tuple[Style, ...] = ()
    form: str = "text"
    can_link: bool = False
    language: str | None = None

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """The blocks that are wholly understood."""
        return tuple(
            FoundBlock(one.first + 1, _text(self.lines.plain[one.first : one.last + 1]), False)
            for one in self.typed
        )

    def seen(self) -> SeenText:
        """Give every line, but what is quoted of other mails."""
        numbered = enumerate(self.lines.plain, start=1)
        return SeenText(
            tuple(
                SeenLine(n, "" if line.lstrip().startswith(_QUOTED) else line)
                for n, line in numbered
            )
        )

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
        if self.typed and not adds:
            first, *others = self._spans()
            text = take_out_all(text, others)
            if self.blocks[0].text == printed:
                return self.encoded.encode(text)
            return self._checked(replace_all(text, [first], [printed]), printed)
        if adds and printed in {one.text for one in self.blocks}:
            return self.encoded.encode(text)
        place = find_place(self.lines.plain, placement)
        try:
            return self._put_at(place, printed)
        except InvalidFileError:
            # "Tel: …" right behind it would be read as its own; at the end nothing runs into it.
            if place == len(self.lines.plain) or placement is Placement.BEFORE_END_MARK:
                raise
            return self._put_at(len(self.lines.plain), printed)

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Give the bytes with other blocks; see Release."""
        for own in filter(None, printed):
            self.encoded.refuse_unknown(self.name, own)
        return self.encoded.encode(replace_all(self.encoded.text, self._spans(), printed))

    def without_blocks(self, kept: Collection[int] = ()) -> bytes:
        """Return the bytes without the blocks; see Release."""
        return self.encoded.encode(take_out_all(self.encoded.text, left_out(self._spans(), kept)))

    def _put_at(self, place: int, printed: str) -> bytes:
        """Give the bytes with a block before a line; raise InvalidFileError where it is lost."""
        text = self.encoded.text
        ((start, _),) = spans(self.lines, [(place, place - 1)])
        return self._checked(put_between(text[:start], printed, text[start:]), printed)

    def _checked(self, text: str, printed: str) -> bytes:
        """Give the bytes of a text in which a block can be found again: it has no marks."""
        plain = cut_lines(text).plain
        found = find_typed_blocks(plain, self.styles).blocks
        if printed not in {_text(plain[one.first : one.last + 1]) for one in found}:
            raise InvalidFileError(self.name, None, _LOST)
        return self.encoded.encode(text)

    def _spans(self) -> list[tuple[int, int]]:
        return spans(self.lines, [(one.first, one.last) for one in self.typed])


def parse_text(name: str, content: bytes, styles: Sequence[Style] = ()) -> TextRelease:
    """Read a release in plain text; name: the file's in messages.

    styles: of the house, which its blocks may have.
    """
    encoded = decode_bytes(name, content)
    lines = cut_lines(encoded.text)
    found = find_typed_blocks(lines.plain, styles)
    doubtful = tuple(place + 1 for place in found.doubtful)
    return TextRelease(name, encoded, lines, found.blocks, doubtful, tuple(styles))


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
