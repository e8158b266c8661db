"""What a day is."""

import re
from datetime import date

from pressdesk.errors import InvalidValueError

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
    raise InvalidValueError(field, text, reason, "expected YYYY-MM-DD, as in 2026-11-23")
