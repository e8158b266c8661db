"""The rows of one sheet as a table of text, and what the user should look at in it."""

from collections.abc import Iterable, Iterator

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.columns import list_columns
from pressdesk.exchange.csv.text_table import MOST_BYTES, MOST_ROWS, CellProblem, Row
from pressdesk.exchange.xlsx.cells import Value, name_column, read_value
from pressdesk.exchange.xlsx.parts import Sheet, Workbook
from pressdesk.exchange.xlsx.rows import RawRow, SheetReading

# Of rows that are all as wide as the header: an empty cell costs memory too.
MOST_CELLS = 10_000_000


class TableReading:
    """One reading of one sheet; what it says in `warnings` is known when the rows are read."""

    def __init__(self, name: str, book: Workbook, sheet: Sheet) -> None:
        self._name = name
        self._book = book
        self._sheet = SheetReading(book.package, sheet.part)
        self._width = 0
        self._numbers: list[str] = []
        self._hidden_rows: list[int] = []

    def rows(self) -> list[Row]:
        """Return the rows that are not blank, the header first; raise InvalidFileError."""
        rows: list[Row] = []
        cells = characters = 0
        for raw in self._sheet:
            row = self._compose_row(raw)
            if row is None:
                continue
            rows.append(row)
            self._width = self._width or len(row.cells)
            cells += len(row.cells)
            # Cells share their texts: a small file can hold a long one a million times.
            characters += sum(map(len, row.cells))
            if len(rows) > MOST_ROWS + 1:
                raise self._too_large(row.line, f"{MOST_ROWS} rows")
            if cells > MOST_CELLS:
                raise self._too_large(row.line, f"{MOST_CELLS} cells")
            if characters > MOST_BYTES:
                raise self._too_large(row.line, f"{MOST_BYTES} characters")
        return rows

    def warnings(self) -> Iterator[str]:
        """Return what was hidden, and which cells are numbers."""
        if self._hidden_rows:
            yield f"hidden rows are read too: {list_columns(_ranges(self._hidden_rows))}"
        columns = [
            name_column(column - 1)
            for first, last in self._sheet.hidden_columns
            for column in range(first, min(last, self._width) + 1)
        ]
        if columns:
            yield f"hidden columns are read too: {list_columns(columns)}"
        if self._numbers:
            yield (
                "cells of numbers are read as their digits; look for a + or zeros that the "
                f"spreadsheet took away: {list_columns(self._numbers)}"
            )

    def _compose_row(self, raw: RawRow) -> Row | None:
        """Return the row as wide as the header or wider; None for a blank one."""
        values: dict[int, Value] = {}
        for cell in raw.cells:
            value = read_value(self._book, cell)
            if value.problem or value.text.strip():
                values[cell.column] = value
        if not values:
            return None
        cells = [""] * max(self._width, max(values) + 1)
        problems = []
        for column, value in values.items():
            cells[column] = value.text
            place = f"{name_column(column)}{raw.line}"
            if value.problem:
                problems.append(CellProblem(column, f"{place} {value.problem}"))
            if value.is_number and self._width:  # in the header a year does no harm
                self._numbers.append(place)
        if raw.is_hidden:
            self._hidden_rows.append(raw.line)
        return Row(raw.line, tuple(cells), tuple(problems))

    def _too_large(self, line: int, limit: str) -> InvalidFileError:
        return InvalidFileError(self._name, line, f"has more than {limit}; split it")


def _ranges(lines: Iterable[int]) -> list[str]:
    """Write growing numbers in short: 3, 7-9."""
    ends: list[list[int]] = []
    for line in lines:
        if ends and ends[-1][1] == line - 1:
            ends[-1][1] = line
        else:
            ends.append([line, line])
    return [str(first) if first == last else f"{first}-{last}" for first, last in ends]
