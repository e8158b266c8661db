"""`pressdesk doctor`: each check finds what it is for, and nothing in a directory that is well."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run


def found(run: Run, check: str) -> list[tuple[str, ...]]:
    """Return key, value, reason and remedy of what a check finds; it says what its status says."""
    done = run(f"pressdesk doctor {check} --fields key,value,reason,remedy")
    assert (done.code, done.err.endswith("found\n")) == (1 if done.out else 0, True), done.err
    return [tuple(line.split("\t")) for line in done.out.splitlines()]


def plant(db: Path, statement: str) -> None:
    """Change a row past all rules."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def well(washington: Run) -> Run:
    """Give a terminal whose directory nothing is wrong with."""
    assert washington("pressdesk contact verify maria").code == 0
    return washington


def test_a_directory_that_is_well(well: Run) -> None:
    """Status 0; it says what the file is."""
    done = well("pressdesk doctor")
    assert (done.out, done.code) == ("", 0)
    assert done.err == (
        "nothing was found; contacts: 1, offices: 1, "
        f"SQLite {sqlite3.sqlite_version}, journal mode delete\n"
    )
    assert well("pressdesk doctor --format json").out == "[]\n"


def test_a_number_and_an_address_that_are_refused_today(well: Run, db: Path) -> None:
    """With the commands that take them away, which work."""
    well("pressdesk contact edit maria --tel '+1 212 555 0142' --mobile '+1 917 555 0188'")
    plant(db, "UPDATE phone SET number = '+12125550', display = '+1 2125550' WHERE kind = 'office'")
    plant(db, "UPDATE email SET address = 'a b@iom.int'")
    numbers = found(well, "numbers")
    assert [row[:2] for row in numbers] == [("maria-g-moreno", "+1 2125550")]
    assert well(numbers[0][3]).code == 0
    assert found(well, "numbers") == []
    assert found(well, "addresses") == [
        ("maria-g-moreno", "a b@iom.int", "contains a space",
         "pressdesk contact edit maria-g-moreno --remove-email 'a b@iom.int'")
    ]  # fmt: skip
    assert well(found(well, "addresses")[0][3]).code == 0
    assert found(well, "addresses") == []


def test_a_number_that_is_written_otherwise_today(well: Run, db: Path) -> None:
    """--refresh writes it so, as an operation of its own."""
    well("pressdesk contact edit maria --tel '+1 212 555 0142'")
    plant(db, "UPDATE phone SET display = '+1 2125550142'")
    assert found(well, "numbers") == [
        ("maria-g-moreno", "+1 2125550142", "is written +1 212 555 0142 today",
         "pressdesk doctor --refresh")
    ]  # fmt: skip
    done = well("pressdesk doctor --refresh")
    assert done.err == "refreshed; contacts with a number that is written otherwise: 1\n"
    assert found(well, "numbers") == []
    assert "+1 212 555 0142" in well("pressdesk show maria").out
    assert well("pressdesk log --limit 1 --fields command").out == "doctor --refresh\n"


def test_an_index_that_says_something_else(well: Run, db: Path) -> None:
    """--refresh makes it anew."""
    plant(db, "UPDATE search SET name = 'nobody' WHERE rowid = 1")
    assert well("pressdesk find nobody").code == 0
    assert found(well, "search") == [
        ("maria-g-moreno", "", "is found by other words than it has", "pressdesk doctor --refresh")
    ]
    assert well("pressdesk doctor --refresh").code == 0
    assert found(well, "search") == []
    assert well("pressdesk find moreno").code == 0
    assert well("pressdesk doctor").code == 0


def test_whom_no_block_can_show(well: Run) -> None:
    """Not whom it must not show."""
    well("pressdesk contact add Bo --office washington --internal bo@example.org")
    well("pressdesk contact add Cy --office washington --internal cy@example.org --unlisted")
    assert [row[0] for row in found(well, "reach")] == ["bo"]


def test_who_left_and_is_posted_still(well: Run) -> None:
    """Unless somebody follows, or the posting ended."""
    well("pressdesk contact add Bo --office washington --email bo@example.org")
    well("pressdesk contact edit bo --left 2026-01-01")
    assert [row[0] for row in found(well, "left")] == ["bo"]
    well("pressdesk contact edit bo --successor maria")
    assert found(well, "left") == []


def test_offices_that_nobody_answers(well: Run) -> None:
    """Within thirty days; one that never had anybody and is answered elsewhere is meant so."""
    well("pressdesk office add Suva --country FJ")
    assert [row[0] for row in found(well, "duty")] == ["suva"]
    well("pressdesk office edit suva --reports-to washington")
    assert found(well, "duty") == []
    well("pressdesk contact post maria --office suva --until 2026-01-01")
    assert found(well, "duty")[0][2] == "nobody is on duty, iom-washington-dc answers"


def test_extensions_outside_the_plan_or_doubled(well: Run, db: Path) -> None:
    """Of those who are there."""
    well("pressdesk contact add Bo --office washington --email bo@example.org --ext 230 "
         "--shared-extension")  # fmt: skip
    assert [(row[0], row[2]) for row in found(well, "extensions")] == [
        ("bo", "2 contacts have it"), ("maria-g-moreno", "2 contacts have it")
    ]  # fmt: skip
    plant(db, "UPDATE posting SET extension = '99999' WHERE contact_id = 2")
    assert [(row[0], row[1]) for row in found(well, "extensions")] == [("bo", "99999")]
    well("pressdesk contact edit bo --left 2026-01-01")
    assert found(well, "extensions") == []


def test_translations_that_are_missing(well: Run) -> None:
    """In languages in which the office has a name."""
    well("pressdesk contact edit maria --title 'Press Officer'")
    assert found(well, "translations") == []
    well("pressdesk office edit washington --name-in 'es=OIM Washington DC'")
    assert found(well, "translations") == [
        ("maria-g-moreno", "Press Officer", "has no title in es",
         "pressdesk contact edit maria-g-moreno --title-in es=…")
    ]  # fmt: skip


def test_all_checks_at_once_as_data(well: Run) -> None:
    """In the order of the help; keys are a contract."""
    well("pressdesk contact add Bo --office washington --internal bo@example.org")
    done = well("pressdesk doctor --format json")
    data = json.loads(done.out)
    assert done.code == 1
    assert [one["check"] for one in data] == ["reach", "stale"]
    assert list(data[0]) == ["check", "office", "key", "name", "value", "reason", "remedy"]


def test_a_damaged_file_is_status_5(well: Run, db: Path) -> None:
    """An index that lacks a row, which no lookup notices."""
    content = db.read_bytes()
    place = content.rindex(b"maria-g-moreno")
    db.write_bytes(content[:place] + b"zzria-g-moreno" + content[place + 14 :])
    done = well("pressdesk doctor")
    assert (done.out, done.code) == ("", 5)
    assert "pressdesk restore" in done.err


def test_on_a_terminal_what_mends_it_is_whole(well: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under what it mends."""
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    well("pressdesk contact add Bo --office washington --internal bo@example.org")
    assert well("pressdesk doctor reach").out == (
        "reach:\n  Bo (iom-washington-dc) has no public phone or e-mail\n"
        "    pressdesk contact edit bo --add-email …\n"
    )


@pytest.mark.parametrize("line", ["hair", "stale --refresh", "stale --days 0"])
def test_wrong_options(well: Run, line: str) -> None:
    """Status 2."""
    assert well(f"pressdesk doctor {line}").code == 2
