"""The releases among files and folders that were named, in an order that does not change."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, Protocol

from pressdesk.errors import FileError
from pressdesk.releases.formats import SUFFIXES

# Folders of other programs' making: nobody's releases stand there.
_VENDORED = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "dist", "build",
                       "vendor", "_site"})  # fmt: skip


class Walk(NamedTuple):
    """Which files of folders are wanted: globs of names or of paths below the folder.

    include: only those; none means all releases. exclude: not those, nor what is in such folders.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Observer(Protocol):
    """Who is told of what a walk passes by."""

    def skip(self, name: str, reason: str) -> None:
        """Hear of a link that leads out of its folder, and is not followed."""

    def fail(self, error: FileError) -> None:
        """Hear of a folder that cannot be read; the others are."""


def find_releases(names: Sequence[str], walk: Walk, observer: Observer) -> Iterator[str]:
    """Yield files as they are named, and the releases in folders."""
    for name in names:
        if name == "-" or not os.path.isdir(name):  # noqa: PTH112  # a Path for each is slow
            yield name
        else:
            yield from _Folder(os.path.realpath(name), walk, observer).releases(name, "")


class _Folder(NamedTuple):
    """A folder that was named; root: its own name, whatever links lead to it."""

    root: str
    walk: Walk
    observer: Observer

    def releases(self, folder: str, below: str) -> Iterator[str]:
        """Yield the releases in it, or in one of its folders; below: its path, to match globs."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.observer.fail(FileError(folder, f"cannot be read ({error.strerror})"))
            return
        for entry in entries:
            path = f"{below}{entry.name}"
            if entry.name.startswith(".") or _matches(path, self.walk.exclude):
                continue
            if entry.is_symlink() and self._is_passed_over(entry, path):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _VENDORED:
                    yield from self.releases(entry.path, f"{path}/")
            elif _is_wanted(path, self.walk):
                yield entry.path

    def _is_passed_over(self, entry: "os.DirEntry[str]", path: str) -> bool:
        """Judge a link: to a file of the same folder it is followed, else it is passed over."""
        target = os.path.realpath(entry.path)
        is_folder = os.path.isdir(target)  # noqa: PTH112
        if f"{target}{os.sep}".startswith(f"{self.root}{os.sep}"):
            return is_folder  # it is walked where it stands
        if is_folder or _is_wanted(path, self.walk):
            self.observer.skip(entry.path, "is a link that leads out of its folder")
        return True


def _is_wanted(path: str, walk: Walk) -> bool:
    if Path(path).suffix.lower() not in SUFFIXES:
        return False
    return not walk.include or _matches(path, walk.include)


def _matches(path: str, globs: Sequence[str]) -> bool:
    """Whether a name, or the path below the folder, fits one of the globs."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(name, glob) or fnmatchcase(path, glob.rstrip("/")) for glob in globs)
