"""What a check finds in a release: values that hold, and values that do not."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What became of something that a release says; the worst comes last.

    no block: the release has neither a contact block nor a value of the directory. current: all of
    it holds. unknown: it stands with a contact's name, and is not that contact's. outdated: a block
    of ours would be printed otherwise today. changed: it was given up. left: it is of somebody who
    has left. internal: it must not be public.
    """

    NO_BLOCK = "no block"
    CURRENT = "current"
    UNKNOWN = "unknown"
    OUTDATED = "outdated"
    CHANGED = "changed"
    LEFT = "left"
    INTERNAL = "internal"

    @property
    def weight(self) -> int:
        """How bad it is: a release counts by its worst finding."""
        return list(Status).index(self)


class Finding(NamedTuple):
    """One thing that a release says.

    line: in the file, from 1. field: email, phone or block. old: as it is written, or what a block
    prints; new: the value that follows, or what would be printed; of somebody who has left, the
    successor's name; None where nothing follows. contact: the key of the contact, or the code of
    the office, whose it is or was.
    """

    line: int
    status: Status
    field: str
    old: str | None = None
    new: str | None = None
    contact: str | None = None
