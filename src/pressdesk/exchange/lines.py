"""Contacts as lines: one for each posting, with named fields of plain text.

The names of the fields and their order in DEFAULT_FIELDS are a contract (docs/formats.md).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from pressdesk.exchange.names import name_parts
from pressdesk.model import Contact, Office, Phone, PhoneKind, Posting

DEFAULT_FIELDS = ("key", "name", "title", "office", "email", "phone", "ext")
# On a screen: who, where and how, in few columns.
SCREEN_FIELDS = ("name", "title", "office", "email", "tel")
OFFICE_DEFAULT_FIELDS = (
    "code", "name", "organization", "city", "country", "language", "switchboard"
)  # fmt: skip


class Line(NamedTuple):
    """A contact at one posting; posting and office are None for a contact without any.

    internal: whether internal values may be shown.
    """

    contact: Contact
    posting: Posting | None = None
    office: Office | None = None
    internal: bool = False


def contact_lines(
    contacts: Iterable[Contact],
    offices: Mapping[str, Office],
    *,
    only: str | None = None,
    internal: bool = False,
) -> Iterator[Line]:
    """Give one line for each posting of each contact, or one without; only: an office's code."""
    for contact in contacts:
        posted = [one for one in contact.postings if only is None or one.office == only]
        for posting in posted:
            yield Line(contact, posting, offices[posting.office], internal)
        if not posted:
            yield Line(contact, internal=internal)


def _email(line: Line) -> str:
    return next(
        (str(one.address) for one in line.contact.emails if one.public or line.internal), ""
    )


def _first(line: Line, kind: PhoneKind) -> Phone | None:
    phones = (one for one in line.contact.phones if one.kind is kind)
    return next((one for one in phones if one.public or line.internal), None)


def _of_kind(kind: PhoneKind) -> Callable[[Line], str]:
    def text(line: Line) -> str:
        phone = _first(line, kind)
        return str(phone.number) if phone else ""

    return text


def _main_number(line: Line) -> tuple[str, str]:
    """Give number and extension by which one rings first: the switchboard's, else their own."""
    if line.posting and line.posting.extension and line.office and line.office.switchboard:
        return line.office.switchboard.display, line.posting.extension
    phone = _first(line, PhoneKind.OFFICE)
    return (phone.number.display, phone.number.extension or "") if phone else ("", "")


def _title(line: Line) -> str:
    return (line.posting.title if line.posting else None) or line.contact.title or ""


def _verified_on(line: Line) -> str:
    """Give the day on which the value that is longest unverified was verified; empty is never."""
    days = [one.verified_on for one in line.contact.emails]
    days += [one.verified_on for one in line.contact.phones]
    known = [day for day in days if day is not None]
    return str(min(known)) if known and len(known) == len(days) else ""


FIELDS: dict[str, Callable[[Line], str]] = {
    "key": lambda line: line.contact.key,
    "name": lambda line: line.contact.name,
    "title": _title,
    "office": lambda line: line.office.name if line.office else "",
    "email": _email,
    "phone": lambda line: _main_number(line)[0],
    "ext": lambda line: _main_number(line)[1],
    "tel": lambda line: " ext ".join(part for part in _main_number(line) if part),
    "kind": lambda line: str(line.contact.kind),
    # For letters: what is stored, else the last word is the family's.
    "given_name": lambda line: name_parts(line.contact).given,
    "family_name": lambda line: name_parts(line.contact).family,
    "mobile": _of_kind(PhoneKind.MOBILE),
    "whatsapp": _of_kind(PhoneKind.WHATSAPP),
    "satellite": _of_kind(PhoneKind.SATELLITE),
    "fax": _of_kind(PhoneKind.FAX),
    "languages": lambda line: " ; ".join(line.contact.languages),
    "topics": lambda line: " ; ".join(line.contact.topics),
    "code": lambda line: line.office.code if line.office else "",
    "organization": lambda line: (line.office.organization if line.office else None) or "",
    "city": lambda line: (line.office.city if line.office else None) or "",
    "country": lambda line: line.office.country if line.office else "",
    "timezone": lambda line: (line.office.timezone if line.office else None) or "",
    "rank": lambda line: _text(line.posting.rank if line.posting else None),
    "from": lambda line: _text(line.posting.starts_on if line.posting else None),
    "until": lambda line: _text(line.posting.ends_on if line.posting else None),
    "verified_on": _verified_on,
    "left_on": lambda line: _text(line.contact.left_on),
    "successor": lambda line: line.contact.successor or "",
}

OFFICE_FIELDS: dict[str, Callable[[Office], str]] = {
    "code": lambda office: office.code,
    "name": lambda office: office.name,
    "organization": lambda office: office.organization or "",
    "city": lambda office: office.city or "",
    "country": lambda office: office.country,
    "language": lambda office: office.language or "",
    "switchboard": lambda office: office.switchboard.display if office.switchboard else "",
    "timezone": lambda office: office.timezone or "",
    "extension_digits": lambda office: _plan(office)[0],
    "extension_range": lambda office: _plan(office)[1],
    "reports_to": lambda office: office.reports_to or "",
}


def _plan(office: Office) -> tuple[str, str]:
    plan = office.extension_plan
    return (plan.digits or "", plan.range or "") if plan else ("", "")


def _text(value: object) -> str:
    return "" if value is None else str(value)
