"""Shifts of a rota: laws of putting days on it and taking them off."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from pressdesk.directory.duty.rota import with_shift, without_shifts
from pressdesk.model import Office, Shift

START = date(2026, 12, 1)
OFFICE = Office("here", "Here", "US")
DAYS = st.integers(0, 20).map(lambda count: START + timedelta(count))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))
SHIFTS = st.builds(lambda who, span: Shift(who, *span), st.sampled_from("ab"), SPANS)


def days_of(office: Office, who: str) -> set[date]:
    """Return the days on which somebody is on the rota."""
    days = {START + timedelta(count) for count in range(25)}
    return {day for day in days if any(s.contact == who and s.is_on(day) for s in office.rota)}


@given(shifts=st.lists(SHIFTS, max_size=6), span=SPANS)
def test_days_taken_off_are_exactly_those(shifts: list[Shift], span: tuple[date, date]) -> None:
    """Of that contact alone, whatever shifts there are."""
    office = OFFICE
    for shift in shifts:
        office = with_shift(office, shift)
    first, last = span
    taken = {day for day in days_of(office, "a") if first <= day <= last}
    after = without_shifts(office, "a", first, last)
    assert days_of(after, "a") == days_of(office, "a") - taken
    assert days_of(after, "b") == days_of(office, "b")
    assert all(shift.starts_on <= shift.ends_on for shift in after.rota)
    assert list(after.rota) == sorted(after.rota, key=lambda shift: shift.starts_on)
