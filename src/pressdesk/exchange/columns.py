"""The columns of pressdesk's own CSV, and which of them a header means.

A header is matched blind to case, accents, spaces, hyphens, underscores and dots.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pressdesk.errors import InvalidFileError, InvalidValueError
from pressdesk.model.fields import OFFICE, ROW, Field, arranged
from pressdesk.text.folding import fold
from pressdesk.values.places import parse_language
from pressdesk.words import all_meanings

REASON = "reason"
_TAG = r"[ _-]([a-z]{2,3}(?:[-_][a-z0-9]{2,4}){0,2})"
_MOST_SHOWN = 40
_LONGEST_SHOWN = 80


class Columns(NamedTuple):
    """The columns of contacts or of offices.

    fields: by column. kind: the file of words that says what else they are called. localised: what
    a header of a text in one language looks like.
    """

    fields: dict[str, Field]
    kind: str
    localised: re.Pattern[str]

    @property
    def known(self) -> dict[str, str]:
        """The columns by all that they are called, in the form in which headers are compared."""
        return _known_columns(self.kind, tuple(self.fields))


@lru_cache
def _known_columns(kind: str, columns: tuple[str, ...]) -> dict[str, str]:
    return {**all_meanings(kind), **{_plain(column): column for column in columns}}


def _columns(kind: str, fields: Iterable[Field], first: Sequence[str]) -> Columns:
    """Arrange columns: the order is a contract, and begins with what most lists have."""
    by_column = {field.column: field for field in fields}
    prefixes = [column for column, field in by_column.items() if field.kind.is_by_language]
    single = arranged(by_column, first)
    for prefix in prefixes:
        del single[prefix]
    words = "|".join(prefix.removesuffix("_") for prefix in prefixes)
    return Columns(single, kind, re.compile(f"({words}){_TAG}", re.IGNORECASE))


class Mapping(NamedTuple):
    """What the columns of a file mean.

    is_offices: the rows are offices, not contacts. fields: the field of each column, None where it
    is ignored. ignored: what those are called, each once.
    """

    is_offices: bool
    fields: tuple[str | None, ...]
    ignored: tuple[str, ...]


def map_columns(
    name: str, line: int, header: tuple[str, ...], *, has_office: bool = False
) -> Mapping:
    """Return what each column means; raise InvalidFileError if a needed one is missing or doubled.

    name, line: the file and the line of its header, for messages. has_office: contacts need not say
    at which office they are.
    """
    is_offices = not _has_contact_columns(header) and not has_office
    needed = ("name", "country") if is_offices else ("office", "name")[has_office:]
    fields = tuple(find_field(text, is_offices=is_offices) for text in header)
    for field, times in Counter(filter(None, fields)).items():
        if times > 1:
            places = [text for text, found in zip(header, fields, strict=True) if found == field]
            raise InvalidFileError(
                name, line, f"two columns mean {field} ({list_columns(places)}); keep one of them"
            )
    missing = [field for field in needed if field not in fields and not _has_parts(field, fields)]
    if missing:
        raise InvalidFileError(
            name,
            line,
            f"has no column {' and no column '.join(missing)}; contacts need office and name, "
            f"offices need name and country; "
            f'--map "THEIRS={missing[0]}" says which column it is; found: {list_columns(header)}',
        )
    return Mapping(is_offices, fields, _ignored(header, fields))


def _ignored(header: Sequence[str], fields: Sequence[str | None]) -> tuple[str, ...]:
    """Return what the columns are called that mean nothing, each once."""
    ignored = dict.fromkeys(
        text or f"column {place} (without a header)"
        for place, (text, field) in enumerate(zip(header, fields, strict=True), start=1)
        if field is None and _plain(text) != REASON
    )
    return tuple(ignored)


def _has_parts(field: str, fields: Sequence[str | None]) -> bool:
    """Whether a name stands in two columns, as address books and spreadsheets have it."""
    return field == "name" and {"given_name", "family_name"} <= set(fields)


def find_field(text: str, *, is_offices: bool) -> str | None:
    """Return which column a header means, whatever stands beside it; None for another column."""
    columns = OFFICES if is_offices else CONTACTS
    if column := columns.known.get(_plain(text)):
        return column
    match = columns.localised.fullmatch(text)
    if match is None:
        return None
    try:
        return f"{match[1].lower()}_{parse_language(match[2])}"
    except InvalidValueError:  # "title old": a column of somebody else's
        return None


def names_offices(header: tuple[str, ...]) -> bool:
    """Whether rows are offices: nothing says that they are contacts, and one column is theirs.

    Other than a file, a single row may lack what its kind needs.
    """
    known = {find_field(text, is_offices=True) for text in header}
    return not _has_contact_columns(header) and not known.isdisjoint({"country", "code"})


def list_columns(names: Sequence[str]) -> str:
    """Name columns in a message, however many they are and however long."""
    shown = [
        name if len(name) <= _LONGEST_SHOWN else f"{name[: _LONGEST_SHOWN - 1]}…"
        for name in names[:_MOST_SHOWN]
    ]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _has_contact_columns(header: tuple[str, ...]) -> bool:
    """Whether rows are contacts: they have an office, or a way to reach somebody."""
    known = {CONTACTS.known.get(_plain(text)) for text in header}
    return bool(known & {"office", "email", "mobile", "ext"}) or (
        "phone" in known and "country" not in known
    )


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return re.sub(r"[\s_.-]+", "", fold(text))


CONTACTS = _columns("contact_columns", ROW, ("office", "name", "title", "email", "phone", "ext"))
OFFICES = _columns("office_columns", OFFICE, ("name", "country"))
CONTACT_COLUMNS = tuple(CONTACTS.fields)
OFFICE_COLUMNS = tuple(OFFICES.fields)
