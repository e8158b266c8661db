"""The rota of an office: who answers on which days, and on which days nobody was named."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pressdesk.directory.duty.choice import Rosters, Rule, choose, find_shifts
from pressdesk.model import Duty, Office, Shift

_A_DAY = timedelta(1)


class DutyDay(NamedTuple):
    """Who answers for an office on a day.

    how: "rota"; "posted", where nobody is on the rota; "other office", which answers; or "nobody".
    is_gap: nobody of the office answers, or nobody was named on a day between days of the rota.
    """

    day: date
    how: str
    duties: tuple[Duty, ...]
    is_gap: bool


def with_shift(office: Office, shift: Shift) -> Office:
    """Return the office with a shift more, in the order of the days."""
    return _with_rota(office, [*office.rota, shift])


def without_shifts(
    office: Office, contact: str, first: date = date.min, last: date = date.max
) -> Office:
    """Return the office without a contact on some days; a shift may be cut, or fall into two."""
    kept: list[Shift] = []
    for shift in office.rota:
        if shift.contact != contact or shift.ends_on < first or last < shift.starts_on:
            kept.append(shift)
            continue
        if shift.starts_on < first:
            kept.append(shift._replace(ends_on=first - _A_DAY))
        if last < shift.ends_on:
            kept.append(shift._replace(starts_on=last + _A_DAY))
    return _with_rota(office, kept)


def _with_rota(office: Office, shifts: Iterable[Shift]) -> Office:
    return office._replace(rota=tuple(sorted(shifts, key=lambda shift: shift.starts_on)))


def find_duty_days(office: Office, first: date, last: date, rosters: Rosters) -> Iterator[DutyDay]:
    """Yield every day from the first to the last, with who answers for the office."""
    for count in range((last - first).days + 1):
        day = first + timedelta(count)
        choice = choose(office, Rule(day), rosters)
        is_named = bool(find_shifts(office, day, rosters))
        is_between = any(shift.starts_on < day for shift in office.rota) and any(
            day < shift.ends_on for shift in office.rota
        )
        if not choice.duties:
            how = "nobody"
        elif choice.offices[-1] != office:
            how = "other office"
        else:
            how = "rota" if is_named else "posted"
        is_gap = how in {"nobody", "other office"} or (is_between and not is_named)
        yield DutyDay(day, how, tuple(choice.duties), is_gap)
