"""Contacts that stand side by side, read one below the other."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressdesk.reading.people.names import find_person

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_LONGEST = 300
_MOST_CELLS = 6


class Row(NamedTuple):
    """A line, or a part of it, and its number."""

    number: int
    text: str


def unfold_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Give rows in the order in which they are read: people side by side one after the other."""
    place = 0
    while place < len(rows):
        columns = _columns_from(rows, place)
        if columns is None:
            yield rows[place]
            place += 1
            continue
        for column in columns:
            yield from column
            yield Row(column[-1].number, "")
        place = columns[0][-1].number - rows[0].number + 1


def _columns_from(rows: Sequence[Row], place: int) -> list[list[Row]] | None:
    """Read columns that begin in a row; None where no row of them is all people."""
    count = len(_cells(rows[place].text))
    table: list[list[Row]] = [[] for _ in range(count)] if count > 1 else []
    has_people = False
    for row in rows[place:] if table else ():
        cells = _cells(row.text)
        if len(cells) != count:
            break
        has_people = has_people or all(map(_is_head, cells))
        for column, cell in zip(table, cells, strict=True):
            column.append(Row(row.number, cell))
    return table if has_people and len(table[0]) > 1 else None


def _cells(line: str) -> list[str]:
    if len(line) > _LONGEST or not ("   " in line.strip() or "\t" in line):
        return []
    cells = [match[0] for part in line.split("\t") for match in _CELL.finditer(part)]
    return cells if len(cells) <= _MOST_CELLS else []


def _is_head(cell: str) -> bool:
    found = find_person(cell)
    return found is not None and not found.before and not any(map(str.isdigit, cell))
