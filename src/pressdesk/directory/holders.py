"""Who has an address, a number or a name: the contacts that something printed could mean."""

import sqlite3
from collections.abc import Sequence

from pressdesk.directory.rows import load_contacts
from pressdesk.model import Contact

# CROSS JOIN keeps SQLite from beginning with a table instead of what is asked for.
_QUERIES = (
    """SELECT DISTINCT e.contact_id FROM json_each(?) AS asked
CROSS JOIN email AS e ON e.folded = asked.value""",
    """SELECT DISTINCT a.contact_id FROM json_each(?) AS asked
CROSS JOIN alias AS a ON a.tier = 1 AND a.folded = asked.value WHERE a.contact_id IS NOT NULL""",
    """SELECT DISTINCT f.contact_id FROM json_each(?) AS asked
CROSS JOIN phone AS f ON f.number = json_extract(asked.value, '$[0]')
AND f.extension IS json_extract(asked.value, '$[1]')""",
    """SELECT DISTINCT p.contact_id FROM json_each(?) AS asked
CROSS JOIN office AS o ON o.switchboard = json_extract(asked.value, '$[0]')
CROSS JOIN posting AS p
ON p.office_id = o.id AND p.extension = json_extract(asked.value, '$[1]')""",
)
# Many people may share a mailbox; more than so many are no help.
_MOST = 50


def find_holders(
    connection: sqlite3.Connection,
    *,
    emails: Sequence[str],
    names: Sequence[str],
    numbers: Sequence[tuple[str, str | None]],
) -> list[Contact]:
    """Give the contacts with an address, a name or a number, public or not, by key.

    emails, names: folded. numbers: E.164 and the extension, on a switchboard too.
    """
    import json  # no lookup pays for it

    ids: dict[int, None] = {}
    for query, asked in zip(_QUERIES, (emails, names, numbers, numbers), strict=True):
        if asked:
            rows = connection.execute(query, (json.dumps(list(asked)),)).fetchmany(_MOST)
            ids |= dict.fromkeys(row_id for (row_id,) in rows)
    contacts = load_contacts(connection, list(ids))
    return sorted(contacts, key=lambda one: one.key)
