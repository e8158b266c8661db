"""The first write makes the file, with the tables of the numbered migrations.

A new directory is made in memory and appears under its name wholly or not at all, so that a crash
leaves no half of it and of two processes that begin at once both find the same one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database, Migrations

from pressdesk.directory.connection import (
    is_missing,
    open_connection,
    prepare,
    translated_errors,
)
from pressdesk.directory.schema import APPLICATION_ID, MIGRATIONS, SET_NAME
from pressdesk.errors import FileError
from pressdesk.files import create_file, remove_leftovers


def empty_database() -> sqlite3.Connection:
    """Give a new directory in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    prepare(connection)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    migrations().apply(Database(connection))
    return connection


def migrations() -> Migrations:
    """Give the numbered migrations to sqlite-utils; each raises the file's version with it."""
    numbered = Migrations(SET_NAME)
    for number, (name, statements) in enumerate(MIGRATIONS, start=1):
        _register(numbered, number, name, statements)
    return numbered


def _register(numbered: Migrations, number: int, name: str, statements: tuple[str, ...]) -> None:
    @numbered(name=name)
    def migrate(database: Database) -> None:
        for statement in statements:
            database.execute(statement)
        database.execute(f"PRAGMA user_version={number}")


@contextmanager
def open_locked(path: Path, timeout: float, *, create: bool) -> Iterator[sqlite3.Connection]:
    """Open for writing with the write lock held; create: make a missing file.

    A file that was made here and in which nothing was recorded is taken away again: a command that
    fails leaves no empty directory behind.
    """
    made = create and _create_missing(path)
    try:
        with _lock(path, timeout, create=create) as connection:
            # Whoever was killed while making the file left a second name of it behind.
            remove_leftovers(path.parent)
            yield connection
    finally:
        if made:
            _remove_unused(path, timeout)


@contextmanager
def _lock(path: Path, timeout: float, *, create: bool) -> Iterator[sqlite3.Connection]:
    """Take the write lock on the file that has the name now.

    While we waited, another process may have taken its unused file away: then ours is nobody's, and
    we begin again.
    """
    while True:
        identity = _identity(path)
        with open_connection(path, timeout, writing=True) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN IMMEDIATE")
            if identity is not None and identity == _identity(path):
                try:
                    yield connection
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
                else:
                    connection.execute("COMMIT")
                return
        if create:
            _create_missing(path)


def _create_missing(path: Path) -> bool:
    """Make an empty directory unless there is a file; say whether it was made here."""
    if not is_missing(path):
        return False
    with closing(empty_database()) as connection:
        content = connection.serialize()
    try:
        create_file(path, content)
    except FileExistsError:
        return False
    return True


def _remove_unused(path: Path, timeout: float) -> None:
    """Take a directory away in which nothing was ever stored; one that another uses stays."""
    with (
        suppress(OSError, FileError),
        translated_errors(path, timeout),
        open_connection(path, timeout, writing=True) as connection,
    ):
        connection.execute("BEGIN EXCLUSIVE")
        (operations,) = connection.execute("SELECT count(*) FROM operation").fetchone()
        if not operations:
            path.unlink(missing_ok=True)
        connection.execute("ROLLBACK")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:  # opening it says what is wrong
        return None
    return status.st_dev, status.st_ino
