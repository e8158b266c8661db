"""Refused rows as a file that can be mended and imported again."""

import csv
import io
from collections.abc import Sequence

from pressdesk.exchange.columns import REASON
from pressdesk.exchange.csv.formula_guard import guard_cell, unguard_cell
from pressdesk.exchange.report import Item
from pressdesk.exchange.sheet import Sheet


def dump_rejects(sheets: Sequence[Sheet], refused: Sequence[Item]) -> str:
    """Write the refused rows of sheets of one kind as CSV, with a column that gives the reason.

    Columns are those of the sheets, in the order in which they first come and under the header that
    they first have; no cell can be a formula.
    """
    reasons = {
        (item.file, item.line): "; ".join(
            f"{problem.column}: {problem.reason}" if problem.column else problem.reason
            for problem in item.problems
        )
        for item in refused
    }
    columns: dict[str, str] = {}
    for sheet in sheets:
        for column, header in zip(_columns(sheet), sheet.header, strict=True):
            columns.setdefault(column, header)
    columns = {column: header for column, header in columns.items() if column not in {"", REASON}}
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([*map(guard_cell, columns.values()), REASON])
    for sheet in sheets:
        for record in sheet.records:
            reason = reasons.get((sheet.name, record.line))
            if reason is None:
                continue
            by_column = dict(zip(_columns(sheet), record.cells, strict=False))
            # A row with too many cells keeps them, behind the last column, so nothing is lost.
            surplus = record.cells[len(sheet.header) :]
            cells = [by_column.get(column, "") for column in columns]
            row = [*cells, reason, *surplus]
            writer.writerow([guard_cell(_unguarded(cell)) for cell in row])
    return text.getvalue()


def _columns(sheet: Sheet) -> list[str]:
    """Return what tells columns apart: two sheets may spell the header of one field in two ways."""
    named = zip(sheet.fields, sheet.header, strict=True)
    return [field or header.casefold() for field, header in named]


def _unguarded(cell: str) -> str:
    """Return a cell as one line without its guard."""
    return unguard_cell(" ".join(cell.split()))
