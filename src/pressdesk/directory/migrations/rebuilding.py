"""A table made anew: SQLite adds columns to one that is there, but changes no CHECK of it."""

import re
from collections.abc import Callable

from sqlite_utils import Database

_OTHERS = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type <> 'table' AND sql IS NOT NULL"


def rebuild(database: Database, table: str, change: Callable[[str], str]) -> None:
    """Make a table anew by a changed statement, with its rows, indexes and triggers.

    change: is given the statement as SQLite keeps it. The columns stay the same. As
    sqlite.org/lang_altertable.html says; foreign keys must be off.
    """
    query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    (statement,) = database.execute(query, (table,)).fetchone()
    others = [sql for (sql,) in database.execute(_OTHERS, (table,)).fetchall()]
    # SQLite quotes the names of tables that were renamed.
    named = re.compile(rf'CREATE TABLE "?{table}"?')
    database.execute(named.sub(f"CREATE TABLE new_{table}", change(statement), count=1))
    database.execute(f"INSERT INTO new_{table} SELECT * FROM {table}")  # noqa: S608  # a name of ours
    take_place(database, table)
    for sql in others:
        database.execute(sql)


def take_place(database: Database, table: str) -> None:
    """Let the new table, which is called so, take the place of the old one."""
    database.execute(f"DROP TABLE {table}")
    database.execute(f"ALTER TABLE new_{table} RENAME TO {table}")
