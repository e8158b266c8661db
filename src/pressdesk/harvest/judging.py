"""What a found contact is to the directory: new, known, changed, or in conflict with it."""

from typing import NamedTuple

from pressdesk.directory.identity import Particulars, numbers_on_switchboards
from pressdesk.directory.store import Directory
from pressdesk.harvest.evidence import Evidence, Status
from pressdesk.model import Contact
from pressdesk.values.folding import fold
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
    said = Particulars(found.name or "", [fold(email) for email in found.emails])
    identity = directory.identify_mentioned(said)
    if identity.contact:
        return _held_against(directory, evidence, identity.contact)
    if identity.candidates:
        keys = ", ".join(contact.key for contact in identity.candidates)
        return _conflict(evidence, f"several contacts may be meant: {keys}")
    if identity.sharers:
        email, name = identity.sharers[0]
        return _conflict(evidence, f"{email} is stored as an address of {name}")
    return Judged(evidence, None)


def _conflict(evidence: Evidence, problem: str) -> Judged:
    return Judged(
        evidence._replace(status=Status.CONFLICT, problems=(*evidence.problems, problem)), None
    )


def _held_against(directory: Directory, evidence: Evidence, stored: Contact) -> Judged:
    """Ask whether all that was found is stored."""
    found = evidence.contact
    addresses = {email.address.folded for email in stored.emails}
    numbers = {phone.number.identity for phone in stored.phones}
    numbers |= switchboard_numbers(directory, stored)
    is_known = all(fold(email) in addresses for email in found.emails) and all(
        (phone.number, phone.extension) in numbers for phone in found.phones if phone.number
    )
    status = Status.KNOWN if is_known else Status.CHANGED
    return Judged(evidence._replace(status=status), stored)


def switchboard_numbers(directory: Directory, stored: Contact) -> set[Number]:
    """Return the numbers and extensions that a contact has by its postings."""
    offices = directory.offices_of([stored])
    return {number for _, number in numbers_on_switchboards(stored, offices)}
