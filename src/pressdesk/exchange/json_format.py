"""Contacts and offices as JSON data; the keys are a contract (docs/formats.md)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from pressdesk.model import Contact, Email, Phone
from pressdesk.model.fields import CONTACT, OFFICE, POSTING, Field, arranged

SCHEMA_VERSION = 1
_Data = Callable[[Any], dict[str, Any]]


def _data_of(fields: Sequence[Field]) -> _Data:
    """Make what gives the fields of somebody by their names."""
    plain = [(field.name, field.get, field.kind.data or field.kind.stored) for field in fields]

    def data(owner: object) -> dict[str, Any]:
        return {name: value(get(owner)) if value else get(owner) for name, get, value in plain}

    return data


_contact, _posting, office_data = map(_data_of, (CONTACT, POSTING, OFFICE))
# What a contact has several of stands before what holds of it as a whole.
_LAST = ("emails", "phones", "postings", "left_on", "successor", "unlisted", "note")
_KEYS = tuple(arranged(dict.fromkeys((*(field.name for field in CONTACT), *_LAST)), (), _LAST))
_INTERNAL = [field.name for field in CONTACT if field.is_internal]


def contact_data(contact: Contact, *, internal: bool = True) -> dict[str, Any]:
    """Return a contact as data; missing values are None, never absent.

    internal: with internal addresses and numbers too.
    """
    data = {
        **_contact(contact),
        "emails": [_email_data(email) for email in contact.emails if email.public or internal],
        "phones": [_phone_data(phone) for phone in contact.phones if phone.public or internal],
        "postings": [_posting(posting) for posting in contact.postings],
    }
    return {key: data[key] for key in _KEYS if key not in _INTERNAL}


def export_data(contact: Contact, *, internal: bool) -> dict[str, Any]:
    """Return a contact for an export: with internal values it is whole, and has its note."""
    data = contact_data(contact, internal=internal)
    return data | {name: getattr(contact, name) for name in _INTERNAL} if internal else data


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


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
