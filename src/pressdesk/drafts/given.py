"""What is said of the fields of a contact, a posting or an office, and the values that it gives."""

from collections.abc import Mapping
from typing import Any

from pressdesk.model.fields import Field

# Texts by the names of fields: one, several, or by language. What is absent or None says nothing.
Given = Mapping[str, Any]


def read_given(fields: Mapping[str, Field], given: Given, owner: object) -> dict[str, Any]:
    """Read the values that are given, by the names of fields; raise InvalidValueError.

    fields: by their names; what else is given is for others to read.
    owner: who has them so far: a text in one language leaves those in others.
    """
    values: dict[str, Any] = {}
    for name, typed in given.items():
        if typed is None or (field := fields.get(name)) is None:
            continue
        kind = field.kind
        value = kind.parse(field.called, typed, field.most)
        values[name] = _merged(field.get(owner), value) if kind.is_by_language else value
    return values


def _merged(stored: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    merged = sorted({**stored, **given}.items())
    return {language: text for language, text in merged if text}
