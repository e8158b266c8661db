"""A contact or an office as one row of pressdesk's own CSV, and what such a row gives.

An empty cell says nothing. Several values of a cell are parted by semicolons.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pressdesk.exchange.way_columns import Number, way_columns
from pressdesk.model import Contact, Office, Posting
from pressdesk.model.fields import CONTACT, OFFICE, POSTING, Field
from pressdesk.model.kinds import BETWEEN_VALUES

# ";ext=" belongs to its number (RFC 3966).
_BETWEEN_VALUES = re.compile(r"\s*;(?!\s*ext\s*=)\s*", re.IGNORECASE)


class Cells:
    """The columns of somebody's own fields."""

    def __init__(self, fields: Sequence[Field]) -> None:
        single = [field for field in fields if not field.kind.is_by_language]
        localised = [field for field in fields if field.kind.is_by_language]
        self._single = [(field.column, field.get, field.kind.text) for field in single]
        self._localised = [(field.column, field.get, field.name) for field in localised]
        self._names = {field.column: (field.name, field.kind.is_list) for field in single}

    def texts(self, owner: object) -> dict[str, str]:
        """Return the text of each column, and of those of texts by language."""
        texts = {column: text(get(owner)) for column, get, text in self._single}
        for prefix, get, _ in self._localised:
            texts |= {f"{prefix}{language}": text for language, text in get(owner).items()}
        return texts

    def given(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """Return what a row says, by the names of fields."""
        given: dict[str, Any] = {}
        for column, text in texts.items():
            if column in self._names:
                name, is_list = self._names[column]
                given[name] = split_values(text) if is_list else text
        for prefix, _, name in self._localised:
            those = {column.removeprefix(prefix): text for column, text in texts.items()
                     if column.startswith(prefix)}  # fmt: skip
            if those:
                given[name] = those
        return given


OWN_CELLS, OFFICE_CELLS, _POSTING_CELLS = map(Cells, (CONTACT, OFFICE, POSTING))


def flatten_contact(contact: Contact, posting: Posting | None) -> dict[str, str]:
    """Return the columns that have a text, for a contact at one posting.

    `internal` names the internal values; `verified_on` is a day where all public values have the
    same.
    """
    public = [phone for phone in contact.phones if phone.public]
    ways = way_columns(
        [str(email.address) for email in contact.emails if email.public],
        [Number(phone.kind, phone.number.display, phone.number.extension) for phone in public],
        [
            *(str(email.address) for email in contact.emails if not email.public),
            *(str(phone.number) for phone in contact.phones if not phone.public),
        ],
        posting.extension if posting else None,
    )
    texts = {
        **(flatten_posting(posting) if posting else {}),
        **OWN_CELLS.texts(contact),
        **{column: BETWEEN_VALUES.join(values).strip() for column, values in ways.items()},
        "verified_on": _verified_on(contact),
    }
    return {column: text for column, text in texts.items() if text}


def flatten_office(office: Office) -> dict[str, str]:
    """Return the columns that have a text, for an office."""
    return {column: text for column, text in OFFICE_CELLS.texts(office).items() if text}


def flatten_posting(posting: Posting) -> dict[str, str]:
    """Return the columns of a posting, with its own extension."""
    return _POSTING_CELLS.texts(posting)


def _verified_on(contact: Contact) -> str:
    """Return the day on which all public values were verified; empty where they differ."""
    days = {email.verified_on for email in contact.emails if email.public}
    days |= {phone.verified_on for phone in contact.phones if phone.public}
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day else ""


def split_values(text: str) -> list[str]:
    """Split a cell into its values."""
    return [value for value in split_cell(text) if value.strip()]


def split_cell(text: str) -> list[str]:
    """Split a cell at its semicolons, and keep empty places."""
    return _BETWEEN_VALUES.split(text) if ";" in text else [text]
