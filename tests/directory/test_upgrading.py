"""Directories of older programs: read as they are, and brought up to date by the first change."""

import gzip
import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from pressdesk.directory.connection import Upgrade
from pressdesk.directory.schema import SCHEMA_VERSION, kept_statements, known_statements
from pressdesk.directory.store import Directory
from pressdesk.model import TYPED, Source
from tests.conftest import Run
from tests.make_version_1 import ANSWERS, FILE

OLD = json.loads(ANSWERS.read_text(encoding="utf-8"))
# What the clock says there, and what was typed "from command".
_PASSING = re.compile(r"there it is: .*\n")


@pytest.fixture
def old(db: Path) -> Path:
    """Put the directory of version 1 where commands find it."""
    db.write_bytes(gzip.decompress(FILE.read_bytes()))
    return db


def version_of(path: Path) -> int:
    """Return the version of a file's tables."""
    with closing(sqlite3.connect(path)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def answer(run: Run, line: str) -> str:
    """Ask as the old program was asked."""
    return _PASSING.sub("", run(f"pressdesk {line}").out)


def said(line: str) -> str:
    """Return what the old program answered."""
    return _PASSING.sub("", OLD[line]).replace("from command", "typed")


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
