import os
import threading
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.errors import FileError, InvalidFileError
from pressdesk.files import lock
from pressdesk.files.changing import changing_file

FORK = get_context("fork")
LIMIT = 1000


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


def replace(path: Path, new: bytes, *, backup: bool = False) -> Path | None:
    """Replace a file; give where the old bytes are."""
    with changing_file(path, LIMIT, backup=backup) as file:
        file.new = new
    return file.kept


def test_a_file_is_replaced_and_keeps_its_mode(release: Path) -> None:
    """Nothing else is left beside it."""
    assert replace(release, b"new") is None
    assert (release.read_bytes(), release.stat().st_mode & 0o777) == (b"new", 0o640)
    assert beside(release) == []


@pytest.mark.parametrize("new", [b"old", None])
def test_equal_bytes_touch_nothing(release: Path, new: bytes | None) -> None:
    """Not even the time of the file, nor its folder: neither may be ours to write."""
    folder, before = release.parent.stat(), release.stat()
    release.chmod(0o444)
    with changing_file(release, LIMIT) as file:
        file.new = new
    after = release.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert release.parent.stat().st_mtime_ns == folder.st_mtime_ns


def test_an_error_within_leaves_the_file_as_it_is(release: Path) -> None:
    """Whoever opened it hears of it."""

    def work() -> None:
        with changing_file(release, LIMIT) as file:
            file.new = b"new"
            raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        work()
    assert (release.read_bytes(), beside(release)) == (b"old", [])


@pytest.mark.parametrize("change", ["bytes", "time", "other file", "gone"])
def test_what_was_changed_meanwhile_is_left_alone(release: Path, change: str) -> None:
    """Whoever changed it, and however."""

    def work() -> None:
        with changing_file(release, LIMIT) as file:
            file.new = b"new"
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
        work()
    assert not release.exists() or release.read_bytes() in {b"old", b"theirs"}
    assert beside(release) in ([], ["x"])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.symlink_to("gone.txt"), "there is no such file"),
        (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
        (lambda path: os.link(path.parent / "r.txt", path), "has another name"),
        (lambda path: path.touch(0o444), "is read-only"),
        (lambda _: None, "there is no such file"),
    ],
)
def test_what_cannot_be_replaced_is_refused(
    release: Path, make: "object", reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no file is not even opened: a pipe would wait for ever."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("it was opened")

    path = release.with_name("odd.txt")
    make(path)  # type: ignore[operator]
    before = beside(path)
    if not path.is_file():
        monkeypatch.setattr("io.open", refuse)
        monkeypatch.setattr("os.open", refuse)
    with pytest.raises(FileError, match=reason):
        replace(path, b"new")
    assert beside(path) == before


def test_a_file_may_be_too_large(release: Path) -> None:
    """A sparse one of a gigabyte is not read."""
    os.truncate(release, 1 << 30)
    with pytest.raises(InvalidFileError, match="is too large"):
        replace(release, b"new")


def test_backups_take_the_first_free_name(release: Path) -> None:
    """And never another's place."""
    release.with_name("r.txt.bak").write_bytes(b"mine")
    kept = replace(release, b"new", backup=True)
    assert kept == release.with_name("r.txt.bak.2")
    assert kept is not None
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (b"old", 0o640)
    assert release.with_name("r.txt.bak").read_bytes() == b"mine"


def test_who_waits_too_long_is_told(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock of a living process is never taken."""
    monkeypatch.setattr(lock, "_PATIENCE", 0.1)
    with lock.locked(release):
        with pytest.raises(FileError, match="is being changed by another pressdesk"):
            replace(release, b"new")
        assert beside(release) == [".r.txt.pressdesk-lock"]
    assert release.read_bytes() == b"old"


def test_the_lock_of_a_dead_process_is_taken_over(release: Path) -> None:
    """And tidied away by the next run, even one that changes nothing."""
    left = release.with_name(".r.txt.pressdesk-lock")
    left.write_bytes(b"")
    replace(release, b"old")
    assert beside(release) == []
    left.write_bytes(b"")
    replace(release, b"new")
    assert (release.read_bytes(), beside(release)) == (b"new", [])


def _add(path: Path, letter: str) -> None:
    """Add one letter, as often as it takes."""
    while True:
        try:
            with changing_file(path, LIMIT) as file:
                file.new = file.content + letter.encode()
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

    for call in ("os.fsync", "os.chmod", "pathlib.Path.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(call, refuse)
            with pytest.raises(FileError, match="No space left"):
                replace(release, b"new")
        assert (release.read_bytes(), beside(release)) == (b"old", [])
    assert threading.active_count() == 1
