"""The yardstick of `block --batch`: the same queries in bulk, and strings joined; nothing checked.

`python -m tests.benchmarks.bare_blocks DIRECTORY REQUESTS` prints a line of JSON for each request,
as pressdesk does. It knows one language, one style, no dates and no rules.
"""

import json
import sqlite3
import sys
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import Any

AT_ONCE = 250
# As pressdesk asks (directory/tables/rows.py); copied, so that nothing of it is imported here.
OFFICES = """SELECT o.id, o.version, o.code, o.name, o.organization, o.city, o.country, o.language,
    o.timezone, o.switchboard, o.switchboard_display, o.switchboard_possible_only,
    o.extension_digits, o.extension_range, up.code AS reports_to
FROM json_each(?) AS wanted JOIN office AS o ON o.id = wanted.value
LEFT JOIN office AS up ON up.id = o.reports_to ORDER BY wanted.key"""
OFFICE_NAMES = "SELECT office_id AS owner, language, name FROM office_name WHERE office_id IN {}"

CONTACTS = """SELECT c.id, c.version, c.key, c.kind, c.name, c.given_name, c.family_name, c.title,
    c.note, c.unlisted, c.left_on, s.key AS successor
FROM json_each(?) AS wanted JOIN contact AS c ON c.id = wanted.value
LEFT JOIN contact AS s ON s.id = c.successor ORDER BY wanted.key"""
TITLES = "SELECT contact_id AS owner, language, title FROM contact_title WHERE contact_id IN {}"
LANGUAGES = """SELECT contact_id AS owner, language FROM contact_language
WHERE contact_id IN {} ORDER BY contact_id, position"""
TOPICS = """SELECT contact_id AS owner, topic FROM contact_topic
WHERE contact_id IN {} ORDER BY contact_id, position"""
EMAILS = """SELECT contact_id AS owner, address, public, verified_on, source_kind, source_file,
    source_line, source_day FROM email
WHERE contact_id IN {} ORDER BY contact_id, position"""
PHONES = """SELECT contact_id AS owner, number, extension, kind, public, display, possible_only,
    verified_on, source_kind, source_file, source_line, source_day FROM phone
WHERE contact_id IN {} ORDER BY contact_id, position"""
POSTINGS = """SELECT p.contact_id AS owner, o.code AS office, p.rank, p.title, p.extension,
    p.starts_on, p.ends_on FROM posting AS p JOIN office AS o ON o.id = p.office_id
WHERE p.contact_id IN {} ORDER BY p.contact_id, p.position"""
_CODES = "SELECT folded, office_id FROM alias WHERE tier = 0 AND folded IN ({})"
_POSTED = """SELECT o.code, p.contact_id, p.position
FROM office AS o JOIN posting AS p ON p.office_id = o.id JOIN contact AS c ON c.id = p.contact_id
WHERE o.code IN ({}) ORDER BY p.rank IS NULL, p.rank, c.sort_text, c.key, p.position"""
_LABELS = {"office": "Tel", "mobile": "Mobile", "whatsapp": "WhatsApp", "satellite": "Satellite",
           "fax": "Fax"}  # fmt: skip


def rows(connection: sqlite3.Connection, query: str, ids: list[int]) -> list[tuple[Any, ...]]:
    """Run one of pressdesk's queries for many row ids."""
    chosen = query.format("(SELECT value FROM json_each(?))")
    return connection.execute(chosen, (json.dumps(ids),)).fetchall()


def by_owner(
    connection: sqlite3.Connection, query: str, ids: list[int]
) -> dict[int, list[tuple[Any, ...]]]:
    """Group the rows of a query by their first column."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows(connection, query, ids):
        found[row[0]].append(row)
    return found


def texts(connection: sqlite3.Connection, codes: list[str]) -> dict[str, str]:
    """Give the block of each office."""
    marks = ", ".join("?" * len(codes))
    ids = [row_id for _, row_id in connection.execute(_CODES.format(marks), codes)]
    offices = {row[2]: row for row in rows(connection, OFFICES, ids)}
    by_owner(connection, OFFICE_NAMES, ids)
    posted = connection.execute(_POSTED.format(marks), codes).fetchall()
    people = list(dict.fromkeys(row_id for _, row_id, _ in posted))
    contacts = {row[0]: row for row in rows(connection, CONTACTS, people)}
    for query in (TITLES, LANGUAGES, TOPICS):
        by_owner(connection, query, people)
    emails = by_owner(connection, EMAILS, people)
    phones = by_owner(connection, PHONES, people)
    postings = by_owner(connection, POSTINGS, people)
    cards: dict[str, list[str]] = defaultdict(list)
    for code, row_id, position in posted:
        contact, office, posting = contacts[row_id], offices[code], postings[row_id][position]
        lines = [f"{contact[4]}, {contact[7]}" if contact[7] else contact[4], office[3]]
        lines += [f"Email: {row[1]}" for row in emails[row_id] if row[2]]
        if posting[4]:
            lines.append(f"Tel: {office[10]} ext {posting[4]}")
        for row in phones[row_id]:
            if row[4]:
                lines.append(f"{_LABELS[row[3]]}: {row[5]}" + (f" ext {row[2]}" if row[2] else ""))
        cards[code].append("\n".join(lines))
    return {
        code: "For more information please contact\n" + "\n\n".join(cards[code]) + "\n"
        for code in codes
    }


def main() -> None:
    """Answer the requests of a file."""
    connection = sqlite3.connect(f"{Path(sys.argv[1]).as_uri()}?mode=ro", uri=True)
    with Path(sys.argv[2]).open("rb") as file:
        while group := [json.loads(line) for line in islice(file, AT_ONCE)]:
            blocks = texts(connection, [one["office"] for one in group])
            for one in group:
                record = {"id": one["id"], "language": "en", "text": blocks[one["office"]],
                          "notes": []}  # fmt: skip
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
