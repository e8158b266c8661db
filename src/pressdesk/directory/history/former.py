"""Who had an address or a number before, until when, and what follows it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from pressdesk.model import Contact
from pressdesk.model.former import Former
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import PhoneNumber

# A folded address and None, or a number (E.164) and its extension.
Identity = tuple[str, str | None]

# A switchboard answers for every extension on it. Who came back under another row id, as by an
# undo, goes by the key. CROSS JOIN keeps SQLite from beginning with a table instead.
_QUERY = """SELECT asked.key, json_extract(asked.value, '$[1]') AS extension, f.id, f.subject,
    coalesce(c.id, o.id) AS holder, coalesce(c.key, o.code, f.key) AS key,
    coalesce(c.name, o.name, f.name) AS name, f.subject_id, f.kind, f.public, f.value,
    date(done.at) AS until, f.next_value, f.next_extension, f.name AS called, done.kind AS given_by
FROM json_each(?) AS asked CROSS JOIN former AS f ON f.value = json_extract(asked.value, '$[0]')
    AND (f.kind = 'switchboard' OR f.extension IS json_extract(asked.value, '$[1]'))
JOIN operation AS done ON done.sequence = f.operation AND {}
LEFT JOIN contact AS c ON f.subject = 'contact' AND c.id = coalesce(
    (SELECT id FROM contact WHERE id = f.subject_id), (SELECT id FROM contact WHERE key = f.key),
    (SELECT contact_id FROM former_key WHERE key = f.key))
LEFT JOIN office AS o ON f.subject = 'office' AND o.id = coalesce(
    (SELECT id FROM office WHERE id = f.subject_id), (SELECT id FROM office WHERE code = f.key))
ORDER BY asked.key, f.subject, f.id DESC"""
# What an operation gives up that takes another back, was never given up by anybody.
_ALL, _GIVEN_UP = "1", "done.kind <> 'undo' AND done.sequence <> ?2"
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

    def is_of(self, contact: Contact) -> bool:
        """Whether the contact had it, by itself."""
        return self.subject == "contact" and self.exists and self.key == contact.key

    def told(self, field: str) -> Former:
        """Return what a report says of it; field: the column in which it came."""
        follower = _shown(self.follower) if self.follower else None
        return Former(field, _shown((self.value, self.extension)), self.until, follower)


class GivenUp(NamedTuple):
    """A former value, the name of whoever had it as it was then, and the kind of operation."""

    former: FormerValue
    called: str
    by: str

    @property
    def names(self) -> set[str]:
        """The names of now and of then, as names are compared."""
        return {fold_name(self.former.name), fold_name(self.called)}


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
    called: str
    given_by: str


def find_former(
    connection: sqlite3.Connection, *, emails: Sequence[str], numbers: Sequence[Identity]
) -> list[FormerValue]:
    """Return whose values were before, in the order asked, contacts before offices.

    emails: folded. numbers: E.164 and the extension. Whoever has a value again is not named for it;
    whether somebody else has it now is not asked here.
    """
    rows = connection.execute(_QUERY.format(_ALL), (_asked(emails, numbers),)).fetchall()
    return [found.former for found in _newest(connection, rows)]


def find_given_up(
    connection: sqlite3.Connection,
    *,
    emails: Sequence[str],
    numbers: Sequence[Identity],
    operation: int,
) -> list[GivenUp]:
    """Return what somebody gave up on purpose, as find_former does.

    That is not what an undo took away. operation: the sequence of the one that is under way, whose
    changes do not count yet.
    """
    values = (_asked(emails, numbers), operation)
    return list(
        _newest(connection, connection.execute(_QUERY.format(_GIVEN_UP), values).fetchall())
    )


def find_former_among(connection: sqlite3.Connection, values: Iterable[str]) -> set[str]:
    """Return those of many folded addresses and numbers (E.164) that anybody ever gave up."""
    query = """SELECT DISTINCT f.value FROM json_each(?) AS asked
CROSS JOIN former AS f ON f.value = asked.value"""
    return {value for (value,) in connection.execute(query, (json.dumps(list(values)),))}


def _shown(identity: Identity) -> str:
    value, extension = identity
    if "@" in value:
        return value
    return str(PhoneNumber.parse(value, allow_possible=True).with_extension(extension))


def _asked(emails: Iterable[str], numbers: Iterable[Identity]) -> str:
    return json.dumps([*((email, None) for email in emails), *numbers])


def _newest(connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> Iterator[GivenUp]:
    seen: set[tuple[int, str, str]] = set()
    for row in map(_Row._make, rows):
        who = (row.asked, row.subject, row.key)
        if who not in seen:  # the newest is first
            seen.add(who)
            if former := _judged(connection, row):
                yield GivenUp(former, row.called, row.given_by)


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
