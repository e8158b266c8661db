"""`pressdesk block`: the contact block on stdout."""

from datetime import date
from typing import Annotated

import typer

from pressdesk.blocks.compose import choose_language, compose_block
from pressdesk.blocks.render import render_block
from pressdesk.cli import output
from pressdesk.cli.completion import complete_who, complete_wording
from pressdesk.cli.opening import reading
from pressdesk.cli.options import TextFormat
from pressdesk.directory.store import Directory
from pressdesk.errors import NobodyReachableError
from pressdesk.model import Contact, Duty, Office
from pressdesk.settings import Settings


def block(
    context: typer.Context,
    who: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO...",
            help="Offices or contacts, in this order.",
            autocompletion=complete_who,
        ),
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day, instead of today.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help="Language, instead of the office's.",
            autocompletion=complete_wording,
        ),
    ] = None,
    output_format: TextFormat = "text",
) -> None:
    """Print the contact block that closes a release.

    \b
      pressdesk block "washington dc"
      pressdesk block Washington Geneva --lang fr
      pressdesk block Washington >> release.txt

    An office is printed with everybody on duty there; when nobody is, the office it reports to
    answers, and stderr says so. Internal numbers and addresses are never printed.
    """
    settings: Settings = context.obj
    day = _day(on)
    with reading(settings) as directory:
        asked = [directory.get(text) for text in who]
        duties = [duty for one in asked for duty in _duties(directory, one, day)]
    made = compose_block(duties, lang or _language(asked, duties, settings))
    if output_format == "text":
        output.write(render_block(made))
        return
    from pressdesk.blocks.json_block import block_data

    output.write_json(block_data(made))


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011  # the day of the person who asks
    from pressdesk.values.days import parse_day

    return parse_day("on", text)


def _duties(directory: Directory, asked: Office | Contact, day: date) -> list[Duty]:
    """Give who answers for what was asked, and say it when that is another office."""
    if isinstance(asked, Contact):
        return [_own_duty(directory, asked, day)]
    duties = directory.answering(asked, day)
    if not duties:
        raise NobodyReachableError(
            asked.name,
            _why_nobody(directory.on_duty(asked, day), day),
            f"post somebody with `pressdesk contact post`, or set "
            f"`pressdesk office edit {asked.code} --reports-to`",
        )
    answering = duties[0].office
    if answering and answering.code != asked.code:
        output.say(
            f"pressdesk: nobody to print for {asked.name} on {day}: {answering.name} answers"
        )
    return duties


def _why_nobody(on_duty: list[Duty], day: date) -> str:
    if not on_duty:
        return f"nobody is on duty on {day}, and no other office answers"
    names = ", ".join(duty.contact.name for duty in on_duty)
    return f"{names} on duty on {day}, but without a public phone or e-mail"


def _own_duty(directory: Directory, contact: Contact, day: date) -> Duty:
    """Give the contact at the first posting that holds on the day."""
    if contact.has_left(day):
        raise NobodyReachableError(
            contact.name, f"left on {contact.left_on}", "ask for the office instead"
        )
    for posting in contact.postings:
        if posting.is_active(day):
            return Duty(contact, directory.get_office(posting.office), posting)
    return Duty(contact)


def _language(asked: list[Office | Contact], duties: list[Duty], settings: Settings) -> str:
    """Choose the language of the office that was asked, not of one that answers for it."""
    own = (one.language for one in asked if isinstance(one, Office))
    theirs = (duty.office.language for duty in duties if duty.office)
    wanted = [*own, *theirs, settings.language]
    chosen = choose_language(wanted)
    named = next((tag for tag in wanted if tag), chosen)
    if named != chosen:
        output.say(f"pressdesk: no wording for the language {named}: English is used")
    return chosen
