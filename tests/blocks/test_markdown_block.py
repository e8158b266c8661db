"""A block as Markdown: what a reader of CommonMark, or of GitHub's dialect, makes of it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, CARD, LINE, Style
from pressdesk.blocks.wordings import LANGUAGES
from tests.blocks.samples import composed, sample_block
from tests.pages import text_of_page
from tests.strategies import blocks, tellable_blocks

COMMONMARK = MarkdownIt("commonmark")
# Without its links to bare addresses, for which markdown-it needs one library more.
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
every_reader = pytest.mark.parametrize(
    "reader", [pytest.param(COMMONMARK, id="commonmark"), pytest.param(GITHUB, id="github")]
)
every_pair = pytest.mark.parametrize(
    ("style", "language"),
    [
        pytest.param(style, language, id=f"{style.name}-{language}")
        for style in BUILT_IN.values()
        for language in LANGUAGES
    ],
)
# What a block is made of; emphasis, lists, quotes, code, tables, images and HTML are not among it.
TOKENS = {"paragraph_open", "paragraph_close", "inline", "text", "hardbreak", "link_open",
          "link_close"}  # fmt: skip
HOSTILE = (
    "*Ada*", "_Ada_", "**Ada**", "__init__", "`Ada`", "``", "```", "~~~", "~~Ada~~", "$Ada$",
    "[Ada](https://evil.example)", "![Ada](https://evil.example/x.png)", "[Ada]", "[Ada][x]",
    "[Ada]: https://evil.example", "[^1]: Ada", "[ ] Ada",
    "<b>Ada</b>", "<script>", "<!-- Ada", "<https://evil.example>", "<ada@evil.example>", "<Ada",
    "&amp;", "&#35;", "&copy;", "&copy", "AT&T", "R & D",
    "# Ada", "#", "## Ada ##", "Ada ##", "C#", "=", "===", "---", "- - -", "***", "* * *", "___",
    "- Ada", "+ Ada", "* Ada", "1. Ada", "1) Ada", "12345678. Ada", "2026", "1.5", "> Ada",
    "-", "+", "+1 202 862 1826", ": Ada", ":--", ":-: | :-:", "| Ada |", "a | b",
    "\\", "\\\\", "Ada\\", "\\*Ada\\*", "\\n", "Ada!", "!", "(Ada)", "{Ada}", '"Ada"', "Ada:",
)  # fmt: skip
ISOLATES = re.compile("[\u2066\u2069]")


def tokens_of(reader: MarkdownIt, text: str) -> Iterator[Token]:
    """Give every token of a text, those within lines too."""
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def token_types(reader: MarkdownIt, text: str) -> set[str]:
    """Name what a reader takes a text for."""
    return {token.type for token in tokens_of(reader, text)}


def links_of(reader: MarkdownIt, text: str) -> list[str]:
    """Give where the links of a text lead."""
    tokens = tokens_of(reader, text)
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def lines_of(text: str) -> list[str]:
    """Give the lines that are seen; runs of spaces and isolates are not."""
    lines = ISOLATES.sub("", text).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


@every_pair
def test_a_page_reads_back(style: Style, language: str) -> None:
    """What a reader of Markdown shows is the block, whoever is in it."""

    @settings(max_examples=12)
    @given(block=tellable_blocks(style, language))
    def holds(block: Block) -> None:
        shown = text_of_page(COMMONMARK.render(render_block(block, style, "markdown")))
        assert parse_block(shown, language, style, is_page=True) == block

    holds()


@every_pair
def test_nothing_is_markup_but_our_links(style: Style, language: str) -> None:
    """Whatever a text is made of, both dialects show it as it is and make nothing of it."""

    @settings(max_examples=12)
    @given(block=blocks(language).map(composed))
    def holds(block: Block) -> None:
        text = render_block(block, style, "markdown")
        assert token_types(GITHUB, text) <= TOKENS
        page = GITHUB.render(text)
        assert COMMONMARK.render(text) == page
        assert lines_of(text_of_page(page)) == lines_of(render_block(block, style))

    holds()


@every_reader
@pytest.mark.parametrize("style", BUILT_IN)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_contact_is_text(text: str, style: str, reader: MarkdownIt) -> None:
    """Markup in a value is shown and does nothing, wherever in a line it stands."""
    people = (Entry(text, text, text, (Way(WayKind.FAX, text),)), Entry(text), Entry("X", text))
    block = Block(text, people)
    printed = render_block(block, style, "markdown")
    assert token_types(reader, printed) <= TOKENS - {"link_open", "link_close"}
    assert lines_of(text_of_page(reader.render(printed))) == lines_of(render_block(block, style))


@every_reader
@pytest.mark.parametrize("text", [*HOSTILE, "Media\ncontacts", " Ada #", "Contacts presse"])
def test_a_hostile_heading_is_text_too(text: str, reader: MarkdownIt) -> None:
    """The heading of a house is one line, whatever it holds."""
    style = CARD._replace(heading=(("", text),))
    printed = render_block(sample_block("en"), style, "markdown")
    first, *_ = printed.split("\n\n")
    assert [token.tag for token in reader.parse(printed) if token.type == "heading_open"] == ["h2"]
    assert token_types(reader, printed) <= TOKENS | {"heading_open", "heading_close"}
    assert text_of_page(reader.render(first)) == " ".join(text.split()) + "\n"


@every_reader
@pytest.mark.parametrize("mark", ["* ", "- ", "> ", "1. ", "# ", "| ", "    ", "_", "<b>"])
def test_what_a_house_puts_between_contacts_is_text(mark: str, reader: MarkdownIt) -> None:
    """A style has bullets of its own; they are not those of Markdown."""
    style = LINE._replace(gap=f"\n{mark}", separator=f"\n{mark}", join=f" {mark}")
    block = sample_block("en")
    printed = render_block(block, style, "markdown")
    assert token_types(reader, printed) <= TOKENS
    assert lines_of(text_of_page(reader.render(printed))) == lines_of(render_block(block, style))


@every_pair
def test_every_address_is_one_link(style: Style, language: str) -> None:
    """Addresses lead to a letter; nothing else leads anywhere."""
    block = sample_block(language)
    ways = [way.text for entry in block.entries for way in entry.ways if way.kind == "email"]
    links = links_of(GITHUB, render_block(block, style, "markdown"))
    assert [link.partition("@")[0] for link in links] == [
        f"mailto:{address.partition('@')[0]}" for address in ways
    ]


def test_an_address_stands_between_angle_brackets() -> None:
    """It is written as people write it."""
    lines = render_block(sample_block("en"), "card", "markdown").splitlines()
    assert lines[3] == "Email: <nora.whitcombe@lighthouse.example>  "


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("press+media@example.org", "<press+media@example.org>"),
        (
            "presse@leuchttürme.example",
            "[presse@leuchttürme.example](mailto:presse@xn--leuchttrme-geb.example)",
        ),
        ("zoë@example.org", "[zoë@example.org](mailto:zo%C3%AB@example.org)"),
        ("o'dell@example.org", "[o'dell@example.org](mailto:o%27dell@example.org)"),
        ("press_desk@example.org", "<press_desk@example.org>"),
        ("a*b@example.org", "[a\\*b@example.org](mailto:a%2Ab@example.org)"),
        ("press@localhost", "<press@localhost>"),
        ("press@-x.example", "[press@-x.example](mailto:press@-x.example)"),
    ],
)
def test_an_address_that_must_be_encoded_is_text_and_link(address: str, printed: str) -> None:
    """A reader takes what stands between angle brackets into the link as it is."""
    block = Block("Contact", (Entry("Ada", ways=(Way(WayKind.EMAIL, address),)),))
    assert render_block(block, "card", "markdown") == f"Contact  \nAda  \nEmail: {printed}\n"


@every_reader
@pytest.mark.parametrize(
    "address",
    [
        "press?bcc=evil%40x.org@b.com",
        "press?subject=x&body=y@b.com",
        "press,evil@b.com",
        "evil@x.org,press@b.com",
        "press%0Abcc:evil@b.com",
        "press](https://evil.example)[x@b.com",
        "press@b.com?bcc=evil",
        "press@b.com)[x](https://evil.example",
        "<b>@b.com",
        "zoë@example.org",
    ],
)
def test_a_letter_has_exactly_one_recipient(address: str, reader: MarkdownIt) -> None:
    """Nothing in an address adds a header, a second address or a link."""
    block = Block("Contact", (Entry("Ada", ways=(Way(WayKind.EMAIL, address),)),))
    printed = render_block(block, "card", "markdown")
    (link,) = links_of(reader, printed)
    parts = urlsplit(link)
    assert (parts.scheme, parts.query, parts.fragment) == ("mailto", "", "")
    assert not set(parts.path) & set(",;:?&<>()[]")
    assert unquote(parts.path) == address
    assert lines_of(text_of_page(reader.render(printed)))[-1] == f"Email: {address}"


@every_reader
@pytest.mark.parametrize("text", ["", "@", "press", "press@", "@example.org", "<press>", "*a*"])
def test_what_is_no_address_is_no_link(text: str, reader: MarkdownIt) -> None:
    """A text that was planted past the door leads nowhere."""
    block = Block("Contact", (Entry("Ada", ways=(Way(WayKind.EMAIL, text),)),))
    printed = render_block(block, "card", "markdown")
    assert links_of(reader, printed) == []
    assert lines_of(text_of_page(reader.render(printed)))[-1] == f"Email: {text}".strip()


def test_a_number_stays_text() -> None:
    """No dialect has links to numbers; a plus at the start of a line is no bullet."""
    ways = (Way(WayKind.OFFICE, "+1 202 862 1826", "230"),)
    style = CARD._replace(way="{value}")
    text = render_block(Block("Contact", (Entry("Ada", ways=ways),)), style, "markdown")
    assert text == "Contact  \nAda  \n\\+1 202 862 1826 ext 230\n"


@pytest.mark.parametrize("style", BUILT_IN)
def test_arabic_numbers_and_addresses_stand_in_isolates(style: str) -> None:
    """As in plain text, and around a link, never inside one."""
    block = sample_block("ar")
    text = render_block(block, style, "markdown")
    for way in (way for entry in block.entries for way in entry.ways):
        shown = f"<{way.text}>" if way.kind is WayKind.EMAIL else way.text
        assert f"\u2066{shown}\u2069" in text
        assert way.extension is None or f"\u2066{way.extension}\u2069" in text


@pytest.mark.parametrize("style", BUILT_IN)
def test_spaces_around_a_line_are_not_code(style: str) -> None:
    """Four spaces before a line would begin a code block."""
    block = Block("    Contact", (Entry("    Ada", "  Editor  "), Entry("\tEve")))
    printed = render_block(block, style, "markdown")
    assert token_types(COMMONMARK, printed) <= TOKENS
    assert lines_of(printed.replace("  \n", "\n"))[0].startswith("Contact")


def test_nothing_is_a_line_end() -> None:
    """A block without anybody and anything is an empty text."""
    assert render_block(Block("", ()), "card", "markdown") == "\n"
