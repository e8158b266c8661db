"""Rows to model: the queries, and the only place that knows columns beside records.py."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pressdesk.directory.records import (
    Parts,
    compose_contact,
    compose_email,
    compose_office,
    compose_phone,
    compose_posting,
)
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office

_OFFICES = """SELECT o.id, o.version, o.code, o.name, o.organization, o.city, o.country, o.language,
    o.timezone, o.switchboard, o.switchboard_display, o.switchboard_possible_only,
    o.extension_digits, o.extension_range, up.code AS reports_to
FROM json_each(?) AS wanted JOIN office AS o ON o.id = wanted.value
LEFT JOIN office AS up ON up.id = o.reports_to ORDER BY wanted.key"""
_OFFICE_NAMES = "SELECT office_id AS owner, language, name FROM office_name WHERE office_id IN {}"

_CONTACTS = """SELECT c.id, c.version, c.key, c.kind, c.name, c.given_name, c.family_name, c.title,
    c.note, c.unlisted, c.left_on, s.key AS successor
FROM json_each(?) AS wanted JOIN contact AS c ON c.id = wanted.value
LEFT JOIN contact AS s ON s.id = c.successor ORDER BY wanted.key"""
_TITLES = "SELECT contact_id AS owner, language, title FROM contact_title WHERE contact_id IN {}"
_LANGUAGES = """SELECT contact_id AS owner, language FROM contact_language
WHERE contact_id IN {} ORDER BY contact_id, position"""
_TOPICS = """SELECT contact_id AS owner, topic FROM contact_topic
WHERE contact_id IN {} ORDER BY contact_id, position"""
_EMAILS = """SELECT contact_id AS owner, address, public, verified_on, source_kind, source_file,
    source_line, source_day FROM email
WHERE contact_id IN {} ORDER BY contact_id, position"""
_PHONES = """SELECT contact_id AS owner, number, extension, kind, public, display, possible_only,
    verified_on, source_kind, source_file, source_line, source_day FROM phone
WHERE contact_id IN {} ORDER BY contact_id, position"""
_POSTINGS = """SELECT p.contact_id AS owner, o.code AS office, p.rank, p.title, p.extension,
    p.starts_on, p.ends_on FROM posting AS p JOIN office AS o ON o.id = p.office_id
WHERE p.contact_id IN {} ORDER BY p.contact_id, p.position"""


@contextmanager
def damage_named() -> Iterator[None]:
    """Call rows that no pressdesk wrote damaged, as SQLite does with pages that it never wrote."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, InvalidValueError) as error:
        damage = sqlite3.DatabaseError(f"a row cannot be read: {error}")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


@damage_named()
def load_offices(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Office]:
    """Read offices in the order of their row ids."""
    wanted = _json_array(ids)
    names: dict[int, dict[str, str]] = {}
    for owner, language, name in _children(connection, _OFFICE_NAMES, wanted):
        names.setdefault(owner, {})[language] = name
    return [
        compose_office(names.get(row[0], {}), *row[1:])
        for row in connection.execute(_OFFICES, (wanted,))
    ]


@damage_named()
def load_contacts(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Contact]:
    """Read contacts, with all that belongs to them, in the order of their row ids."""
    wanted = _json_array(ids)
    rows = {row[0]: row for row in connection.execute(_CONTACTS, (wanted,))}
    parts = {row_id: Parts({}, [], [], [], [], []) for row_id in rows}
    for owner, language, title in _children(connection, _TITLES, wanted):
        parts[owner].titles[language] = title
    for owner, language in _children(connection, _LANGUAGES, wanted):
        parts[owner].languages.append(language)
    for owner, topic in _children(connection, _TOPICS, wanted):
        parts[owner].topics.append(topic)
    for row in _children(connection, _EMAILS, wanted):
        parts[row[0]].emails.append(compose_email(*row[1:]))
    for row in _children(connection, _PHONES, wanted):
        parts[row[0]].phones.append(compose_phone(*row[1:]))
    for row in _children(connection, _POSTINGS, wanted):
        parts[row[0]].postings.append(compose_posting(*row[1:]))
    return [compose_contact(parts[row_id], *row[1:]) for row_id, row in rows.items()]


def _children(connection: sqlite3.Connection, query: str, wanted: str) -> sqlite3.Cursor:
    """Read the rows that belong to the wanted owners, given as a JSON array of row ids."""
    return connection.execute(query.format("(SELECT value FROM json_each(?))"), (wanted,))


def _json_array(ids: Sequence[int]) -> str:
    # Integers alone: json itself is not worth its import to a lookup.
    return f"[{','.join(map(str, ids))}]"
