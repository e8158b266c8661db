"""Contacts and offices as JSON data; the keys are a contract (docs/formats.md)."""

from collections.abc import Callable, Iterable
from typing import Any

from pressdesk.model import Contact
from pressdesk.model.fields import CONTACT, EMAIL, OFFICE, PHONE, POSTING, Field, as_dict

SCHEMA_VERSION = 1


def _data(fields: Iterable[Field]) -> Callable[[Any], dict[str, Any]]:
    return as_dict(fields, lambda kind: kind.data or kind.stored)


_posting, office_data = map(_data, (POSTING, OFFICE))
_email, _phone = (_data(field for field in fields if field.is_listed) for fields in (EMAIL, PHONE))
# What a contact has several of stands before what holds of it as a whole.
_LAST = ("left_on", "successor", "unlisted")
_shown = {field.name: field for field in CONTACT if not field.is_internal}
_first = _data(field for name, field in _shown.items() if name not in _LAST)
_last = _data(_shown[name] for name in _LAST)
_internal = _data(field for field in CONTACT if field.is_internal)


def contact_data(contact: Contact, *, internal: bool = True) -> dict[str, Any]:
    """Return a contact as data; missing values are None, never absent.

    internal: with internal addresses and numbers too.
    """
    return {
        **_first(contact),
        "emails": [_email(email) for email in contact.emails if email.public or internal],
        "phones": [_phone(phone) for phone in contact.phones if phone.public or internal],
        "postings": [_posting(posting) for posting in contact.postings],
        **_last(contact),
    }


def export_data(contact: Contact, *, internal: bool) -> dict[str, Any]:
    """Return a contact for an export: with internal values it is whole, and has its note."""
    data = contact_data(contact, internal=internal)
    return data | _internal(contact) if internal else data
