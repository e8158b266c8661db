"""How long the first change of an older directory takes, beside importing what is in it.

Run `python -m tests.benchmarks.migration [--contacts N]`. 100,000 contacts are imported, which is
the yardstick. Then the same contacts are laid down as version 1 wrote them, each with three changes
in the history: added, and twice given another title, address and number. The first change of that
file brings it up to date, copies it beside itself first, and checks both. Memory is the peak of the
process.
"""

import argparse
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pressdesk.directory.migrations import empty_database
from pressdesk.directory.tables.schema import SCHEMA_VERSION
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.imports import contact_rows, office_rows, run, write_csv

# What version 1 had as version 2 has it, in the order in which rows refer to each other.
_SAME = ("office", "office_name", "contact", "contact_title", "contact_language", "contact_topic",
         "posting", "alias", "search")  # fmt: skip
_OPERATIONS = tuple(f"00000000-0000-4000-8000-00000000000{place}" for place in range(3))
_SOURCE = "source_file || ':' || source_line"


def lay_down(new: Path, old: Path) -> None:
    """Write what a directory holds as version 1 did."""
    with closing(empty_database(1)) as empty:
        old.write_bytes(empty.serialize())
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        for place, operation in enumerate(_OPERATIONS):
            values = (operation, f"2026-01-0{place + 1}T00:00:00+00:00", "somebody", "import")
            connection.execute("INSERT INTO operation VALUES (?, ?, ?, ?)", values)
        for table in _SAME:
            columns = "rowid, *" if table == "search" else "*"
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            into = f"(rowid, {', '.join(names)})" if table == "search" else ""
            connection.execute(f"INSERT INTO {table} {into} SELECT {columns} FROM new.{table}")  # noqa: S608
        connection.execute(
            f"INSERT INTO email SELECT contact_id, position, address, folded, public, verified_on, "  # noqa: S608
            f"{_SOURCE} FROM new.email"
        )
        connection.execute(
            f"INSERT INTO phone SELECT contact_id, position, number, extension, kind, public, "  # noqa: S608
            f"display, possible_only, verified_on, {_SOURCE} FROM new.phone"
        )
        connection.executemany(
            "INSERT INTO change (operation_id, subject, subject_id, version, before, after) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            _changes(connection),
        )
        for _ in _OPERATIONS[1:]:
            connection.execute("UPDATE contact SET version = version + 1")
        connection.execute("COMMIT")


def _changes(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Yield the changes of each operation; the last one led to what is stored."""
    query = "SELECT subject, subject_id, after FROM new.change ORDER BY id"
    last = len(_OPERATIONS)
    for version, operation in enumerate(_OPERATIONS, start=1):
        for subject, row_id, text in connection.execute(query):
            if subject == "contact":
                before, after = (
                    _record(text, one, last) if one else None for one in (version - 1, version)
                )
                yield operation, subject, row_id, version, before, after
            elif version == 1:
                yield operation, subject, row_id, version, None, text


def _record(text: str, version: int, last: int) -> str:
    """Return the record of a contact as it was, in the format of version 1."""
    record = json.loads(text)
    record["version"] = version
    for way in (*record["emails"], *record["phones"]):
        file, line = way.pop("source_file"), way.pop("source_line")
        del way["source_kind"], way["source_day"]
        way["source"] = f"{file}:{line}"
    if version < last:
        record["title"] = f"Title {version}"
        for way in record["emails"]:
            way["address"] = f"v{version}.{way['address']}"
        for way in record["phones"]:
            way["number"] = f"+4479{version}{way['number'][-7:]}"
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Import, lay down, bring up to date, and print the two beside each other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        new, old, talk = folder / "new.db", folder / "old.db", folder / "talk.txt"
        offices = write_csv(folder / "offices.csv", office_rows())
        contacts = write_csv(folder / "contacts.csv", contact_rows(asked.contacts))
        run((*PRESSDESK, "import", str(offices)), environment(new), talk)
        imported = run((*PRESSDESK, "import", str(contacts)), environment(new), talk)
        lay_down(new, old)
        size = old.stat().st_size
        migrated = run((*PRESSDESK, "upgrade"), environment(old), talk)
        with closing(sqlite3.connect(old)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            changes, former = (
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("change", "former")
            )
    print(f"{asked.contacts:,} contacts, {changes:,} changes, {former:,} former values, "
          f"{size / 1e6:,.0f} MB")  # fmt: skip
    for what, done in (("import", imported), ("upgrade", migrated)):
        print(f"{what:8} {done.seconds:7.2f} s {done.peak:7.1f} MiB")
    print(f"{migrated.seconds / imported.seconds:.2f} x the import")


if __name__ == "__main__":
    main()
