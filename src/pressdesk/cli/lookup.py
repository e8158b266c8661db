"""`pressdesk show`: everything about one contact or one office."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from pressdesk.cli import output
from pressdesk.cli.completion import complete_who
from pressdesk.cli.opening import reading
from pressdesk.cli.options import TextFormat
from pressdesk.model import Contact, Email, Office, Phone, Posting
from pressdesk.settings import Settings
from pressdesk.visible import visible

_LABEL_WIDTH = 12


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
    output_format: TextFormat = "text",
) -> None:
    """Show everything about one contact or office, internal values too.

    \b
      pressdesk show maria
      pressdesk show washington --format json
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        found = directory.get(what)
        if output_format == "json":
            _write_json(found)
        elif isinstance(found, Contact):
            codes = dict.fromkeys(posting.office for posting in found.postings)
            offices = {code: directory.get_office(code) for code in codes}
            _write_lines(_contact_lines(found, offices))
        else:
            here = directory.on_duty(found, date.today())  # noqa: DTZ011  # the reader's own day
            _write_lines(_office_lines(found, [duty.contact.name for duty in here]))


def _write_json(found: Contact | Office) -> None:
    from pressdesk.exchange.json_format import contact_data, office_data

    data = contact_data(found) if isinstance(found, Contact) else office_data(found)
    output.write_json(data)


def _write_lines(lines: Iterator[tuple[str, str]]) -> None:
    for label, text in lines:
        output.write(f"{label + ':':{_LABEL_WIDTH}} {visible(text)}\n")


def _contact_lines(contact: Contact, offices: dict[str, Office]) -> Iterator[tuple[str, str]]:
    yield "name", contact.name
    yield "key", contact.key
    if contact.kind != "person":
        yield "kind", str(contact.kind)
    yield from _optional("given name", contact.given_name)
    yield from _optional("family name", contact.family_name)
    yield from _optional("title", contact.title)
    for language, title in contact.titles.items():
        yield f"title {language}", title
    for email in contact.emails:
        yield "email", str(email.address) + _remarks(email)
    for phone in contact.phones:
        yield (
            "tel" if phone.kind == "office" else str(phone.kind),
            str(phone.number) + _remarks(phone),
        )
    for posting in contact.postings:
        office = offices[posting.office]
        yield "posted to", _posting_text(posting, office)
        if office.timezone:
            yield "there it is", _local_time(office.timezone)
    yield from _optional("languages", ", ".join(contact.languages))
    yield from _optional("topics", ", ".join(contact.topics))
    yield from _optional("note", contact.note)
    if contact.unlisted:
        yield "unlisted", "never in a block or an export"
    yield from _optional("left on", str(contact.left_on) if contact.left_on else None)
    yield from _optional("successor", contact.successor)


def _office_lines(office: Office, on_duty: list[str]) -> Iterator[tuple[str, str]]:
    yield "office", office.name
    yield "code", office.code
    for language, name in office.names.items():
        yield f"name {language}", name
    yield from _optional("of", office.organization)
    yield from _optional("city", office.city)
    yield "country", office.country
    yield from _optional("language", office.language)
    if office.timezone:
        yield "time zone", f"{office.timezone}, where it is {_local_time(office.timezone)}"
    yield from _optional("switchboard", str(office.switchboard) if office.switchboard else None)
    yield from _optional(
        "extensions", str(office.extension_plan) if office.extension_plan else None
    )
    yield from _optional("reports to", office.reports_to)
    for name in on_duty:
        yield "on duty", name


def _local_time(timezone: str) -> str:
    """Say what the clock shows there now, so that one sees whom one can ring."""
    from pressdesk.values.places import time_in

    return f"{time_in(timezone):%H:%M on %A}"


def _optional(label: str, text: str | None) -> Iterator[tuple[str, str]]:
    if text:
        yield label, text


def _remarks(way: Email | Phone) -> str:
    """Say who may see a value, when it was verified, and where it came from."""
    remarks = ["public" if way.public else "INTERNAL"]
    if isinstance(way, Phone) and way.number.possible_only:
        remarks.append("possible, but not valid")
    if way.verified_on:
        remarks.append(f"verified on {way.verified_on}")
    if way.source:
        remarks.append(str(way.source))
    return f"  ({', '.join(remarks)})"


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
