"""CSV and TSV as spreadsheets and importers read them: CRLF, every field quoted, no formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from pressdesk.exchange.csv.formula_guard import guard_cell
from pressdesk.model.fields import NUMBER_COLUMNS


def dump_rows(
    names: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    phones: frozenset[str] = NUMBER_COLUMNS,
    delimiter: str = ",",
    bom: bool = False,
) -> Iterator[str]:
    """Write a header and rows, line by line.

    phones: the names of columns of validated numbers: importers do not know the apostrophe that
    guards a formula. delimiter: TAB makes a TSV, with the same quotation marks. bom: begin with the
    mark by which Excel knows UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, delimiter=delimiter)
    writer.writerow(names)
    yield ("\ufeff" if bom else "") + text.getvalue()
    for row in rows:
        text.seek(0)
        text.truncate()
        cells = zip(names, row, strict=True)
        writer.writerow([_cell(cell, is_phone=name in phones) for name, cell in cells])
        yield text.getvalue()


def _cell(text: str, *, is_phone: bool) -> str:
    line = " ".join(text.split())
    return line if is_phone else guard_cell(line)
