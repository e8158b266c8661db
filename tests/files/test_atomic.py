import errno
import os
import re
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.errors import FileError
from pressdesk.files.atomic import (
    create_file,
    make_private_folder,
    remove_leftovers,
    sync_folder,
    writing_file,
)

# Greater than any number that a system gives to a process.
NOBODY = 2**31 - 1


@pytest.fixture
def _no_umask() -> Iterator[None]:
    """Let every mode through, as a careless shell does."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Give the permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    """Give what is in a folder, hidden files too, but the home folder that every test has."""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


@pytest.mark.usefixtures("_no_umask")
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """0600, and 0700 for each folder that had to be made, whatever the umask."""
    path = tmp_path / "one" / "two" / "directory.db"
    create_file(path, b"\x00content")
    assert path.read_bytes() == b"\x00content"
    assert [mode(one) for one in (path, path.parent, path.parent.parent)] == [0o600, 0o700, 0o700]
    assert names(path.parent) == ["directory.db"]


@pytest.mark.usefixtures("_no_umask")
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """It is the user's, not ours."""
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    make_private_folder(shared / "ours")
    make_private_folder(shared / "ours")
    assert (mode(shared), mode(shared / "ours")) == (0o755, 0o700)


def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path) -> None:
    """By a file, a folder or a link to nothing; no temporary file is left."""
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    for name in ("file", "folder", "link"):
        with pytest.raises(FileExistsError):
            create_file(tmp_path / name, b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file", "folder", "link"]


def failing(number: int) -> object:
    """Give a call that fails as the system's would."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_file_is_made_wholly_or_not_at_all(
    call: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves no file, no half of one and no temporary one; the next try works."""
    path = tmp_path / "directory.db"
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(number))
        message = re.escape(f"{path}: cannot be written ({os.strerror(number)})")
        with pytest.raises(FileError, match=f"^{message}$"):
            create_file(path, b"content")
    assert names(tmp_path) == []
    create_file(path, b"content")
    assert names(tmp_path) == ["directory.db"]


@contextmanager
def small_disk() -> Iterator[None]:
    """Let no file of this process have more than ten bytes, as long as nothing else is written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_write_that_stops_half_way_leaves_nothing(tmp_path: Path) -> None:
    """Here the system itself stops it."""
    message = r"directory\.db: cannot be written \(File too large\)$"
    with pytest.raises(FileError, match=message), small_disk():
        create_file(tmp_path / "directory.db", b"content of more than ten bytes")
    assert names(tmp_path) == []
    create_file(tmp_path / "directory.db", b"content")


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_an_interrupt_leaves_nothing_behind(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C goes on to whoever asked."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, call, interrupt)
    with pytest.raises(KeyboardInterrupt):
        create_file(tmp_path / "directory.db", b"content")
    assert names(tmp_path) == []


def replace_file(path: Path, content: bytes) -> None:
    """Write over a file, or make it."""
    with writing_file(path, overwrite=True) as file:
        file.write(content)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
def test_a_file_is_replaced_wholly_or_not_at_all(
    call: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves what was there, and no temporary file; the next try works."""
    path = tmp_path / "contact.txt"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(number))
        message = re.escape(f"{path}: cannot be written ({os.strerror(number)})")
        with (
            pytest.raises(FileError, match=f"^{message}$"),
            writing_file(path, overwrite=True) as f,
        ):
            f.write(b"new")
    assert (names(tmp_path), path.read_bytes()) == (["contact.txt"], b"old")
    replace_file(path, b"new")
    assert (names(tmp_path), path.read_bytes()) == (["contact.txt"], b"new")


def test_an_error_of_the_writer_leaves_what_was_there(tmp_path: Path) -> None:
    """It goes on to whoever asked."""
    path = tmp_path / "contact.txt"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        replace_file(path, "half")  # type: ignore[arg-type]
    assert (names(tmp_path), path.read_bytes()) == (["contact.txt"], b"old")


@pytest.mark.usefixtures("_no_umask")
@pytest.mark.parametrize("before", [None, 0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_mode(before: int | None, tmp_path: Path) -> None:
    """A new one is for its owner alone, whatever the umask."""
    path = tmp_path / "contact.txt"
    if before is not None:
        path.write_bytes(b"old")
        path.chmod(before)
    replace_file(path, b"new")
    assert mode(path) == (before or 0o600)


def test_the_bytes_are_on_disk_before_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the name before we say so: file, link, folder."""
    done: list[str] = []
    real_sync, real_link = os.fsync, os.link

    def sync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_sync(handle)

    def link(source: Path, target: Path) -> None:
        done.append("link")
        real_link(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "link", link)
    create_file(tmp_path / "directory.db", b"content")
    assert done == ["file", "link", "folder"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK])
def test_a_file_system_without_links_will_do(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick with FAT has none; a name that is taken there is kept too."""
    monkeypatch.setattr(os, "link", failing(number))
    path = tmp_path / "directory.db"
    create_file(path, b"content")
    with pytest.raises(FileExistsError):
        create_file(path, b"other")
    assert (names(tmp_path), path.read_bytes()) == (["directory.db"], b"content")


def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems open no folders."""
    monkeypatch.setattr(os, "open", failing(errno.EISDIR))
    sync_folder(tmp_path)


def test_a_file_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    """The message names the file that was asked for."""
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "directory.db", tmp_path / "file" / "sub" / "directory.db"):
        message = re.escape(f"{path}: cannot be written (Not a directory)")
        with pytest.raises(FileError, match=f"^{message}$"):
            create_file(path, b"content")


def ended_process() -> int:
    """Give the number of a process that has just ended."""
    process = subprocess.Popen([sys.executable, "-S", "-c", ""])
    process.wait()
    return process.pid


def test_temporary_files_of_the_dead_are_removed(tmp_path: Path) -> None:
    """Of a process that was killed; the next file that is made tidies up."""
    for process in (ended_process(), NOBODY, 10**30):
        (tmp_path / f".pressdesk-{process}-abc").touch()
    create_file(tmp_path / "directory.db", b"content")
    assert names(tmp_path) == ["directory.db"]


@pytest.mark.parametrize(
    "name",
    [".pressdesk-OURS-abc", ".pressdesk-1-abc", ".pressdesk-abc-1", ".pressdesk-²-abc",
     ".pressdesk-", f"pressdesk-{NOBODY}-abc", f".pressdesk-{NOBODY}"],
)  # fmt: skip
def test_other_files_are_left_alone(name: str, tmp_path: Path) -> None:
    """Those of a living process, and whatever only looks like ours."""
    name = name.replace("OURS", str(os.getpid()))
    (tmp_path / name).touch()
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [name]


def test_a_leftover_that_cannot_be_removed_is_no_failure(tmp_path: Path) -> None:
    """A folder of that name, say."""
    (tmp_path / f".pressdesk-{NOBODY}-abc").mkdir()
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [f".pressdesk-{NOBODY}-abc"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES])
def test_a_process_of_somebody_else_is_alive(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be asked after, but not by us."""
    monkeypatch.setattr(os, "kill", failing(number))
    (tmp_path / f".pressdesk-{NOBODY}-abc").touch()
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [f".pressdesk-{NOBODY}-abc"]


def test_windows_is_not_asked_after_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the signal 0 is Ctrl-C, and would be sent."""

    def kill(*_: int) -> NoReturn:
        raise AssertionError("a signal was sent")

    monkeypatch.setattr(os, "kill", kill)
    monkeypatch.setattr(sys, "platform", "win32")
    (tmp_path / f".pressdesk-{NOBODY}-abc").touch()
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [f".pressdesk-{NOBODY}-abc"]
