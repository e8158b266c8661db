"""Contacts as lines: one for each posting, with named fields of plain text.

The names of the fields and their order in DEFAULT_FIELDS are a contract (docs/formats.md).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from pressdesk.exchange.names import name_parts
from pressdesk.model import Contact, Office, Phone, PhoneKind, Posting
from pressdesk.model.fields import OFFICE, ROW, Field, arranged
from pressdesk.model.phone_kinds import NAMES

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

    @property
    def emails(self) -> list[str]:
        """The addresses that may be shown."""
        return [
            str(email.address) for email in self.contact.emails if email.public or self.internal
        ]

    @property
    def title(self) -> str:
        """The title at the posting, else the contact's own; empty without any."""
        return (self.posting.title if self.posting else None) or self.contact.title or ""


def contact_lines(
    contacts: Iterable[Contact],
    offices: Mapping[str, Office],
    *,
    only: str | None = None,
    internal: bool = False,
) -> Iterator[Line]:
    """Return one line for each posting of each contact, or one without; only: an office's code."""
    for contact in contacts:
        posted = [posting for posting in contact.postings if only is None or posting.office == only]
        for posting in posted:
            yield Line(contact, posting, offices[posting.office], internal)
        if not posted:
            yield Line(contact, internal=internal)


def _first(line: Line, kind: PhoneKind) -> Phone | None:
    phones = (phone for phone in line.contact.phones if phone.kind is kind)
    return next((phone for phone in phones if phone.public or line.internal), None)


def _of_kind(kind: PhoneKind) -> Callable[[Line], str]:
    def text(line: Line) -> str:
        phone = _first(line, kind)
        return str(phone.number) if phone else ""

    return text


def _own(field: Field) -> Callable[[Line], str]:
    """Return a function for the text of a field of the contact, posting or office of a line."""
    get, as_text, place = field.get, field.kind.text, _OWNERS.index(field.owner)

    def text(line: Line) -> str:
        owner = line[place]
        return "" if owner is None else as_text(get(owner))

    return text


def _main_number(line: Line) -> tuple[str, str]:
    """Return number and extension by which one rings first: the switchboard's, else their own."""
    if line.posting and line.posting.extension and line.office and line.office.switchboard:
        return line.office.switchboard.display, line.posting.extension
    phone = _first(line, PhoneKind.OFFICE)
    return (phone.number.display, phone.number.extension or "") if phone else ("", "")


def _verified_on(line: Line) -> str:
    """Return the day on which the value that is longest unverified was verified; empty is never."""
    days = [email.verified_on for email in line.contact.emails]
    days += [phone.verified_on for phone in line.contact.phones]
    known = [day for day in days if day is not None]
    return str(min(known)) if known and len(known) == len(days) else ""


# As they stand in a line.
_OWNERS: tuple[type | None, ...] = (Contact, Posting, Office)
_OF_OFFICE = ("code", "organization", "city", "country", "timezone")
# What is more than the text of one field; and for letters the parts of a name, stored or not.
_COMPOSED: dict[str, Callable[[Line], str]] = {
    "title": lambda line: line.title,
    "office": lambda line: line.office.name if line.office else "",
    "email": lambda line: next(iter(line.emails), ""),
    **{names.column: _of_kind(kind) for kind, names in NAMES.items()},
    "phone": lambda line: _main_number(line)[0],
    "ext": lambda line: _main_number(line)[1],
    "tel": lambda line: " ext ".join(part for part in _main_number(line) if part),
    "given_name": lambda line: name_parts(line.contact).given,
    "family_name": lambda line: name_parts(line.contact).family,
    "verified_on": _verified_on,
    "version": lambda line: str(line.contact.version),
}
_LISTED = (*ROW, *(field for field in OFFICE if field.name in _OF_OFFICE))
FIELDS: dict[str, Callable[[Line], str]] = arranged(
    {
        field.column: _COMPOSED.get(field.column) or _own(field)
        for field in _LISTED
        if field.is_listed
    }
    | _COMPOSED,
    (*DEFAULT_FIELDS, "tel"),
)


def _of_office(field: Field) -> Callable[[Office], str]:
    get, as_text = field.get, field.kind.text
    return lambda office: as_text(get(office))


OFFICE_FIELDS: dict[str, Callable[[Office], str]] = arranged(
    {field.column: _of_office(field) for field in OFFICE if field.is_listed}
    | {"version": lambda office: str(office.version)},
    OFFICE_DEFAULT_FIELDS,
)
