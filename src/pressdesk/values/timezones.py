"""What a time zone is (IANA); the only door to zoneinfo."""

from datetime import datetime
from functools import cache

from pressdesk.errors import InvalidValueError


def parse_timezone(text: str) -> str:
    """Read the name of an IANA time zone, `Europe/Zurich`, in any case."""
    for name in _timezones():
        if name.casefold() == text.strip().casefold():
            return name
    raise InvalidValueError(
        "time zone",
        text,
        "is not a time zone",
        "expected an IANA name, as in Europe/Zurich or America/New_York",
    )


def time_in(timezone: str) -> datetime:
    """Return the time that a clock shows in an IANA time zone now."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))


@cache
def _timezones() -> frozenset[str]:
    from zoneinfo import available_timezones  # reads hundreds of files

    return frozenset(available_timezones())
