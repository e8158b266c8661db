"""What stands in the body, and the marked blocks among that."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.body import Body
from pressdesk.releases.docx.document import parse_docx
from tests.releases.docx.documents import by_hand, paragraph, run

BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def body(xml: str) -> Body:
    """Read what stands in a body."""
    return parse_docx("r.docx", by_hand(xml)).body


def test_what_stands_between_paragraphs_is_no_place_of_its_own() -> None:
    """Bookmarks, ranges of comments; a paragraph knows the bookmarks in it."""
    between = "<w:bookmarkStart w:id='1' w:name='a'/>"
    read = body(f"{between}<w:p>{between}{run('a')}</w:p><w:bookmarkEnd w:id='1'/>")
    assert [(item.texts, len(item.marks)) for item in read.items] == [(("a",), 1)]


CONTROL = "<w:sdt><w:sdtPr><w:tag w:val='pressdesk-block'/></w:sdtPr>{}</w:sdt>"


@pytest.mark.parametrize(
    ("around", "fault"),
    [
        ("{}", ""),
        ("<w:sdt>{}</w:sdt>", ""),
        ("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", ""),
        ("<w:p>{}</w:p>", "stands within a line"),
        ("<w:tbl><w:tr>{}</w:tr></w:tbl>", "stands within a line or around cells"),
        (f"<w:p>{BOX.format('<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>')}</w:p>", "a text box"),
        (CONTROL, "stands within another"),
    ],
)  # fmt: skip
def test_a_marked_block_stands_in_the_body_or_in_a_cell(around: str, fault: str) -> None:
    """Anywhere else it is damaged, and its paragraph is named."""
    xml = paragraph("a") + around.format(CONTROL.format(paragraph("b") + paragraph("c")))
    if fault:
        with pytest.raises(InvalidFileError, match=rf"r\.docx:\d: .*{fault}"):
            body(xml)
        return
    (control,) = body(xml).controls
    assert (control.number, control.texts) == (2, ("b", "c"))
    assert control.is_in_cell == ("w:tc" in around)
