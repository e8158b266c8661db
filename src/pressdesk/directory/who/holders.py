"""Who has a key, an address, a name or a number: the only questions about whom something means."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from pressdesk.directory.tables.rows import load_contacts
from pressdesk.model import Contact
from pressdesk.values.phone_number import Number

Answer = list[tuple[Any, ...]]

# Each takes all questions of one kind as a JSON array of arrays, and answers each with the place of
# its question, a row id and what it takes to judge without reading the contact. CROSS JOIN keeps
# SQLite from beginning with a table instead.
QUERIES = {
    "key": """SELECT asked.key, c.id FROM json_each(?1) AS asked
CROSS JOIN contact AS c ON c.key = json_extract(asked.value, '$[0]')
UNION ALL SELECT asked.key, f.contact_id FROM json_each(?1) AS asked
CROSS JOIN former_key AS f ON f.key = json_extract(asked.value, '$[0]')""",
    "email": """SELECT asked.key, c.id, c.name, c.key FROM json_each(?) AS asked
CROSS JOIN email AS e ON e.folded = json_extract(asked.value, '$[0]')
CROSS JOIN contact AS c ON c.id = e.contact_id""",
    # A name, and the code of an office where it is looked for, or null for anywhere.
    "name": """SELECT DISTINCT asked.key, a.contact_id FROM json_each(?) AS asked
CROSS JOIN alias AS a ON a.tier = 1 AND a.folded = json_extract(asked.value, '$[0]')
WHERE a.contact_id IS NOT NULL AND (json_extract(asked.value, '$[1]') IS NULL OR EXISTS (
    SELECT 1 FROM posting AS p CROSS JOIN office AS o ON o.id = p.office_id
    WHERE p.contact_id = a.contact_id AND o.code = json_extract(asked.value, '$[1]')))""",
    # A number and its extension, or null: of their own, or on the switchboard of their office.
    "number": """SELECT asked.key, p.contact_id FROM json_each(?1) AS asked
CROSS JOIN office AS o ON o.switchboard = json_extract(asked.value, '$[0]')
CROSS JOIN posting AS p
ON p.office_id = o.id AND p.extension = json_extract(asked.value, '$[1]')
UNION SELECT asked.key, f.contact_id FROM json_each(?1) AS asked
CROSS JOIN phone AS f ON f.number = json_extract(asked.value, '$[0]')
AND f.extension IS json_extract(asked.value, '$[1]')""",
    # A number, whatever extension stands behind it.
    "line": """SELECT asked.key, f.contact_id FROM json_each(?) AS asked
CROSS JOIN phone AS f ON f.number = json_extract(asked.value, '$[0]')""",
}
# Many people may share a mailbox; more than so many are no help.
_MOST = 50


def ask(connection: sqlite3.Connection, kind: str, asked: Sequence[Sequence[object]]) -> Answer:
    """Return the answers to questions of one kind, each behind the place of its question."""
    return ask_at_once(connection, QUERIES[kind], asked)


def ask_at_once(connection: sqlite3.Connection, query: str, asked: Sequence[object]) -> Answer:
    """Return what a query finds for all that is asked at once, as a JSON array."""
    # Escaped: a lone surrogate cannot be asked for otherwise, and is found nowhere.
    return connection.execute(query, (json.dumps(asked),)).fetchall()


def find_holders(
    connection: sqlite3.Connection,
    *,
    emails: Iterable[str],
    names: Iterable[str],
    numbers: Iterable[Number],
    lines: Iterable[str] = (),
) -> list[Contact]:
    """Return the contacts with an address, a name or a number, public or not, by key.

    emails, names: folded. numbers: on a switchboard too. lines: E.164, of their own, whatever
    extension they have on it.
    """
    questions = {
        "email": [(email,) for email in emails],
        "name": [(name, None) for name in names],
        "number": list(numbers),
        "line": [(line,) for line in lines],
    }
    ids: dict[int, None] = {}
    for kind, asked in questions.items():
        if asked:
            rows = connection.execute(QUERIES[kind], (json.dumps(asked),)).fetchmany(_MOST)
            ids |= dict.fromkeys(row[1] for row in rows)
    contacts = load_contacts(connection, list(ids))
    return sorted(contacts, key=lambda contact: contact.key)
