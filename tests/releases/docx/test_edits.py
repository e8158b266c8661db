"""Where a block goes, and what goes with one that was typed."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.document import DocxRelease, parse_docx
from pressdesk.releases.docx.edits import splice
from pressdesk.releases.release import Placement
from tests.releases.docx.documents import by_hand, members, paragraph, run, texts, zipped

TYPED = ("Media contact:", "Maria Moreno", "E-mail: m@iom.int", "Phone: +1 202-862-1826")
CARD = "For more information please contact\nAnn Lee\nGeneva\nEmail: ann@example.org\n"


def read(body: str) -> DocxRelease:
    """Read a document."""
    return parse_docx("r.docx", by_hand(body))


def put(body: str, placement: Placement = Placement.AUTO) -> bytes:
    """Append a block."""
    return read(body).with_block(CARD, placement=placement, adds=False)


def paragraphs(*lines: str) -> str:
    """Give the XML of paragraphs."""
    return "".join(map(paragraph, lines))


def test_edits_are_made_in_order_and_move_nothing_else() -> None:
    """In whatever order they come; at one place they follow each other."""
    assert splice(b"abcdef", [(4, 5, b"X"), (1, 3, b""), (6, 6, b"!")]) == b"adXf!"
    assert splice(b"abc", []) == b"abc"


def test_a_block_goes_between_what_stands_in_the_body() -> None:
    """Before a table that begins with "About …", behind a paragraph that ends in it."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('About Harbour Relief')}</w:tc></w:tr></w:tbl>"
    done = texts(put(paragraphs("A", "") + table))
    assert done == ["A", "", *CARD.splitlines(), "About Harbour Relief"]
    broken = f"<w:p>{run('A')}<w:r><w:br/><w:br/></w:r>{run('###')}</w:p>"
    assert texts(put(broken + paragraph("z"))) == ["A###", *CARD.splitlines(), "z"]


def test_a_heading_needs_no_empty_paragraph_before_it() -> None:
    """Paragraphs stand apart by themselves; a line of one that is broken does not."""
    done = texts(put(paragraphs("News", "A", "About Harbour Relief", "We help.")))
    assert done == ["News", "A", *CARD.splitlines(), "About Harbour Relief", "We help."]
    broken = f"<w:p>{run('A')}<w:r><w:br/></w:r>{run('About Harbour Relief')}</w:p>"
    assert texts(put(broken)) == ["AAbout Harbour Relief", *CARD.splitlines()]
    done = texts(put(paragraphs("News", "A", "-----", "Acerca de la Fundación Puerto", "B")))
    assert done[:3] == ["News", "A", CARD.splitlines()[0]]


def test_the_end_is_before_the_last_section() -> None:
    """And before the end of the body where it says nothing of it, or something behind it."""
    ends = f"{paragraph('A')}<w:sectPr/><w:bookmarkEnd w:id='1'/>"
    content = by_hand(ends)
    bare = members(content)["word/document.xml"].replace(b"<w:sectPr/></w:body>", b"</w:body>")
    release = parse_docx("r.docx", zipped({"word/document.xml": bare}))
    done = release.with_block(CARD, placement=Placement.END, adds=False)
    assert b"</w:sdt><w:sectPr/><w:bookmarkEnd" in members(done)["word/document.xml"]
    shorter = bare.replace(b"<w:sectPr/>", b"")
    release = parse_docx("r.docx", zipped({"word/document.xml": shorter}))
    done = release.with_block(CARD, placement=Placement.END, adds=False)
    assert members(done)["word/document.xml"].endswith(b"</w:sdt></w:body></w:document>")


@pytest.mark.parametrize(
    "body", ["<w:body/>", "<w:body></w:body>", "<w:body><!-- </w:body> --></w:body>"]
)
def test_a_body_may_be_empty(body: str) -> None:
    """One of a single tag has no place for a block: that is said, and nothing is written."""
    content = by_hand("")
    xml = members(content)["word/document.xml"].replace(
        b"<w:body><w:sectPr/></w:body>", body.encode()
    )
    release = parse_docx("r.docx", zipped({"word/document.xml": xml}))
    if body == "<w:body/>":
        with pytest.raises(InvalidFileError, match="no block can be put into; save it in Word"):
            release.with_block(CARD, placement=Placement.AUTO, adds=False)
        return
    done = release.with_block(CARD, placement=Placement.AUTO, adds=False)
    again = members(parse_docx("r.docx", done).without_blocks())
    assert again["word/document.xml"] == xml


def test_a_document_without_a_body_is_refused() -> None:
    """It is damaged."""
    content = by_hand("")
    xml = members(content)["word/document.xml"].replace(b"body", b"other")
    with pytest.raises(InvalidFileError, match="it has no text"):
        parse_docx("r.docx", zipped({"word/document.xml": xml}))


def test_bookmarks_that_reach_further_stay() -> None:
    """Of those that lie in the typed block whole nothing is left."""
    begin, end = "<w:bookmarkStart w:id='{}' w:name='b{}'/>", "<w:bookmarkEnd w:id='{}'/>"
    first = f"<w:p>{begin.format(1, 1)}{begin.format(2, 2)}{run(TYPED[0])}{end.format(2)}</w:p>"
    body = f"{first}{paragraphs(*TYPED[1:])}<w:p>{run('z')}{end.format(1)}</w:p>"
    xml = members(put(body))["word/document.xml"].decode()
    assert "w:id='1' w:name='b1'" in xml
    assert "w:name='b2'" not in xml


def test_what_stands_between_the_paragraphs_of_a_typed_block_stays() -> None:
    """Only its paragraphs are taken out."""
    between = "<w:proofErr w:type='spellStart'/>"
    body = paragraph("A") + between.join(map(paragraph, TYPED)) + paragraph("ENDS")
    bare = members(read(body).without_blocks())["word/document.xml"].decode()
    assert bare.count(between) == len(TYPED) - 1
    assert texts(read(body).without_blocks()) == ["A", "ENDS"]


def test_what_a_typed_block_has_beside_its_text_is_not_lost() -> None:
    """It is refused, with what is in the way."""
    noted = f"<w:p>{run(TYPED[0])}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    with pytest.raises(InvalidFileError, match=r"r\.docx:1: .* has a footnote in it"):
        put(noted + paragraphs(*TYPED[1:]))


def test_a_typed_block_that_shares_a_paragraph_is_doubtful() -> None:
    """It is left as it is."""
    body = f"<w:p>{run('Text')}<w:r><w:br/><w:br/></w:r>{run(TYPED[0])}</w:p>"
    release = read(body + paragraphs(*TYPED[1:]))
    assert (release.blocks, release.doubtful) == ((), (1,))


def test_a_block_of_two_paragraphs_in_one_may_be_replaced_only_by_hand() -> None:
    """The end of one of them is deleted: that is a tracked change."""
    joined = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = paragraph("Media ", joined) + paragraphs("contact:", *TYPED[1:])
    release = read(body)
    assert [block.text.splitlines() for block in release.blocks] == [list(TYPED)]
    with pytest.raises(InvalidFileError, match="tracked changes"):
        release.without_blocks()
