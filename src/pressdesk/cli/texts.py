"""Texts as they come from options: LANG=TEXT pairs, days."""

from collections.abc import Iterable
from datetime import date

from pressdesk.errors import OptionsError
from pressdesk.visible import quoted


def by_language(option: str, pairs: Iterable[str] | None) -> dict[str, str]:
    """Split LANG=TEXT; raise OptionsError for one without "=". An empty text is a removal."""
    texts = {}
    for pair in pairs or ():
        language, equals, text = pair.partition("=")
        if not equals or not language.strip():
            raise OptionsError(f'{option} {quoted(pair)}: expected LANG=TEXT, as in "fr=Genève"')
        texts[language.strip()] = text
    return texts


def day_or_today(text: str | None) -> date:
    """Return the day of --on, else that of the person who asks; raise InvalidValueError."""
    if text is None:
        return date.today()  # noqa: DTZ011
    from pressdesk.values.days import parse_day

    return parse_day("on", text)
