"""Erasing a person: no row, no record of the history and no free page keeps a byte of them.

What stays is a list of digests, by which a backup that is restored, and a record that names the
person still, are known again (see `apply_erasures`).
"""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pressdesk.directory.connection import open_connection, prepare
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.history.recording import Operation
from pressdesk.directory.tables.records import Record
from pressdesk.directory.tables.rows import load_contacts
from pressdesk.directory.upkeep.person import (
    Person,
    all_records,
    existing_ids,
    keys_of,
    load_followed,
    person_by_key,
)
from pressdesk.model import Contact
from pressdesk.values.names import fold_name

_MENTIONS = "SELECT id, before, after FROM change WHERE instr({0}, ?1) ORDER BY id"
_SALT_BYTES = 16
# A row of the table of who was erased: digest, salt and day.
_Noted = tuple[bytes, bytes, str]


def erase(editor: DirectoryEditor, key: str) -> list[Contact]:
    """Take a person out of rows, search and history, and note that they were erased.

    key: of somebody in the directory, or who was. Returns whose successor they were: these have
    none now. `clean_pages` must follow when it is stored.
    """
    connection = editor.connection
    connection.execute("PRAGMA secure_delete=ON")
    person = person_by_key(connection, key)
    followed = [
        editor.change_contact(contact, contact._replace(successor=None))
        for contact in load_followed(connection, key)
    ]
    _forget(editor, person)
    _note(connection, person.records)
    return followed


def apply_erasures(connection: sqlite3.Connection, erased: Iterable[_Noted]) -> None:
    """Erase again whoever was erased, from a copy that has them still.

    erased: rows of the table of a directory. The copy learns those that it lacks: it is older than
    they are. Whoever came later by the same name is not meant.
    """
    known = set(load_erasures(connection))
    rows = [row for row in erased if row not in known]
    connection.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", rows)
    salts = {salt: day for _, salt, day in rows}
    digests = {digest for digest, _, _ in rows}
    ids = {
        row_id
        for row_id, record in all_records(connection)
        if any(not digests.isdisjoint(_digests(record, salt)) for salt in salts)
    }
    if not ids:
        return
    prepare(connection)
    editor = DirectoryEditor(connection, Operation("contact erase", kind="erase"))
    connection.execute("BEGIN")
    while keys := keys_of(connection, ids):  # one person may have been there twice
        erase(editor, keys[0])
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def load_erasures(connection: sqlite3.Connection) -> list[_Noted]:
    """Return the rows of the table of who was erased: digest, salt and day."""
    return connection.execute("SELECT digest, salt, erased_on FROM erased").fetchall()


def clean_pages(path: Path, timeout: float) -> None:
    """Write the file anew, so that no free page and no gap in a page keeps what was there."""
    with open_connection(path, timeout, writing=True) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")


def _forget(editor: DirectoryEditor, person: Person) -> None:
    """Delete the rows and the history of a person, and their keys in what others were."""
    connection = editor.connection
    editor.begin()
    for office in editor.offices():
        rota = tuple(shift for shift in office.rota if shift.contact not in person.keys)
        editor.change_office(office, office._replace(rota=rota))
    for contact in load_contacts(connection, existing_ids(connection, person.ids)):
        editor.remove_contact(contact)
    ids = json.dumps(sorted(person.ids))
    for table in ("change", "former"):
        connection.execute(
            f"DELETE FROM {table} WHERE subject = 'contact' "  # noqa: S608  # names of ours
            "AND subject_id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
    for key in person.keys:
        for side in ("before", "after"):
            _scrub(connection, side, key, person.keys)
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _scrub(connection: sqlite3.Connection, side: str, key: str, keys: Collection[str]) -> None:
    """Take a key out of what others were: as a successor, and from the rotas of offices."""
    written = json.dumps(key, ensure_ascii=False)
    for row_id, *texts in connection.execute(_MENTIONS.format(side), (written,)).fetchall():
        record = json.loads(texts[0 if side == "before" else 1])
        if record.get("successor") in keys:
            record["successor"] = None
        if "rota" in record:
            record["rota"] = [shift for shift in record["rota"] if shift["contact"] not in keys]
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        connection.execute(
            f"UPDATE change SET {side} = ? WHERE id = ?",  # noqa: S608  # a name of ours
            (text, row_id),
        )


def _note(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Write the digests by which the person is known again."""
    salt = os.urandom(_SALT_BYTES)
    day = datetime.now(UTC).date().isoformat()
    digests = {digest for record in records for digest in _digests(record, salt)}
    connection.executemany(
        "INSERT OR IGNORE INTO erased (digest, salt, erased_on) VALUES (?, ?, ?)",
        [(digest, salt, day) for digest in sorted(digests)],
    )


def _digests(record: Record, salt: bytes) -> Iterator[bytes]:
    """Yield what tells a person: the name with the key, with each address and with each number.

    An address alone does not: it may be a colleague's by now.
    """
    name = fold_name(record["name"])
    yield _digest(salt, name, "key", record["key"])
    for email in record["emails"]:
        yield _digest(salt, name, "email", email["address"].casefold())
    for phone in record["phones"]:
        yield _digest(salt, name, "phone", f"{phone['number']}/{phone['extension'] or ''}")


def _digest(salt: bytes, *texts: str) -> bytes:
    return sha256(salt + "\0".join(texts).encode()).digest()
