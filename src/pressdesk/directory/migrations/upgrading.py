"""Bringing a directory of an older program up to date: its file, or a copy for a lookup."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pressdesk.directory.connection import Upgrade, check_schema, prepare
from pressdesk.directory.migrations import empty_database, migrate
from pressdesk.directory.tables.derived import rebuild_derived
from pressdesk.directory.tables.schema import SCHEMA_VERSION, kept_statements
from pressdesk.directory.upkeep.backup import back_up, free_name
from pressdesk.errors.directory import DamagedDirectoryError, ForeignFileError, OlderDirectoryError

# Bytes. A larger file takes longer to copy than anybody waits for a lookup.
_MOST_COPIED = 16_000_000
# KiB. Rows come in another order than those of the indexes that they fill.
_CACHE = 64_000


def upgrade(connection: sqlite3.Connection, path: Path, timeout: float) -> Upgrade | None:
    """Bring the file up to date in one transaction, after a checked backup beside it.

    None: another process did while we waited for the lock. Whatever is raised leaves the file as it
    was.
    """
    connection.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = check_schema(connection, path)
        done = None
        if version < SCHEMA_VERSION:
            _refuse_foreign(connection, path, version)
            # Fails here, before a copy is made, where the file may not be written.
            connection.execute(f"PRAGMA user_version={version}")
            done = Upgrade(version, free_name(path, path.parent, f"version-{version}-"))
            # Beside our own connection, which holds the lock and may not be the source of a copy.
            back_up(path, done.backup, timeout)
            try:
                _migrate(connection, path)
                connection.execute("COMMIT")
            except BaseException:
                done.backup.unlink(missing_ok=True)
                raise
        else:
            connection.execute("ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys=ON")
    return done


@contextmanager
def upgraded_copy(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a copy in memory that is up to date; raise OlderDirectoryError for a large file."""
    version = check_schema(connection, path)
    if path.stat().st_size > _MOST_COPIED:
        raise OlderDirectoryError(path, version, SCHEMA_VERSION)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        bring_up_to_date(copy, path)
        prepare(copy)
        yield copy


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a database that nobody else uses up to date; one that is, stays as it is.

    path: where it comes from, for messages.
    """
    version = check_schema(connection, path)
    if version < SCHEMA_VERSION:
        _refuse_foreign(connection, path, version)
        _migrate(connection, path)


def _refuse_foreign(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raise ForeignFileError unless the file has exactly the tables of its version."""
    with closing(empty_database(version)) as model:
        if kept_statements(connection) != kept_statements(model):
            raise ForeignFileError(path, "its tables are not pressdesk's")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    migrate(connection)
    rebuild_derived(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise DamagedDirectoryError(path, f"a row of {broken[0]} refers to one that is not there")
