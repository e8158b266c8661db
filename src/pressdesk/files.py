"""Reading and making files safely: wholly or not at all, for the owner alone, within limits."""

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pressdesk.errors import FileError, InvalidFileError

_TEMPORARY = ".pressdesk-"
# Why a link fails where links are possible; any other reason says that the file system has none.
_LINK_FAILURES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file of at most `limit` bytes; raise FileError, InvalidFileError above it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
            raise FileError(path, f"is {what}; name a file")
        if status.st_size > limit:
            raise _too_large(path, status.st_size, limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileError(path, "there is no such file; check the name") from error
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})") from error


def read_stream(name: str, stream: BinaryIO, limit: int) -> bytes:
    """Read a stream to its end; raise InvalidFileError behind `limit` bytes.

    name: what the stream is called in messages.
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise _too_large(name, len(content), limit)
    return content


def _too_large(path: Path | str, size: int, limit: int) -> InvalidFileError:
    return InvalidFileError(path, None, f"is too large ({size} bytes); at most {limit} are read")


def make_private_folder(folder: Path) -> None:
    """Make a folder and its parents for the owner alone (0700); one that exists stays as it is."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        with suppress(FileExistsError):
            one.mkdir(mode=0o700)


def create_file(path: Path, content: bytes) -> None:
    """Make a new file (0600), wholly or not at all; raise FileExistsError or FileError.

    The bytes are on disk under another name before the file gets its own, and the folder is synced
    after: a crash leaves no half of it.
    """
    with _named_errors(path):
        make_private_folder(path.parent)
        remove_leftovers(path.parent)
        handle, name = tempfile.mkstemp(prefix=f"{_TEMPORARY}{os.getpid()}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _link_new(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_leftovers(folder: Path) -> None:
    """Remove temporary files of ours whose process was killed."""
    for path in folder.glob(f"{_TEMPORARY}*-*"):
        process = path.name.removeprefix(_TEMPORARY).partition("-")[0]
        if process.isdecimal() and not _is_running(int(process)):
            with suppress(OSError):
                path.unlink()


def _link_new(temporary: Path, path: Path) -> None:
    """Give the file its name unless the name is taken: of two processes one wins."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _LINK_FAILURES:
            raise
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # there the signal 0 is Ctrl-C, and would be sent
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):  # no number of a process is so large
        return False
    except OSError:
        return True
    return True


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise FileError(path, f"cannot be written ({error.strerror})") from error
