from pathlib import Path

import pytest

from pressdesk.errors import FileError
from pressdesk.files.lock import locked, remove_dead_lock


def test_a_lock_stands_beside_the_file_and_goes(tmp_path: Path) -> None:
    """Whatever becomes of the work."""

    def work() -> None:
        with locked(tmp_path / "r.txt"):
            assert (tmp_path / ".r.txt.pressdesk-lock").exists()
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        work()
    assert not (tmp_path / ".r.txt.pressdesk-lock").exists()


def test_only_a_dead_lock_is_removed(tmp_path: Path) -> None:
    """That of a process that lives stays; without one there is nothing to do."""
    target = tmp_path / "r.txt"
    lock = tmp_path / ".r.txt.pressdesk-lock"
    remove_dead_lock(target)
    with locked(target):
        remove_dead_lock(target)
        assert lock.exists()
    lock.touch()
    remove_dead_lock(target)
    assert not lock.exists()


def test_what_only_looks_like_a_lock_is_no_failure(tmp_path: Path) -> None:
    """A folder of that name; a place where nothing can be made."""
    (tmp_path / ".r.txt.pressdesk-lock").mkdir()
    remove_dead_lock(tmp_path / "r.txt")
    assert (tmp_path / ".r.txt.pressdesk-lock").is_dir()
    message = r"r\.txt: cannot be written \(No such file or directory\)"
    with pytest.raises(FileError, match=message), locked(tmp_path / "none" / "r.txt"):
        pass
