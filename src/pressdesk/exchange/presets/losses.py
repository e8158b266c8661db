"""What a program has no place for: the values of a line that reading its rows does not give back.

Asked of the rows themselves, so that the answer cannot differ from what is written. Left out is
what no address book knows and no reader misses: key, kind, rank, and when a value was verified.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import split_name
from pressdesk.exchange.presets.writing import (
    number_text,
    shown_emails,
    shown_note,
    shown_numbers,
    shown_title,
)
from pressdesk.model import PhoneKind
from pressdesk.values.extension import split_extension

_BETWEEN_VALUES = re.compile(r"\s*;\s*")
_LISTS = ("email", "languages", "topics")
# The kind `office` is the column "phone": a column "office" names the office itself.
_OTHER_NUMBERS = tuple(str(kind) for kind in PhoneKind if kind is not PhoneKind.OFFICE)


def find_lost(line: Line, rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Name the values of a line that are in none of its rows; rows: as they are read back."""
    held = {one for texts in rows for one in _held(texts)}
    wanted = dict.fromkeys((*_own_values(line), *_posting_values(line), *_numbers(line)))
    return [
        f"{column}: {text}"
        for column, text in wanted
        if text and (column, _comparable(column, text)) not in held
    ]


def _own_values(line: Line) -> Iterator[tuple[str, str]]:
    contact = line.contact
    yield "name", contact.name
    yield "given_name", contact.given_name or ""
    yield "family_name", contact.family_name or ""
    yield "title", contact.title or ""
    yield from ((f"title_{language}", title) for language, title in contact.titles.items())
    yield from (("email", address) for address in shown_emails(line))
    yield from (("languages", language) for language in contact.languages)
    yield from (("topics", topic) for topic in contact.topics)
    yield "note", shown_note(line)
    yield "left_on", contact.left_on.isoformat() if contact.left_on else ""


def _posting_values(line: Line) -> Iterator[tuple[str, str]]:
    yield "title", shown_title(line)
    if line.office:
        yield "office", line.office.name
    if line.posting:
        posting = line.posting
        yield "from", posting.starts_on.isoformat() if posting.starts_on else ""
        yield "until", posting.ends_on.isoformat() if posting.ends_on else ""
        if posting.extension and not (line.office and line.office.switchboard):
            yield "ext", posting.extension


def _numbers(line: Line) -> Iterator[tuple[str, str]]:
    for kind in PhoneKind:
        column = "phone" if kind is PhoneKind.OFFICE else str(kind)
        yield from ((column, number_text(number)) for number in shown_numbers(line, kind))


def _held(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the values of a row that was read, in the form in which they are compared."""
    yield from ((column, text) for column, text in texts.items() if column not in _LISTS)
    for column in _LISTS:
        yield from ((column, one) for one in _BETWEEN_VALUES.split(texts.get(column, "")))
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
    """Give a number as digits and extension: programs lay them out as they please."""
    if column not in {"phone", *_OTHER_NUMBERS}:
        return text
    number, extension = split_extension(text)
    return f"{''.join(filter(str.isdigit, number))};{extension or ''}"
