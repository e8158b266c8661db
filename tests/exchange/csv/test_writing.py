"""CSV that spreadsheets and importers read."""

import csv
import io

from hypothesis import given, strategies as st

from pressdesk.exchange.csv.formula_guard import unguard_cell
from pressdesk.exchange.csv.text_table import read_text_table
from pressdesk.exchange.csv.writing import dump_rows


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


def test_a_tsv_has_the_same_quotation_marks() -> None:
    """A TAB in a cell becomes a space, as in CSV."""
    lines = list(dump_rows(["name", "title"], [["A\tB", 'the "voice", of']], delimiter="\t"))
    assert lines == ['"name"\t"title"\r\n', '"A B"\t"the ""voice"", of"\r\n']
    table = read_text_table("list.tsv", "".join(lines).encode())
    assert table.rows[0].cells == ("A B", 'the "voice", of')


def test_the_mark_stands_before_the_header_alone() -> None:
    """Excel looks for it at the beginning of the file; our own import takes it off."""
    lines = list(dump_rows(["name"], [["Zoë"]], bom=True))
    assert lines == ['\ufeff"name"\r\n', '"Zoë"\r\n']
    assert read_text_table("list.csv", "".join(lines).encode()).header.cells == ("name",)
