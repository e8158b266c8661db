"""Word documents (.docx): the block is a content control, and every other byte stays.

The text is edited where its bytes are, and the zip around its part: python-docx and the like would
write all of it anew.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.opening import DOCUMENT, open_package
from pressdesk.office_zip.package import Package
from pressdesk.office_zip.rewriting import with_part
from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.body import Body, read_body
from pressdesk.releases.docx.control import compose_control, find_speech, guard
from pressdesk.releases.docx.edits import (
    Edit,
    Typed,
    check_plain,
    find_offset,
    find_typed,
    remove_typed,
    splice,
)
from pressdesk.releases.docx.lines import Format
from pressdesk.releases.docx.look import find_look
from pressdesk.releases.docx.parts import (
    Styles,
    choose_language,
    read_relations,
    read_styles,
    reading_xml,
)
from pressdesk.releases.docx.passages import read_passages
from pressdesk.releases.docx.seen import Story, read_stories, seen_lines
from pressdesk.releases.docx.walk import Control
from pressdesk.releases.mentions.passage import Edit as TextEdit, Passage, apply_edits
from pressdesk.releases.release import Before, FoundBlock, Placement
from pressdesk.releases.seen import SeenText
from pressdesk.releases.text.lines import left_out
from pressdesk.releases.typed.block_reading import read_block

_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class DocxRelease:
    """A document that was read; `parse_docx` makes it.

    language: that of most of its text. blocks: content controls of ours, else what was typed.
    """

    name: str
    package: Package
    part: XmlPart
    body: Body
    styles: Styles
    language: str | None
    typed: tuple[Typed, ...]
    doubtful: tuple[int, ...] = ()
    form: str = "text"
    can_link: bool = True

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """The blocks in their order."""
        return tuple(
            FoundBlock(block.number, _text(block), isinstance(block, Control))
            for block in self._in_order()
        )

    def seen(self) -> SeenText:
        """Return what a reader sees: the body, then notes, headers and footers."""
        return SeenText(tuple(seen_lines(self.package, self.stories())), self.language)

    def stories(self) -> Iterator[Story]:
        """Yield the text of each part, in pieces whose places in it are known."""
        return read_stories(self.package, self.part, self.body, self.styles.hidden)

    def passages(self) -> Iterator[Passage]:
        """Yield all text in which values may stand; see Release."""
        return read_passages(self.package, self.stories())

    def with_edits(self, edits: Sequence[TextEdit]) -> bytes:
        """Return the file with other text in some places; see Release."""
        self._refuse_signed()
        package = self.package
        for name in dict.fromkeys(edit.part for edit in edits):
            data = package.read(name)
            with reading_xml(package, name) as part:
                source = part.xml.decode("latin-1")
                own = [edit for edit in edits if edit.part == name]
                new = part.encode(apply_edits(source, own).encode("latin-1"))
            if new != data:
                content = with_part(package, name, new)
                package = open_package(self.name, content, DOCUMENT)
        return package.content

    def with_block(self, printed: str, *, placement: Placement | Before, adds: bool) -> bytes:
        """Return the file with this block; the very same bytes where it has it.

        Raises InvalidFileError for a document that is signed, or where something would be lost.
        """
        printed = guard(printed)
        marked = [_text(control) for control in self.body.controls]
        if marked == [printed] or (adds and printed in {block.text for block in self.blocks}):
            return self.package.content
        # A marked block is surely ours; only where there is none a typed one gives its place.
        replaced: Sequence[Control | Typed] = self.body.controls or self.typed[:1]
        if replaced and not adds:
            edits = [edit for place, block in enumerate(replaced)
                     for edit in self._replaced(block, None if place else printed)]  # fmt: skip
            return self._edited(edits, [printed])
        offset = find_offset(self.body, self.part, placement)
        places = self.part.places
        before = sum(places.span(control.element)[0] < offset for control in self.body.controls)
        return self._edited([(offset, offset, self._compose(printed, None))],
                            [*marked[:before], printed, *marked[before:]])  # fmt: skip

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Return the file with others in the places of its blocks; None leaves one as it is."""
        edits: list[Edit] = []
        expected: list[str] = []
        for block, text in zip(self._in_order(), printed, strict=True):
            if text is not None:
                edits += self._replaced(block, guard(text))
                expected.append(guard(text))
            elif isinstance(block, Control):
                expected.append(_text(block))
        return self._edited(edits, expected) if edits else self.package.content

    def without_blocks(self, kept: Collection[int] = ()) -> bytes:
        """Return the file without its blocks; the very same bytes where it has none."""
        blocks = self._in_order()
        edits = [edit for block in left_out(blocks, kept) for edit in self._replaced(block, None)]
        left = [_text(blocks[number]) for number in sorted(kept)
                if isinstance(blocks[number], Control)]  # fmt: skip
        return self._edited(edits, left) if edits else self.package.content

    def _in_order(self) -> list[Control | Typed]:
        """Return the marked blocks and the typed ones as they follow each other."""
        blocks: list[Control | Typed] = [*self.body.controls, *self.typed]
        return sorted(blocks, key=lambda block: block.number)

    def _replaced(self, block: Control | Typed, printed: str | None) -> list[Edit]:
        """Put another block in the place of one; printed: None takes it out."""
        if isinstance(block, Typed):
            check_plain(self.name, block)
        new = b"" if printed is None else self._compose(printed, block.format)
        if isinstance(block, Typed):
            return remove_typed(self.part, block, new)
        if printed is None and block.is_in_cell:  # a cell of a table must have a paragraph
            prefix = self.part.places.prefix(self.body.element)
            new = f"<{prefix}:p/>".encode() if prefix else b"<p/>"
        return [(*self.part.places.span(block.element), new)]

    def _compose(self, printed: str, replaced: Format | None) -> bytes:
        found = read_block(printed)
        own = found[0].language if found else None
        speech = find_speech(printed, own, self.language, self.styles.languages)
        look = find_look(self.part, self.body.items, self.styles.not_body, replaced)
        prefix = self.part.places.prefix(self.body.element)
        lines = printed.removesuffix("\n").split("\n")
        return compose_control(lines, look, speech, prefix, self.part.namespace).encode()

    def _refuse_signed(self) -> None:
        if any(member.startswith(_SIGNATURES) for member in self.package.members):
            reason = "is digitally signed, and a change breaks the signature; use an unsigned copy"
            raise InvalidFileError(self.name, None, reason)

    def _edited(self, edits: list[Edit], expected: list[str]) -> bytes:
        """Write the file anew, and read it again before anybody gets it."""
        self._refuse_signed()
        xml = splice(self.part.xml, edits)
        content = with_part(self.package, self.package.main_part, self.part.encode(xml))
        again, _, _, body = _read(self.name, content)
        is_found = [_text(control) for control in body.controls] == expected
        if not is_found or _other_checksums(again) != _other_checksums(self.package):
            reason = "is written in a way that no block can be put into; save it in Word again"
            raise InvalidFileError(self.name, None, reason)
        return content


def parse_docx(name: str, content: bytes, styles: Sequence[Style] = ()) -> DocxRelease:
    """Read a document; raise InvalidFileError for one that is damaged or of another kind.

    name: the file's name in messages. styles: of the house, which its blocks may have.
    """
    package, its_styles, part, body = _read(name, content)
    typed, doubtful = find_typed(body, styles)
    language = _language_around(body, typed, its_styles)
    return DocxRelease(name, package, part, body, its_styles, language, typed, doubtful)


def _read(name: str, content: bytes) -> tuple[Package, Styles, XmlPart, Body]:
    package = open_package(name, content, DOCUMENT)
    styles = read_styles(package, read_relations(package, package.main_part))
    with reading_xml(package, package.main_part) as part:
        return package, styles, part, read_body(name, part, styles.hidden)


def _language_around(body: Body, typed: Sequence[Typed], styles: Styles) -> str | None:
    """Choose the language of the text beside its blocks, so that replacing one cannot turn it."""
    lines = [line for control in body.controls for line in control.lines]
    lines += [line for block in typed for item in block.items if item.format
              for line in item.lines]  # fmt: skip
    own = {id(piece) for line in lines for piece in line.pieces}
    pieces = [piece for line in body.lines for piece in line.pieces
              if piece.element is not None and id(piece) not in own]  # fmt: skip
    return choose_language(pieces, styles.languages)


def _text(block: Control | Typed) -> str:
    return "\n".join(block.texts) + "\n"


def _other_checksums(package: Package) -> list[tuple[str, int]]:
    main = package.main_part.casefold()
    return [(name, member.checksum) for name, member in package.members.items() if name != main]
