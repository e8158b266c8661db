"""Paragraphs, tables, text boxes and content controls, as a reader sees them."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.body import Body
from pressdesk.releases.docx.document import parse_docx
from tests.releases.docx.documents import by_hand, paragraph, run

MC = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"


def body(xml: str) -> Body:
    """Read what stands in a body."""
    return parse_docx("r.docx", by_hand(xml)).body


def shown(xml: str) -> list[str]:
    """Give the lines that are seen."""
    return [line.text for line in body(xml).lines]


def numbered(xml: str) -> list[tuple[int, str]]:
    """Give the lines with the numbers of their paragraphs."""
    return [(line.number, line.text) for line in body(xml).lines]


def cell(*paragraphs: str) -> str:
    """Give the XML of a cell."""
    return f"<w:tc><w:tcPr/>{''.join(map(paragraph, paragraphs))}</w:tc>"


def table(*rows: str) -> str:
    """Give the XML of a table."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def box(inside: str) -> str:
    """Give the XML of a text box in a run."""
    return f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"


def test_rows_whose_cells_have_one_line_are_lines() -> None:
    """Their cells parted by TAB; of others the cells follow each other."""
    assert shown(table(cell("Tel") + cell("12"), cell("") + cell(""))) == ["Tel\t12", ""]
    assert shown(table(cell("Ann", "Tel: 1") + cell("") + cell("Bob"))) == ["Ann", "Tel: 1", "Bob"]
    assert shown(table(cell("") + cell("Bob"))) == ["\tBob"]
    assert shown(table("")) == []


def test_a_table_may_stand_in_a_cell() -> None:
    """Its rows are lines of the cell."""
    inner = f"<w:tc>{table(cell('a') + cell('b'), cell('c') + cell('d'))}<w:p/></w:tc>"
    assert shown(table(inner + cell("e"))) == ["a\tb", "c\td", "", "e"]


def test_text_boxes_stand_behind_their_paragraph() -> None:
    """Numbered in reading order; a box of two forms is read once."""
    boxes = box(paragraph("b") + paragraph("c"))
    around = f"<w:p>{run('a')}{boxes}{run('d')}</w:p>{paragraph('e')}"
    assert numbered(around) == [(1, "ad"), (2, "b"), (3, "c"), (4, "e")]
    form = box(paragraph("x"))
    forms = f"<mc:Choice>{form}</mc:Choice><mc:Fallback>{form}</mc:Fallback>"
    chosen = f"<mc:AlternateContent {MC}>{forms}</mc:AlternateContent>"
    assert shown(f"<w:p>{chosen}</w:p>") == ["", "x"]
    assert shown(f"<w:p><mc:AlternateContent {MC}/></w:p>") == [""]
    assert shown("<w:txbxContent><w:p/></w:txbxContent>") == [""]


@pytest.mark.parametrize(
    ("mark", "oddity"),
    [
        ("<w:del w:id='1'/>", "tracked changes"),
        ("<w:moveFrom w:id='1'/>", "tracked changes"),
        ("<w:vanish/>", "hidden text"),
    ],
)
def test_a_paragraph_whose_end_is_not_seen_goes_on_in_the_next(mark: str, oddity: str) -> None:
    """One line, and one place beside which a block may stand."""
    ended = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>"
    read = body(paragraph("a", ended) + paragraph("b") + paragraph("c"))
    assert [(line.number, line.text) for line in read.lines] == [(1, "ab"), (3, "c")]
    assert [(item.number, item.oddity) for item in read.items] == [(1, oddity), (3, "")]
    assert shown(paragraph("a", ended)) == ["a"]
    assert shown(paragraph("a", ended) + table(cell("b"))) == ["a", "b"]
    assert shown(paragraph("", ended) + table(cell("b"))) == ["b"]


def test_an_end_that_is_seen_ends_its_line() -> None:
    """One that was inserted, or that is hidden only by its name."""
    for mark in ("<w:ins w:id='1'/>", "<w:vanish w:val='0'/>", "<w:b/>"):
        said = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>"
        assert shown(paragraph("a", said) + paragraph("b")) == ["a", "b"]


@pytest.mark.parametrize(
    ("inside", "oddity"),
    [
        ("<w:ins w:id='1'>{}</w:ins>", "tracked changes"),
        ("<w:moveTo w:id='1'>{}</w:moveTo>", "tracked changes"),
        ("{}<w:del w:id='1'/>", "tracked changes"),
        ("<w:commentRangeStart w:id='1'/>{}<w:commentRangeEnd w:id='1'/>", "a comment"),
        ("{}<w:r><w:footnoteReference w:id='2'/></w:r>", "a footnote"),
        ("{}<w:r><w:drawing/></w:r>", "a picture"),
        ("<w:permStart w:id='1'/>{}<w:permEnd w:id='1'/>", "a protected range"),
        ("<w:pPr><w:sectPr/></w:pPr>{}", "a section break"),
        ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "a content control"),
        ("{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "hidden text"),
        ("{}<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "a field"),
        ("<w:smartTag>{}</w:smartTag><w:proofErr w:type='gramEnd'/>", ""),
    ],
)
def test_what_a_block_could_not_hold_is_noted(inside: str, oddity: str) -> None:
    """And all of the text is read."""
    (item,) = body(f"<w:p>{inside.format(run('a'))}</w:p>").items
    assert (item.texts, item.oddity) == (("a",), oddity)


def test_what_stands_beside_words_is_not_read() -> None:
    """The reading of East Asian words, former properties, tab stops."""
    ruby = "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"
    assert shown(f"<w:p><w:r>{ruby.format(run('ほう'), run('報'))}</w:r>{run('道')}</w:p>") == [
        "報道"
    ]
    former = "<w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>"
    assert shown(paragraph("a", former)) == ["a"]


def test_what_is_nested_without_an_end_is_refused() -> None:
    """A table in a table in a table: its reader would not come back."""
    deep = 70
    xml = "<w:tbl><w:tr><w:tc>" * deep + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * deep
    with pytest.raises(InvalidFileError, match="is not the XML that Word writes"):
        body(xml)
    assert shown(xml[len("<w:tbl><w:tr><w:tc>") * 20 : -len("</w:tc></w:tr></w:tbl>") * 20]) == [""]
