"""Word documents (.docx): the block is a content control, and every other byte stays.

The text is edited where its bytes are, and the zip around its part: python-docx and the like would
write all of it anew.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.events import XML_ERRORS, XmlText
from pressdesk.office_zip.opening import DOCUMENT, open_package
from pressdesk.office_zip.package import Package
from pressdesk.office_zip.rewriting import with_part
from pressdesk.releases.block_reading import read_block
from pressdesk.releases.docx.body import Body, Control, read_body
from pressdesk.releases.docx.control import compose_control, find_speech, guard
from pressdesk.releases.docx.look import find_look
from pressdesk.releases.docx.paragraph import Format
from pressdesk.releases.docx.parts import Styles, choose_language, read_relations, read_styles
from pressdesk.releases.docx.places import (
    Edit,
    Typed,
    check_plain,
    find_offset,
    find_typed,
    remove_typed,
    splice,
)
from pressdesk.releases.docx.seen import read_seen
from pressdesk.releases.release import FoundBlock, Placement
from pressdesk.releases.seen import SeenText

_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class DocxRelease:
    """A document that was read; `parse_docx` makes it.

    language: that of most of its text. blocks: content controls of ours, else what was typed.
    """

    name: str
    package: Package
    text: XmlText
    body: Body
    styles: Styles
    language: str | None
    typed: tuple[Typed, ...]
    doubtful: tuple[int, ...] = ()
    form: str = "text"
    can_link: bool = True

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """Give the blocks in their order."""
        return tuple(
            FoundBlock(one.number, _text(one), isinstance(one, Control)) for one in self._in_order()
        )

    def seen(self) -> SeenText:
        """Give what a reader sees: the body, then notes, headers and footers."""
        return read_seen(self.package, self.body, self.styles.hidden, self.language)

    def with_block(self, printed: str, *, placement: Placement, adds: bool) -> bytes:
        """Give the file with this block; the very same bytes where it has it.

        Raises InvalidFileError for a document that is signed, or where something would be lost.
        """
        printed = guard(printed)
        marked = [_text(one) for one in self.body.controls]
        if marked == [printed] or (adds and printed in {one.text for one in self.blocks}):
            return self.package.content
        compose = partial(self._compose, printed)
        first, *others = self.body.controls or (None,)
        if not adds and first:
            return self._edited([
                Edit(first.start, first.end, compose(first.format)),
                *map(self._removal, others),
            ], [printed])  # fmt: skip
        if not adds and self.typed:
            check_plain(self.name, self.typed[0])
            control = compose(self.typed[0].items[-1].format)
            return self._edited([*remove_typed(self.body, self.typed[0], control)], [printed])
        place = find_offset(self.body, placement)
        before = [text for one, text in zip(self.body.controls, marked, strict=True)
                  if one.start < place]  # fmt: skip
        return self._edited([Edit(place, place, compose(None))],
                            [*before, printed, *marked[len(before) :]])  # fmt: skip

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Give the file with others in the places of its blocks; None leaves one as it is."""
        edits: list[Edit] = []
        expected: list[str] = []
        for one, text in zip(self._in_order(), printed, strict=True):
            if text is None:
                expected += [_text(one)] if isinstance(one, Control) else []
                continue
            new = guard(text)
            expected.append(new)
            if isinstance(one, Control):
                edits.append(Edit(one.start, one.end, self._compose(new, one.format)))
            else:
                check_plain(self.name, one)
                control = self._compose(new, one.items[-1].format)
                edits += remove_typed(self.body, one, control)
        return self._edited(edits, expected) if edits else self.package.content

    def without_blocks(self) -> bytes:
        """Give the file without its blocks; the very same bytes where it has none."""
        if not self.body.controls and not self.typed:
            return self.package.content
        edits = [*map(self._removal, self.body.controls)]
        for one in self.typed:
            check_plain(self.name, one)
            edits += remove_typed(self.body, one)
        return self._edited(edits, [])

    def _in_order(self) -> list[Control | Typed]:
        """Give the marked blocks and the typed ones as they follow each other."""
        those: list[Control | Typed] = [*self.body.controls, *self.typed]
        return sorted(those, key=lambda one: one.number)

    def _compose(self, printed: str, replaced: Format | None) -> bytes:
        lines = printed.removesuffix("\n").split("\n")
        found = read_block(printed)
        own = found[0].language if found else None
        speech = find_speech(printed, own, self.language, self.styles.languages)
        look = find_look(self.body, self.styles.not_body, replaced)
        body = self.body
        return compose_control(lines, look, speech, body.prefix, body.namespace).encode()

    def _removal(self, control: Control) -> Edit:
        # A cell of a table must have a paragraph.
        prefix = f"{self.body.prefix}:" if self.body.prefix else ""
        instead = f"<{prefix}p/>" if control.is_in_cell else ""
        return Edit(control.start, control.end, instead.encode())

    def _edited(self, edits: list[Edit], expected: list[str]) -> bytes:
        """Write the file anew, and read it again before anybody gets it."""
        if any(one.startswith(_SIGNATURES) for one in self.package.members):
            reason = "is digitally signed, and a change breaks the signature; use an unsigned copy"
            raise InvalidFileError(self.name, None, reason)
        changed = self.text._replace(utf_8=splice(self.text.utf_8, edits))
        content = with_part(self.package, self.package.main_part, changed.dump())
        again = parse_docx(self.name, content)
        if [_text(one) for one in again.body.controls] != expected or (
            _other_checksums(again.package) != _other_checksums(self.package)
        ):
            reason = "is written in a way that no block can be put into; save it in Word again"
            raise InvalidFileError(self.name, None, reason)
        return content


def parse_docx(name: str, content: bytes, styles: Sequence[Style] = ()) -> DocxRelease:
    """Read a document; raise InvalidFileError for one that is damaged or of another kind.

    name: the file's name in messages. styles: of the house, which its blocks may have.
    """
    package = open_package(name, content, DOCUMENT)
    relations = read_relations(package, package.main_part)
    its_styles = read_styles(package, relations)
    try:
        text = XmlText.parse(package.read(package.main_part))
        body = read_body(name, text.utf_8, its_styles.hidden)
    except XML_ERRORS as error:
        raise package.damaged(package.main_part, "is not the XML that Word writes") from error
    typed, doubtful = find_typed(body, styles)
    language = _language_around(body, typed, its_styles)
    return DocxRelease(name, package, text, body, its_styles, language, typed, doubtful)


def _language_around(body: Body, typed: Sequence[Typed], styles: Styles) -> str | None:
    """Choose the language of the text beside its blocks, so that replacing one cannot turn it."""
    used = Counter(body.languages)
    numbers = {number for one in body.controls
               for number in range(one.number, one.number + len(one.lines))}  # fmt: skip
    for item in (item for one in typed for item in one.items if item.is_paragraph):
        used.subtract(dict(item.languages))
        numbers.add(item.number)
    shown = (line.text for line in body.lines if line.number not in numbers)
    return choose_language(+used, styles.languages, shown)


def _text(block: Control | Typed) -> str:
    return "\n".join(block.lines) + "\n"


def _other_checksums(package: Package) -> list[tuple[str, int]]:
    main = package.main_part.casefold()
    return [(name, one.checksum) for name, one in package.members.items() if name != main]
