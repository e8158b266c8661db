"""One part of a Word document (its body, a header, its footnotes) to the lines that are seen of it.

Paragraphs, rows of tables, text boxes and content controls; what stands in a run: runs.py.
"""

from xml.etree.ElementTree import Element

from pressdesk.releases.docx.lines import Format, Line, Paragraph, merge_cells
from pressdesk.releases.docx.names import is_on, value
from pressdesk.releases.docx.runs import HIDDEN, READERS as OF_RUNS
from pressdesk.releases.docx.walk import Control, Reader, Walk

TAG = "pressdesk-block"
ALIAS = "Press contact"
_CHANGES = "tracked changes"
_DELETED = ("del", "moveFrom")
# What a new block could not hold.
_ODDITIES = {
    **dict.fromkeys((*_DELETED, "ins", "moveTo"), _CHANGES),
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), "a comment"),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "a footnote"),
    **dict.fromkeys(("drawing", "pict", "object"), "a picture"),
    **dict.fromkeys(("permStart", "permEnd"), "a protected range"),
}
# What a file keeps beside what is seen: properties, and how East Asian words are read.
_UNSEEN = ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rt")
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def begin_walk(hidden_styles: frozenset[str], number: int = 0) -> Walk:
    """Begin to read a part; number: of the last paragraph before it."""
    return Walk(_READERS, hidden_styles, number)


def _read_paragraph(walk: Walk, element: Element) -> None:
    walk.number += 1
    paragraph = Paragraph(walk.number, element.find("pPr"))
    if walk.unended is not None:
        paragraph.carry(walk.unended)
        walk.unended = None
    for child in paragraph.properties if paragraph.properties is not None else ():
        if child.tag == "pStyle":
            paragraph.style = value(child) or ""
        elif child.tag == "numPr":
            paragraph.is_numbered = True
        elif child.tag == "sectPr":
            paragraph.oddity = "a section break"
        elif child.tag == "rPr":
            _read_end(paragraph, child)
    outer, walk.paragraph, fields = walk.paragraph, paragraph, len(walk.fields)
    walk.enter(element)
    if len(walk.fields) != fields:
        paragraph.oddity = "a field"
    # A code has no end in its paragraph: else the rest of the document would not be seen.
    walk.fields = [field for field in walk.fields if field.shows]
    walk.paragraph, walk.ended = outer, paragraph
    walk.end_paragraph(paragraph)
    if any(line.text for line in paragraph.lines):
        walk.shown = paragraph.format


def _read_end(paragraph: Paragraph, properties: Element) -> None:
    """Read what is said of the end of a paragraph: deleted or hidden, it ends no line."""
    for child in properties:
        if child.tag == "vanish" and is_on(child):
            paragraph.ends_line, paragraph.oddity = False, HIDDEN
        elif child.tag in _DELETED:
            paragraph.ends_line, paragraph.oddity = False, _CHANGES
        elif child.tag == "ins":
            paragraph.oddity = _CHANGES


def _read_odd(walk: Walk, element: Element) -> None:
    walk.note(_ODDITIES[element.tag])
    if element.tag not in _DELETED:
        walk.enter(element)


def _read_mark(walk: Walk, element: Element) -> None:
    if walk.paragraph is not None:
        walk.paragraph.marks.append(element)


def _read_inner(walk: Walk, element: Element) -> list[Line]:
    """Return the lines of a cell or a text box."""
    walk.end_line()
    outer, walk.lines = walk.lines, []
    walk.enter(element)
    walk.end_line()
    inner, walk.lines = walk.lines, outer
    return inner


def _read_row(walk: Walk, element: Element) -> None:
    """Read a row: with its end it is known how its cells are shown."""
    outer, walk.cells = walk.cells, []
    walk.enter(element)
    walk.lines += merge_cells(walk.cells)
    walk.cells = outer


def _read_cell(walk: Walk, element: Element) -> None:
    lines = _read_inner(walk, element)
    walk.cells.append(lines)


def _read_box(walk: Walk, element: Element) -> None:
    lines = _read_inner(walk, element)
    (walk.lines if walk.paragraph is None else walk.paragraph.boxes).extend(lines)


def _read_note(walk: Walk, element: Element) -> None:
    if value(element, "type") not in _NO_NOTES:
        walk.enter(element)


def _read_choices(walk: Walk, element: Element) -> None:
    """Read the first of several forms of the same: the others say it again."""
    form = next((child for child in element if child.tag in {"mc:Choice", "mc:Fallback"}), None)
    if form is not None:
        walk.enter(form)


def _read_control(walk: Walk, element: Element) -> None:
    # Its name without its tag is what LibreOffice leaves of a control of ours.
    if value(element.find("sdtPr/alias")) != ALIAS:
        walk.note("a content control")
    outer, walk.shown = walk.shown, Format()
    if value(element.find("sdtPr/tag")) == TAG:
        _read_own_control(walk, element)
    else:
        walk.enter(element)
    walk.shown = outer


def _read_own_control(walk: Walk, element: Element) -> None:
    walk.end_line()
    number, first, fault = walk.number + 1, len(walk.lines), _find_fault(walk.path)
    walk.path.append(TAG)
    walk.enter(element)
    walk.path.pop()
    walk.end_line()
    is_in_cell = "tc" in walk.path
    lines = tuple(walk.lines[first:])
    walk.controls.append(Control(element, number, lines, is_in_cell, walk.shown, fault))


def _find_fault(path: list[str]) -> str:
    """Say why a block cannot stand within these elements; "" where it can."""
    if TAG in path:
        return "stands within another"
    if "txbxContent" in path:
        return "stands in a text box"
    innermost = next((tag for tag in reversed(path) if tag in {"p", "tbl", "tr", "tc"}), "tc")
    return "" if innermost == "tc" else "stands within a line or around cells of a table"


_READERS: dict[str, Reader] = {
    **OF_RUNS,
    **dict.fromkeys(_UNSEEN, lambda *_: None),
    **dict.fromkeys(_ODDITIES, _read_odd),
    **dict.fromkeys(("bookmarkStart", "bookmarkEnd"), _read_mark),
    **dict.fromkeys(("footnote", "endnote"), _read_note),
    "p": _read_paragraph,
    "tr": _read_row,
    "tc": _read_cell,
    "txbxContent": _read_box,
    "sdt": _read_control,
    "mc:AlternateContent": _read_choices,
}
