"""Blocks into files: one block under a name, or one file for each office."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pressdesk.block_request import Answer, Answers
from pressdesk.blocks.json_block import block_data
from pressdesk.cli import output
from pressdesk.cli.block_options import Asked, Shape
from pressdesk.cli.blocks import (
    blocks_text,
    chosen_style,
    data_text,
    say_notes,
    style_named,
)
from pressdesk.cli.opening import reading
from pressdesk.directory.store import Directory
from pressdesk.errors import FileError, OptionsError, PressdeskError
from pressdesk.files import make_private_folder, refuse_replacing, writing_file
from pressdesk.settings import Settings

SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html", "json": ".json", "jsonl": ".jsonl"}
# Offices whose people are read at once.
_AT_ONCE = 200
# What a file system takes as a name (255 bytes), less our suffix and some room.
_LONGEST_NAME = 200
# Names that Windows gives to devices, whatever their suffix.
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def write_one(settings: Settings, shape: Shape, text: str) -> None:
    """Write one text to the file of -o; raise FileError."""
    path = Path(shape.target or "")
    if not path.parent.is_dir():
        raise FileError(path, "its folder does not exist; make it first, or name another")
    _write(path, text, settings, is_forced=shape.force)
    if not settings.is_quiet:
        output.say(f"wrote {path}")


def write_all(settings: Settings, asked: Asked, shape: Shape) -> int:
    """Print a block for each office, or write each to a file of the folder of -o.

    An office for which nobody can be printed is said and skipped; the exit status is then 1.
    """
    folder = None if shape.target in {None, "-"} else Path(shape.target or "")
    if not shape.is_data:
        style_named(chosen_style(shape, settings))  # what is wrong with it is said once
    failed = False
    sink = _Files(folder, settings, shape) if folder else _Pages(settings, shape)
    with reading(settings) as directory:
        sink.prepare(directory.office_codes())
        for code, answered in _answers(directory, settings, asked):
            if isinstance(answered, PressdeskError):
                failed = True
                output.fail(str(answered), answered.exit_code, form=shape.output_format)
                continue
            say_notes(answered, asked)
            sink.take(code, answered)
    sink.finish()
    return 1 if failed else 0


class _Pages:
    """Block after block on stdout; as JSON each says which office it is for."""

    def __init__(self, settings: Settings, shape: Shape) -> None:
        self._settings = settings
        self._shape = shape
        self._records: list[dict[str, Any]] = []
        self._is_first = True

    def prepare(self, codes: Sequence[str]) -> None:
        """Stdout is always ready."""

    def take(self, code: str, answered: Sequence[Answer]) -> None:
        """Print the blocks of an office; an array of JSON is printed at the end."""
        if not self._shape.is_data:
            text = blocks_text(answered, self._shape, self._settings)
            output.write(text if self._is_first else f"\n{text}")
            self._is_first = False
            return
        records = [{"office": code, **block_data(one.block)} for one in answered]
        if self._shape.output_format == "jsonl":
            output.write(data_text(records, self._shape))
        else:
            self._records += records

    def finish(self) -> None:
        """Print what was kept."""
        if self._shape.output_format == "json":
            output.write(data_text(self._records, self._shape, is_list=True))


class _Files:
    """A file for each office, named by its code."""

    def __init__(self, folder: Path, settings: Settings, shape: Shape) -> None:
        self._folder = folder
        self._settings = settings
        self._shape = shape
        self._count = 0

    def prepare(self, codes: Sequence[str]) -> None:
        """Make the folder; refuse all when one file could not be written."""
        _prepare(self._folder)
        for code in codes:
            refuse_target(self._path(code), self._settings, is_forced=self._shape.force)

    def take(self, code: str, answered: Sequence[Answer]) -> None:
        """Write the file of an office."""
        text = blocks_text(answered, self._shape, self._settings)
        try:
            _write(self._path(code), text, self._settings, is_forced=self._shape.force)
        except FileError as error:
            done = "1 file was" if self._count == 1 else f"{self._count} files were"
            raise FileError(error.path, f"{error.reason}; {done} written before") from error
        self._count += 1

    def _path(self, code: str) -> Path:
        return self._folder / f"{file_name(code)}{SUFFIXES[self._shape.output_format]}"

    def finish(self) -> None:
        """Say how many there are."""
        if not self._settings.is_quiet:
            plural = "" if self._count == 1 else "s"
            output.say(f"wrote {self._count} file{plural} to {self._folder}")


def file_name(code: str) -> str:
    """Give the name of an office's file, without suffix: its code, where that can be one."""
    name = f"{code}-office" if code in _DEVICES else code
    encoded = name.encode()
    if len(encoded) <= _LONGEST_NAME:
        return name
    from hashlib import sha256

    cut = encoded[:_LONGEST_NAME].decode(errors="ignore")
    return f"{cut}-{sha256(encoded).hexdigest()[:12]}"


def _answers(
    directory: Directory, settings: Settings, asked: Asked
) -> Iterator[tuple[str, list[Answer] | PressdeskError]]:
    """Answer for each office in the order of their names, many at once."""
    answers = Answers(directory, settings.language)
    codes = iter(directory.office_codes())
    while chunk := list(islice(codes, _AT_ONCE)):
        requests = {code: asked.requests([code]) for code in chunk}
        answers.prepare(one for those in requests.values() for one in those)
        for code, those in requests.items():
            try:
                yield code, [answers.answer(one) for one in those]
            except PressdeskError as error:
                if error.exit_code not in {1, 3, 4}:
                    raise
                yield code, error


def _prepare(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FileError(folder, "is a file; with --all name a folder")
    try:
        make_private_folder(folder)
    except OSError as error:
        raise FileError(folder, f"cannot be made ({error.strerror})") from error


def refuse_target(path: Path, settings: Settings, *, is_forced: bool) -> None:
    """Raise OptionsError or FileError for a file that must not be written."""
    if _is_same(path, settings.path):
        raise OptionsError(f"-o {path}: that is the directory itself; name another file")
    if is_forced:
        refuse_replacing(path)
    elif path.is_dir():
        raise FileError(path, "is a folder; name a file in it")
    elif path.exists() or path.is_symlink():
        raise FileError(path, "is there already; --force replaces it")


def _write(path: Path, text: str, settings: Settings, *, is_forced: bool) -> None:
    """Write a file as a whole; raise FileError when it is there already and not forced."""
    refuse_target(path, settings, is_forced=is_forced)
    try:
        with writing_file(path, overwrite=is_forced) as file:
            file.write(text.encode())
    except FileExistsError as error:  # somebody made it just now
        raise FileError(path, "is there already; --force replaces it") from error


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False
