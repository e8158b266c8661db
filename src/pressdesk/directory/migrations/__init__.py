"""The numbered migrations: how the tables of a directory came to be what they are.

A new directory is made by all of them, an older one is brought up to date by those that it lacks.
What was released is never edited, only followed by another. After a new one SCHEMA_VERSION rises,
and `python -m tests.make_schema` writes schema.sql again.
"""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from pressdesk.directory.connection import prepare
from pressdesk.directory.migrations import m0001_directory, m0002_sources
from pressdesk.directory.schema import APPLICATION_ID, SCHEMA_VERSION

MIGRATIONS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("0001_directory", m0001_directory.migrate),
    ("0002_sources", m0002_sources.migrate),
)


def migrate(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Apply the migrations up to a version that a file lacks, each wholly or not at all.

    Foreign keys must be off: tables that others refer to are rebuilt.
    """
    (here,) = connection.execute("PRAGMA user_version").fetchone()
    numbered = Migrations("pressdesk")
    for number, (name, change) in enumerate(MIGRATIONS[:version], start=1):
        if number > here:
            _register(numbered, number, name, change)
    numbered.apply(Database(connection))


def _register(
    numbered: Migrations, number: int, name: str, change: Callable[[Database], None]
) -> None:
    @numbered(name=name)
    def apply(database: Database) -> None:
        change(database)
        database.execute(f"PRAGMA user_version={number}")


def empty_database(version: int = SCHEMA_VERSION) -> sqlite3.Connection:
    """Return a new directory in memory; version: of its tables."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    migrate(connection, version)
    prepare(connection)
    return connection
