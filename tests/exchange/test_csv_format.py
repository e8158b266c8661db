"""CSV that spreadsheets and importers read."""

import csv
import io

from hypothesis import given, strategies as st

from pressdesk.exchange.csv_format import dump_rows
from pressdesk.exchange.formula_guard import unguard_cell


@given(rows=st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2)))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    """Each cell on one line, and no cell begins a formula."""
    text = "".join(dump_rows(["name", "title"], rows))
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [list(map(unguard_cell, row)) for row in read[1:]] == [
        [" ".join(cell.split()) for cell in row] for row in rows
    ]
    assert not any(cell[:1] in set("=+-@＝＋－＠") and cell for row in read for cell in row)


def test_numbers_are_not_guarded() -> None:
    """Importers and mail merges do not know the apostrophe."""
    assert list(dump_rows(["phone", "ext"], [["+1 202 555 0123", "0012"]])) == [
        '"phone","ext"\r\n',
        '"+1 202 555 0123","0012"\r\n',
    ]
