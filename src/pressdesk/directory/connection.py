"""Opening the file: read-only for lookups, read-write for changes, never made by accident.

Everything that SQLite says of a file is turned into our own errors here.
"""

import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from operator import methodcaller
from pathlib import Path
from typing import NamedTuple

from pressdesk.directory.tables.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    kept_statements,
    known_statements,
)
from pressdesk.errors import FileError, PressdeskError
from pressdesk.errors.directory import (
    DamagedDirectoryError,
    DirectoryBusyError,
    DirectoryMissingError,
    ForeignFileError,
    NewerDirectoryError,
    ReadOnlyDirectoryError,
)

# Of the file's header (sqlite.org/fileformat.html): the write and read format versions.
_FORMAT_VERSIONS = slice(18, 20)
_MAGIC = b"SQLite format 3\0"
# No function of ours: it is called for each text of each row.
_DECODE = methodcaller("decode", "utf-8", "backslashreplace")


class Upgrade(NamedTuple):
    """What brought an older file up to date: the version that it had, and its copy beside it."""

    version: int
    backup: Path


@contextmanager
def open_connection(
    path: Path,
    timeout: float,
    *,
    writing: bool,
    on_upgrade: Callable[[Upgrade], object] = lambda _: None,
) -> Iterator[sqlite3.Connection]:
    """Open a directory, check that it is one, and close it; raise FileError's children.

    path: an existing file; a missing one is never made.
    timeout: seconds to wait for another process's lock.
    writing: False opens the file so that it cannot be changed.
    on_upgrade: is told when a file of an older program was brought up to date, which writing does
    first. Reading does it in memory.
    """
    with translated_errors(path, timeout):
        refuse_odd_file(path)
        with closing(open_readable(path, timeout, "rw" if writing else "ro")) as connection:
            if check_schema(connection, path) == SCHEMA_VERSION:
                yield connection
                return
            from pressdesk.directory.migrations.upgrading import (  # imports sqlite_utils
                upgrade,
                upgraded_copy,
            )

            if writing:
                if done := upgrade(connection, path, timeout):
                    on_upgrade(done)
                yield connection
                return
            with upgraded_copy(connection, path) as copy:
                yield copy


@contextmanager
def translated_errors(path: Path, timeout: float) -> Iterator[None]:
    """Turn what SQLite and the system raise into a sentence of ours."""
    try:
        yield
    except (sqlite3.DatabaseError, sqlite3.Warning) as error:
        translated = _translated(error, path, timeout)
        if translated is None:
            raise
        raise translated from error


def refuse_odd_file(path: Path) -> None:
    """Raise for what SQLite must not be pointed at: nothing, a folder, a pipe, an empty file."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DirectoryMissingError(path) from error
    except OSError as error:
        raise FileError(path, f"cannot be opened ({error.strerror})") from error
    if stat.S_ISDIR(status.st_mode):
        raise FileError(path, "is a folder; name a file in it with --db")
    if not stat.S_ISREG(status.st_mode):
        raise FileError(path, "is not a regular file; name another with --db")
    if status.st_size == 0:
        raise ForeignFileError(path, "it is empty")


def is_missing(path: Path) -> bool:
    """Ask whether nothing has that name, not even a link; raise FileError if it cannot be told."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise FileError(path, f"cannot be opened ({error.strerror})") from error
    return False


def prepare(connection: sqlite3.Connection) -> None:
    """Set what every connection needs: checks on, bad UTF-8 shown instead of raised."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    # EXTRA syncs the folder too: without it a power cut can bring the last change's journal back.
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.text_factory = _DECODE


def check_schema(connection: sqlite3.Connection, path: Path) -> int:
    """Hold the file against our tables before it is used; raise if it is not ours.

    Returns the version of its tables. Those of an older one are left to `upgrading.py`.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise ForeignFileError(path, "it belongs to another program")
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise NewerDirectoryError(path, version, SCHEMA_VERSION)
    is_current = version == SCHEMA_VERSION
    # Every statement counts: a trigger may have the name of a table.
    if version < 1 or (is_current and kept_statements(connection) != known_statements()):
        raise ForeignFileError(path, "its tables are not pressdesk's")
    return version


def _connect(path: Path, timeout: float, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    try:
        # Some of the settings read the file already.
        prepare(connection)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except UnicodeDecodeError as error:
        # What SQLite says of a broken table quotes its bytes, and Python cannot read that.
        connection.close()
        raise DamagedDirectoryError(path, "its tables cannot be read") from error
    except BaseException:
        connection.close()
        raise
    return connection


def open_readable(path: Path, timeout: float, mode: str) -> sqlite3.Connection:
    """Open a file; mend what stops the first read: a journal left, or WAL in a closed folder.

    mode: "ro" or "rw", as in SQLite's names of files. Whose file it is, `check_schema` says.
    """
    try:
        return _connect(path, timeout, mode)
    except sqlite3.OperationalError as error:
        recovering = error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK
        unreadable = error.sqlite_errorcode & 0xFF in {
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        }
        if recovering:
            _recover(path, timeout)
        elif not unreadable or _has_companion(path):
            raise
        return _connect(path, timeout, "ro" if recovering else "ro&immutable=1")


def _recover(path: Path, timeout: float) -> None:
    """Roll an interrupted change back; reading with write access does that."""
    try:
        _connect(path, timeout, "rw").close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        raise ReadOnlyDirectoryError(
            path,
            "a change was interrupted and must be rolled back first: "
            "open it once where you may write",
        ) from error


def _has_companion(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))


def _translated(error: Exception, path: Path, timeout: float) -> PressdeskError | None:
    """Choose our error for one of SQLite's; None is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", -1)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            found: PressdeskError | None = DirectoryBusyError(path, timeout)
        case sqlite3.SQLITE_NOTADB:
            found = _not_a_database(path)
        case sqlite3.SQLITE_CORRUPT:
            found = DamagedDirectoryError(path, str(error))
        case sqlite3.SQLITE_READONLY:
            found = ReadOnlyDirectoryError(path)
        case sqlite3.SQLITE_FULL:
            found = FileError(path, "no space on the disk; nothing was changed")
        case sqlite3.SQLITE_IOERR if code == sqlite3.SQLITE_IOERR_DIR_FSYNC:
            # The journal is gone already: only that could not be synced.
            found = FileError(
                path,
                "the change was written, but the disk failed to confirm it; "
                "look whether it is there, and check the disk",
            )
        case sqlite3.SQLITE_IOERR:
            found = FileError(path, f"{error}; nothing was changed; check the disk")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            found = FileError(path, "cannot be opened; check that you may read it and its folder")
        case _:
            found = None
    return found


def _not_a_database(path: Path) -> PressdeskError:
    # Format versions above 2 make an older SQLite say "not a database" of a newer file.
    header = b""
    with suppress(OSError), path.open("rb") as file:
        header = file.read(100)
    if header.startswith(_MAGIC) and max(header[_FORMAT_VERSIONS], default=0) > 2:
        return NewerDirectoryError(path, "of a later SQLite", SCHEMA_VERSION)
    return ForeignFileError(path, "it is not an SQLite file")
