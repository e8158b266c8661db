"""Operations: what one command changed, kept with the rows before and after.

Written in the same transaction as the change itself; an operation that changes nothing leaves
nothing behind.
"""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from pressdesk.errors import InvalidValueError, OptionsError

if TYPE_CHECKING:
    from sqlite_utils import Database


class Operation:
    """One change of the directory as a person made it.

    operation_id: a UUID that the client made, so that a repeated request is recognised; a new one
    if None. Raises InvalidValueError when it is no UUID.
    """

    def __init__(self, command: str, operation_id: str | None = None) -> None:
        self.command = command
        self.operation_id = _checked_id(operation_id) if operation_id else str(uuid4())
        self.is_recorded = False

    def record(
        self,
        database: "Database",
        subject: str,
        subject_id: int,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        """Record one changed office or contact; before and after are records, None is absent."""
        if not self.is_recorded:
            self._begin(database)
        newest = after or before or {}
        database.table("change").insert(
            {
                "operation_id": self.operation_id,
                "subject": subject,
                "subject_id": subject_id,
                # A removal is a change too: it comes after the last version.
                "version": newest["version"] + (0 if after else 1),
                "before": _json(before),
                "after": _json(after),
            }
        )

    def _begin(self, database: "Database") -> None:
        from getpass import getuser  # only a change asks who makes it

        known = database.execute(
            "SELECT 1 FROM operation WHERE id = ?", [self.operation_id]
        ).fetchone()
        if known:
            raise OptionsError(f"operation {self.operation_id} is stored already")
        try:
            actor = getuser()
        except (KeyError, OSError):  # a user id without a name, as in containers
            actor = "unknown"
        database.table("operation").insert(
            {
                "id": self.operation_id,
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "actor": actor,
                "command": self.command,
            }
        )
        self.is_recorded = True


def _checked_id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError as error:
        raise InvalidValueError("operation", text, "is not a UUID", "leave it out") from error


def _json(record: dict[str, Any] | None) -> str | None:
    if record is None:
        return None
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
