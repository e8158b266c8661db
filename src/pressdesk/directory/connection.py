"""Opening the file: read-only for lookups, read-write for changes, never made by accident.

Everything that SQLite says of a file is turned into our own errors here.
"""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from pressdesk.directory.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from pressdesk.errors import (
    DamagedDirectoryError,
    DirectoryBusyError,
    DirectoryMissingError,
    FileError,
    ForeignFileError,
    NewerDirectoryError,
    PressdeskError,
    ReadOnlyDirectoryError,
)

# Of the file's header (sqlite.org/fileformat.html): the write and read format versions.
_FORMAT_VERSIONS = slice(18, 20)
_MAGIC = b"SQLite format 3\0"


@contextmanager
def open_connection(path: Path, timeout: float, *, writing: bool) -> Iterator[sqlite3.Connection]:
    """Open a directory, check that it is one, and close it; raise FileError's children.

    path: an existing file; a missing one is never made.
    timeout: seconds to wait for another process's lock.
    writing: False opens the file so that it cannot be changed.
    """
    with translated_errors(path, timeout):
        refuse_odd_file(path)
        connection = _connect(path, timeout, "rw" if writing else "ro")
        try:
            connection = _readable(connection, path, timeout)
            check_schema(connection, path)
            yield connection
        finally:
            connection.close()


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


def prepare(connection: sqlite3.Connection) -> None:
    """Set what every connection needs: checks on, bad UTF-8 shown instead of raised."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    # EXTRA syncs the folder too: without it a power cut can bring the last change's journal back.
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.text_factory = _decode


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Hold the file against our tables before it is used; raise if it is not ours."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise ForeignFileError(path, "it belongs to another program")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise NewerDirectoryError(path, version, SCHEMA_VERSION)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%sqlite\\_%' "
        "ESCAPE '\\'"
    ).fetchall()
    if dict(rows) != expected_schema(version):
        raise ForeignFileError(path, "its tables are not pressdesk's")


def expected_schema(version: int) -> dict[str, str]:
    """Give name and statement of each table, index and trigger of a schema version."""
    statements = [one for _, added in MIGRATIONS[:version] for one in added]
    return {statement.split(maxsplit=3)[2]: statement for statement in statements}


def _connect(path: Path, timeout: float, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    prepare(connection)
    return connection


def _readable(connection: sqlite3.Connection, path: Path, timeout: float) -> sqlite3.Connection:
    """Try the first read; mend what stops it: a journal left behind, or WAL in a closed folder."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
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
        connection.close()
        return _connect(path, timeout, "ro" if recovering else "ro&immutable=1")
    return connection


def _recover(path: Path, timeout: float) -> None:
    """Roll an interrupted change back; reading with write access does that."""
    try:
        with closing(_connect(path, timeout, "rw")) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        raise ReadOnlyDirectoryError(
            path,
            "a change was interrupted and must be rolled back first: "
            "open it once where you may write",
        ) from error


def _has_companion(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


def _translated(error: Exception, path: Path, timeout: float) -> PressdeskError | None:
    """Choose our error for one of SQLite's; None is a bug of ours."""
    primary = getattr(error, "sqlite_errorcode", -1) & 0xFF
    match primary:
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
