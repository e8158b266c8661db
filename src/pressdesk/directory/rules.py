"""What the directory promises beyond its tables; broken, a change is refused before it is made."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pressdesk.directory.rows import load_contacts, load_offices
from pressdesk.errors import (
    ExtensionTakenError,
    InvalidValueError,
    NobodyReachableError,
    OptionsError,
    StillNeededError,
)
from pressdesk.model import Contact, Office, Posting, has_way

_ON_SWITCHBOARD = """SELECT DISTINCT p.contact_id FROM posting AS p
JOIN office AS o ON o.id = p.office_id WHERE o.switchboard = :number AND p.extension = :extension
UNION SELECT contact_id FROM phone WHERE number = :number AND extension = :extension"""
_EXTENSIONS_OF = """SELECT c.name, p.extension FROM posting AS p JOIN contact AS c
ON c.id = p.contact_id JOIN office AS o ON o.id = p.office_id
WHERE o.code = ? AND p.extension IS NOT NULL ORDER BY c.sort_text, c.key"""
_POSTED_TO = """SELECT DISTINCT c.key, c.name FROM posting AS p JOIN contact AS c
ON c.id = p.contact_id JOIN office AS o ON o.id = p.office_id
WHERE o.code = ? ORDER BY c.sort_text, c.key"""
_REPORTING_TO = """SELECT o.code, o.name FROM office AS o JOIN office AS up ON up.id = o.reports_to
WHERE up.code = ? ORDER BY o.sort_text"""
_SUCCEEDED_BY = """SELECT c.key, c.name FROM contact AS c JOIN contact AS s ON s.id = c.successor
WHERE s.key = ? ORDER BY c.sort_text"""


def check_contact(
    connection: sqlite3.Connection, before: Contact, after: Contact, *, shared_extension: bool
) -> None:
    """Check a contact that is about to be stored; before: the stored one, or an empty one."""
    if not has_way(after, internal=True):
        raise NobodyReachableError(
            after.name,
            "has no e-mail and no phone",
            "give --email or --tel, or --ext at an office that has a switchboard",
        )
    for place, posting in enumerate(after.postings):
        for other in after.postings[place + 1 :]:
            if posting.office == other.office and posting.overlaps(other):
                raise OptionsError(
                    f"{after.name} is posted to {posting.office} already in that time; "
                    "change the posting with `pressdesk contact edit`"
                )
    for posting in after.postings:
        if posting.extension and posting not in before.postings:
            office = _office(connection, posting.office)
            _check_extension(connection, after, office, posting, shared=shared_extension)
    _check_own_extensions(connection, before, after, shared=shared_extension)


def check_office(connection: sqlite3.Connection, before: Office, after: Office) -> None:
    """Check an office that is about to be stored; before: the stored one, or an empty one."""
    _check_reports_to(connection, after)
    if (before.switchboard, before.extension_plan) == (after.switchboard, after.extension_plan):
        return
    extensions = connection.execute(_EXTENSIONS_OF, (before.code,)).fetchall()
    if extensions and after.switchboard is None:
        raise StillNeededError(
            f"{after.name} needs its switchboard: these have extensions on it",
            [f"{name}  ext {extension}" for name, extension in extensions],
            "take the extensions away first",
        )
    plan = after.extension_plan
    outside = [one for one in extensions if plan and not plan.allows(one[1])]
    if outside:
        raise StillNeededError(
            f"extension plan of {after.name} ({plan}) is violated by {len(outside)}",
            [f"{name}  ext {extension}" for name, extension in outside],
            "change these extensions first, or choose another plan",
        )


def check_office_removal(connection: sqlite3.Connection, office: Office) -> None:
    """Refuse to remove an office that has postings, or that others report to."""
    for query, reason, remedy in (
        (_POSTED_TO, "still has contacts", "post them elsewhere or remove them first"),
        (_REPORTING_TO, "still answers for other offices", "change their --reports-to first"),
    ):
        rows = connection.execute(query, (office.code,)).fetchall()
        if rows:
            raise StillNeededError(
                f"{office.name} {reason}", [f"{key}  {name}" for key, name in rows], remedy
            )


def check_contact_removal(connection: sqlite3.Connection, contact: Contact) -> None:
    """Refuse to remove a contact who is another's successor."""
    rows = connection.execute(_SUCCEEDED_BY, (contact.key,)).fetchall()
    if rows:
        raise StillNeededError(
            f"{contact.name} is the successor of others",
            [f"{key}  {name}" for key, name in rows],
            "name another successor for them first",
        )


def _check_extension(
    connection: sqlite3.Connection,
    contact: Contact,
    office: Office,
    posting: Posting,
    *,
    shared: bool,
) -> None:
    """Refuse an extension without a switchboard, outside the plan, or somebody else's then."""
    extension = posting.extension or ""
    if office.switchboard is None:
        raise InvalidValueError(
            "extension",
            extension,
            f"{office.name} has no switchboard",
            f"give it one with `pressdesk office edit {office.code} --switchboard`, "
            "or give the whole number with --tel",
        )
    _check_plan(office, extension)
    if not shared:
        number = office.switchboard.e164
        for holder in _holders(connection, number, extension, contact):
            if any(theirs.overlaps(posting) for theirs in _times(holder, number, connection)):
                raise ExtensionTakenError(extension, office.switchboard.display, holder.name)


def _check_own_extensions(
    connection: sqlite3.Connection, before: Contact, after: Contact, *, shared: bool
) -> None:
    """Hold whole numbers on the switchboard of an office of theirs to the same rules."""
    for posting in after.postings:
        office = _office(connection, posting.office)
        for phone in after.phones:
            number = phone.number
            on_it = office.switchboard is not None and number.e164 == office.switchboard.e164
            if on_it and number.extension and phone not in before.phones:
                as_posting = Posting(
                    office.code, None, None, number.extension, posting.starts_on, posting.ends_on
                )
                _check_extension(connection, after, office, as_posting, shared=shared)


def _check_plan(office: Office, extension: str) -> None:
    plan = office.extension_plan
    if plan and not plan.allows(extension):
        option = "--extension-range" if plan.is_range else "--extension-digits"
        raise InvalidValueError(
            "extension",
            extension,
            f"is not one of {office.name}'s ({plan})",
            "check the digits, or change the plan with "
            f"`pressdesk office edit {office.code} {option}`",
        )


def _holders(
    connection: sqlite3.Connection, number: str, extension: str, contact: Contact
) -> list[Contact]:
    rows = connection.execute(_ON_SWITCHBOARD, {"number": number, "extension": extension})
    holders = load_contacts(connection, [row_id for (row_id,) in rows])
    return [holder for holder in holders if holder.key != contact.key]


def _times(holder: Contact, number: str, connection: sqlite3.Connection) -> Iterator[Posting]:
    """Give the postings in whose time the holder answers on this number."""
    own = any(phone.number.e164 == number for phone in holder.phones)
    for posting in holder.postings:
        switchboard = _office(connection, posting.office).switchboard
        if own or (switchboard and switchboard.e164 == number):
            yield _until_left(posting, holder)
    if own and not holder.postings:
        yield _until_left(Posting(""), holder)


def _until_left(posting: Posting, holder: Contact) -> Posting:
    """Give the posting as it ends for somebody who has left."""
    if holder.left_on is None:
        return posting
    last = holder.left_on - timedelta(days=1)
    return replace(posting, ends_on=min(last, posting.ends_on or last))


def _check_reports_to(connection: sqlite3.Connection, office: Office) -> None:
    """Refuse an office that would answer for itself, over however many others."""
    seen, code = [office.code], office.reports_to
    while code is not None:
        if code in seen:
            raise InvalidValueError(
                "reports to",
                office.reports_to or "",
                f"goes round in a circle ({' -> '.join([*seen, code])})",
                "choose an office that does not report back",
            )
        seen.append(code)
        code = _office(connection, code).reports_to


def _office(connection: sqlite3.Connection, code: str) -> Office:
    rows = connection.execute("SELECT id FROM office WHERE code = ?", (code,))
    return load_offices(connection, [row_id for (row_id,) in rows])[0]
