"""Bringing an older directory up to date: what goes wrong leaves it as it was."""

import os
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from pressdesk.directory import connection as opening
from pressdesk.directory.connection import Upgrade
from pressdesk.directory.migrations import empty_database, upgrading
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.schema import SCHEMA_VERSION
from pressdesk.errors import FileError
from pressdesk.errors.directory import (
    DamagedDirectoryError,
    ForeignFileError,
    OlderDirectoryError,
    ReadOnlyDirectoryError,
)
from tests.conftest import Run
from tests.directory.conftest import as_stranger
from tests.directory.samples import a_contact, store

FORK = get_context("fork")
TODAY = date.today()  # noqa: DTZ011  # as in the name of the copy
COPY = f"directory.db.version-1-{TODAY}.backup"
# A row of each table that is rebuilt, and one change.
ROWS = (
    """INSERT INTO operation VALUES
    ('00000000-0000-4000-8000-000000000000', '2026-01-01T00:00:00+00:00', 'me', 'import')""",
    """INSERT INTO contact (id, version, key, kind, name, unlisted, sort_text)
    VALUES (1, 1, 'ada-example', 'person', 'Ada Example', 0, 'example ada')""",
    "INSERT INTO email VALUES (1, 0, 'ada@example.org', 'ada@example.org', 1, NULL, 'a.csv:2')",
    "INSERT INTO phone VALUES (1, 0, '+12025550123', NULL, 'mobile', 1, 'x', 0, NULL, 'command')",
    """INSERT INTO change VALUES
    (NULL, '00000000-0000-4000-8000-000000000000', 'contact', 1, 1, NULL, '{}')""",
)
Connect = Callable[..., sqlite3.Connection]


@pytest.fixture
def small(db: Path) -> Path:
    """Make a directory of version 1 that is as small as can be, alone in a folder."""
    path = db.parent / "alone" / "directory.db"
    path.parent.mkdir()
    with closing(empty_database(1)) as connection:
        for statement in ROWS:
            connection.execute(statement)
        path.write_bytes(connection.serialize())
    return path


def version_of(path: Path) -> int:
    """Return the version of a file's tables."""
    with closing(sqlite3.connect(path)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def beside(path: Path) -> list[str]:
    """Name the files beside the directory."""
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def upgrade(path: Path) -> list[Upgrade]:
    """Open for a change, which is all that it takes; return what was told of it."""
    told: list[Upgrade] = []
    with Directory.edit(path, on_upgrade=told.append):
        pass
    return told


def assert_upgraded(path: Path) -> None:
    """Check that a change finds the directory whole, and leaves it up to date."""
    store(path, a_contact("Zoe Example"))
    assert version_of(path) == SCHEMA_VERSION
    with Directory.open(path) as directory:
        assert [one.name for one in directory.contacts()] == ["Ada Example", "Zoe Example"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def patch_connections(
    monkeypatch: pytest.MonkeyPatch, prepare: Callable[[sqlite3.Connection, str], object]
) -> None:
    """Prepare every connection to a file; `prepare` is given its name too."""
    real: Connect = sqlite3.connect

    def connect(name: Any, *how: Any, **more: Any) -> sqlite3.Connection:  # noqa: ANN401
        made = real(name, *how, **more)
        if name != ":memory:":
            prepare(made, str(name))
        return made

    monkeypatch.setattr(sqlite3, "connect", connect)


def test_a_copy_of_the_file_as_it_was_is_kept(small: Path) -> None:
    """For the owner alone, under a name with version and day."""
    small.chmod(0o644)
    before = small.read_bytes()
    assert upgrade(small) == [Upgrade(1, small.with_name(COPY))]
    copy = small.with_name(COPY)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert beside(small) == [COPY]
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before)
        assert list(kept.iterdump()) == list(old.iterdump())
    assert upgrade(small) == []
    assert_upgraded(small)
    # What was kept is a directory like any other.
    assert_upgraded(copy)


def test_a_name_that_is_taken_is_left_alone(small: Path) -> None:
    """Whatever has it."""
    small.with_name(COPY).write_text("mine")
    assert [one.backup.name for one in upgrade(small)] == [COPY.replace(".backup", "-2.backup")]
    assert small.with_name(COPY).read_text() == "mine"


def refuse_nth(places: Iterator[int], place: int) -> Callable[..., int]:
    """Return what refuses one of the things that SQLite asks leave for."""

    def answer(*_: object) -> int:
        return sqlite3.SQLITE_DENY if next(places) == place else sqlite3.SQLITE_OK

    return answer


def test_each_statement_may_fail(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file keeps every byte, and no copy stays behind."""
    before = small.read_bytes()
    with monkeypatch.context() as counting:
        places = count()
        allow = refuse_nth(places, -1)
        patch_connections(counting, lambda made, _: made.set_authorizer(allow))
        upgrade(small)
    small.with_name(COPY).unlink()
    for place in range(0, next(places), 7):
        small.write_bytes(before)
        with monkeypatch.context() as failing:
            refuse = refuse_nth(count(), place)
            patch_connections(failing, lambda made, _: made.set_authorizer(refuse))  # noqa: B023
            with pytest.raises((sqlite3.DatabaseError, FileError)):
                upgrade(small)
        if version_of(small) == 1:
            assert small.read_bytes() == before
            assert beside(small) == []
        else:  # it was the command's own transaction that failed behind it
            assert beside(small) == [COPY]
            small.with_name(COPY).unlink()
    assert_upgraded(small)


def upgrade_and_die(path: Path, place: int) -> int:
    """Bring a file up to date, and be killed before the statement at a place; else count them."""
    statements = count(1)

    def die(_: str) -> None:
        if next(statements) == place:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.MonkeyPatch.context() as patch:
        patch_connections(patch, lambda made, _: made.set_trace_callback(die))
        upgrade(path)
    return next(statements) - 1


def test_it_may_be_killed_before_each_statement(small: Path) -> None:
    """The next change does all of it, and finds all that was there."""
    before = small.read_bytes()
    last = upgrade_and_die(small, 0)
    # All of those that begin, copy and commit, and some of the many in between.
    places = {*range(1, 30), *range(30, last - 20, 9), *range(last - 20, last + 1)}
    for place in sorted(places):
        small.write_bytes(before)
        for name in beside(small):
            small.with_name(name).unlink()
        process = FORK.Process(target=upgrade_and_die, args=(small, place))
        process.start()
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        with Directory.open(small) as directory:
            assert [one.name for one in directory.contacts()] == ["Ada Example"]
        assert_upgraded(small)


def test_of_two_who_begin_at_once_one_brings_it_up_to_date(old: Path) -> None:
    """Both succeed, and there is one copy."""
    processes = [
        FORK.Process(target=store, args=(old, a_contact(name)))
        for name in ("Bea Example", "Cleo Example", "Dora Example")
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with Directory.open(old) as directory:
        assert directory.count_contacts() == 103
    assert [name for name in beside(old) if "backup" in name] == [COPY]


@pytest.mark.parametrize("full", ["directory.db", ".pressdesk-"])
def test_a_full_disk_leaves_the_file_as_it_was(
    full: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the copy or the file itself finds no more room."""
    before = small.read_bytes()

    def limit(made: sqlite3.Connection, name: str) -> None:
        if full in name:
            made.execute("PRAGMA max_page_count=1")  # never below what it has

    with monkeypatch.context() as filling:
        patch_connections(filling, limit)
        with pytest.raises(FileError, match="no space on the disk; nothing was changed"):
            upgrade(small)
    assert small.read_bytes() == before
    assert beside(small) == []
    assert_upgraded(small)


def test_a_file_that_may_not_be_written_is_read(open_folder: Path, small: Path) -> None:
    """A change says so, and leaves nothing behind."""
    path = open_folder / "directory.db"
    path.write_bytes(small.read_bytes())
    path.chmod(0o444)
    with as_stranger():
        with Directory.open(path) as directory:
            assert [one.name for one in directory.contacts()] == ["Ada Example"]
        with pytest.raises(ReadOnlyDirectoryError):
            upgrade(path)
    assert beside(path) == []


def test_a_folder_that_may_not_be_written_is_named(open_folder: Path, small: Path) -> None:
    """As for any change: neither a journal nor a copy could be made there."""
    path = open_folder / "directory.db"
    path.write_bytes(small.read_bytes())
    path.chmod(0o666)
    with as_stranger():
        with pytest.raises(ReadOnlyDirectoryError):
            upgrade(path)
        with Directory.open(path) as directory:
            assert directory.count_contacts() == 1
    assert (version_of(path), beside(path)) == (1, [])


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP INDEX email_folded"],
        ["CREATE TABLE extra (id)"],
        ["ALTER TABLE contact ADD COLUMN more TEXT"],
        ["DROP TABLE alias", "CREATE VIEW alias AS SELECT 1 AS id"],
        # The tables of a later version.
        [f"PRAGMA user_version={SCHEMA_VERSION}"],
    ],
    ids=lambda statements: statements[-1],
)
@pytest.mark.parametrize("opener", [Directory.open, Directory.edit, Directory.rehearse])
def test_changed_tables_of_an_older_version_are_refused(
    opener: Callable[[Path], Any], statements: list[str], small: Path
) -> None:
    """They are held against those that the migrations made."""
    with closing(sqlite3.connect(small, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    before = small.read_bytes()
    with pytest.raises(ForeignFileError, match="its tables are not pressdesk's"):
        opener(small).__enter__()
    assert small.read_bytes() == before
    assert beside(small) == []


def test_a_row_that_refers_to_nothing_is_damage(small: Path) -> None:
    """It is not taken along into the new tables."""
    with closing(sqlite3.connect(small, isolation_level=None)) as connection:
        connection.execute("UPDATE contact SET version = 2, successor = 7")
    before = small.read_bytes()
    with pytest.raises(DamagedDirectoryError, match="a row of contact refers to one that is not"):
        upgrade(small)
    assert small.read_bytes() == before
    assert beside(small) == []


def test_a_record_that_is_none_is_damage(small: Path) -> None:
    """The former values could not be told from such a history."""
    with closing(sqlite3.connect(small, isolation_level=None)) as connection:
        connection.execute("UPDATE change SET before = '{'")
    with pytest.raises(DamagedDirectoryError, match="a row cannot be read"):
        upgrade(small)
    assert (version_of(small), beside(small)) == (1, [])


def test_a_large_older_file_is_named_with_the_command(
    small: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a copy of it at each lookup."""
    monkeypatch.setenv("PRESSDESK_DB", str(small))
    with monkeypatch.context() as limiting:
        limiting.setattr(upgrading, "_MOST_COPIED", 1000)
        with pytest.raises(OlderDirectoryError), Directory.rehearse(small):
            pass
        done = run("pressdesk find ada")
        assert (done.out, done.code) == ("", 5)
        assert done.err == (
            f"pressdesk: {small}: made by an older pressdesk (schema 1, this one has "
            f"{SCHEMA_VERSION}); `pressdesk upgrade` brings it up to date, and keeps a copy of it "
            "as it is\n"
        )
        done = run("pressdesk upgrade")
        assert (done.out, done.code) == ("", 0)
        assert done.err == (
            "the directory was brought up to date (it was of version 1); as it was, it is in "
            f"{small.with_name(COPY)}\nthe directory is up to date\n"
        )
        assert run("pressdesk upgrade").err == "the directory is up to date\n"
        assert run("pressdesk -q upgrade").err == ""
        assert run("pressdesk find ada").code == 0


def test_upgrade_makes_no_directory(run: Run, db: Path) -> None:
    """There is nothing to bring up to date."""
    done = run("pressdesk upgrade")
    assert (done.code, db.exists()) == (5, False)
    assert "there is no directory yet" in done.err


def test_a_lookup_that_waits_in_vain_says_so(old: Path) -> None:
    """Another process brings it up to date at the moment."""
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with (
            pytest.raises(FileError, match="in use by another pressdesk"),
            opening.open_connection(old, 0.05, writing=False),
        ):
            pass
