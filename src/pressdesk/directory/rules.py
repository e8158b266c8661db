"""What the directory promises beyond its tables; broken, a change is refused before it is made."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

from pressdesk.directory.who.lookups import Lookups
from pressdesk.errors import (
    ExtensionTakenError,
    InvalidValueError,
    NobodyReachableError,
    NoSwitchboardError,
    NotFoundError,
    StillNeededError,
    UnclearError,
)
from pressdesk.model import Contact, Office, Posting, Shift, has_way

_EXTENSIONS_OF = """SELECT c.name, p.extension FROM posting AS p JOIN contact AS c
ON c.id = p.contact_id JOIN office AS o ON o.id = p.office_id
WHERE o.code = ? AND p.extension IS NOT NULL ORDER BY c.sort_text, c.key"""
_POSTED_TO = """SELECT DISTINCT c.key, c.name FROM posting AS p JOIN contact AS c
ON c.id = p.contact_id JOIN office AS o ON o.id = p.office_id
WHERE o.code = ? ORDER BY c.sort_text, c.key"""
_REPORTING_TO = """SELECT o.code, o.name FROM office AS o JOIN office AS up ON up.id = o.reports_to
WHERE up.code = ? ORDER BY o.sort_text"""
_SUCCESSOR_OF = """SELECT s.key FROM contact AS c JOIN contact AS s ON s.id = c.successor
WHERE c.key = ?"""
_SUCCEEDED_BY = """SELECT c.key, c.name FROM contact AS c JOIN contact AS s ON s.id = c.successor
WHERE s.key = ? ORDER BY c.sort_text"""
_ON_ROTA = """SELECT o.code, r.starts_on, r.ends_on FROM rota AS r JOIN office AS o
ON o.id = r.office_id JOIN contact AS c ON c.id = r.contact_id
WHERE c.key = ? ORDER BY r.starts_on"""
_SECOND_DAY = date.min + timedelta(days=1)


def check_contact(
    lookups: Lookups,
    before: Contact,
    after: Contact,
    *,
    shared_extension: bool,
    keeps_numbers: bool,
) -> None:
    """Check a contact that is about to be stored; before: the stored one, or an empty one.

    keeps_numbers: whole numbers of its own need not be within the plan of a switchboard.
    """
    if not has_way(after, internal=True):
        raise NobodyReachableError(
            after.name,
            "has no e-mail and no phone",
            "give --email or --tel, or --ext at an office that has a switchboard",
        )
    for place, posting in enumerate(after.postings):
        for other in after.postings[place + 1 :]:
            if posting.office == other.office and posting.overlaps(other):
                raise UnclearError(
                    f"{after.name} is posted to {posting.office} already in that time; "
                    "give that posting days with --from and --until of `pressdesk contact edit`"
                )
    _check_successor(lookups, before, after)
    had = [posting for _, posting, _ in _extensions(lookups, before)]
    for office, posting, is_number in _extensions(lookups, after):
        if not any(_covers(one, posting) for one in had):
            if not (is_number and keeps_numbers):
                _check_plan(office, posting)
            if not shared_extension:
                _check_taken(lookups, before, office, posting)


def check_office(lookups: Lookups, before: Office, after: Office) -> None:
    """Check an office that is about to be stored; before: the stored one, or an empty one."""
    _check_reports_to(lookups, before, after)
    _check_rota(after)
    if (before.switchboard, before.extension_plan) == (after.switchboard, after.extension_plan):
        return
    lookups.writer.flush_tables()
    extensions = lookups.writer.connection.execute(_EXTENSIONS_OF, (before.code,)).fetchall()
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


def _check_rota(office: Office) -> None:
    """Refuse shifts that end before they begin, and two of one contact on one day."""
    last: dict[str, Shift] = {}
    for shift in sorted(office.rota, key=lambda one: one.starts_on):
        if shift.ends_on < shift.starts_on:
            reason = f"is before the first day, {shift.starts_on}"
            raise InvalidValueError("until", str(shift.ends_on), reason, "name a later day")
        earlier = last.get(shift.contact)
        if earlier and earlier.ends_on >= shift.starts_on:
            raise UnclearError(
                f"{shift.contact} is on the rota of {office.code} already, "
                f"{earlier.starts_on} to {earlier.ends_on}"
            )
        last[shift.contact] = shift


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
    """Refuse to remove a contact who is another's successor, or on a rota."""
    rows = connection.execute(_SUCCEEDED_BY, (contact.key,)).fetchall()
    if rows:
        raise StillNeededError(
            f"{contact.name} is the successor of others",
            [f"{key}  {name}" for key, name in rows],
            "name another successor for them first",
        )
    shifts = connection.execute(_ON_ROTA, (contact.key,)).fetchall()
    if shifts:
        raise StillNeededError(
            f"{contact.name} is on a rota",
            [f"{code}  {first} to {last}" for code, first, last in shifts],
            f"take them off with `pressdesk rota remove OFFICE {contact.key}` first",
        )


def _check_successor(lookups: Lookups, before: Contact, after: Contact) -> None:
    """Refuse a successor who is not there, or whom the contact follows, over however many others.

    before: the stored one, by whose key the others know it.
    """
    successor = after.successor
    if successor is None:
        return
    if successor in {before.key, after.key}:
        raise InvalidValueError(
            "successor", successor, f"{after.name} cannot follow itself", "name somebody else"
        )
    if not lookups.contact_id(successor):
        raise NotFoundError("contact", successor)
    lookups.writer.flush_tables()
    seen, key = [before.key or after.key], successor
    while key not in seen:
        seen.append(key)
        row = lookups.writer.connection.execute(_SUCCESSOR_OF, (key,)).fetchone()
        if row is None:
            return
        key = row[0]
    raise InvalidValueError(
        "successor",
        successor,
        f"goes round in a circle ({' -> '.join([*seen, key])})",
        "name somebody who does not lead back",
    )


def _extensions(lookups: Lookups, contact: Contact) -> Iterator[tuple[Office, Posting, bool]]:
    """Yield the extensions of a contact on its offices' switchboards, as postings: their time.

    A whole number on the switchboard of an office of theirs is one too, and so marked.
    """
    for posting in contact.postings:
        office = lookups.office(posting.office)
        number = office.switchboard.e164 if office.switchboard else None
        own = [one.number.extension for one in contact.phones if one.number.e164 == number]
        if posting.extension:
            yield office, _until_left(posting, contact), False
        for extension in filter(None, own):
            on_it = posting._replace(extension=extension)
            yield office, _until_left(on_it, contact), True


def _covers(had: Posting, wanted: Posting) -> bool:
    """Ask whether a contact had an extension already in all the time of another posting."""
    return (
        (had.office, had.extension) == (wanted.office, wanted.extension)
        and (had.starts_on or date.min) <= (wanted.starts_on or date.min)
        and (wanted.ends_on or date.max) <= (had.ends_on or date.max)
    )


def _check_plan(office: Office, posting: Posting) -> None:
    """Refuse an extension without a switchboard, or outside the plan."""
    extension = posting.extension or ""
    if office.switchboard is None:
        raise NoSwitchboardError(extension, office.name, office.code)
    plan = office.extension_plan
    if plan and not plan.allows(extension):
        raise InvalidValueError(
            "extension",
            extension,
            f"is not one of {office.name}'s ({plan})",
            "check the digits, or change the plan with "
            f"`pressdesk office edit {office.code} {plan.option}`",
        )


def _check_taken(lookups: Lookups, contact: Contact, office: Office, posting: Posting) -> None:
    """Refuse an extension that is somebody else's in the time of a posting.

    contact: as it is stored: it may keep or move what is its own.
    """
    extension = posting.extension or ""
    if office.switchboard is None:
        return
    number = office.switchboard.e164
    for holder in _holders(lookups, number, extension, contact):
        times = _times(lookups, holder, number, extension)
        if any(theirs.overlaps(posting) for theirs in times):
            raise ExtensionTakenError(extension, office.switchboard.display, holder.name)


def _holders(lookups: Lookups, number: str, extension: str, contact: Contact) -> list[Contact]:
    holders = lookups.contacts(lookups.ids_by_number(number, extension))
    return [holder for holder in holders if holder.key != contact.key]


def _times(lookups: Lookups, holder: Contact, number: str, extension: str) -> Iterator[Posting]:
    """Give the postings in whose time the holder answers on this extension."""
    own = any(phone.number.identity == (number, extension) for phone in holder.phones)
    for posting in holder.postings:
        switchboard = lookups.office(posting.office).switchboard
        on_it = switchboard is not None and switchboard.e164 == number
        if own or (on_it and posting.extension == extension):
            yield _until_left(posting, holder)
    if own and not holder.postings:
        yield _until_left(Posting(""), holder)


def _until_left(posting: Posting, holder: Contact) -> Posting:
    """Give the posting as it ends for somebody who has left."""
    if holder.left_on is None:
        return posting
    # The calendar has no day before its first.
    last = max(holder.left_on, _SECOND_DAY) - timedelta(days=1)
    return posting._replace(ends_on=min(last, posting.ends_on or last))


def _check_reports_to(lookups: Lookups, before: Office, office: Office) -> None:
    """Refuse an office that would answer for itself, over however many others.

    before: the stored one, by whose code the others know it.
    """
    seen, code = [before.code or office.code], office.reports_to
    while code is not None:
        if code in seen:
            raise InvalidValueError(
                "reports to",
                office.reports_to or "",
                f"goes round in a circle ({' -> '.join([*seen, code])})",
                "choose an office that does not report back",
            )
        seen.append(code)
        code = lookups.office(code).reports_to
