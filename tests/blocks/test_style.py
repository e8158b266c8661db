"""Built-in styles, and what a style says in a language."""

import pytest

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.formats import FORMATS
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, CARD, WAYS, ByLanguage, find_style, get_style, text_in
from pressdesk.errors import InvalidValueError
from tests.blocks.samples import sample_block

TEXTS: ByLanguage = (("", "Contacts"), ("fr", "Contacts presse"), ("fr-CA", "Personnes-ressources"))


@pytest.mark.parametrize(
    ("texts", "language", "found"),
    [
        (TEXTS, "fr", "Contacts presse"),
        (TEXTS, "fr-CH", "Contacts presse"),
        (TEXTS, "fr-CA", "Personnes-ressources"),
        (TEXTS, "fr-CA-x-house", "Personnes-ressources"),
        (TEXTS, "de", "Contacts"),
        (TEXTS, "", "Contacts"),
        (TEXTS, "frr", "Contacts"),
        (TEXTS[1:], "de", None),
        (TEXTS[1:], "", None),
        ((("fr-CA", "Personnes-ressources"),), "fr", None),
        ((), "fr", None),
        ((("fr", ""), ("", "Contacts")), "fr-CA", ""),
        ((("", ""),), "de", ""),
    ],
)
def test_a_text_is_looked_up_by_its_language(
    texts: ByLanguage, language: str, found: str | None
) -> None:
    """The nearest tag, then the text for all; an empty one is a text too."""
    assert text_in(texts, language) == found


@pytest.mark.parametrize("name", ["card", "inline", "line"])
def test_a_built_in_style_goes_by_its_name(name: str) -> None:
    """The names are a contract: scripts give them."""
    assert get_style(name).name == name
    assert find_style(name) is get_style(name)


def test_a_style_of_the_house_is_taken_as_it_is() -> None:
    """Even under the name of a built-in one."""
    style = CARD._replace(separator="\n")
    assert get_style(style) is style


@pytest.mark.parametrize(
    "name", ["", "Card", "cards", " card", "card\n", "house.toml", "__class__"]
)
def test_an_unknown_style_is_refused_with_the_choices(name: str) -> None:
    """Nobody has to look the names up."""
    assert find_style(name) is None
    with pytest.raises(InvalidValueError, match=r"choose one of card, inline, line$") as raised:
        get_style(name)
    assert (raised.value.field, raised.value.text) == ("style", name)


@pytest.mark.parametrize("name", ["", "HTML", "pdf", "text "])
def test_an_unknown_format_is_refused_with_the_choices(name: str) -> None:
    """As an unknown style is."""
    with pytest.raises(InvalidValueError, match=r"choose one of text, markdown, html$"):
        render_block(sample_block("en"), "card", name)


@pytest.mark.parametrize("form", FORMATS)
def test_a_language_without_a_wording_is_refused(form: str) -> None:
    """In every format: nothing is printed in another language than was asked for."""
    with pytest.raises(InvalidValueError, match="choose one of ar, de"):
        render_block(Block("Contact", (), "tlh"), "card", form)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_style_prints_the_ways_once(name: str) -> None:
    """A block without them would lead to nobody."""
    assert BUILT_IN[name].lines.count(WAYS) == 1


def test_a_lead_in_and_a_heading_of_the_house_are_in_the_language() -> None:
    """A lead-in that somebody gave for one block goes before the style's."""
    style = CARD._replace(lead_in=(("fr", "Presse"),), heading=TEXTS)
    ada = (Entry("Ada", ways=(Way(WayKind.EMAIL, "ada@example.org"),)),)
    lead_in = sample_block("fr").lead_in
    printed = render_block(Block(lead_in, ada, "fr-CA"), style)
    assert printed == "Personnes-ressources\n\nPresse\nAda\nE-mail\u00a0: ada@example.org\n"
    assert render_block(Block("Rédaction", ada, "fr"), style).split("\n")[2] == "Rédaction"
    assert render_block(Block("Desk", ada, "en"), style).startswith("Contacts\n\nDesk\nAda\n")
