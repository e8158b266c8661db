"""Directories of any size for the benchmarks: invented contacts, the same ones every time.

Every other contact is called Alex, and every other speaks about health; each has a family name that
nobody else has.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from pressdesk import Contact, Directory, Email, EmailAddress, Office, Phone, PhoneNumber, Posting
from pressdesk.directory.search.index import search_row
from pressdesk.directory.tables.records import contact_record
from pressdesk.directory.who.resolution import contact_aliases
from pressdesk.exchange.lines import Line
from pressdesk.exchange.vcard.writing import dump_card
from pressdesk.text.folding import fold
from tests.benchmarks.bare_import import SEARCH

OFFICES = 50
# Beyond this many, rows are copied with other names: made one by one they would take minutes.
MADE_ONE_BY_ONE = 100_000
_GIVEN = ("Alex", "Amina", "Alex", "Bruno", "Alex", "Chiara", "Alex", "Dmitri")
_NO_SOURCE = (None, None, None, None)
_CHILDREN = ("contact_topic", "email", "phone", "posting", "alias")


def letters(number: int) -> str:
    """Write a number with letters, so that it is a word: 0 is aaaa, 27 is aabb."""
    text = ""
    for _ in range(5):
        number, rest = divmod(number, 26)
        text = chr(ord("a") + rest) + text
    return text


def office(number: int) -> Office:
    """Give one of the offices."""
    switchboard = PhoneNumber("+12025550100", None, "+1 202 555 0100")
    return Office(f"office-{number}", f"Office {letters(number)}", "US", "Harbour Relief",
                  f"City {letters(number)}", switchboard=switchboard)  # fmt: skip


def contact(number: int, offices: int = OFFICES) -> Contact:
    """Give one of the contacts, at one of so many offices."""
    name = f"{_GIVEN[number % len(_GIVEN)]} Kowal{letters(number)}"
    digits = f"{2_000_000 + number % 8_000_000:07d}"
    phone = PhoneNumber(f"+1202{digits}", None, f"+1 202 {digits[:3]} {digits[3:]}")
    return Contact(
        fold(name).replace(" ", "-"),
        name,
        title="Press Officer",
        topics=("health" if number % 2 else "shelter",),
        emails=(Email(EmailAddress(f"kowal.{letters(number)}@example.org")),),
        phones=(Phone(phone),),
        postings=(Posting(f"office-{number % offices}"),),
        version=1,
    )


def make_directory(path: Path, size: int, offices_count: int = OFFICES) -> None:
    """Make a directory with so many contacts, spread over so many offices."""
    with Directory.edit(path, command="benchmark") as directory:
        for number in range(offices_count):
            directory.add_office(office(number))
    offices = {f"office-{number}": office(number) for number in range(offices_count)}
    with closing(sqlite3.connect(path)) as connection:
        numbers = iter(range(min(size, MADE_ONE_BY_ONE)))
        while chunk := list(islice(numbers, 5000)):
            for table, rows in rows_of(chunk, offices).items():
                marks = ", ".join("?" * len(rows[0]))
                into = SEARCH if table == "search" else table
                connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608
        for copy in range(1, size // MADE_ONE_BY_ONE):
            copy_rows(connection, copy)
        connection.commit()


def rows_of(numbers: list[int], offices: dict[str, Office]) -> dict[str, list[tuple[object, ...]]]:
    """Give the rows of contacts, by table, in the order of the columns."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    for number in numbers:
        row_id, one = number + 1, contact(number, len(offices))
        record = contact_record(one)
        rows.setdefault("contact", []).append(
            (row_id, 1, one.key, "person", one.name, None, None, one.title, None, 0, None, None,
             fold(one.sort_text))
        )  # fmt: skip
        rows.setdefault("contact_topic", []).append((row_id, 0, one.topics[0]))
        address = record["emails"][0]["address"]
        rows.setdefault("email", []).append((row_id, 0, address, address, 1, None, *_NO_SOURCE))
        phone = one.phones[0].number
        rows.setdefault("phone", []).append(
            (row_id, 0, phone.e164, None, "office", 1, phone.display, 0, None, *_NO_SOURCE)
        )
        rows.setdefault("posting", []).append(
            (row_id, 0, number % len(offices) + 1, None, None, None, None, None)
        )
        for folded, tier in contact_aliases(one):
            rows.setdefault("alias", []).append((None, folded, tier, None, row_id))
        rows.setdefault("search", []).append((row_id, *search_row(one, offices).values()))
    return rows


def copy_rows(connection: sqlite3.Connection, copy: int) -> None:
    """Copy the contacts that were made one by one, with `Kowal` become another name."""
    first, name = copy * MADE_ONE_BY_ONE, f"Nowak{letters(copy)}"
    for table in ("contact", *_CHILDREN, "search"):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        owner = "id" if table == "contact" else "rowid" if table == "search" else "contact_id"
        columns = [one for one in names if one != owner and (table, one) != ("alias", "id")]
        chosen = ", ".join(
            f"replace(replace({one}, 'Kowal', '{name}'), 'kowal', '{name.lower()}')"
            if one in {"key", "name", "sort_text", "folded", "address", "email"}
            else one
            for one in columns
        )
        connection.execute(
            f"INSERT INTO {table} ({owner}, {', '.join(columns)}) "  # noqa: S608
            f"SELECT {owner} + {first}, {chosen} FROM {table} "
            f"WHERE {owner} BETWEEN 1 AND {MADE_ONE_BY_ONE}"
        )


def cards(size: int) -> Iterator[tuple[str, str]]:
    """Give key and vCard 3.0 of the same contacts, as other address books read them."""
    for number in range(size):
        one = contact(number)
        text = dump_card(Line(one, one.postings[0], office(number % OFFICES)))
        yield one.key, text.replace("VERSION:4.0", "VERSION:3.0").replace("KIND:individual\r\n", "")
