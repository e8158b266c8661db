"""A contact or an office as one row of pressdesk's own CSV, and what such a row gives.

An empty cell says nothing. Several values of a cell are parted by semicolons.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pressdesk.exchange.way_columns import Number, Verified, verified_cell, way_columns
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
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


def flatten_contact(
    contact: Contact,
    posting: Posting | None,
    office: Office | None = None,
    *,
    internal: bool = True,
) -> dict[str, str]:
    """Return the columns that have a text, for a contact at one posting.

    office: of the posting; where its switchboard could be taken for the number of an own one, it
    says that this is not so. internal: whether the column `verified_on` names internal values;
    the column `internal` is made of them, and left out by whoever must not show it.
    """
    numbers = [
        Number(phone.kind, phone.number.display, phone.number.extension) for phone in contact.phones
    ]
    phones = list(zip(contact.phones, numbers, strict=True))
    ways = way_columns(
        [str(email.address) for email in contact.emails if email.public],
        [number for phone, number in phones if phone.public],
        [
            *(str(email.address) for email in contact.emails if not email.public),
            *(number.named(numbers) for phone, number in phones if not phone.public),
        ],
        posting.extension if posting else None,
        says_own=_rings_on_switchboard(contact, office),
    )
    texts = {
        **(flatten_posting(posting) if posting else {}),
        **OWN_CELLS.texts(contact),
        **{column: BETWEEN_VALUES.join(values).strip() for column, values in ways.items()},
        "verified_on": _verified_on(contact, numbers, internal=internal),
    }
    return {column: text for column, text in texts.items() if text}


def flatten_office(office: Office) -> dict[str, str]:
    """Return the columns that have a text, for an office."""
    return {column: text for column, text in OFFICE_CELLS.texts(office).items() if text}


def flatten_posting(posting: Posting) -> dict[str, str]:
    """Return the columns of a posting, with its own extension."""
    return _POSTING_CELLS.texts(posting)


def _rings_on_switchboard(contact: Contact, office: Office | None) -> bool:
    """Whether an own number could be taken for an extension on the switchboard."""
    board = office.switchboard.e164 if office and office.switchboard else None
    numbers = [phone.number for phone in contact.phones
               if phone.public and phone.kind is PhoneKind.OFFICE]  # fmt: skip
    return any(number.extension and number.e164 == board for number in numbers)


def _verified_on(contact: Contact, numbers: Sequence[Number], *, internal: bool) -> str:
    """Return the column of days; numbers: as the contact's phones are written."""
    phones = zip(contact.phones, numbers, strict=True)
    verified = [
        *(Verified(str(email.address), email.public, _day(email)) for email in contact.emails),
        *(Verified(number.named(numbers), phone.public, _day(phone)) for phone, number in phones),
    ]
    return verified_cell(way for way in verified if way.is_public or internal)


def _day(way: Email | Phone) -> str:
    return way.verified_on.isoformat() if way.verified_on else ""


def split_values(text: str) -> list[str]:
    """Split a cell into its values."""
    return [value for value in split_cell(text) if value.strip()]


def split_cell(text: str) -> list[str]:
    """Split a cell at its semicolons, and keep empty places."""
    return _BETWEEN_VALUES.split(text) if ";" in text else [text]
