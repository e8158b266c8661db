"""`pressdesk doctor`: what of the directory should be looked at, and what mends it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated

import typer

from pressdesk.cli.options.choices import FROM_ONE, one_of
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import write_records
from pressdesk.directory.store import Directory
from pressdesk.directory.upkeep.duplicates import find_duplicates
from pressdesk.directory.upkeep.findings import Finding, find_stale
from pressdesk.settings import Settings

_FIELDS: Mapping[str, Callable[[Finding], str]] = {
    "check": lambda one: one.check,
    "office": lambda one: one.office,
    "key": lambda one: one.key,
    "name": lambda one: one.name,
    "value": lambda one: one.value,
    "reason": lambda one: one.reason,
    "remedy": lambda one: one.remedy,
}
_DEFAULT = ("check", "office", "name", "value", "reason", "remedy")
# What each check is asked with: the directory, the day, and how many days a verified value holds.
_Check = Callable[[Directory, date, int], Iterator[Finding]]
CHECKS: Mapping[str, _Check] = {
    "duplicates": lambda directory, _today, _days: find_duplicates(directory),
    "stale": lambda directory, today, days: find_stale(
        directory, today - timedelta(min(days, today.toordinal() - 1)), today
    ),
}


def doctor(
    context: typer.Context,
    shape: ListShape,
    check: Annotated[
        str | None, typer.Argument(help="One check alone; else all.", **one_of(CHECKS))
    ] = None,
    days: Annotated[
        int, typer.Option(metavar="N", help="How long a verified value holds.", **FROM_ONE)
    ] = 365,
) -> None:
    """Find what of the directory should be looked at, each with the command that mends it.

    \b
      pressdesk doctor
      pressdesk doctor duplicates
      pressdesk doctor stale --days 180 --format csv

    duplicates: pairs of records that may be one person, the surest first, with the reasons. stale:
    addresses and numbers that nobody verified for a year, by office.

    Exit status: 0 nothing was found, 1 something was, 5 the file cannot be read.
    """
    settings: Settings = context.obj
    today = date.today()  # noqa: DTZ011  # the user's own day
    with reading(settings) as directory:
        found = [
            finding
            for name in ([check] if check else CHECKS)
            for finding in CHECKS[name](directory, today, days)
        ]
    if found or shape.manner.chosen in {"json", "csv"}:
        write_records(found, shape.manner, Finding._asdict, _FIELDS, _DEFAULT)
    if found:
        raise typer.Exit(1)
    if not settings.is_quiet:
        output.say("nothing was found")
