"""What is beside the text: relations, styles, the language."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.opening import DOCUMENT, open_package
from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.docx.names import Languages
from pressdesk.releases.docx.parts import Relation, Styles, read_relations, read_styles
from tests.releases.docx.documents import by_hand, paragraph, part, related, relations, run


def styles_of(**parts: str) -> Styles:
    """Read the styles of a document with these parts."""
    listed = relations(*(related(name, f"{name}.xml", name) for name in parts))
    more = {f"word/{name}.xml": part(name, inner) for name, inner in parts.items()}
    content = by_hand("<w:p/>", {"word/_rels/document.xml.rels": listed, **more})
    package = open_package("r.docx", content, DOCUMENT)
    return read_styles(package, read_relations(package, package.main_part))


def style(name: str, inner: str = "", more: str = "") -> str:
    """Give the XML of a style."""
    return f"<w:style w:styleId='{name}' {more}>{inner}</w:style>"


def test_relations_lead_to_parts_and_out() -> None:
    """Relative ones, absolute ones, others' places; without a list there are none."""
    listed = relations(
        related("styles", "styles.xml", "a"),
        related("header", "/word/x/../h.xml", "b"),
        related("hyperlink", "mailto:m@iom.int", "c", external=True),
    )
    content = by_hand("<w:p/>", {"word/_rels/document.xml.rels": listed})
    package = open_package("r.docx", content, DOCUMENT)
    assert read_relations(package, "word/document.xml") == {
        "a": Relation("styles", "word/styles.xml", is_external=False),
        "b": Relation("header", "word/h.xml", is_external=False),
        "c": Relation("hyperlink", "mailto:m@iom.int", is_external=True),
    }
    assert read_relations(package, "word/other.xml") == {}


def test_styles_say_what_is_hidden_and_what_is_no_body() -> None:
    """Those that are based on them too; and round in a circle."""
    read = styles_of(styles=(
        style("Secret", "<w:rPr><w:vanish/></w:rPr>")
        + style("Shown", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
        + style("Below", "<w:basedOn w:val='Secret'/>")
        + style("Round", "<w:basedOn w:val='Below'/>")
        + style("Secret", "<w:basedOn w:val='Round'/>")
        + style("Heading1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
        + style("Bullet", "<w:pPr><w:numPr/></w:pPr>") + style("Body")
    ))  # fmt: skip
    assert read.hidden == {"Secret", "Below", "Round"}
    assert read.not_body == {"Heading1", "Bullet"}


DEFAULTS = "<w:docDefaults><w:rPr><w:lang w:val='en-US' w:bidi='ar-SA'/></w:rPr></w:docDefaults>"


@pytest.mark.parametrize(
    ("styles", "languages"),
    [
        (DEFAULTS, Languages("en-US", None, "ar-SA")),
        (DEFAULTS + style("Normal", "<w:rPr><w:lang w:val='fr-FR'/></w:rPr>",
                          "w:type='paragraph' w:default='1'"), Languages("fr-FR", None, "ar-SA")),
        (DEFAULTS + style("Other", "<w:rPr><w:lang w:val='fr-FR'/></w:rPr>"),
         Languages("en-US", None, "ar-SA")),
        ("", Languages("de-DE", "ja-JP")),
    ],
)  # fmt: skip
def test_the_language_of_what_says_none(styles: str, languages: Languages) -> None:
    """By the defaults, by the style of all text, else by the settings."""
    settings = "<w:themeFontLang w:val='de-DE' w:eastAsia='ja-JP'/>"
    assert styles_of(styles=styles, settings=settings).languages == languages


def test_without_styles_nothing_is_said() -> None:
    """A document needs none."""
    assert styles_of() == Styles()


def test_damaged_parts_are_named() -> None:
    """By what they are called in the zip."""
    with pytest.raises(InvalidFileError, match=r'"word/styles\.xml" in it is not the XML'):
        styles_of(styles="<w:style>")
    listed = {"word/_rels/document.xml.rels": b"<a>"}
    with pytest.raises(InvalidFileError, match=r'document\.xml\.rels" in it is not the XML'):
        parse_docx("r.docx", by_hand("<w:p/>", listed))


def said(**languages: str) -> str:
    """Give the properties of a run in these languages."""
    named = " ".join(f"w:{kind}='{tag}'" for kind, tag in languages.items())
    return f"<w:rPr><w:lang {named}/></w:rPr>"


@pytest.mark.parametrize(
    ("inside", "language"),
    [
        (run("a", said(val="fr-FR")), "fr-FR"),
        (run("long text", said(val="fr-FR")) + run("b", said(val="de-DE")), "fr-FR"),
        (run("北京办事处", said(val="fr-FR", eastAsia="zh-CN")), "zh-CN"),
        (run("السلام", said(val="fr-FR", bidi="ar-EG")), "ar-EG"),
        (run("a", said(val="x-none")), None),
        ("", None),
    ],
)
def test_the_language_is_that_of_most_of_the_text(inside: str, language: str | None) -> None:
    """In whose script it is written."""
    assert parse_docx("r.docx", by_hand(f"<w:p>{inside}</w:p>")).language == language


def test_blocks_do_not_count() -> None:
    """They follow the language of the text, and must not sway it."""
    lead_in = paragraph("For more information please contact " * 9)
    block = f"<w:sdt><w:sdtPr><w:tag w:val='pressdesk-block'/></w:sdtPr>{lead_in}</w:sdt>"
    text = f"<w:p>{run('a', said(val='fr-FR'))}</w:p>"
    assert parse_docx("r.docx", by_hand(text + block)).language == "fr-FR"
    row = f"<w:tbl><w:tr><w:tc>{text}</w:tc><w:tc>{block}</w:tc></w:tr></w:tbl>"
    assert parse_docx("r.docx", by_hand(row)).language == "fr-FR"
