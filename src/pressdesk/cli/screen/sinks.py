"""Where data goes: a file that appears wholly or not at all, or stdout; and stdin.

Every option that names a file to write opens it here.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pressdesk.cli.screen import output
from pressdesk.errors import FileError, OptionsError
from pressdesk.files.reading import is_folder, is_taken


class Sink:
    """Where text and bytes are written; path: the file, or None for stdout."""

    def __init__(self, path: Path | None = None, file: BinaryIO | None = None) -> None:
        self.path = path
        self._file = file

    def write(self, text: str) -> None:
        """Write text in UTF-8."""
        if self._file is None:
            output.write(text)
        else:
            self._file.write(text.encode())

    @property
    def binary(self) -> BinaryIO:
        """Where bytes go; raise FileError for a stdout that takes none."""
        if self._file is not None:
            return self._file
        stream: BinaryIO | None = getattr(sys.stdout, "buffer", None)
        if stream is None:
            raise output.OutputError("takes no bytes; name a file with -o")
        output.flush()
        return stream


@contextmanager
def open_sink(
    target: str | Path | None,
    inputs: Iterable[Path | None],
    *,
    is_forced: bool = False,
    option: str = "-o",
    tidies: bool = True,
    is_public: bool = False,
) -> Iterator[Sink]:
    """Open the file of an option, or stdout for none and "-"; raise OptionsError or FileError.

    inputs, is_forced, option: see `refuse_target`. tidies, is_public: see
    `writing_file`.
    """
    if target is None or target == "-":
        yield Sink()
        return
    from pressdesk.files.atomic import writing_file  # a block in a pipe does without

    path = Path(target)
    refuse_target(path, inputs, is_forced=is_forced, option=option)
    try:
        with writing_file(path, overwrite=is_forced, tidies=tidies, is_public=is_public) as file:
            yield Sink(path, file)
    except FileExistsError as error:  # somebody made it just now
        raise _taken(path, option) from error


def refuse_target(
    path: Path, inputs: Iterable[Path | None], *, is_forced: bool = False, option: str = "-o"
) -> None:
    """Raise OptionsError or FileError for a file that must not be written.

    inputs: files that the command reads, the directory first. is_forced: --force was given, which
    belongs to -o alone. option: the name of the option; only the file of -o needs its folder.
    """
    from pressdesk.files.atomic import refuse_replacing

    if option == "-o" and not is_folder(path.parent):
        raise FileError(path, "its folder does not exist; make it first, or name another")
    for source in inputs:
        if _is_same(path, source):
            raise OptionsError(f"{option} {path}: that file is read by this command; name another")
    if is_forced:
        refuse_replacing(path)
    elif is_folder(path):
        raise FileError(path, "is a folder; name a file in it")
    elif is_taken(path):
        raise _taken(path, option)


def open_stdin() -> BinaryIO:
    """Return stdin as bytes; raise FileError where it is closed."""
    if sys.stdin is None:
        raise FileError("standard input", "is closed; name a file")
    return sys.stdin.buffer


def _taken(path: Path, option: str) -> FileError:
    way_out = "--force replaces it" if option == "-o" else f"name another for {option}"
    return FileError(path, f"is there already; {way_out}")


def _is_same(path: Path, other: Path | None) -> bool:
    try:
        return other is not None and path.samefile(other)
    except OSError:  # one of them is not there
        return False
