"""`pressdesk find` and `pressdesk contact list`: contacts by what they are called or have."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_language, complete_office, complete_topic
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import FROM_ONE, choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.shapes import ContactShape
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import ORDERS, chosen_fields, sort_lines, write_contacts
from pressdesk.directory.search.asking import Search
from pressdesk.directory.search.query import FIELDS as QUERY_FIELDS
from pressdesk.directory.store import Directory
from pressdesk.errors import NotFoundError
from pressdesk.exchange.lines import FIELDS, Line, contact_lines
from pressdesk.model import Contact
from pressdesk.settings import Settings

_ON_A_SCREEN = 50
_MOST_SAID = 5


class Filters(Options):
    """Which contacts, beside their words."""

    office: Annotated[
        str | None,
        typer.Option(metavar="OFFICE", help="Posted there.", autocompletion=complete_office),
    ] = None
    country: Annotated[str | None, typer.Option(metavar="CC", help="Posted in that country.")] = (
        None
    )
    lang: Annotated[
        str | None,
        typer.Option(metavar="LANG", help="Speak it.", autocompletion=complete_language),
    ] = None
    topic: Annotated[
        str | None,
        typer.Option(metavar="TOPIC", help="Speak about it.", autocompletion=complete_topic),
    ] = None
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="On duty that day, YYYY-MM-DD.")
    ] = None
    unverified_since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|DAYS",
            help="With a value that nobody verified since that day, or for so many days.",
        ),
    ] = None
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="At most so many; a table on a terminal shows 50.", **FROM_ONE
        ),
    ] = None


def find(
    context: typer.Context,
    terms: Annotated[
        list[str], typer.Argument(metavar="TERM...", help="Words, numbers, field:word, OR, NOT.")
    ],
    filters: Filters,
    shape: ContactShape,
) -> None:
    """Look contacts up by name, title, office, city, country, topic, e-mail or phone.

    \b
      pressdesk find zoe
      pressdesk find moreno OR kamau
      pressdesk find 862-1826
      pressdesk find ext:230 city:washington NOT kind:desk
      pressdesk find press --format email

    All terms must match. A word matches every word that it begins, blind to case and accents; a
    part of a phone number with at least four digits finds its owner. Fields: name, title, office,
    city, country, lang, topic, email, phone, ext, kind.
    """
    settings: Settings = context.obj
    # A wrong field is refused before anything is looked up.
    chosen_fields(shape.fields, FIELDS, ())
    lines = _found(settings, tuple(terms), filters, shape)
    if lines:
        write_contacts(lines, shape)
        return
    text = " ".join(terms)
    with reading(settings) as directory:
        if _finds_without(directory, terms, filters):
            error = NotFoundError("contact", text, remedy="without the options somebody does")
        else:
            error = NotFoundError(
                "contact", text, directory.near_names(text), _unknown_field(terms)
            )
    if shape.output_format == "json":
        write_contacts([], shape)
    raise error


def _finds_without(directory: Directory, terms: Sequence[str], filters: Filters) -> bool:
    """Whether the words alone find somebody, where options narrowed the search."""
    given = {name for name, value in vars(filters).items() if value is not None}
    if not given - {"limit"}:
        return False
    return bool(directory.find(make_search(directory, tuple(terms), Filters(), 1)))


def _unknown_field(terms: Sequence[str]) -> str | None:
    """Return a sentence with the fields for a term that names no field, as in `tel:862`."""
    fields = (term.partition(":")[0].lower() for term in terms if ":" in term)
    unknown = next((name for name in fields if name.isalpha() and name not in QUERY_FIELDS), None)
    return f"there is no field {unknown}: but {', '.join(QUERY_FIELDS)}" if unknown else None


def list_contacts(
    context: typer.Context,
    filters: Filters,
    shape: ContactShape,
    sort: Annotated[
        str, choice(ORDERS, "--sort", "In which order; verified: the longest ago first.")
    ] = "name",
) -> None:
    """List the contacts by name, one line for each posting.

    \b
      pressdesk contact list --office washington
      pressdesk contact list --country KE --sort verified
      pressdesk contact list --fields name,mobile --format csv
    """
    settings: Settings = context.obj
    lines = _found(settings, (), filters, shape)
    write_contacts(lines if sort == "name" else sort_lines(lines, sort), shape)


def _found(
    settings: Settings, terms: tuple[str, ...], filters: Filters, shape: ContactShape
) -> list[Line]:
    """Return the lines of what is found; say when there is more than a screen shows."""
    is_screen = shape.chosen == "table" and filters.limit is None
    with reading(settings) as directory:
        search = make_search(
            directory, terms, filters, _ON_A_SCREEN + 1 if is_screen else filters.limit
        )
        contacts = directory.find(search)
        if is_screen and len(contacts) > _ON_A_SCREEN:
            contacts.pop()
            output.say(f"pressdesk: the first {_ON_A_SCREEN} are shown; --limit N shows more")
        offices = directory.offices_of(contacts)
    if shape.chosen == "table":
        if filters.on is None:
            _say_who_left(contacts)
        _say_what_is_old(contacts)
    return list(contact_lines(contacts, offices, only=search.office, internal=shape.internal))


def _say_who_left(contacts: Sequence[Contact]) -> None:
    """Say on stderr which of the contacts have left, and who follows."""
    if not any(contact.left_on for contact in contacts):
        return
    today = date.today()  # noqa: DTZ011  # the reader's own day
    gone = [contact for contact in contacts if contact.has_left(today)]
    for contact in gone[:_MOST_SAID]:
        follower = f"; see {contact.successor}" if contact.successor else ""
        output.say(f"pressdesk: {contact.name} left on {contact.left_on}{follower}")


def _say_what_is_old(contacts: Sequence[Contact]) -> None:
    """Say on stderr of which contacts a value was verified more than a year ago."""
    oldest = {}
    for contact in contacts:
        days = [email.verified_on for email in contact.emails]
        days += [phone.verified_on for phone in contact.phones]
        if known := [day for day in days if day]:
            oldest[contact.name] = min(known)
    if not oldest:
        return
    from pressdesk.values.days import years_since

    today = date.today()  # noqa: DTZ011  # the reader's own day
    old = {name: day for name, day in oldest.items() if years_since(day, today)}
    for name, day in [*old.items()][:_MOST_SAID]:
        output.say(f"pressdesk: {name} was last verified on {day}: more than a year ago")


def make_search(
    directory: Directory, terms: tuple[str, ...], filters: Filters, limit: int | None
) -> Search:
    """Return the search with its filters checked.

    Raises InvalidValueError for a filter that is no day, country or language, and what resolution
    raises for the office.
    """
    country = language = day = since = None
    if filters.country is not None:
        from pressdesk.values.places import parse_country

        country = parse_country(filters.country)
    if filters.lang is not None:
        from pressdesk.values.places import parse_language

        language = parse_language(filters.lang)
    if filters.on is not None:
        from pressdesk.values.days import parse_day

        day = parse_day("on", filters.on)
    if filters.unverified_since is not None:
        from pressdesk.values.days import parse_since

        today = date.today()  # noqa: DTZ011  # the user's own day
        since = parse_since("unverified since", filters.unverified_since, today)
    office = directory.get_office(filters.office).code if filters.office else None
    return Search(terms, limit, office, country, language, filters.topic, day, since)
