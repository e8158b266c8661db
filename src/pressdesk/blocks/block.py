"""What a block is: a lead-in, then people and the ways to reach them, as printed."""

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


class Entry(NamedTuple):
    """One person or desk of a block; a missing field is a missing line.

    country: ISO 3166-1 alpha-2 of the office. It is not printed, and so not compared: it tells a
    style which numbers are written as within their own country.
    """

    name: str
    title: str | None = None
    office: str | None = None
    ways: tuple[Way, ...] = ()
    country: str | None = None

    def __eq__(self, other: object) -> bool:
        """Whether the same is printed."""
        return isinstance(other, Entry) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])


class Block(NamedTuple):
    """A whole block in one language (BCP 47)."""

    lead_in: str
    entries: tuple[Entry, ...]
    language: str = "en"
