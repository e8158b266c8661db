"""What is made from the rows, made anew: it is what each change had made of it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from pressdesk.directory.tables.derived import rebuild_derived
from tests.conftest import SMALL, Run

QUERIES = (
    "SELECT folded, tier, office_id, contact_id FROM alias",
    "SELECT rowid, * FROM search",
    """SELECT operation, subject, subject_id, key, name, kind, public, value, extension,
    next_value, next_extension FROM former""",
)


def content(connection: sqlite3.Connection) -> list[list[tuple[Any, ...]]]:
    """Return the rows, without the ids that nobody refers to."""
    return [sorted(connection.execute(query), key=repr) for query in QUERIES]


def test_what_is_made_anew_is_what_was_made(run: Run, db: Path) -> None:
    """After an import, changes of people and offices, and an undo."""
    for line in (
        f"import {SMALL / 'offices.csv'} {SMALL / 'contacts.csv'}",
        'office edit geneva --switchboard "+41 22 501 09 00" --name "Harbour Relief Genf"',
        "contact edit maria --ext 231 --email maria@example.org",
        "contact edit maria --name 'Maria Moreno-Test' --key maria-m",
        "undo --yes",
        "contact remove zoe --yes",
    ):
        done = run(f"pressdesk {line}")
        assert done.code == 0, done.err
    with closing(sqlite3.connect(db)) as connection:
        before = content(connection)
        assert all(before)
        rebuild_derived(connection)
        assert content(connection) == before
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
