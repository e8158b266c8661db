"""Offices and contacts as records: plain data that JSON can hold, and back.

History keeps records, so what was stored once can be read back by the same code that reads the
tables: the keys of a record are the names of the columns. A record that was written before there
was a field lacks its key: then nothing was known of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pressdesk.directory.tables import columns as tables
from pressdesk.model import (
    Contact,
    Email,
    Office,
    Phone,
    PhoneKind,
    Posting,
    Shift,
    Source,
    SourceKind,
)
from pressdesk.model.fields import CONTACT, EMAIL, OFFICE, PHONE, POSTING, Field, as_dict
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import COLUMNS as PLAN_COLUMNS, ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

Record = dict[str, Any]

_UNKNOWN = (None, None, None, None)
# An enumeration takes three times as long to find its member.
_PHONE_KINDS = {str(kind): kind for kind in PhoneKind}


def _stored(fields: Iterable[Field]) -> Callable[[Any], Record]:
    return as_dict(fields, lambda kind: kind.stored)


def _loads(fields: Iterable[Field]) -> list[tuple[str, Callable[[Any], Any]]]:
    return [(field.name, field.kind.loaded) for field in fields if field.kind.loaded]


_contact, _email, _phone, _posting = map(_stored, (CONTACT, EMAIL, PHONE, POSTING))
_office = _stored(field for field in OFFICE if field.name != "switchboard")
_CONTACT_LOADS, _OFFICE_LOADS = _loads(CONTACT), _loads(OFFICE)
_POSTING_LOADS = [
    (place, field.kind.loaded) for place, field in enumerate(POSTING) if field.kind.loaded
]


def office_record(office: Office) -> Record:
    """Return an office as plain data; `compose_office` undoes it."""
    number = office.switchboard
    board = (number.e164, number.display, int(number.possible_only)) if number else (None, None, 0)
    return {
        "version": office.version,
        **_office(office),
        **dict(zip(tables.SWITCHBOARD, board, strict=True)),
        "rota": [
            {
                "contact": shift.contact,
                "starts_on": shift.starts_on.isoformat(),
                "ends_on": shift.ends_on.isoformat(),
            }
            for shift in office.rota
        ],
    }


def compose_office(record: Mapping[str, Any]) -> Office:
    """Return the office of a record, or of a row with its names."""
    values = dict(record)
    _load(values, _OFFICE_LOADS)
    number, display, possible_only = (values.pop(column) for column in tables.SWITCHBOARD)
    rota = [compose_shift(list(shift.values())) for shift in values.pop("rota", ())]
    plans = {kind: values.pop(column, None) for column, kind in PLAN_COLUMNS.items()}
    return Office(
        **values,
        rota=tuple(rota),
        switchboard=PhoneNumber(number, None, display, bool(possible_only)) if number else None,
        extension_plan=ExtensionPlan.of_texts(plans),
    )


def contact_record(contact: Contact) -> Record:
    """Return a contact as plain data; `contact_from_record` undoes it."""
    record = _contact(contact)
    record["version"] = contact.version
    record["emails"] = [_with_source(_email(email), email.source) for email in contact.emails]
    record["phones"] = [_with_source(_phone(phone), phone.source) for phone in contact.phones]
    record["postings"] = [_posting(posting) for posting in contact.postings]
    if contact.former_keys:  # hardly anybody has one
        record["former_keys"] = list(contact.former_keys)
    return record


def contact_from_record(record: Mapping[str, Any]) -> Contact:
    """Return the contact of a record."""
    ways = (
        ("emails", compose_email, tables.EMAIL),
        ("phones", compose_phone, tables.PHONE),
        ("postings", compose_posting, tables.POSTING),
    )
    composed = {
        name: [compose([one.get(column) for column in columns]) for one in record[name]]
        for name, compose, columns in ways
    }
    return compose_contact({**record, **composed})


def compose_contact(values: dict[str, Any]) -> Contact:
    """Return the contact of a row or record, whose ways and postings are composed already.

    values: taken, and changed.
    """
    _load(values, _CONTACT_LOADS)
    for name in ("emails", "phones", "postings", "former_keys"):
        values[name] = tuple(values.get(name, ()))
    return Contact(**values)


def compose_email(row: Sequence[Any]) -> Email:
    """Return the e-mail of a row of tables.EMAIL."""
    address, public, verified_on, *source = row
    return Email(EmailAddress(address), bool(public), _day(verified_on), _source(*source))


def compose_phone(row: Sequence[Any]) -> Phone:
    """Return the number of a row of tables.PHONE."""
    number, extension, kind, public, display, possible_only, verified_on, *source = row
    return Phone(
        PhoneNumber(number, extension, display, bool(possible_only)),
        _PHONE_KINDS[kind],
        bool(public),
        _day(verified_on),
        _source(*source),
    )


def compose_shift(row: Sequence[str]) -> Shift:
    """Return the shift of a row: a key, the first and the last day."""
    contact, starts_on, ends_on = row
    return Shift(contact, date.fromisoformat(starts_on), date.fromisoformat(ends_on))


def compose_posting(row: list[Any]) -> Posting:
    """Return the posting of a row of tables.POSTING, which is in the order of the model."""
    for place, load in _POSTING_LOADS:
        if row[place] is not None:
            row[place] = load(row[place])
    return Posting(*row)


def _with_source(record: Record, source: Source | None) -> Record:
    """Add where a value comes from, as the last columns of its row."""
    kind, file, line, day = source or _UNKNOWN
    record["source_kind"], record["source_file"], record["source_line"] = kind, file, line
    record["source_day"] = day and day.isoformat()
    return record


def _source(
    kind: SourceKind | None, file: str | None, line: int | None, day: str | None
) -> Source | None:
    return Source(kind, file, line, _day(day)) if kind else None


def _load(values: dict[str, Any], loads: Iterable[tuple[str, Callable[[Any], Any]]]) -> None:
    """Make values of what columns hold; one may be missing in an old record."""
    for name, load in loads:
        if (value := values.get(name)) is not None:
            values[name] = load(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
