"""What is wrong with the directory's file, or keeps a change from it; it ends the command."""

from collections.abc import Sequence
from pathlib import Path

from pressdesk.errors import FileError, PressdeskError, Scope
from pressdesk.text.visible import visible


class DirectoryMissingError(FileError):
    """No directory file where one was asked for; none was made."""

    scope = Scope.RUN

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "there is no directory yet; start one with `pressdesk office add` or "
            "`pressdesk import`, or name another file with --db",
        )


class ForeignFileError(FileError):
    """A file that is no pressdesk directory; it is never written to."""

    scope = Scope.RUN

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path, f"is not a pressdesk directory ({reason}); name another file with --db"
        )


class NewerDirectoryError(FileError):
    """A directory that a later pressdesk made; it is neither read nor written."""

    scope = Scope.RUN

    def __init__(self, path: Path, found: int | str, known: int) -> None:
        super().__init__(
            path,
            f"made by a newer pressdesk (schema {found}, this one knows {known}); "
            "install that version",
        )


class OlderDirectoryError(FileError):
    """A directory that an earlier pressdesk made, too large to be brought up to date in passing."""

    scope = Scope.RUN

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path,
            f"made by an older pressdesk (schema {found}, this one has {known}); "
            "`pressdesk upgrade` brings it up to date, and keeps a copy of it as it is",
        )


class DamagedDirectoryError(FileError):
    """A directory whose bytes are no longer what SQLite wrote."""

    scope = Scope.RUN

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            path,
            f"the directory is damaged ({visible(detail)}); nothing was changed; "
            "put a backup in its place with `pressdesk restore`",
        )


class DirectoryBusyError(FileError):
    """Another process holds the lock."""

    scope = Scope.RUN

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(
            path,
            f"directory is in use by another pressdesk (waited {seconds:g} s); "
            "nothing was changed; try again",
        )


class ReadOnlyDirectoryError(FileError):
    """A directory that this user may read but not write."""

    scope = Scope.RUN

    def __init__(self, path: Path, remedy: str = "ask for write access, or use a copy") -> None:
        super().__init__(path, f"directory is read-only; nothing was changed; {remedy}")


class ChangedMeanwhileError(PressdeskError):
    """Somebody else changed the same office or contact after it was read."""

    exit_code = 5
    scope = Scope.RUN

    def __init__(
        self, what: str, *, versions: tuple[int, int] | None = None, changes: Sequence[str] = ()
    ) -> None:
        """Make the sentence; versions: the one that was read, and the one there is."""
        told = f" (version {versions[0]} was meant, and it is {versions[1]})" if versions else ""
        shown = "".join(f"\n  {visible(change)}" for change in changes)
        super().__init__(
            f"{visible(what)} was changed by somebody else meanwhile{told}; "
            f"nothing was changed; look again and repeat{':' if shown else ''}{shown}"
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
