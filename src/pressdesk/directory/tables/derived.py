"""What is made from the rows and the history, made anew by the code of today.

Nothing of it is a change: no version rises, and no history is written.
"""

import sqlite3
from array import array
from collections.abc import Iterator

from pressdesk.directory.history.former_rows import rebuild_former
from pressdesk.directory.search.index import office_words, search_row
from pressdesk.directory.tables.office_rows import office_rows
from pressdesk.directory.tables.records import office_record
from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.directory.tables.writer import INSERTS
from pressdesk.directory.who.resolution import contact_aliases
from pressdesk.model import Contact

_AT_ONCE = 5000
_DERIVED = ("alias", "search")


def rebuild_derived(connection: sqlite3.Connection) -> None:
    """Fill the names by which WHO finds, what searching finds, and the former values."""
    connection.execute("DELETE FROM alias")
    # To empty it row by row takes longer than to make it.
    (search,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'search'"
    ).fetchone()
    connection.execute("DROP TABLE search")
    connection.execute(search)
    ids = [row_id for (row_id,) in connection.execute("SELECT id FROM office ORDER BY id")]
    offices = load_offices(connection, ids)
    for row_id, office in zip(reversed(ids), reversed(offices), strict=True):
        rows = office_rows(row_id, office, office_record(office), None)
        for table in _DERIVED:
            connection.executemany(INSERTS[table], rows.get(table, ()))
    by_code = {office.code: office for office in offices}
    words = {code: office_words(office) for code, office in by_code.items()}
    for some in contact_chunks(connection):
        aliases = (
            (folded, tier, None, row_id)
            for row_id, contact in some
            for folded, tier in contact_aliases(contact)
        )
        connection.executemany(INSERTS["alias"], aliases)
        found = (
            (row_id, *search_row(contact, by_code, words).values()) for row_id, contact in some
        )
        connection.executemany(INSERTS["search"], found)
    rebuild_former(connection)


def contact_chunks(connection: sqlite3.Connection) -> Iterator[list[tuple[int, Contact]]]:
    """Yield the contacts with their row ids, so many at a time that memory does not grow."""
    ids = array("q", (row_id for (row_id,) in connection.execute("SELECT id FROM contact")))
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield list(zip(some, load_contacts(connection, some), strict=True))
