"""The first write: it makes the file wholly, for its owner alone, or leaves nothing."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pressdesk.directory import creation
from pressdesk.directory.connection import open_connection
from pressdesk.directory.store import Directory
from pressdesk.errors import FileError
from pressdesk.errors.directory import DirectoryMissingError
from tests.directory.samples import a_contact, an_office, store

# A bug, Ctrl-C, and a termination that Python turned into an exit.
ERRORS = [ZeroDivisionError, KeyboardInterrupt, SystemExit]


@pytest.fixture
def _open_umask() -> Iterator[None]:
    """Let new files be open to everybody unless somebody says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def fail_in_the_middle(path: Path, error: type[BaseException]) -> NoReturn:
    """Begin a change, and end it by an error."""
    with Directory.edit(path) as directory:
        directory.add_contact(a_contact("Bea Example"))
        raise error


def mode(path: Path) -> int:
    """Give the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def names(path: Path) -> list[str]:
    """Read the names of all contacts."""
    with Directory.open(path) as directory:
        return [contact.name for contact in directory.contacts()]


@pytest.mark.usefixtures("_open_umask")
def test_file_and_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Personal data: 0600 in 0700, whatever the umask; the journal too."""
    path = tmp_path / "one" / "two" / "directory.db"
    with Directory.edit(path) as directory:
        directory.add_office(an_office())
        assert mode(path.with_name("directory.db-journal")) == 0o600
    assert mode(path) == 0o600
    assert (mode(path.parent), mode(path.parent.parent)) == (0o700, 0o700)


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """It is somebody else's decision."""
    tmp_path.chmod(0o755)
    store(tmp_path / "directory.db", an_office())
    assert mode(tmp_path) == 0o755


def test_a_new_file_is_sound_and_without_wal(stored: Path) -> None:
    """A rollback journal, and every check passes."""
    with closing(sqlite3.connect(stored)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("error", ERRORS)
def test_a_failing_change_of_a_new_directory_leaves_nothing(
    error: type[BaseException], tmp_path: Path
) -> None:
    """No file, no journal, no temporary file."""
    path = tmp_path / "new" / "directory.db"
    with pytest.raises(error):
        fail_in_the_middle(path, error)
    assert list(path.parent.iterdir()) == []


def test_a_change_that_changes_nothing_makes_no_directory(db: Path) -> None:
    """An empty directory would only hide a mistyped path."""
    with Directory.edit(db):
        pass
    assert not db.exists()


@pytest.mark.parametrize("error", ERRORS)
def test_a_failing_change_leaves_every_byte(error: type[BaseException], stored: Path) -> None:
    """All of a change is stored, or nothing of it."""
    before = stored.read_bytes()
    with pytest.raises(error):
        fail_in_the_middle(stored, error)
    assert stored.read_bytes() == before
    assert [path.name for path in stored.parent.glob("directory.db*")] == ["directory.db"]


def test_without_create_no_file_is_made(db: Path) -> None:
    """A change of what must be there already begins nothing."""
    with pytest.raises(DirectoryMissingError), Directory.edit(db, create=False):
        pass
    assert not db.exists()


def test_without_create_an_existing_directory_is_changed(stored: Path) -> None:
    """Only making is left out."""
    with Directory.edit(stored, create=False) as directory:
        directory.add_contact(a_contact("Bea Example"))
    assert names(stored) == ["Ada Example", "Bea Example"]


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    """The sentence names the path, and the file stays."""
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(FileError, match=r"cannot be written \(Not a directory\)"):
        store(tmp_path / "notes.txt" / "directory.db", an_office())
    assert (tmp_path / "notes.txt").read_text() == "x"


def test_temporary_files_of_a_killed_process_are_removed(tmp_path: Path) -> None:
    """Those of a process that is running are left to it."""
    dead = tmp_path / ".pressdesk-99999999-abc"
    alive = tmp_path / f".pressdesk-{os.getppid()}-abc"
    for path in (dead, alive):
        path.write_bytes(b"half a directory")
    store(tmp_path / "directory.db", an_office())
    assert not dead.exists()
    assert alive.exists()


def test_where_there_are_no_hard_links_the_file_is_renamed(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT and some shares know none."""

    def refuse(*_: object) -> NoReturn:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    store(db, an_office(), a_contact("Ada Example"))
    assert names(db) == ["Ada Example"]
    assert [path.name for path in db.parent.iterdir() if path.is_file()] == ["directory.db"]


def test_a_full_disk_leaves_no_new_file(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the directory nor the temporary file."""

    def refuse(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileError, match=r"cannot be written \(No space left on device\)"):
        store(db, an_office())
    assert [path for path in db.parent.iterdir() if path.is_file()] == []


def test_an_unused_file_that_was_taken_away_is_made_again(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waited for the lock of a file that is gone begins again with the new one."""
    gone = db.with_suffix(".gone")

    @contextmanager
    def open_and_lose(path: Path, timeout: float, **how: Any) -> Iterator[sqlite3.Connection]:  # noqa: ANN401
        with open_connection(path, timeout, **how) as connection:
            if not gone.exists():
                path.rename(gone)
            yield connection

    monkeypatch.setattr(creation, "open_connection", open_and_lose)
    store(db, a_contact("Ada Example"))
    assert names(db) == ["Ada Example"]
    assert names(gone) == []


def test_an_unused_file_that_was_taken_away_is_missing_without_create(
    stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not to be made is not made the second time either."""

    @contextmanager
    def open_and_lose(path: Path, timeout: float, **how: Any) -> Iterator[sqlite3.Connection]:  # noqa: ANN401
        with open_connection(path, timeout, **how) as connection:
            path.unlink()
            yield connection

    monkeypatch.setattr(creation, "open_connection", open_and_lose)
    with pytest.raises(DirectoryMissingError), Directory.edit(stored, create=False):
        pass
    assert not stored.exists()


def test_of_two_who_make_the_file_one_wins(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other uses what is there."""

    def lose(path: Path, content: bytes) -> None:
        path.write_bytes(content)
        store(path, a_contact("Bea Example"))
        raise FileExistsError

    monkeypatch.setattr(creation, "create_file", lose)
    store(db, a_contact("Ada Example"))
    assert names(db) == ["Ada Example", "Bea Example"]


def test_an_unused_file_that_somebody_else_uses_stays(db: Path) -> None:
    """To take it away is a courtesy: when that must wait, the change is stored all the same."""
    store(db, a_contact("Ada Example"))
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        creation._remove_unused(db, 0.1)
    assert names(db) == ["Ada Example"]


def add(path: Path, name: str) -> None:
    """Add a contact; what a process of its own does."""
    store(path, a_contact(name))


def add_in_parallel(path: Path, names_of_new: list[str]) -> list[int | None]:
    """Start all at once, each in a process; give their exit statuses."""
    context = get_context("fork")
    processes = [context.Process(target=add, args=(path, name)) for name in names_of_new]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    return [process.exitcode for process in processes]


@pytest.mark.parametrize("attempt", range(3))
def test_two_processes_that_begin_at_once_share_one_directory(attempt: int, db: Path) -> None:
    """Neither loses what the other stored."""
    assert add_in_parallel(db, ["Ada Example", f"Bea {attempt}"]) == [0, 0]
    assert sorted(names(db)) == ["Ada Example", f"Bea {attempt}"]


def test_twenty_processes_lose_nothing(db: Path) -> None:
    """Each waits for its turn, and all are stored."""
    wanted = [f"Contact {number:02}" for number in range(20)]
    assert add_in_parallel(db, wanted) == [0] * 20
    assert sorted(names(db)) == wanted
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM operation").fetchone() == (20,)
