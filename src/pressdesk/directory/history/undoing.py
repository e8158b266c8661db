"""Taking an operation back: each of its changes in turn, the last one first."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.history.operations import PastChange, PastOperation
from pressdesk.directory.tables.records import compose_office, contact_from_record
from pressdesk.errors import NotFoundError
from pressdesk.errors.directory import ChangedSinceError


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
    for change in editor.changes_of(operation):
        one = _take_back(kinds[change.subject], change)
        # What was added and then changed is in the end removed.
        restored.pop((one.subject, one.key), None)
        restored[one.subject, one.key] = one
    return list(restored.values())


def _take_back(kind: _Kind, change: PastChange) -> Restored:
    known = change.after or change.before or {}
    key, name = known[kind.key], known["name"]
    try:
        current = kind.get(key)
    except NotFoundError:
        current = None
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
