"""Operations: what one command changed, kept with the rows before and after.

Written in the same transaction as the change itself; an operation that changes nothing leaves
nothing behind.
"""

import json
import sqlite3
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID, uuid4

from pressdesk.directory.tables.old_records import RECORD_FORMAT
from pressdesk.directory.tables.records import Record
from pressdesk.directory.tables.writer import Row
from pressdesk.errors import InvalidValueError, OptionsError

# A record has no circles to look for.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


_KNOWN = "SELECT 1 FROM operation WHERE id = ?"
_BEGUN = """INSERT INTO operation (id, at, actor, command, kind, undoes)
VALUES (?, ?, ?, ?, ?, ?)"""
OperationKind = Literal["edit", "import", "harvest", "undo", "erase"]


class Operation:
    """One change of the directory as a person made it.

    kind: edit, import, harvest, undo or erase. undoes: the id of the operation that it takes back.
    operation_id: a UUID that the client made, so that a repeated request is recognised; a new one
    if None. actor: who gives the command; the user's name on this machine if None. Raises
    InvalidValueError when the id is no UUID.
    """

    def __init__(
        self,
        command: str,
        operation_id: str | None = None,
        *,
        kind: OperationKind = "edit",
        undoes: str | None = None,
        actor: str | None = None,
    ) -> None:
        # Asked now: nobody waits for the lock yet.
        self.actor = actor or _login()
        self.command = command
        self.kind = kind
        self.undoes = undoes
        self.operation_id = _checked_id(operation_id) if operation_id else str(uuid4())
        self.is_recorded = False
        self.sequence = 0

    def begin(self, connection: sqlite3.Connection) -> None:
        """Write the operation's own row before its first change; raise OptionsError if it is known.

        To be called before anything of a change is written.
        """
        if self.is_recorded:
            return
        if connection.execute(_KNOWN, (self.operation_id,)).fetchone():
            raise OptionsError(f"operation {self.operation_id} is stored already")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        written = connection.execute(
            _BEGUN, (self.operation_id, at, self.actor, self.command, self.kind, self.undoes)
        )
        self.sequence = int(written.lastrowid or 0)
        self.is_recorded = True

    def record(
        self, subject: str, subject_id: int, before: Record | None, after: Record | None
    ) -> Row:
        """Give the row of one changed office or contact; before, after: records, None is absent."""
        newest = after or before or {}
        # A removal is a change too: it comes after the last version.
        version = newest["version"] + (0 if after else 1)
        return (
            self.operation_id, subject, subject_id, version, RECORD_FORMAT,
            _json(before), _json(after),
        )  # fmt: skip


def _login() -> str:
    from getpass import getuser  # only a change asks who makes it

    try:
        return getuser()
    except (KeyError, OSError):  # a user id without a name, as in containers
        return "unknown"


def _checked_id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError as error:
        raise InvalidValueError("operation", text, "is not a UUID", "leave it out") from error


def _json(record: Record | None) -> str | None:
    return None if record is None else _ENCODER.encode(record)
