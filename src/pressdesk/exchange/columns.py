"""The columns of pressdesk's own CSV, and which of them a header means.

A header is matched blind to case, accents, spaces, hyphens, underscores and dots.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pressdesk.errors import InvalidFileError, InvalidValueError
from pressdesk.values.folding import fold
from pressdesk.values.places import parse_language
from pressdesk.words import all_meanings

CONTACT_COLUMNS = (
    "office", "name", "title", "email", "phone", "ext",
    "key", "kind", "given_name", "family_name", "mobile", "whatsapp", "satellite", "fax",
    "languages", "topics", "rank", "from", "until", "internal", "country", "note",
    "left_on", "successor", "verified_on", "unlisted", "posting_title",
)  # fmt: skip
OFFICE_COLUMNS = (
    "name", "country",
    "code", "organization", "city", "language", "timezone", "switchboard",
    "extension_digits", "extension_range", "reports_to",
)  # fmt: skip
REASON = "reason"

_LOCALISED = re.compile(r"(title|name)[ _-]([a-z]{2,3}(?:[-_][a-z0-9]{2,4}){0,2})", re.IGNORECASE)
_MOST_SHOWN = 40
_LONGEST_SHOWN = 80


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
    """Say what each column means; raise InvalidFileError when a needed one is missing or doubled.

    name, line: the file and the line of its header, for messages. has_office: contacts need not say
    at which office they are.
    """
    is_offices = not _has_contact_columns(header) and not has_office
    needed = ("name", "country") if is_offices else ("office", "name")[has_office:]
    fields = tuple(find_field(text, is_offices=is_offices) for text in header)
    for field, times in Counter(fields).items():
        if field is not None and times > 1:
            places = [text for text, one in zip(header, fields, strict=True) if one == field]
            raise InvalidFileError(
                name, line, f"two columns mean {field} ({list_columns(places)}); keep one of them"
            )
    missing = [one for one in needed if one not in fields and not _has_parts(one, fields)]
    if missing:
        raise InvalidFileError(
            name,
            line,
            f"has no column {' and no column '.join(missing)}; contacts need office and name, "
            f"offices need name and country; "
            f'--map "THEIRS={missing[0]}" says which column it is; found: {list_columns(header)}',
        )
    ignored = dict.fromkeys(
        text or f"column {place} (without a header)"
        for place, (text, one) in enumerate(zip(header, fields, strict=True), start=1)
        if one is None and _plain(text) != REASON
    )
    return Mapping(is_offices, fields, tuple(ignored))


def _has_parts(field: str, fields: Sequence[str | None]) -> bool:
    """Ask whether a name stands in two columns, as address books and spreadsheets have it."""
    return field == "name" and {"given_name", "family_name"} <= set(fields)


def find_field(text: str, *, is_offices: bool) -> str | None:
    """Say which column one header means, whatever stands beside it; None for somebody else's."""
    columns = OFFICE_COLUMNS if is_offices else CONTACT_COLUMNS
    plain = _plain(text)
    by_plain = {_plain(column): column for column in columns}
    meant = all_meanings("office_columns" if is_offices else "contact_columns")
    if plain in by_plain or plain in meant:
        return by_plain.get(plain) or meant[plain]
    match = _LOCALISED.fullmatch(text)
    wanted = "name" if is_offices else "title"
    if match is None or match[1].lower() != wanted:
        return None
    try:
        return f"{wanted}_{parse_language(match[2])}"
    except InvalidValueError:  # "title old": a column of somebody else's
        return None


def names_offices(header: tuple[str, ...]) -> bool:
    """Ask whether rows are offices: nothing says that they are contacts, and one column is theirs.

    Other than a file, a single row may lack what its kind needs.
    """
    known = {find_field(text, is_offices=True) for text in header}
    return not _has_contact_columns(header) and not known.isdisjoint({"country", "code"})


def list_columns(names: Sequence[str]) -> str:
    """Name columns in a message, however many they are and however long."""
    shown = [
        one if len(one) <= _LONGEST_SHOWN else f"{one[: _LONGEST_SHOWN - 1]}…"
        for one in names[:_MOST_SHOWN]
    ]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _has_contact_columns(header: tuple[str, ...]) -> bool:
    """Ask whether rows are contacts: they have an office, or a way to reach somebody."""
    meant = all_meanings("contact_columns")
    plain = {meant.get(_plain(text), _plain(text)) for text in header}
    return bool(plain & {"office", "email", "mobile", "ext"}) or (
        "phone" in plain and "country" not in plain
    )


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return re.sub(r"[\s_.-]+", "", fold(text))
