"""What is found in a text: regions, the contacts in them, and their numbers."""

from typing import NamedTuple


class FoundPhone(NamedTuple):
    """A number as it was found.

    number: E.164, or None when it cannot be known. extension: digits, or None.
    kind: office, mobile, fax, whatsapp, satellite or unknown. text: as printed.
    """

    number: str | None
    extension: str | None
    kind: str
    text: str


class FoundContact(NamedTuple):
    """A person or a desk as it was found; names, titles and offices as printed.

    line: index of its first line in what was read. name: None for a desk.
    confidence: from 0 to 1. problems: sentences for whoever decides about it.
    """

    line: int
    name: str | None
    title: str | None
    office: str | None
    organization: str | None
    emails: tuple[str, ...]
    phones: tuple[FoundPhone, ...]
    language: str | None
    lead_in: str | None
    confidence: float
    problems: tuple[str, ...] = ()


class Region(NamedTuple):
    """A stretch of lines (indexes, inclusive) that speaks of contacts.

    is_understood: every line in it was accounted for.
    """

    first: int
    last: int
    lead_in: str | None
    language: str | None
    contacts: tuple[FoundContact, ...]
    is_understood: bool
