"""What a block is: a lead-in, then people and the ways to reach them, as printed."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class WayKind(StrEnum):
    """How somebody is reached; the order is the order of the lines."""

    EMAIL = "email"
    OFFICE = "office"
    MOBILE = "mobile"
    WHATSAPP = "whatsapp"
    SATELLITE = "satellite"
    FAX = "fax"


class Way(NamedTuple):
    """One line of a person: an address, or a number in its international form and its extension.

    A style may print the number in another form; here it stands with spaces between its groups.
    """

    kind: WayKind
    text: str
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or desk of a block; a missing field is a missing line.

    country: ISO 3166-1 alpha-2 of the office. It is not printed, and so not compared: it tells a
    style which numbers are written as within their own country.
    """

    name: str
    title: str | None = None
    office: str | None = None
    ways: tuple[Way, ...] = ()
    country: str | None = field(default=None, compare=False)


class Block(NamedTuple):
    """A whole block in one language (BCP 47)."""

    lead_in: str
    entries: tuple[Entry, ...]
    language: str = "en"
