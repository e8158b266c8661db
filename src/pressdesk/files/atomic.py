"""Making files safely: wholly or not at all, for the owner alone."""

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pressdesk.errors import FileError

_TEMPORARY = ".pressdesk-"
# Why a link fails where links are possible; any other reason says that the file system has none.
_LINK_FAILURES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})


def make_private_folder(folder: Path) -> None:
    """Make a folder and its parents for the owner alone (0700); one that exists stays as it is."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        with suppress(FileExistsError):
            path.mkdir(mode=0o700)


def create_file(path: Path, content: bytes) -> None:
    """Make a new file (0600), wholly or not at all; raise FileExistsError or FileError."""
    with writing_file(path) as file:
        file.write(content)


@contextmanager
def writing_file(
    path: Path, *, overwrite: bool = False, tidies: bool = True, is_public: bool = False
) -> Iterator[BinaryIO]:
    """Write a file (0600), wholly or not at all; raise FileExistsError or FileError.

    overwrite: replace a regular file of that name, which keeps its mode, its owner and its extended
    attributes as far as we may; a link keeps leading to it. tidies: look for leftovers in the
    folder first. is_public: a new file may be read by whomever the umask allows.

    The bytes are on disk under another name (that of the file that is yielded) before the file gets
    its own, and the folder is synced after: a crash, or an error in the block, leaves what was
    there before.
    """
    with _named_errors(path):
        target, before = _replaceable(path) if overwrite else (path, None)
        make_private_folder(target.parent)
        if tidies:
            remove_leftovers(target.parent)
        handle, name = tempfile.mkstemp(prefix=f"{_TEMPORARY}{os.getpid()}-", dir=target.parent)
        try:
            os.close(handle)
            with Path(name).open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if before is None:
                if is_public:
                    Path(name).chmod(0o666 & ~_umask())
                _link_new(Path(name), target)
            else:
                _keep_attributes(Path(name), target, before)
                Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
        sync_folder(target.parent)


def refuse_replacing(path: Path) -> None:
    """Raise FileError for a name that `writing_file` would not replace."""
    _replaceable(path)


def _keep_attributes(new: Path, old: Path, status: os.stat_result) -> None:
    """Give a new file the owner, the mode and the extended attributes of the one it replaces."""
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(new, status.st_uid, status.st_gid)
    new.chmod(stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(old):
                os.setxattr(new, name, os.getxattr(old, name))


def _replaceable(path: Path) -> tuple[Path, os.stat_result | None]:
    """Return the file that a name leads to and its status, or None where there is none yet.

    Raises FileError for what replacing would break: a folder or a pipe, another name of the same
    file, a file that its owner has made read-only, a link to nothing.
    """
    try:
        target = path.resolve()
    except RuntimeError as error:  # how Python 3.11 says that links go round in a circle
        raise FileError(path, "is a link that leads to itself; name a file") from error
    try:
        status = target.lstat()
    except FileNotFoundError:
        if path.is_symlink():
            raise FileError(path, "is a link that leads nowhere; name a file") from None
        return target, None
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
        raise FileError(path, f"is {what}; name a file")
    if status.st_nlink > 1:
        raise FileError(path, "has another name (a hard link), which would keep the old content")
    if not status.st_mode & stat.S_IWUSR:
        raise FileError(path, "is read-only; make it writable first, or name another")
    return target, status


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


def _umask() -> int:
    """Return the umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


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
