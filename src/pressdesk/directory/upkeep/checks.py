"""What `doctor` asks of each contact, of each office, and of the file itself."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from shlex import quote

from pressdesk.directory.duty.choice import Rosters, Rule, choose, days_of_change, judge_office
from pressdesk.directory.search.index import COLUMNS, office_words, search_row
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.derived import contact_chunks
from pressdesk.directory.upkeep.findings import Finding, usual_office
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office, PhoneKind, has_way
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

_SOON = timedelta(30)
_INDEXED = f"""SELECT rowid, {", ".join(COLUMNS)} FROM search
WHERE rowid IN (SELECT value FROM json_each(?))"""  # noqa: S608  # names of ours
_DOUBLED = """SELECT o.code, c.key, c.name, p.extension, count(*) OVER (
    PARTITION BY o.switchboard, p.extension) AS holders
FROM posting AS p JOIN office AS o ON o.id = p.office_id JOIN contact AS c ON c.id = p.contact_id
WHERE p.extension IS NOT NULL AND o.switchboard IS NOT NULL
    AND coalesce(p.starts_on, '') <= ?1 AND coalesce(p.ends_on, '9999-12-31') >= ?1
    AND coalesce(c.left_on, '9999-12-31') > ?1
ORDER BY o.code, p.extension, c.key"""


def check_contacts(directory: Directory, today: date) -> Iterator[Finding]:
    """Find what is wrong with contacts: each is read once, for all of these checks."""
    offices = {office.code: office for office in directory.offices()}
    words = {code: office_words(office) for code, office in offices.items()}
    for some in contact_chunks(directory.connection):
        ids = json.dumps([row_id for row_id, _ in some])
        indexed = {row[0]: row[1:] for row in directory.connection.execute(_INDEXED, (ids,))}
        for row_id, contact in some:
            if indexed.get(row_id) != tuple(search_row(contact, offices, words).values()):
                yield _unlike_index(contact)
            if not contact.has_left(today):
                yield from _unreadable(contact, today)
                yield from _unreachable(contact, today)
            elif contact.successor is None:
                yield from _left(contact)


def check_offices(directory: Directory, today: date) -> Iterator[Finding]:
    """Find offices that nobody answers, today or soon, and extensions that break a rule."""
    rosters = directory.rosters()
    offices = directory.offices()
    for office in offices:
        yield from _unanswered(office, today, rosters)
    plans = {office.code: office for office in offices if office.extension_plan}
    for code, key, name, extension, holders in directory.connection.execute(
        _DOUBLED, (today.isoformat(),)
    ):
        plan = plans[code].extension_plan if code in plans else None
        if plan and not plan.allows(extension):
            yield Finding(
                "extensions", code, key, name, extension, f"is not one of the office's ({plan})",
                f"pressdesk contact edit {key} --ext EXTENSION --office {code}",
            )  # fmt: skip
        if holders > 1:
            yield Finding(
                "extensions", code, key, name, extension, f"{holders} contacts have it",
                f"pressdesk contact edit {key} --ext EXTENSION --office {code}",
            )  # fmt: skip


def _unlike_index(contact: Contact) -> Finding:
    return Finding(
        "search", "", contact.key, contact.name, "", "is found by other words than it has",
        "pressdesk doctor --refresh",
    )  # fmt: skip


def _unreadable(contact: Contact, today: date) -> Iterator[Finding]:
    """Yield addresses and numbers that today's rules refuse, or show otherwise."""
    office, key = usual_office(contact, today), contact.key
    for email in contact.emails:
        reason = _email_problem(email.address.normal)
        if reason:
            remedy = f"pressdesk contact edit {key} --remove-email {quote(str(email.address))}"
            yield Finding(
                "addresses", office, key, contact.name, str(email.address), reason, remedy
            )
    for phone in contact.phones:
        number = phone.number
        display, problem = _read_today(number.e164, possible_only=number.possible_only)
        if problem:
            remedy = (
                f"pressdesk contact edit {key} --remove-{_option(phone.kind)} {quote(str(number))}"
            )
            yield Finding("numbers", office, key, contact.name, str(number), problem, remedy)
        elif display != number.display:
            reason = f"is written {display} today"
            yield Finding(
                "numbers", office, key, contact.name, str(number), reason,
                "pressdesk doctor --refresh",
            )  # fmt: skip


def _option(kind: PhoneKind) -> str:
    return NAMES[kind].options[0].removeprefix("--")


def _email_problem(address: str) -> str | None:
    try:
        EmailAddress.parse(address)
    except InvalidValueError as error:
        return error.reason
    return None


@lru_cache(maxsize=10_000)
def _read_today(e164: str, *, possible_only: bool) -> tuple[str, str | None]:
    """Return how today's rules write a number, and why they refuse it."""
    try:
        return PhoneNumber.parse(e164, allow_possible=possible_only).display, None
    except InvalidValueError as error:
        return "", error.reason


def display_of(number: PhoneNumber) -> str:
    """Return how today's rules write a number; the text there is, where they refuse it."""
    return _read_today(number.e164, possible_only=number.possible_only)[0] or number.display


def _unreachable(contact: Contact, today: date) -> Iterator[Finding]:
    if not has_way(contact) and not contact.unlisted:
        yield Finding(
            "reach", usual_office(contact, today), contact.key, contact.name, "",
            "has no public phone or e-mail", f"pressdesk contact edit {contact.key} --add-email …",
        )  # fmt: skip


def _left(contact: Contact) -> Iterator[Finding]:
    """Yield where somebody who has left, and whom nobody follows, is posted all the same."""
    for posting in contact.postings:
        if contact.left_on and (posting.ends_on is None or posting.ends_on > contact.left_on):
            yield Finding(
                "left", posting.office, contact.key, contact.name, "",
                f"left on {contact.left_on}, is posted still, and nobody follows",
                f"pressdesk contact hand-over {contact.key} --to …",
            )  # fmt: skip


def _unanswered(office: Office, today: date, rosters: Rosters) -> Iterator[Finding]:
    """Yield the first day, of the next thirty, on which nobody of an office is there.

    An office that never had anybody, and for which another one answers, is meant so.
    """
    for day in sorted(days_of_change(office, rosters, today)):
        if day > today + _SOON:
            return
        choice = choose(office, Rule(day), rosters)
        if choice.duties and choice.offices[-1] == office:
            continue
        if choice.duties and not judge_office(office, Rule(day), rosters):
            return
        who = f"{choice.offices[-1].code} answers" if choice.duties else "nobody answers"
        yield Finding(
            "duty", office.code, office.code, office.name, str(day),
            f"nobody is on duty, {who}", f"pressdesk rota list {office.code}",
        )  # fmt: skip
        return
