"""The day of a release, where its first lines tell it."""

import re
from collections.abc import Sequence
from datetime import date

from pressdesk.text.folding import fold
from pressdesk.words import all_meanings

_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_CHINESE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)? (?:de |of )?([^\W\d_]{3,12})\.?,? (?:de )?"
    r"((?:19|20)\d\d)\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")
_FIRST_LINES = 12
# A date further behind in a line is told of, and not the day of the release.
_FARTHEST = 80


def find_date(lines: Sequence[str]) -> date | None:
    """Find the first date near the beginning of a release's first lines; None if there is none."""
    first = [line for line in lines[:200] if line.strip()][:_FIRST_LINES]
    return next((day for line in first if (day := _date_in(line[:_FARTHEST]))), None)


def _date_in(text: str) -> date | None:
    for pattern in (_ISO, _CHINESE):
        if match := pattern.search(text):
            return _day(match[1], match[2], match[3])
    if match := _DOTTED.search(text):
        return _day(match[3], match[2], match[1])
    for match in _DAY_FIRST.finditer(text):
        if month := all_meanings("months").get(fold(match[2])):
            return _day(match[3], month, match[1])
    for match in _MONTH_FIRST.finditer(text):
        if month := all_meanings("months").get(fold(match[1])):
            return _day(match[3], month, match[2])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
