"""The columns of the tables that hold offices and contacts, made of the one table of fields.

A reference (the office above, a successor, the office of a posting) is a code or key in records and
the row id of who is meant in the tables.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pressdesk.model import fields
from pressdesk.model.fields import Field

SOURCE = ("source_kind", "source_file", "source_line", "source_day")
SWITCHBOARD = ("switchboard", "switchboard_display", "switchboard_possible_only")


def _own(those: Sequence[Field]) -> tuple[str, ...]:
    """Return the columns of a table for its owners' own fields, its version first."""
    columns = ["version"]
    for field in those:
        if not field.table:
            columns += SWITCHBOARD if field.name == SWITCHBOARD[0] else (field.name,)
    return tuple(columns)


def _lists(those: Sequence[Field]) -> dict[str, Field]:
    """Return the fields that lie in tables of their own, by table."""
    return {field.table: field for field in those if field.table}


def _columns(those: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.name for field in those)


CONTACT, OFFICE = _own(fields.CONTACT), _own(fields.OFFICE)
EMAIL, PHONE = ((*_columns(those), *SOURCE) for those in (fields.EMAIL, fields.PHONE))
POSTING = _columns(fields.POSTING)
CONTACT_LISTS, OFFICE_LISTS = _lists(fields.CONTACT), _lists(fields.OFFICE)


def list_columns(field: Field) -> tuple[str, str]:
    """Return the columns of a table of its own: the language or the place, and the text."""
    return ("language" if field.kind.is_by_language else "position", field.called)


def list_items(field: Field) -> Callable[[Any], Iterable[tuple[Any, Any]]]:
    """Return what gives its rows of a value: texts with their languages or places."""
    return dict.items if field.kind.is_by_language else enumerate
