"""A block as HTML: what a browser makes of it, whoever is in it."""

from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element  # only a name for types

import pytest
from hypothesis import given, settings

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, CARD, Style
from pressdesk.blocks.wordings import LANGUAGES
from tests.blocks.samples import composed, sample_block
from tests.pages import classed, parse_page, tags_of, text_of, text_of_page
from tests.strategies import blocks, tellable_blocks

every_pair = pytest.mark.parametrize(
    ("style", "language"),
    [
        pytest.param(style, language, id=f"{style.name}-{language}")
        for style in BUILT_IN.values()
        for language in LANGUAGES
    ],
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&amp; &lt;b&gt; &#60;b&#62; &copy",
    "</span></p></div><h1>Ada</h1>",
    "<!-- Ada",
    "-->",
    "<![CDATA[Ada]]>",
    "</title><plaintext>",
    "javascript:alert(1)",
)
TAGS = {"body", "div", "p", "br", "span", "a", "bdi"}
NUMBER = "+1 202 862 1826"


def page_of(*ways: Way, language: str = "en", style: Style | str = "card") -> str:
    """Print the block of one contact who has these ways."""
    return render_block(Block("Contact", (Entry("Ada", ways=ways),), language), style, "html")


def named(block: Block) -> Block:
    """Give everybody a name: a line without its name vanishes, and what else is in it."""
    entries = (
        Entry(entry.name or "Ada", entry.title, entry.office, entry.ways, entry.country)
        for entry in block.entries
    )
    return Block(block.lead_in, tuple(entries), block.language)


def texts_in(page: Element, name: str) -> list[str]:
    """Give the texts of the elements of a class, in the order of the page."""
    return [text_of(one) for one in classed(page, name)]


def hrefs(fragment: str) -> list[str | None]:
    """Give where the links of a page lead."""
    return [link.get("href") for link in parse_page(fragment).iter("a")]


@every_pair
def test_a_page_reads_back(style: Style, language: str) -> None:
    """What a browser shows is the block, whoever is in it; and the page has no error."""

    @settings(max_examples=12)
    @given(block=tellable_blocks(style, language))
    def holds(block: Block) -> None:
        shown = text_of_page(render_block(block, style, "html"))
        assert parse_block(shown, language, style, is_page=True) == block

    holds()


@every_pair
def test_every_value_is_in_its_element(style: Style, language: str) -> None:
    """Whatever a text is made of, a parser gives it back whole, and no tag is made of it."""

    @settings(max_examples=12)
    @given(block=blocks(language).map(composed).map(named))
    def holds(block: Block) -> None:
        page = parse_page(render_block(block, style, "html"))
        people = block.entries
        ways = [way for entry in people for way in entry.ways]
        assert texts_in(page, "p-name") == [entry.name for entry in people]
        assert texts_in(page, "p-job-title") == [entry.title for entry in people if entry.title]
        assert texts_in(page, "p-org") == [entry.office for entry in people if entry.office]
        assert texts_in(page, "u-email") == [way.text for way in ways if way.kind == "email"]
        assert len(texts_in(page, "p-tel")) == len([way for way in ways if way.kind != "email"])
        assert {str(one.tag) for one in page.iter()} <= TAGS

    holds()


@pytest.mark.parametrize("style", BUILT_IN)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_contact_has_the_tags_of_a_harmless_one(text: str, style: str) -> None:
    """Markup in a value is text; there is neither a tag nor an attribute more."""
    address = Way(WayKind.EMAIL, f"{text.replace(' ', '')}@example.org")
    hostile = Entry(text, text, text, (address, Way(WayKind.FAX, text)))
    harmless = Entry("A", "B", "C", (Way(WayKind.EMAIL, "a@example.org"), Way(WayKind.FAX, "1")))
    pages = [
        parse_page(render_block(Block(lead_in, (entry, entry)), style, "html"))
        for lead_in, entry in ((text, hostile), ("Contact", harmless))
    ]
    assert tags_of(pages[0]) == tags_of(pages[1])
    for name in ("p-name", "p-job-title", "p-org", "p-tel"):
        assert texts_in(pages[0], name) == [text, text]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_heading_is_text(text: str) -> None:
    """A house writes its heading as it likes."""
    page = render_block(sample_block("en"), CARD._replace(heading=(("", text),)), "html")
    (heading,) = parse_page(page).iter("h2")
    assert (text_of(heading), list(heading)) == (text, [])


@every_pair
def test_links_lead_to_addresses_and_numbers_alone(style: Style, language: str) -> None:
    """Nothing else is a link: no page of somebody else, and no script."""
    links = hrefs(render_block(sample_block(language), style, "html"))
    assert len(links) == 7
    assert {urlsplit(link).scheme for link in links if link} == {"mailto", "tel"}


@pytest.mark.parametrize(
    "address",
    [
        "mgmoreno@iom.int",
        "press+media@example.org",
        "press?bcc=evil%40x.org@b.com",
        "press?subject=x&body=y@b.com",
        "press,evil@b.com",
        "evil@x.org,press@b.com",
        "press%0Abcc:evil@b.com",
        "o'dell@example.org",
        '"a b"@example.org',
        "zoë@example.org",
        "press@b.com?bcc=evil",
        'press@b.com"onclick="x',
        "press@b.com,evil",
    ],
)
def test_a_letter_has_exactly_one_recipient(address: str) -> None:
    """Nothing in an address adds a header or a second address to the letter."""
    address = address.replace(" ", "\u00b7")
    (link,) = hrefs(page_of(Way(WayKind.EMAIL, address)))
    parts = urlsplit(str(link))
    assert (parts.scheme, parts.query, parts.fragment, parts.netloc) == ("mailto", "", "", "")
    assert parts.path.count("@") == 1
    assert not set(parts.path) & set(",;:?&\"'<> ")
    assert unquote(parts.path) == address


def test_an_idn_domain_is_linked_in_the_letters_of_dns() -> None:
    """What is read is the name; where it leads is `xn--`."""
    page = page_of(Way(WayKind.EMAIL, "presse@leuchttürme.example"))
    assert hrefs(page) == ["mailto:presse@xn--leuchttrme-geb.example"]
    assert text_of(*classed(parse_page(page), "u-email")) == "presse@leuchttürme.example"


@pytest.mark.parametrize("text", ["", "@", "press", "press@", "@example.org", "a b@example.org"])
def test_what_is_no_address_is_no_link(text: str) -> None:
    """A text that was planted past the door leads nowhere."""
    page = page_of(Way(WayKind.EMAIL, text))
    assert hrefs(page) == []
    assert text_of(*classed(parse_page(page), "u-email")) == text


@pytest.mark.parametrize("form", PhoneForm)
def test_a_number_is_dialled_in_its_international_form(form: PhoneForm) -> None:
    """The link is the same whatever form the style prints."""
    entry = Entry("Ada", ways=(Way(WayKind.OFFICE, NUMBER, "230"),), country="US")
    page = render_block(Block("Contact", (entry,)), CARD._replace(phone=form), "html")
    assert hrefs(page) == ["tel:+1-202-862-1826;ext=230"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (PhoneForm.SPACES, "+1 202 862 1826 ext 230"),
        (PhoneForm.HYPHENS, "+1-202-862-1826 ext 230"),
        (PhoneForm.NATIONAL, "(202) 862-1826 ext 230"),
        (PhoneForm.RFC3966, "tel:+1-202-862-1826;ext=230"),
    ],
)
def test_a_number_is_read_in_the_form_of_the_style(form: PhoneForm, shown: str) -> None:
    """Its element holds the number with its extension."""
    entry = Entry("Ada", ways=(Way(WayKind.OFFICE, NUMBER, "230"),), country="US")
    page = render_block(Block("Contact", (entry,)), CARD._replace(phone=form), "html")
    assert text_of(*classed(parse_page(page), "p-tel")) == shown


@pytest.mark.parametrize(
    "way",
    [
        Way(WayKind.FAX, NUMBER),
        Way(WayKind.FAX, NUMBER, "230"),
        Way(WayKind.OFFICE, "(202) 862-1826"),
        Way(WayKind.OFFICE, "862 1826"),
        Way(WayKind.OFFICE, ""),
        Way(WayKind.OFFICE, "+"),
        Way(WayKind.OFFICE, "+1 202;phone-context=x"),
        Way(WayKind.OFFICE, "+١ ٢٠٢ ٨٦٢ ١٨٢٦"),
        Way(WayKind.MOBILE, NUMBER, "2;phone-context=evil.example"),
        Way(WayKind.MOBILE, NUMBER, "٢٣٠"),
        Way(WayKind.MOBILE, NUMBER, ""),
    ],
)
def test_what_cannot_be_dialled_is_no_link(way: Way) -> None:
    """Nobody rings a fax, and a national number leads nowhere from abroad."""
    page = page_of(way)
    assert hrefs(page) == []
    assert text_of(*classed(parse_page(page), "p-tel")).startswith(way.text)


@pytest.mark.parametrize("language", [*LANGUAGES, "fr-CA", "ar-EG"])
def test_a_page_says_its_language_and_direction(language: str) -> None:
    """The fragment stands in any page: it does not lean on the page's own."""
    (div,) = classed(parse_page(page_of(language=language)), "press-contact")
    direction = "rtl" if language.startswith("ar") else "ltr"
    assert (div.get("lang"), div.get("dir")) == (language, direction)


@pytest.mark.parametrize("style", BUILT_IN)
def test_arabic_numbers_and_addresses_keep_their_direction(style: str) -> None:
    """Each of them is an element of its own that runs from left to right."""
    block = sample_block("ar")
    page = render_block(block, style, "html")
    ways = [way for entry in block.entries for way in entry.ways]
    values = [text for way in ways for text in (way.text, way.extension) if text]
    isolated = list(parse_page(page).iter("bdi"))
    assert [text_of(one) for one in isolated] == values
    assert {one.get("dir") for one in isolated} == {"ltr"}
    assert not set(page) & set("\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "ar"])
def test_no_other_language_needs_them(language: str) -> None:
    """Where everything runs from left to right there is nothing to part."""
    assert "<bdi" not in render_block(sample_block(language), "card", "html")


def test_a_latin_name_among_arabic_words_keeps_its_own_direction() -> None:
    """Brackets at its end would change sides."""
    entry = Entry("Ada Example (IOM)", "Editor", "Geneva")
    page = parse_page(render_block(Block("للتواصل", (entry,), "ar"), "card", "html"))
    values = [one for name in ("p-name", "p-job-title", "p-org") for one in classed(page, name)]
    assert [one.get("dir") for one in values] == ["auto"] * 3


@pytest.mark.parametrize("style", BUILT_IN)
def test_one_contact_is_one_card(style: str) -> None:
    """Each h-card holds the name and the ways of one person, and of nobody else."""
    block = sample_block("en")
    cards = classed(parse_page(render_block(block, style, "html")), "h-card")
    assert [text_of(*classed(card, "p-name")) for card in cards] == [
        entry.name for entry in block.entries
    ]
    assert [len(classed(card, "u-email")) + len(classed(card, "p-tel")) for card in cards] == [6, 2]


@pytest.mark.parametrize("style", BUILT_IN)
@pytest.mark.parametrize(
    ("block", "text"),
    [(Block("", ()), ""), (Block("Contact", ()), "Contact"), (Block("", (Entry("Ada"),)), "Ada")],
)
def test_what_is_missing_leaves_no_empty_paragraph(block: Block, text: str, style: str) -> None:
    """A block without a lead-in or without people is a page too."""
    page = parse_page(render_block(block, style, "html"))
    assert [text_of(one) for one in page.iter("p")] == ([text] if text else [])
