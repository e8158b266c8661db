"""`pressdesk contact verify`: addresses and numbers that somebody found to be right."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_contact, complete_office
from pressdesk.cli.options.opening import changing, load_readers, reading
from pressdesk.cli.screen import output
from pressdesk.directory.store import Directory
from pressdesk.drafts.verifying import verify as verify_ways, verify_value
from pressdesk.drafts.ways import Reading
from pressdesk.errors import FileError, OptionsError
from pressdesk.files.atomic import create_file
from pressdesk.files.reading import is_folder
from pressdesk.model import Contact
from pressdesk.settings import Settings
from pressdesk.values.days import parse_day


def verify(
    context: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]...", help="Key, name or words of it.", autocompletion=complete_contact
        ),
    ] = None,
    email: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="This address alone.")
    ] = None,
    phone: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER", help="This number alone.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="When, YYYY-MM-DD, if not today.")
    ] = None,
    all_of: Annotated[
        str | None,
        typer.Option(
            metavar="OFFICE", help="Everybody who is there.", autocompletion=complete_office
        ),
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER", help="Write a mail to each office that asks; change nothing."
        ),
    ] = None,
) -> None:
    """Record that addresses and numbers were found to be right: all public ones, or those named.

    \b
      pressdesk contact verify maria tom
      pressdesk contact verify maria --phone "+1 202 555 0123" --on 2026-11-20
      pressdesk contact verify --all-of geneva
      pressdesk contact verify --draft mails/

    --draft writes a mail (.eml) for each office, or for that of --all-of, in its language, with
    what the directory holds for it. Nothing is sent: open each, look at it, and send it.
    `pressdesk doctor stale` lists what should be asked for.
    """
    settings: Settings = context.obj
    today = date.today()  # noqa: DTZ011  # the user's own day
    if draft is not None:
        if who or email or phone or on:
            raise OptionsError("--draft asks offices: it goes with --all-of alone")
        _write_mails(settings, Path(draft), all_of, today)
        return
    if not who and not all_of:
        raise OptionsError("name somebody, or an office with --all-of")
    day = parse_day("on", on) if on else today
    if day > today:
        raise OptionsError(f"--on {day} is in the future")
    load_readers(email, phone)
    with changing(settings, "contact verify") as directory:
        contacts = {contact.key: contact for contact in map(directory.get_contact, who or ())}
        if all_of:
            duties = directory.on_duty(directory.get_office(all_of), today)
            contacts |= {duty.contact.key: duty.contact for duty in duties}
        if (email or phone) and len(contacts) != 1:
            raise OptionsError("--email and --phone are of one contact: name that one alone")
        done = []
        for contact in contacts.values():
            after = _verified(directory, contact, day, (*(email or ()), *(phone or ())))
            done.append((contact, directory.change_contact(contact, after)))
    if not settings.is_quiet:
        for before, after in done:
            count = _count(after, day)
            word = "value" if count == 1 else "values"
            state = "unchanged" if after is before else f"verified on {day}"
            output.say(f"{state}: {after.key}, {count} {word}")


def _verified(directory: Directory, contact: Contact, day: date, values: Sequence[str]) -> Contact:
    """Return the contact with the day at some values, else at all that is public."""
    if not values:
        ways = verify_ways(contact.emails, contact.phones, str(day), Reading())
        return contact._replace(**ways)
    codes = [posting.office for posting in contact.postings]
    reading = Reading(directory.get_office(codes[0]).country if codes else None)
    for text in values:
        ways = verify_value(contact.emails, contact.phones, text, day, reading)
        contact = contact._replace(**ways)
    return contact


def _count(contact: Contact, day: date) -> int:
    days = [email.verified_on for email in contact.emails]
    days += [phone.verified_on for phone in contact.phones]
    return days.count(day)


def _write_mails(settings: Settings, folder: Path, office: str | None, today: date) -> None:
    """Write the mails; raise FileError where one is there already: nothing is replaced."""
    from pressdesk.answers.verification import compose_mails

    if not is_folder(folder):
        raise FileError(folder, "is no folder; make it first, or name another")
    with reading(settings) as directory:
        offices = [directory.get_office(office)] if office else directory.offices()
        rosters = directory.rosters()
        rosters.load(offices)
        mails = list(compose_mails(offices, rosters, today))
    for code, mail in mails:
        path = folder / f"{code}.eml"
        try:
            create_file(path, mail)
        except FileExistsError as error:
            raise FileError(
                path, "is there already; take it away, or name another folder"
            ) from error
    if not settings.is_quiet:
        word = "mail" if len(mails) == 1 else "mails"
        output.say(f"wrote {len(mails)} {word} into {folder}; nothing was sent")
