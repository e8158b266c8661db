import errno
import os
import re
from pathlib import Path

import pytest

from pressdesk.errors import FileError, InvalidFileError
from pressdesk.files.reading import is_folder, is_taken, open_for_reading, read_bytes
from tests.files.test_atomic import failing


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """As bytes, up to the limit; a link is followed."""
    path = tmp_path / "contacts.csv"
    path.write_bytes(b"a,b\r\n\xff")
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    assert read_bytes(path, 6) == read_bytes(link, 6) == b"a,b\r\n\xff"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """A sparse one is judged by the size that it says it has."""
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2**40)
    message = re.escape(f"{path}: is too large ({2**40} bytes); at most 1000 are read")
    with pytest.raises(InvalidFileError, match=f"^{message}$"):
        read_bytes(path, 1000)


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    """A FIFO would wait for ever for somebody to write."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path, reason in (
        (tmp_path, "is a folder; name a file"),
        (fifo, "is not a regular file; name a file"),
        (Path(os.devnull), "is not a regular file; name a file"),
        (tmp_path / "missing", "there is no such file; check the name"),
        (fifo / "below", r"cannot be read \(Not a directory\)"),
        (tmp_path / ("n" * 300), r"cannot be read \(File name too long\)"),
    ):
        with pytest.raises(FileError, match=f"^{re.escape(str(path))}: {reason}$") as caught:
            read_bytes(path, 1000)
        assert (caught.value.exit_code, caught.value.path) == (5, path)


def test_a_link_to_itself_or_to_nothing_is_not_read(tmp_path: Path) -> None:
    """Each with its own sentence."""
    loop, dangling = tmp_path / "loop", tmp_path / "dangling"
    loop.symlink_to(loop)
    dangling.symlink_to(tmp_path / "missing")
    with pytest.raises(FileError, match=r"cannot be read \(Too many levels of symbolic links\)"):
        read_bytes(loop, 1000)
    with pytest.raises(FileError, match="there is no such file"):
        read_bytes(dangling, 1000)


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES])
def test_a_read_that_fails_is_named(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the system's own reason."""
    path = tmp_path / "contacts.csv"
    path.touch()
    monkeypatch.setattr(Path, "read_bytes", failing(number))
    with pytest.raises(FileError, match=re.escape(f"cannot be read ({os.strerror(number)})")):
        read_bytes(path, 1000)


def test_a_pipe_is_read_piece_by_piece(tmp_path: Path) -> None:
    """As `<(command)` of a shell gives one; what cannot be read is named."""
    path = tmp_path / "lines"
    path.write_bytes(b"a\nb\n")
    with open_for_reading(path) as file:
        assert file.readline() == b"a\n"
    for wrong, reason in ((tmp_path / "none", "there is no such file"), (tmp_path, "directory")):
        with pytest.raises(FileError, match=reason), open_for_reading(wrong):
            pass


def test_a_hostile_name_is_shown_and_not_acted_out(tmp_path: Path) -> None:
    """File names come from archives and downloads."""
    with pytest.raises(FileError, match=r"\\x1b\]0;\\u202e: there is no such file"):
        read_bytes(tmp_path / "\x1b]0;\u202e", 1000)


@pytest.mark.parametrize("number", [errno.EACCES, errno.ELOOP, errno.EIO])
def test_a_question_is_no_failure(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one may not look there is nothing: what is done next says why it cannot be."""
    link = tmp_path / "link"
    link.symlink_to("nowhere")
    assert (is_folder(tmp_path), is_folder(link), is_taken(link)) == (True, False, True)
    assert (is_folder(tmp_path / "x"), is_taken(tmp_path / "x")) == (False, False)
    monkeypatch.setattr(os, "stat", failing(number))
    monkeypatch.setattr(os, "lstat", failing(number))
    assert (is_folder(tmp_path), is_taken(tmp_path)) == (False, False)
