"""Groups of options: what can be said about an office, a contact, a posting.

commands.with_options spreads each over a command's parameters.
"""

from collections.abc import Mapping
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_contact, complete_office
from pressdesk.cli.lazy_commands import OneOf, Options
from pressdesk.cli.options.shared import AllowPossible, SharedExtension
from pressdesk.model import PhoneKind
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.extension_plan import COLUMNS as PLAN_COLUMNS, KINDS

_Values = list[str] | None
_Numbers = Mapping[PhoneKind, list[str]]
_PLAN_OPTIONS = {
    column: OneOf(
        column,
        str | None,
        typer.Option(
            f"--{column.replace('_', '-')}", metavar=KINDS[kind].metavar, help=KINDS[kind].help
        ),
    )
    for column, kind in PLAN_COLUMNS.items()
}


def _phone_options(change: str = "") -> dict[str, OneOf]:
    """Make an option for each kind of numbers; change: "add" or "remove" one of them."""
    options = {}
    for kind, names in NAMES.items():
        words, text = names.options, names.help
        if change:
            words = (f"--{change}-{names.options[0].removeprefix('--')}",)
            text = f"One more {names.noun}." if change == "add" else "Take it away."
        option = typer.Option(*words, metavar="NUMBER", help=text)
        options[words[0].strip("-").replace("-", "_")] = OneOf(kind, _Values, option)
    return options


class OfficeFields(Options):
    """What is said about an office; an empty text takes a value away."""

    code: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="A short name; else it is made of the name."),
    ] = None
    organization: Annotated[
        str | None,
        typer.Option("--organization", metavar="NAME", help="Whose office it is, as in IOM."),
    ] = None
    city: Annotated[str | None, typer.Option(metavar="CITY", help="Where it is.")] = None
    lang: Annotated[
        str | None, typer.Option(metavar="LANG", help="Language of its blocks, as in fr or pt-BR.")
    ] = None
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Time zone, as in Europe/Zurich.")
    ] = None
    switchboard: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="The number on which its extensions are."),
    ] = None
    extension_plan: Annotated[Mapping[str, str], _PLAN_OPTIONS]
    reports_to: Annotated[
        str | None,
        typer.Option(
            metavar="OFFICE",
            help="Who answers when nobody here is on duty.",
            autocompletion=complete_office,
        ),
    ] = None
    name_in: Annotated[
        _Values,
        typer.Option(metavar="LANG=TEXT", help="Its name in another language; may be repeated."),
    ] = None


class ContactFields(Options):
    """What is said about a contact; an empty text takes a value away."""

    key: Annotated[
        str | None, typer.Option(metavar="KEY", help="A short name; else it is made of the name.")
    ] = None
    given_name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where it is not all but the last word.")
    ] = None
    family_name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where it is not the last word.")
    ] = None
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="The job title.")] = None
    title_in: Annotated[
        _Values,
        typer.Option(metavar="LANG=TITLE", help="The title in another language; may be repeated."),
    ] = None
    email: Annotated[
        _Values, typer.Option(metavar="ADDRESS", help="E-mail address; may be repeated.")
    ] = None
    phones: Annotated[_Numbers, _phone_options()]
    ext: Annotated[
        str | None,
        typer.Option(
            metavar="DIGITS", help="Extension: of --tel, else on the office's switchboard."
        ),
    ] = None
    lang: Annotated[
        _Values, typer.Option(metavar="LANG", help="A language they speak; may be repeated.")
    ] = None
    topic: Annotated[
        _Values, typer.Option(metavar="TOPIC", help="What they speak about; may be repeated.")
    ] = None
    internal: Annotated[
        _Values,
        typer.Option(
            metavar="VALUE", help="An address or number that is never published; may be repeated."
        ),
    ] = None
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="For colleagues; never published.")
    ] = None
    allow_possible: AllowPossible = False
    shared_extension: SharedExtension = False


class PostingFields(Options):
    """What is said about a posting; an empty text takes a value away."""

    rank: Annotated[
        str | None, typer.Option(metavar="N", help="Order in the block: 1 comes first.")
    ] = None
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="First day on duty, YYYY-MM-DD."),
    ] = None
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last day on duty, YYYY-MM-DD.")
    ] = None


class Leaving(Options):
    """When a contact goes and who follows; an empty text takes a value away."""

    left: Annotated[
        str | None,
        typer.Option(
            "--left",
            metavar="DATE",
            help="First day on which they are gone; from then on the successor is printed.",
        ),
    ] = None
    successor: Annotated[
        str | None,
        typer.Option(
            "--successor",
            metavar="WHO",
            help="Who follows from the --left day on: key, name or words of it.",
            autocompletion=complete_contact,
        ),
    ] = None


class WayChanges(Options):
    """Ways that are added to those of a contact, or taken from them, one by one."""

    add_email: Annotated[_Values, typer.Option(metavar="ADDRESS", help="One more e-mail.")] = None
    add_phones: Annotated[_Numbers, _phone_options("add")]
    remove_email: Annotated[_Values, typer.Option(metavar="ADDRESS", help="Take it away.")] = None
    remove_phones: Annotated[_Numbers, _phone_options("remove")]
    public: Annotated[
        _Values,
        typer.Option(metavar="VALUE", help="An internal address or number that becomes public."),
    ] = None
