"""What a change gives up: addresses, numbers and switchboards that somebody had until then.

Made from the records before and after a change alone, so that the same code fills the table with
each change, and anew from the history.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pressdesk.directory.tables.records import Record
from pressdesk.directory.tables.rows import damage_named
from pressdesk.directory.tables.writer import INSERTS, Row

Identity = tuple[str, str | None]
# What this program wrote has no blanks around it to look for.
_DECODER = json.JSONDecoder()

_HISTORY = """SELECT o.sequence, c.subject, c.subject_id, c.before, c.after FROM change AS c
JOIN operation AS o ON o.id = c.operation_id WHERE c.before IS NOT NULL OR c.subject = 'office'
ORDER BY c.id"""


class Change(NamedTuple):
    """A change of the operation with a sequence; before, after: records, None is absent."""

    sequence: int
    subject: str
    subject_id: int
    before: Record | None
    after: Record | None


def former_rows(change: Change, switchboard: Callable[[str], str | None]) -> Iterator[Row]:
    """Yield the rows of what a change gives up, in the order of writer's columns.

    switchboard: gives the number (E.164) of the office with a code; None if it has none.

    What follows a value is what is new at its place among those of its kind. A value that was
    there before, and only moved up, follows nothing.
    """
    sequence, subject, subject_id, before, after = change
    if before is None:
        return
    name, key = before["name"], before["code" if subject == "office" else "key"]
    had, has = (_groups(subject, record, switchboard) for record in (before, after))
    known = {identity for values in had.values() for identity in values}
    kept = {identity for values in has.values() for identity in values}
    for (kind, public), values in had.items():
        followers = has.get((kind, public), [])
        for place, (value, extension) in enumerate(values):
            if (value, extension) in kept:
                continue
            follower = followers[place] if place < len(followers) else (None, None)
            yield (
                sequence, subject, subject_id, key, name, kind, public, value, extension,
                *((None, None) if follower in known else follower),
            )  # fmt: skip


@damage_named()
def rebuild_former(connection: sqlite3.Connection) -> None:
    """Fill the table from the history."""
    # What the history has forgotten since is known here alone.
    connection.execute(
        """DELETE FROM former WHERE operation IN (SELECT o.sequence FROM operation AS o
        JOIN change AS c ON c.operation_id = o.id)"""
    )
    connection.executemany(INSERTS["former"], _rows_of_history(connection))


def _rows_of_history(connection: sqlite3.Connection) -> Iterator[Row]:
    # As they were at each change: by the codes of that time.
    switchboards: dict[str, str | None] = {}
    for sequence, subject, subject_id, *texts in connection.execute(_HISTORY):
        before, after = (_DECODER.raw_decode(text)[0] if text else None for text in texts)
        if subject == "office":
            if before:
                switchboards.pop(before["code"], None)
            if after:
                switchboards[after["code"]] = after["switchboard"]
        yield from former_rows(
            Change(sequence, subject, subject_id, before, after), switchboards.get
        )


def _groups(
    subject: str, record: Record | None, switchboard: Callable[[str], str | None]
) -> dict[tuple[str, int], list[Identity]]:
    """Return all values of a record, those of one kind and publicity in the order of a block."""
    groups: dict[tuple[str, int], list[Identity]] = {}
    if record is None:
        return groups
    if subject == "office":
        number = record["switchboard"]
        return {("switchboard", 1): [(number, None)]} if number else {}
    for email in record["emails"]:
        group = groups.setdefault(("email", email["public"]), [])
        group.append((email["address"].casefold(), None))
    for posting in record["postings"]:
        number = switchboard(posting["office"]) if posting["extension"] else None
        if number:
            groups.setdefault(("office", 1), []).append((number, posting["extension"]))
    for phone in record["phones"]:
        group = groups.setdefault((phone["kind"], phone["public"]), [])
        group.append((phone["number"], phone["extension"]))
    return groups
