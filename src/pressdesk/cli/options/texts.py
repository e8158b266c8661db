"""Texts as they come from options: what they say of fields, LANG=TEXT pairs, days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pressdesk.errors import OptionsError
from pressdesk.model.fields import Field
from pressdesk.text.visible import quoted


def given_by(fields: Iterable[Field], options: object) -> dict[str, Any]:
    """Return what a group of options says of fields, by their names; raise OptionsError."""
    given: dict[str, Any] = {}
    for field in fields:
        value = getattr(options, field.option, None)
        if value is not None:
            is_by_language = field.kind.is_by_language
            option = f"--{field.option.replace('_', '-')}"
            given[field.name] = by_language(option, value) if is_by_language else value
    return given


def by_language(option: str, pairs: Iterable[str]) -> dict[str, str]:
    """Split LANG=TEXT; raise OptionsError for one without "=". An empty text is a removal."""
    texts = {}
    for pair in pairs:
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
