"""The rows of contacts in every table, made table by table.

For many contacts one kind of row behind the other is made faster than one contact behind the other:
what makes it stays at hand.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pressdesk.directory.tables.columns import CONTACT_LISTS, list_items
from pressdesk.directory.tables.records import Record, contact_record
from pressdesk.directory.tables.writer import Row, StoredContact, row_of
from pressdesk.directory.who.resolution import contact_aliases
from pressdesk.model import Contact
from pressdesk.text.folding import fold

_Owned = tuple[int, Record]
_LISTS = [(table, field.name, list_items(field)) for table, field in CONTACT_LISTS.items()]


class Surroundings(NamedTuple):
    """What rows of contacts need to know of others.

    record: gives the row of a change, as Operation.record. former: gives those of what it gives up.
    office_id: the row id of a code. search_columns: what is found of a contact by searching.
    """

    record: Callable[[str, int, Record | None, Record | None], Row]
    former: Callable[[str, int, Record | None, Record | None], Iterable[Row]]
    office_id: Callable[[str], int]
    search_columns: Callable[[Contact], Iterable[str]]


def contact_rows(those: Sequence[StoredContact], around: Surroundings) -> dict[str, list[Row]]:
    """Return the rows of contacts by table, in the order of writer's columns."""
    records = [contact_record(one.contact) for one in those]
    owned = [(one.row_id, record) for one, record in zip(those, records, strict=True)]
    return {
        "contact": [_own_row(one, record) for one, record in zip(those, records, strict=True)],
        **_child_rows(owned, around.office_id),
        "former_key": [(key, one.row_id) for one in those for key in one.contact.former_keys],
        "alias": [
            (folded, tier, None, one.row_id)
            for one in those
            for folded, tier in contact_aliases(one.contact)
        ],
        "search": [(one.row_id, *around.search_columns(one.contact)) for one in those],
        "change": [
            around.record("contact", one.row_id, one.before, record)
            for one, record in zip(those, records, strict=True)
        ],
        "former": [
            row
            for one, record in zip(those, records, strict=True)
            if one.before
            for row in around.former("contact", one.row_id, one.before, record)
        ],
    }


def _own_row(one: StoredContact, record: Record) -> Row:
    sort_text = fold(one.contact.sort_text)
    columns = {**record, "successor": one.successor, "sort_text": sort_text}
    return row_of("contact", one.row_id, columns)


def _child_rows(owned: Sequence[_Owned], office_id: Callable[[str], int]) -> dict[str, list[Row]]:
    """Return the rows of its other tables; records have their keys in the order of columns."""
    return {
        **{
            table: [(row_id, *item) for row_id, record in owned for item in items(record[name])]
            for table, name, items in _LISTS
        },
        "email": [
            (row_id, place, *email.values(), email["address"].casefold())
            for row_id, record in owned
            for place, email in enumerate(record["emails"])
        ],
        "phone": [
            (row_id, place, *phone.values())
            for row_id, record in owned
            for place, phone in enumerate(record["phones"])
        ],
        "posting": [
            (row_id, place, office_id(office), *rest)
            for row_id, record in owned
            for place, posting in enumerate(record["postings"])
            for office, *rest in [posting.values()]
        ],
    }
