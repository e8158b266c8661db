"""Contacts and offices as JSON data; the keys are a contract (docs/formats.md)."""

from datetime import date
from typing import Any

from pressdesk.model import Contact, Email, Office, Phone, Posting

SCHEMA_VERSION = 1


def contact_data(contact: Contact, *, internal: bool = True) -> dict[str, Any]:
    """Give a contact as data; missing values are None, never absent.

    internal: with internal addresses and numbers too.
    """
    return {
        "key": contact.key,
        "kind": str(contact.kind),
        "name": contact.name,
        "given_name": contact.given_name,
        "family_name": contact.family_name,
        "title": contact.title,
        "titles": dict(contact.titles),
        "languages": list(contact.languages),
        "topics": list(contact.topics),
        "emails": [_email_data(one) for one in contact.emails if one.public or internal],
        "phones": [_phone_data(one) for one in contact.phones if one.public or internal],
        "postings": [_posting_data(posting) for posting in contact.postings],
        "left_on": _text(contact.left_on),
        "successor": contact.successor,
        "unlisted": contact.unlisted,
    }


def export_data(contact: Contact, *, internal: bool) -> dict[str, Any]:
    """Give a contact for an export: with internal values it is whole, and has its note."""
    data = contact_data(contact, internal=internal)
    return {**data, "note": contact.note} if internal else data


def office_data(office: Office) -> dict[str, Any]:
    """Give an office as data; missing values are None, never absent."""
    number, plan = office.switchboard, office.extension_plan
    return {
        "code": office.code,
        "name": office.name,
        "names": dict(office.names),
        "organization": office.organization,
        "city": office.city,
        "country": office.country,
        "language": office.language,
        "timezone": office.timezone,
        "switchboard": {"number": number.e164, "display": number.display} if number else None,
        "extension_digits": plan.digits if plan else None,
        "extension_range": plan.range if plan else None,
        "reports_to": office.reports_to,
    }


def _email_data(email: Email) -> dict[str, Any]:
    return {
        "address": str(email.address),
        "public": email.public,
        "verified_on": _text(email.verified_on),
    }


def _phone_data(phone: Phone) -> dict[str, Any]:
    return {
        "number": phone.number.e164,
        "extension": phone.number.extension,
        "kind": str(phone.kind),
        "public": phone.public,
        "display": phone.number.display,
        "verified_on": _text(phone.verified_on),
    }


def _posting_data(posting: Posting) -> dict[str, Any]:
    return {
        "office": posting.office,
        "rank": posting.rank,
        "title": posting.title,
        "extension": posting.extension,
        "starts_on": _text(posting.starts_on),
        "ends_on": _text(posting.ends_on),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
