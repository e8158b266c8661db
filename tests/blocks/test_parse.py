"""Text to a Block: printing and reading undo each other, in every style and language."""

import pytest
from hypothesis import given, settings

from pressdesk.blocks.block import Block, Way, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, CARD, INLINE, LINE, Style
from pressdesk.blocks.wordings import LANGUAGES
from tests.strategies import blocks, tellable_blocks

PAIRS = [(style, language) for style in BUILT_IN.values() for language in LANGUAGES]
HOUSE = (
    CARD._replace(name="hyphens", phone=PhoneForm.HYPHENS, extension="{number}, ext. {extension}"),
    CARD._replace(
        name="headed",
        heading=(("", "MEDIA CONTACTS"), ("fr", "CONTACTS PRESSE")),
        lead_in=(("", "Our press office"),),
        order=(WayKind.MOBILE, WayKind.OFFICE),
    ),
    LINE._replace(name="uri", phone=PhoneForm.RFC3966, join=" | ", between_ways=" / "),
    CARD._replace(name="below", lines=("{name}", "{ways}", "Office: {office}[ ({title})]")),
    INLINE._replace(name="silent", lead_in=(("", ""),)),
)
SHOUT = Way(WayKind.EMAIL, "press@example.org")


@pytest.mark.parametrize(
    ("style", "language"), PAIRS, ids=[f"{style.name}-{language}" for style, language in PAIRS]
)
def test_parse_undoes_render(style: Style, language: str) -> None:
    """What we print we can read back, whoever is in it (the alphabet is the strategy's)."""

    @settings(max_examples=60)
    @given(block=tellable_blocks(style, language))
    def holds(block: Block) -> None:
        assert parse_block(render_block(block, style), language, style) == block

    holds()


@pytest.mark.parametrize(
    ("style", "language"),
    [*PAIRS, *((style, language) for style in HOUSE for language in ("en", "ar"))],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_render_undoes_parse(style: Style, language: str) -> None:
    """Whatever a text of ours is taken for, it is printed as it was: for every block at all."""

    @settings(max_examples=60)
    @given(block=blocks(language))
    def holds(block: Block) -> None:
        text = render_block(block, style)
        assert render_block(parse_block(text, language, style), style) == text

    holds()
