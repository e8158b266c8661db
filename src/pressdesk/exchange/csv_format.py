"""CSV as spreadsheets and importers read it: UTF-8, CRLF, every field quoted, no formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from pressdesk.exchange.formula_guard import guard_cell

# Cells of validated numbers in spaced international form: importers do not know the apostrophe.
PHONE_FIELDS = frozenset({"phone", "mobile", "whatsapp", "satellite", "fax", "switchboard"})


def dump_rows(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a header and rows, line by line; names tell which cells are phones."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    yield text.getvalue()
    for row in rows:
        text.seek(0)
        text.truncate()
        writer.writerow([_cell(name, cell) for name, cell in zip(names, row, strict=True)])
        yield text.getvalue()


def _cell(name: str, text: str) -> str:
    line = " ".join(text.split())
    return line if name in PHONE_FIELDS else guard_cell(line)
