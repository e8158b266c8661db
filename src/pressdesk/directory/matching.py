"""Which stored contact a new one is (CONTRACTS: import)."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.directory.rows import load_contacts
from pressdesk.model import Contact
from pressdesk.values.folding import fold_words

_BY_KEY = "SELECT id FROM contact WHERE key = ?"
_BY_EMAIL = """SELECT c.id, c.name FROM email AS e JOIN contact AS c ON c.id = e.contact_id
WHERE e.folded = ? ORDER BY c.key"""
_BY_NAME = """SELECT DISTINCT a.contact_id FROM alias AS a
JOIN posting AS p ON p.contact_id = a.contact_id JOIN office AS o ON o.id = p.office_id
WHERE a.tier = 1 AND a.folded = ? AND o.code = ?"""


class Match(NamedTuple):
    """The stored contact, if there is one, and what the user should hear about others.

    namesakes: those at the office, when the name alone cannot tell which of them is meant.
    """

    contact: Contact | None
    warnings: list[str]
    namesakes: tuple[Contact, ...] = ()


def find_match(
    connection: sqlite3.Connection,
    *,
    key: str | None,
    name: str,
    emails: Sequence[str],
    office: str | None,
) -> Match:
    """Find the same contact: equal key; else e-mail and name; else name at the same office.

    emails: folded addresses. office: a code. An empty name is found by its e-mail when one contact
    alone has it. Equal e-mail and another name is another contact, with a warning.
    """
    if key and (found := _ids(connection, _BY_KEY, key)):
        return Match(_load(connection, found), [])
    words = fold_words(name)
    warnings = []
    for email in emails:
        holders = connection.execute(_BY_EMAIL, (email,)).fetchall()
        same = [row_id for row_id, holder in holders if not words or fold_words(holder) == words]
        if len(same) == 1:
            return Match(_load(connection, same), [])
        warnings += [
            f"{email} is also an address of {holder}: kept as two contacts"
            for _, holder in holders
            if words
        ]
    # Somebody with a key of their own is not the namesake at the same office.
    by_name = office and words and not key
    found = _ids(connection, _BY_NAME, words, office or "") if by_name else []
    if len(found) > 1:
        return Match(None, warnings, tuple(load_contacts(connection, found)))
    return Match(_load(connection, found), [] if found else warnings)


def _ids(connection: sqlite3.Connection, query: str, *values: str) -> list[int]:
    return [row_id for (row_id,) in connection.execute(query, values)]


def _load(connection: sqlite3.Connection, ids: Sequence[int]) -> Contact | None:
    return load_contacts(connection, ids)[0] if len(ids) == 1 else None
