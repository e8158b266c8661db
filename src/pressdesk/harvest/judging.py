"""What a found contact is to the directory: new, known, changed, or in conflict with it."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.directory.store import Directory
from pressdesk.harvest.evidence import Evidence, Status
from pressdesk.model import Contact
from pressdesk.reading.found import FoundContact
from pressdesk.values.folding import fold
from pressdesk.values.names import fold_name


class Judged(NamedTuple):
    """Evidence with its status, and the stored contact that it is about."""

    evidence: Evidence
    stored: Contact | None


def judge(directory: Directory | None, evidence: Evidence) -> Judged:
    """Hold one piece of evidence against the directory; without one everything is new."""
    if directory is None:
        return Judged(evidence, None)
    found = evidence.contact
    emails = [fold(email) for email in found.emails]
    names = [fold_name(found.name)] if found.name else []
    holders = directory.find_holders(emails=emails, names=names)
    same = _same(holders, found, emails)
    if len(same) > 1:
        keys = ", ".join(one.key for one in same)
        return _conflict(evidence, f"several contacts may be meant: {keys}")
    if same:
        return _held_against(directory, evidence, same[0])
    others = [one for one in holders if _has_email(one, emails)]
    if others and found.name:
        return _conflict(
            evidence, f"{_shared(others[0], emails)} is stored as an address of {others[0].name}"
        )
    return Judged(evidence, None)


def _conflict(evidence: Evidence, problem: str) -> Judged:
    return Judged(
        evidence._replace(status=Status.CONFLICT, problems=(*evidence.problems, problem)), None
    )


def _same(holders: Sequence[Contact], found: FoundContact, emails: Sequence[str]) -> list[Contact]:
    """Give the stored contacts that it may be: of namesakes the one with its address, if any."""
    if found.name is None:
        return [one for one in holders if _has_email(one, emails)]
    named = [one for one in holders if fold_name(one.name) == fold_name(found.name)]
    by_email = [one for one in named if _has_email(one, emails)]
    return by_email or named


def _has_email(contact: Contact, emails: Sequence[str]) -> bool:
    return any(email.address.folded in emails for email in contact.emails)


def _shared(contact: Contact, emails: Sequence[str]) -> str:
    return next(one.address.normal for one in contact.emails if one.address.folded in emails)


def _held_against(directory: Directory, evidence: Evidence, stored: Contact) -> Judged:
    """Ask whether all that was found is stored."""
    found = evidence.contact
    addresses = {email.address.folded for email in stored.emails}
    numbers = {(phone.number.e164, phone.number.extension) for phone in stored.phones}
    numbers |= numbers_on_switchboards(directory, stored)
    is_known = all(fold(email) in addresses for email in found.emails) and all(
        (phone.number, phone.extension) in numbers for phone in found.phones if phone.number
    )
    status = Status.KNOWN if is_known else Status.CHANGED
    return Judged(evidence._replace(status=status), stored)


def numbers_on_switchboards(directory: Directory, stored: Contact) -> set[tuple[str, str | None]]:
    """Give the numbers and extensions that a contact has by its postings."""
    offices = directory.offices_of([stored])
    found: set[tuple[str, str | None]] = set()
    for posting in stored.postings:
        office = offices.get(posting.office)
        if posting.extension and office and office.switchboard:
            found.add((office.switchboard.e164, posting.extension))
    return found
