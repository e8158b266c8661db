"""`pressdesk log` and `pressdesk undo`: what was done to the directory, and taking it back."""

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from pressdesk.cli.options.choices import FROM_ONE
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.shared import Yes
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.screen.listing import write_records
from pressdesk.directory.history.operations import PastOperation
from pressdesk.errors import OptionsError
from pressdesk.settings import Settings

_FIELDS: Mapping[str, Callable[[PastOperation], str]] = {
    "id": lambda one: one.short_id,
    "at": lambda one: one.at,
    "actor": lambda one: one.actor,
    "command": lambda one: one.short_command,
    "what": lambda one: one.what,
    "offices": lambda one: str(one.offices or ""),
    "contacts": lambda one: str(one.contacts or ""),
    "kind": lambda one: one.kind,
    "undone": lambda one: "undone" if one.is_undone else "",
    "operation": lambda one: one.operation_id,
}
_DEFAULT = ("id", "at", "actor", "command", "what", "undone")


def log(
    context: typer.Context,
    shape: ListShape,
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many.", **FROM_ONE)] = 20,
) -> None:
    """List what was done to the directory, the newest first.

    \b
      pressdesk log
      pressdesk log --limit 100 --format csv

    Each command that changed something is one operation, with the time (UTC), who gave it, and whom
    it changed. `pressdesk undo` takes one back.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        operations = directory.operations(limit)
    write_records(operations, shape.manner, _data, _FIELDS, _DEFAULT)


def undo(
    context: typer.Context,
    operation: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="Which one, as in `pressdesk log`; else the newest."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Say what would be undone, change nothing.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Take back what a command did to the directory: all of it, or nothing.

    \b
      pressdesk undo
      pressdesk undo --dry-run
      pressdesk undo 3f2a91c0 --yes

    Without an id it is the newest command that is not undone yet. What was changed again since then
    is not touched: then nothing is undone. An undo is a change too: its id undoes it. Releases and
    exports that were written stay as they are.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        found = directory.find_operation(operation)
        if found.is_undone:
            raise OptionsError(
                f"operation {found.short_id} is undone already; `pressdesk log` shows by which "
                "undo: undo that to have it again"
            )
        if found.is_final:
            raise OptionsError(
                f"operation {found.short_id} cannot be undone: who was erased stays so"
            )
    what = f"{found.short_command} of {found.at} by {found.actor}: {found.what}"
    if dry_run:
        output.say(f"would undo {what}")
        return
    confirm(f"Undo {what}?", is_given=yes)
    from pressdesk.directory.history.undoing import undo as take_back  # imports sqlite_utils

    command = f"undo {found.operation_id}"
    with changing(settings, command, kind="undo", undoes=found) as editor:
        restored = take_back(editor, found)
    if not settings.is_quiet:
        for verb, subject, key, name in restored:
            output.say(f"{verb} {subject} {key}: {name}")
        output.say("undone")


def _data(operation: PastOperation) -> dict[str, object]:
    return {
        "id": operation.operation_id,
        "at": operation.at,
        "actor": operation.actor,
        "command": operation.command,
        "kind": operation.kind,
        "undoes": operation.undoes,
        "offices": operation.offices,
        "contacts": operation.contacts,
        "names": list(operation.names),
        "undone": operation.is_undone,
    }
