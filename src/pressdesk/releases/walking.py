"""The releases among files and folders that were named, in an order that does not change."""

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

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


def find_releases(
    names: Sequence[str], walk: Walk, on_skip: Callable[[str, str], None]
) -> Iterator[str]:
    """Give files as they are named, and the releases in folders; raise FileError for neither.

    on_skip: is told of a link that leads out of its folder, and why it is passed over.
    """
    for name in names:
        if name == "-" or not os.path.isdir(name):  # noqa: PTH112  # a Path for each is slow
            yield name
        else:
            yield from _walk(name, "", os.path.realpath(name), walk, on_skip)


def _walk(
    folder: str, below: str, root: str, walk: Walk, on_skip: Callable[[str, str], None]
) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as error:
        raise FileError(folder, f"cannot be read ({error.strerror})") from error
    for entry in entries:
        path = f"{below}{entry.name}"
        if entry.name.startswith(".") or _matches(path, walk.exclude):
            continue
        if entry.is_symlink() and _is_passed_over(entry, path, root, walk, on_skip):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _VENDORED:
                yield from _walk(entry.path, f"{path}/", root, walk, on_skip)
        elif _is_wanted(path, walk):
            yield entry.path


def _is_passed_over(
    entry: "os.DirEntry[str]",
    path: str,
    root: str,
    walk: Walk,
    on_skip: Callable[[str, str], None],
) -> bool:
    """Judge a link: to a file of the same folder it is followed, anything else is passed over."""
    target = os.path.realpath(entry.path)
    is_folder = os.path.isdir(target)  # noqa: PTH112
    if f"{target}{os.sep}".startswith(f"{root}{os.sep}"):
        return is_folder  # it is walked where it stands
    if is_folder or _is_wanted(path, walk):
        on_skip(entry.path, "is a link that leads out of its folder")
    return True


def _is_wanted(path: str, walk: Walk) -> bool:
    if Path(path).suffix.lower() not in SUFFIXES:
        return False
    return not walk.include or _matches(path, walk.include)


def _matches(path: str, globs: Sequence[str]) -> bool:
    """Ask whether a name, or the path below the folder, fits one of the globs."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(name, one) or fnmatchcase(path, one.rstrip("/")) for one in globs)
