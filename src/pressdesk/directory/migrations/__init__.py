"""The numbered migrations: how the tables of a directory came to be what they are.

A new directory is made by all of them, an older one is brought up to date by those that it lacks.
What was released is never edited, only followed by another: a module m0003_name with a function
`migrate` is found by its name, and `python -m tests.make_schema` then writes schema.sql again.
"""

import re
import sqlite3
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from sqlite_utils import Database, Migrations

from pressdesk.directory.connection import prepare
from pressdesk.directory.tables.schema import APPLICATION_ID, SCHEMA_VERSION

_NUMBERED = re.compile(r"m(\d{4}_\w+)")
MIGRATIONS: tuple[tuple[str, Callable[[Database], None]], ...] = tuple(
    (match[1], import_module(f"{__name__}.{name}").migrate)
    for name in sorted(module.name for module in iter_modules(__path__))
    if (match := _NUMBERED.fullmatch(name))
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
