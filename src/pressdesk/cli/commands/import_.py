"""`pressdesk import`: files of contacts and offices into the directory."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_office
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import changing, find_office, load_readers
from pressdesk.cli.options.shared import AllowPossible, KeepNumbers, SharedExtension
from pressdesk.cli.screen import output
from pressdesk.cli.screen.progress import progress
from pressdesk.cli.screen.sinks import open_sink, open_stdin, refuse_target
from pressdesk.directory.store import Directory
from pressdesk.errors import OptionsError, RowsRefusedError
from pressdesk.exchange.csv.rejects import dump_rejects
from pressdesk.exchange.csv.text_table import MOST_BYTES
from pressdesk.exchange.reading import KINDS, ReadOptions, read_sheets
from pressdesk.exchange.report import Report
from pressdesk.exchange.sheet import Sheet
from pressdesk.files.reading import read_bytes, read_stream
from pressdesk.importing import ImportOptions, take_in
from pressdesk.settings import Settings
from pressdesk.text.visible import quoted
from pressdesk.values.places import parse_country

_REJECTS = "--rejects"


class Taking(Options):
    """How rows are taken."""

    update: Annotated[
        bool,
        typer.Option(
            "--update/--skip-known",
            help="Change contacts and offices that are there already, or leave them as they are.",
        ),
    ] = True
    create_offices: Annotated[
        bool,
        typer.Option(
            "--create-offices",
            help="Make offices that are not there; their country: a column, or --region.",
        ),
    ] = False
    same_name_is_same: Annotated[
        bool,
        typer.Option(
            "--same-name-is-same",
            help="Take a row for whoever has its name at the office, whatever the values.",
        ),
    ] = False
    keep_numbers: KeepNumbers = False
    take_former: Annotated[
        bool,
        typer.Option(
            "--take-former",
            help="Store addresses and numbers again that were given up since; else they are named.",
        ),
    ] = False
    allow_possible: AllowPossible = False
    shared_extension: SharedExtension = False

    @property
    def options(self) -> ImportOptions:
        """The same as one value, for the import."""
        return ImportOptions(
            self.allow_possible,
            self.shared_extension,
            skips_known=not self.update,
            creates_offices=self.create_offices,
            same_name_is_same=self.same_name_is_same,
            keep_numbers=self.keep_numbers,
            takes_former=self.take_former,
        )


class Source(Options):
    """What the files are, where they do not say it themselves."""

    kind: Annotated[
        str | None, choice(KINDS, "--from", "What the files are, instead of recognising it.")
    ] = None
    office: Annotated[
        str | None,
        typer.Option(
            "--office",
            metavar="OFFICE",
            help="The office of contacts that name none.",
            autocompletion=complete_office,
        ),
    ] = None
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="THEIRS=OURS", help="What a column means; may be repeated."),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of CSV files, as in windows-1251."),
    ] = None
    delimiter: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of CSV files: comma, semicolon or tab."),
    ] = None
    region: Annotated[
        str | None,
        typer.Option(
            metavar="CC",
            help="The country of numbers without +, instead of the office's; with "
            "--create-offices of the new offices and their numbers.",
        ),
    ] = None

    def options(self, office: str | None) -> ReadOptions:
        """Return what was said of the files; office: a code. Raises OptionsError."""
        headers = {}
        for pair in self.columns or ():
            theirs, equals, ours = pair.rpartition("=")
            if not equals or not theirs.strip() or not ours.strip():
                raise OptionsError(
                    f'--map {quoted(pair)}: expected THEIRS=OURS, as in "Handy=mobile"'
                )
            headers[theirs.strip()] = ours.strip()
        return ReadOptions(self.kind, self.encoding, self.delimiter, headers, office)


def import_files(
    context: typer.Context,
    source: Source,
    taking: Taking,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files of offices or contacts; - is stdin."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Say what would happen, store nothing.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Store all rows, or none if one is refused.")
    ] = False,
    rejects: Annotated[
        str | None,
        typer.Option(_REJECTS, metavar="FILE", help="Where to write the refused rows."),
    ] = None,
    output_format: Annotated[
        str,
        choice(
            ("table", "json"), "--format", "Of the report: table for people, json for programs."
        ),
    ] = "table",
) -> int:
    """Take offices and contacts in: CSV, Excel, vCard, JSON, and what other programs export.

    \b
      pressdesk import offices.csv contacts.csv --dry-run
      pressdesk import contacts.csv --rejects refused.csv
      pressdesk import google.csv --office geneva
      pressdesk import staff.xlsx --office geneva --map "Handy=mobile"
      pressdesk import new.csv --create-offices --skip-known
      pressdesk import - < contacts.vcf

    What a file is, is recognised by what it holds. pressdesk's own columns of contacts are office,
    name, title, email, phone, ext and more; offices have name and country and more
    (docs/formats.md). Good rows are stored together; each refused row is listed with its line and
    reason, and the exit status is 1. The report is on stderr, with --format json on stdout.
    """
    settings: Settings = context.obj
    office = find_office(source.office, settings)
    options = source.options(office.code if office else None)
    region = parse_country(source.region) if source.region else None
    import_options = replace(taking.options, region=region)
    sheets = [sheet for name in files for sheet in read_sheets(name, _content(name), options)]
    if rejects and dry_run:
        raise OptionsError("--dry-run writes no file: leave --rejects out")
    if rejects == "-":
        raise OptionsError("--rejects writes a file, and sometimes two: name one")
    if rejects:
        refuse_target(Path(rejects), (), option=_REJECTS)
    _say_how_they_were_read(sheets, is_quiet=settings.is_quiet)
    opened = (
        Directory.rehearse(settings.path, timeout=settings.timeout)
        if dry_run
        else changing(settings, "import", kind="import", create=True)
    )
    load_readers()
    with opened as directory:
        rows = sum(len(sheet.records) for sheet in sheets)
        with progress("importing", rows, is_quiet=settings.is_quiet) as advance:
            report = take_in(directory, sheets, import_options, advance)
        if strict and report.refused:
            _write_report(report, settings, as_json=output_format == "json")
            raise RowsRefusedError(len(report.refused), len(report.items))
        if rejects and report.refused:
            _write_rejects(Path(rejects), sheets, report)
    _write_report(report, settings, as_json=output_format == "json")
    if not settings.is_quiet:
        output.say(_summary(is_changed=directory.is_changed, dry_run=dry_run))
    return 1 if report.refused else 0


def _content(name: str) -> bytes:
    """Read a file, or stdin for "-"."""
    if name != "-":
        return read_bytes(Path(name), MOST_BYTES)
    return read_stream(name, open_stdin(), MOST_BYTES)


def _say_how_they_were_read(sheets: list[Sheet], *, is_quiet: bool) -> None:
    """Say what each file was recognised as, and what of it is left out."""
    for sheet in sheets:
        for note in sheet.notes if is_quiet else (sheet.read_as, *sheet.notes):
            output.say(f"{sheet.name}: {note}")
    ignored = [output.one_line(column) for sheet in sheets for column in sheet.ignored]
    if ignored and not is_quiet:
        output.say(f'--map takes an ignored column in, as in --map "{ignored[0]}=title"')


def _write_report(report: Report, settings: Settings, *, as_json: bool) -> None:
    if as_json:
        output.write_json(report.as_data())
        return
    for line in report.lines(is_brief=settings.is_quiet):
        output.say(line)


def _summary(*, is_changed: bool, dry_run: bool) -> str:
    if dry_run:
        return "this was a dry run: nothing was stored"
    return "stored" if is_changed else "nothing changed"


def _write_rejects(path: Path, sheets: list[Sheet], report: Report) -> None:
    """Write the refused rows; offices and contacts have other columns, and go to two files."""
    by_kind = {
        is_offices: [sheet for sheet in sheets if sheet.is_offices is is_offices]
        for is_offices in (False, True)
    }
    names = {kind: {sheet.name for sheet in of_kind} for kind, of_kind in by_kind.items()}
    refused = {
        kind: [item for item in report.refused if item.file in names[kind]] for kind in by_kind
    }
    kinds = [kind for kind in (False, True) if refused[kind]]
    targets = (path, path.with_stem(f"{path.stem}-offices"))[: len(kinds)]
    for target in targets:  # all of them before one is written: half of the rows is no help
        refuse_target(target, (), option=_REJECTS)
    for target, kind in zip(targets, kinds, strict=True):
        with open_sink(target, (), option=_REJECTS) as sink:
            sink.write(dump_rejects(by_kind[kind], refused[kind]))
        output.say(f"refused rows are in {target}: mend them and import that file")
