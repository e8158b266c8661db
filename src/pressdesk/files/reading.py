"""Reading files within limits, and asking about them."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pressdesk.errors import FileError, InvalidFileError


# pathlib's own questions raise where a folder on the way may not be entered.
def is_folder(path: Path | str) -> bool:
    """Whether a folder has this name, as far as we may look."""
    return os.path.isdir(path)  # noqa: PTH112


def is_taken(path: Path) -> bool:
    """Whether anything has this name, a link that leads nowhere too, as far as we may look."""
    return os.path.lexists(path)


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


@contextmanager
def open_for_reading(path: Path) -> Iterator[BinaryIO]:
    """Open a file or a pipe, to be read piece by piece; raise FileError."""
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise FileError(path, "there is no such file; check the name") from error
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})") from error
    with file:
        yield file


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
