"""Who answers for an office on a day."""

import sqlite3
from dataclasses import replace
from datetime import date

from pressdesk.directory.rows import load_contacts, load_offices
from pressdesk.model import Duty, Office, has_way

_ON_DUTY = """SELECT p.contact_id, p.position
FROM posting AS p JOIN office AS o ON o.id = p.office_id JOIN contact AS c ON c.id = p.contact_id
WHERE o.code = :code
    AND (p.starts_on IS NULL OR p.starts_on <= :day) AND (p.ends_on IS NULL OR p.ends_on >= :day)
    AND (c.left_on IS NULL OR c.left_on > :day)
ORDER BY p.rank IS NULL, p.rank, c.sort_text, c.key, p.position"""


def find_duties(connection: sqlite3.Connection, office: Office, day: date) -> list[Duty]:
    """Give who is posted to the office on that day, in the order of the block."""
    rows = connection.execute(_ON_DUTY, {"code": office.code, "day": day.isoformat()}).fetchall()
    ids = list(dict.fromkeys(row_id for row_id, _ in rows))
    contacts = dict(zip(ids, load_contacts(connection, ids), strict=True))
    positions: dict[int, int] = {}
    for row_id, position in rows:
        positions.setdefault(row_id, position)
    return [
        Duty(contacts[row_id], office, contacts[row_id].postings[positions[row_id]])
        for row_id in ids
    ]


def find_answering(
    connection: sqlite3.Connection, office: Office, day: date, *, internal: bool
) -> list[Duty]:
    """Give who answers for the office: those on duty, else those of the office it reports to.

    Only contacts whom a block may show count: an unlisted one, or one without a public way, leaves
    the office unanswered unless internal is asked for.
    """
    asked: set[str] = set()
    current: Office | None = office
    while current is not None and current.code not in asked:
        asked.add(current.code)
        duties = [
            duty
            for duty in find_duties(connection, current, day)
            if is_showable(duty, internal=internal)
        ]
        if duties:
            return duties
        current = _office_above(connection, current)
    return []


def is_showable(duty: Duty, *, internal: bool) -> bool:
    """Ask whether a block may show the contact and would show a way to reach it.

    Of the postings' extensions a block shows that of the duty alone.
    """
    on_duty = replace(duty.contact, postings=(duty.posting,) if duty.posting else ())
    return (internal or not on_duty.unlisted) and has_way(on_duty, internal=internal)


def _office_above(connection: sqlite3.Connection, office: Office) -> Office | None:
    if office.reports_to is None:
        return None
    row = connection.execute("SELECT id FROM office WHERE code = ?", (office.reports_to,))
    return load_offices(connection, [one for (one,) in row])[0]
