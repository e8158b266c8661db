"""What a program has no place for: the values of a line that reading its rows does not give back.

Asked of the rows themselves, so that the answer cannot differ from what is written. Left out is
what no address book knows and no reader misses: key, kind, rank, and when a value was verified.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import split_name
from pressdesk.exchange.presets.preset import Preset
from pressdesk.exchange.presets.writing import (
    number_text,
    shown_numbers,
)
from pressdesk.exchange.way_columns import digits_of
from pressdesk.model import PhoneKind
from pressdesk.model.fields import CONTACT, POSTING, Field
from pressdesk.model.phone_kinds import COLUMNS, KIND_OF_COLUMN, NAMES
from pressdesk.values.extension import split_extension

_BETWEEN_VALUES = re.compile(r"\s*;\s*")
_OTHER_NUMBERS = [column for column, kind in KIND_OF_COLUMN.items() if kind is not PhoneKind.OFFICE]
_LISTS = ("email", *(field.column for field in CONTACT if field.kind.is_list))


class Lost(NamedTuple):
    """A value that a program has no place for, and the column that it has here."""

    column: str
    text: str


def find_lost(preset: Preset, line: Line) -> list[Lost]:
    """Return the values of a line that a program has no place for: what its rows do not hold."""
    emails: list[str | None] = [None]
    if preset.is_per_email and (taken := preset.find_emails(line)):
        emails = [*taken]
    rows = [dict(zip(preset.header, preset.dump_row(line, email), strict=True)) for email in emails]
    held = {value for row in rows for value in _held(preset.read_row(row).texts)}
    wanted = dict.fromkeys((*_own_values(line), *_posting_values(line), *_numbers(line)))
    return [
        Lost(column, text)
        for column, text in wanted
        if text and (column, _comparable(column, text)) not in held
    ]


def _own_values(line: Line) -> Iterator[tuple[str, str]]:
    for field in CONTACT:
        if field.is_missed and (line.internal or not field.is_internal):
            yield from _values(field, line.contact)
    yield from (("email", address) for address in line.emails)


def _values(field: Field, owner: object) -> Iterator[tuple[str, str]]:
    value = field.get(owner)
    if field.kind.is_by_language:
        yield from ((f"{field.column}{language}", text) for language, text in value.items())
    elif field.kind.is_list:
        yield from ((field.column, text) for text in value)
    else:
        yield field.column, field.kind.text(value)


def _posting_values(line: Line) -> Iterator[tuple[str, str]]:
    yield "title", line.title
    if line.office:
        yield "office", line.office.name
    if line.posting:
        for field in POSTING:
            if field.is_missed:
                yield from _values(field, line.posting)
        if line.posting.extension and not (line.office and line.office.switchboard):
            yield "ext", line.posting.extension


def _numbers(line: Line) -> Iterator[tuple[str, str]]:
    for kind, names in NAMES.items():
        yield from ((names.column, number_text(number)) for number in shown_numbers(line, kind))


def _held(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the values of a row that was read, in the form in which they are compared."""
    yield from ((column, text) for column, text in texts.items() if column not in _LISTS)
    for column in _LISTS:
        yield from ((column, value) for value in _BETWEEN_VALUES.split(texts.get(column, "")))
    numbers = _BETWEEN_VALUES.split(texts.get("phone", ""))
    extensions = _BETWEEN_VALUES.split(texts.get("ext", ""))
    extensions += [""] * (len(numbers) - len(extensions))
    for number, extension in zip(numbers, extensions, strict=False):
        yield "phone", _comparable("phone", f"{number} ext {extension}" if extension else number)
    for column in _OTHER_NUMBERS:
        for number in _BETWEEN_VALUES.split(texts.get(column, "")):
            yield column, _comparable(column, number)
    if "name" in texts:
        parts = split_name(texts["name"], texts.get("given_name"), texts.get("family_name"))
        yield "given_name", parts.given
        yield "family_name", parts.family


def _comparable(column: str, text: str) -> str:
    """Return a number as digits and extension: programs lay them out as they please."""
    if column not in COLUMNS:
        return text
    number, extension = split_extension(text)
    return f"{digits_of(number)};{extension or ''}"
