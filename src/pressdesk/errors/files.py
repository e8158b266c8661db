"""What is wrong with a file, with the directory's above all."""

from pathlib import Path

from pressdesk.errors.family import PressdeskError, Scope
from pressdesk.visible import visible


class InvalidFileError(PressdeskError):
    """A file that was read and refused whole; nothing was changed."""

    scope = Scope.FILE

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(self.about(path))

    def about(self, path: Path | str) -> str:
        """Return the sentence with the file named so."""
        place = visible(str(path)) + (f":{self.line}" if self.line else "")
        return f"{place}: {self.reason}"


class FileError(PressdeskError):
    """A file that cannot be read or written."""

    exit_code = 5
    scope = Scope.FILE

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(self.about(path))

    def about(self, path: Path | str) -> str:
        """Return the sentence with the file named so."""
        return f"{visible(str(path))}: {self.reason}"


class OutputError(FileError):
    """Standard output that nothing can be written to."""

    scope = Scope.RUN

    def __init__(self, reason: str) -> None:
        super().__init__("standard output", reason)


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
            "put a backup copy of the file in its place",
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
