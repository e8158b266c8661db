"""`pressdesk office …`: add, change, list and remove offices."""

from collections.abc import Iterable
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_office
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.fields import OfficeFields
from pressdesk.cli.options.opening import changing, load_readers, reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.shared import AllowPossible, IfVersion, KeepNumbers, Yes
from pressdesk.cli.options.texts import given_by
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.screen.listing import write_records
from pressdesk.cli.versions import refuse_older
from pressdesk.directory.store import Directory
from pressdesk.drafts.given import Given
from pressdesk.drafts.office_draft import apply_office_draft
from pressdesk.drafts.warnings import find_draft_warnings
from pressdesk.exchange.json.writing import office_data
from pressdesk.exchange.lines import OFFICE_DEFAULT_FIELDS, OFFICE_FIELDS
from pressdesk.model.fields import OFFICE
from pressdesk.settings import Settings
from pressdesk.text.visible import visible
from pressdesk.values.places import parse_country, parse_language

OfficeName = Annotated[
    str,
    typer.Argument(
        metavar="OFFICE", help="Code, city, name or words of it.", autocompletion=complete_office
    ),
]


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name as it is printed.")],
    country: Annotated[
        str, typer.Option("--country", metavar="CC", help="Two letters, as in US, CH or KE.")
    ],
    given: OfficeFields,
    allow_possible: AllowPossible = False,
) -> None:
    """Add an office.

    \b
      pressdesk office add "IOM Washington DC" --organization IOM --city Washington \\
          --country US --switchboard "+1 202 862 1826" --extension-digits 3
      pressdesk office add "IOM Geneva" --country CH --name-in "fr=OIM Genève"
    """
    settings: Settings = context.obj
    draft = _draft(given, name=name, country=country)
    # A wrong value is refused before any file is opened, let alone made.
    office = apply_office_draft(draft, allow_possible=allow_possible)
    load_readers(emails=False, phones=given.switchboard)
    with changing(settings, "office add", create=True) as directory:
        if given.reports_to:
            draft = _draft(given, name=name, country=country, above=directory)
            office = apply_office_draft(draft, allow_possible=allow_possible)
        stored = directory.add_office(office)
    _warn(find_draft_warnings(draft))
    if not settings.is_quiet:
        output.say(f"added office {stored.code}: {stored.name}")


def edit(
    context: typer.Context,
    office: OfficeName,
    given: OfficeFields,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The name as it is printed.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help="Two letters, as in US.")
    ] = None,
    keep_numbers: KeepNumbers = False,
    allow_possible: AllowPossible = False,
    if_version: IfVersion = None,
) -> None:
    """Change an office; what is not named stays, an empty text takes a value away.

    \b
      pressdesk office edit washington --switchboard "+1 202 862 1800"
      pressdesk office edit geneva --reports-to brussels --timezone ""

    Whose own number is the new or the old switchboard with an extension becomes an extension of it,
    and is named, unless you say --keep-numbers.
    """
    settings: Settings = context.obj
    load_readers(emails=False, phones=given.switchboard)
    with changing(settings, "office edit") as directory:
        before = directory.get_office(office)
        refuse_older(directory, before, if_version)
        draft = _draft(given, name=name, country=country, above=directory)
        after = apply_office_draft(draft, before, allow_possible=allow_possible)
        stored = directory.change_office(before, after, keep_numbers=keep_numbers)
    _warn(find_draft_warnings(draft))
    _warn(visible(sentence) for following in directory.followings for sentence in following.left)
    if settings.is_quiet:
        return
    done = "unchanged" if stored is before else "changed"
    output.say(f"{done} office {stored.code}: {stored.name}")
    for following in directory.followings:
        if following.names:
            output.say(visible(str(following)))


def list_offices(
    context: typer.Context,
    shape: ListShape,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help="Those in that country.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="LANG", help="Those with blocks in it.")
    ] = None,
    sort: Annotated[str, choice(("name", "country"), "--sort", "In which order.")] = "name",
) -> None:
    """List the offices by name.

    \b
      pressdesk office list
      pressdesk office list --country KE --fields code,timezone
      pressdesk office list --format json
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        offices = directory.offices()
    if country is not None:
        code = parse_country(country)
        offices = [office for office in offices if office.country == code]
    if lang is not None:
        tag = parse_language(lang)
        offices = [office for office in offices if f"{office.language}-".startswith(f"{tag}-")]
    if sort == "country":
        offices.sort(key=lambda office: office.country)
    write_records(offices, shape, office_data, OFFICE_FIELDS, OFFICE_DEFAULT_FIELDS)


def remove(context: typer.Context, office: OfficeName, yes: Yes = False) -> None:
    """Remove an office that has no contacts and answers for no other.

    \b
      pressdesk office remove geneva --yes
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        found = directory.get_office(office)
    confirm(f"Remove office {found.code} ({found.name})?", is_given=yes)
    with changing(settings, "office remove") as directory:
        directory.remove_office(found)
    if not settings.is_quiet:
        output.say(f"removed office {found.code}: {found.name}")


def _draft(
    given: OfficeFields,
    *,
    name: str | None,
    country: str | None,
    above: Directory | None = None,
) -> Given:
    """Return what the options say; above: where the office it reports to is looked up."""
    reports_to = None
    if given.reports_to is not None and above is not None:
        text = given.reports_to.strip()
        reports_to = above.get_office(text).code if text else ""
    own = {**given_by(OFFICE, given), **given.extension_plan}
    return {**own, "name": name, "country": country, "reports_to": reports_to}


def _warn(warnings: Iterable[str]) -> None:
    for warning in warnings:
        output.warn(warning)
