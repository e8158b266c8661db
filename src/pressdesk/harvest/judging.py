"""What a found contact is to the directory: new, known, changed, or in conflict with it."""

from typing import NamedTuple

from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import (
    Particulars,
    identify_mentioned,
    numbers_on_switchboards,
)
from pressdesk.drafts.contact_draft import NOBODY
from pressdesk.harvest.evidence import Evidence, Status
from pressdesk.harvest.former import Value, find_former, values_of
from pressdesk.model import Contact
from pressdesk.values.phone_number import Number


class Judged(NamedTuple):
    """Evidence with its status, and the stored contact that it is about."""

    evidence: Evidence
    stored: Contact | None


def judge(directory: Directory | None, evidence: Evidence) -> Judged:
    """Hold one piece of evidence against the directory; without one everything is new."""
    if directory is None:
        return Judged(evidence, None)
    found = evidence.contact
    said = Particulars(found.name or "", [email.casefold() for email in found.emails])
    identity = identify_mentioned(directory, said)
    if identity.contact:
        return _held_against(directory, evidence, identity.contact)
    if identity.candidates:
        keys = ", ".join(contact.key for contact in identity.candidates)
        return _conflict(evidence, f"several contacts may be meant: {keys}")
    if identity.sharers:
        email, name = identity.sharers[0]
        return _conflict(evidence, f"{email} is stored as an address of {name}")
    former = find_former(directory, evidence, NOBODY, values_of(evidence))
    is_gone = bool(former) and former.keys() == {value for _, value in values_of(evidence)}
    status = Status.FORMER if is_gone else evidence.status
    return Judged(evidence._replace(status=status, former=tuple(former.values())), None)


def _conflict(evidence: Evidence, problem: str) -> Judged:
    return Judged(
        evidence._replace(status=Status.CONFLICT, problems=(*evidence.problems, problem)), None
    )


def _held_against(directory: Directory, evidence: Evidence, stored: Contact) -> Judged:
    """Say whether all that was found is stored, or was given up."""
    own: set[Value] = {(email.address.folded, None) for email in stored.emails}
    own |= {phone.number.identity for phone in stored.phones}
    own |= switchboard_numbers(directory, stored)
    missing = {value: column for column, value in values_of(evidence) if value not in own}
    pairs = [(column, value) for value, column in missing.items()]
    former = find_former(directory, evidence, stored, pairs) if missing else {}
    status = Status.CHANGED if missing else Status.KNOWN
    if missing and len(former) == len(missing):
        status = Status.FORMER
    return Judged(evidence._replace(status=status, former=tuple(former.values())), stored)


def switchboard_numbers(directory: Directory, stored: Contact) -> set[Number]:
    """Return the numbers and extensions that a contact has by its postings."""
    offices = directory.offices_of([stored])
    return {number for _, number in numbers_on_switchboards(stored.postings, offices)}
