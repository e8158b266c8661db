"""`pressdesk log` field by field, and the directory as it was: what a day was like."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run


def dated(db: Path, *moments: str) -> None:
    """Give the operations of a directory other times, in their order."""
    with closing(sqlite3.connect(db)) as connection:
        ids = connection.execute("SELECT id FROM operation ORDER BY sequence").fetchall()
        for (operation,), moment in zip(ids, moments, strict=False):
            connection.execute(
                "UPDATE operation SET at = ? WHERE id = ?", (f"{moment}+00:00", operation)
            )
        connection.commit()


@pytest.fixture
def years(washington: Run, db: Path) -> Run:
    """Give a terminal whose directory has a history of three years, at noon."""
    for line in (
        "pressdesk contact edit maria --title Officer --mobile '+1 917 555 0188'",
        "pressdesk contact edit maria --title Chief --ext 231 --mobile '+1 917 555 0189'",
        "pressdesk office edit washington --name 'IOM Washington' --switchboard '+1 202 862 1800'",
        "pressdesk contact add Bo --office washington --email bo@example.org",
        "pressdesk contact remove bo --yes",
    ):
        assert washington(line).code == 0
    dated(db, "2023-01-01T12:00:00", "2023-02-01T12:00:00", "2024-01-01T12:00:00",
          "2025-01-01T12:00:00", "2025-02-01T12:00:00", "2025-03-01T12:00:00",
          "2025-04-01T12:00:00")  # fmt: skip
    return washington


def test_what_changed_field_by_field(years: Run) -> None:
    """Old and new, the newest command first."""
    done = years("pressdesk log --changes --fields command,of,field,old,new --limit 5")
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert ["contact edit", "maria-g-moreno", "title", "Officer", "Chief"] in rows
    assert ["contact edit", "maria-g-moreno", "posted to iom-washington-dc", "ext 230",
            "ext 231"] in rows  # fmt: skip
    assert ["office edit", "iom-washington-dc", "switchboard", "+1 202 862 1826",
            "+1 202 862 1800"] in rows  # fmt: skip
    assert rows[0][:2] == ["contact remove", "bo"]
    data = json.loads(years("pressdesk log --changes --format json --limit 4").out)
    assert data[3]["changes"] == [
        {"of": "maria-g-moreno", "field": "title", "old": "Officer", "new": "Chief"},
        {"of": "maria-g-moreno", "field": "mobile", "old": "+1 917 555 0188",
         "new": "+1 917 555 0189"},
        {"of": "maria-g-moreno", "field": "posted to iom-washington-dc", "old": "ext 230",
         "new": "ext 231"},
    ]  # fmt: skip


def test_of_whom_by_whom_and_when(years: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each narrows; somebody who was removed is found too."""
    log = "pressdesk log --fields command"
    assert years(f"{log} --of maria --since 2025-01-01").out == "contact edit\n" * 3
    assert set(years(f"{log} --of washington").out.split("\n")) == {"office edit", "office add", ""}
    assert set(years(f"{log} --of bo --limit 1").out.splitlines()) == {"contact remove"}
    assert years(f"{log} --until 2023-01-01").out == "office add\n"
    assert years(f"{log} --since 2023-01-02 --until 2023-12-31").out == "contact add\n"
    monkeypatch.setenv("PRESSDESK_USER", "ana \x1b[31m")
    years("pressdesk contact edit maria --title Head")
    assert years(f"{log},actor --by 'ana \\x1b[31m'").out == "contact edit\tana \\x1b[31m\n"
    assert years(f"{log} --by nobody").out == ""
    assert years(f"{log} --of nobody").code == 1
    assert years(f"{log} --since soon").code == 4


def test_a_merged_or_revived_person_has_one_history(years: Run) -> None:
    """Of before the undo, and of the record that went in."""
    years("pressdesk contact edit maria --title Head")
    years("pressdesk contact remove maria --yes")
    years("pressdesk undo --yes")
    commands = years("pressdesk log --of maria --fields command").out.splitlines()
    assert list(dict.fromkeys(line.split()[0] for line in commands)) == ["undo", "contact"]
    assert "contact add" in commands
    years("pressdesk contact add 'M. Moreno' --key mm --office washington --email mm@example.org")
    years("pressdesk contact merge maria-g-moreno mm --yes")
    fields = years("pressdesk log --of mm --fields of").out.split()
    assert {"mm", "maria-g-moreno"} <= set(fields)


def test_times_are_local_on_a_terminal(years: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And UTC as data."""
    assert "2025-01-01T12:00:00+00:00" in years("pressdesk log").out
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    shown = years("pressdesk log").out
    assert re.search(r"2025-01-0[12] [0-9]{2}:00", shown)
    assert "+00:00" not in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    lines = years("pressdesk log --of maria --since 2024-12-01").out.splitlines()
    assert re.fullmatch(
        r"2025-01-0[12] [0-9]{2}:00  \S+  contact edit \([0-9a-f]{8}\): maria-g-moreno", lines[0]
    )
    assert "  title: Officer -> Chief" in lines


def test_a_record_as_it_was(years: Run) -> None:
    """By the history: before, between, after; under the name of then."""
    assert years("pressdesk show maria --on 2022-12-31").code == 1
    assert "title:" not in years("pressdesk show maria --on 2023-06-01").out
    assert "title:       Officer" in years("pressdesk show maria --on 2024-06-01").out
    assert "ext 230 on +1 202 862 1826" in years("pressdesk show maria --on 2024-06-01").out
    assert "ext 231 on +1 202 862 1800" in years("pressdesk show maria --on 2025-12-31").out
    assert years("pressdesk show bo --on 2025-03-15").code == 0
    assert years("pressdesk show bo --on 2025-05-01").code == 1
    then = json.loads(years("pressdesk show washington --on 2024-01-01 --format json").out)
    assert then["name"] == "IOM Washington DC"
    assert years("pressdesk show maria --on soon").code == 4
    now = years("pressdesk show maria").out
    assert years("pressdesk show maria --on 2026-01-01").out == now


def test_a_block_as_it_would_have_been_printed(years: Run) -> None:
    """With what was known then, not with what is known now of that day."""
    block = "pressdesk block washington --on 2024-06-01"
    assert years(f"{block} --as-recorded").out == (
        "For more information please contact\nMaria G. Moreno, Officer\nIOM Washington DC\n"
        "Email: mgmoreno@iom.int\nTel: +1 202 862 1826 ext 230\nMobile: +1 917 555 0188\n"
    )
    assert "Chief" in years(block).out
    assert "Bo\n" in years("pressdesk block washington --on 2025-03-02 --as-recorded").out
    assert years("pressdesk block washington --as-recorded").code == 2
    assert years("pressdesk block --all --on 2024-06-01 --as-recorded").code == 2


def test_old_states_are_forgotten(years: Run, db: Path, tmp_path: Path) -> None:
    """For good; former values stay known, and what is later can be undone."""
    done = years("pressdesk log --prune 2025-02-15 --yes")
    assert (done.out, done.code) == ("", 0)
    assert re.fullmatch(r"forgot [0-9]+ changes before 2025-02-15\n", done.err)
    assert b"Officer" not in db.read_bytes()
    assert "Chief" in years("pressdesk show maria --on 2024-06-01").out
    commands = years("pressdesk log --fields command").out.splitlines()
    assert commands[:3] == ["log --prune 2025-02-15", "contact remove", "contact add"]
    table = tmp_path / "old.csv"
    table.write_text(
        "key,name,office,mobile\nmaria-g-moreno,Maria G. Moreno,washington,+1 917 555 0188\n"
    )
    assert years("pressdesk doctor --refresh").code == 0
    assert "former" in years(f"pressdesk import {table}").err
    assert years("pressdesk undo --yes").code == 0
    assert years("pressdesk undo --yes").code == 0
    assert years("pressdesk contact list --fields key").out == "maria-g-moreno\n"
    done = years("pressdesk undo --yes")
    assert (done.code, "nothing to undo" in done.err) == (1, True)
    last = years("pressdesk log --limit 99 --fields id").out.split()[-1]
    assert "has forgotten" in years(f"pressdesk undo {last} --yes").err
    assert years("pressdesk log --prune 2025-02-15").code == 2
