"""Which contact of the directory a person in a block is."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.blocks.block import Entry, Way, WayKind
from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import Particulars, identify_printed
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number, PhoneNumber


class Printed(NamedTuple):
    """What an entry says, in the form in which the directory is asked.

    numbers: E.164 and extension of each way that is a number; None for one that cannot be read.
    """

    words: str
    emails: dict[Way, str]
    numbers: dict[Way, Number | None]


def read_entry(entry: Entry, region: str | None) -> Printed:
    """Read the ways of an entry; region: the country of numbers without "+"."""
    emails = {way: way.text.casefold() for way in entry.ways if way.kind is WayKind.EMAIL}
    numbers = {
        way: _read_number(way, region) for way in entry.ways if way.kind is not WayKind.EMAIL
    }
    return Printed(fold_name(entry.name), emails, numbers)


def find_person(
    directory: Directory, printed: Printed, offices: Sequence[Office]
) -> Contact | None:
    """Find who is meant by an entry; offices: those that its office line could be."""
    numbers = [number for number in printed.numbers.values() if number]
    codes = {office.code for office in offices}
    emails = list(printed.emails.values())
    particulars = Particulars(printed.words, emails, lambda: numbers, offices=codes)
    return identify_printed(directory, particulars)


def _read_number(way: Way, region: str | None) -> Number | None:
    try:
        number = PhoneNumber.parse(way.text, region, allow_possible=True)
    except InvalidValueError:
        return None
    return number.e164, way.extension or number.extension
