"""Which contact of the directory a person in a block is."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.blocks.block import Entry, Way, WayKind
from pressdesk.directory.store import Directory
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import PhoneNumber

Number = tuple[str, str | None]
_BY_NAME, _BY_EMAIL, _BY_NUMBER, _BY_OFFICE = 8, 4, 2, 1


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
    """Find who is meant: by name, address and number, the more of them the surer.

    offices: those that the entry's office line could be. None where nobody has any of them, or two
    have as much.
    """
    numbers = [number for number in printed.numbers.values() if number]
    holders = directory.find_holders(
        emails=list(printed.emails.values()), names=[printed.words], numbers=numbers
    )
    codes = {office.code for office in offices}
    scored = [(_score(one, printed, numbers, codes), one) for one in holders]
    scored = [(score, one) for score, one in scored if score >= _BY_NUMBER]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    those = [one for score, one in scored if score == best]
    return those[0] if len(those) == 1 else None


def _score(contact: Contact, printed: Printed, numbers: Sequence[Number], codes: set[str]) -> int:
    own_emails = {email.address.folded for email in contact.emails}
    own_numbers = {(one.number.e164, one.number.extension) for one in contact.phones}
    extensions = {posting.extension for posting in contact.postings if posting.extension}
    has_number = any(one in own_numbers or one[1] in extensions for one in numbers)
    return (
        _BY_NAME * (fold_name(contact.name) == printed.words)
        + _BY_EMAIL * bool(own_emails & set(printed.emails.values()))
        + _BY_NUMBER * has_number
        + _BY_OFFICE * any(posting.office in codes for posting in contact.postings)
    )


def _read_number(way: Way, region: str | None) -> Number | None:
    try:
        number = PhoneNumber.parse(way.text, region, allow_possible=True)
    except InvalidValueError:
        return None
    return number.e164, way.extension or number.extension
