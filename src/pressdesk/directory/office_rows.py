"""The rows of an office in every table."""

from pressdesk.directory.records import Record
from pressdesk.directory.resolution import office_aliases
from pressdesk.directory.search_index import office_search_row
from pressdesk.directory.writer import Row, row_of
from pressdesk.model import Office
from pressdesk.values.folding import fold


def office_rows(
    row_id: int, office: Office, record: Record, above: int | None
) -> dict[str, list[Row]]:
    """Give the rows of an office by table, without its change; above: whom it reports to."""
    columns = {**record, "reports_to": above, "sort_text": fold(office.name)}
    return {
        "office": [row_of("office", row_id, columns)],
        "office_name": [(row_id, language, name) for language, name in office.names.items()],
        "alias": [(folded, tier, row_id, None) for folded, tier in office_aliases(office)],
        "search": [(-row_id, *office_search_row(office).values())],
    }
