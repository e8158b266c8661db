"""Which files of a folder a command looks at."""

from dataclasses import dataclass
from typing import Annotated

import typer

from pressdesk.releases.walking import Walk


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Folders:
    """Globs for the files of folders."""

    include: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Of folders only such files; may be repeated."),
    ] = None
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Of folders no such files or folders."),
    ] = None

    @property
    def walk(self) -> Walk:
        """The same for whoever walks."""
        return Walk(tuple(self.include or ()), tuple(self.exclude or ()))
