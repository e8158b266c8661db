"""How a block begins, in every language."""

import pytest

from pressdesk.releases.typed.beginnings import (
    further_languages,
    is_alone,
    lead_in_languages,
    one_line_languages,
    stands_alone,
    without_colon,
)
from pressdesk.words import phrases


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("For more information please contact", ("en",)),
        ("FOR MORE INFORMATION, PLEASE CONTACT:", ("en",)),
        ("Pressekontakt:", ("de",)),
        ("如需更多信息，请联系", ("zh",)),
        ("Contacted by the ministry", ()),
        ("Contact lenses are dear.", ()),
        ("", ()),
    ],
)
def test_lead_ins_are_known_in_every_language(line: str, languages: tuple[str, ...]) -> None:
    """Blind to case and to a colon; a heading stands alone."""
    assert lead_in_languages(line) == languages


@pytest.mark.parametrize(
    "line", ["Voor meer informatie:", "För mer information, kontakta", "お問い合わせ先"]
)
def test_languages_that_we_print_none_in_are_known_too(line: str) -> None:
    """They begin a block, alone or with somebody behind them."""
    assert further_languages(line)
    assert further_languages(f"{line} Jan Jansen")
    assert is_alone(line, ())


def test_a_longer_word_is_no_lead_in() -> None:
    """Contactinformatie is one; Contactinformatiepunt is not."""
    assert "Contactinformatie" in phrases("openings", "nl")
    assert further_languages("Contactinformatie")
    assert not further_languages("Contactinformatiepunt Rotterdam")
    assert lead_in_languages("For more information please contacting nobody") == ()


def test_a_heading_has_nobody_behind_it() -> None:
    """A sentence goes on."""
    assert stands_alone("Media contact:", "en")
    assert not stands_alone("Media contact: Maria G. Moreno", "en")
    assert without_colon(" Media contact : ") == "Media contact"


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("Press contact: Maria G. Moreno, tel. +1 202 862 1826", ("en",)),
        ("Pressestelle：Maria G. Moreno", ("de",)),
        ("Harbour Relief's media contact: Maria G. Moreno", ("en",)),
        ("Press contact:", ()),
        ("Press contact Maria G. Moreno", ()),
        ("Enquiries rose by half: 20 a day", ()),
    ],
)
def test_a_heading_may_have_people_behind_its_colon(line: str, languages: tuple[str, ...]) -> None:
    """In the same line, where a colon parts them."""
    assert one_line_languages(line) == languages
