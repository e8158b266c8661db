"""Which releases a command looks at: files, and those of folders."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from pressdesk.cli.lazy_commands import Options
from pressdesk.releases.walking import Observer, Walk, find_releases

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="RELEASE|FOLDER...",
        help="Files, or folders with their releases; - is stdin, with --as.",
    ),
]


class Folders(Options):
    """Globs for the files of folders."""

    include: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Of folders only such files; may be repeated."),
    ] = None
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Of folders no such files or folders."),
    ] = None

    def find(self, names: Sequence[str], observer: Observer) -> Iterator[str]:
        """Yield the files that are named, and those of folders; observer: see `find_releases`."""
        walk = Walk(tuple(self.include or ()), tuple(self.exclude or ()))
        return find_releases(names, walk, observer)
