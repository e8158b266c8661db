"""Copies of the file while others use it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pressdesk.directory.store import Directory
from pressdesk.directory.upkeep.backup import back_up, restore
from pressdesk.errors import FileError
from pressdesk.errors.directory import DirectoryBusyError
from tests.directory.samples import a_contact


def names(path: Path) -> list[str]:
    """Return the names in a directory."""
    with Directory.open(path) as directory:
        return [contact.name for contact in directory.contacts()]


def test_a_backup_needs_not_wait_for_a_writer(stored: Path, tmp_path: Path) -> None:
    """It has what was stored before, and nothing of what is not stored yet."""
    with Directory.edit(stored) as directory:
        directory.add_contact(a_contact("Bo Sample"))
        back_up(stored, tmp_path / "copy", 0.1)
    assert names(tmp_path / "copy") == ["Ada Example"]
    assert names(stored) == ["Ada Example", "Bo Sample"]


def test_restoring_waits_for_a_writer(stored: Path, tmp_path: Path) -> None:
    """What it would lose is not lost: the command ends, and the directory stays."""
    back_up(stored, tmp_path / "copy", 0.1)
    with Directory.edit(stored) as directory:
        directory.add_contact(a_contact("Bo Sample"))
        with pytest.raises(DirectoryBusyError):
            restore(stored, tmp_path / "copy", 0.1)
    assert names(stored) == ["Ada Example", "Bo Sample"]


def test_what_stops_restoring_leaves_all_as_it_was(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No second name of the directory, no half of a new one."""
    back_up(stored, tmp_path / "copy", 0.1)

    def fail(*_: object) -> Path:
        raise OSError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", fail)
        with pytest.raises(FileError):
            restore(stored, tmp_path / "copy", 0.1)
    assert sorted(path.name for path in stored.parent.glob("*directory.db*")) == ["directory.db"]
    assert names(stored) == ["Ada Example"]
    assert restore(stored, tmp_path / "copy", 0.1)


def test_a_write_ahead_log_is_not_lost(stored: Path, tmp_path: Path) -> None:
    """What stands in it alone is in the file that is kept aside."""
    back_up(stored, tmp_path / "copy", 0.1)
    with closing(sqlite3.connect(stored)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE office SET city = 'Logged', version = version + 1")
        connection.commit()
        kept = tmp_path / "kept.db"
        for end in ("", "-wal"):
            kept.with_name(kept.name + end).write_bytes(
                stored.with_name(stored.name + end).read_bytes()
            )
    aside = restore(kept, tmp_path / "copy", 0.1)
    assert aside
    assert not list(tmp_path.glob("*-wal"))
    with Directory.open(aside) as directory:
        assert directory.get_office("here").city == "Logged"
    with Directory.open(kept) as directory:
        assert directory.get_office("here").city is None


def test_whoever_waited_for_the_restoring_writes_to_the_new_file(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that began before, and got its lock after, is not lost with the old file."""
    back_up(stored, tmp_path / "copy", 0.1)
    real = sqlite3.connect
    waited: list[bool] = []

    def connect(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*arguments, **options)  # type: ignore[call-overload]
        if not waited:  # opened, and not locked yet: now the files change places
            waited.append(True)
            restore(stored, tmp_path / "copy", 0.1)
        return connection

    monkeypatch.setattr("pressdesk.directory.connection.sqlite3.connect", connect)
    with Directory.edit(stored) as directory:
        directory.add_contact(a_contact("Bo Sample"))
    assert waited
    assert names(stored) == ["Ada Example", "Bo Sample"]
    with closing(real(stored)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
