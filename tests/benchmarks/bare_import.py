"""The yardstick of `import`: a bare loop that reads, checks and stores, and knows no rules.

`python -m tests.benchmarks.bare_import DIRECTORY CSV` fills the tables of a directory that has the
offices already with the rows that pressdesk makes of the same file. It trusts the columns and their
order, matches nobody, refuses nothing, and reports nothing.
"""

import csv
import json
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import phonenumbers
from email_validator import validate_email

from pressdesk.directory.connection import prepare

AT_ONCE = 5000
OPERATION = "00000000-0000-4000-8000-000000000000"
_SOURCE = ("source_kind", "source_file", "source_line", "source_day")
_COLUMNS = {"contact": 13, "contact_topic": 3, "email": 10, "phone": 13, "posting": 8, "alias": 5,
            "search": 13, "change": 8}  # fmt: skip
# Offices have rows in it too, under negative ids.
SEARCH = (
    "search (rowid, name, title, office, city, country, lang, topic, email, phone, ext, kind,"
    " every)"
)

Rows = dict[str, list[tuple[Any, ...]]]


def fold(text: str) -> str:
    """Take case and accents away."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def office_texts(connection: sqlite3.Connection) -> dict[str, tuple[Any, ...]]:
    """Give row id, switchboard, and the words of name and code, city, and country, by code."""
    rows = connection.execute("SELECT id, code, name, city, country, switchboard FROM office")
    offices = {}
    for row_id, code, name, city, country, switchboard in rows:
        words = f"{fold(name)} harbour relief {code.replace('-', ' ')} {code.replace('-', '')}"
        countries = {"US": "us united states", "CH": "ch switzerland"}
        offices[code] = row_id, switchboard, words, fold(city), countries[country]
    return offices


def groups(digits: str) -> str:
    """Give every four digits of a number, as the index has them."""
    return " ".join(digits[place : place + 4] for place in range(len(digits) - 3))


def add_rows(
    rows: Rows, row_id: int, line: int, cells: list[str], offices: Mapping[str, tuple[Any, ...]]
) -> None:
    """Check the values of a line and add its rows to the tables."""
    code, name, title, typed_email, typed_phone, extension, typed_mobile, topic = cells
    office_id, switchboard, office_words, city_words, country_words = offices[code]
    email = validate_email(typed_email, check_deliverability=False).normalized
    parsed = phonenumbers.parse(typed_phone or typed_mobile, country_words[:2].upper())
    if not phonenumbers.is_valid_number(parsed):
        raise ValueError(cells)
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    display = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    display = display.replace("-", " ")
    kind = "office" if typed_phone else "mobile"
    source = "import", sys.argv[2], line, None
    said = dict(zip(_SOURCE, source, strict=True))
    words = fold(name)
    key = words.replace(" ", "-")
    given, family = words.split(" ")
    record = {
        "version": 1, "key": key, "kind": "person", "name": name, "given_name": None,
        "family_name": None, "title": title, "note": None, "unlisted": 0, "left_on": None,
        "successor": None, "titles": {}, "languages": [], "topics": [topic],
        "emails": [{"address": email, "public": 1, "verified_on": None, **said}],
        "phones": [{"number": number, "extension": None, "kind": kind, "public": 1,
                    "display": display, "possible_only": 0, "verified_on": None,
                    **said}],
        "postings": [{"office": code, "rank": None, "title": None,
                      "extension": extension or None, "starts_on": None, "ends_on": None}],
    }  # fmt: skip
    after = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    rows["contact"].append(
        (row_id, 1, key, "person", name, None, None, title, None, 0, None, None,
         f"{family} {given}")
    )  # fmt: skip
    rows["contact_topic"].append((row_id, 0, topic))
    rows["email"].append((row_id, 0, email, email.lower(), 1, None, *source))
    rows["phone"].append((row_id, 0, number, None, kind, 1, display, 0, None, *source))
    rows["posting"].append((row_id, 0, office_id, None, None, extension or None, None, None))
    rows["alias"] += [(None, key, 0, None, row_id), (None, words, 1, None, row_id)]
    digits = groups(number[1:])
    if extension:
        digits += f" {groups(switchboard[1:])}"
    email_words = email.lower().replace("@", " ").replace(".", " ")
    rows["search"].append(
        (row_id, f"{words} {given}{family}", title.lower(), office_words, city_words,
         country_words, "", topic, email_words, digits, extension, "person", "every")
    )  # fmt: skip
    rows["change"].append((None, OPERATION, "contact", row_id, 1, None, after, 2))


def store(connection: sqlite3.Connection, rows: Rows) -> None:
    """Write rows into their tables."""
    for table, columns in _COLUMNS.items():
        marks = ", ".join("?" * columns)
        into = SEARCH if table == "search" else table
        connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows[table])  # noqa: S608


def take_in(connection: sqlite3.Connection, lines: Iterable[list[str]]) -> None:
    """Read and store so many lines at once."""
    offices = office_texts(connection)
    connection.execute(
        "INSERT INTO operation (id, at, actor, command, kind) "
        "VALUES (?, '2026-01-01T00:00:00+00:00', 'somebody', 'import', 'import')",
        (OPERATION,),
    )
    numbered = enumerate(lines, start=1)
    while chunk := list(islice(numbered, AT_ONCE)):
        rows: Rows = defaultdict(list)
        for row_id, cells in chunk:
            add_rows(rows, row_id, row_id + 1, cells, offices)
        store(connection, rows)


def main() -> None:
    """Import one file in one transaction."""
    path, source = Path(sys.argv[1]), Path(sys.argv[2])
    with (
        source.open(encoding="utf-8", newline="") as file,
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        prepare(connection)
        lines = csv.reader(file)
        next(lines)
        connection.execute("BEGIN IMMEDIATE")
        take_in(connection, lines)
        connection.execute("COMMIT")


if __name__ == "__main__":
    main()
