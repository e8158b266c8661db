"""A file that is read, and replaced only as it was read: nobody's work is lost."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import FileError
from pressdesk.files.atomic import writing_file
from pressdesk.files.lock import locked, remove_dead_lock
from pressdesk.files.reading import read_bytes

_CHANGED = "changed while we worked; nothing was written; look at it and repeat"


@dataclass(slots=True)
class FileChange:
    """A file that is open for a change.

    content: as it was read. new: the bytes to stand there instead; None leaves it as it is. kept:
    where the old bytes are once it was replaced, if they were to be kept.
    """

    content: bytes
    new: bytes | None = None
    kept: Path | None = None


@contextmanager
def changing_file(path: Path, limit: int, *, backup: bool = False) -> Iterator[FileChange]:
    """Read a file; at the end the bytes that are set as `new` replace it, wholly or not at all.

    Equal bytes leave it untouched, as does an error within. limit: of its size. backup: keep the
    old bytes beside it (`NAME.bak`, then `NAME.bak.2`). Raises FileError for what cannot be read or
    replaced (see `writing_file`), and where the file was changed in the meantime.
    """
    target = Path(os.path.realpath(path))
    remove_dead_lock(target)
    content = read_bytes(path, limit)
    before = _mark(path, content)
    change = FileChange(content)
    yield change
    if change.new is None or change.new == content:
        return
    with locked(target), writing_file(path, overwrite=True) as file:
        file.write(change.new)
        if _mark(path, read_bytes(path, limit)) != before:
            raise FileError(path, _CHANGED)
        if backup:
            change.kept = _write_backup(target, content)


def _mark(path: Path, content: bytes) -> tuple[int, int, int, bytes]:
    """Return by what a change of the file is told."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(path, _CHANGED) from error
    digest = hashlib.blake2b(content, digest_size=16).digest()
    return status.st_size, status.st_mtime_ns, status.st_ino, digest


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
