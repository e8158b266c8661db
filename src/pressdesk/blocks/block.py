"""What a block is: a lead-in, then people and the ways to reach them, as printed."""

from dataclasses import dataclass
from enum import StrEnum


class WayKind(StrEnum):
    """How somebody is reached; the order is the order of the lines."""

    EMAIL = "email"
    OFFICE = "office"
    MOBILE = "mobile"
    WHATSAPP = "whatsapp"
    SATELLITE = "satellite"
    FAX = "fax"


@dataclass(frozen=True, slots=True)
class Way:
    """One line of a person: an address, or a number as displayed and its extension."""

    kind: WayKind
    text: str
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or desk of a block; a missing field is a missing line."""

    name: str
    title: str | None = None
    office: str | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A whole block in one language (BCP 47)."""

    lead_in: str
    entries: tuple[Entry, ...]
    language: str = "en"
