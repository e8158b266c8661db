"""The options of `pressdesk export`: what is written, and where to."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from pressdesk.cli.completion import complete_contact
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.shared import Force
from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError
from pressdesk.exchange.presets import PRESETS
from pressdesk.exchange.vcard.writing import Version
from pressdesk.text.visible import quoted

# The format of a file by the ending of its name.
_ENDINGS = {
    "csv": "csv", "tsv": "tsv", "xlsx": "xlsx", "vcf": "vcard", "json": "json", "jsonl": "jsonl",
    "txt": "csv", "html": "html",
}  # fmt: skip
TABLES = frozenset({"csv", "tsv", "xlsx"})


class ExportShape(Options):
    """What is written, and where to."""

    output_format: Annotated[
        str | None,
        choice(_ENDINGS.values(), "--format", "As -o ends, else csv; xlsx keeps every digit."),
    ] = None
    program: Annotated[
        str | None,
        choice(
            ("excel", *PRESETS), "--for", "The columns that a program takes; excel: with its mark."
        ),
    ] = None
    vcard_version: Annotated[
        Version, choice(get_args(Version), "--vcard-version", "3.0 for older address books.")
    ] = "4.0"
    fields: Annotated[
        str | None,
        typer.Option(metavar="A,B,C", help="Which columns of a table, as in contact list."),
    ] = None
    one_per: Annotated[
        str | None,
        choice(
            ("posting", "contact", "email", "office"),
            "--one-per",
            "What a row is; email: no address comes twice.",
        ),
    ] = None
    offices: Annotated[
        bool, typer.Option("--offices", help="The offices, as import reads them.")
    ] = False
    internal: Annotated[
        bool,
        typer.Option("--internal", help="Internal values and unlisted contacts too."),
    ] = False
    person: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="All that is held about one person, history too: html or json.",
            autocompletion=complete_contact,
        ),
    ] = None
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, instead of stdout."),
    ] = None
    force: Force = False

    @property
    def form(self) -> str:
        """The format: as it was named, else as the file's ending says, else CSV."""
        if self.output_format or self.program or self.target is None:
            return self.output_format or "csv"
        return _ENDINGS.get(self.ending, "csv")

    @property
    def ending(self) -> str:
        """How the name of the file ends, without the dot; empty without one."""
        return Path(self.target or "").suffix.lower().removeprefix(".")


def check_options(shape: ExportShape) -> None:
    """Refuse options that do not go together; raise OptionsError."""
    is_table = shape.form in TABLES
    if shape.form == "html":
        raise OptionsError("html is for --person; `pressdesk page` writes all contacts as a page")
    is_named = shape.output_format or shape.program or shape.ending in {"", *_ENDINGS}
    if not is_named:
        raise OptionsError(
            f"-o {quoted(shape.target or '')}: nothing is written as .{shape.ending}; end it in "
            f"{', '.join(f'.{ending}' for ending in _ENDINGS)}, or say which --format it is"
        )
    if shape.program and shape.output_format not in {None, "csv"}:
        raise OptionsError(f"--for {shape.program} is a CSV: leave --format out")
    if shape.fields and (not is_table or (shape.program and shape.program != "excel")):
        raise OptionsError("--fields is for csv, tsv and xlsx without --for")
    if shape.one_per and not is_table:
        raise OptionsError("--one-per is for tables: csv, tsv and xlsx")
    if shape.offices and (shape.program or shape.one_per or shape.fields or not is_table):
        raise OptionsError("--offices goes with --format csv, tsv or xlsx, and -o")
    if shape.form == "xlsx" and shape.target is None and output.is_terminal():
        raise OptionsError("a spreadsheet is not for a terminal: name a file with -o")
    if shape.force and shape.target is None:
        raise OptionsError("--force is for -o: name the file that may be replaced")
