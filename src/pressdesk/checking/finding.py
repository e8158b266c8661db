"""What a check finds of one thing that a block says."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """Whether something printed still holds.

    current: it does. changed: the directory says otherwise. left: the person has gone. unknown:
    nobody in the directory, or a text that is not understood. internal: it must not be public.
    no block: the release has none.
    """

    CURRENT = "current"
    CHANGED = "changed"
    LEFT = "left"
    UNKNOWN = "unknown"
    INTERNAL = "internal"
    NO_BLOCK = "no block"


class Finding(NamedTuple):
    """One thing of one person in a block.

    field: name, title, office, email, phone, block; link, for where one leads that shows something
    else. old: as it is printed. new: as the directory has it, None where it has nothing; of a link
    what it shows. contact: the key, where somebody is known.
    """

    status: Status
    field: str
    old: str | None = None
    new: str | None = None
    contact: str | None = None


class BlockCheck(NamedTuple):
    """What was found of one block; findings: those that are not current.

    line: of its first line in the file. contacts: keys of those who were recognised in it.
    """

    line: int
    findings: tuple[Finding, ...]
    contacts: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether all of it holds."""
        return not self.findings
