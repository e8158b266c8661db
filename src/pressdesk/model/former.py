"""What a report says of a former value."""

from datetime import date
from typing import Any, NamedTuple


class Former(NamedTuple):
    """A value that somebody gave up, and that a file brought again: it was not stored.

    field: the column. old: the value. since: the day (UTC) on which it was given up. new: what
    follows it, or None.
    """

    field: str
    old: str
    since: date
    new: str | None

    def __str__(self) -> str:
        follower = f"{self.new} follows it" if self.new else "nothing follows it"
        return f"{self.field} {self.old} is former since {self.since}; {follower}"

    def as_data(self) -> dict[str, Any]:
        """Return the value as JSON data (docs/formats.md)."""
        return {**self._asdict(), "since": self.since.isoformat()}
