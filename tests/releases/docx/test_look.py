"""How a new block looks: as the text around it."""

import pytest

from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.release import Placement
from tests.releases.docx.documents import by_hand, members, paragraph, part, related, relations, run

CARD = "For more information please contact\nAnn Lee\nGeneva\nEmail: ann@example.org\n"
HEADING = "<w:style w:styleId='Heading1'><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"


def appended(body: str, block: str = CARD) -> str:
    """Give the XML of the body with a block."""
    content = by_hand(body, {
        "word/styles.xml": part("styles", HEADING),
        "word/_rels/document.xml.rels": relations(related("styles", "styles.xml", "rId1")),
    })  # fmt: skip
    release = parse_docx("r.docx", content)
    done = release.with_block(block, placement=Placement.AUTO, adds=False)
    return members(done)["word/document.xml"].decode()


def control_in(xml: str) -> str:
    """Give the XML of the block."""
    return xml[xml.index("<w:sdt>") : xml.index("</w:sdt>")]


def body_text(text: str, spacing: str, font: str = "Arial") -> str:
    """Give a paragraph with a spacing and a font."""
    look = f"<w:rPr><w:rFonts w:ascii='{font}'/><w:b/><w:color w:val='FF0000'/></w:rPr>"
    return f"<w:p><w:pPr><w:spacing w:after='{spacing}'/></w:pPr>{run(text, look)}</w:p>"


def test_a_block_looks_as_most_of_the_text() -> None:
    """Fonts and colours of all text are taken over, and what one word has is not."""
    around = body_text("much more text than the other has", "240") + body_text("less", "120", "x")
    block = control_in(appended(around))
    lines = 4
    assert block.count('<w:spacing w:after="240"></w:spacing>') == lines
    assert block.count('<w:rFonts w:ascii="Arial"></w:rFonts>') == 2 * lines
    assert block.count('<w:color w:val="FF0000"></w:color>') == 2 * lines
    assert "<w:b>" not in block


@pytest.mark.parametrize(
    "properties",
    [
        "<w:pStyle w:val='Heading1'/>",
        "<w:numPr><w:numId w:val='1'/></w:numPr>",
    ],
)
def test_headings_and_lists_are_no_pattern(properties: str) -> None:
    """Even where they are most of the text."""
    heading = f"<w:pPr>{properties}<w:jc w:val='center'/></w:pPr>"
    block = control_in(appended(paragraph("Five ships have left port today", heading)))
    assert "<w:pPr>" not in block


def test_only_what_is_words_own_is_written_again() -> None:
    """Names of others would need their namespaces; what is one paragraph's stays its own."""
    said = (
        "<w:pPr><w:keepNext/><w:pBdr><w:top w:val='single' x:y='1' z='\"2'/><x:a/></w:pBdr>"
        "<x:b/><w:jc w:val='both'/><w:rPr><w:b/></w:rPr></w:pPr>"
    )
    inside = paragraph("Text", said).replace("<w:p>", "<w:p xmlns:x='urn:x'>")
    block = control_in(appended(inside))
    expected = (
        '<w:pPr><w:pBdr><w:top w:val="single"></w:top></w:pBdr><w:jc w:val="both"></w:jc></w:pPr>'
    )
    assert block.count(expected) == 4
    assert "x:" not in block


def test_a_block_looks_as_the_one_that_it_replaces() -> None:
    """Unless that was written as a heading."""
    typed = ("Media contact:", "Ann Lee", "E-mail: lee@example.org")
    around = body_text("much more text than the other has", "240")
    for style, spacing in (("", "60"), ("<w:pStyle w:val='Heading1'/>", "240")):
        said = f"<w:pPr>{style}<w:spacing w:after='60'/></w:pPr>"
        xml = appended(around + "".join(paragraph(line, said) for line in typed))
        assert f'<w:spacing w:after="{spacing}"' in control_in(xml)
