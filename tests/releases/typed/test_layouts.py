"""Sentences, lists and other layouts as people type them."""

import pytest

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.style import INLINE
from pressdesk.releases.typed.layouts import read_told_block


def test_a_sentence_is_a_block() -> None:
    """With who is meant, where, and every way to reach them."""
    told = read_told_block(
        ["For more information, please contact Maria Moreno at IOM Washington DC,",
         "Email: media@iom.int, Tel: +1 202 862 1826 ext. 129.", "", "Ends"]
    )  # fmt: skip
    assert told is not None
    assert (told.lines, told.style) == (2, INLINE)
    (entry,) = told.entries
    assert (entry.name, entry.office) == ("Maria Moreno", "IOM Washington DC")
    assert [(way.kind, way.text, way.extension) for way in entry.ways] == [
        (WayKind.EMAIL, "media@iom.int", None),
        (WayKind.OFFICE, "+1 202 862 1826", "129"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ships sail",
        "For more information contact Maria at IOM\nTel: +1 202 862 1826",
        "For more information contact Maria Moreno, tel. +1 202 862 18",
        "For more information contact Maria Moreno, tel. +1 202 862 1826\nor ask the night porter",
        "For more information, please contact the press office.",
    ],
)
def test_what_is_not_wholly_clear_is_none(text: str) -> None:
    """Whose number it is, what it is, and that no line is left over."""
    assert read_told_block(text.split("\n")) is None


def test_two_desks_in_one_sentence_are_two() -> None:
    """None of them vanishes into the other."""
    line = (
        "Pressestelle: Field Media Team, Harbour Relief Amman, E: field@iom.int, Satellit "
        "+881 6 123 45678; London Newsdesk, Harbour Relief London, Tel. +44 20 7946 0958, "
        "news@iom.int"
    )
    told = read_told_block([line])
    assert told is not None
    assert [one.name for one in told.entries] == ["Field Media Team", "London Newsdesk"]
    assert [len(one.ways) for one in told.entries] == [2, 2]
