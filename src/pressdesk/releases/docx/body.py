"""The body of a Word document: what is seen of it, and where a block is or may be."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.events import SEPARATOR, find_end, prefix_at
from pressdesk.releases.docx.names import WORD, Attributes, Languages, value
from pressdesk.releases.docx.paragraph import Format, Mark, Paragraph
from pressdesk.releases.docx.reading import TOP, Ends, PartReading, Starts
from pressdesk.releases.seen import SeenLine

TAG = "pressdesk-block"
ALIAS = "Press contact"
# What stands between paragraphs and is not seen.
_BETWEEN = frozenset(
    f"{namespace}{SEPARATOR}{name}"
    for namespace in WORD
    for name in (
        "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd "
        "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
        "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
    ).split()
)
# Within what a control may stand: it is noted which of them are around.
_AROUND = ("p", "tbl", "tr", "tc", "txbxContent", "sdt")


_PLAIN = Format()


class Item(NamedTuple):
    """A paragraph, a table or whatever else stands in the body itself, with the lines seen of it.

    oddity: what of a paragraph a new block could not hold. marks: its bookmarks. languages: how
    many of its characters are in which.
    """

    start: int
    end: int
    number: int
    lines: tuple[str, ...]
    is_paragraph: bool = False
    format: Format = Format()
    oddity: str = ""
    marks: tuple[Mark, ...] = ()
    languages: tuple[tuple[Languages | None, int], ...] = ()


class Control(NamedTuple):
    """A content control of ours: a marked block."""

    start: int
    end: int
    number: int
    lines: tuple[str, ...]
    is_in_cell: bool
    format: Format


@dataclass(slots=True)
class _OpenControl:
    """A content control, ours or not, whose end is not read yet."""

    start: int
    tag: str | None = None
    number: int = 0
    first_line: int = 0
    format: Format = _PLAIN
    languages_before: Mapping[Languages | None, int] = field(default_factory=dict)


class Body(NamedTuple):
    """What was read of the part that holds the text of a document.

    xml: in UTF-8. prefix, namespace: of Word's names in the body. root: where the first tag is.
    end: where the body ends, but for the properties of its last section. references: the relations
    of headers and footers, in their order. languages: how many characters are in which, but in
    blocks of ours, which follow the language of the text and must not sway it.
    """

    xml: bytes
    lines: tuple[SeenLine, ...]
    items: tuple[Item, ...]
    controls: tuple[Control, ...]
    prefix: str
    namespace: str
    root: int
    end: int
    paragraphs: int
    references: tuple[str, ...]
    languages: Mapping[Languages | None, int]


def read_body(name: str, xml: bytes, hidden_styles: frozenset[str] = frozenset()) -> Body:
    """Read the part that holds the text; raise InvalidFileError for blocks that are damaged.

    name: the file's name in messages. Raises one of XML_ERRORS where it is not well formed.
    """
    reading = _BodyReading(name, xml, hidden_styles)
    reading.read()
    if not reading.end_of_body:
        raise InvalidFileError(name, None, "is damaged: it has no text")
    return Body(
        xml, tuple(reading.flow.lines), tuple(reading.items), tuple(reading.controls),
        reading.prefix, reading.namespace, reading.root, reading.end_of_body,
        reading.flow.number, tuple(dict.fromkeys(reading.references)), reading.runs.languages,
    )  # fmt: skip


class _BodyReading(PartReading):
    """The body as it is read."""

    def __init__(self, name: str, xml: bytes, hidden_styles: frozenset[str]) -> None:
        self.items: list[Item] = []
        self.controls: list[Control] = []
        self.references: list[str] = []
        self.prefix = self.namespace = ""
        self.root = self.end_of_body = 0
        self._name = name
        self._around: list[str] = []
        self._open: list[_OpenControl] = []
        self._item = Item(0, 0, 0, ())
        self._first_line = 0
        self._languages_before: Counter[Languages | None] = Counter()
        self._paragraph: Paragraph | None = None
        self._unended_at: int | None = None
        self._mark = ("", 0)
        self._oddity = ""
        super().__init__(xml, hidden_styles)

    def starts(self) -> Starts:
        """Give the handlers of beginnings: those of any part, and of what blocks are made of."""
        marks = dict.fromkeys(("bookmarkStart", "bookmarkEnd"), self._begin_mark)
        handlers = {**super().starts(), **marks, "tag": self._read_tag, "alias": self._read_alias,
                    "sdt": self._begin_control}  # fmt: skip
        handlers |= dict.fromkeys(("headerReference", "footerReference"), self._read_reference)
        return handlers | {name: self._entering(name, handlers.get(name)) for name in _AROUND}

    def ends(self) -> Ends:
        """Give the handlers of ends."""
        marks = dict.fromkeys(("bookmarkStart", "bookmarkEnd"), self._end_mark)
        handlers = {**super().ends(), **marks, "sdt": self._end_control}
        return handlers | {name: self._leaving(handlers.get(name)) for name in _AROUND}

    def begin_top(self, name: str) -> None:
        """Hear of the root, of the body, or of something that stands in it."""
        place = self.parser.CurrentByteIndex
        if self.depth == TOP:
            self._item = Item(place, place, self.flow.number + 1, ())
            self._first_line = len(self.flow.lines)
            self._languages_before = self.runs.languages.copy()
        elif self.depth == 1:
            self.root = place
        elif name.endswith(f"{SEPARATOR}body"):
            self.prefix, self.namespace = prefix_at(self.xml, place), name.rpartition(SEPARATOR)[0]

    def end_top(self, name: str) -> None:
        """Keep what stands in the body as a place beside which a block may be put."""
        place = self.parser.CurrentByteIndex
        if self.depth == TOP:
            if name.endswith(f"{SEPARATOR}sectPr"):
                self.end_of_body = self._item.start
            elif name not in _BETWEEN:
                self.end_of_body = 0
                self._end_item(name, find_end(self.xml, self._item.start, place))
        elif self.depth == TOP - 1 and name.endswith(f"{SEPARATOR}body"):
            if not self.xml.startswith(b"</", place):
                raise InvalidFileError(self._name, None, "is empty: it has not even a paragraph")
            self.end_of_body = self.end_of_body or place

    def end_paragraph(self) -> Paragraph:
        """End a paragraph; the last one in a control shows how the block looks."""
        self._paragraph = super().end_paragraph()
        if self._open and any(line.text for line in self._paragraph.lines):
            self._open[-1].format = self._paragraph.format
        return self._paragraph

    def _end_item(self, name: str, end: int) -> None:
        start = self._item.start if self._unended_at is None else self._unended_at
        paragraph = self._paragraph if name.endswith(f"{SEPARATOR}p") else None
        if paragraph is not None and not paragraph.ends_line:
            self._unended_at = start
            return
        self._unended_at = None
        lines = tuple(line.text for line in self.flow.lines[self._first_line :])
        languages = (self.runs.languages - self._languages_before).items()
        item = self._item._replace(start=start, end=end, lines=lines, languages=tuple(languages))
        if paragraph is not None:
            item = item._replace(
                number=paragraph.number, is_paragraph=True, format=paragraph.format,
                oddity=paragraph.oddity, marks=tuple(paragraph.marks),
            )  # fmt: skip
        self.items.append(item)

    def _entering(
        self, name: str, handler: Callable[[Attributes], object] | None
    ) -> Callable[[Attributes], None]:
        def enter(attributes: Attributes) -> None:
            if handler is not None:
                handler(attributes)
            self._around.append(name)

        return enter

    def _leaving(self, handler: Callable[[], object] | None) -> Callable[[], None]:
        def leave() -> None:
            self._around.pop()
            if handler is not None:
                handler()

        return leave

    def _begin_mark(self, attributes: Attributes) -> None:
        self._mark = (value(attributes, "id") or "", self.parser.CurrentByteIndex)

    def _end_mark(self) -> None:
        identity, start = self._mark
        if self.flow.paragraph:
            end = find_end(self.xml, start, self.parser.CurrentByteIndex)
            self.flow.paragraph.marks.append(Mark(identity, (start, end)))

    def _read_reference(self, attributes: Attributes) -> None:
        self.references.append(value(attributes, "id") or "")

    def _begin_control(self, attributes: Attributes) -> None:
        self._oddity = self.flow.paragraph.oddity if self.flow.paragraph else ""
        self._note("a content control", attributes)
        self._open.append(_OpenControl(self.parser.CurrentByteIndex))

    def _read_alias(self, attributes: Attributes) -> None:
        """Pass over what is left of a control of ours when LibreOffice has saved the document."""
        if value(attributes) == ALIAS:
            self._note(self._oddity, attributes)

    def _read_tag(self, attributes: Attributes) -> None:
        if not self._open or value(attributes) != TAG:
            return
        control = self._open[-1]
        self.flow.end_lines()
        control.number, control.first_line = self.flow.number + 1, len(self.flow.lines)
        if control.tag or any(one.tag for one in self._open):
            raise self._damaged(control, "stands within another")
        control.tag = TAG
        control.languages_before = self.runs.languages.copy()
        if "txbxContent" in self._around:
            raise self._damaged(control, "stands in a text box")
        if [name for name in self._around if name != "sdt"][-1:] not in ([], ["tc"]):
            raise self._damaged(control, "stands within a line or around cells of a table")

    def _end_control(self) -> None:
        control = self._open.pop()
        if control.tag is None:
            return
        self.flow.end_lines()
        self.runs.languages = Counter(control.languages_before)
        lines = tuple(line.text for line in self.flow.lines[control.first_line :])
        end = find_end(self.xml, control.start, self.parser.CurrentByteIndex)
        self.controls.append(Control(control.start, end, control.number, lines,
                                     "tc" in self._around, control.format))  # fmt: skip

    def _damaged(self, control: _OpenControl, reason: str) -> InvalidFileError:
        return InvalidFileError(
            self._name, control.number,
            f"the content control of a contact block {reason}; delete it in Word and append again",
        )  # fmt: skip
