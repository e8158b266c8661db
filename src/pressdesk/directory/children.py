"""The rows of the tables that belong to an office or a contact, without the owner's id."""

from collections.abc import Callable, Iterable, Mapping

from pressdesk.directory.records import Record
from pressdesk.model import Office


def contact_children(
    record: Record, office_id: Callable[[str], int | None]
) -> dict[str, list[Record]]:
    """Give the rows of a contact's other tables, by table; office_id: the row id of a code."""
    postings = [
        {**{name: value for name, value in one.items() if name != "office"},
         "office_id": office_id(one["office"])}
        for one in record["postings"]
    ]  # fmt: skip
    emails = [{**one, "folded": one["address"].casefold()} for one in record["emails"]]
    return {
        "contact_title": _by_language(record["titles"], "title"),
        "contact_language": _in_order({"language": one} for one in record["languages"]),
        "contact_topic": _in_order({"topic": one} for one in record["topics"]),
        "email": _in_order(emails),
        "phone": _in_order(record["phones"]),
        "posting": _in_order(postings),
    }


def name_rows(office: Office) -> list[Record]:
    """Give the rows of an office's names in other languages."""
    return _by_language(office.names, "name")


def alias_rows(aliases: Iterable[tuple[str, int]]) -> list[Record]:
    """Give the rows of folded names with their tiers."""
    return [{"folded": folded, "tier": tier} for folded, tier in aliases]


def _by_language(texts: Mapping[str, str], column: str) -> list[Record]:
    return [{"language": language, column: text} for language, text in texts.items()]


def _in_order(rows: Iterable[Record]) -> list[Record]:
    return [{"position": position, **row} for position, row in enumerate(rows)]
