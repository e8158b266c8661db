"""A file of contacts or offices as neutral records: fields and their texts, without meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressdesk.exchange.columns import map_columns
from pressdesk.exchange.formula_guard import unguard_cell
from pressdesk.exchange.text_table import Row, read_text_table

_SHOWN_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its line, and the text of each field that has one.

    problem: why the row cannot be read at all, or None. cells: the row as it came.
    """

    line: int
    texts: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None
    cells: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file: where it came from, what it holds, and what is to be said about reading it."""

    name: str
    is_offices: bool
    header: tuple[str, ...]
    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()


def load(name: str, content: bytes) -> Sheet:
    """Read pressdesk's own CSV; raise InvalidFileError when the file is refused whole.

    name: the file's name in messages and reports.
    """
    table = read_text_table(name, content)
    header = tuple(unguard_cell(text.strip()) for text in table.header.cells)
    while header and not header[-1]:
        header = header[:-1]
    mapping = map_columns(name, table.header.line, header)
    records = tuple(_record(row, mapping.fields) for row in table.rows)
    what = "offices" if mapping.is_offices else "contacts"
    known = ", ".join(dict.fromkeys(one for one in mapping.fields if one))
    notes = [f"{what}, {table.manner}; columns: {known}", *table.warnings]
    if mapping.ignored:
        shown = ", ".join(mapping.ignored[:_SHOWN_COLUMNS])
        more = len(mapping.ignored) - _SHOWN_COLUMNS
        notes.append(f"ignored columns: {shown}" + (f" and {more} more" if more > 0 else ""))
    return Sheet(name, mapping.is_offices, header, records, tuple(notes))


def _record(row: Row, fields: tuple[str | None, ...]) -> Record:
    cells = list(row.cells)
    while len(cells) > len(fields) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(fields):
        reason = f"has {len(cells)} cells, the header has {len(fields)}"
        return Record(row.line, problem=reason, cells=tuple(cells))
    texts: dict[str, str] = {}
    warnings = []
    for name, cell in zip(fields, cells, strict=True):
        if name is None or not cell.strip():
            continue
        joined = " ".join(cell.split("\n")) if "\n" in cell or "\r" in cell else cell
        if joined != cell:
            joined = " ".join(joined.replace("\r", " ").split())
            warnings.append(f"{name}: a line break in the cell became a space")
        texts[name] = unguard_cell(joined.strip())
    return Record(row.line, texts, None, tuple(cells), tuple(warnings))
