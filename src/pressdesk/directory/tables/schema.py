"""What the file of a directory must look like: whose it is, its version, and its tables.

Numbered migrations make the tables. How many there are, and what SQLite then keeps of the tables,
stands in schema.sql, written by `python -m tests.make_schema`: so a lookup compares texts and makes
no tables of its own.
"""

import sqlite3
from pathlib import Path

# "pDsk" in the header of the file; no other program is known to use it.
APPLICATION_ID = 0x7044736B
SCHEMA_FILE = Path(__file__).with_name("schema.sql")
_END = ";\n\n"
_VERSION = "PRAGMA user_version="
_FIRST, *_STATEMENTS = SCHEMA_FILE.read_text(encoding="utf-8").split(_END)[:-1]
SCHEMA_VERSION = int(_FIRST.removeprefix(_VERSION))
# All but the tables that SQLite, its search and sqlite-utils keep for themselves; SQLite's own
# indexes have no statement.
_OUR_TABLES = """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
AND NOT (type IN ('table', 'index')
    AND tbl_name IN ('_sqlite_migrations', 'sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4',
        'search_data', 'search_idx', 'search_content', 'search_config'))
ORDER BY tbl_name, type = 'table' DESC, sql"""


def kept_statements(connection: sqlite3.Connection) -> list[str]:
    """Return the statements of all tables, indexes and triggers of a file, by table."""
    return [statement for (statement,) in connection.execute(_OUR_TABLES)]


def known_statements() -> list[str]:
    """Return those of a directory of SCHEMA_VERSION, in the same order."""
    return _STATEMENTS


def dump_schema(version: int, statements: list[str]) -> str:
    """Return a version and its statements as SCHEMA_FILE holds them."""
    return "".join(one + _END for one in (f"{_VERSION}{version}", *statements))
