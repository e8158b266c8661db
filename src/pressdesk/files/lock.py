"""A lock on a file: another file beside it, which the system itself frees when we die."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pressdesk.errors import FileError

_PATIENCE = 5.0


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of a file; raise FileError where another process has it for long.

    target: without links on the way to it.
    """
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


def remove_dead_lock(target: Path) -> None:
    """Remove the lock that a killed process has left; that of a living one stays."""
    path = _lock_path(target)
    if not os.path.lexists(path):
        return
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            if _is_ours(handle, path):
                path.unlink()
        finally:
            os.close(handle)


def _lock_path(target: Path) -> Path:
    return target.with_name(f".{target.name}.pressdesk-lock")


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
