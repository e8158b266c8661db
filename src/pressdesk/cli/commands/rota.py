"""`pressdesk rota …`: who answers for an office on some days, over those who are posted there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_office
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.shared import Who
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import write_fields, write_records
from pressdesk.cli.screen.sinks import Sink
from pressdesk.directory.duty.rota import DutyDay, find_duty_days, with_shift, without_shifts
from pressdesk.directory.store import Directory
from pressdesk.errors import InvalidValueError, NotFoundError
from pressdesk.model import Office, Shift
from pressdesk.settings import Settings
from pressdesk.values.days import parse_day

OfficeName = Annotated[
    str,
    typer.Argument(
        metavar="OFFICE", help="Code, city, name or words of it.", autocompletion=complete_office
    ),
]
_MOST_DAYS = 3660
_SHOWN = timedelta(29)
_WIDEST_BAR = 30
_FIELDS: Mapping[str, Callable[[DutyDay], str]] = {
    "day": lambda duty_day: str(duty_day.day),
    "weekday": lambda duty_day: f"{duty_day.day:%a}",
    "how": lambda day: day.how,
    "who": lambda day: ", ".join(duty.contact.name for duty in day.duties),
    "gap": lambda day: "gap" if day.is_gap else "",
    "keys": lambda day: " ".join(duty.contact.key for duty in day.duties),
}
_DEFAULT = ("day", "how", "who", "gap")
# On a screen: days of the same kind in one row.
_RUN_FIELDS: Mapping[str, Callable[[Sequence[DutyDay]], str]] = {
    "days": lambda run: f"{run[0].day} to {run[-1].day}" if len(run) > 1 else str(run[0].day),
    "": lambda run: ("░" if run[0].is_gap else "█") * min(len(run), _WIDEST_BAR),
    "who": lambda run: _FIELDS["who"](run[0]) or "nobody",
    "how": lambda run: f"{run[0].how}, a gap" if run[0].is_gap else run[0].how,
}


class RotaShape(ListShape):
    """How the days of a rota are written: as a calendar too."""

    output_format: Annotated[
        str | None,
        choice(
            ("table", "tsv", "csv", "json", "jsonl", "ics"),
            "--format",
            "table on a terminal, tsv in a pipe, or one by name; ics: for calendars.",
        ),
    ] = None


def add(
    context: typer.Context,
    office: OfficeName,
    who: Who,
    from_: Annotated[str, typer.Option("--from", metavar="DATE", help="First day, YYYY-MM-DD.")],
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Last day, YYYY-MM-DD.")],
) -> None:
    """Put somebody on the rota of an office: on these days they answer, and who is posted does not.

    \b
      pressdesk rota add geneva zoe --from 2026-12-24 --until 2026-12-27

    Postings stay as they are. Several people may be on the rota of one day; they are printed in the
    order in which they were put there. Somebody of another office can be on it, too.
    """
    settings: Settings = context.obj
    first, last = parse_day("from", from_), parse_day("until", until)
    with changing(settings, "rota add") as directory:
        before, contact = directory.get_office(office), directory.get_contact(who)
        stored = directory.change_office(
            before, with_shift(before, Shift(contact.key, first, last))
        )
    if contact.has_left(last):
        output.warn(f"{contact.name} leaves on {contact.left_on}")
    if not settings.is_quiet:
        output.say(f"on the rota of {stored.code}, {first} to {last}: {contact.name}")


def remove(
    context: typer.Context,
    office: OfficeName,
    who: Who,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Until this day.")
    ] = None,
) -> None:
    """Take somebody off the rota of an office: on all days, or on some.

    \b
      pressdesk rota remove geneva zoe
      pressdesk rota remove geneva zoe --from 2026-12-26 --until 2026-12-26
    """
    settings: Settings = context.obj
    first = parse_day("from", from_) if from_ else date.min
    last = parse_day("until", until) if until else date.max
    with changing(settings, "rota remove") as directory:
        before, contact = directory.get_office(office), directory.get_contact(who)
        after = without_shifts(before, contact.key, first, last)
        if after == before:
            remedy = f"`pressdesk rota list {before.code}` shows who is on it"
            raise NotFoundError("shift of those days", contact.name, remedy=remedy)
        directory.change_office(before, after)
    if not settings.is_quiet:
        output.say(f"off the rota of {before.code}: {contact.name}")


def list_rota(
    context: typer.Context,
    office: OfficeName,
    shape: RotaShape,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day; else today.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Last day; else 30 days, or the rota's end."),
    ] = None,
) -> None:
    """Show day by day who answers for an office, and where there is a gap.

    \b
      pressdesk rota list geneva --from 2026-12-20 --until 2027-01-06
      pressdesk rota list geneva --format ics > geneva.ics

    A gap is a day on which nobody of the office answers, and a day between days of the rota for
    which nobody was named: then whoever is posted there answers, as always. With --format ics the
    shifts are events for a calendar.

    Exit status: 0 every day is answered, 1 there is a gap.
    """
    settings: Settings = context.obj
    today = date.today()  # noqa: DTZ011  # the user's own day
    first = parse_day("from", from_) if from_ else today
    with reading(settings) as directory:
        found = directory.get_office(office)
        ends = [shift.ends_on for shift in found.rota]
        last = parse_day("until", until) if until else max((first + _SHOWN, *ends))
        if not 0 <= (last - first).days < _MOST_DAYS:
            reason = f"is not within ten years after {first}"
            raise InvalidValueError("until", str(last), reason, "name another day")
        if shape.output_format == "ics":
            _write_calendar(directory, found, first, last)
            return
        days = list(find_duty_days(found, first, last, directory.rosters()))
    if shape.chosen == "table" and shape.fields is None:
        write_fields(_runs(days), shape, _RUN_FIELDS, tuple(_RUN_FIELDS))
    else:
        write_records(days, shape, _data, _FIELDS, _DEFAULT)
    gaps = [duty_day.day for duty_day in days if duty_day.is_gap]
    if gaps and not settings.is_quiet:
        output.say(f"gaps: {', '.join(_spans(gaps))}")
    if gaps:
        raise typer.Exit(1)


def _write_calendar(directory: Directory, office: Office, first: date, last: date) -> None:
    """Write the shifts that reach into some days as a calendar."""
    from pressdesk.exchange.ics_format import dump_rota

    shifts = [shift for shift in office.rota if first <= shift.ends_on and shift.starts_on <= last]
    named = [(shift, directory.contact_by_key(shift.contact).name) for shift in shifts]
    Sink().binary.write(dump_rota(office, named))


def _runs(days: Iterable[DutyDay]) -> Iterator[Sequence[DutyDay]]:
    """Yield days that follow each other and on which the same people answer in the same way."""
    keys = _FIELDS["keys"]
    for _, run in groupby(days, key=lambda day: (day.how, day.is_gap, keys(day))):
        yield list(run)


def _spans(days: Sequence[date]) -> Iterator[str]:
    """Yield days as spans: "2026-12-27", "2026-12-29 to 2026-12-31"."""
    numbered = groupby(enumerate(days), key=lambda pair: pair[1].toordinal() - pair[0])
    for _, pairs in numbered:
        span = [day for _, day in pairs]
        yield f"{span[0]} to {span[-1]}" if len(span) > 1 else str(span[0])


def _data(duty_day: DutyDay) -> dict[str, object]:
    return {
        "day": str(duty_day.day),
        "how": duty_day.how,
        "contacts": [duty.contact.key for duty in duty_day.duties],
        "office": duty_day.duties[0].office.code
        if duty_day.duties and duty_day.duties[0].office
        else None,
        "gap": duty_day.is_gap,
    }
