"""A Block to text, byte for byte."""

import pytest

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.json_block import block_data
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import LANGUAGES, find_wording, get_wording
from tests.blocks.samples import sample_block


def test_the_card_of_the_design_page() -> None:
    """The block that the whole program exists for."""
    ways = (Way(WayKind.EMAIL, "mgmoreno@iom.int"), Way(WayKind.OFFICE, "+1 202 862 1826", "230"))
    entry = Entry("Maria G. Moreno", None, "IOM Washington DC", ways)
    assert render_block(Block("For more information please contact", (entry,))) == (
        "For more information please contact\n"
        "Maria G. Moreno\n"
        "IOM Washington DC\n"
        "Email: mgmoreno@iom.int\n"
        "Tel: +1 202 862 1826 ext 230\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_is_whole(language: str) -> None:
    """Every way has a label of its own, and nothing is empty."""
    wording = get_wording(language)
    assert wording.language == language
    assert set(wording.labels) == set(WayKind)
    assert len(set(wording.labels.values())) == len(WayKind)
    assert all([wording.lead_in, wording.extension, wording.colon, *wording.labels.values()])


def test_numbers_among_right_to_left_words_are_isolated() -> None:
    """An isolate stands around each value, never inside one."""
    line = next(one for one in render_block(sample_block("ar")).splitlines() if "0231" in one)
    assert "\u2066+1 202 555 0123\u2069" in line
    assert "\u2066" + "0231" + "\u2069" in line


@pytest.mark.parametrize(("tag", "found"), [("fr-CA", "fr"), ("zh-Hant-TW", "zh"), ("EN", "en")])
def test_a_tag_finds_the_wording_of_its_language(tag: str, found: str) -> None:
    """Regions and scripts share the wording."""
    wording = find_wording(tag)
    assert wording
    assert wording.language == found


@pytest.mark.parametrize("tag", [None, "", "sw", "english"])
def test_no_wording_is_an_honest_answer(tag: str | None) -> None:
    """Nothing is guessed for a language without one."""
    assert find_wording(tag) is None


def test_block_as_data_has_every_key() -> None:
    """Missing values are None, never absent."""
    ways = (Way(WayKind.EMAIL, "press@example.org"),)
    data = block_data(Block("Contact", (Entry("X", ways=ways),)))
    assert data == {
        "lead_in": "Contact",
        "language": "en",
        "entries": [
            {"name": "X", "title": None, "office": None,
             "ways": [{"kind": "email", "text": "press@example.org", "extension": None}]}
        ],
    }  # fmt: skip
