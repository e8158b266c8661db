"""`pressdesk doctor`: what of the directory should be looked at, and what mends it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Annotated

import typer

from pressdesk.answers.translations import check_translations
from pressdesk.cli.options.choices import FROM_ONE, one_of
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.texts import day_or_today
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import write_records
from pressdesk.directory.store import Directory
from pressdesk.directory.upkeep.backup import verify_sound
from pressdesk.directory.upkeep.checks import check_contacts, check_offices
from pressdesk.directory.upkeep.duplicates import find_duplicates
from pressdesk.directory.upkeep.findings import Finding, find_stale
from pressdesk.errors import OptionsError
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

_FIELDS: Mapping[str, Callable[[Finding], str]] = {
    field: attrgetter(field) for field in Finding._fields
}
_DEFAULT = ("check", "office", "name", "value", "reason", "remedy")
# Each look finds what belongs to one or more checks.
_Look = Callable[[Directory, date], Iterator[Finding]]
_LOOKS: Mapping[str, _Look] = {
    **dict.fromkeys(("search", "addresses", "numbers", "reach", "left"), check_contacts),
    **dict.fromkeys(("duty", "extensions"), check_offices),
    "translations": check_translations,
    "duplicates": lambda directory, _today: find_duplicates(directory),
}
CHECKS = (*_LOOKS, "stale")


def doctor(
    context: typer.Context,
    shape: ListShape,
    check: Annotated[
        str | None,
        typer.Argument(**one_of(CHECKS) | {"metavar": "[CHECK]", "help": "One check; else all."}),
    ] = None,
    days: Annotated[
        int, typer.Option(metavar="N", help="How long a verified value holds.", **FROM_ONE)
    ] = 365,
    refresh: Annotated[
        bool,
        typer.Option(
            "--refresh", help="Write numbers as is usual today, and make the search index anew."
        ),
    ] = False,
) -> None:
    """Find what of the directory should be looked at, each with the command that mends it.

    \b
      pressdesk doctor
      pressdesk doctor duplicates
      pressdesk doctor stale --days 180 --format csv
      pressdesk doctor --refresh

    First the file: whether SQLite finds all of it sound. Then search: what searching knows.
    addresses, numbers: what today's rules refuse. reach: whom no block can show. left: who left,
    is posted still, and has no successor. duty: offices without anybody within 30 days.
    extensions: outside the plan, or of several. translations: missing in a language of the office.
    duplicates: pairs of records that may be one person, the surest first. stale: addresses and
    numbers that nobody verified for a year, by office.

    Exit status: 0 nothing was found, 1 something was, 5 the file is damaged or cannot be read.
    """
    settings: Settings = context.obj
    if refresh:
        if check:
            raise OptionsError("--refresh is not a check: leave the check out")
        _refresh(settings)
        return
    today = day_or_today(None)
    wanted = (check,) if check else CHECKS
    with reading(settings) as directory:
        verify_sound(directory.connection, settings.path)
        looks = dict.fromkeys(_LOOKS[name] for name in wanted if name in _LOOKS)
        found = [
            finding
            for look in looks
            for finding in look(directory, today)
            if finding.check in wanted
        ]
        if "stale" in wanted:
            before = today - timedelta(min(days, today.toordinal() - 1))
            found += find_stale(directory, before, today)
        about = _about(directory)
    if found or shape.chosen in {"json", "csv"}:
        order = {name: place for place, name in enumerate(CHECKS)}
        found.sort(key=lambda finding: order[finding.check])
        if shape.chosen == "table" and shape.fields is None:
            output.write_lines(f"{visible(line)}\n" for line in _lines(found))
        else:
            write_records(found, shape, Finding._asdict, _FIELDS, _DEFAULT)
    if not settings.is_quiet:
        output.say(f"{len(found) or 'nothing was'} found{'' if check else f'; {about}'}")
    if found:
        raise typer.Exit(1)


def _lines(found: Iterable[Finding]) -> Iterator[str]:
    """Yield what a person reads: each check, what it found, and under that what mends it."""
    for check, findings in groupby(found, key=attrgetter("check")):
        yield f"{check}:"
        for finding in findings:
            where = f" ({finding.office})" if finding.office else ""
            value = f": {finding.value}," if finding.value else ""
            yield f"  {finding.name}{where}{value} {finding.reason}"
            yield f"    {finding.remedy}"


def _about(directory: Directory) -> str:
    """Say what the file is, and how it is written."""
    (version,) = directory.connection.execute("SELECT sqlite_version()").fetchone()
    (mode,) = directory.connection.execute("PRAGMA journal_mode").fetchone()
    contacts, offices = directory.count_contacts(), len(directory.offices())
    return f"contacts: {contacts}, offices: {offices}, SQLite {version}, journal mode {mode}"


def _refresh(settings: Settings) -> None:
    from pressdesk.directory.upkeep.refreshing import refresh

    with changing(settings, "doctor --refresh") as editor:
        changed = refresh(editor)
    if not settings.is_quiet:
        output.say(f"refreshed; contacts with a number that is written otherwise: {changed}")
