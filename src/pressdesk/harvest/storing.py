"""Evidence into the directory: new contacts and changed values, the newest release last."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft, apply_contact_draft
from pressdesk.drafts.switchboard import move_to_switchboard
from pressdesk.drafts.ways import Reading, in_order
from pressdesk.errors import PressdeskError, Scope
from pressdesk.harvest.evidence import Evidence, Status
from pressdesk.harvest.former import (
    find_former,
    is_newer,
    kind_of,
    said_on,
    values_of,
    without,
)
from pressdesk.harvest.judging import judge, switchboard_numbers
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, Posting
from pressdesk.reading.found import FoundPhone
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber


class Stored(NamedTuple):
    """How many contacts were added and changed, and what was left alone, with the reason.

    unposted: the names of added ones that are at no office, and so in no block.
    """

    added: int
    changed: int
    left: tuple[tuple[Evidence, str], ...]
    unposted: tuple[str, ...] = ()


def store_evidence(
    editor: DirectoryEditor, evidence: Iterable[Evidence], office: Office | None
) -> Stored:
    """Store what was found; conflicts are left alone, and a refused contact stops no other.

    office: where new contacts are posted; else the office that their release names, if it is known.
    """
    added = changed = 0
    left: list[tuple[Evidence, str]] = []
    unposted: list[str] = []
    for one in in_time(evidence):
        evidence_now, stored = judge(editor, one)
        if evidence_now.status is Status.CONFLICT:
            left.append((one, evidence_now.problems[-1]))
        elif stored is None and not (one.contact.name or one.contact.office):
            left.append((one, "is a desk without a name: add it by hand"))
        elif evidence_now.status not in {Status.KNOWN, Status.FORMER}:
            try:
                with editor.attempt():
                    after = _store(editor, one, stored, office)
            except PressdeskError as error:
                if error.scope > Scope.ROW:
                    raise
                left.append((one, str(error)))
                continue
            added += stored is None
            changed += stored is not None and after != stored
            if stored is None and not after.postings:
                unposted.append(after.name)
    return Stored(added, changed, tuple(left), tuple(unposted))


def in_time(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Sort evidence by the date of its release, the newest last; undated ones come first."""
    return sorted(evidence, key=lambda one: one.date or date.min)


def _store(
    editor: DirectoryEditor, one: Evidence, stored: Contact | None, office: Office | None
) -> Contact:
    contact = stored or _compose_contact(one, office or _office_named(editor, one))
    one = without(one, find_former(editor, one, contact, values_of(one)))
    after = _with_newer_ways(contact, one, switchboard_numbers(editor, contact))
    for at in editor.offices_of([contact]).values():
        board = at.switchboard.e164 if at.switchboard else None
        # A number that was kept there before stays so.
        if board and all(phone.number.e164 != board for phone in contact.phones):
            after = move_to_switchboard(after, at, [board]).contact
    return editor.change_contact(stored, after) if stored else editor.add_contact(after)


def _compose_contact(one: Evidence, office: Office | None) -> Contact:
    """Return a new contact as a release names it, without its addresses and numbers."""
    given = {"name": one.contact.name or one.contact.office, "title": one.contact.title}
    draft = ContactDraft({**given, "kind": None if one.contact.name else str(ContactKind.DESK)})
    posting = Posting(office.code) if office else None
    return apply_contact_draft(draft, NOBODY, posting, Reading(source=one.source))


def _office_named(editor: DirectoryEditor, one: Evidence) -> Office | None:
    text = one.contact.office
    return editor.get_office(text) if text and editor.has_office(text) else None


def _with_newer_ways(
    contact: Contact, one: Evidence, on_switchboards: set[tuple[str, str | None]]
) -> Contact:
    """Give the contact with the addresses and numbers of a release.

    They take the place of what older releases said; what people typed, or verified, stays beside
    them, and what a newer release said stays alone.
    """
    emails = [Email(EmailAddress.parse(text), source=one.source) for text in one.contact.emails]
    phones = [
        _phone(found, one)
        for found in one.contact.phones
        if found.number and (found.number, found.extension) not in on_switchboards
    ]
    return contact._replace(
        emails=_merged_emails(contact.emails, emails, one.date),
        phones=_merged_phones(contact.phones, phones, one.date),
    )


def _phone(found: FoundPhone, one: Evidence) -> Phone:
    number = PhoneNumber.parse(found.number or "")
    if found.extension:
        number = number.with_extension(found.extension)
    return Phone(number, kind_of(found), source=one.source)


def _merged_emails(
    stored: Sequence[Email], found: Sequence[Email], day: date | None
) -> tuple[Email, ...]:
    known = {email.address.folded for email in stored}
    fresh = [email for email in found if email.address.folded not in known]
    if not fresh or any(is_newer(email, day) for email in stored):
        return tuple(stored)
    said = {email.address.folded for email in found}
    kept = [one for one in stored if not _is_outdated(one, day) or one.address.folded in said]
    return (*(one for one in kept if one.public), *fresh, *(one for one in kept if not one.public))


def _merged_phones(
    stored: Sequence[Phone], found: Sequence[Phone], day: date | None
) -> tuple[Phone, ...]:
    merged = list(stored)
    for kind in dict.fromkeys(phone.kind for phone in found):
        fresh = [one for one in found if one.kind is kind]
        same = [one for one in merged if one.kind is kind]
        known = {one.number.identity for one in merged}
        missing = [one for one in fresh if one.number.identity not in known]
        if not missing or any(is_newer(one, day) for one in same):
            continue
        said = {one.number.identity for one in fresh}
        gone = [one for one in same if _is_outdated(one, day) and one.number.identity not in said]
        merged = [one for one in merged if one not in gone] + missing
    return in_order(merged)


def _is_outdated(way: Email | Phone, day: date | None) -> bool:
    said = said_on(way)
    return bool(said and day and said < day and way.public and not way.verified_on)
