"""Rows to model: the queries."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pressdesk.directory.tables import columns as tables
from pressdesk.directory.tables.records import (
    compose_contact,
    compose_email,
    compose_office,
    compose_phone,
    compose_posting,
)
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import Contact, Office
from pressdesk.model.fields import Field


def _select(columns: Sequence[str], row: str, references: Mapping[str, str]) -> str:
    """Return what is selected of a row; references: columns for which another's key is read."""
    return ", ".join(references.get(column, f"{row}.{column}") for column in columns)


def _select_list(table: str, field: Field, owner: str) -> str:
    keyed, text = tables.list_columns(field)
    columns = f"language, {text}" if field.kind.is_by_language else text
    return f"""SELECT {owner}, {columns} FROM {table} WHERE {owner} IN {{}}
ORDER BY {owner}, {keyed}"""  # noqa: S608  # names of ours


_OFFICES = f"""SELECT o.id, {_select(tables.OFFICE, "o", {"reports_to": "up.code"})}
FROM json_each(?) AS wanted JOIN office AS o ON o.id = wanted.value
LEFT JOIN office AS up ON up.id = o.reports_to ORDER BY wanted.key"""  # noqa: S608  # names of ours
_CONTACTS = f"""SELECT c.id, {_select(tables.CONTACT, "c", {"successor": "s.key"})}
FROM json_each(?) AS wanted JOIN contact AS c ON c.id = wanted.value
LEFT JOIN contact AS s ON s.id = c.successor ORDER BY wanted.key"""  # noqa: S608  # names of ours
_EMAILS = f"""SELECT contact_id, {", ".join(tables.EMAIL)} FROM email
WHERE contact_id IN {{}} ORDER BY contact_id, position"""  # noqa: S608  # names of ours
_PHONES = f"""SELECT contact_id, {", ".join(tables.PHONE)} FROM phone
WHERE contact_id IN {{}} ORDER BY contact_id, position"""  # noqa: S608  # names of ours
_POSTINGS = f"""SELECT p.contact_id, {_select(tables.POSTING, "p", {"office": "o.code"})}
FROM posting AS p JOIN office AS o ON o.id = p.office_id
WHERE p.contact_id IN {{}} ORDER BY p.contact_id, p.position"""  # noqa: S608  # names of ours
_FORMER_KEYS = """SELECT contact_id, key FROM former_key
WHERE contact_id IN {} ORDER BY contact_id, key"""
_ROTA = """SELECT r.office_id, c.key, r.starts_on, r.ends_on
FROM rota AS r JOIN contact AS c ON c.id = r.contact_id
WHERE r.office_id IN {} ORDER BY r.office_id, r.position"""
_OFFICE_LISTS = [(field, _select_list(table, field, "office_id"))
                 for table, field in tables.OFFICE_LISTS.items()]  # fmt: skip
_CONTACT_LISTS = [(field, _select_list(table, field, "contact_id"))
                  for table, field in tables.CONTACT_LISTS.items()]  # fmt: skip


@contextmanager
def damage_named() -> Iterator[None]:
    """Call rows that no pressdesk wrote damaged, as SQLite does with pages that it never wrote."""
    try:
        yield
    except (
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        InvalidValueError,
        OptionsError,
    ) as error:
        damage = sqlite3.DatabaseError(f"a row cannot be read: {error}")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


@damage_named()
def load_offices(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Office]:
    """Read offices in the order of their row ids."""
    wanted = _json_array(ids)
    rows: dict[int, dict[str, Any]] = {
        row_id: dict(zip(tables.OFFICE, row, strict=True), rota=[])
        for row_id, *row in connection.execute(_OFFICES, (wanted,))
    }
    _add_lists(connection, _OFFICE_LISTS, rows, wanted)
    for owner, contact, starts_on, ends_on in _children(connection, _ROTA, wanted):
        shift = {"contact": contact, "starts_on": starts_on, "ends_on": ends_on}
        rows[owner]["rota"].append(shift)
    return [compose_office(row) for row in rows.values()]


@damage_named()
def load_contacts(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Contact]:
    """Read contacts, with all that belongs to them, in the order of their row ids."""
    wanted = _json_array(ids)
    rows: dict[int, dict[str, Any]] = {
        row_id: dict(
            zip(tables.CONTACT, row, strict=True), emails=[], phones=[], postings=[], former_keys=[]
        )
        for row_id, *row in connection.execute(_CONTACTS, (wanted,))
    }
    _add_lists(connection, _CONTACT_LISTS, rows, wanted)
    for name, query, compose in (
        ("emails", _EMAILS, compose_email),
        ("phones", _PHONES, compose_phone),
        ("postings", _POSTINGS, compose_posting),
    ):
        for owner, *row in _children(connection, query, wanted):
            rows[owner][name].append(compose(row))
    for owner, key in _children(connection, _FORMER_KEYS, wanted):
        rows[owner]["former_keys"].append(key)
    return [compose_contact(row) for row in rows.values()]


def _add_lists(
    connection: sqlite3.Connection,
    lists: Iterable[tuple[Field, str]],
    rows: Mapping[int, dict[str, Any]],
    wanted: str,
) -> None:
    """Add what lies in tables of its own to the rows of its owners."""
    for field, query in lists:
        name, is_by_language = field.name, field.kind.is_by_language
        for row in rows.values():
            row[name] = {} if is_by_language else []
        for owner, *texts in _children(connection, query, wanted):
            if is_by_language:
                language, text = texts
                rows[owner][name][language] = text
            else:
                rows[owner][name] += texts


def _children(connection: sqlite3.Connection, query: str, wanted: str) -> sqlite3.Cursor:
    """Read the rows that belong to the wanted owners, given as a JSON array of row ids."""
    return connection.execute(query.format("(SELECT value FROM json_each(?))"), (wanted,))


def _json_array(ids: Sequence[int]) -> str:
    # Integers alone: json itself is not worth its import to a lookup.
    return f"[{','.join(map(str, ids))}]"
