"""Directories of older programs: read as they are, and brought up to date by the first change."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from pressdesk.directory.connection import Upgrade
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.schema import SCHEMA_VERSION, kept_statements, known_statements
from pressdesk.model import TYPED, Source
from tests.conftest import Run
from tests.directory.samples import a_contact
from tests.make_version_1 import ANSWERS

OLD = json.loads(ANSWERS.read_text(encoding="utf-8"))
# What the clock says there, and what was typed "from command".
_PASSING = re.compile(r"local time:  .*\n")


def version_of(path: Path) -> int:
    """Return the version of a file's tables."""
    with closing(sqlite3.connect(path)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


# Days of verifying that differ: a row of CSV names their values since.
NAMED_DAYS = {
    "+41 79 555 01 07": "2025-02-03 +44 20 7946 0310 ; 2025-02-03 mobile +41 79 555 01 07",
    "+41 79 555 00 07": "2025-02-03 mobile +41 79 555 00 07",
}


def answer(run: Run, line: str) -> str:
    """Ask as the old program was asked."""
    return _PASSING.sub("", run(f"pressdesk {line}").out)


def said(line: str) -> str:
    """Return what the old program answered, but for what is said otherwise since."""
    text = _PASSING.sub("", OLD[line]).replace("from command", "typed")
    for mobile, days in NAMED_DAYS.items():
        row = f'"{mobile}",' + '"",' * 12
        text = text.replace(f'{row}"",', f'{row}"{days}",')
    return text


def bring_up_to_date(path: Path) -> list[Upgrade]:
    """Open for a change, which is all that it takes; return what was told of it."""
    told: list[Upgrade] = []
    with Directory.edit(path, on_upgrade=told.append):
        pass
    return told


@pytest.mark.parametrize("line", OLD)
def test_an_old_directory_answers_a_lookup_as_before(line: str, run: Run, old: Path) -> None:
    """And stays what it is."""
    content = old.read_bytes()
    assert answer(run, line) == said(line)
    assert old.read_bytes() == content
    assert version_of(old) == 1


def test_an_upgraded_directory_answers_as_before(run: Run, old: Path) -> None:
    """Every contact, office, operation and hit."""
    bring_up_to_date(old)
    assert version_of(old) == SCHEMA_VERSION
    with closing(sqlite3.connect(old)) as connection:
        assert kept_statements(connection) == known_statements()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for line in OLD:
        assert answer(run, line) == said(line)


def test_names_of_version_1_are_made_anew(run: Run, old: Path) -> None:
    """WHO finds by any word, offices too, before the file is brought up to date and after."""
    for _ in range(2):
        assert "harbour-oslo" in answer(run, "show 'Dr. Oslo relief'")
        assert "solveig-testdatter" in answer(run, "show 'Frau Testdatter Solveig'")
        bring_up_to_date(old)
    offices = answer(run, "office list").count("\n")
    with closing(sqlite3.connect(old)) as connection:
        (named,) = connection.execute("SELECT count(*) FROM search WHERE rowid < 0").fetchone()
    assert named == offices


def test_an_old_directory_is_rehearsed_on(old: Path) -> None:
    """As `import --dry-run` does; nothing of it is stored."""
    content = old.read_bytes()
    with Directory.rehearse(old) as directory:
        directory.add_contact(a_contact("Bea Example"))
        assert directory.count_contacts() == 101
    assert old.read_bytes() == content


def test_the_sources_of_version_1_are_read(old: Path) -> None:
    """An import of "release list.csv" is no harvest, nor is it where an undo brought it back."""
    bring_up_to_date(old)
    with Directory.open(old) as directory:
        found = {
            key: [email.source for email in directory.contact_by_key(key).emails]
            for key in ("cleo-exemplar", "hugo-probst-muster", "silas-testmann", "otto-ostrander",
                        "rhea-ostrander", "alba-testmann")
        }  # fmt: skip
    assert found == {
        "cleo-exemplar": [Source("import", "release list.csv", 4)],
        "hugo-probst-muster": [Source("import", "release list.csv", 9)],
        "silas-testmann": [Source("import", "list.csv", 5)],
        "otto-ostrander": [Source("harvest", "undated.txt", 6)],
        "rhea-ostrander": [Source("harvest", "rel-2025.txt", 8, date(2025, 4, 3))],
        "alba-testmann": [TYPED],
    }


def test_the_former_values_of_version_1_are_known(old: Path) -> None:
    """They are made from its history; the office has another code by now."""
    bring_up_to_date(old)
    with Directory.open(old) as directory:
        found = directory.former_values(
            emails=["kaja.new@harbour-relief.example", "ines@harbour-relief.example"],
            numbers=[
                ("+4740612345", None), ("+4722123456", "230"), ("+41225010100", "4111"),
                ("+442079460111", None),
            ],
        )  # fmt: skip
    assert [(one.key, one.exists, one.follower) for one in found] == [
        ("kaja-dummer", True, ("kaja@harbour-relief.example", None)),
        ("ines-exemplar", False, None),
        ("solveig-testdatter", True, ("+4740612399", None)),
        ("harbour-oslo", True, ("+4722123460", "230")),
        ("solveig-testdatter", True, ("+4722123499", None)),
        ("rhea-ostrander", True, ("+442079460112", None)),
    ]


def test_nothing_of_it_is_a_change(old: Path) -> None:
    """Versions stay, and the history stays word for word."""
    queries = (
        "SELECT key, version FROM contact ORDER BY id",
        "SELECT code, version FROM office ORDER BY id",
        "SELECT operation_id, subject, subject_id, version, before, after FROM change ORDER BY id",
        "SELECT * FROM sqlite_sequence WHERE name IN ('office', 'contact')",
    )
    with closing(sqlite3.connect(old)) as connection:
        before = [connection.execute(query).fetchall() for query in queries]
    bring_up_to_date(old)
    with closing(sqlite3.connect(old)) as connection:
        assert [connection.execute(query).fetchall() for query in queries] == before


@pytest.mark.parametrize(
    ("operation", "person", "shown"),
    [
        # What it was, with its source.
        (
            "contact remove",
            "Ines Exemplar",
            "ines@harbour-relief.example  (public, from release li",
        ),
        ("contact edit", "Liam Fictor", "+47 22 12 34 61  (INTERNAL, typed)"),
        ("harvest", "Rhea Ostrander", "rhea.old@harbour-relief.example  (public, from release rel"),
    ],
)
def test_what_was_done_before_can_be_undone_after(
    operation: str, person: str, shown: str, run: Run, old: Path
) -> None:
    """By an operation that says what it takes back."""
    rows = [row.split("\t") for row in run("pressdesk log --limit 100").out.splitlines()]
    # The newest of that person; of the harvests the one that only changed her.
    undone = next(row[0] for row in rows if row[3] == operation and row[4] == person)
    done = run(f"pressdesk undo {undone} --yes")
    assert done.code == 0, done.err
    assert "brought up to date" in done.err
    assert version_of(old) == SCHEMA_VERSION
    assert shown in run("pressdesk show", person).out
    newest, *_ = json.loads(run("pressdesk log --format json").out)
    assert (newest["kind"], newest["undoes"][:8]) == ("undo", undone)
    assert run(f"pressdesk undo {newest['id']} --yes").code == 0
