"""The first write makes the file, with the tables of the numbered migrations.

A new directory is made in memory and appears under its name wholly or not at all, so that a crash
leaves no half of it and of two processes that begin at once both find the same one.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from pressdesk.directory.connection import (
    Upgrade,
    is_missing,
    open_connection,
    translated_errors,
)
from pressdesk.directory.migrations import empty_database
from pressdesk.errors import FileError
from pressdesk.files.atomic import create_file, remove_leftovers


@contextmanager
def open_locked(
    path: Path, timeout: float, *, create: bool, on_upgrade: Callable[[Upgrade], object]
) -> Iterator[sqlite3.Connection]:
    """Open for writing with the write lock held; create: make a missing file.

    on_upgrade: is told when a file of an older program was brought up to date first.

    A file that was made here and in which nothing was recorded is taken away again: a command that
    fails leaves no empty directory behind.
    """
    made = create and _create_missing(path)
    try:
        with _lock(path, timeout, create=create, on_upgrade=on_upgrade) as connection:
            # Whoever was killed while making the file left a second name of it behind.
            remove_leftovers(path.parent)
            yield connection
    finally:
        if made:
            _remove_unused(path, timeout)


@contextmanager
def _lock(
    path: Path, timeout: float, *, create: bool, on_upgrade: Callable[[Upgrade], object]
) -> Iterator[sqlite3.Connection]:
    """Take the write lock on the file that has the name now.

    While we waited, another process may have taken its unused file away: then ours is nobody's, and
    we begin again.
    """
    while True:
        identity = _identity(path)
        with open_connection(path, timeout, writing=True, on_upgrade=on_upgrade) as connection:
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
