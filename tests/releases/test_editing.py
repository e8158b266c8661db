import os
import threading
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.errors import FileError, InvalidFileError
from pressdesk.releases import editing
from pressdesk.releases.editing import open_file, replace_file

FORK = get_context("fork")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Give a release in a folder of its own."""
    path = tmp_path / "folder" / "r.txt"
    path.parent.mkdir()
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def beside(path: Path) -> list[str]:
    """Name what else is in the folder."""
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def test_a_file_is_replaced_and_keeps_its_mode(release: Path) -> None:
    """Nothing else is left beside it."""
    assert replace_file(open_file(release, for_change=True), b"new") is None
    assert (release.read_bytes(), release.stat().st_mode & 0o777) == (b"new", 0o640)
    assert beside(release) == []


def test_equal_bytes_touch_nothing(release: Path) -> None:
    """Not even the time of the file."""
    before = release.stat()
    replace_file(open_file(release, for_change=True), b"old")
    after = release.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("change", ["bytes", "time", "other file", "gone"])
def test_what_was_changed_meanwhile_is_left_alone(release: Path, change: str) -> None:
    """Whoever changed it, and however."""
    opened = open_file(release, for_change=True)
    if change == "bytes":
        release.write_bytes(b"theirs")
    elif change == "time":
        os.utime(release, ns=(1, 1))
    elif change == "other file":
        release.rename(release.with_name("x"))
        release.write_bytes(b"old")
    else:
        release.unlink()
    with pytest.raises(FileError, match=r"changed while we worked|there is no such file"):
        replace_file(opened, b"new")
    assert not release.exists() or release.read_bytes() in {b"old", b"theirs"}
    assert beside(release) in ([], ["x"])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.symlink_to("gone.txt"), "leads nowhere"),
        (lambda path: path.symlink_to(path.name), "leads to itself"),
        (lambda path: os.link(path.parent / "r.txt", path), "has another name"),
        (lambda path: path.touch(0o444), "is read-only"),
        (lambda _: None, "there is no such file"),
    ],
)
def test_what_cannot_be_replaced_is_refused_at_once(
    release: Path, make: "object", reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it is opened: a pipe would wait for ever."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("it was opened")

    path = release.with_name("odd.txt")
    make(path)  # type: ignore[operator]
    monkeypatch.setattr("io.open", refuse)
    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(FileError, match=reason):
        open_file(path, for_change=True)


def test_a_file_may_be_too_large(release: Path) -> None:
    """A sparse one of a gigabyte is not read."""
    os.truncate(release, 1 << 30)
    with pytest.raises(InvalidFileError, match="is too large"):
        open_file(release, for_change=False)


def test_backups_take_the_first_free_name(release: Path) -> None:
    """And never another's place."""
    release.with_name("r.txt.bak").write_bytes(b"mine")
    kept = replace_file(open_file(release, for_change=True), b"new", backup=True)
    assert kept == release.with_name("r.txt.bak.2")
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (b"old", 0o640)
    assert release.with_name("r.txt.bak").read_bytes() == b"mine"


def test_who_waits_too_long_is_told(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock of a living process is never taken."""
    monkeypatch.setattr(editing, "_PATIENCE", 0.1)
    with editing._lock(release):
        opened = open_file(release, for_change=True)
        with pytest.raises(FileError, match="is being changed by another pressdesk"):
            replace_file(opened, b"new")
        assert beside(release) == [".r.txt.pressdesk-lock"]
    assert release.read_bytes() == b"old"


def test_the_lock_of_a_dead_process_is_taken_over(release: Path) -> None:
    """And tidied away by the next run, even one that changes nothing."""
    lock = release.with_name(".r.txt.pressdesk-lock")
    lock.write_bytes(b"")
    open_file(release, for_change=True)
    assert beside(release) == []
    lock.write_bytes(b"")
    replace_file(open_file(release, for_change=True), b"new")
    assert (release.read_bytes(), beside(release)) == (b"new", [])


def _add(path: Path, letter: str) -> None:
    """Add one letter, as often as it takes."""
    while True:
        try:
            opened = open_file(path, for_change=True)
            replace_file(opened, opened.content + letter.encode())
            break
        except FileError:
            continue


def test_of_many_at_once_none_is_lost(release: Path) -> None:
    """Each sees what the others did, or is told to repeat."""
    release.write_bytes(b"")
    letters = "abcdefgh"
    children = [FORK.Process(target=_add, args=(release, one)) for one in letters]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert sorted(release.read_text()) == list(letters)
    assert beside(release) == []


def test_an_error_on_the_way_leaves_the_old_bytes(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No space, no right, no luck."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    opened = open_file(release, for_change=True)
    for call in ("os.fsync", "os.chmod", "pathlib.Path.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(call, refuse)
            with pytest.raises(FileError, match="No space left"):
                replace_file(opened, b"new")
        assert (release.read_bytes(), beside(release)) == (b"old", [])
    assert threading.active_count() == 1
