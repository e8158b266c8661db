"""The rows of an office in every table."""

from pressdesk.directory.search.index import office_search_row
from pressdesk.directory.tables.columns import OFFICE_LISTS, list_items
from pressdesk.directory.tables.records import Record
from pressdesk.directory.tables.writer import Row, row_of
from pressdesk.directory.who.resolution import office_aliases
from pressdesk.model import Office
from pressdesk.text.folding import fold


def office_rows(
    row_id: int, office: Office, record: Record, above: int | None
) -> dict[str, list[Row]]:
    """Return the rows of an office by table, without its change; above: whom it reports to."""
    columns = {**record, "reports_to": above, "sort_text": fold(office.name)}
    return {
        "office": [row_of("office", row_id, columns)],
        **{table: [(row_id, *item) for item in list_items(field)(record[field.name])]
           for table, field in OFFICE_LISTS.items()},
        "alias": [(folded, tier, row_id, None) for folded, tier in office_aliases(office)],
        "search": [(-row_id, *office_search_row(office).values())],
    }  # fmt: skip
