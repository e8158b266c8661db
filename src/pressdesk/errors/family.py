"""The root of the errors, and those that end a command whatever it does."""

from enum import IntEnum
from typing import ClassVar

from pressdesk.visible import visible


class Scope(IntEnum):
    """What an error ends: the smaller, the more goes on."""

    ROW = 1  # a row, a value, a request: it is refused, others go on
    FILE = 2  # a file is refused or left as it was, others go on
    RUN = 3  # the whole command ends


class PressdeskError(Exception):
    """The root of the family; `str(error)` is a sentence for the user.

    Each class says what its errors end: whoever takes many rows or files goes on after those of
    a small enough scope.
    """

    exit_code: ClassVar[int] = 4
    scope: ClassVar[Scope]


class OptionsError(PressdeskError):
    """Options that do not go together."""

    exit_code = 2
    scope = Scope.RUN


class DeclinedError(PressdeskError):
    """A question that was answered with no."""

    exit_code = 130
    scope = Scope.RUN

    def __init__(self) -> None:
        super().__init__("left as it was: nothing was changed")


class ChangedMeanwhileError(PressdeskError):
    """Somebody else changed the same office or contact after it was read."""

    exit_code = 5
    scope = Scope.RUN

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{visible(what)} was changed by somebody else meanwhile; "
            "nothing was changed; look again and repeat"
        )


class NothingToUndoError(PressdeskError):
    """A directory in which nothing was done, or all is undone."""

    exit_code = 1
    scope = Scope.RUN

    def __init__(self) -> None:
        super().__init__("there is nothing to undo; `pressdesk log` shows what was done")


class ChangedSinceError(PressdeskError):
    """An operation whose result was changed again: to take it back would lose that."""

    scope = Scope.RUN

    def __init__(self, subject: str, key: str) -> None:
        super().__init__(
            f"{subject} {visible(key)} was changed again since then; nothing was undone; "
            "undo the later change first (`pressdesk log`), or edit it"
        )


class RowsRefusedError(PressdeskError):
    """Rows of an import that was to be whole or not at all."""

    scope = Scope.RUN

    def __init__(self, refused: int, rows: int) -> None:
        verb = "row is" if refused == 1 else "rows are"
        super().__init__(f"{refused} of {rows} {verb} refused, and --strict takes all or none; "
                         "nothing was changed")  # fmt: skip
