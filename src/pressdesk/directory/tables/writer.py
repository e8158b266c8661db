"""Rows on their way into the tables: written at once, or gathered and written together.

Plain statements, prepared once: sqlite-utils' own calls ask the tables about themselves for each
row, which is too slow for a file of a hundred thousand.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from pressdesk.directory.search.index import COLUMNS as SEARCH_COLUMNS
from pressdesk.directory.tables import columns as tables
from pressdesk.directory.tables.records import Record
from pressdesk.model import Contact

Row = tuple[Any, ...]

# In the order in which they are written: a row comes after those that it refers to.
_COLUMNS = {
    "office": ("id", *tables.OFFICE, "sort_text"),
    **{table: ("office_id", *tables.list_columns(field))
       for table, field in tables.OFFICE_LISTS.items()},
    "contact": ("id", *tables.CONTACT, "sort_text"),
    **{table: ("contact_id", *tables.list_columns(field))
       for table, field in tables.CONTACT_LISTS.items()},
    "email": ("contact_id", "position", *tables.EMAIL, "folded"),
    "phone": ("contact_id", "position", *tables.PHONE),
    "posting": ("contact_id", "position", "office_id", *tables.POSTING[1:]),
    "former_key": ("key", "contact_id"),
    "rota": ("office_id", "position", "contact_id", "starts_on", "ends_on"),
    "alias": ("folded", "tier", "office_id", "contact_id"),
    "search": ("rowid", *SEARCH_COLUMNS),
    "change": ("operation_id", "subject", "subject_id", "version", "format", "before", "after"),
    "former": ("operation", "subject", "subject_id", "key", "name", "kind", "public", "value",
               "extension", "next_value", "next_extension"),
}  # fmt: skip
INSERTS = {
    table: f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608  # names of ours
    f"VALUES ({', '.join('?' * len(columns))})"
    for table, columns in _COLUMNS.items()
}
_OWN_COLUMNS = {table: _COLUMNS[table][1:] for table in ("office", "contact")}
_UPDATES = {
    table: f"UPDATE {table} SET {', '.join(f'{one} = ?' for one in names)} WHERE id = ?"  # noqa: S608  # names of ours
    for table, names in _OWN_COLUMNS.items()
}
# What belongs to an office or a contact and is made anew when it is changed, by how it is found.
_CHILDREN = {
    "office": {**dict.fromkeys((*tables.OFFICE_LISTS, "rota", "alias"), "office_id = ?"),
               "search": "rowid = -?"},
    "contact": {
        **dict.fromkeys(
            (*tables.CONTACT_LISTS, "email", "phone", "posting", "former_key", "alias"),
            "contact_id = ?"
        ),
        "search": "rowid = ?",
    },
}  # fmt: skip
_DELETES = {
    table: [f"DELETE FROM {child} WHERE {owned}" for child, owned in children.items()]  # noqa: S608  # names of ours
    for table, children in _CHILDREN.items()
}
_NEXT_ID = """SELECT 1 + max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{0}'), 0),
    coalesce((SELECT max(id) FROM {0}), 0))"""
# SQLite's full-text search puts a segment into the file whenever another table is written after it:
# rows by the thousand cost it half of what they cost by the hundred.
_INDEX = "search"
_INDEX_AT_ONCE = 5000


class StoredContact(NamedTuple):
    """A contact on its way into the tables.

    successor: the row id. before: the record of the contact as it was; None if it is new.
    """

    row_id: int
    contact: Contact
    successor: int | None
    before: Record | None


class Writer:
    """The one way into the tables of an editor.

    contact_rows: makes the rows of contacts, by table. gathers: keep what is to be written until
    `flush`, which whatever searches must call before it does; for whoever asks the other tables,
    `flush_tables` is enough.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        contact_rows: Callable[[Sequence[StoredContact]], Mapping[str, list[Row]]],
    ) -> None:
        self.connection = connection
        self.gathers = False
        self._contact_rows = contact_rows
        self._contacts: list[StoredContact] = []
        self._rows = _no_rows()
        self._next_ids: dict[str, int] = {}

    def new_id(self, table: str) -> int:
        """Give the row id that AUTOINCREMENT would give to the next office or contact."""
        row_id = self._next_ids.get(table)
        if row_id is None:
            self.flush()
            (row_id,) = self.connection.execute(_NEXT_ID.format(table)).fetchone()
        if self.gathers:
            self._next_ids[table] = row_id + 1
        return int(row_id)

    def insert_contact(self, contact: StoredContact) -> None:
        """Write the rows of a new contact; they are made when they are written."""
        self._contacts.append(contact)
        if not self.gathers:
            self.flush()

    def insert(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Write new rows, by table."""
        self._make_rows()  # changes are recorded in their order
        self._add(rows)
        if not self.gathers:
            self.flush()

    def update(self, table: str, row_id: int, rows: Mapping[str, Iterable[Row]]) -> None:
        """Write the changed row of an office or contact, and anew all that belongs to it."""
        self.flush()
        (row,) = rows[table]
        self.connection.execute(_UPDATES[table], (*row[1:], row_id))
        for statement in _DELETES[table]:
            self.connection.execute(statement, (row_id,))
        self.insert({name: those for name, those in rows.items() if name != table})
        self.flush()

    def delete(self, table: str, row_id: int) -> None:
        """Take away an office or contact, and all that belongs to it.

        The tables see to their rows (ON DELETE CASCADE); only the search index has none.
        """
        self.flush()
        indexed = f"DELETE FROM {_INDEX} WHERE {_CHILDREN[table][_INDEX]}"  # noqa: S608  # names of ours
        self.connection.execute(indexed, (row_id,))
        self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))  # noqa: S608  # a name of ours

    def flush(self) -> None:
        """Write what was gathered."""
        self._flush(index_at_least=0)

    def flush_tables(self) -> None:
        """Write what was gathered, without the rows of the search index while they are few."""
        self._flush(index_at_least=_INDEX_AT_ONCE)

    def discard(self) -> None:
        """Forget what was gathered, and the row ids that it would have had."""
        self._contacts = []
        self._rows = _no_rows()
        self._next_ids = {}

    def _make_rows(self) -> None:
        if self._contacts:
            contacts, self._contacts = self._contacts, []
            self._add(self._contact_rows(contacts))

    def _add(self, rows: Mapping[str, Iterable[Row]]) -> None:
        for table, those in rows.items():
            self._rows[table] += those

    def _flush(self, index_at_least: int) -> None:
        self._make_rows()
        if not any(self._rows.values()):
            return
        gathered = self._rows
        self._rows = _no_rows()  # what cannot be written is not tried again
        waiting = gathered.pop(_INDEX) if len(gathered[_INDEX]) < index_at_least else []
        # A row below the one before makes the index write a segment by itself.
        gathered.get(_INDEX, []).sort(key=itemgetter(0))
        for table, rows in gathered.items():
            if rows:
                self.connection.executemany(INSERTS[table], rows)
        self._rows[_INDEX] = waiting


def row_of(table: str, row_id: int, columns: Record) -> Row:
    """Give the row of an office or contact, in the order of the columns."""
    return (row_id, *map(columns.__getitem__, _OWN_COLUMNS[table]))


def _no_rows() -> dict[str, list[Row]]:
    return {table: [] for table in _COLUMNS}
