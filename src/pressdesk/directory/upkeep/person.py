"""All that a directory holds about one person: rows of now, of then, and under other keys."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from pressdesk.directory.store import Directory
from pressdesk.directory.tables.derived import contact_chunks
from pressdesk.directory.tables.old_records import RecordReader
from pressdesk.directory.tables.records import Record, contact_record
from pressdesk.directory.tables.rows import load_contacts
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.text.folding import fold
from pressdesk.values.names import fold_name

_RECORDS = """SELECT subject_id, before, after FROM change WHERE subject = 'contact'
AND (subject_id IN (SELECT value FROM json_each(?1)) OR EXISTS (SELECT 1 FROM json_each(?2) AS asked
    WHERE instr(coalesce(before, ''), asked.value) OR instr(coalesce(after, ''), asked.value)))"""
# Who is nobody's row any more, as they were when they were removed.
_REMOVED = """SELECT subject_id, before FROM change AS c WHERE subject = 'contact'
AND after IS NULL AND NOT EXISTS (SELECT 1 FROM contact WHERE id = c.subject_id) ORDER BY id"""
_FORMER_KEYS = """SELECT f.key FROM former_key AS f JOIN contact AS c ON c.id = f.contact_id
WHERE c.key = ?"""


_FOLLOWED = """SELECT c.id FROM contact AS c JOIN contact AS s ON s.id = c.successor
WHERE s.key = ? ORDER BY c.id"""
# Whoever came back by an undo had another row id before.
_CAME_BACK = """SELECT 1 FROM change AS c JOIN operation AS o ON o.id = c.operation_id
WHERE c.subject = 'contact' AND c.subject_id = ? AND c.before IS NULL AND o.kind = 'undo'"""
_HISTORY = """SELECT o.at, o.actor, o.command, c.format, c.subject_id, c.before, c.after
FROM change AS c JOIN operation AS o ON o.id = c.operation_id
WHERE c.subject = 'contact' AND c.subject_id IN (SELECT value FROM json_each(?)) ORDER BY c.id"""
_FORMER = """SELECT f.kind, f.value, f.extension, date(o.at) FROM former AS f
JOIN operation AS o ON o.sequence = f.operation
WHERE f.subject = 'contact' AND f.subject_id IN (SELECT value FROM json_each(?)) ORDER BY f.id"""
_ROTA = """SELECT o.code, r.starts_on, r.ends_on FROM rota AS r
JOIN office AS o ON o.id = r.office_id
WHERE r.contact_id IN (SELECT value FROM json_each(?)) ORDER BY r.starts_on, o.code"""


class Person(NamedTuple):
    """One person: key and name of now, or of when they were removed.

    ids: row ids, of now and of before an undo. keys: of now, of then, and those of contacts that
    were merged. records: of every state.
    """

    key: str
    name: str
    ids: set[int]
    keys: set[str]
    records: list[Record]


def find_person(directory: Directory, who: str) -> Person:
    """Find who is meant: of those in the directory, else of those whom the history remembers.

    Raises NotFoundError and AmbiguousError.
    """
    try:
        key = directory.get_contact(who).key
    except NotFoundError:
        asked = (fold(who.strip()), fold_name(who))
        removed = {
            record["key"]: record["name"]
            for _, record in _removed(directory.connection)
            if fold(record["key"]) == asked[0] or fold_name(record["name"]) == asked[1]
        }
        if len(removed) > 1:
            candidates = [("contact", key, name) for key, name in removed.items()]
            raise AmbiguousError(who, candidates) from None
        if not removed:
            raise
        key = next(iter(removed))
    return person_by_key(directory.connection, key)


def find_lives(directory: Directory, who: str) -> tuple[str, list[int]]:
    """Return what somebody is (office or contact), and the row ids of now and of before.

    Raises NotFoundError and AmbiguousError.
    """
    connection = directory.connection
    try:
        found = directory.get(who)
    except NotFoundError:
        return "contact", sorted(find_person(directory, who).ids)
    if isinstance(found, Office):
        return "office", _column(connection, "SELECT id FROM office WHERE code = ?", found.code)
    ids = _column(connection, "SELECT id FROM contact WHERE key = ?", found.key)
    if found.former_keys or connection.execute(_CAME_BACK, ids).fetchone():
        return "contact", sorted(person_by_key(connection, found.key).ids)
    return "contact", ids


def person_by_key(connection: sqlite3.Connection, key: str) -> Person:
    """Return the person who has a key, or had it when they were removed.

    Another record is theirs where it has a key of theirs and a name of theirs.
    """
    gone = [(row_id, record) for row_id, record in _removed(connection) if record["key"] == key]
    ids = set(_column(connection, "SELECT id FROM contact WHERE key = ?", key))
    ids |= {row_id for row_id, _ in gone}
    merged = set(_column(connection, _FORMER_KEYS, key))
    present = load_contacts(connection, existing_ids(connection, ids))
    records = [contact_record(contact) for contact in present] or [gone[-1][1]]
    name, known = records[0]["name"], -1
    while known != len(records):
        known = len(records)
        called = {(record["key"], fold_name(record["name"])) for record in records}
        keys = {key, *merged, *(record["key"] for record in records)}
        for row_id, record in _records(connection, ids, keys):
            is_theirs = (record["key"], fold_name(record["name"])) in called
            if row_id in ids or is_theirs or record["key"] in merged:
                ids.add(row_id)
                if record not in records:
                    records.append(record)
    return Person(key, name, ids, keys, records)


def held_about(directory: Directory, person: Person) -> dict[str, Any]:
    """Return all that is held about a person as JSON data, history and sources included."""
    connection = directory.connection
    ids, read = json.dumps(sorted(person.ids)), RecordReader(connection).read
    present = load_contacts(connection, existing_ids(connection, person.ids))
    return {
        "key": person.key,
        "name": person.name,
        "contact": contact_record(present[0]) if present else None,
        "keys": sorted(person.keys),
        "successor_of": [contact.key for contact in load_followed(connection, person.key)],
        "rota": _objects(connection, _ROTA, ids, ("office", "starts_on", "ends_on")),
        "former_values": _objects(
            connection, _FORMER, ids, ("kind", "value", "extension", "until")
        ),
        "history": [
            {
                "at": at, "actor": actor, "command": command,
                "before": read(before, form, row_id), "after": read(after, form, row_id),
            }
            for at, actor, command, form, row_id, before, after
            in connection.execute(_HISTORY, (ids,)).fetchall()
        ],
    }  # fmt: skip


def load_followed(connection: sqlite3.Connection, key: str) -> list[Contact]:
    """Return whose successor a contact is."""
    return load_contacts(connection, _column(connection, _FOLLOWED, key))


def existing_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """Return those row ids that a contact has."""
    query = "SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return _column(connection, query, json.dumps(sorted(ids)))


def all_records(connection: sqlite3.Connection) -> Iterator[tuple[int, Record]]:
    """Yield every contact of now and of then, with its row id."""
    for some in contact_chunks(connection):
        yield from ((row_id, contact_record(contact)) for row_id, contact in some)
    query = "SELECT subject_id, before, after FROM change WHERE subject = 'contact'"
    for row_id, *texts in connection.execute(query):
        yield from ((row_id, json.loads(text)) for text in texts if text)


def keys_of(connection: sqlite3.Connection, ids: Collection[int]) -> list[str]:
    """Return the keys of row ids: those of now, or of when they were removed."""
    keys = {record["key"] for row_id, record in _removed(connection) if row_id in ids}
    present = load_contacts(connection, existing_ids(connection, ids))
    return sorted(keys | {contact.key for contact in present})


def _removed(connection: sqlite3.Connection) -> Iterator[tuple[int, Record]]:
    for row_id, before in connection.execute(_REMOVED).fetchall():
        yield row_id, json.loads(before)


def _records(
    connection: sqlite3.Connection, ids: Iterable[int], keys: Iterable[str]
) -> list[tuple[int, Record]]:
    """Return the records of some row ids, and those in which one of the keys is written."""
    written = json.dumps([f'"key":{json.dumps(key, ensure_ascii=False)}' for key in keys])
    rows = connection.execute(_RECORDS, (json.dumps(sorted(ids)), written))
    return [(row_id, json.loads(text)) for row_id, *texts in rows for text in texts if text]


def _column(connection: sqlite3.Connection, query: str, value: str) -> list[Any]:
    return [row[0] for row in connection.execute(query, (value,))]


def _objects(
    connection: sqlite3.Connection, query: str, ids: str, names: Iterable[str]
) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in connection.execute(query, (ids,))]
