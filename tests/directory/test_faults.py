"""Killed, cut off, out of space: what was acknowledged is there, the rest wholly or not at all."""

import fcntl
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from pressdesk.directory.store import Directory
from pressdesk.errors.directory import DirectoryBusyError, ReadOnlyDirectoryError
from tests.directory.conftest import as_stranger
from tests.directory.samples import a_contact, store

FORK = get_context("fork")
# What a command does: it stores one contact, and says so once that is on the disk.
CHILD = """
import resource, sys
from pressdesk.directory.store import Directory
from pressdesk.errors import PressdeskError
from pressdesk.model import Contact, Email
from pressdesk.values.email_address import EmailAddress

path, limit = sys.argv[1:]
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    with Directory.edit(path, timeout=0.2) as directory:
        mail = Email(EmailAddress("bea@example.org"))
        directory.add_contact(Contact("", "Bea Example", emails=(mail,)))
except PressdeskError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
print("saved", flush=True)
"""
OLD, NEW = ["Ada Example"], ["Ada Example", "Bea Example"]
# Where in a change a call fails: the first ones write the journal, the last ones the file itself.
PLACES = [0.0, 0.76, 0.8, 1.0]


def run_child(
    path: Path, *prefix: str, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Store one more contact in a process of its own."""
    words = [*prefix, sys.executable, "-c", CHILD, str(path), "" if limit is None else str(limit)]
    return subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603


def names(path: Path) -> list[str]:
    """Read the names of all contacts."""
    with Directory.open(path, timeout=0.2) as directory:
        return [contact.name for contact in directory.contacts()]


def assert_sound(path: Path) -> None:
    """Check the file, that no other is left beside it, and that it can be changed."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store(path, a_contact("Zoe Example"))
    assert "Zoe Example" in names(path)
    beside = [one.name for one in path.parent.iterdir() if one.is_file() and one != path]
    assert beside == []


def injected(
    call: str, place: float, what: str, calls: dict[str, int], more: str = ""
) -> list[str]:
    """Give the command that lets one of a system call's turns end in an error or a signal.

    place: 0 is the first of the calls, 1 is the last. more: "+" for every later one too.
    """
    when = f"{1 + round(place * (calls[call] - 1))}{more}"
    # The filter stops at these calls alone, which is quicker, but it brings no signals.
    quick = ["--seccomp-bpf"] if what.startswith("error") else []
    return ["strace", "-f", *quick, "-qq", "-o", "/dev/null",
            "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={when}"]  # fmt: skip


def counted(path: Path) -> dict[str, int]:
    """Count the system calls of one change; skip where strace cannot."""
    if not shutil.which("strace"):
        pytest.skip("strace is not here")
    log = path.with_suffix(".log")
    trace = ["strace", "-f", "--seccomp-bpf", "-o", str(log),
             "-e", "trace=pwrite64,fdatasync,fsync,unlink,link"]  # fmt: skip
    done = run_child(path, *trace)
    if done.returncode:
        pytest.skip(f"strace cannot trace here: {done.stderr}")
    # A short process id is followed by more than one space.
    calls = re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE)
    return {call: calls.count(call) for call in calls}


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """Count the system calls that add a contact to a directory."""
    path = tmp_path_factory.mktemp("count") / "directory.db"
    store(path, a_contact("Ada Example"))
    found = counted(path)
    if found.keys() != {"pwrite64", "fdatasync", "unlink"}:
        pytest.skip(f"this SQLite writes by other calls: {found}")
    return found


@pytest.fixture
def ada(db: Path) -> Path:
    """Give a directory with one contact and nothing beside it."""
    path = db.parent / "alone" / "directory.db"
    store(path, a_contact("Ada Example"))
    return path


@pytest.mark.parametrize(
    ("call", "place"),
    [
        *(("pwrite64", place) for place in PLACES),
        *(("fdatasync", place) for place in (0.0, 0.5, 0.75, 1.0)),
        ("unlink", 1.0),
    ],
)
def test_a_killed_change_is_there_wholly_or_not_at_all(
    call: str, place: float, calls: dict[str, int], ada: Path
) -> None:
    """Whichever system call was the last; the next command works without repair."""
    done = run_child(ada, *injected(call, place, "signal=KILL", calls))
    assert done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    assert done.stdout == ""
    assert names(ada) in (OLD, NEW)
    assert_sound(ada)


def test_what_was_said_to_be_saved_is_saved(ada: Path) -> None:
    """The word comes after the last system call of the change."""
    assert run_child(ada).stdout == "saved\n"
    assert names(ada) == NEW


def test_the_file_is_synced_before_saved_is_said(calls: dict[str, int]) -> None:
    """Journal and its folder, the file, and the folder again when the journal is gone."""
    assert calls["fdatasync"] >= 4


@pytest.mark.parametrize(
    ("error", "more"), [("ENOSPC", "+"), ("EIO", "")], ids=["full from then on", "failing once"]
)
@pytest.mark.parametrize("place", PLACES)
def test_a_failing_write_changes_nothing(
    error: str, more: str, place: float, calls: dict[str, int], ada: Path
) -> None:
    """Status 5 and a sentence; what was there is there, byte for byte."""
    before = ada.read_bytes()
    done = run_child(ada, *injected("pwrite64", place, f"error={error}", calls, more))
    assert done.returncode == 5
    sentences = {"ENOSPC": "no space on the disk", "EIO": "disk I/O error"}
    assert f"{sentences[error]}; nothing was changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert names(ada) == OLD
    assert ada.read_bytes() == before
    assert_sound(ada)


@pytest.mark.parametrize(
    ("call", "place"),
    [("fdatasync", 0.0), ("fdatasync", 0.5), ("fdatasync", 0.75), ("unlink", 1.0)],
)
def test_a_failing_sync_changes_nothing(
    call: str, place: float, calls: dict[str, int], ada: Path
) -> None:
    """Journal, its header, the file, and the end of the journal."""
    before = ada.read_bytes()
    done = run_child(ada, *injected(call, place, "error=EIO", calls))
    assert (done.returncode, done.stdout) == (5, "")
    assert "disk I/O error; nothing was changed" in done.stderr
    assert names(ada) == OLD
    assert ada.read_bytes() == before
    assert_sound(ada)


def test_a_change_that_the_disk_did_not_confirm_is_not_called_undone(
    calls: dict[str, int], ada: Path
) -> None:
    """The journal is gone and only the folder could not be synced: the change is there."""
    done = run_child(ada, *injected("fdatasync", 1.0, "error=EIO", calls))
    assert (done.returncode, done.stdout) == (5, "")
    assert "the change was written, but the disk failed to confirm it" in done.stderr
    assert names(ada) == NEW
    assert_sound(ada)


@pytest.mark.parametrize("call", ["fsync", "link", "unlink"])
def test_a_killed_first_change_leaves_no_half_directory(
    call: str, calls: dict[str, int], db: Path
) -> None:
    """There is a sound file or none; what else was left goes with the next change."""
    assert calls
    path = db.parent / "alone" / "directory.db"
    done = run_child(path, *injected(call, 0, "signal=KILL", {call: 1}))
    assert done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    if path.exists():
        assert names(path) == []
    store(path, a_contact("Ada Example"))
    assert names(path) == OLD
    assert_sound(path)


@pytest.mark.parametrize("room", [0, 512, 20_000])
def test_a_full_disk_changes_nothing(room: int, ada: Path) -> None:
    """Here it is the size of a file that is limited: the journal finds no room."""
    before = ada.read_bytes()
    done = run_child(ada, limit=room)
    assert done.returncode == 5
    assert "nothing was changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert names(ada) == OLD
    assert ada.read_bytes() == before
    assert_sound(ada)


def test_a_full_disk_leaves_no_new_directory(db: Path) -> None:
    """Nor a temporary file."""
    path = db.parent / "alone" / "directory.db"
    done = run_child(path, limit=8192)
    assert done.returncode == 5
    assert "cannot be written" in done.stderr
    assert list(path.parent.iterdir()) == []


def in_child(target: Callable[..., None], *arguments: object) -> int | None:
    """Run a function in a process of its own; give its exit status."""
    process = FORK.Process(target=target, args=arguments)
    process.start()
    process.join(60)
    return process.exitcode


def be_killed(path: Path) -> None:
    """Die in the middle of a change so large that some of it is in the file already."""
    with Directory.edit(path) as directory:
        directory.database.execute("PRAGMA cache_size=1")
        for number in range(100):
            directory.add_contact(a_contact(f"Contact {number}"))
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def interrupted(ada: Path) -> Path:
    """Give a directory with half a change in it, and the journal that undoes it."""
    before = ada.read_bytes()
    assert in_child(be_killed, ada) == -signal.SIGKILL
    assert ada.read_bytes() != before
    assert ada.with_name("directory.db-journal").stat().st_size > 0
    return ada


def edited(path: Path) -> list[str]:
    """Read the names by a connection that could write."""
    with Directory.edit(path) as directory:
        return [contact.name for contact in directory.contacts()]


def rehearsed(path: Path) -> list[str]:
    """Read the names in a copy."""
    with Directory.rehearse(path) as directory:
        return [contact.name for contact in directory.contacts()]


@pytest.mark.parametrize("read", [names, edited, rehearsed])
def test_the_next_command_rolls_an_interrupted_change_back(
    read: Callable[[Path], list[str]], interrupted: Path
) -> None:
    """A lookup too: it shows what was there before."""
    assert read(interrupted) == OLD
    assert_sound(interrupted)


def test_an_interrupted_change_in_a_closed_folder_is_explained(open_folder: Path) -> None:
    """Who may not write cannot roll back, and must not read half a change."""
    path = open_folder / "directory.db"
    store(path, a_contact("Ada Example"))
    assert in_child(be_killed, path) == -signal.SIGKILL
    both = (path, path.with_name("directory.db-journal"))
    for one in both:
        one.chmod(0o444)
    open_folder.chmod(0o555)
    before = path.read_bytes()
    with as_stranger(), pytest.raises(ReadOnlyDirectoryError, match="must be rolled back first"):
        names(path)
    assert path.read_bytes() == before
    open_folder.chmod(0o755)
    for one in both:
        one.chmod(0o600)
    assert names(path) == OLD


def hold_shared_lock(path: Path, started: Connection, stop: Connection) -> None:
    """Lock the file as a reader does, until told to stop."""
    with path.open("r+b") as file:
        # Where SQLite's readers lock (sqlite.org/fileformat.html: the lock-byte page).
        fcntl.lockf(file, fcntl.LOCK_SH, 510, 0x40000002)
        started.send(True)
        stop.poll(60)


def test_an_interrupted_change_in_use_is_busy_and_not_read_only(interrupted: Path) -> None:
    """Another process rolls it back at this moment, perhaps."""
    started, tell_started = Pipe(duplex=False)
    stop, tell_stop = Pipe(duplex=False)
    with started, tell_started, stop, tell_stop:
        process = FORK.Process(target=hold_shared_lock, args=(interrupted, tell_started, stop))
        process.start()
        try:
            assert started.recv()
            with pytest.raises(DirectoryBusyError):
                names(interrupted)
        finally:
            tell_stop.send(True)
            process.join(60)
    assert names(interrupted) == OLD


def add_many(path: Path) -> None:
    """Add contacts one by one."""
    for number in range(30):
        store(path, a_contact(f"Contact {number:02}"))


def test_lookups_during_changes_see_whole_states(ada: Path) -> None:
    """Each sees the contacts up to one of them, and never fewer than the one before."""
    writer = FORK.Process(target=add_many, args=(ada,))
    writer.start()
    seen: list[list[str]] = []
    while writer.is_alive():
        with Directory.open(ada) as directory:
            contacts = directory.contacts()
        assert all(contact.emails for contact in contacts)
        seen.append(sorted(contact.name for contact in contacts))
    writer.join()
    assert writer.exitcode == 0
    expected = ["Ada Example", *(f"Contact {number:02}" for number in range(30))]
    assert all(one == expected[: len(one)] for one in seen)
    assert seen == sorted(seen, key=len)
    assert sorted(names(ada)) == expected
