"""Headings that begin no block, but are within one: a title below a name, a desk among people."""

import re
from collections.abc import Sequence

from pressdesk.reading.people.desks import is_desk_name
from pressdesk.releases.placement import is_rule
from pressdesk.releases.typed.beginnings import (
    is_alone,
    lead_in_languages,
    may_lead_in,
    without_colon,
)

# An address, or enough of a number.
_WAY = re.compile(r"@|[0-9](?:[ ().-]*[0-9]){5}")
# "Press contact" heads a block and is nobody.
_CONTACT = re.compile(r"[ck]onta[ck]?t|التواصل|联系|контакт", re.IGNORECASE)
# So far back an office may have been named.
_NEAR = 80


def may_be_title(lines: Sequence[str], place: int) -> bool:
    """Ask whether a heading may be somebody's title, or a desk.

    "Spokesperson" right below a name; "Press Office" right below a lead-in, or above a number.
    """
    above = lines[place - 1] if place else ""
    line = lines[place].strip()
    if not above.strip():
        return _is_further_desk(lines, place)
    if _WAY.search(above) or is_rule(above):
        return False
    if may_lead_in(above) and not _is_desk_below(above.strip(), line):
        return False
    return without_colon(line) == line and is_alone(line, lead_in_languages(line))


def _is_further_desk(lines: Sequence[str], place: int) -> bool:
    """Ask whether a desk stands behind a blank line: its ways follow, or an office seen above."""
    line = lines[place].strip()
    if not is_desk_name(line) or _CONTACT.search(line) or without_colon(line) != line:
        return False
    below = [*lines[place + 1 : place + 3], "", ""]
    if not below[0].strip() or not is_alone(line, lead_in_languages(line)):
        return False
    is_office = below[0] in lines[max(place - _NEAR, 0) : place]
    return bool(_WAY.search(below[0]) or (is_office and _WAY.search(below[1])))


def _is_desk_below(above: str, line: str) -> bool:
    """Ask whether a lead-in has a desk below it, which no other block begins with."""
    if not is_alone(above, lead_in_languages(above)) or is_desk_name(above):
        return False
    return is_desk_name(line) and not _CONTACT.search(line)
