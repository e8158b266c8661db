"""A release file that is read, and replaced only as it was read: nobody's work is lost."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import FileError
from pressdesk.files.atomic import read_bytes, refuse_replacing, remove_leftovers, writing_file

MOST_BYTES = 20 * 1024 * 1024
_PATIENCE = 5.0
_CHANGED = "changed while we worked; nothing was written; look at it and repeat"


class OpenedFile(NamedTuple):
    """A file as it was read: its content, and by what a change of it is told."""

    path: Path
    content: bytes
    mark: tuple[int, int, int, str]


def open_file(path: Path, *, for_change: bool) -> OpenedFile:
    """Read a release; raise FileError for what is no regular file, or cannot be replaced.

    for_change: refuse now what `replace_file` would refuse later: a folder, a pipe, a hard link, a
    read-only file, a link that leads nowhere.
    """
    if for_change:
        refuse_replacing(path)
        _tidy(path.resolve())
    content = read_bytes(path, MOST_BYTES)
    return OpenedFile(path, content, _mark(path, content))


def replace_file(opened: OpenedFile, content: bytes, *, backup: bool = False) -> Path | None:
    """Replace a file by other bytes, wholly or not at all; equal ones leave it untouched.

    backup: keep the old bytes beside it (`NAME.bak`, then `NAME.bak.2`); gives where they are.
    Raises FileError, and leaves the file as it is, when it was changed since it was read.
    """
    if content == opened.content:
        return None
    kept = None
    target = opened.path.resolve()
    with _lock(target), writing_file(opened.path, overwrite=True) as file:
        file.write(content)
        if _mark(opened.path, read_bytes(opened.path, MOST_BYTES)) != opened.mark:
            raise FileError(opened.path, _CHANGED)
        if backup:
            kept = _write_backup(target, opened.content)
    return kept


def _tidy(target: Path) -> None:
    """Take away what a killed run left beside a file."""
    lock = _lock_path(target)
    if lock.exists():
        with suppress(OSError):
            handle = os.open(lock, os.O_RDWR)
            try:
                if _is_ours(handle, lock):
                    lock.unlink()
            finally:
                os.close(handle)
    remove_leftovers(target.parent)


def _lock_path(target: Path) -> Path:
    return target.with_name(f".{target.name}.pressdesk-lock")


def _mark(path: Path, content: bytes) -> tuple[int, int, int, str]:
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(path, _CHANGED) from error
    return (
        status.st_size,
        status.st_mtime_ns,
        status.st_ino,
        hashlib.blake2b(content, digest_size=16).hexdigest(),
    )


def _write_backup(target: Path, content: bytes) -> Path:
    """Write the old bytes under the first name that is free."""
    number = 1
    while True:
        path = target.with_name(f"{target.name}.bak{'' if number == 1 else f'.{number}'}")
        try:
            with writing_file(path, tidies=False) as file:
                file.write(content)
        except FileExistsError:
            number += 1
            continue
        path.chmod(target.stat().st_mode & 0o777)
        return path


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    """Hold the file's lock: a file beside it, which the system itself frees when we die."""
    path = _lock_path(target)
    until = time.monotonic() + _PATIENCE
    try:
        while True:
            handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            if _is_ours(handle, path):
                break
            os.close(handle)
            if time.monotonic() > until:
                raise FileError(
                    target, "is being changed by another pressdesk; nothing was written; repeat"
                )
            time.sleep(0.05)
    except OSError as error:
        raise FileError(target, f"cannot be written ({error.strerror})") from error
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _is_ours(handle: int, path: Path) -> bool:
    """Try to lock an open file; it counts only while it has that name: others unlink theirs."""
    try:
        _lock_handle(handle)
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock_handle(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_handle(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
