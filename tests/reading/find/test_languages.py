"""Which language a few lines are in."""

import pytest

from pressdesk.reading.find.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The call is for the media and the public.", "en"),
        ("Rückfragen bitte an die Leiterin der Abteilung und auch bei dem Verein", "de"),
        ("Le bureau est ouvert pour les journalistes dans la ville et le port", "fr"),
        ("La oficina de prensa es para los medios y el público", "es"),
        ("Контакты для СМИ", "ru"),
        ("报道联系", "zh"),
        ("Paula Weiss, 212-697-2600", None),
        ("", None),
    ],
)
def test_small_words_tell(text: str, language: str | None) -> None:
    """Names and numbers tell nothing."""
    assert guess_language([text]) == language


def test_one_word_can_be_enough() -> None:
    """Where it is asked of a heading alone."""
    assert guess_language(["Informações aos media"], fewest=1) == "pt"
    assert guess_language(["Informações aos media"]) is None
