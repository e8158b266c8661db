"""Copies of the whole file: made while others write, checked, and put in its place again."""

import glob
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from pressdesk.directory.connection import (
    check_schema,
    is_missing,
    open_readable,
    refuse_odd_file,
    translated_errors,
)
from pressdesk.errors import FileError
from pressdesk.errors.directory import DamagedDirectoryError, ForeignFileError
from pressdesk.files.atomic import writing_file

_ENDING = ".backup"


def back_up(path: Path, target: Path, timeout: float) -> None:
    """Copy a directory as it is to a new file (0600), and check the copy.

    The copy is one moment's, whoever writes meanwhile. Raises FileExistsError for a target that is
    there, and FileError's children. timeout: seconds to wait for another process's lock.
    """
    with translated_errors(path, timeout):
        refuse_odd_file(path)
        with writing_file(target) as file, closing(open_readable(path, timeout, "ro")) as source:
            check_schema(source, path)
            with closing(sqlite3.connect(file.name)) as copy:
                copy_checked(source, copy, path)


def copy_checked(source: sqlite3.Connection, copy: sqlite3.Connection, path: Path) -> None:
    """Copy a database whole; raise DamagedDirectoryError for one that is not sound.

    path: the file of the source, for messages.
    """
    # What is not finished is thrown away: it needs no journal of its own.
    copy.execute("PRAGMA journal_mode=OFF")
    source.backup(copy)
    verify_sound(copy, path)


def verify_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedDirectoryError where SQLite finds a page, an index or a reference broken."""
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise DamagedDirectoryError(path, verdict)
    if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedDirectoryError(path, f"a row of {broken[0]} refers to one that is not there")


def free_name(path: Path, folder: Path, word: str = "") -> Path:
    """Return a name for a copy of a file that nothing has: its own, the day and a number.

    word: what stands before the day.
    """
    day = date.today()  # noqa: DTZ011  # the user's own day, in a name for people
    names = (f"{path.name}.{word}{day}{end}{_ENDING}" for end in _endings())
    return next(found for name in names if not os.path.lexists(found := folder / name))


def dated_copies(path: Path, folder: Path) -> list[Path]:
    """Return the copies in a folder that have a name of `free_name` without a word, oldest first.

    path: the file of which they are copies.
    """
    pattern = re.compile(
        rf"{re.escape(path.name)}\.([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:-([0-9]+))?{_ENDING}"
    )
    found = [(match[1], int(match[2] or 1), file) for file in folder.iterdir()
             if (match := pattern.fullmatch(file.name)) and file.is_file()]  # fmt: skip
    return [copy for *_, copy in sorted(found)]


def all_copies(path: Path) -> list[Path]:
    """Return every copy of a directory that pressdesk made beside it, by name."""
    found = path.parent.glob(f"{glob.escape(path.name)}.*{_ENDING}")
    return sorted(found)


def restore(path: Path, backup: Path, timeout: float) -> Path | None:
    """Put a checked backup in the place of a directory; return where that one is kept, if it was.

    A backup of an older program is brought up to date, and who was erased here is erased there.
    Nobody can write while the files change places, and whoever waits for that begins again with the
    new one. Raises FileError's children for a backup that is no directory or not sound, and for a
    file of another program in the place.
    """
    from pressdesk.directory.migrations.upgrading import bring_up_to_date  # imports sqlite_utils
    from pressdesk.directory.upkeep.erasure import apply_erasures, load_erasures

    aside: Path | None = None
    with translated_errors(backup, timeout), ExitStack() as stack:
        refuse_odd_file(backup)
        source = stack.enter_context(closing(open_readable(backup, timeout, "ro")))
        check_schema(source, backup)
        present = stack.enter_context(_held(path, timeout))
        try:
            with writing_file(path, overwrite=True) as file:
                with closing(sqlite3.connect(file.name, isolation_level=None)) as copy:
                    copy_checked(source, copy, backup)
                    bring_up_to_date(copy, backup)
                    if present:
                        apply_erasures(copy, load_erasures(present))
                aside = _keep_aside(Path(os.path.realpath(path)))
        except BaseException:
            if aside and present:  # nothing took its place: it needs no second name
                aside.unlink(missing_ok=True)
            raise
    return aside


@contextmanager
def _held(path: Path, timeout: float) -> Iterator[sqlite3.Connection | None]:
    """Keep everybody from writing to a directory, and yield it.

    None: to one that is missing or damaged nobody can write.
    """
    present = None if is_missing(path) else _lock_present(path, timeout)
    if present is None:
        yield None
        return
    with closing(present):
        yield present


def _lock_present(path: Path, timeout: float) -> sqlite3.Connection | None:
    """Open a directory that is to be replaced, and lock it; None if it is damaged."""
    connection = None
    try:
        with translated_errors(path, timeout):
            refuse_odd_file(path)
            connection = open_readable(path, timeout, "rw")
            check_schema(connection, path)
            # What a write-ahead log holds goes into the file, which leaves it behind.
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except DamagedDirectoryError:
        if connection:
            connection.close()
        return None
    except ForeignFileError as error:
        reason = "is not a pressdesk directory, and stays where it is; move it away, then repeat"
        raise FileError(path, reason) from error
    return connection


def _keep_aside(path: Path) -> Path | None:
    """Give a file a second name, and what SQLite wrote beside it with it; None if it is missing.

    A journal that stayed under the old name would be played into the file that comes there.
    """
    if is_missing(path):
        return None
    aside = free_name(path, path.parent, "before-restore-")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copy2(path, aside)
    for end in ("-journal", "-wal", "-shm"):
        companion = path.with_name(path.name + end)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + end))
    return aside


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))
