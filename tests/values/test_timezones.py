"""Time zones by their IANA names."""

import re

import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.values.timezones import parse_timezone, time_in

ZONES = [
    ("Europe/Zurich", "Europe/Zurich"),
    ("europe/zurich", "Europe/Zurich"),
    (" AMERICA/NEW_YORK ", "America/New_York"),
    ("UTC", "UTC"),
]


@pytest.mark.parametrize(("text", "zone"), ZONES)
def test_a_time_zone_is_read_in_any_case(text: str, zone: str) -> None:
    """It is stored as IANA writes it."""
    assert parse_timezone(text) == zone


@pytest.mark.parametrize(
    "text", ["", "Washington", "+01:00", "../../etc/passwd", "Europe/", "Zürich"]
)
def test_what_is_no_time_zone_is_refused(text: str) -> None:
    """No file is looked for under a name that was typed."""
    message = "is not a time zone; expected an IANA name, as in Europe/Zurich or America/New_York"
    with pytest.raises(InvalidValueError, match=re.escape(message)) as caught:
        parse_timezone(text)
    assert (caught.value.field, caught.value.text) == ("time zone", text)


def test_the_time_of_a_zone_knows_its_offset() -> None:
    """In Kathmandu it is always a quarter to or past what it is elsewhere."""
    offset = time_in("Asia/Kathmandu").utcoffset()
    assert offset is not None
    assert offset.total_seconds() == 20_700
