"""The directory as it was at a moment, as far as the history remembers, in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

from pressdesk.directory.migrations import empty_database
from pressdesk.directory.search.index import office_words, search_row
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.contact_rows import Surroundings, contact_rows
from pressdesk.directory.tables.office_rows import office_rows
from pressdesk.directory.tables.old_records import RecordReader
from pressdesk.directory.tables.records import (
    Record,
    compose_office,
    contact_from_record,
    contact_record,
    office_record,
)
from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.directory.tables.writer import INSERTS, Row, StoredContact
from pressdesk.model import Contact, Office
from pressdesk.values.days import end_of_day

# The last record before a moment; else what the first change after it found; else what is there.
_THEN = """SELECT c.subject_id, c.format, c.after FROM change AS c
JOIN operation AS o ON o.id = c.operation_id
WHERE c.subject = ?1 AND o.at < ?2 AND c.version = (SELECT max(l.version) FROM change AS l
    JOIN operation AS lo ON lo.id = l.operation_id
    WHERE l.subject = ?1 AND l.subject_id = c.subject_id AND lo.at < ?2)"""
_FOUND = """SELECT c.subject_id, c.format, c.before FROM change AS c
JOIN operation AS o ON o.id = c.operation_id
WHERE c.subject = ?1 AND o.at >= ?2 AND c.version = (SELECT min(l.version) FROM change AS l
    WHERE l.subject = ?1 AND l.subject_id = c.subject_id)"""
_PRESENT: Mapping[str, tuple[str, Callable[..., list[Any]], Callable[[Any], Record]]] = {
    "office": ("SELECT id FROM office", load_offices, office_record),
    "contact": ("SELECT id FROM contact", load_contacts, contact_record),
}


@contextmanager
def open_past(directory: Directory, day: date) -> Iterator[Directory]:
    """Yield the directory as it was at the end of a day.

    What the history has forgotten is as it is known first.
    """
    moment = end_of_day(day)
    with closing(empty_database()) as connection:
        # Successors and offices above come in any order.
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN")
        offices = [
            compose_office(record) for record in _records(directory.connection, "office", moment)
        ]
        contacts = [
            contact_from_record(record)
            for record in _records(directory.connection, "contact", moment)
        ]
        _fill(connection, offices, contacts)
        yield Directory(connection)


def _records(connection: sqlite3.Connection, subject: str, moment: str) -> Iterator[Record]:
    """Yield the records of a moment, in the order of their row ids."""
    ids, load, as_record = _PRESENT[subject]
    read = RecordReader(connection).read
    known: dict[int, Record | None] = {}
    for query in (_FOUND, _THEN):
        for row_id, form, text in connection.execute(query, (subject, moment)).fetchall():
            known.setdefault(row_id, None)
            known[row_id] = read(text, form, row_id)
    recorded = {
        row_id for (row_id,) in connection.execute(
            "SELECT DISTINCT subject_id FROM change WHERE subject = ?", (subject,)
        )
    }  # fmt: skip
    forgotten = [row_id for (row_id,) in connection.execute(ids) if row_id not in recorded]
    known |= dict(zip(forgotten, map(as_record, load(connection, forgotten)), strict=True))
    yield from (record for _, record in sorted(known.items()) if record)


def _fill(
    connection: sqlite3.Connection, offices: Sequence[Office], contacts: Sequence[Contact]
) -> None:
    """Write the rows of offices and contacts, without a history."""
    codes = {office.code: row_id for row_id, office in enumerate(offices, start=1)}
    keys = {contact.key: row_id for row_id, contact in enumerate(contacts, start=1)}
    by_code = {office.code: office for office in offices}
    words = {office.code: office_words(office) for office in offices}
    for office in offices:
        first = office._replace(version=1)
        above = codes.get(office.reports_to or "")
        _write(connection, office_rows(codes[office.code], first, office_record(first), above))
    those = [
        StoredContact(
            keys[contact.key], _within(contact, codes), keys.get(contact.successor or ""), None
        )
        for contact in contacts
    ]
    around = Surroundings(
        lambda *_: (),
        lambda *_: (),
        codes.__getitem__,
        lambda contact: search_row(contact, by_code, words).values(),
    )
    _write(connection, contact_rows(those, around) | {"change": [], "former": []})
    shifts = [
        (codes[office.code], place, keys[shift.contact], str(shift.starts_on), str(shift.ends_on))
        for office in offices
        for place, shift in enumerate(office.rota)
        if shift.contact in keys
    ]
    _write(connection, {"rota": shifts})


def _within(contact: Contact, codes: Mapping[str, int]) -> Contact:
    """Return the contact as a new row has it; at an office that nothing is known of it is not."""
    postings = tuple(posting for posting in contact.postings if posting.office in codes)
    return contact._replace(version=1, postings=postings)


def _write(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    for table, those in rows.items():
        connection.executemany(INSERTS[table], those)
