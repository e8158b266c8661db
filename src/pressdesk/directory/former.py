"""Who had an address or a number before, until when, and what follows it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

# A folded address and None, or a number (E.164) and its extension.
Identity = tuple[str, str | None]

# A switchboard answers for every extension on it. Who came back under another row id, as by an
# undo, goes by the key. CROSS JOIN keeps SQLite from beginning with a table instead.
_QUERY = """SELECT asked.key, json_extract(asked.value, '$[1]') AS extension, f.id, f.subject,
    coalesce(c.id, o.id) AS holder, coalesce(c.key, o.code, f.key) AS key,
    coalesce(c.name, o.name, f.name) AS name, f.subject_id, f.kind, f.public, f.value,
    date(done.at) AS until, f.next_value, f.next_extension
FROM json_each(?) AS asked CROSS JOIN former AS f ON f.value = json_extract(asked.value, '$[0]')
    AND (f.kind = 'switchboard' OR f.extension IS json_extract(asked.value, '$[1]'))
JOIN operation AS done ON done.sequence = f.operation
LEFT JOIN contact AS c ON f.subject = 'contact' AND c.id = coalesce(
    (SELECT id FROM contact WHERE id = f.subject_id), (SELECT id FROM contact WHERE key = f.key))
LEFT JOIN office AS o ON f.subject = 'office' AND o.id = coalesce(
    (SELECT id FROM office WHERE id = f.subject_id), (SELECT id FROM office WHERE code = f.key))
ORDER BY asked.key, f.subject, f.id DESC"""
_PRESENT = {
    "office": "SELECT 'switchboard', 1, switchboard, NULL FROM office WHERE id = ?",
    "contact": """SELECT 'email', public, folded, NULL FROM email WHERE contact_id = ?1
UNION ALL SELECT 'office', 1, o.switchboard, p.extension FROM posting AS p
JOIN office AS o ON o.id = p.office_id WHERE p.contact_id = ?1 AND p.extension IS NOT NULL
UNION ALL SELECT kind, public, number, extension FROM phone WHERE contact_id = ?1""",
}
_OWN_LATER = """SELECT next_value, next_extension FROM former WHERE value = ? AND extension IS ?
AND subject = ? AND (subject_id = ? OR key = ?) AND id > ? ORDER BY id DESC"""
_BOARD_LATER = """SELECT next_value FROM former
WHERE value = ? AND kind = 'switchboard' AND id > ? ORDER BY id DESC"""


class FormerValue(NamedTuple):
    """A value that somebody, or an office's switchboard, had and has no more.

    subject: contact or office. key: the key or code, name: of now or, where exists is False, of
    then. kind: email, a kind of number, or switchboard. value, extension: as they were asked for.
    until: the day (UTC) of the change that gave it up. follower: what is to be used instead and is
    public: a folded address, or a number and its extension; None where nothing follows.
    """

    subject: str
    key: str
    name: str
    exists: bool
    kind: str
    value: str
    extension: str | None
    public: bool
    until: date
    follower: Identity | None


class _Row(NamedTuple):
    """A row of what was given up, for a value that was asked for; holder: the row id of today."""

    asked: int
    extension: str | None
    row_id: int
    subject: str
    holder: int | None
    key: str
    name: str
    subject_id: int
    kind: str
    public: int
    value: str
    until: str
    next_value: str | None
    next_extension: str | None


def find_former(
    connection: sqlite3.Connection, *, emails: Sequence[str], numbers: Sequence[Identity]
) -> list[FormerValue]:
    """Return whose values were before, in the order asked, contacts before offices.

    emails: folded. numbers: E.164 and the extension. Whoever has a value again is not named for it;
    whether somebody else has it now is not asked here.
    """
    asked = json.dumps([*((email, None) for email in emails), *numbers])
    found: dict[tuple[int, str, str], FormerValue | None] = {}
    for row in map(_Row._make, connection.execute(_QUERY, (asked,)).fetchall()):
        who = (row.asked, row.subject, row.key)
        if who not in found:  # the newest is first
            found[who] = _judged(connection, row)
    return [value for value in found.values() if value]


def _judged(connection: sqlite3.Connection, row: _Row) -> FormerValue | None:
    """Return what a row says; None where its holder has the value again."""
    own = None if row.subject == "office" else row.extension
    present = {
        (value, extension): (kind, public)
        for kind, public, value, extension in connection.execute(
            _PRESENT[row.subject], (row.holder,)
        )
    }
    if (row.value, own) in present:
        return None
    follower = _follower(connection, row, present)
    if follower and row.subject == "office" and row.extension:
        follower = _extension_later(connection, (follower[0], row.extension))
    return FormerValue(
        row.subject, row.key, row.name, row.holder is not None, row.kind, row.value,
        row.extension, bool(row.public), date.fromisoformat(row.until), follower,
    )  # fmt: skip


def _extension_later(connection: sqlite3.Connection, identity: Identity) -> Identity | None:
    """Return an extension on a new switchboard, or what whoever had it there first has now."""
    moved = find_former(connection, emails=(), numbers=[identity])
    moved = [one for one in moved if one.subject == "contact"]
    return min(moved, key=lambda one: one.until).follower if moved else identity


def _follower(
    connection: sqlite3.Connection, row: _Row, present: dict[Identity, tuple[Any, ...]]
) -> Identity | None:
    """Return the public value that took its place, or the place of that; else the only one."""
    waiting = [(row.next_value, row.next_extension)] if row.next_value else []
    seen: set[Identity] = set()
    while waiting:
        identity = waiting.pop(0)
        if present.get(identity, (None, 0))[1]:
            return identity
        if identity not in seen:
            seen.add(identity)
            waiting += _later(connection, row, identity)
    same = [identity for identity, how in present.items() if how == (row.kind, 1)]
    return same[0] if len(same) == 1 else None


def _later(connection: sqlite3.Connection, row: _Row, identity: Identity) -> Iterator[Identity]:
    """Yield what later took the place of a value: of its holder's, or of the switchboard."""
    value, extension = identity
    own = (value, extension, row.subject, row.subject_id, row.key, row.row_id)
    for follower in connection.execute(_OWN_LATER, own):
        if follower[0]:
            yield follower
    if row.subject == "contact":
        for (number,) in connection.execute(_BOARD_LATER, (value, row.row_id)):
            if number:
                yield number, extension
