"""The XML of a block, in the names and the language of its document."""

import pytest

from pressdesk.releases.docx.control import Speech, compose_control, find_speech, guard
from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.docx.names import WORD, Languages
from pressdesk.releases.release import Placement
from tests.releases.docx.documents import W, by_hand, members, run, zipped

AMERICAN = Languages("en-US", "zh-CN", "ar-SA")


def test_a_paragraph_for_each_line() -> None:
    """Tabs are elements, blanks stay, and no character of a text is markup."""
    xml = compose_control(["a <b>\tc", "", " d"], ([], []), Speech(), "w", WORD[0])
    assert xml == (
        '<w:sdt><w:sdtPr><w:alias w:val="Press contact"/><w:tag w:val="pressdesk-block"/></w:sdtPr>'
        '<w:sdtContent><w:p><w:r><w:t xml:space="preserve">a &lt;b&gt;</w:t><w:tab/>'
        '<w:t xml:space="preserve">c</w:t></w:r></w:p><w:p></w:p>'
        '<w:p><w:r><w:t xml:space="preserve"> d</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    )


@pytest.mark.parametrize("namespace", WORD)
def test_a_document_without_prefixes_gets_one_for_the_block(namespace: str) -> None:
    """Attributes of Word cannot do without; it is taken out again to the byte."""
    xml = f"<document xmlns='{namespace}'><body><p><r><t>A</t></r></p></body></document>"
    content = zipped({"word/document.xml": xml.encode()})
    done = parse_docx("r.docx", content).with_block("B\n", placement=Placement.END, adds=False)
    assert f'<w:sdt xmlns:w="{namespace}">' in members(done)["word/document.xml"].decode()
    assert members(parse_docx("r.docx", done).without_blocks()) == members(content)


def test_what_xml_has_no_place_for_is_written_as_unknown() -> None:
    """Nothing of it comes through our door, but a file of text must not break."""
    assert guard("a\x00b\x0bc\ud800d\uffff\te\n") == "a\ufffdb\ufffdc\ufffdd\ufffd\te\n"


@pytest.mark.parametrize(
    ("language", "document", "speech"),
    [
        ("en", "en-GB", Speech(None)),
        ("fr", "fr-FR", Speech("fr")),
        ("zh", "zh-CN", Speech(None)),
        ("ar", "ar-EG", Speech(None, is_rtl=True)),
        ("ar", "en-US", Speech("ar", is_rtl=True)),
        ("fr", None, Speech("fr")),
        (None, "en-US", Speech(None)),
    ],
)
def test_a_language_is_said_where_word_would_take_another(
    language: str | None, document: str | None, speech: Speech
) -> None:
    """Whatever most of the text is in: what says nothing is in the language of the styles."""
    assert find_speech("Ann Lee", language, document, AMERICAN) == speech


def test_a_text_in_no_known_language_runs_as_its_first_letter_does() -> None:
    """A house may print a language of its own."""
    assert find_speech("12 אבג", None, None, Languages()) == Speech(None, is_rtl=True)
    assert find_speech("12", None, None, Languages()) == Speech(None)


def test_properties_stand_in_the_order_that_word_wants() -> None:
    """Direction behind styles and before spacing; the language last."""
    look = "<w:pPr><w:pStyle w:val='A'/><w:jc w:val='both'/></w:pPr>"
    text = run("A", "<w:rPr><w:sz w:val='20'/></w:rPr>")
    release = parse_docx("r.docx", by_hand(f"<w:p>{look}{text}</w:p>"))
    done = release.with_block("للمزيد من المعلومات\n", placement=Placement.END, adds=False)
    text = members(done)["word/document.xml"].decode()
    assert (
        '<w:pPr><w:pStyle w:val="A"></w:pStyle><w:bidi/><w:jc w:val="both"></w:jc><w:rPr>'
        '<w:sz w:val="20"></w:sz></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="20"></w:sz><w:rtl/>'
    ) in text


def test_a_cell_keeps_a_paragraph() -> None:
    """Word takes no other cells."""
    inside = compose_control(["B"], ([], []), Speech(), "w", W)
    table = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    release = parse_docx("r.docx", by_hand(table))
    bare = members(release.without_blocks())["word/document.xml"].decode()
    assert "<w:tc><w:p/></w:tc>" in bare
