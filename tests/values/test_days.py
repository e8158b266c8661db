import re
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.days import parse_day


@given(st.dates())
@settings(deadline=None)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    """ISO 8601, from the first day of the calendar to the last."""
    assert parse_day("from", day.isoformat()) == day
    assert parse_day("from", f"  {day.isoformat()} ") == day


REFUSED = [
    ("", "is not a date"),
    ("today", "is not a date"),
    ("2026", "is not a date"),
    ("2026-11", "is not a date"),
    ("2026-1-3", "is not a date"),
    ("20261123", "is not a date"),
    ("2026-W48-1", "is not a date"),
    ("2026-11-23T10:00", "is not a date"),
    ("07/01/2026", "is not a date"),
    ("31.02.2026", "is not a date"),
    ("31/31/2026", "is not a date"),
    ("11/23/26", "is not a date"),
    ("26-11-23", "is not a date"),
    ("２０２６-11-23", "is not a date"),
    ("2026‑11‑23", "is not a date"),
    ("2026-11-23\x00", "is not a date"),
    ("2026-02-29", "is not in the calendar"),
    ("2026-11-31", "is not in the calendar"),
    ("2026-13-01", "is not in the calendar"),
    ("2026-00-10", "is not in the calendar"),
    ("0000-01-01", "is not in the calendar"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=ascii)
@pytest.mark.parametrize("field", ["from", "until"])
def test_what_is_no_day_is_refused(field: str, text: str, reason: str) -> None:
    """No other order is guessed; the message shows the one that is read."""
    remedy = "expected YYYY-MM-DD, as in 2026-11-23"
    with pytest.raises(InvalidValueError, match=f": {reason}; {re.escape(remedy)}$") as caught:
        parse_day(field, text)
    assert (caught.value.field, caught.value.text) == (field, text)
    assert str(caught.value).isprintable()


def test_the_29th_of_february_is_a_day_of_leap_years() -> None:
    """One that is in the calendar."""
    assert parse_day("until", "2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text", ["23.11.2026", "23/11/2026", "11/23/2026", "23-11-2026", "23 11 2026"]
)
def test_a_day_in_another_order_is_offered_where_it_can_be_but_one(text: str) -> None:
    """Offered, never taken: in 07/01/2026 nobody knows which is the month."""
    with pytest.raises(InvalidValueError, match=r"is not a date; did you mean 2026-11-23\?$"):
        parse_day("from", text)
