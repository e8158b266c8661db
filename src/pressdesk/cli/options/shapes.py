"""Groups of options that say how records are written."""

from typing import Annotated

import typer

from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import choice
from pressdesk.cli.screen import output

_FORMATS = ("table", "tsv", "csv", "json", "jsonl")
_BY_PLACE = "table on a terminal, tsv in a pipe, or one by name."


class ListShape(Options):
    """How a list of records is written."""

    output_format: Annotated[str | None, choice(_FORMATS, "--format", _BY_PLACE)] = None
    fields: Annotated[
        str | None, typer.Option(metavar="A,B,C", help="Which fields, for table, tsv and csv.")
    ] = None
    header: Annotated[
        bool, typer.Option("--header", help="Begin tsv with the names of the fields.")
    ] = False
    null: Annotated[
        bool, typer.Option("--null", "-0", help="End records with NUL, for xargs -0.")
    ] = False
    full: Annotated[bool, typer.Option("--full", help="Do not cut the cells of a table.")] = False

    @property
    def chosen(self) -> str:
        """The format: a table on a terminal, TSV in a pipe, unless one is named."""
        if self.output_format:
            return self.output_format
        return "table" if output.is_terminal() and not self.null else "tsv"


class ContactShape(ListShape):
    """How contacts are written: in some formats more."""

    output_format: Annotated[
        str | None, choice((*_FORMATS, "vcard", "email", "mutt", "aerc"), "--format", _BY_PLACE)
    ] = None
    internal: Annotated[
        bool, typer.Option("--internal", help="Internal addresses and numbers too.")
    ] = False
