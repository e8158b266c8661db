"""The rows of the tables that belong to an office or a contact."""

from collections.abc import Callable, Iterable

from pressdesk.directory.records import Record
from pressdesk.directory.writer import Row
from pressdesk.model import Office


def contact_children(
    row_id: int, record: Record, office_id: Callable[[str], int | None]
) -> dict[str, list[Row]]:
    """Give the rows of a contact's other tables, by table, in the order of writer's columns.

    office_id: the row id of a code. The keys of a record are in the order of the columns.
    """
    return {
        "contact_title": [(row_id, *one) for one in record["titles"].items()],
        "contact_language": [(row_id, *one) for one in enumerate(record["languages"])],
        "contact_topic": [(row_id, *one) for one in enumerate(record["topics"])],
        "email": [
            (row_id, place, *one.values(), one["address"].casefold())
            for place, one in enumerate(record["emails"])
        ],
        "phone": [(row_id, place, *one.values()) for place, one in enumerate(record["phones"])],
        "posting": [
            (row_id, place, office_id(office), *rest)
            for place, one in enumerate(record["postings"])
            for office, *rest in [one.values()]
        ],
    }


def name_rows(row_id: int, office: Office) -> list[Row]:
    """Give the rows of an office's names in other languages."""
    return [(row_id, language, name) for language, name in office.names.items()]


def office_alias_rows(row_id: int, aliases: Iterable[tuple[str, int]]) -> list[Row]:
    """Give the rows of an office's folded names with their tiers."""
    return [(folded, tier, row_id, None) for folded, tier in aliases]


def contact_alias_rows(row_id: int, aliases: Iterable[tuple[str, int]]) -> list[Row]:
    """Give the rows of a contact's folded names with their tiers."""
    return [(folded, tier, None, row_id) for folded, tier in aliases]
