"""The text of runs: what of it is seen, where it links to, and where it stands in the bytes."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.releases.docx.document import DocxRelease, parse_docx
from pressdesk.releases.docx.runs import RELATION, find_target
from tests.releases.docx.documents import by_hand, part, related, relations, run

MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"


def read(inside: str, styles: str = "") -> DocxRelease:
    """Read a document of one paragraph."""
    of_styles = {
        "word/styles.xml": part("styles", styles),
        "word/_rels/document.xml.rels": relations(related("styles", "styles.xml", "rId1")),
    }
    return parse_docx("r.docx", by_hand(f"<w:p>{inside}</w:p>", of_styles))


def shown(inside: str, styles: str = "") -> list[str]:
    """Give the lines that are seen of it."""
    return [line.text for line in read(inside, styles).body.lines]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<w:r><w:t> a </w:t></w:r>", ["a"]),
        ("<w:r><w:t xml:space='preserve'> a\tb\n</w:t></w:r>", [" a b "]),
        ("<w:r><w:t/><w:tab/><w:t>a</w:t><w:ptab/></w:r>", ["\ta\t"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>", ["a", "b", ""]),
        ("<w:r><w:t>862</w:t><w:noBreakHyphen/><w:t>1826</w:t></w:r>", ["862-1826"]),
        ("<w:r><w:sym w:font='Wingdings' w:char='F028'/></w:r>", ["☎"]),
        ("<w:r><w:delText>gone</w:delText><w:softHyphen/></w:r>", [""]),
        (f"<m:oMath {MATH}><m:r><m:t>x</m:t></m:r></m:oMath>", ["x"]),
        (run("+1 202 ") + run("862 1826"), ["+1 202 862 1826"]),
    ],
)  # fmt: skip
def test_characters_are_those_that_a_reader_sees(inside: str, lines: list[str]) -> None:
    """Blanks as Word takes them, tabs, breaks and signs."""
    assert shown(inside) == lines


HIDDEN = "<w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (run("a", "<w:rPr><w:vanish/></w:rPr>"), [""]),
        (run("a", "<w:rPr><w:vanish w:val='0'/></w:rPr>"), ["a"]),
        (run("a", "<w:rPr><w:rStyle w:val='Secret'/></w:rPr>"), [""]),
        (run("a", "<w:rPr><w:rStyle w:val='Secret'/><w:vanish w:val='false'/></w:rPr>"), ["a"]),
        (run("a", "<w:rPr><w:rStyle w:val='Other'/></w:rPr>"), ["a"]),
        ("<w:pPr><w:pStyle w:val='Secret'/></w:pPr>" + run("a"), [""]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t><w:br/></w:r>" + run("b"), ["b"]),
    ],
)
def test_hidden_text_is_not_seen(inside: str, lines: list[str]) -> None:
    """By the run's own word, by its style, by that of its paragraph."""
    assert shown(inside, HIDDEN) == lines


def field(code: str, result: str | None = None, end: str = "end") -> str:
    """Give the runs of a field."""
    kinds = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    shows = kinds.format("separate") + run(result) if result is not None else ""
    begin = f"{kinds.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
    return begin + shows + (kinds.format(end) if end else "")


LINK = 'HYPERLINK "mailto:m@iom.int"'


@pytest.mark.parametrize(
    ("inside", "text", "links"),
    [
        (field(LINK, "write"), "write", [("write", "mailto:m@iom.int")]),
        (field(" PAGE ", "3"), "3", []),
        (field(" PAGE ") + run("a"), "a", []),
        (field(f"{LINK[:6]}</w:instrText><w:instrText>{LINK[6:]}", "write"), "write",
         [("write", "mailto:m@iom.int")]),
        (field(f"IF </w:instrText></w:r>{field('PAGE', '1')}<w:r><w:instrText>", "b"), "b", []),
        (f"<w:fldSimple w:instr='{LINK}'>{run('a')}</w:fldSimple>", "a",
         [("a", "mailto:m@iom.int")]),
        (f"<w:fldSimple w:instr='DATE'>{run('a')}</w:fldSimple>", "a", []),
        (f"<w:hyperlink w:anchor='top'>{run('a')}</w:hyperlink>", "a", [("a", "#top")]),
        (f"<w:hyperlink r:id='rId7'>{run('a')}</w:hyperlink>{run('b')}", "ab",
         [("a", f"{RELATION}rId7")]),
        (f"<w:hyperlink w:anchor='top'>{run(' ')}</w:hyperlink>", " ", []),
        ("<w:r><w:instrText>x</w:instrText><w:fldChar w:fldCharType='end'/></w:r>" + run("a"), "a",
         []),
    ],
)  # fmt: skip
def test_of_a_field_its_result_is_seen(
    inside: str, text: str, links: list[tuple[str, str]]
) -> None:
    """Its code says where it links to; one without an end hides nothing behind its paragraph."""
    (line,) = read(inside).body.lines
    assert (line.text, [tuple(link) for link in line.links]) == (text, links)


def test_a_code_ends_with_its_paragraph_and_a_result_need_not() -> None:
    """Else the rest of the document would not be seen."""
    assert shown(f"{run('a')}{field('PAGE', end='')}</w:p><w:p>{run('b')}") == ["a", "b"]
    body = read(f"{field(LINK, 'c', end='')}</w:p><w:p>{run('d')}{field('PAGE', '1')}").body
    assert [line.text for line in body.lines] == ["c", "d1"]
    assert body.items[0].oddity == "a field"


def test_a_link_goes_on_in_the_next_line() -> None:
    """And links in links can only be damage: so many and no more."""
    broken = f"<w:hyperlink w:anchor='x'>{run('a')}<w:r><w:br/></w:r>{run('b')}</w:hyperlink>"
    assert [len(line.links) for line in read(broken).body.lines] == [1, 1]
    nested = "<w:hyperlink w:anchor='x'>" * 9 + run("a") + "</w:hyperlink>" * 9
    (line,) = read(nested).body.lines
    assert (line.text, len(line.links)) == ("a", 4)


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ('HYPERLINK "https://x.org"', "https://x.org"),
        (' hyperlink \\l "top"', "#top"),
        ('HYPERLINK \\t \\l "top" \\o "tip"', "#top"),
        ("PAGE", None),
        ("HYPERLINK", None),
    ],
)
def test_codes_of_links(code: str, target: str | None) -> None:
    """Switches in front, a place in the document, or none."""
    assert find_target(code) == target


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_each_piece_knows_where_its_characters_stand(texts: list[str]) -> None:
    """So that other characters can be put there, and no other byte moves."""
    escaped = [
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts
    ]
    (story,) = read("".join(map(run, escaped))).stories()
    (line,) = story.lines
    assert line.text == "".join(texts)
    for piece, text, written in zip(line.pieces, texts, escaped, strict=True):
        assert piece.text == text
        assert piece.element is not None
        stands = story.part.xml[slice(*story.part.places.inner(piece.element))].decode()
        assert stands == written
