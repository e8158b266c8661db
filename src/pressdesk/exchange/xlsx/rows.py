"""The raw rows of one sheet, as they are written: no value is judged here.

openpyxl is not asked to read: its fast mode tells formulas or values but not both, and no hidden
rows and columns; it fills each row up to whatever column the file names; and it gives up on styles
that are not quite Excel's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pressdesk.office_zip.package import Package, local_name

_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_MOST_COLUMNS = 16_384
_MOST_LINES = 1_048_576
# How a spreadsheet writes characters that XML has none for: _x000D_ is CR, _x005F_ is "_".
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class RawCell(NamedTuple):
    """A cell as it is written: column from 0, its type (`t`), its style, its text or value."""

    column: int
    type: str
    style: int
    text: str
    has_formula: bool


class RawRow(NamedTuple):
    """A row as it is written; line: its number in the sheet, from 1."""

    line: int
    is_hidden: bool
    cells: list[RawCell]


def is_on(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in {"1", "true", "on"}


def unescaped(text: str) -> str:
    """Return the characters for which XML has no place: `_x000D_` is CR."""
    return _ESCAPE.sub(_unescape, text) if "_x" in text else text


def _unescape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    # Half of a pair is no character: it stays as it is written.
    return match[0] if "\ud800" <= character <= "\udfff" else character


@dataclass(slots=True)
class Pieces:
    """The text of one element, which comes in pieces; readings of Japanese names are left out."""

    pieces: list[str] = field(default_factory=list)
    is_text: bool = False
    is_reading: bool = False

    def start(self, tag: str) -> None:
        """Take the beginning of an element within that of the text."""
        if tag == "rPh":
            self.is_reading = True
        elif tag in {"t", "v"}:
            self.is_text = not self.is_reading

    def end(self, tag: str) -> None:
        """Take its end."""
        if tag == "rPh":
            self.is_reading = False
        elif tag in {"t", "v"}:
            self.is_text = False

    def take(self) -> str:
        """Return the text, and begin another."""
        text = "".join(self.pieces)
        self.pieces.clear()
        return text


class SheetReading:
    """The rows of one sheet, as they are read.

    hidden_columns: first and last of each range, from 1; known when the first row is. Raises
    InvalidFileError where the sheet is damaged.
    """

    def __init__(self, package: Package, part: str) -> None:
        self.hidden_columns: list[tuple[int, int]] = []
        self._package = package
        self._part = part
        self._rows: list[RawRow] = []
        self._row: RawRow | None = None
        self._line = 0
        self._cell: dict[str, str] | None = None
        self._has_formula = False
        self._pieces = Pieces()

    def __iter__(self) -> Iterator[RawRow]:
        for _ in self._package.parse(self._part, self):
            yield from self._rows
            self._rows.clear()

    def start(self, tag: str, attrib: dict[str, str], /) -> None:
        """Take the beginning of an element."""
        name = local_name(tag)
        if name == "c":
            self._cell = attrib
            self._has_formula = False
        elif name == "row":
            self._start_row(attrib)
        elif name == "f":
            self._has_formula = True
        elif name == "col" and is_on(attrib.get("hidden")):
            self.hidden_columns.append((int(attrib["min"]), int(attrib["max"])))
        elif self._cell is not None:
            self._pieces.start(name)

    def data(self, text: str, /) -> None:
        """Take a piece of text."""
        if self._pieces.is_text:
            self._pieces.pieces.append(text)

    def end(self, tag: str, /) -> None:
        """Take the end of an element."""
        name = local_name(tag)
        if name == "c":
            self._end_cell()
        elif name == "row" and self._row is not None:
            self._rows.append(self._row)
            self._row = None
        else:
            self._pieces.end(name)

    def _start_row(self, attributes: dict[str, str]) -> None:
        line = int(attributes.get("r", self._line + 1))
        if not self._line < line <= _MOST_LINES:
            raise ValueError(f"row {line} after row {self._line}")
        self._line = line
        self._row = RawRow(line, is_on(attributes.get("hidden")), [])

    def _end_cell(self) -> None:
        attributes, text = self._cell or {}, self._pieces.take()
        self._cell = None
        if self._row is None:
            return
        cells = self._row.cells
        following = cells[-1].column + 1 if cells else 0
        column = _find_column(attributes["r"]) if "r" in attributes else following
        if not following <= column < _MOST_COLUMNS:
            raise ValueError(f"column {column} after column {following - 1}")
        kind = attributes.get("t", "n")
        if kind in {"inlineStr", "str"}:
            text = unescaped(text)
        style = int(attributes.get("s", 0))
        cells.append(RawCell(column, kind, style, text, self._has_formula))


def _find_column(place: str) -> int:
    match = _PLACE.fullmatch(place)
    if match is None:
        raise ValueError(f"{place} is no cell")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
