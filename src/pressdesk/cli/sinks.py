"""Where exports go: a file that appears wholly or not at all, or stdout."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pressdesk.cli import output
from pressdesk.cli.targets import refuse_target
from pressdesk.errors import FileError, OutputError
from pressdesk.files import writing_file
from pressdesk.settings import Settings


class Sink:
    """Takes text and bytes; path: the file, or None for stdout."""

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
            raise OutputError("takes no bytes; name a file with -o")
        output.flush()
        return stream


@contextmanager
def open_sink(target: str | None, settings: Settings, *, is_forced: bool) -> Iterator[Sink]:
    """Open the file of -o, or stdout for none and "-"; raise OptionsError or FileError."""
    if target is None or target == "-":
        yield Sink()
        return
    path = Path(target)
    if not path.parent.is_dir():
        raise FileError(path, "its folder does not exist; make it first, or name another")
    refuse_target(path, [settings.path], is_forced=is_forced)
    try:
        with writing_file(path, overwrite=is_forced) as file:
            yield Sink(path, file)
    except FileExistsError as error:  # somebody made it just now
        raise FileError(path, "is there already; --force replaces it") from error
