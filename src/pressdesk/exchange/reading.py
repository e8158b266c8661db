"""A file of any kind to sheets: recognised by what it holds, not by its name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from pressdesk.errors import OptionsError
from pressdesk.exchange.columns import list_columns
from pressdesk.exchange.presets import PRESETS, find_preset, get_preset
from pressdesk.exchange.report import Problem
from pressdesk.exchange.sheet import Record, Sheet, compose_sheet, sheet_from_table
from pressdesk.exchange.text_table import TextTable, read_text_table

TABLES = ("csv", "tsv", "xlsx")
KINDS = (*TABLES, "vcard", "json", "jsonl", *PRESETS)


class ReadOptions(NamedTuple):
    """What the user says of a file.

    kind: one of KINDS; None recognises it. encoding, delimiter: of text tables, see
    `read_text_table`. headers: their header to pressdesk's column. office, country: for records
    that name none.
    """

    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    headers: Mapping[str, str] = {}
    office: str | None = None
    country: str | None = None


def read_sheets(name: str, content: bytes, options: ReadOptions) -> list[Sheet]:
    """Read a file; raise InvalidFileError when it is refused whole, OptionsError for wrong options.

    name: what the file is called in messages and reports. The manner of each sheet says what the
    file was taken for.
    """
    kind = options.kind or recognise(content)
    if options.headers and kind in {"vcard", "json", "jsonl"}:
        raise OptionsError(f"--map is for tables, and {name} is {kind}")
    readers: dict[str, Callable[[str, bytes], list[Sheet]]] = {
        "vcard": _read_cards, "json": _read_json, "jsonl": _read_json_lines
    }  # fmt: skip
    if kind in readers:
        sheets = readers[kind](name, content)
    else:
        sheets = [_read_table(name, content, kind, options)]
    return [_with_defaults(sheet, options) for sheet in sheets]


def recognise(content: bytes) -> str:
    """Say what the bytes of a file are: one of KINDS, where tables in text are all "csv"."""
    from pressdesk.exchange.json_reader import looks_like_json
    from pressdesk.exchange.vcard_reader import looks_like_vcard
    from pressdesk.exchange.xlsx_format import looks_like_xlsx

    if looks_like_xlsx(content):
        return "xlsx"
    if looks_like_vcard(content):
        return "vcard"
    return looks_like_json(content) or "csv"


def _read_table(name: str, content: bytes, kind: str, options: ReadOptions) -> Sheet:
    if kind == "xlsx":
        from pressdesk.exchange.xlsx_format import read_xlsx_table

        table = read_xlsx_table(name, content)
    else:
        delimiter = options.delimiter or ("tab" if kind == "tsv" else None)
        table = read_text_table(name, content, encoding=options.encoding, delimiter=delimiter)
    table = _with_headers(name, table, options.headers)
    preset = kind if kind in PRESETS else None
    if preset is None and options.kind is None and not options.headers:
        preset = find_preset(table.header.cells)
    if preset is not None:
        return _read_preset(name, table, preset)
    return sheet_from_table(name, table, has_office=options.office is not None)


def _with_headers(name: str, table: TextTable, headers: Mapping[str, str]) -> TextTable:
    """Rename columns as the user says; raise OptionsError for one that the file has not."""
    cells = list(table.header.cells)
    for theirs, ours in headers.items():
        places = [place for place, cell in enumerate(cells)
                  if cell.strip().casefold() == theirs.strip().casefold()]  # fmt: skip
        if not places:
            raise OptionsError(f'--map: {name} has no column "{theirs}"; it has {", ".join(cells)}')
        for place in places:
            cells[place] = ours
    return replace(table, header=table.header._replace(cells=tuple(cells)))


def _read_preset(name: str, table: TextTable, preset_name: str) -> Sheet:
    from pressdesk.exchange.formula_guard import unguard_cell
    from pressdesk.exchange.presets.reading import fold_header

    preset = get_preset(preset_name)
    header = [unguard_cell(cell.strip()) for cell in table.header.cells]
    records = []
    ignored: dict[str, None] = {}
    for row in table.rows:
        cells = list(row.cells)
        while len(cells) > len(header) and not cells[-1].strip():
            cells.pop()
        pairs = zip(header, (unguard_cell(cell.strip()) for cell in cells), strict=False)
        read = preset.read_row(_first_filled(pairs), name)
        ignored |= dict.fromkeys(read.ignored)
        problem = read.problem
        for column, reason in row.problems[:1]:  # a formula, a date: of a spreadsheet's cell
            problem = Problem(header[column] if column < len(header) else "", reason)
        if len(cells) != len(header):
            problem = Problem("", f"has {len(cells)} cells, the header has {len(header)}")
        records.append(Record(row.line, read.texts, problem, (), tuple(read.warnings)))
    manner = f"contacts of {preset_name}, {table.manner}"
    named = [one for one in dict.fromkeys(header) if fold_header(one) in ignored]
    notes = [f"ignored columns: {list_columns(named)}"] if named else []
    notes = [*table.warnings, *notes]
    sheet = compose_sheet(name, records, manner=manner, notes=notes)
    return replace(sheet, ignored=tuple(named))


def _first_filled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the cells by header; of columns with one header the first that is filled."""
    cells: dict[str, str] = {}
    for header, cell in pairs:
        if not cells.get(header):
            cells[header] = cell
    return cells


def _read_cards(name: str, content: bytes) -> list[Sheet]:
    from pressdesk.exchange.vcard_reader import read_cards

    return [compose_sheet(name, read_cards(name, content), manner="contacts, vCard")]


def _read_json(name: str, content: bytes) -> list[Sheet]:
    from pressdesk.exchange.json_reader import read_json

    return read_json(name, content)


def _read_json_lines(name: str, content: bytes) -> list[Sheet]:
    from pressdesk.exchange.json_reader import read_json_lines

    return read_json_lines(name, content)


def _with_defaults(sheet: Sheet, options: ReadOptions) -> Sheet:
    """Give contacts without an office, or numbers without a country, what the user said."""
    if sheet.is_offices or (options.office is None and options.country is None):
        return sheet
    defaults = {"office": options.office, "country": options.country}
    given = {column: text for column, text in defaults.items() if text is not None}
    records = tuple(
        record if record.problem else record._replace(texts={**given, **record.texts})
        for record in sheet.records
    )
    return replace(sheet, records=records)
