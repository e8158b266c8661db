"""A file of contacts or offices as neutral records: fields and their texts, without meaning."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pressdesk.exchange.columns import (
    CONTACT_COLUMNS,
    OFFICE_COLUMNS,
    list_columns,
    map_columns,
)
from pressdesk.exchange.csv.formula_guard import unguard_cell
from pressdesk.exchange.csv.text_table import Row, TextTable, read_text_table
from pressdesk.exchange.names import NameParts, join_name
from pressdesk.exchange.report import Problem
from pressdesk.text.visible import quoted

_LINE_ENDS = re.compile(r"[\r\n]+")
# C0, DEL, C1, and the two line separators of Unicode.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What asks for a second look at a cell: a control, or the apostrophe of a guard.
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029']")


class Record(NamedTuple):
    """One row: its line, and the text of each field that has one.

    problem: why the row cannot be read at all, or None. cells: the row as it came.
    """

    line: int
    texts: Mapping[str, str] = {}
    problem: Problem | None = None
    cells: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file: where it came from and what it holds.

    fields: the field of each column of the header, None where it is ignored. read_as: how it was
    read. notes: what the user should look at. ignored: the columns or keys that say nothing to us;
    a note names them too.
    """

    name: str
    is_offices: bool
    header: tuple[str, ...]
    fields: tuple[str | None, ...]
    records: tuple[Record, ...]
    read_as: str = ""
    notes: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def load(name: str, content: bytes) -> Sheet:
    """Read pressdesk's own CSV; raise InvalidFileError when the file is refused whole.

    name: the file's name in messages and reports.
    """
    return sheet_from_table(name, read_text_table(name, content))


def compose_sheet(
    name: str,
    records: Iterable[Record],
    *,
    is_offices: bool = False,
    read_as: str = "",
    notes: Iterable[str] = (),
) -> Sheet:
    """Make a sheet of records that came from no table (cards, JSON): by pressdesk's own columns.

    records: their cells are made here, so that refused ones can be written as CSV.
    """
    those = list(records)
    known = OFFICE_COLUMNS if is_offices else CONTACT_COLUMNS
    named = {column for record in those for column in record.texts}
    header = (*(column for column in known if column in named), *sorted(named - set(known)))
    celled = tuple(
        record._replace(cells=tuple(record.texts.get(column, "") for column in header))
        for record in those
    )
    return Sheet(name, is_offices, header, header, celled, read_as, tuple(notes))


def sheet_from_table(name: str, table: TextTable, *, has_office: bool = False) -> Sheet:
    """Return the records of a table in pressdesk's own columns; raise InvalidFileError.

    has_office: contacts need not say at which office they are.
    """
    header = tuple(unguard_cell(" ".join(text.split())) for text in table.header.cells)
    while header and not header[-1]:
        header = header[:-1]
    mapping = map_columns(name, table.header.line, header, has_office=has_office)
    records = tuple(_record(row, mapping.fields) for row in table.rows)
    # What pressdesk wrote has keys, and whole names.
    if "name" not in mapping.fields or _has_one_part(mapping.fields):
        records = tuple(map(_with_whole_name, records))
    what = "offices" if mapping.is_offices else "contacts"
    known = ", ".join(dict.fromkeys(field for field in mapping.fields if field))
    read_as = f"{what}, {table.read_as}; columns: {known}"
    notes = list(table.warnings)
    if mapping.ignored:
        notes.append(f"ignored columns: {list_columns(mapping.ignored)}")
    fields, ignored = mapping.fields, mapping.ignored
    return Sheet(name, mapping.is_offices, header, fields, records, read_as, tuple(notes), ignored)


def _record(row: Row, fields: tuple[str | None, ...]) -> Record:
    cells = row.cells
    while len(cells) > len(fields) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) != len(fields):
        reason = f"has {len(cells)} cells, the header has {len(fields)}"
        return Record(row.line, problem=Problem("", reason), cells=cells)
    # A formula or a date in a column that is ignored does no harm.
    counting = [
        problem
        for problem in row.problems
        if problem.column < len(fields) and fields[problem.column]
    ]
    for column, reason in counting[:1]:
        problem = Problem(fields[column] or "", reason)
        return Record(row.line, problem=problem, cells=cells)
    if not _ODD.search("".join(cells)):  # nothing is refused, joined or guarded
        pairs = zip(fields, cells, strict=True)
        plain = {name: text for name, cell in pairs if name and (text := cell.strip())}
        return Record(row.line, plain, None, cells)
    return _record_with_care(row.line, fields, cells)


def _record_with_care(line: int, fields: tuple[str | None, ...], cells: tuple[str, ...]) -> Record:
    """Return the record of a row in which something is to be refused, joined or unguarded."""
    texts: dict[str, str] = {}
    warnings = []
    for name, cell in zip(fields, cells, strict=True):
        lines = [part.strip(" \t") for part in _LINE_ENDS.split(cell)]
        text = " ".join(filter(None, lines))
        if name is None or not text:
            continue
        if control := _CONTROL.search(text):
            return Record(line, problem=_has_control(name, text, control[0]), cells=cells)
        if len(lines) > 1:
            warnings.append(f"{name}: a line break in the cell became a space")
        if text.strip():
            texts[name] = unguard_cell(text.strip())
    return Record(line, texts, None, cells, tuple(warnings))


def _has_one_part(fields: Sequence[str | None]) -> bool:
    parts = {"given_name", "family_name"} & set(fields)
    return len(parts) == 1 and "key" not in fields


def _with_whole_name(record: Record) -> Record:
    """Return the record with the name that two columns make: first and last name, or one and name.

    "Name" beside a first name is the last name, as many lists have it, unless it holds the first.
    """
    texts = dict(record.texts)
    name, given, family = (
        texts.pop(column, "") for column in ("name", "given_name", "family_name")
    )
    if not (given or family) or (name and (f"{given}{family}" in name)):
        return record
    parts = NameParts(given or name, family=family or name)
    return record._replace(texts=texts | join_name(parts))


def _has_control(name: str, text: str, control: str) -> Problem:
    # Here and not only where the value is read: many a reading would pass over it.
    reason = f"{quoted(text)}: contains a control character (U+{ord(control):04X}); type it again"
    return Problem(name, reason)
