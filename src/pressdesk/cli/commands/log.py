"""`pressdesk log` and `pressdesk undo`: what was done to the directory, and taking it back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Annotated, NamedTuple

import typer

from pressdesk.cli.completion import complete_who
from pressdesk.cli.options.choices import FROM_ONE
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.shared import Yes
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.screen.listing import write_fields, write_records
from pressdesk.directory.history.operations import PastChange, PastOperation, Wanted
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.records import compose_office, contact_from_record
from pressdesk.errors import OptionsError
from pressdesk.exchange.changes import whole_changes
from pressdesk.model import Contact, Office
from pressdesk.settings import Settings
from pressdesk.text.visible import visible
from pressdesk.values.days import end_of_day, parse_day, start_of_day


class _Row(NamedTuple):
    """A field that an operation changed: of whom (a key or code), from what to what."""

    operation: PastOperation
    of: str
    field: str
    old: str | None
    new: str | None


_FIELDS: Mapping[str, Callable[[PastOperation], str]] = {
    "id": lambda operation: operation.short_id,
    "at": lambda operation: _local(operation.at) if output.is_terminal() else operation.at,
    "actor": lambda operation: operation.actor,
    "command": lambda operation: operation.short_command,
    "what": lambda operation: operation.what,
    "offices": lambda operation: str(operation.offices or ""),
    "contacts": lambda operation: str(operation.contacts or ""),
    "kind": lambda operation: operation.kind,
    "undone": lambda operation: "undone" if operation.is_undone else "",
    "operation": lambda operation: operation.operation_id,
}
_DEFAULT = ("id", "at", "actor", "command", "what", "undone")


def _of_operation(field: str) -> Callable[[_Row], str]:
    return lambda row: _FIELDS[field](row.operation)


_ROW_FIELDS: Mapping[str, Callable[[_Row], str]] = {
    **{field: _of_operation(field) for field in _FIELDS},
    "of": lambda row: row.of,
    "field": lambda row: row.field,
    "old": lambda row: row.old or "",
    "new": lambda row: row.new or "",
}
_OF_ROW = ("of", "field", "old", "new")
_ROW_DEFAULT = ("at", "actor", "command", *_OF_ROW)


def log(  # each narrows by another question
    context: typer.Context,
    shape: ListShape,
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many.", **FROM_ONE)] = 20,
    changes: Annotated[
        bool, typer.Option("--changes", help="Each field that changed: what it was, what it is.")
    ] = False,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="What became of one contact or office, field by field.",
            autocompletion=complete_who,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="USER", help="What somebody did.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day.")] = None,
    prune: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Forget what records were like before this day."),
    ] = None,
    yes: Yes = False,
) -> None:
    """List what was done to the directory, the newest first.

    \b
      pressdesk log
      pressdesk log --of maria --since 2026-01-01
      pressdesk log --changes --by ana --format csv
      pressdesk log --prune 2024-01-01

    Each command that changed something is one operation, with the time (of your clock on a
    terminal, else UTC), who gave it (the variable PRESSDESK_USER, else the login), and whom it
    changed. `pressdesk undo` takes one back. --prune forgets old states for good; former addresses
    and numbers stay known, so that `check` finds them in releases.
    """
    settings: Settings = context.obj
    if prune is not None:
        _forget(settings, prune, is_confirmed=yes)
        return
    wanted = Wanted(
        start_of_day(parse_day("since", since)) if since else None,
        end_of_day(parse_day("until", until)) if until else None,
        by,
    )
    with reading(settings) as directory:
        if of is not None:
            from pressdesk.directory.upkeep.person import find_lives

            subject, ids = find_lives(directory, of)
            wanted = wanted._replace(subject=subject, ids=ids)
        operations = directory.operations(limit, wanted)
        if not changes and of is None:
            write_records(operations, shape, _data, _FIELDS, _DEFAULT)
            return
        rows = [row for operation in operations for row in _rows(directory, operation, wanted)]
    if shape.chosen in {"json", "jsonl"}:
        data = [_data(operation) | _changes(rows, operation) for operation in operations]
        write_records(data, shape, dict, {}, ())
    elif shape.chosen == "table" and shape.fields is None:
        output.write_lines(f"{visible(line)}\n" for line in _lines(rows))
    else:
        write_fields(rows, shape, _ROW_FIELDS, _ROW_DEFAULT)


def _rows(directory: Directory, operation: PastOperation, wanted: Wanted) -> Iterator[_Row]:
    """Yield the fields that an operation changed, in the order of its changes."""
    for change in reversed(directory.changes_of(operation, wanted)):
        before, after = _owner(change, change.before), _owner(change, change.after)
        newest = after or before
        of = newest.key if isinstance(newest, Contact) else newest.code if newest else ""
        for changed in whole_changes(before, after):
            yield _Row(operation, of, changed.field, changed.old, changed.new)


def _lines(rows: list[_Row]) -> Iterator[str]:
    """Yield what a person reads: each command and whom it changed, and under that the fields."""
    for (operation, of), fields in groupby(rows, key=lambda row: (row.operation, row.of)):
        when, command = _local(operation.at), operation.short_command
        yield f"{when}  {operation.actor}  {command} ({operation.short_id}): {of}"
        for row in fields:
            yield f"  {row.field}: {row.old or '-'} -> {row.new or '-'}"


def _owner(change: PastChange, record: Mapping[str, object] | None) -> Contact | Office | None:
    if record is None:
        return None
    return contact_from_record(record) if change.subject == "contact" else compose_office(record)


def _changes(rows: list[_Row], operation: PastOperation) -> dict[str, object]:
    theirs = [row._asdict() for row in rows if row.operation is operation]
    return {"changes": [{name: row[name] for name in _OF_ROW} for row in theirs]}


def _forget(settings: Settings, day: str, *, is_confirmed: bool) -> None:
    """Forget the records before a day, after a question."""
    from pressdesk.directory.upkeep.erasure import clean_pages
    from pressdesk.directory.upkeep.forgetting import forget_before

    moment = start_of_day(parse_day("prune", day))
    confirm(f"Forget for good what records were like before {day}?", is_given=is_confirmed)
    with changing(settings, f"log --prune {day.strip()}", kind="erase") as editor:
        count = forget_before(editor, moment)
    clean_pages(settings.path, settings.timeout)
    if not settings.is_quiet:
        output.say(f"forgot {count} {'change' if count == 1 else 'changes'} before {day}")


def _local(at: str) -> str:
    """Return a time by the clock of this machine."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


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
            why = "the history has forgotten what it changed"
            why = "who was erased stays so" if found.kind == "erase" else why
            raise OptionsError(f"operation {found.short_id} cannot be undone: {why}")
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
