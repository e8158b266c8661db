"""What a release says that was given up since: it is reported, and never stored again."""

from collections.abc import Iterable, Iterator
from datetime import date

from pressdesk.directory.history.former import GivenUp
from pressdesk.directory.store import Directory
from pressdesk.harvest.evidence import Evidence
from pressdesk.model import Contact, Email, Phone, PhoneKind
from pressdesk.model.former import Former
from pressdesk.model.phone_kinds import NAMES
from pressdesk.reading.found import FoundPhone
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number

# A folded address and None, or a number.
Value = Number


def values_of(evidence: Evidence) -> Iterator[tuple[str, Value]]:
    """Yield the column and the value of each address and number that could be read."""
    for email in evidence.contact.emails:
        yield "email", (email.casefold(), None)
    for phone in evidence.contact.phones:
        if phone.number:
            yield NAMES[kind_of(phone)].column, (phone.number, phone.extension)


def kind_of(phone: FoundPhone) -> PhoneKind:
    """Return the kind of a number; one whose kind is not known is the office's."""
    return PhoneKind.OFFICE if phone.kind == "unknown" else PhoneKind(phone.kind)


def find_former(
    directory: Directory, evidence: Evidence, contact: Contact, values: Iterable[tuple[str, Value]]
) -> dict[Value, Former]:
    """Find which values of a release were given up, by whom they were, and what follows them.

    contact: the stored one, or a new one (version 0) with the office where it is posted: then what
    counts is what somebody by this name had who was removed, and what was the office's.
    """
    said = {value: column for column, value in values}
    given_up = directory.given_up(
        emails=[value for value, _ in said if "@" in value],
        numbers=[value for value in said if "@" not in value[0]],
    )
    found = {}
    for one in given_up:
        value = one.former.value, one.former.extension
        if _is_theirs(one, evidence, contact):
            found[value] = one.former.told(said[value])
    return found


def without(evidence: Evidence, former: Iterable[Value]) -> Evidence:
    """Return the evidence without some of its values."""
    values = set(former)
    found = evidence.contact
    contact = found._replace(
        emails=tuple(one for one in found.emails if (one.casefold(), None) not in values),
        phones=tuple(one for one in found.phones if (one.number, one.extension) not in values),
    )
    return evidence._replace(contact=contact)


def is_newer(way: Email | Phone, day: date | None) -> bool:
    """Whether a release, or whoever verified it, said a value after a release of that day."""
    latest = max((one for one in (said_on(way), way.verified_on) if one), default=None)
    return latest is not None and (day is None or latest > day)


def said_on(way: Email | Phone) -> date | None:
    """Return the day of the release that said so; None for what people typed."""
    if way.source is None or way.source.kind != "harvest":
        return None
    return way.source.day or date.min


def _is_theirs(given_up: GivenUp, evidence: Evidence, contact: Contact) -> bool:
    former = given_up.former
    if former.subject == "office":
        return former.key in {posting.office for posting in contact.postings}
    if not contact.version:
        name = evidence.contact.name or evidence.contact.office or ""
        return not former.exists and fold_name(name) in given_up.names
    if not former.is_of(contact):
        return False
    if given_up.by != "harvest" or evidence.date is None:
        return True
    # A release took the place of another: a newer one may bring the value again.
    ways = contact.emails if former.kind == "email" else contact.phones
    return any(
        is_newer(way, evidence.date)
        for way in ways
        if isinstance(way, Email) or way.kind == former.kind
    )
