"""Refused rows as a file that can be mended and imported again."""

import csv
import io
from collections.abc import Sequence

from pressdesk.exchange.columns import REASON
from pressdesk.exchange.formula_guard import guard_cell, unguard_cell
from pressdesk.exchange.report import Item
from pressdesk.exchange.sheet import Sheet


def dump_rejects(sheets: Sequence[Sheet], refused: Sequence[Item]) -> str:
    """Write the refused rows of sheets of one kind as CSV, with a column that gives the reason.

    Columns are those of the sheets, in the order in which they first come; no cell can be a
    formula.
    """
    reasons = {
        (item.file, item.line): "; ".join(
            f"{one.column}: {one.reason}" if one.column else one.reason for one in item.problems
        )
        for item in refused
    }
    header = list(dict.fromkeys(one for sheet in sheets for one in sheet.header if one))
    header = [one for one in header if one.casefold() != REASON]
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([*map(guard_cell, header), REASON])
    for sheet in sheets:
        for record in sheet.records:
            reason = reasons.get((sheet.name, record.line))
            if reason is None:
                continue
            by_header = dict(zip(sheet.header, record.cells, strict=False))
            # A row with too many cells keeps them, behind the last column, so nothing is lost.
            surplus = record.cells[len(sheet.header) :]
            cells = [by_header.get(one, "") for one in header]
            row = [*cells, reason, *surplus]
            writer.writerow([guard_cell(_unguarded(cell)) for cell in row])
    return text.getvalue()


def _unguarded(cell: str) -> str:
    """Give a cell as one line without its guard."""
    return unguard_cell(" ".join(cell.split()))
