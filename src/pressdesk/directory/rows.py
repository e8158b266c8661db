"""Rows to model and back: the only place that knows columns.

Between the two stands a record: plain data that JSON can hold. History keeps records, so what was
stored once can be read back by the same code that reads the tables.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

Record = dict[str, Any]

_OFFICES = """SELECT o.id, o.version, o.code, o.name, o.organization, o.city, o.country, o.language,
    o.timezone, o.switchboard, o.switchboard_display, o.switchboard_possible_only,
    o.extension_digits, o.extension_range, up.code AS reports_to
FROM json_each(?) AS wanted JOIN office AS o ON o.id = wanted.value
LEFT JOIN office AS up ON up.id = o.reports_to ORDER BY wanted.key"""
_OFFICE_NAMES = "SELECT office_id AS owner, language, name FROM office_name WHERE office_id IN {}"

_CONTACTS = """SELECT c.id, c.version, c.key, c.kind, c.name, c.given_name, c.family_name, c.title,
    c.note, c.unlisted, c.left_on, s.key AS successor
FROM json_each(?) AS wanted JOIN contact AS c ON c.id = wanted.value
LEFT JOIN contact AS s ON s.id = c.successor ORDER BY wanted.key"""
_TITLES = "SELECT contact_id AS owner, language, title FROM contact_title WHERE contact_id IN {}"
_LANGUAGES = """SELECT contact_id AS owner, language FROM contact_language
WHERE contact_id IN {} ORDER BY contact_id, position"""
_TOPICS = """SELECT contact_id AS owner, topic FROM contact_topic
WHERE contact_id IN {} ORDER BY contact_id, position"""
_EMAILS = """SELECT contact_id AS owner, address, public, verified_on, source FROM email
WHERE contact_id IN {} ORDER BY contact_id, position"""
_PHONES = """SELECT contact_id AS owner, number, extension, kind, public, display, possible_only,
    verified_on, source FROM phone WHERE contact_id IN {} ORDER BY contact_id, position"""
_POSTINGS = """SELECT p.contact_id AS owner, o.code AS office, p.rank, p.title, p.extension,
    p.starts_on, p.ends_on FROM posting AS p JOIN office AS o ON o.id = p.office_id
WHERE p.contact_id IN {} ORDER BY p.contact_id, p.position"""


@contextmanager
def _damage_named() -> Iterator[None]:
    """Call rows that no pressdesk wrote damaged, as SQLite does with pages that it never wrote."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, InvalidValueError) as error:
        damage = sqlite3.DatabaseError(f"a row cannot be read: {error}")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


@_damage_named()
def load_offices(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Office]:
    """Read offices in the order of their row ids."""
    wanted = _json_array(ids)
    names: dict[int, dict[str, str]] = {}
    for row in _children(connection, _OFFICE_NAMES, wanted):
        names.setdefault(row["owner"], {})[row["language"]] = row["name"]
    return [
        office_from_record({**row, "names": names.get(row["id"], {})})
        for row in _dictionaries(connection.execute(_OFFICES, (wanted,)))
    ]


@_damage_named()
def load_contacts(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Contact]:
    """Read contacts, with all that belongs to them, in the order of their row ids."""
    wanted = _json_array(ids)
    records = {row["id"]: row for row in _dictionaries(connection.execute(_CONTACTS, (wanted,)))}
    for record in records.values():
        record |= {"titles": {}, "languages": [], "topics": []}
        record |= {"emails": [], "phones": [], "postings": []}
    for row in _children(connection, _TITLES, wanted):
        records[row["owner"]]["titles"][row["language"]] = row["title"]
    for row in _children(connection, _LANGUAGES, wanted):
        records[row["owner"]]["languages"].append(row["language"])
    for row in _children(connection, _TOPICS, wanted):
        records[row["owner"]]["topics"].append(row["topic"])
    for name, query in (("emails", _EMAILS), ("phones", _PHONES), ("postings", _POSTINGS)):
        for row in _children(connection, query, wanted):
            records[row.pop("owner")][name].append(row)
    return [contact_from_record(record) for record in records.values()]


def office_record(office: Office) -> Record:
    """Give an office as plain data; `office_from_record` undoes it."""
    number, plan = office.switchboard, office.extension_plan
    return {
        "version": office.version,
        "code": office.code,
        "name": office.name,
        "organization": office.organization,
        "city": office.city,
        "country": office.country,
        "language": office.language,
        "timezone": office.timezone,
        "switchboard": number.e164 if number else None,
        "switchboard_display": number.display if number else None,
        "switchboard_possible_only": int(number.possible_only) if number else 0,
        "extension_digits": plan.digits if plan else None,
        "extension_range": plan.range if plan else None,
        "reports_to": office.reports_to,
        "names": dict(office.names),
    }


def office_from_record(record: Mapping[str, Any]) -> Office:
    """Give the office of a record."""
    switchboard = plan = None
    if record["switchboard"]:
        switchboard = PhoneNumber(
            record["switchboard"],
            None,
            record["switchboard_display"],
            bool(record["switchboard_possible_only"]),
        )
    if record["extension_digits"]:
        plan = ExtensionPlan.parse_digits(record["extension_digits"])
    elif record["extension_range"]:
        plan = ExtensionPlan.parse_range(record["extension_range"])
    return Office(
        code=record["code"],
        name=record["name"],
        country=record["country"],
        organization=record["organization"],
        city=record["city"],
        language=record["language"],
        timezone=record["timezone"],
        switchboard=switchboard,
        extension_plan=plan,
        reports_to=record["reports_to"],
        names=dict(sorted(record["names"].items())),
        version=record["version"],
    )


def contact_record(contact: Contact) -> Record:
    """Give a contact as plain data; `contact_from_record` undoes it."""
    return {
        "version": contact.version,
        "key": contact.key,
        "kind": str(contact.kind),
        "name": contact.name,
        "given_name": contact.given_name,
        "family_name": contact.family_name,
        "title": contact.title,
        "note": contact.note,
        "unlisted": int(contact.unlisted),
        "left_on": _text(contact.left_on),
        "successor": contact.successor,
        "titles": dict(contact.titles),
        "languages": list(contact.languages),
        "topics": list(contact.topics),
        "emails": [_email_record(email) for email in contact.emails],
        "phones": [_phone_record(phone) for phone in contact.phones],
        "postings": [_posting_record(posting) for posting in contact.postings],
    }


def contact_from_record(record: Mapping[str, Any]) -> Contact:
    """Give the contact of a record."""
    return Contact(
        key=record["key"],
        name=record["name"],
        kind=ContactKind(record["kind"]),
        given_name=record["given_name"],
        family_name=record["family_name"],
        title=record["title"],
        titles=dict(sorted(record["titles"].items())),
        emails=tuple(_email(one) for one in record["emails"]),
        phones=tuple(_phone(one) for one in record["phones"]),
        languages=tuple(record["languages"]),
        topics=tuple(record["topics"]),
        postings=tuple(_posting(one) for one in record["postings"]),
        note=record["note"],
        unlisted=bool(record["unlisted"]),
        left_on=_day(record["left_on"]),
        successor=record["successor"],
        version=record["version"],
    )


def _email_record(email: Email) -> Record:
    return {
        "address": email.address.normal,
        "public": int(email.public),
        "verified_on": _text(email.verified_on),
        "source": email.source,
    }


def _email(record: Mapping[str, Any]) -> Email:
    return Email(
        EmailAddress(record["address"]),
        bool(record["public"]),
        _day(record["verified_on"]),
        record["source"],
    )


def _phone_record(phone: Phone) -> Record:
    return {
        "number": phone.number.e164,
        "extension": phone.number.extension,
        "kind": str(phone.kind),
        "public": int(phone.public),
        "display": phone.number.display,
        "possible_only": int(phone.number.possible_only),
        "verified_on": _text(phone.verified_on),
        "source": phone.source,
    }


def _phone(record: Mapping[str, Any]) -> Phone:
    return Phone(
        PhoneNumber(
            record["number"], record["extension"], record["display"], bool(record["possible_only"])
        ),
        PhoneKind(record["kind"]),
        bool(record["public"]),
        _day(record["verified_on"]),
        record["source"],
    )


def _posting_record(posting: Posting) -> Record:
    return {
        "office": posting.office,
        "rank": posting.rank,
        "title": posting.title,
        "extension": posting.extension,
        "starts_on": _text(posting.starts_on),
        "ends_on": _text(posting.ends_on),
    }


def _posting(record: Mapping[str, Any]) -> Posting:
    return Posting(
        record["office"],
        record["rank"],
        record["title"],
        record["extension"],
        _day(record["starts_on"]),
        _day(record["ends_on"]),
    )


def _children(connection: sqlite3.Connection, query: str, wanted: str) -> Iterable[Record]:
    """Read the rows that belong to the wanted owners, given as a JSON array of row ids."""
    chosen = query.format("(SELECT value FROM json_each(?))")
    return _dictionaries(connection.execute(chosen, (wanted,)))


def _json_array(ids: Sequence[int]) -> str:
    # Integers alone: json itself is not worth its import to a lookup.
    return f"[{','.join(map(str, ids))}]"


def _dictionaries(cursor: sqlite3.Cursor) -> Iterable[Record]:
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
