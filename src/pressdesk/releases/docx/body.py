"""The body of a Word document: what stands in it, and the blocks among that."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.lines import Format, Line
from pressdesk.releases.docx.reading import begin_walk
from pressdesk.releases.docx.walk import Control

# What stands between paragraphs and is not seen.
_BETWEEN = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd".split()
)


class Item(NamedTuple):
    """A paragraph, a table or whatever else stands in the body itself.

    first, last: its elements; a paragraph whose end is deleted goes on in the next. number: of its
    first paragraph. format: None for what is no paragraph. oddity, marks: see `Paragraph`.
    """

    first: Element
    last: Element
    number: int
    lines: tuple[Line, ...]
    format: Format | None = None
    oddity: str = ""
    marks: tuple[Element, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its lines as they are read."""
        return tuple(line.text for line in self.lines)


class Body(NamedTuple):
    """What was read of the part that holds the text of a document.

    element: `w:body`. controls: marked blocks, in their order. end: the properties of the last
    section, before which the text ends, if it has some. paragraphs: how many there are.
    """

    element: Element
    lines: tuple[Line, ...]
    items: tuple[Item, ...]
    controls: tuple[Control, ...]
    end: Element | None
    paragraphs: int


def read_body(name: str, part: XmlPart, hidden_styles: frozenset[str] = frozenset()) -> Body:
    """Read the part that holds the text; raise InvalidFileError for blocks that are damaged.

    name: the file's name in messages. Raises ValueError for what is nested without an end.
    """
    body = part.root.find("body")
    if body is None:
        raise InvalidFileError(name, None, "is damaged: it has no text")
    walk = begin_walk(hidden_styles)
    items: list[Item] = []
    first: Element | None = None
    for element in body:
        if element.tag in _BETWEEN or element.tag == "sectPr":
            continue
        first = element if first is None else first
        number, begin = walk.number + 1, len(walk.lines)
        walk.visit(element)
        paragraph = walk.ended if element.tag == "p" else None
        if walk.unended is not None and walk.unended is paragraph:
            continue
        lines = tuple(walk.lines[begin:])
        if paragraph is None:
            items.append(Item(first, element, number, lines))
        else:
            items.append(Item(first, element, paragraph.number, lines, paragraph.format,
                              paragraph.oddity, tuple(paragraph.marks)))  # fmt: skip
        first = None
    walk.end_line()
    for control in walk.controls:
        if control.fault:
            reason = f"the content control of a contact block {control.fault}; delete it in Word"
            raise InvalidFileError(name, control.number, f"{reason} and append again")
    last = next((element for element in reversed(body) if element.tag not in _BETWEEN), None)
    end = last if last is not None and last.tag == "sectPr" else None
    return Body(body, tuple(walk.lines), tuple(items), tuple(walk.controls), end, walk.number)
