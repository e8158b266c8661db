"""Blocks into files: one block under a name, or one file for each office."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pressdesk.answers.answer import Answer, Answers
from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.json_block import block_data
from pressdesk.cli.commands.block.options import SUFFIXES, Asked, Shape
from pressdesk.cli.commands.block.output import (
    blocks_text,
    chosen_style,
    data_text,
    inputs_of,
    say_notes,
)
from pressdesk.cli.options.opening import reading
from pressdesk.cli.screen import output
from pressdesk.cli.screen.sinks import open_sink, refuse_target
from pressdesk.cli.stopping import counted_files, telling_if_stopped
from pressdesk.cli.styles import get_style
from pressdesk.directory.store import Directory
from pressdesk.errors import FileError, PressdeskError, Scope
from pressdesk.files.atomic import make_private_folder, remove_leftovers
from pressdesk.files.reading import is_folder, is_taken
from pressdesk.model import Office
from pressdesk.settings import Settings

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


def write_all(settings: Settings, asked: Asked, shape: Shape) -> int:
    """Print a block for each office, or write each to a file of the folder of -o.

    An office for which nobody can be printed is named and skipped; the exit status is then 1.
    """
    folder = None if shape.target in {None, "-"} else Path(shape.target or "")
    if not shape.is_data:
        get_style(chosen_style(shape, settings))  # a mistake in it is said once
    failed = False
    sink = _Files(folder, settings, asked, shape) if folder else _Pages(settings, asked, shape)
    with reading(settings) as directory:
        offices = directory.offices()
        sink.prepare([office.code for office in offices])
        with telling_if_stopped(lambda: sink.done_of(len(offices))):
            for code, requests, answered in _answers(directory, offices, settings, asked):
                if isinstance(answered, PressdeskError):
                    failed = True
                    output.fail(str(answered), answered.exit_code, form=shape.output_format)
                    continue
                say_notes(answered, requests, is_why=asked.why)
                sink.take(code, answered)
    sink.finish()
    return 1 if failed else 0


class _Pages:
    """Block after block on stdout; as JSON each says which office it is for."""

    def __init__(self, settings: Settings, asked: Asked, shape: Shape) -> None:
        self._settings = settings
        self._asked = asked
        self._shape = shape
        self._records: list[dict[str, Any]] = []
        self._is_first = True

    def prepare(self, codes: Sequence[str]) -> None:
        """Stdout is always ready."""

    def done_of(self, _offices: int) -> str:
        """Say what was done when it is stopped."""
        return "nothing was changed"

    def take(self, code: str, answered: Sequence[Answer]) -> None:
        """Print the blocks of an office; an array of JSON is printed at the end."""
        if not self._shape.is_data:
            text = blocks_text(answered, self._asked, self._shape, self._settings)
            output.write(text if self._is_first else f"\n{text}")
            self._is_first = False
            return
        records = [{"office": code, **block_data(answer.block)} for answer in answered]
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

    def __init__(self, folder: Path, settings: Settings, asked: Asked, shape: Shape) -> None:
        self._folder = folder
        self._settings = settings
        self._asked = asked
        self._shape = shape
        self._inputs = inputs_of(shape, settings)
        self._count = 0

    def prepare(self, codes: Sequence[str]) -> None:
        """Make the folder; refuse all when one file could not be written."""
        _prepare(self._folder)
        for code in codes:
            refuse_target(self._path(code), self._inputs, is_forced=self._shape.force)
        remove_leftovers(self._folder)

    def take(self, code: str, answered: Sequence[Answer]) -> None:
        """Write the file of an office."""
        text = blocks_text(answered, self._asked, self._shape, self._settings)
        try:
            with open_sink(
                self._path(code),
                self._inputs,
                is_forced=self._shape.force,
                # The folder was tidied once: looking for leftovers at each would take ever longer.
                tidies=False,
            ) as sink:
                sink.write(text)
        except FileError as error:
            done = "1 file was" if self._count == 1 else f"{self._count} files were"
            raise FileError(error.path, f"{error.reason}; {done} written before") from error
        self._count += 1

    def done_of(self, offices: int) -> str:
        """Say what was done when it is stopped."""
        return counted_files(self._count, offices, "written")

    def _path(self, code: str) -> Path:
        return self._folder / f"{file_name(code)}{SUFFIXES[self._shape.output_format]}"

    def finish(self) -> None:
        """Say how many there are."""
        if not self._settings.is_quiet:
            plural = "" if self._count == 1 else "s"
            output.say(f"wrote {self._count} file{plural} to {self._folder}")


def file_name(code: str) -> str:
    """Return the name of an office's file, without suffix: its code, where that can be a name.

    Codes are letters, digits and hyphens. Any other character is written as its number, so that no
    code leads out of the folder, and no two codes have the same name.
    """
    name = "".join(
        letter if letter.isalnum() or letter == "-" else f"_{ord(letter):x}_" for letter in code
    )
    if name in _DEVICES:
        return f"{name}_"
    encoded = name.encode(errors="surrogatepass")
    if len(encoded) <= _LONGEST_NAME:
        return name
    from hashlib import sha256

    cut = encoded[:_LONGEST_NAME].decode(errors="ignore")
    return f"{cut}_{sha256(encoded).hexdigest()[:16]}"


def _answers(
    directory: Directory, offices: Sequence[Office], settings: Settings, asked: Asked
) -> Iterator[tuple[str, list[BlockRequest], list[Answer] | PressdeskError]]:
    """Answer for each office in the order given, the people of many read at once."""
    answers = Answers(directory, settings.language)
    waiting = iter(offices)
    while chunk := list(islice(waiting, _AT_ONCE)):
        answers.prepare_offices(chunk)
        for office in chunk:
            requests = asked.requests([office.code])
            try:
                yield office.code, requests, [answers.answer(request) for request in requests]
            except PressdeskError as error:
                if error.scope > Scope.ROW:
                    raise
                yield office.code, requests, error


def _prepare(folder: Path) -> None:
    if is_taken(folder) and not is_folder(folder):
        raise FileError(folder, "is a file; with --all name a folder")
    try:
        make_private_folder(folder)
    except OSError as error:
        raise FileError(folder, f"cannot be made ({error.strerror})") from error
