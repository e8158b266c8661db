import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from hypothesis import assume, given, settings, strategies as st

from pressdesk.blocks.block import Block
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.release import Placement
from pressdesk.releases.seen import Link
from tests.releases.docx.documents import (
    W,
    by_hand,
    document,
    members,
    paragraph,
    saved,
    texts,
    zipped,
)
from tests.releases.strategies import blocks, printed

CARD = """For more information please contact
Maria G. Moreno
IOM Washington DC
Email: mgmoreno@iom.int
Tel: +1 202 862 1826 ext 230
"""
LINES = CARD.splitlines()
TEXT = document(["Text."])
OFFICE = shutil.which("soffice")
places = st.sampled_from(Placement)
PARAGRAPHS = st.sampled_from(
    ["", "Five ships left port.", "###", "ENDS", "About Harbour Relief", "Notes to editors", "é 王",
     "Über Harbour Relief", "+1 202 862 1826", "  spaces  ", "a\tb", "one\ntwo"]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Give documents with paragraphs, headings, lists, tables, headers and page breaks."""
    made = docx.Document()
    for kind in draw(st.lists(st.sampled_from("ppphltb"), max_size=8)):
        text = draw(PARAGRAPHS)
        if kind == "p":
            made.add_paragraph(text).add_run(draw(PARAGRAPHS)).bold = draw(st.booleans())
        elif kind == "h":
            made.add_heading(text, draw(st.integers(1, 3)))
        elif kind == "l":
            made.add_paragraph(text, style="List Bullet")
        elif kind == "t":
            made.add_table(1, 2).cell(0, 0).text = text
        else:
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if draw(st.booleans()):
        made.sections[0].header.paragraphs[0].text = "Harbour Relief"
    return saved(made)


def put(
    content: bytes, block: str, placement: Placement = Placement.AUTO, *, adds: bool = False
) -> bytes:
    """Append a block."""
    return parse_docx("r.docx", content).with_block(block, placement=placement, adds=adds)


@settings(max_examples=30)
@given(content=documents(), block=printed("text"), placement=places)
def test_append_twice_is_append_once_and_removing_gives_every_member_back(
    content: bytes, block: str, placement: Placement
) -> None:
    """For every document that had no block; the other members keep their very bytes."""
    assume(not parse_docx("r.docx", content).blocks)
    once = put(content, block, placement)
    release = parse_docx("r.docx", once)
    assert [(one.text, one.is_marked) for one in release.blocks] == [(block, True)]
    assert put(once, block, placement) == once
    before, after = members(content), members(once)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert members(release.without_blocks()) == before
    assert set(block.splitlines()) <= set(texts(once))


@settings(max_examples=20)
@given(content=documents(), first=printed("text"), second=printed("text"))
def test_another_block_takes_the_place_and_adding_keeps_both(
    content: bytes, first: str, second: str
) -> None:
    """As if it had been there from the start; and both are taken out again."""
    assume(not parse_docx("r.docx", content).blocks)
    assume(first != second)
    once = put(content, first)
    both = put(once, second, adds=True)
    assert {one.text for one in parse_docx("r.docx", both).blocks} == {first, second}
    assert put(both, second, adds=True) == both
    assert members(parse_docx("r.docx", both).without_blocks()) == members(content)
    replaced = parse_docx("r.docx", put(once, second))
    assert [one.text for one in replaced.blocks] == [second]
    assert members(replaced.without_blocks()) == members(content)
    mended = parse_docx("r.docx", both).with_blocks([None, first])
    assert len(parse_docx("r.docx", mended).blocks) == 2


@settings(max_examples=40)
@given(block=blocks(), style=st.sampled_from(["card", "inline", "line"]))
def test_a_block_reads_back_as_it_was(block: Block, style: str) -> None:
    """In every style and language."""
    done = put(TEXT, render_block(block, style))
    (found,) = parse_docx("r.docx", done).blocks
    assert parse_block(found.text, block.language, style) == block


@pytest.mark.parametrize(
    ("placement", "before", "expected"),
    [
        ("auto", ["A", "###"], ["A", *LINES, "###"]),
        ("auto", ["A", "ENDS", "Notes to editors"], ["A", "ENDS", *LINES, "Notes to editors"]),
        ("auto", ["A", "", "About Harbour Relief", "x"],
         ["A", "", *LINES, "About Harbour Relief", "x"]),
        ("auto", ["A"], ["A", *LINES]),
        ("end", ["A", "###"], ["A", "###", *LINES]),
    ],
)  # fmt: skip
def test_a_block_goes_where_it_belongs(
    placement: str, before: list[str], expected: list[str]
) -> None:
    """As in every other format."""
    assert texts(put(document(before), CARD, Placement(placement))) == expected


def test_the_block_is_a_content_control_in_the_documents_own_style() -> None:
    """With a name that people understand, and no formatting of ours."""
    made = docx.Document()
    made.add_heading("Title", 1)
    body = made.add_paragraph("Text.", style="Body Text")
    body.paragraph_format.space_after = 200000
    made.add_paragraph("one", style="List Bullet")
    xml = members(put(saved(made), CARD))["word/document.xml"].decode()
    control = xml[xml.index("<w:sdt>") : xml.index("</w:sdt>")]
    assert '<w:alias w:val="Press contact"/><w:tag w:val="pressdesk-block"/>' in control
    assert control.count('<w:pStyle w:val="BodyText"') == len(LINES)
    assert "numPr" not in control
    assert "ListBullet" not in control


def test_arabic_runs_from_right_to_left() -> None:
    """And says its language."""
    block = CARD.replace(LINES[0], "للمزيد من المعلومات، يرجى التواصل مع").replace(
        "Email", "البريد الإلكتروني"
    )
    xml = members(put(document(["Text."]), block.replace("Tel", "هاتف").replace("ext", "تحويلة")))
    text = xml["word/document.xml"].decode()
    assert text.count("<w:bidi/>") == text.count("<w:rtl/>") == len(LINES)
    assert '<w:lang w:bidi="ar"/>' in text


def test_a_typed_block_is_replaced() -> None:
    """Its paragraphs become the control; what stands around them stays."""
    typed = ["Media contact:", "Maria Moreno", "E-mail: m@iom.int", "Phone: +1 202-862-1826"]
    done = put(document(["A", "", *typed, "", "About IOM", "x"]), CARD)
    assert texts(done) == ["A", "", *LINES, "", "About IOM", "x"]


@pytest.mark.parametrize("is_one_cell", [True, False])
def test_a_block_typed_in_a_table_is_read_and_never_doubled(*, is_one_cell: bool) -> None:
    """In one cell, or a line in each row: it is left as it is, unless both are wanted."""
    typed = ["Media contact:", "Maria Moreno", "E-mail: m@iom.int", "Phone: +1 202-862-1826"]
    cells = ["".join(map(paragraph, typed))] if is_one_cell else list(map(paragraph, typed))
    rows = "".join(f"<w:tr><w:tc>{cell}</w:tc></w:tr>" for cell in cells)
    content = by_hand(f"{paragraph('Text.')}<w:tbl>{rows}</w:tbl>{paragraph('End.')}")
    release = parse_docx("r.docx", content)
    assert [block.text.splitlines() for block in release.blocks] == [typed]
    with pytest.raises(InvalidFileError, match=r"stands in a table.*--add"):
        put(content, CARD)
    with pytest.raises(InvalidFileError, match="stands in a table"):
        release.without_blocks()
    both = release.with_block(CARD, placement=Placement.END, adds=True)
    assert texts(both) == ["Text.", *typed, "End.", *LINES]
    assert len(parse_docx("r.docx", both).blocks) == 2


def test_what_a_word_processor_leaves_of_a_control_is_replaced() -> None:
    """LibreOffice keeps its name on the first line alone; a control of others is never lost."""

    def saved_again(alias: str) -> bytes:
        first = (
            f"<w:p><w:sdt><w:sdtPr><w:alias w:val='{alias}'/></w:sdtPr><w:sdtContent><w:r><w:t>"
            f"{LINES[0]}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
        return by_hand(paragraph("Text.") + first + "".join(map(paragraph, LINES[1:])))

    other = CARD.replace("230", "231")
    assert texts(put(saved_again("Press contact"), other)) == ["Text.", *other.splitlines()]
    with pytest.raises(InvalidFileError, match="has a content control in it"):
        put(saved_again("Name"), other)


def test_what_a_reader_sees() -> None:
    """Insertions, tables, text boxes, links; no deletions, hidden text, field codes or comments."""
    body = (
        paragraph("Tel: +1 202") + "<w:p><w:r><w:t>Tel: +1 202 8</w:t></w:r><w:ins w:id='1'><w:r>"
        "<w:t>62 1826</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText> ext 9</w:delText></w:r>"
        "</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
        "<w:t>Maria</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK "
        "\"mailto:m@iom.int\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>write</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:br/>"
        "<w:t>two</w:t></w:r></w:p>"
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>"
    )
    lines = parse_docx("r.docx", by_hand(body)).seen().lines
    shown = [one.text for one in lines if one.text]
    assert shown == ["Tel: +1 202", "Tel: +1 202 862 1826", "Name\tMaria", "write", "two", "box"]
    assert next(one for one in lines if one.text == "write").links == (
        Link("write", "mailto:m@iom.int"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_parts_in_other_encodings_stay_in_them(encoding: str) -> None:
    """Word reads UTF-16 too."""
    content = by_hand(paragraph("Text é."), encoding=encoding)
    once = put(content, CARD)
    assert members(once)["word/document.xml"].decode(encoding).count("pressdesk-block") == 1
    assert members(parse_docx("r.docx", once).without_blocks()) == members(content)


def test_other_parts_and_other_prefixes_stay() -> None:
    """Custom XML, macros, comments; a document whose names have another prefix."""
    more = {
        "customXml/item1.xml": b"<x/>",
        "word/vbaProject.bin": b"\0\1",
        "word/comments.xml": b"<c/>",
    }
    body = "<x:body><x:p><x:r><x:t>A</x:t></x:r></x:p></x:body>"
    xml = f'<x:document xmlns:x="{W}">{body}</x:document>'
    content = zipped({"word/document.xml": xml.encode(), **more})
    once = put(content, CARD)
    assert {name: members(once)[name] for name in more} == more
    assert "<x:sdt>" in members(once)["word/document.xml"].decode()
    assert members(parse_docx("r.docx", once).without_blocks()) == members(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password-protected or an old"),
        (b"{\\rtf1}", "rich text"),
        (b"PK\x03\x04cut", "cut off"),
        (document(["A"])[:-40], "cut off"),
        (by_hand("<w:p>"), "is not the XML that Word writes"),
        (zipped({"word/document.xml": b"<!DOCTYPE x><x/>"}), "document type|DOCTYPE"),
        (zipped({"word/other.xml": b"<x/>"}), "."),
        (by_hand("", {"_xmlsignatures/sig1.xml": b"<x/>"}), "signed"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes, reason: str) -> None:
    """In one sentence, with the way out."""
    with pytest.raises(InvalidFileError, match=reason):
        put(content, CARD)


def control(inside: str) -> str:
    """Give the XML of a content control of ours."""
    return (
        "<w:sdt><w:sdtPr><w:tag w:val='pressdesk-block'/></w:sdtPr>"
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (control(control("<w:p/>")), "stands within another"),
        (f"<w:p>{control('<w:r/>')}</w:p>", "stands within a line"),
    ],
)
def test_damaged_controls_are_refused(body: str, reason: str) -> None:
    """Never guessed."""
    with pytest.raises(InvalidFileError, match=reason):
        parse_docx("r.docx", by_hand(body))


def test_deep_nesting_is_refused() -> None:
    """A document 100,000 elements deep is not followed."""
    with pytest.raises(InvalidFileError):
        parse_docx("r.docx", by_hand("<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_real_word_processor_opens_it(tmp_path: Path) -> None:
    """And shows the block in its place."""
    path = tmp_path / "r.docx"
    path.write_bytes(put(document(["Ships sail", "ENDS", "About Harbour Relief"]), CARD))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8",
               "--outdir", str(tmp_path), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    shown = (tmp_path / "r.txt").read_text("utf-8-sig").splitlines()
    assert [line for line in shown if line] == [
        "Ships sail", "ENDS", *LINES, "About Harbour Relief",
    ]  # fmt: skip


def test_a_block_does_not_turn_the_language_of_its_document() -> None:
    """Nor does one that was typed and is replaced: twice is once."""
    made = docx.Document()
    made.add_paragraph("Cinq navires ont pris la mer.").runs[0]._r.get_or_add_rPr().append(
        parse_xml(f'<w:lang xmlns:w="{W}" w:val="fr-FR"/>')
    )
    for line in ("Contact presse", "Maria G. Moreno", "IOM Washington DC", "Tel: +1 202 862 1826"):
        made.add_paragraph(line)
    content = saved(made)
    assert parse_docx("r.docx", content).language == "fr-FR"
    block = (
        CARD.replace(LINES[0], "Pour plus d’informations, veuillez contacter")
        .replace("Email: ", "E-mail\u00a0: ")
        .replace("Tel: ", "Tél.\u00a0: ")
        .replace("ext", "poste")
    )
    once = put(content, block)
    assert parse_docx("r.docx", once).language == "fr-FR"
    # Word would take it for English, as its styles have it.
    assert b'<w:lang w:val="fr"/>' in members(once)["word/document.xml"]
    assert put(once, block) == once


@pytest.mark.parametrize(
    "typed",
    [
        ["Media contact: Maria G. Moreno, IOM Washington DC, tel. +1 202 862 1826"],
        ["Media contact: Maria G. Moreno", "Tel: +1 202 862 1826"],
        ["For more information contact Maria G. Moreno on +1 202 862 1826."],
    ],
)
def test_paragraphs_are_apart_without_an_empty_one(typed: list[str]) -> None:
    """A block that shares its first line with somebody follows the text at once."""
    done = put(document(["Five ships left.", *typed, "ENDS"]), CARD)
    assert texts(done) == ["Five ships left.", *LINES, "ENDS"]


def test_a_sentence_may_be_a_paragraph_among_others() -> None:
    """What follows it is none of its lines."""
    typed = "Media contact: Maria G. Moreno, IOM Washington DC, tel. +1 202 862 1826"
    done = put(document(["Five ships left.", typed, "Photos are on our website."]), CARD)
    assert texts(done) == ["Five ships left.", *LINES, "Photos are on our website."]


def test_a_form_is_a_block_in_a_table() -> None:
    """Its heading shares a row with the name: it is not doubled."""
    made = docx.Document()
    table = made.add_table(2, 2)
    for place, text in enumerate(["Media contact", "Maria G. Moreno", "Tel", "+1 202 862 1826"]):
        table.cell(place // 2, place % 2).text = text
    with pytest.raises(InvalidFileError, match="stands in a table"):
        put(saved(made), CARD)
