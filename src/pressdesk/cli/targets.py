"""Which files `-o` must not write."""

from collections.abc import Iterable
from pathlib import Path

from pressdesk.errors import FileError, OptionsError
from pressdesk.files import refuse_replacing


def refuse_target(path: Path, inputs: Iterable[Path | None], *, is_forced: bool) -> None:
    """Raise OptionsError or FileError for a file that must not be written.

    inputs: files that the command reads, the directory first.
    """
    for other in inputs:
        if _is_same(path, other):
            raise OptionsError(f"-o {path}: that file is read by this command; name another")
    if is_forced:
        refuse_replacing(path)
    elif path.is_dir():
        raise FileError(path, "is a folder; name a file in it")
    elif path.exists() or path.is_symlink():
        raise FileError(path, "is there already; --force replaces it")


def _is_same(path: Path, other: Path | None) -> bool:
    try:
        return other is not None and path.samefile(other)
    except OSError:  # one of them is not there
        return False
