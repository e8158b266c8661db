"""Text to a Block: printing and reading undo each other, in every style and language."""

import pytest
from hypothesis import assume, given, settings

from pressdesk.blocks.block import Block, Way, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, CARD, INLINE, LINE, Style
from pressdesk.blocks.wordings import LANGUAGES, get_wording
from tests.strategies import blocks, tellable_blocks
from tests.work import Counting

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

    @settings(max_examples=20)
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

    @settings(max_examples=20)
    @given(block=blocks(language))
    def holds(block: Block) -> None:
        text = render_block(block, style)
        assert render_block(parse_block(text, language, style), style) == text

    holds()


@pytest.mark.parametrize("style", HOUSE, ids=lambda style: style.name)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_styles_of_the_house_are_read_back_too(style: Style, language: str) -> None:
    """With what they print instead of the lead-in, in their order and their form of numbers."""
    like = {"uri": LINE, "silent": INLINE}.get(style.name, CARD)

    @settings(max_examples=20)
    @given(block=tellable_blocks(like, language))
    def holds(block: Block) -> None:
        block = block._replace(lead_in=get_wording(language).lead_in)
        if style.name == "below":
            # The title stands in brackets behind the office, and vanishes with it.
            entries = (one._replace(title=one.office and one.title) for one in block.entries)
            block = block._replace(entries=tuple(entries))
        assume(all(" (" not in (one.office or "") for one in block.entries))
        assert parse_block(render_block(block, style), language, style) == block

    holds()


@pytest.mark.parametrize("style", BUILT_IN.values(), ids=lambda style: style.name)
@pytest.mark.parametrize(
    "bit", ["a\n", "; b", ", Email: a@b.org", "\n\n", "Tel: +1 202 555 0123; or ", "(", "x" * 99]
)
def test_a_long_text_is_read_in_one_go(style: Style, bit: str, counting: Counting) -> None:
    """Twice the text is twice the work, and nothing of it is lost."""
    before = "For more information please contact a"
    parsing, styles = (counting.module(f"blocks.{name}") for name in ("parse", "style"))
    own = styles.BUILT_IN[style.name]
    assert counting.growth(
        lambda text: parsing.parse_block(text, "en", own), bit, 3_000, before=before
    ) == {}  # fmt: skip
    text = before + bit * (20_000 // len(bit))
    assert render_block(parse_block(text, "en", style), style).rstrip("\n") == text.rstrip("\n")
