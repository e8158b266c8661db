"""What is said of the fields of a contact, a posting or an office, and the values that it gives."""

from collections.abc import Iterable, Mapping
from typing import Any

from pressdesk.model.fields import Field

# Texts by the names of fields: one, several, or by language. What is absent or None says nothing.
Given = Mapping[str, Any]


def read_given(fields: Iterable[Field], given: Given, owner: object) -> dict[str, Any]:
    """Read the values that are given, by the names of fields; raise InvalidValueError.

    owner: who has them so far: a text in one language leaves those in others.
    """
    values: dict[str, Any] = {}
    for field in fields:
        typed = given.get(field.name)
        if typed is None:
            continue
        value = field.kind.parse(field.called, typed, field.most)
        values[field.name] = (
            _merged(field.get(owner), value) if field.kind.is_by_language else value
        )
    return values


def _merged(stored: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    merged = sorted({**stored, **given}.items())
    return {language: text for language, text in merged if text}
