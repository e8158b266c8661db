"""Everybody who is or was posted to an office, read for many offices at once."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.errors import NotFoundError
from pressdesk.model import Contact, Duty, Office

T = TypeVar("T")

_POSTED = """SELECT o.code, p.contact_id, p.position
FROM office AS o JOIN posting AS p ON p.office_id = o.id JOIN contact AS c ON c.id = p.contact_id
WHERE o.code IN ({}) ORDER BY p.rank IS NULL, p.rank, c.sort_text, c.key, p.position"""
# The most values in one statement (SQLITE_MAX_VARIABLE_NUMBER was 999 for long).
_MOST_ASKED = 900
# What is read on the way (offices above, successors) and kept for the next who asks.
_MOST_KEPT = 500


class StoredRosters:
    """The people of offices, from the tables; what was read is kept until the next `load`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._duties: dict[str, list[Duty]] = {}
        self._offices: dict[str, Office] = {}
        self._contacts: dict[str, Contact] = {}

    def load(self, offices: Iterable[Office]) -> None:
        """Read the people of many offices at once, and forget those that were read before."""
        self._offices.clear()
        self._contacts.clear()
        self._duties = _load_duties(self._connection, {one.code: one for one in offices})

    def of(self, office: Office) -> Sequence[Duty]:
        """Give everybody ever posted to an office, by rank and name: a Duty for each posting."""
        found = self._duties.get(office.code)
        if found is None:
            found = _load_duties(self._connection, {office.code: office})[office.code]
            _keep(self._duties, office.code, found)
        return found

    def office(self, code: str) -> Office:
        """Get an office by its code; raise NotFoundError."""
        if code not in self._offices:
            ids = _row_ids(self._connection, "SELECT id FROM office WHERE code = ?", code)
            if not ids:
                raise NotFoundError("office", code)
            _keep(self._offices, code, load_offices(self._connection, ids)[0])
        return self._offices[code]

    def contact(self, key: str) -> Contact:
        """Get a contact by its key; raise NotFoundError."""
        if key not in self._contacts:
            ids = _row_ids(self._connection, "SELECT id FROM contact WHERE key = ?", key)
            if not ids:
                raise NotFoundError("contact", key)
            _keep(self._contacts, key, load_contacts(self._connection, ids)[0])
        return self._contacts[key]


def _load_duties(
    connection: sqlite3.Connection, offices: Mapping[str, Office]
) -> dict[str, list[Duty]]:
    duties: dict[str, list[Duty]] = {code: [] for code in offices}
    codes = iter(offices)
    while asked := list(islice(codes, _MOST_ASKED)):
        marks = ", ".join("?" * len(asked))
        rows = connection.execute(_POSTED.format(marks), asked).fetchall()
        ids = list(dict.fromkeys(row_id for _, row_id, _ in rows))
        contacts = dict(zip(ids, load_contacts(connection, ids), strict=True))
        for code, row_id, position in rows:
            contact = contacts[row_id]
            duties[code].append(Duty(contact, offices[code], contact.postings[position]))
    return duties


def _row_ids(connection: sqlite3.Connection, query: str, value: str) -> list[int]:
    return [row_id for (row_id,) in connection.execute(query, (value,))]


def _keep(kept: dict[str, T], key: str, found: T) -> None:
    """Keep what was read; beyond a number the oldest is forgotten."""
    if len(kept) >= _MOST_KEPT:
        del kept[next(iter(kept))]
    kept[key] = found
