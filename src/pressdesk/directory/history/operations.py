"""What was done to a directory: its operations, the newest first, and what each changed."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressdesk.directory.tables.old_records import RecordReader
from pressdesk.directory.tables.records import Record
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.errors.directory import NothingToUndoError

_SHORTEST, _SHORT = 4, 8
# wanted, theirs: conditions on an operation `o`, and on its changes.
_OPERATIONS = """SELECT o.id, o.at, o.actor, o.command, o.kind, o.undoes,
    (SELECT count(DISTINCT subject_id) FROM change
     WHERE operation_id = o.id AND subject = 'office' AND {theirs}),
    (SELECT count(DISTINCT subject_id) FROM change
     WHERE operation_id = o.id AND subject = 'contact' AND {theirs}),
    (SELECT json_group_array(name) FROM (
        SELECT json_extract(coalesce(after, before), '$.name') AS name FROM change
        WHERE operation_id = o.id AND {theirs} GROUP BY subject, subject_id
        ORDER BY min(id) LIMIT 3))
FROM operation AS o WHERE {wanted} ORDER BY o.sequence DESC"""
_THEIRS = "subject = :subject AND subject_id IN (SELECT value FROM json_each(:ids))"
_OF = f"o.id IN (SELECT operation_id FROM change WHERE {_THEIRS})"  # noqa: S608  # conditions of ours
_UNDOING = "SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY sequence DESC"
_VERSION = {
    subject: f"""SELECT after, format, subject_id FROM change WHERE subject = '{subject}'
AND subject_id = (SELECT id FROM {subject} WHERE {key} = ?) AND version = ?"""  # noqa: S608  # names of ours
    for subject, key in (("office", "code"), ("contact", "key"))
}
_CHANGES = """SELECT subject, subject_id, format, before, after FROM change
WHERE operation_id = :operation AND {} ORDER BY id DESC"""


class PastOperation(NamedTuple):
    """One change of the directory as a person made it.

    operation_id: a UUID. at: UTC, ISO 8601. actor: the user's name on that machine. kind: edit,
    import, harvest, undo or erase. undoes: the id of the operation that it took back. offices,
    contacts: how many it changed. names: of the first three. is_undone: it was taken back, and that
    was not taken back again.
    """

    operation_id: str
    at: str
    actor: str
    command: str
    kind: str
    undoes: str | None
    offices: int
    contacts: int
    names: tuple[str, ...]
    is_undone: bool

    @property
    def short_id(self) -> str:
        """The beginning of its id, which is enough to name it."""
        return self.operation_id[:_SHORT]

    @property
    def short_command(self) -> str:
        """The command, with the short id of what it took back."""
        return f"undo {self.undoes[:_SHORT]}" if self.undoes else self.command

    @property
    def what(self) -> str:
        """Whom it changed: "Zoë Lind, Tom Kay, Geneva and 59 more"."""
        more = self.offices + self.contacts - len(self.names)
        return ", ".join(self.names) + (f" and {more} more" if more > 0 else "")

    @property
    def is_final(self) -> bool:
        """Whether nothing takes it back: what it changed was erased, or forgotten."""
        return self.kind == "erase" or self.offices + self.contacts == 0

    @property
    def is_undo(self) -> bool:
        """Whether it took another one back."""
        return self.kind == "undo"


class Wanted(NamedTuple):
    """Which operations are asked for.

    since, until: moments as operations are dated, from one to before the other. actor: who gave the
    command. subject, ids: row ids of an office or of contacts that it changed; then nobody else of
    it is counted and named.
    """

    since: str | None = None
    until: str | None = None
    actor: str | None = None
    subject: str = "contact"
    ids: Sequence[int] | None = None

    @property
    def condition(self) -> str:
        """What is asked of an operation `o`."""
        conditions = {
            "o.at >= :since": self.since, "o.at < :until": self.until,
            "o.actor = :actor": self.actor,
        }  # fmt: skip
        given = [condition for condition, value in conditions.items() if value is not None]
        if self.ids is not None:
            given.append(_OF)
        return " AND ".join(given) or "1"

    @property
    def of_changes(self) -> str:
        """What is asked of a change."""
        return "1" if self.ids is None else _THEIRS

    @property
    def values(self) -> dict[str, str | None]:
        """The values of both conditions."""
        ids = json.dumps(list(self.ids or ()))
        return {**self._asdict(), "ids": ids}


class PastChange(NamedTuple):
    """What became of one office or contact; before, after: None where there was none."""

    subject: str
    row_id: int
    before: Record | None
    after: Record | None


def load_operations(
    connection: sqlite3.Connection, wanted: Wanted | None = None
) -> Iterator[PastOperation]:
    """Give the operations, the newest first; wanted: those alone."""
    undone: set[str] = set()
    for undoing, taken_back in connection.execute(_UNDOING):
        # One that was itself taken back took nothing back.
        if undoing not in undone:
            undone.add(taken_back)
    asked = wanted or Wanted()
    query = _OPERATIONS.format(wanted=asked.condition, theirs=asked.of_changes)
    for *row, names in connection.execute(query, asked.values):
        yield PastOperation._make((*row, tuple(json.loads(names)), row[0] in undone))


def load_changes(
    connection: sqlite3.Connection, operation_id: str, wanted: Wanted | None = None
) -> list[PastChange]:
    """Give what an operation changed, the last change first; wanted: of whom alone."""
    asked, read = wanted or Wanted(), RecordReader(connection).read
    values = {**asked.values, "operation": operation_id}
    return [
        PastChange(subject, row_id, *(read(text, record_format, row_id) for text in records))
        for subject, row_id, record_format, *records in connection.execute(
            _CHANGES.format(asked.of_changes), values
        )
    ]


def find_version(
    connection: sqlite3.Connection, subject: str, key: str, version: int
) -> Record | None:
    """Return the record that an office or contact of now had in a version, if it is remembered."""
    row = connection.execute(_VERSION[subject], (key, version)).fetchone()
    return RecordReader(connection).read(row[0], row[1], row[2]) if row else None


def find_operation(connection: sqlite3.Connection, text: str | None) -> PastOperation:
    """Find an operation by its id or a beginning of it; None: the newest that can be taken back.

    Raises NothingToUndoError, NotFoundError and AmbiguousError.
    """
    operations = load_operations(connection)
    if text is None:
        for operation in operations:
            if not (operation.is_undone or operation.is_undo or operation.is_final):
                return operation
        raise NothingToUndoError
    asked = text.strip().lower()
    hits = [one for one in operations if one.operation_id.startswith(asked)]
    if not hits or len(asked) < _SHORTEST:
        raise NotFoundError("operation", text)
    if len(hits) > 1:
        candidates = [("operation", one.operation_id, one.command) for one in hits]
        raise AmbiguousError(asked, candidates)
    return hits[0]
