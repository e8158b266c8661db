"""The parts beside the body: notes, headers and footers."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.seen import Link, SeenLine
from tests.releases.docx.documents import by_hand, paragraph, part, related, relations, run

NOTES = (
    f"<w:footnote w:id='0' w:type='separator'>{paragraph('----')}</w:footnote>"
    f"<w:footnote w:id='2'>{paragraph('a note')}</w:footnote>"
)
LINKED = f"<w:p><w:hyperlink r:id='one'>{run('write')}</w:hyperlink></w:p>"


def document(body: str, **parts: bytes) -> bytes:
    """Give a document with these parts, related to it by their names."""
    listed = [related(name.rstrip("12"), f"{name}.xml", name) for name in parts]
    listed += [related("hyperlink", "mailto:body@iom.int", "one", external=True)]
    own = relations(related("hyperlink", "mailto:head@iom.int", "one", external=True))
    more = {f"word/{name}.xml": content for name, content in parts.items()}
    return by_hand(body, {
        "word/_rels/document.xml.rels": relations(*listed),
        "word/_rels/header1.xml.rels": own, **more,
    })  # fmt: skip


def section(*names: str) -> str:
    """Give a section with these headers and footers."""
    kinds = "".join(f"<w:{name.rstrip('12')}Reference r:id='{name}'/>" for name in names)
    return f"<w:p><w:pPr><w:sectPr>{kinds}</w:sectPr></w:pPr></w:p>"


def test_notes_headers_and_footers_follow_the_body() -> None:
    """Each part behind a blank line, numbered on, with its own links; one that is empty is none."""
    content = document(
        LINKED + section("footer1", "header1", "header1", "header2", "missing"),
        footnotes=part("footnotes", NOTES),
        header1=part("hdr", paragraph("Harbour Relief") + LINKED),
        header2=part("hdr", "<w:p/>"),
        footer1=part("ftr", paragraph("Geneva")),
    )
    release = parse_docx("r.docx", content)
    assert release.seen().lines == (
        SeenLine(1, "write", (Link("write", "mailto:body@iom.int"),)),
        SeenLine(2, ""),
        SeenLine(3, ""), SeenLine(3, "a note"),
        SeenLine(4, ""), SeenLine(4, "Harbour Relief"),
        SeenLine(5, "write", (Link("write", "mailto:head@iom.int"),)),
        SeenLine(7, ""), SeenLine(7, "Geneva"),
    )  # fmt: skip
    assert [story.name for story in release.stories()] == [
        "word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml",
    ]  # fmt: skip


def test_a_link_that_leads_nowhere_is_none() -> None:
    """A relation that is not listed."""
    content = by_hand(LINKED)
    assert parse_docx("r.docx", content).seen().lines == (SeenLine(1, "write"),)


def test_a_damaged_part_is_named() -> None:
    """With what is wrong, however deep."""
    for inner in ("<w:p>", "<w:x>" * 300 + "</w:x>" * 300):
        release = parse_docx("r.docx", document("<w:p/>", footnotes=part("footnotes", inner)))
        with pytest.raises(InvalidFileError, match=r'"word/footnotes\.xml" in it is not the XML'):
            release.seen()
