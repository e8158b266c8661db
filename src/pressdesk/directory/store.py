"""Directory: what is stored, in the words of the model, for reading."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from pressdesk.directory.connection import Upgrade, open_connection
from pressdesk.directory.duty.choice import Choice, Rule, choose, judge_office
from pressdesk.directory.duty.rosters import StoredRosters
from pressdesk.directory.search.asking import Search, find_ids
from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.directory.who.resolution import Picked, Subject, find_by_key, resolve
from pressdesk.errors import NotFoundError
from pressdesk.model import Contact, Duty, Office

if TYPE_CHECKING:
    from pressdesk.directory.editor import DirectoryEditor
    from pressdesk.directory.history.former import FormerValue, GivenUp
    from pressdesk.directory.history.operations import PastChange, PastOperation, Wanted
    from pressdesk.directory.history.recording import OperationKind

TIMEOUT = 5.0
_LOADERS: dict[Subject, Callable[[sqlite3.Connection, Sequence[int]], list[Any]]] = {
    Subject.OFFICE: load_offices,
    Subject.CONTACT: load_contacts,
}
# The most values in one statement (SQLITE_MAX_VARIABLE_NUMBER was 999 for long).
_MOST_VALUES = 900


class Directory:
    """The stored offices and contacts.

    `with Directory.open(path) as directory:` reads; `with Directory.edit(path) as directory:` gives
    a DirectoryEditor, whose changes are stored together when the block ends, or not at all.
    """

    # By what is wanted and the text: which one it means, where several are found.
    picked: Picked = MappingProxyType({})

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """The tables, for the other modules of this part."""
        return self._connection

    @classmethod
    @contextmanager
    def open(cls, path: Path | str, *, timeout: float = TIMEOUT) -> Iterator[Self]:
        """Open for reading; raise DirectoryMissingError or another FileError, make no file.

        timeout: seconds to wait while another process stores a change.
        """
        with open_connection(Path(path), timeout, writing=False) as connection:
            yield cls(connection)

    @staticmethod
    def edit(  # noqa: PLR0913  # what an operation is, and how its file is opened
        path: Path | str,
        *,
        command: str = "python",
        operation_id: str | None = None,
        kind: "OperationKind" = "edit",
        undoes: "PastOperation | None" = None,
        actor: str | None = None,
        timeout: float = TIMEOUT,
        create: bool = True,
        on_upgrade: Callable[[Upgrade], object] = lambda _: None,
    ) -> AbstractContextManager["DirectoryEditor"]:
        """Open for one change, recorded as one operation.

        command: what is recorded as the cause. operation_id: a UUID of the caller's; the same one
        is never stored twice. undoes: the operation that it takes back. actor: who does it, if not
        this user. timeout: seconds to wait for another process. create: make a missing file, else
        raise DirectoryMissingError. on_upgrade: is told when an older file was brought up to date.
        """
        from pressdesk.directory.editor import open_editor  # imports sqlite_utils
        from pressdesk.directory.history.recording import Operation

        undone = undoes.operation_id if undoes else None
        made = Operation(command, operation_id, kind=kind, undoes=undone, actor=actor)
        return open_editor(Path(path), made, timeout=timeout, create=create, on_upgrade=on_upgrade)

    @staticmethod
    def rehearse(
        path: Path | str, *, timeout: float = TIMEOUT
    ) -> AbstractContextManager["DirectoryEditor"]:
        """Open a copy in memory: changes can be tried, and none is stored."""
        from pressdesk.directory.editor import open_rehearsal  # imports sqlite_utils

        return open_rehearsal(Path(path), timeout=timeout)

    def get(self, text: str, *, suggest: bool = True) -> Office | Contact:
        """Get the office or contact that goes by a name; raise NotFoundError, AmbiguousError.

        suggest: look for names that are like one that nobody has, which takes its time.
        """
        found: Office | Contact = self._meant(text, Subject.EITHER, suggest=suggest)
        return found

    def get_many(self, texts: Iterable[str]) -> dict[str, Office | Contact]:
        """Get those of many texts that are a code or a key."""
        asked = iter(dict.fromkeys(texts))
        found: dict[str, Office | Contact] = {}
        while chunk := list(islice(asked, _MOST_VALUES)):
            hits = find_by_key(self._connection, chunk)
            for subject, load in _LOADERS.items():
                ids = {text: row_id for text, (kind, row_id) in hits.items() if kind is subject}
                wanted = list(dict.fromkeys(ids.values()))
                if wanted:
                    by_id = dict(zip(wanted, load(self._connection, wanted), strict=True))
                    found |= {text: by_id[row_id] for text, row_id in ids.items()}
        return found

    def get_office(self, text: str) -> Office:
        """Get the office that goes by a name; raise NotFoundError or AmbiguousError."""
        office: Office = self._meant(text, Subject.OFFICE)
        return office

    def get_contact(self, text: str) -> Contact:
        """Get the contact that goes by a name; raise NotFoundError or AmbiguousError."""
        contact: Contact = self._meant(text, Subject.CONTACT)
        return contact

    def offices(self) -> list[Office]:
        """Give every office, by name."""
        query = "SELECT id FROM office ORDER BY sort_text, code"
        return load_offices(self._connection, self._ids(query))

    def count_contacts(self) -> int:
        """Count the contacts."""
        return self._ids("SELECT count(*) FROM contact")[0]

    def contacts(self, office: Office | None = None) -> list[Contact]:
        """Give every contact, or those ever posted to an office, by name."""
        if office is None:
            query, values = "SELECT id FROM contact ORDER BY sort_text, key", []
        else:
            query = """SELECT id FROM contact WHERE id IN (SELECT contact_id FROM posting
                WHERE office_id = (SELECT id FROM office WHERE code = ?)) ORDER BY sort_text, key"""
            values = [office.code]
        return load_contacts(self._connection, self._ids(query, values))

    def find(self, search: Search) -> list[Contact]:
        """Return the contacts that a question finds, in the order of docs/lookup.md."""
        return load_contacts(self._connection, find_ids(self._connection, search))

    def find_in_chunks(self, search: Search, size: int = 500) -> Iterator[list[Contact]]:
        """Give the same contacts as `find`, so many at a time: memory does not grow with them."""
        # Eight bytes for each contact, where a list would take 36.
        ids = array("q", find_ids(self._connection, search))
        for start in range(0, len(ids), size):
            yield load_contacts(self._connection, ids[start : start + size])

    def languages_of_titles(self) -> list[str]:
        """Return every language (BCP 47) in which some contact has a title."""
        tags = "SELECT DISTINCT language FROM contact_title ORDER BY language"
        return [tag for (tag,) in self._connection.execute(tags)]

    def has_posting_titles(self) -> bool:
        """Whether some posting has a title for its office alone."""
        return bool(self._ids("SELECT EXISTS (SELECT 1 FROM posting WHERE title IS NOT NULL)")[0])

    def near_names(self, text: str) -> list[str]:
        """Return up to three names of contacts and offices that look like a text."""
        from pressdesk.directory.who.near_names import find_near_names  # imports rapidfuzz

        return find_near_names(self._connection, text, Subject.EITHER)

    def find_holders(
        self,
        *,
        emails: Sequence[str] = (),
        names: Sequence[str] = (),
        numbers: Sequence[tuple[str, str | None]] = (),
        lines: Sequence[str] = (),
    ) -> list[Contact]:
        """Return the contacts who have an address, a name or a number, public or not.

        See holders.find_holders.
        """
        from pressdesk.directory.who.holders import find_holders  # no lookup pays for it

        return find_holders(
            self._connection, emails=emails, names=names, numbers=numbers, lines=lines
        )

    def given_up(
        self, *, emails: Sequence[str] = (), numbers: Sequence[tuple[str, str | None]] = ()
    ) -> list["GivenUp"]:
        """Return what somebody gave up before this operation; see former.find_given_up."""
        from pressdesk.directory.history.former import find_given_up  # imports json

        return find_given_up(
            self._connection, emails=emails, numbers=numbers, operation=self._sequence
        )

    def former_values(
        self, *, emails: Sequence[str] = (), numbers: Sequence[tuple[str, str | None]] = ()
    ) -> list["FormerValue"]:
        """Give who had an address or number and gave it up, until when, and what follows it.

        emails, numbers: as `find_holders` takes them. The number of a former switchboard answers
        for every extension on it.
        """
        from pressdesk.directory.history.former import find_former  # imports json

        return find_former(self._connection, emails=emails, numbers=numbers)

    @property
    def _sequence(self) -> int:
        """The place of the operation that is under way among all; 0 for none."""
        return 0

    def office_by_code(self, code: str) -> Office:
        """Get the office with a code; raise NotFoundError."""
        ids = self._ids("SELECT id FROM office WHERE code = ?", [code])
        if not ids:
            raise NotFoundError(str(Subject.OFFICE), code)
        return load_offices(self._connection, ids)[0]

    def contact_by_key(self, key: str) -> Contact:
        """Get the contact with a key; raise NotFoundError."""
        ids = self._ids("SELECT id FROM contact WHERE key = ?", [key])
        if not ids:
            raise NotFoundError(str(Subject.CONTACT), key)
        return load_contacts(self._connection, ids)[0]

    def operations(
        self, limit: int | None = None, wanted: "Wanted | None" = None
    ) -> list["PastOperation"]:
        """Return what was done, the newest first; limit: the most; wanted: those alone."""
        from pressdesk.directory.history.operations import load_operations  # imports json

        return list(islice(load_operations(self._connection, wanted), limit))

    def find_operation(self, text: str | None = None) -> "PastOperation":
        """Get an operation by (a beginning of) its id; None: the newest that can be undone."""
        from pressdesk.directory.history.operations import find_operation

        return find_operation(self._connection, text)

    def changes_of(
        self, operation: "PastOperation", wanted: "Wanted | None" = None
    ) -> list["PastChange"]:
        """Return what an operation changed, the last first; wanted: of whom alone."""
        from pressdesk.directory.history.operations import load_changes

        return load_changes(self._connection, operation.operation_id, wanted)

    def offices_of(self, contacts: Iterable[Contact]) -> dict[str, Office]:
        """Give the offices to which contacts are posted, by code."""
        codes = dict.fromkeys(one.office for contact in contacts for one in contact.postings)
        marks = ", ".join("?" * len(codes))
        if len(codes) > _MOST_VALUES:
            return {office.code: office for office in self.offices()}
        ids = self._ids(f"SELECT id FROM office WHERE code IN ({marks})", list(codes))  # noqa: S608  # marks alone
        return {office.code: office for office in load_offices(self._connection, ids)}

    def on_duty(self, office: Office, day: date) -> list[Duty]:
        """Give who is there for the office on that day, in the order of the block.

        In the place of somebody who has left stands the successor.
        """
        judged = judge_office(office, Rule(day), self.rosters())
        return [verdict.duty for verdict in judged if verdict.is_on_duty]

    def answering(self, office: Office, day: date, *, internal: bool = False) -> list[Duty]:
        """Give who answers for the office on that day, from another office if nobody here does.

        internal: count internal ways and unlisted contacts. Empty: nobody can be reached.
        """
        return self.choose(office, Rule(day, internal=internal)).duties

    def choose(self, office: Office, rule: Rule) -> Choice:
        """Choose who answers for the office by a rule; the choice says why nobody else does."""
        return choose(office, rule, self.rosters())

    def rosters(self) -> StoredRosters:
        """Give the people of offices, to be read for many offices at once."""
        return StoredRosters(self._connection)

    def _meant(self, text: str, wanted: Subject, *, suggest: bool = True) -> Any:  # noqa: ANN401
        what, key = self.picked.get((wanted, text), (wanted, text))
        hit = resolve(self._connection, key, Subject(what), suggest=suggest)
        return _LOADERS[hit.subject](self._connection, [hit.row_id])[0]

    def _ids(self, query: str, values: Sequence[str | int] = ()) -> list[int]:
        return [row_id for (row_id,) in self._connection.execute(query, values)]
