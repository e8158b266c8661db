"""What a typed block says beside its people is found, before it is lost with the block."""

import pytest
from hypothesis import given

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.releases.typed.leftover import find_lost_text
from pressdesk.releases.typed.recognition import find_typed_blocks
from tests.blocks.samples import sample_block
from tests.releases.strategies import printed

NUMBER = "+44 20 7946 0958 ext 2302"
OWEN = f"Owen Pritchard, tel. {NUMBER}"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (f"Media enquiries: {OWEN} (office hours only).", "hours only"),
        (f"For more information please contact {OWEN}, or the newsroom.", "newsroom"),
        (f"Media contact: {OWEN}. He speaks Welsh.", "He speaks Welsh"),
    ],
)
def test_words_that_say_more_are_named(text: str, lost: str) -> None:
    """The first of them, as they stand there."""
    assert find_lost_text(f"{text}\n") == lost


@pytest.mark.parametrize(
    "text",
    [
        f"Media enquiries: {OWEN}.",
        f"Media enquiries: Mr {OWEN} or owen@iom.int.",
        f"For interviews, please contact {OWEN}, e-mail: owen@iom.int.",
        f"For more information please contact Owen Pritchard on {NUMBER}, or at owen@iom.int",
        f"Contact:\nOwen Pritchard, Press Officer\nIOM London\nT: {NUMBER}\nE: o@iom.int",
        f"Für Rückfragen steht Ihnen Owen Pritchard, Tel. {NUMBER}, gerne zur Verfügung.",
        f"Contact presse : Owen Pritchard, attaché de presse, tél. {NUMBER} ou o@iom.int",
        f"Media contacts:\n- {OWEN}\n- Amina Otieno, mobile +254 712 345678, a@iom.int",
    ],
)
def test_words_around_people_say_no_more(text: str) -> None:
    """Lead-ins, labels, words that join: another block says the same."""
    assert find_typed_blocks(text.split("\n")).blocks
    assert find_lost_text(f"{text}\n") is None


@pytest.mark.parametrize("style", BUILT_IN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_say_no_more_than_they_say(language: str, style: str) -> None:
    """In any language and style."""
    block = render_block(sample_block(language), BUILT_IN[style])
    assert find_lost_text(block) is None


@given(printed("text"))
def test_no_block_of_ours_has_a_leftover(block: str) -> None:
    """Whoever is in it."""
    assert find_lost_text(block) is None


def test_what_is_not_understood_is_lost_whole() -> None:
    """It is named by how it begins."""
    assert find_lost_text("For more information, ask the porter.\n") == "For more information"
