"""A file of any kind to sheets: recognised by what it holds, not by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pressdesk.errors import OptionsError
from pressdesk.exchange.columns import CONTACT_COLUMNS, find_field, list_columns
from pressdesk.exchange.csv.formula_guard import unguard_cell
from pressdesk.exchange.csv.text_table import Row, TextTable, read_text_table
from pressdesk.exchange.presets import PRESETS, find_preset, get_preset
from pressdesk.exchange.report import Problem
from pressdesk.exchange.sheet import Record, Sheet, compose_sheet, sheet_from_table
from pressdesk.text.visible import quoted

TABLES = ("csv", "tsv", "xlsx")
KINDS = (*TABLES, "vcard", "json", "jsonl", *PRESETS)


class ReadOptions(NamedTuple):
    """What the user says of a file.

    kind: one of KINDS; None recognises it. encoding, delimiter: of text tables, see
    `read_text_table`. headers: their header to pressdesk's column. office: of records that name
    none.
    """

    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    headers: Mapping[str, str] = {}
    office: str | None = None


def read_sheets(name: str, content: bytes, options: ReadOptions) -> list[Sheet]:
    """Read a file; raise InvalidFileError when it is refused whole, OptionsError for wrong options.

    name: what the file is called in messages and reports. `read_as` of each sheet says what the
    file was taken for.
    """
    kind = options.kind or recognise(content)
    if options.headers and kind in {"vcard", "json", "jsonl"}:
        raise OptionsError(f"--map is for tables, and {name} is {kind}")
    if kind == "vcard":
        from pressdesk.exchange.vcard.reader import read_cards

        sheets = [compose_sheet(name, read_cards(name, content), read_as="contacts, vCard")]
    elif kind in {"json", "jsonl"}:
        from pressdesk.exchange.json.reader import read_json, read_json_lines

        sheets = (read_json if kind == "json" else read_json_lines)(name, content)
    else:
        sheets = [_read_table(name, content, kind, options)]
    return [_with_defaults(sheet, options) for sheet in sheets]


def recognise(content: bytes) -> str:
    """Return what the bytes of a file are: one of KINDS, where tables in text are all "csv"."""
    from pressdesk.exchange.json.reader import looks_like_json
    from pressdesk.exchange.vcard.reader import looks_like_vcard
    from pressdesk.exchange.xlsx.format import looks_like_xlsx

    if looks_like_xlsx(content):
        return "xlsx"
    if looks_like_vcard(content):
        return "vcard"
    return looks_like_json(content) or "csv"


def _read_table(name: str, content: bytes, kind: str, options: ReadOptions) -> Sheet:
    if kind == "xlsx":
        from pressdesk.exchange.xlsx.format import read_xlsx_table

        table = read_xlsx_table(name, content)
    else:
        delimiter = options.delimiter or ("tab" if kind == "tsv" else None)
        table = read_text_table(name, content, encoding=options.encoding, delimiter=delimiter)
    fields = _mapped_fields(name, table.header.cells, options.headers)
    preset = kind if kind in PRESETS else None
    if preset is None and options.kind is None:
        preset = find_preset(table.header.cells)
    if preset is not None:
        return _read_preset(name, table, preset, fields)
    cells = (fields.get(place, cell) for place, cell in enumerate(table.header.cells))
    table = replace(table, header=table.header._replace(cells=tuple(cells)))
    return sheet_from_table(name, table, has_office=options.office is not None)


def _mapped_fields(name: str, header: Sequence[str], headers: Mapping[str, str]) -> dict[int, str]:
    """Return pressdesk's column of each place that the user maps.

    Raises OptionsError for a column that the file has not, and for one that pressdesk has not.
    """
    fields: dict[int, str] = {}
    for theirs, ours in headers.items():
        places = [place for place, cell in enumerate(header)
                  if cell.strip().casefold() == theirs.casefold()]  # fmt: skip
        if not places:
            raise OptionsError(
                f"--map: {name} has no column {quoted(theirs)}; it has {list_columns(header)}"
            )
        known = find_field(ours, is_offices=False) or find_field(ours, is_offices=True)
        if known is None:
            raise OptionsError(
                f"--map: pressdesk has no column {quoted(ours)}; contacts have "
                f"{', '.join(CONTACT_COLUMNS)}"
            )
        fields |= dict.fromkeys(places, ours)
    return fields


def _read_preset(name: str, table: TextTable, preset_name: str, mapped: Mapping[int, str]) -> Sheet:
    """Read the rows as the program means them; mapped columns as the user does."""
    from pressdesk.exchange.presets.reading import fold_header

    header = [unguard_cell(cell.strip()) for cell in table.header.cells]
    theirs = {place: column for place, column in enumerate(header) if place not in mapped}
    ours = {
        place: find_field(column, is_offices=False) or column for place, column in mapped.items()
    }
    preset = get_preset(preset_name)
    records = []
    ignored: dict[str, None] = {}
    for row in table.rows:
        read = preset.read_row(_first_filled(theirs, row), name)
        ignored |= dict.fromkeys(read.ignored)
        texts = read.texts | _filled(ours, row)
        problem = _problem(header, row) or read.problem
        records.append(Record(row.line, texts, problem, (), tuple(read.warnings)))
    read_as = f"contacts of {preset_name}, {table.read_as}"
    named = [column for column in dict.fromkeys(theirs.values()) if fold_header(column) in ignored]
    notes = [f"ignored columns: {list_columns(named)}"] if named else []
    notes = [*table.warnings, *notes]
    sheet = compose_sheet(name, records, read_as=read_as, notes=notes)
    return replace(sheet, ignored=tuple(named))


def _problem(header: Sequence[str], row: Row) -> Problem | None:
    """Return why a row cannot be read: its number of cells, or a formula or a date in a cell."""
    cells = list(row.cells)
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(header):
        return Problem("", f"has {len(cells)} cells, the header has {len(header)}")
    for column, reason in row.problems:
        return Problem(header[column] if column < len(header) else "", reason)
    return None


def _filled(fields: Mapping[int, str], row: Row) -> dict[str, str]:
    """Return the cells of mapped columns that have a text, by pressdesk's column."""
    cells = {field: unguard_cell(row.cells[place].strip())
             for place, field in fields.items() if place < len(row.cells)}  # fmt: skip
    return {field: cell for field, cell in cells.items() if cell}


def _first_filled(header: Mapping[int, str], row: Row) -> dict[str, str]:
    """Return the cells by header; of columns with one header the first that is filled."""
    cells: dict[str, str] = {}
    for place, cell in enumerate(row.cells):
        if place in header and not cells.get(header[place]):
            cells[header[place]] = unguard_cell(cell.strip())
    return cells


def _with_defaults(sheet: Sheet, options: ReadOptions) -> Sheet:
    """Return a sheet whose contacts without an office are at the one that the user named."""
    if sheet.is_offices or options.office is None:
        return sheet
    given = {"office": options.office}
    records = tuple(
        record if record.problem else record._replace(texts={**given, **record.texts})
        for record in sheet.records
    )
    return replace(sheet, records=records)
