"""Taking an operation back: each of its changes in turn, the last one first."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.history.operations import PastChange, PastOperation
from pressdesk.directory.tables.records import compose_office, contact_from_record
from pressdesk.directory.tables.rows import load_contacts
from pressdesk.errors import NotFoundError
from pressdesk.errors.directory import ChangedSinceError
from pressdesk.model import Contact

_AT_ONCE = 500
_PRESENT = "SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?))"


class Restored(NamedTuple):
    """What became of one office or contact: it was "removed", "added" again or "changed" back."""

    verb: str
    subject: str
    key: str
    name: str


class _Kind(NamedTuple):
    """What can be done to offices or to contacts; key: the column of their code or key."""

    key: str
    get: Callable[[str], Any]
    add: Callable[[Any], Any]
    change: Callable[[Any, Any], Any]
    remove: Callable[[Any], None]
    from_record: Callable[[Mapping[str, Any]], Any]


def undo(editor: DirectoryEditor, operation: PastOperation) -> list[Restored]:
    """Bring back what an operation changed, as changes of the editor's own operation.

    Raises ChangedSinceError where something of it was changed again, and StillNeededError where
    others have come to need what it added. What is raised must leave the editor's block: then
    nothing is stored.
    """
    kinds = {
        "office": _Kind(
            "code", editor.office_by_code, editor.add_office,
            partial(editor.change_office, keep_numbers=True), editor.remove_office, compose_office,
        ),
        # Whoever shared an extension before shares it again, and keeps a number as before.
        "contact": _Kind(
            "key", editor.contact_by_key,
            partial(editor.add_contact, shared_extension=True, keeps_numbers=True),
            partial(editor.change_contact, shared_extension=True, keeps_numbers=True),
            editor.remove_contact, contact_from_record,
        ),
    }  # fmt: skip
    # Recorded even where nothing is left to be changed back: else it would never be undone.
    editor.begin()
    restored: dict[tuple[str, str], Restored] = {}
    changes = editor.changes_of(operation)
    known: dict[str, Contact] = {}
    with editor.gathering():
        for place, change in enumerate(changes):
            if place % _AT_ONCE == 0:
                known = _load_contacts(editor, changes[place : place + _AT_ONCE])
            if change.subject == "office":
                known.clear()  # contacts are known by its code, too
            one = _take_back(kinds[change.subject], change, known)
            # What was added and then changed is in the end removed.
            restored.pop((one.subject, one.key), None)
            restored[one.subject, one.key] = one
    return list(restored.values())


def _load_contacts(editor: DirectoryEditor, changes: Sequence[PastChange]) -> dict[str, Contact]:
    """Return the contacts of changes as they are now, by key: one by one it takes longer."""
    ids = json.dumps([change.row_id for change in changes if change.subject == "contact"])
    rows = editor.connection.execute(_PRESENT, (ids,)).fetchall()
    found = load_contacts(editor.connection, [row_id for (row_id,) in rows])
    return {contact.key: contact for contact in found}


def _take_back(kind: _Kind, change: PastChange, loaded: dict[str, Contact]) -> Restored:
    """Take one change back; loaded: contacts that were read before, each as long as it holds."""
    known = change.after or change.before or {}
    key, name = known[kind.key], known["name"]
    current: Any = loaded.pop(key, None) if change.subject == "contact" else None
    if current is None:
        with suppress(NotFoundError):
            current = kind.get(key)
    left = kind.from_record(change.after) if change.after else None
    # Whatever is done raises the version.
    if current != (left and left._replace(version=current.version if current else 0)):
        raise ChangedSinceError(change.subject, key)
    if change.before is None:
        kind.remove(current)
        return Restored("removed", change.subject, key, name)
    before = kind.from_record(change.before)
    if current is None:
        kind.add(before)
        return Restored("added", change.subject, key, name)
    kind.change(current, before._replace(version=current.version))
    return Restored("changed", change.subject, change.before[kind.key], change.before["name"])
