"""`pressdesk log` and `pressdesk undo` as people and scripts use them."""

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Run, Stock


def ids(run: Run) -> list[str]:
    """Give the ids of what was done, the newest first."""
    return run("pressdesk log --fields id").out.split()


def test_the_log_names_what_was_done(washington: Run) -> None:
    """Newest first, in a pipe a line each."""
    washington("pressdesk contact edit maria --title Chief")
    rows = [line.split("\t") for line in washington("pressdesk log").out.splitlines()]
    assert [(row[3], row[4]) for row in rows] == [
        ("contact edit", "Maria G. Moreno"), ("contact add", "Maria G. Moreno"),
        ("office add", "IOM Washington DC"),
    ]  # fmt: skip
    assert washington("pressdesk log --limit 1").out.splitlines() == ["\t".join(rows[0])]


def test_the_log_as_data(washington: Run) -> None:
    """With whole ids, and times in UTC."""
    data = json.loads(washington("pressdesk log --format json").out)
    assert [list(one) for one in data] == [
        ["id", "at", "actor", "command", "kind", "undoes", "offices", "contacts", "names", "undone"]
    ] * 2
    assert all(len(one["id"]) == 36 and one["at"].endswith("+00:00") for one in data)
    lines = washington("pressdesk log --format jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == data


def test_undo_takes_the_newest_back(washington: Run) -> None:
    """And the one before it next."""
    before = washington("pressdesk export").out
    washington("pressdesk contact edit maria --title Chief")
    done = washington("pressdesk undo --yes")
    assert (done.code, done.out) == (0, "")
    assert done.err == "changed contact maria-g-moreno: Maria G. Moreno\nundone\n"
    assert washington("pressdesk export").out == before
    assert "removed contact" in washington("pressdesk undo --yes").err
    assert washington("pressdesk -q undo --yes").err == ""
    assert washington("pressdesk office list").out == ""
    done = washington("pressdesk undo --yes")
    assert (done.out, done.code) == ("", 1)
    assert done.err == "pressdesk: there is nothing to undo; `pressdesk log` shows what was done\n"


def test_an_undo_can_be_undone(washington: Run) -> None:
    """By its id."""
    washington("pressdesk contact remove maria --yes")
    removed = ids(washington)[0]
    washington(f"pressdesk undo {removed} --yes")
    assert washington("pressdesk show maria").code == 0
    done = washington(f"pressdesk undo {removed} --yes")
    assert (done.out, done.code) == ("", 2)
    assert done.err == (
        f"pressdesk: operation {removed} is undone already; `pressdesk log` shows by which undo: "
        "undo that to have it again\n"
    )
    assert f"\tundo {removed}\tMaria G. Moreno\t" in washington("pressdesk log").out
    assert washington(f"pressdesk undo {ids(washington)[0]} --yes").code == 0
    assert washington("pressdesk show maria").code == 1


def test_a_dry_run_undoes_nothing(washington: Run) -> None:
    """It says what would be."""
    done = washington("pressdesk undo -n")
    assert (done.out, done.code) == ("", 0)
    assert done.err.startswith("would undo contact add of ")
    assert done.err.endswith(": Maria G. Moreno\n")
    assert len(ids(washington)) == 2


def test_undo_asks_where_somebody_can_answer(washington: Run) -> None:
    """Nobody can in a script; a no changes nothing."""
    done = washington("pressdesk undo")
    assert (done.code, "repeat it with --yes" in done.err) == (2, True)
    assert washington("pressdesk undo", typed="n\n").code == 130
    assert len(ids(washington)) == 2
    assert washington("pressdesk undo", typed="y\n").code == 0


def test_what_was_changed_since_is_refused(washington: Run) -> None:
    """Status 4, with the way out."""
    added = ids(washington)[0]
    washington("pressdesk contact edit maria --title Chief")
    done = washington(f"pressdesk undo {added} --yes")
    assert (done.out, done.code) == ("", 4)
    assert done.err == (
        "pressdesk: contact maria-g-moreno was changed again since then; nothing was undone; "
        "undo the later change first (`pressdesk log`), or edit it\n"
    )
    assert "Chief" in washington("pressdesk show maria").out


@pytest.mark.parametrize("what", ["zzzz", "1", "''"])
def test_an_unknown_operation_is_status_1(washington: Run, what: str) -> None:
    """The log is named."""
    done = washington(f"pressdesk undo {what} --yes")
    assert (done.out, done.code) == ("", 1)
    assert "`pressdesk log` shows all" in done.err


@pytest.fixture
def whole(stock: Stock) -> Run:
    """Give a terminal with the offices and contacts of data/sample/."""
    return stock(f"pressdesk import {SAMPLE / 'contacts.csv'} {SAMPLE / 'offices.csv'}")


def test_a_harvest_is_undone_as_one(whole: Run, tmp_path: Path) -> None:
    """New contacts go, changed ones are as they were, with the evidence of each value."""
    before = whole("pressdesk export --internal --format json").out
    done = whole("pressdesk harvest --apply --yes --office london", str(SAMPLE / "releases"))
    assert "stored: " in done.err
    assert whole("pressdesk export --internal --format json").out != before
    done = whole("pressdesk undo --yes")
    assert done.code == 0, done.err
    assert whole("pressdesk export --internal --format json").out == before
    assert not list(tmp_path.glob("*.csv"))


def test_who_was_changed_is_named_shortly(whole: Run) -> None:
    """Three, and how many more."""
    what = whole("pressdesk log --fields what").out
    assert what.startswith("IOM Washington DC, Harbour Relief ")
    assert what.endswith(" and 88 more\n")
    assert whole("pressdesk log --fields offices,contacts").out == "30\t61\n"


def test_an_import_is_undone_as_one(washington: Run) -> None:
    """All of its files."""
    washington("pressdesk import", str(SAMPLE / "contacts.csv"), str(SAMPLE / "offices.csv"))
    washington("pressdesk undo --yes")
    assert washington("pressdesk office list --fields name").out == "IOM Washington DC\n"
    assert washington("pressdesk contact list --fields name").out == "Maria G. Moreno\n"


@pytest.mark.parametrize("command", ["log", "undo"])
def test_without_a_directory_there_is_no_history(run: Run, db: Path, command: str) -> None:
    """And none is made."""
    assert run(f"pressdesk {command}").code == 5
    assert not db.exists()
