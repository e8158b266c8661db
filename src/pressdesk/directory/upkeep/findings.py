"""What a look over the directory finds: one shape for all checks, each with the way to mend it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.model import Contact, Email, Phone


class Finding(NamedTuple):
    """Something that should be looked at.

    check: its name. office: a code, or empty. key, name: of the contact or office, or empty. value:
    what it is about. reason: what is wrong. remedy: the command that mends it.
    """

    check: str
    office: str
    key: str
    name: str
    value: str
    reason: str
    remedy: str


def find_stale(directory: Directory, before: date, today: date) -> Iterator[Finding]:
    """Find addresses and numbers that nobody verified since a day, those of one office together.

    Whoever has left by today is nobody's work any more.
    """
    order = {office.code: place for place, office in enumerate(directory.offices())}
    found: list[tuple[int, list[Finding]]] = []
    for some in directory.find_in_chunks(Search(unverified_since=before)):
        for contact in some:
            if not contact.has_left(today):
                office = usual_office(contact, today)
                stale = [_stale(contact, office, way) for way in _ways(contact, before)]
                found.append((order.get(office, -1), stale))
    for _, those in sorted(found, key=lambda placed: placed[0]):
        yield from those


def _ways(contact: Contact, before: date) -> Iterator[Email | Phone]:
    ways: list[Email | Phone] = [*contact.emails, *contact.phones]
    yield from (way for way in ways if way.verified_on is None or way.verified_on < before)


def _stale(contact: Contact, office: str, way: Email | Phone) -> Finding:
    value = str(way.address if isinstance(way, Email) else way.number)
    reason = f"verified on {way.verified_on}" if way.verified_on else "never verified"
    remedy = f"pressdesk contact verify {contact.key}"
    return Finding("stale", office, contact.key, contact.name, value, reason, remedy)


def usual_office(contact: Contact, today: date) -> str:
    """Return the code of the office where somebody is today, else of any; empty without one."""
    codes = [posting.office for posting in contact.postings if posting.is_active(today)]
    codes += [posting.office for posting in contact.postings]
    return codes[0] if codes else ""
