"""`pressdesk show`: everything about one contact or one office."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_who
from pressdesk.cli.options.opening import as_recorded, reading
from pressdesk.cli.options.shared import TextFormat
from pressdesk.cli.screen import output
from pressdesk.model import Contact, Email, Office, Phone, Posting
from pressdesk.model.fields import CONTACT, OFFICE, Field, arranged
from pressdesk.model.phone_kinds import NAMES
from pressdesk.settings import Settings
from pressdesk.text.visible import visible
from pressdesk.values.extension_plan import COLUMNS as PLAN_COLUMNS

_LABEL_WIDTH = 12
_BEHIND_POSTINGS = ("languages", "topics", "note", "unlisted", "left_on", "successor")


def show(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="A contact or an office: key, city, name or words of it.",
            autocompletion=complete_who,
        ),
    ],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As the record was at the end of that day.")
    ] = None,
    output_format: TextFormat = "text",
) -> None:
    """Show everything about one contact or office, internal values too.

    \b
      pressdesk show maria
      pressdesk show washington --format json
      pressdesk show maria --on 2025-12-31

    --on shows the record as the history has it, under the name that it had then.
    """
    settings: Settings = context.obj
    with reading(settings) as now, as_recorded(now, on) as directory:
        found = directory.get(what)
        if output_format == "json":
            _write_json(found)
        elif isinstance(found, Contact):
            codes = dict.fromkeys(posting.office for posting in found.postings)
            offices = {code: directory.get_office(code) for code in codes}
            _write_lines(contact_lines(found, offices))
        else:
            here = directory.on_duty(found, date.today())  # noqa: DTZ011  # the reader's own day
            _write_lines(_office_lines(found, [duty.contact.name for duty in here]))


def _write_json(found: Contact | Office) -> None:
    from pressdesk.exchange.json.writing import contact_data, office_data

    data = contact_data(found) if isinstance(found, Contact) else office_data(found)
    output.write_json(data)


def _write_lines(lines: Iterator[tuple[str, str]]) -> None:
    for label, text in lines:
        output.write(f"{label + ':':{_LABEL_WIDTH}} {visible(text)}\n")


def contact_lines(contact: Contact, offices: dict[str, Office]) -> Iterator[tuple[str, str]]:
    """Yield a label and a text for all that is known of a contact; offices: by code."""
    fields = arranged({field.name: field for field in CONTACT}, ("name",))
    behind = [fields.pop(name) for name in _BEHIND_POSTINGS]
    special = {
        "kind": ("kind", "" if contact.kind == "person" else str(contact.kind)),
        "unlisted": ("unlisted", "never in a block or an export" if contact.unlisted else ""),
    }
    yield from _own_lines(fields.values(), contact, special)
    for email in contact.emails:
        yield "email", str(email.address) + _remarks(email)
    for phone in contact.phones:
        label = NAMES[phone.kind].options[0].removeprefix("--")
        yield label, str(phone.number) + _remarks(phone)
    for posting in contact.postings:
        office = offices[posting.office]
        yield "posted to", _posting_text(posting, office)
        if office.timezone:
            yield "local time", _local_time(office.timezone)
    yield from _own_lines(behind, contact, special)


def _office_lines(office: Office, on_duty: list[str]) -> Iterator[tuple[str, str]]:
    plan, timezone = office.extension_plan, office.timezone
    clock = f"{timezone}, where it is {_local_time(timezone)}" if timezone else ""
    special = {
        "name": ("office", office.name),
        "organization": ("of", office.organization or ""),
        "timezone": ("time zone", clock),
        **{column: ("extensions", str(plan) if plan and plan.kind == kind else "")
           for column, kind in PLAN_COLUMNS.items()},
    }  # fmt: skip
    fields = arranged({field.name: field for field in OFFICE}, ("name",))
    yield from _own_lines(fields.values(), office, special)
    for name in on_duty:
        yield "on duty", name
    for shift in office.rota:
        if shift.ends_on >= date.today():  # noqa: DTZ011  # the reader's own day
            yield "rota", f"{shift.starts_on} to {shift.ends_on}, {shift.contact}"


def _own_lines(
    fields: Iterable[Field], owner: Contact | Office, special: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the fields that have a value, each with what it is called.

    special: what is said otherwise than by the kind of value, by the name of the field.
    """
    for field in fields:
        value, kind = field.get(owner), field.kind
        if kind.is_by_language:
            yield from ((f"{field.called} {language}", text) for language, text in value.items())
            continue
        plain = ", ".join(value) if kind.is_list else kind.text(value)
        label, text = special.get(field.name, (field.name.replace("_", " "), plain))
        if text:
            yield label, text


def _local_time(timezone: str) -> str:
    """Say what the clock shows there now, so that one sees whom one can ring."""
    from pressdesk.values.timezones import time_in

    return f"{time_in(timezone):%H:%M on %A}"


def _remarks(way: Email | Phone) -> str:
    """Say who may see a value, when it was verified, and where it came from."""
    remarks = ["public" if way.public else "INTERNAL"]
    if isinstance(way, Phone) and way.number.possible_only:
        remarks.append("possible, but not valid")
    if way.verified_on:
        remarks.append(f"verified on {way.verified_on}{_age(way.verified_on)}")
    if way.source:
        remarks.append(str(way.source))
    return f"  ({', '.join(remarks)})"


def _age(day: date) -> str:
    """Say on a terminal how long ago a day was, where that is over a year."""
    if not output.is_terminal():
        return ""
    from pressdesk.values.days import years_since

    years = years_since(day, date.today())  # noqa: DTZ011  # the reader's own day
    return f", {years} {'year' if years == 1 else 'years'} ago" if years else ""


def _posting_text(posting: Posting, office: Office) -> str:
    parts = [office.name]
    if posting.title:
        parts.append(f"as {posting.title}")
    if posting.extension:
        number = f" on {office.switchboard.display}" if office.switchboard else ""
        parts.append(f"ext {posting.extension}{number}")
    if posting.rank is not None:
        parts.append(f"rank {posting.rank}")
    if posting.starts_on:
        parts.append(f"from {posting.starts_on}")
    if posting.ends_on:
        parts.append(f"until {posting.ends_on}")
    return ", ".join(parts)
