"""DirectoryEditor: changes of a directory, stored together and recorded as one operation."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pressdesk.directory.connection import Upgrade, is_missing, open_connection
from pressdesk.directory.creation import open_locked
from pressdesk.directory.history.recording import Operation
from pressdesk.directory.migrations import empty_database
from pressdesk.directory.rules import (
    check_contact_removal,
    check_office_removal,
)
from pressdesk.directory.search.index import load_words
from pressdesk.directory.storage import Storage
from pressdesk.directory.store import Directory
from pressdesk.directory.switchboards import Following, follow_switchboard
from pressdesk.directory.tables.records import contact_record, office_record
from pressdesk.directory.who.lookups import Lookups
from pressdesk.errors import (
    AlreadyStoredError,
    AmbiguousError,
    NotFoundError,
)
from pressdesk.model import Contact, Office
from pressdesk.text.folding import slug
from pressdesk.values.names import fold_name

_NEW_CONTACT = Contact(key="", name="")
_NEW_OFFICE = Office(code="", name="", country="")


@contextmanager
def open_editor(
    path: Path,
    operation: Operation,
    *,
    timeout: float,
    create: bool,
    on_upgrade: Callable[[Upgrade], object],
) -> Iterator["DirectoryEditor"]:
    """Open for one change, as Directory.edit says."""
    load_words()  # what takes its time is imported before anybody waits for the lock
    with open_locked(path, timeout, create=create, on_upgrade=on_upgrade) as connection:
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
        self._storage = Storage(connection, operation)
        self._database = Database(connection, execute_plugins=False)
        self._operation = operation
        self.followings: list[Following] = []
        super().__init__(connection)

    @property
    def database(self) -> Database:
        """The database in which every change can be seen."""
        self._storage.writer.flush()
        return self._database

    @property
    def _connection(self) -> sqlite3.Connection:
        # Whatever Directory asks, it is asked of all changes.
        self._storage.writer.flush()
        return self._storage.writer.connection

    @_connection.setter
    def _connection(self, connection: sqlite3.Connection) -> None:
        self._storage.writer.connection = connection

    @property
    def _sequence(self) -> int:
        return self._operation.sequence

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed so far."""
        return self._operation.is_recorded

    def begin(self) -> None:
        """Record the operation now: what it does to the history is no change of a record."""
        self._operation.begin(self._connection)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Let what is changed inside be changed wholly or not at all, whatever goes on after."""
        was_recorded = self._operation.is_recorded
        self._storage.writer.flush()
        try:
            with self._database.atomic():
                yield
                self._storage.writer.flush()
        except BaseException:
            self._storage.forget()
            # The operation's own row went back with the rest.
            self._operation.is_recorded = was_recorded
            raise

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Let changes inside be written together; what is read sees them all the same.

        For many changes at once. A change that is refused leaves nothing behind here either: it is
        refused before anything of it is written.
        """
        self._storage.writer.gathers = True
        try:
            yield
            self._storage.writer.flush()
        finally:
            self._storage.writer.gathers = False
            self._storage.forget()

    @property
    def lookups(self) -> Lookups:
        """What many changes can ask for at once."""
        return self._storage.lookups

    def has_office(self, text: str) -> bool:
        """Ask whether a name finds an office, or more than one."""
        try:
            self.get_office(text)
        except NotFoundError:
            return False
        except AmbiguousError:
            return True
        return True

    def has_contact(self, text: str) -> bool:
        """Ask whether a name finds a contact, or more than one."""
        try:
            self.get_contact(text)
        except NotFoundError:
            return False
        except AmbiguousError:
            return True
        return True

    def match_office(self, *, code: str | None, name: str) -> Office | None:
        """Find the stored office that a new one is: equal code, else equal folded name."""
        if self._office_id(code or slug(name)):
            return self.office_by_code(code or slug(name))
        return None if code else self._office_named(name)

    def add_office(self, office: Office) -> Office:
        """Store a new office; raise AlreadyStoredError when its code or name is taken."""
        self._refuse_namesake(office, self.match_office(code=office.code, name=""))
        return self._storage.store_office(_NEW_OFFICE, office)

    def change_office(self, before: Office, after: Office, *, keep_numbers: bool = False) -> Office:
        """Store a changed office; before: as it was read. Equal ones change nothing.

        Where its switchboard changes, own numbers of its people on the new or the old one become
        extensions of it, unless keep_numbers; `followings` has who they are.
        """
        if after == before:
            return before
        if after.code != before.code and self._office_id(after.code):
            raise AlreadyStoredError("office", after.name, after.code, "choose another --code")
        if fold_name(after.name) != fold_name(before.name):
            self._refuse_namesake(after)
        stored = self._storage.store_office(before, after)
        boards = [one.switchboard.e164 if one.switchboard else None for one in (before, after)]
        if stored.switchboard and boards[0] != boards[1] and not keep_numbers:
            found = follow_switchboard(self.lookups, before, stored, self.change_contact)
            self.followings.append(found)
        return stored

    def remove_office(self, office: Office) -> None:
        """Remove an office without postings to which no other reports."""
        check_office_removal(self._connection, office)
        self._storage.remove("office", "code", office_record(office))

    def add_contact(
        self, contact: Contact, *, shared_extension: bool = False, keeps_numbers: bool = False
    ) -> Contact:
        """Store a new contact; an empty key is made from the name (`-2` when it is taken).

        shared_extension: let it have an extension that another contact has. keeps_numbers: take
        whole numbers of its own on a switchboard, whatever the extension plan of the office is.
        """
        if contact.key and self._contact_id(contact.key):
            raise AlreadyStoredError("contact", contact.name, contact.key, "choose another --key")
        keyed = contact._replace(key=contact.key or self._free_key(contact.name), version=1)
        return self._storage.store_contact(
            _NEW_CONTACT, keyed, shared_extension=shared_extension, keeps_numbers=keeps_numbers
        )

    def change_contact(
        self,
        before: Contact,
        after: Contact,
        *,
        shared_extension: bool = False,
        keeps_numbers: bool = False,
    ) -> Contact:
        """Store a changed contact; before: as it was read. Equal ones change nothing."""
        if after == before:
            return before
        if after.key != before.key and self._contact_id(after.key):
            raise AlreadyStoredError("contact", after.name, after.key, "choose another --key")
        raised = after._replace(version=before.version + 1)
        return self._storage.store_contact(
            before, raised, shared_extension=shared_extension, keeps_numbers=keeps_numbers
        )

    def remove_contact(self, contact: Contact) -> None:
        """Remove a contact and its postings; refused while it is another's successor."""
        check_contact_removal(self._connection, contact)
        self._storage.remove("contact", "key", contact_record(contact))

    def _free_key(self, name: str) -> str:
        first = key = slug(name)
        number = 1
        while self._contact_id(key):
            number += 1
            key = f"{first}-{number}"
        return key

    def _office_named(self, name: str) -> Office | None:
        words = fold_name(name)
        rows = self._connection.execute(
            "SELECT o.code, o.name FROM alias AS a JOIN office AS o ON o.id = a.office_id "
            "WHERE a.tier = 1 AND a.folded = ?",
            (words,),
        ).fetchall()
        # A name in another language finds an office, but does not make another one the same.
        same = [found for found, own in rows if fold_name(own) == words]
        return self.office_by_code(same[0]) if same else None

    def _refuse_namesake(self, office: Office, known: Office | None = None) -> None:
        """Refuse an office whose name another one has; known: one that has its code."""
        if namesake := known or self._office_named(office.name):
            raise AlreadyStoredError(
                "office",
                office.name,
                namesake.code,
                f"change it with `pressdesk office edit {namesake.code}`",
            )

    def _office_id(self, code: str) -> int | None:
        row = self._row("SELECT id FROM office WHERE code = ?", code)
        return int(row[0]) if row else None

    def _contact_id(self, key: str) -> int | None:
        return self._storage.lookups.contact_id(key)

    def _row(self, query: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row
