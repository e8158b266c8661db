"""Offices and contacts as records: plain data that JSON can hold, and back.

History keeps records, so what was stored once can be read back by the same code that reads the
tables: the keys of a record are the names of the columns.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from pressdesk.model import (
    Contact,
    ContactKind,
    Email,
    Office,
    Phone,
    PhoneKind,
    Posting,
    Source,
    SourceKind,
)
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

Record = dict[str, Any]

# An enumeration takes three times as long to find its member.
_CONTACT_KINDS = {str(kind): kind for kind in ContactKind}
_PHONE_KINDS = {str(kind): kind for kind in PhoneKind}


class Parts(NamedTuple):
    """What belongs to a contact, as it is gathered."""

    titles: dict[str, str]
    languages: list[str]
    topics: list[str]
    emails: list[Email]
    phones: list[Phone]
    postings: list[Posting]


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
        "extension_digits": plan.text if plan and plan.kind == "digits" else None,
        "extension_range": plan.text if plan and plan.kind == "range" else None,
        "reports_to": office.reports_to,
        "names": dict(office.names),
    }


def office_from_record(record: Mapping[str, Any]) -> Office:
    """Give the office of a record."""
    return compose_office(**record)


def compose_office(  # noqa: PLR0913, PLR0917  # the columns of a row
    names: Mapping[str, str],
    version: int,
    code: str,
    name: str,
    organization: str | None,
    city: str | None,
    country: str,
    language: str | None,
    timezone: str | None,
    switchboard: str | None,
    switchboard_display: str | None,
    switchboard_possible_only: int,
    extension_digits: str | None,
    extension_range: str | None,
    reports_to: str | None,
) -> Office:
    """Give the office of a row's columns, or of a record's keys, and of its other names."""
    number = None
    if switchboard:
        display = switchboard_display or ""
        number = PhoneNumber(switchboard, None, display, bool(switchboard_possible_only))
    plan = ExtensionPlan.of_texts({"digits": extension_digits, "range": extension_range})
    return Office(
        code, name, country, organization, city, language, timezone, number, plan, reports_to,
        dict(sorted(names.items())), version,
    )  # fmt: skip


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
    parts = Parts(
        record["titles"],
        record["languages"],
        record["topics"],
        [compose_email(**one) for one in record["emails"]],
        [compose_phone(**one) for one in record["phones"]],
        [compose_posting(**one) for one in record["postings"]],
    )
    own = {name: value for name, value in record.items() if name not in Parts._fields}
    return compose_contact(parts, **own)


def compose_contact(  # noqa: PLR0913, PLR0917  # the columns of a row
    parts: Parts,
    version: int,
    key: str,
    kind: str,
    name: str,
    given_name: str | None,
    family_name: str | None,
    title: str | None,
    note: str | None,
    unlisted: int,
    left_on: str | None,
    successor: str | None,
) -> Contact:
    """Give the contact of a row's columns, or of a record's keys, and of what belongs to it."""
    titles, languages, topics, emails, phones, postings = parts
    return Contact(
        key, name, _CONTACT_KINDS[kind], given_name, family_name, title,
        dict(sorted(titles.items())), tuple(emails), tuple(phones), tuple(languages),
        tuple(topics), tuple(postings), note, bool(unlisted), _day(left_on), successor, version,
    )  # fmt: skip


def _email_record(email: Email) -> Record:
    return {
        "address": email.address.normal,
        "public": int(email.public),
        "verified_on": _text(email.verified_on),
        **source_record(email.source),
    }


def compose_email(  # noqa: PLR0913, PLR0917  # the columns of a row
    address: str,
    public: int,
    verified_on: str | None,
    source_kind: SourceKind | None,
    source_file: str | None,
    source_line: int | None,
    source_day: str | None,
) -> Email:
    """Return the e-mail of a row's columns, or of a record's keys: both have these names."""
    source = source_kind and Source(source_kind, source_file, source_line, _day(source_day))
    return Email(EmailAddress(address), bool(public), _day(verified_on), source)


def _phone_record(phone: Phone) -> Record:
    return {
        "number": phone.number.e164,
        "extension": phone.number.extension,
        "kind": str(phone.kind),
        "public": int(phone.public),
        "display": phone.number.display,
        "possible_only": int(phone.number.possible_only),
        "verified_on": _text(phone.verified_on),
        **source_record(phone.source),
    }


def compose_phone(  # noqa: PLR0913, PLR0917  # the columns of a row
    number: str,
    extension: str | None,
    kind: str,
    public: int,
    display: str,
    possible_only: int,
    verified_on: str | None,
    source_kind: SourceKind | None,
    source_file: str | None,
    source_line: int | None,
    source_day: str | None,
) -> Phone:
    """Return the number of a row's columns, or of a record's keys."""
    source = source_kind and Source(source_kind, source_file, source_line, _day(source_day))
    return Phone(
        PhoneNumber(number, extension, display, bool(possible_only)),
        _PHONE_KINDS[kind],
        bool(public),
        _day(verified_on),
        source,
    )


def source_record(source: Source | None) -> Record:
    """Return where a value comes from as the last columns of its row."""
    kind, file, line, day = source or (None, None, None, None)
    return {
        "source_kind": kind,
        "source_file": file,
        "source_line": line,
        "source_day": _text(day),
    }


def _posting_record(posting: Posting) -> Record:
    return {
        "office": posting.office,
        "rank": posting.rank,
        "title": posting.title,
        "extension": posting.extension,
        "starts_on": _text(posting.starts_on),
        "ends_on": _text(posting.ends_on),
    }


def compose_posting(  # noqa: PLR0913, PLR0917  # the columns of a row
    office: str,
    rank: int | None,
    title: str | None,
    extension: str | None,
    starts_on: str | None,
    ends_on: str | None,
) -> Posting:
    """Give the posting of a row's columns, or of a record's keys."""
    return Posting(office, rank, title, extension, _day(starts_on), _day(ends_on))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
