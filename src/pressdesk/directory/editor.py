"""DirectoryEditor: changes of a directory, stored together and recorded as one operation."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pressdesk.directory.children import alias_rows, contact_children, name_rows
from pressdesk.directory.connection import is_missing, open_connection
from pressdesk.directory.creation import empty_database, open_locked
from pressdesk.directory.history import Operation
from pressdesk.directory.matching import Match, find_match
from pressdesk.directory.records import Record, contact_record, office_record
from pressdesk.directory.resolution import contact_aliases, office_aliases
from pressdesk.directory.rows import load_contacts
from pressdesk.directory.rules import (
    check_contact,
    check_contact_removal,
    check_office,
    check_office_removal,
)
from pressdesk.directory.search_index import search_row
from pressdesk.directory.store import Directory
from pressdesk.errors import (
    AlreadyStoredError,
    AmbiguousError,
    ChangedMeanwhileError,
    NotFoundError,
)
from pressdesk.model import Contact, Office
from pressdesk.values.folding import fold, fold_words, slug

_NEW_CONTACT = Contact(key="", name="")
_NEW_OFFICE = Office(code="", name="", country="")
_CHILD_TABLES = ("contact_title", "contact_language", "contact_topic", "email", "phone", "posting")


@contextmanager
def open_editor(
    path: Path, operation: Operation, *, timeout: float, create: bool
) -> Iterator["DirectoryEditor"]:
    """Open for one change, as Directory.edit says."""
    with open_locked(path, timeout, create=create) as connection:
        editor = DirectoryEditor(connection, operation)
        # Inside our BEGIN IMMEDIATE this is a savepoint: sqlite-utils' own calls nest in it.
        with editor.database.atomic():
            yield editor


@contextmanager
def open_rehearsal(path: Path, *, timeout: float) -> Iterator["DirectoryEditor"]:
    """Open a copy in memory, as Directory.rehearse says."""
    with closing(empty_database()) as copy:
        if not is_missing(path):
            with open_connection(path, timeout, writing=False) as connection:
                connection.backup(copy)
        editor = DirectoryEditor(copy, Operation("rehearsal"))
        with editor.database.atomic():
            yield editor


class DirectoryEditor(Directory):
    """A directory that can be changed; comes from Directory.edit.

    A changed office or contact is given beside the one that was read: when somebody else has
    changed it since, ChangedMeanwhileError is raised and nothing is stored.
    """

    def __init__(self, connection: sqlite3.Connection, operation: Operation) -> None:
        super().__init__(connection)
        self.database = Database(connection)
        self._operation = operation
        self._offices: dict[str, Office] = {}

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed so far."""
        return self._operation.is_recorded

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Let what is changed inside be changed wholly or not at all, whatever goes on after."""
        was_recorded = self._operation.is_recorded
        try:
            with self.database.atomic():
                yield
        except BaseException:
            # The operation's own row went back with the rest.
            self._operation.is_recorded = was_recorded
            raise

    def has_office(self, text: str) -> bool:
        """Ask whether a name finds an office, or more than one."""
        try:
            self.get_office(text)
        except NotFoundError:
            return False
        except AmbiguousError:
            return True
        return True

    def match_office(self, *, code: str | None, name: str) -> Office | None:
        """Find the stored office that a new one is: equal code, else equal folded name."""
        if self._office_id(code or slug(name)):
            return self.office_by_code(code or slug(name))
        words = "" if code else fold_words(name)
        rows = self._connection.execute(
            "SELECT o.code, o.name FROM alias AS a JOIN office AS o ON o.id = a.office_id "
            "WHERE a.tier = 1 AND a.folded = ?",
            (words,),
        ).fetchall()
        # A name in another language finds an office, but does not make another one the same.
        same = [found for found, own in rows if fold_words(own) == words]
        return self.office_by_code(same[0]) if same else None

    def match_contact(
        self, *, key: str | None, name: str, emails: Iterable[str], office: str | None
    ) -> Match:
        """Find the stored contact that a new one is; see matching.find_match."""
        return find_match(self._connection, key=key, name=name, emails=list(emails), office=office)

    def add_office(self, office: Office) -> Office:
        """Store a new office; raise AlreadyStoredError when its code or name is taken."""
        namesake = self.match_office(code=office.code, name=office.name)
        namesake = namesake or self.match_office(code=None, name=office.name)
        if namesake:
            raise AlreadyStoredError(
                "office",
                office.name,
                namesake.code,
                f"change it with `pressdesk office edit {namesake.code}`",
            )
        return self._store_office(_NEW_OFFICE, office)

    def change_office(self, before: Office, after: Office) -> Office:
        """Store a changed office; before: as it was read. Equal ones change nothing."""
        if after == before:
            return before
        if after.code != before.code and self._office_id(after.code):
            raise AlreadyStoredError("office", after.name, after.code, "choose another --code")
        return self._store_office(before, after)

    def remove_office(self, office: Office) -> None:
        """Remove an office without postings to which no other reports."""
        check_office_removal(self._connection, office)
        row_id = self._current_id("office", "code", office.code, office.version, office.name)
        self.database.table("office").delete(row_id)
        self._operation.record(self.database, "office", row_id, office_record(office), None)

    def add_contact(self, contact: Contact, *, shared_extension: bool = False) -> Contact:
        """Store a new contact; an empty key is made from the name (`-2` when it is taken).

        shared_extension: let it have an extension that another contact has.
        """
        if contact.key and self._contact_id(contact.key):
            raise AlreadyStoredError("contact", contact.name, contact.key, "choose another --key")
        keyed = replace(contact, key=contact.key or self._free_key(contact.name))
        return self._store_contact(_NEW_CONTACT, keyed, shared_extension=shared_extension)

    def change_contact(
        self, before: Contact, after: Contact, *, shared_extension: bool = False
    ) -> Contact:
        """Store a changed contact; before: as it was read. Equal ones change nothing."""
        if after == before:
            return before
        if after.key != before.key and self._contact_id(after.key):
            raise AlreadyStoredError("contact", after.name, after.key, "choose another --key")
        return self._store_contact(before, after, shared_extension=shared_extension)

    def remove_contact(self, contact: Contact) -> None:
        """Remove a contact and its postings; refused while it is another's successor."""
        check_contact_removal(self._connection, contact)
        row_id = self._current_id("contact", "key", contact.key, contact.version, contact.name)
        self.database.table("contact").delete(row_id)
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (row_id,))
        self._operation.record(self.database, "contact", row_id, contact_record(contact), None)

    def _store_office(self, before: Office, after: Office) -> Office:
        check_office(self._connection, before, after)
        stored = replace(after, version=before.version + 1)
        record = office_record(stored)
        columns: Record = {name: value for name, value in record.items() if name != "names"}
        columns["reports_to"] = self._office_id(stored.reports_to) if stored.reports_to else None
        columns["sort_text"] = fold(stored.name)
        row_id = self._put("office", "code", before.code, before.version, columns)
        self._replace_children("office_name", "office_id", row_id, name_rows(stored))
        self._replace_children("alias", "office_id", row_id, alias_rows(office_aliases(stored)))
        self._offices.clear()
        for contact_id in self._ids("SELECT contact_id FROM posting WHERE office_id = ?", [row_id]):
            self._index(contact_id, load_contacts(self._connection, [contact_id])[0])
        old = office_record(before) if before.version else None
        self._operation.record(self.database, "office", row_id, old, record)
        return stored

    def _store_contact(self, before: Contact, after: Contact, *, shared_extension: bool) -> Contact:
        check_contact(self._connection, before, after, shared_extension=shared_extension)
        stored = replace(after, version=before.version + 1)
        record = contact_record(stored)
        columns: Record = {
            name: value for name, value in record.items() if not isinstance(value, list | dict)
        }
        columns["successor"] = self._contact_id(stored.successor) if stored.successor else None
        columns["sort_text"] = fold(stored.sort_text)
        row_id = self._put("contact", "key", before.key, before.version, columns)
        for table, rows in contact_children(record, self._office_id).items():
            self._replace_children(table, "contact_id", row_id, rows)
        self._replace_children("alias", "contact_id", row_id, alias_rows(contact_aliases(stored)))
        self._index(row_id, stored)
        old = contact_record(before) if before.version else None
        self._operation.record(self.database, "contact", row_id, old, record)
        return stored

    def _index(self, row_id: int, contact: Contact) -> None:
        """Make what is found by searching say what the rows say."""
        for posting in contact.postings:
            if posting.office not in self._offices:
                self._offices[posting.office] = self.office_by_code(posting.office)
        row = search_row(contact, self._offices)
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (row_id,))
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self._connection.execute(
            f"INSERT INTO search (rowid, {names}) VALUES (?, {marks})",  # noqa: S608  # names of ours
            (row_id, *row.values()),
        )

    def _put(self, table: str, key: str, value: str, version: int, columns: Record) -> int:
        """Insert a row (version 0), or update the one whose version is still the one read."""
        if version == 0:
            self.database.table(table).insert(columns)
            return int(self._connection.execute("SELECT last_insert_rowid()").fetchone()[0])
        row_id = self._current_id(table, key, value, version, columns["name"])
        self.database.table(table).update(row_id, columns)
        return row_id

    def _current_id(self, table: str, key: str, value: str, version: int, name: str) -> int:
        row = self._row(f"SELECT id, version FROM {table} WHERE {key} = ?", value)  # noqa: S608  # names of ours
        if row is None or row[1] != version:
            raise ChangedMeanwhileError(name)
        return int(row[0])

    def _replace_children(
        self, table: str, owner: str, row_id: int, rows: Iterable[Record]
    ) -> None:
        self.database.table(table).delete_where(f"{owner} = ?", [row_id])
        self.database.table(table).insert_all({owner: row_id, **row} for row in rows)

    def _free_key(self, name: str) -> str:
        first = key = slug(name)
        number = 1
        while self._contact_id(key):
            number += 1
            key = f"{first}-{number}"
        return key

    def _office_id(self, code: str) -> int | None:
        row = self._row("SELECT id FROM office WHERE code = ?", code)
        return int(row[0]) if row else None

    def _contact_id(self, key: str) -> int | None:
        row = self._row("SELECT id FROM contact WHERE key = ?", key)
        return int(row[0]) if row else None

    def _row(self, query: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row
