"""Changed offices and contacts into the tables: checked, written, indexed and recorded."""

import sqlite3
from collections.abc import Iterable, Sequence

from pressdesk.directory.history.former_rows import Change, former_rows
from pressdesk.directory.history.recording import Operation
from pressdesk.directory.rules import check_contact, check_office
from pressdesk.directory.search.index import OfficeWords, office_words, search_row
from pressdesk.directory.tables.contact_rows import Surroundings, contact_rows
from pressdesk.directory.tables.office_rows import office_rows
from pressdesk.directory.tables.records import Record, contact_record, office_record
from pressdesk.directory.tables.rows import load_contacts
from pressdesk.directory.tables.writer import Row, StoredContact, Writer
from pressdesk.directory.who.lookups import Lookups
from pressdesk.errors import NotFoundError
from pressdesk.errors.directory import ChangedMeanwhileError
from pressdesk.model import Contact, Office


class Storage:
    """How an editor stores one office or contact: everything is checked before a row is written."""

    def __init__(self, connection: sqlite3.Connection, operation: Operation) -> None:
        self.writer = Writer(connection, self._contact_rows)
        self.lookups = Lookups(self.writer, operation)
        self._operation = operation
        self._words: dict[str, OfficeWords] = {}

    def forget(self) -> None:
        """Forget rows that are not written yet, and all that is known of those that are."""
        self.writer.discard()
        self.lookups.forget_offices()
        self._words.clear()

    def store_office(self, before: Office, after: Office) -> Office:
        """Store an office; before: as it was read, version 0 if it is new."""
        check_office(self.lookups, before, after)
        stored = after._replace(version=before.version + 1)
        record = office_record(stored)
        above = self.lookups.office_id(stored.reports_to) if stored.reports_to else None
        rota = [
            (self._on_rota(shift.contact), shift.starts_on.isoformat(), shift.ends_on.isoformat())
            for shift in stored.rota
        ]
        row_id = self._row_id("office", "code", before.code, before.version, stored.name)
        old = office_record(before) if before.version else None
        self._operation.begin(self.writer.connection)
        rows = {
            **office_rows(row_id, stored, record, above),
            "rota": [(row_id, place, *shift) for place, shift in enumerate(rota)],
            **self._history_rows("office", row_id, old, record),
        }
        if old:
            self.writer.update("office", row_id, rows)
        else:
            self.writer.insert(rows)
        self.lookups.forget_offices()
        self._words.clear()
        posted = self.writer.connection.execute(
            "SELECT contact_id FROM posting WHERE office_id = ?", (row_id,)
        )
        for (contact_id,) in posted.fetchall():
            self._index_again(contact_id)
        return stored

    def store_contact(
        self, before: Contact, stored: Contact, *, shared_extension: bool, keeps_numbers: bool
    ) -> Contact:
        """Store a contact with its new version; before: as it was read, version 0 if it is new."""
        check_contact(
            self.lookups,
            before,
            stored,
            shared_extension=shared_extension,
            keeps_numbers=keeps_numbers,
        )
        successor = self.lookups.contact_id(stored.successor) if stored.successor else None
        row_id = self._row_id("contact", "key", before.key, before.version, stored.name)
        old = contact_record(before) if before.version else None
        one = StoredContact(row_id, stored, successor, old)
        self._operation.begin(self.writer.connection)
        if old:
            self.writer.update("contact", row_id, self._contact_rows([one]))
            self.lookups.forget(row_id, before, stored)
        else:
            self.writer.insert_contact(one)
            self.lookups.learn(row_id, stored)
        return stored

    def remove(self, table: str, key: str, record: Record) -> None:
        """Take an office or contact away; key: the column of its code or key; record: as read."""
        row_id = self._current_id(table, key, record[key], record["version"], record["name"])
        self._operation.begin(self.writer.connection)
        self.writer.delete(table, row_id)
        self.writer.insert(self._history_rows(table, row_id, record, None))
        if table == "contact":
            self.lookups.forget_all()
        else:
            self.lookups.forget_offices()
            self._words.clear()

    def _on_rota(self, key: str) -> int:
        """Return the row id of a contact on a rota; raise NotFoundError."""
        row_id = self.lookups.contact_id(key)
        if row_id is None:
            raise NotFoundError("contact", key)
        return row_id

    def _contact_rows(self, those: Sequence[StoredContact]) -> dict[str, list[Row]]:
        around = Surroundings(
            self._operation.record,
            self._former_rows,
            self.lookups.office_id,
            self._search_columns,
        )
        return contact_rows(those, around)

    def _history_rows(
        self, subject: str, row_id: int, before: Record | None, after: Record | None
    ) -> dict[str, list[Row]]:
        """Return the rows that record a change, and what it gives up."""
        return {
            "change": [self._operation.record(subject, row_id, before, after)],
            "former": list(self._former_rows(subject, row_id, before, after)),
        }

    def _former_rows(
        self, subject: str, row_id: int, before: Record | None, after: Record | None
    ) -> Iterable[Row]:
        change = Change(self._operation.sequence, subject, row_id, before, after)
        return former_rows(change, self._switchboard)

    def _switchboard(self, code: str) -> str | None:
        number = self.lookups.office(code).switchboard
        return number.e164 if number else None

    def _search_columns(self, contact: Contact) -> Iterable[str]:
        offices = {one.office: self.lookups.office(one.office) for one in contact.postings}
        if not self.writer.gathers:
            return search_row(contact, offices).values()
        for code in offices.keys() - self._words.keys():
            self._words[code] = office_words(offices[code])
        return search_row(contact, offices, self._words).values()

    def _index_again(self, row_id: int) -> None:
        """Make what is found by searching say what the rows say."""
        (contact,) = load_contacts(self.writer.connection, [row_id])
        self.writer.connection.execute("DELETE FROM search WHERE rowid = ?", (row_id,))
        self.writer.insert({"search": [(row_id, *self._search_columns(contact))]})

    def _row_id(self, table: str, key: str, value: str, version: int, name: str) -> int:
        """Give the id of a new row (version 0), or of that whose version is still the one read."""
        if version == 0:
            return self.writer.new_id(table)
        return self._current_id(table, key, value, version, name)

    def _current_id(self, table: str, key: str, value: str, version: int, name: str) -> int:
        self.writer.flush_tables()
        row = self.writer.connection.execute(
            f"SELECT id, version FROM {table} WHERE {key} = ?",  # noqa: S608  # names of ours
            (value,),
        ).fetchone()
        if row is None or row[1] != version:
            raise ChangedMeanwhileError(name)
        return int(row[0])
