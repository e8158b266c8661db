"""What a day is."""

import re
from datetime import UTC, date, datetime, time, timedelta

from pressdesk.errors import InvalidValueError

_MONTHS = 12
_MOST_DIGITS = 7
# Of these and beyond them no clock can tell the time in every zone.
_FIRST_DAY, _LAST_DAY = date(1, 1, 3), date(9999, 12, 28)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(field: str, text: str) -> date:
    """Read a day as ISO 8601 writes it, YYYY-MM-DD; raise InvalidValueError.

    field: what the day is called in messages ("from").
    """
    stripped = text.strip()
    if _ISO.fullmatch(stripped):
        try:
            return date.fromisoformat(stripped)
        except ValueError:
            reason = "is not in the calendar"
    else:
        reason = "is not a date"
    meant = _told_day(stripped)
    remedy = f"did you mean {meant}?" if meant else "expected YYYY-MM-DD, as in 2026-11-23"
    raise InvalidValueError(field, text, reason, remedy)


def parse_since(field: str, text: str, today: date) -> date:
    """Read a day, or how many days before today it was; raise InvalidValueError."""
    stripped = text.strip()
    if stripped.isascii() and stripped.isdigit() and len(stripped) <= _MOST_DIGITS:
        return today - timedelta(min(int(stripped), today.toordinal() - 1))
    return parse_day(field, text)


def start_of_day(day: date) -> str:
    """Return the moment at which a day begins where the user is, as UTC in ISO 8601."""
    midnight = datetime.combine(max(day, _FIRST_DAY), time()).astimezone()
    return midnight.astimezone(UTC).isoformat(timespec="seconds")


def end_of_day(day: date) -> str:
    """Return the moment at which a day ends where the user is, as UTC in ISO 8601."""
    return start_of_day(min(day, _LAST_DAY) + timedelta(1))


def years_since(day: date, today: date) -> int:
    """Return how many whole years passed; none of a day that is still to come."""
    passed = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return max(0, passed)


def _told_day(text: str) -> date | None:
    """Read a day that ends in its year, where only one of the other numbers can be the month."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second, year = map(int, match.groups())
    day, month = (first, second) if first > _MONTHS else (second, first)
    if min(first, second) > _MONTHS or max(first, second) <= _MONTHS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
