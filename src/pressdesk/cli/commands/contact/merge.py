"""`pressdesk contact merge`: two records of one person become one."""

from typing import Annotated

import typer

from pressdesk.cli.commands.contact.drafts import say_result
from pressdesk.cli.completion import complete_contact
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shared import Yes
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.directory.upkeep.merging import (
    Sides,
    merge as store_merged,
    merge_records,
    read_choices,
)
from pressdesk.errors import OptionsError
from pressdesk.exchange.changes import whole_texts
from pressdesk.model import Contact
from pressdesk.settings import Settings

_HELP = "Key, name or words of it."


def merge(
    context: typer.Context,
    a: Annotated[str, typer.Argument(metavar="A", help=_HELP, autocompletion=complete_contact)],
    b: Annotated[str, typer.Argument(metavar="B", help=_HELP, autocompletion=complete_contact)],
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=A|B", help="Of which of the two a field is; may be repeated."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what they make, change nothing.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Make one contact of two: B goes into A.

    \b
      pressdesk contact merge maria-g-moreno m-moreno --dry-run
      pressdesk contact merge maria-g-moreno m-moreno --take title=B --yes

    Both stand side by side, with what they make, field by field. Addresses, numbers, postings,
    topics and languages are those of both; any other field is A's, or B's where A has none. The key
    of B finds A from then on. Histories stay, and `pressdesk undo` makes two of them again.
    `pressdesk doctor duplicates` finds who should be looked at; nothing merges by itself.
    """
    settings: Settings = context.obj
    choices = read_choices(take or [])
    with reading(settings) as directory:
        sides = Sides(directory.get_contact(a), directory.get_contact(b))
    if sides.kept.key == sides.other.key:
        raise OptionsError(f"{sides.kept.key} is one contact already: name two")
    result = merge_records(sides, choices)
    _write_sides(sides, result)
    if dry_run:
        return
    confirm(f"Make one contact of {sides.kept.key} and {sides.other.key}?", is_given=yes)
    with changing(settings, "contact merge") as editor:
        stored = store_merged(editor, sides, result)
    say_result(settings, f"merged {sides.other.key} into", stored, sides.kept)


def _write_sides(sides: Sides, result: Contact) -> None:
    """Write a row for each field that either has: A's, B's, and what it becomes."""
    texts = [whole_texts(side) for side in (*sides, result)]
    fields = dict.fromkeys(field for side in texts for field in side)
    rows = [[field, *(side.get(field, "") for side in texts)] for field in fields]
    header = ["field", f"A {sides.kept.key}", f"B {sides.other.key}", "together"]
    if output.is_terminal():
        output.write_table(header, rows, full=True)
    else:
        output.write_rows([header, *rows])
