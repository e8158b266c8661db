"""Who follows somebody that a row names: no contact is taken before its successor."""

from collections.abc import Sequence

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.errors import AmbiguousError, InvalidValueError, NotFoundError
from pressdesk.exchange.sheet import Record
from pressdesk.importing.rows import Row

_COLUMN = "successor"


def part_ready(editor: DirectoryEditor, rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """Part the rows whose successor is stored, or that name none, from those that must wait."""
    if not any(_COLUMN in row.record.texts for row in rows):
        return rows, ()
    coming = {key for row in rows if (key := row.record.texts.get("key"))}
    ready: list[Row] = []
    rest: list[Row] = []
    for row in rows:
        (ready if _is_stored(editor, row.record, coming) else rest).append(row)
    return ready, rest


def with_successor(editor: DirectoryEditor, draft: ContactDraft) -> ContactDraft:
    """Return the draft with the key of the successor that it names; raise InvalidValueError."""
    who = draft.given.get(_COLUMN)
    if not who:
        return draft
    try:
        return draft.with_given(successor=editor.get_contact(who).key)
    except (NotFoundError, AmbiguousError) as error:
        several = isinstance(error, AmbiguousError)
        raise InvalidValueError(
            _COLUMN,
            who,
            "several contacts go by it" if several else "no contact goes by it",
            "give the key of a contact of the directory, or of this import",
        ) from error


def _is_stored(editor: DirectoryEditor, record: Record, coming: set[str]) -> bool:
    """Whether the successor is stored; one whose key is to come is awaited."""
    text = record.texts.get(_COLUMN, "")
    if not text or editor.lookups.contact_id(text):
        return True
    return text not in coming and editor.has_contact(text)
