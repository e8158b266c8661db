"""XLSX: a spreadsheet read as a table of text, and written as one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from shutil import copyfileobj
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pressdesk.errors import InvalidFileError, InvalidValueError
from pressdesk.exchange.columns import list_columns
from pressdesk.exchange.csv.formula_guard import unguard_cell
from pressdesk.exchange.csv.text_table import TextTable
from pressdesk.exchange.xlsx.parts import Sheet, Workbook, open_workbook
from pressdesk.exchange.xlsx.table import TableReading
from pressdesk.office_zip.opening import SPREADSHEET, open_package
from pressdesk.text.visible import quoted

_ZIP_OR_OLD_OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_TEXT_FORMAT = "@"
_LONGEST_CELL = 32_767
_NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001  # as in a zip, which knows no zones
_NARROWEST, _WIDEST = 8, 50
_ROWS_MEASURED = 200
# Controls, halves of pairs, and what XML has no place for: nothing of it came through our door.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A spreadsheet reads _x0041_ as "A"; its own "_" is written _x005F_ where it would be taken so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def looks_like_xlsx(content: bytes) -> bool:
    """Whether `read_xlsx_table` should judge a file: a zip, or an old or locked .xls."""
    return content.startswith(_ZIP_OR_OLD_OFFICE)


def read_xlsx_table(name: str, content: bytes) -> TextTable:
    """Read the first visible sheet that holds anything; raise InvalidFileError.

    The lines are the numbers of the rows in the sheet; a refused cell is a problem of its row.

    name: the file's name in messages.
    """
    book = open_workbook(open_package(name, content, SPREADSHEET))
    for sheet in book.sheets:
        if not sheet.is_visible or not sheet.part:
            continue
        reading = TableReading(name, book, sheet)
        rows = reading.rows()
        if rows:
            warnings = (*_name_unread(book, sheet), *reading.warnings())
            return TextTable(rows[0], tuple(rows[1:]), "xlsx", "", warnings, sheet.name)
    hidden = [quoted(sheet.name) for sheet in book.sheets if not sheet.is_visible]
    also = f"; hidden sheets are not read: {list_columns(hidden)}" if hidden else ""
    raise InvalidFileError(name, None, f"is empty; expected a header row and contacts{also}")


def _name_unread(book: Workbook, read: Sheet) -> Iterator[str]:
    if book.package.has_macros:
        yield "macros are not read"
    others = [
        quoted(sheet.name) + ("" if sheet.is_visible else " (hidden)")
        for sheet in book.sheets
        if sheet is not read
    ]
    if others:
        yield f"only the sheet {quoted(read.name)} is read, not {list_columns(others)}"


def dump_xlsx(header: Sequence[str], rows: Iterable[Sequence[str]], file: BinaryIO) -> None:
    """Write a header and rows as a spreadsheet of texts, each cell on one line.

    No cell is a formula, whatever it begins with, for its type says that it is a text: the
    apostrophe that guards cells of CSV would only be seen. The format Text keeps it so where
    somebody types: 0230 stays 0230. The same rows give the same bytes.

    Raises InvalidValueError for a text that is longer than a cell can be.
    """
    from openpyxl import Workbook as NewWorkbook  # a lookup does not pay for it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.writer.excel import ExcelWriter

    book = NewWorkbook(write_only=True)
    # When it was written would make each export another one.
    book.properties.creator = "pressdesk"
    book.properties.created = book.properties.modified = _NO_TIME
    sheet = book.create_sheet("Contacts")
    sheet.freeze_panes = "A2"
    coming = (_cells(header, row) for row in rows)
    measured = list(islice(coming, _ROWS_MEASURED))
    names = _cells(header, header)
    for place, texts in enumerate(zip(names, *measured, strict=True), start=1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width = min(max(_NARROWEST, *(len(text) + 2 for text in texts)), _WIDEST)
        column.number_format = _TEXT_FORMAT
    # openpyxl writes a cell before it asks for the next: one object serves them all.
    bold, plain = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
    bold.font = Font(bold=True)
    bold.number_format = plain.number_format = _TEXT_FORMAT
    try:
        sheet.append(_fill(bold, text) for text in names)
        for row in chain(measured, coming):
            sheet.append(_fill(plain, text) for text in row)
    except BaseException:
        # Saved nowhere: only so it closes and removes its temporary file.
        ExcelWriter(book, ZipFile(BytesIO(), "w")).save()
        raise
    with _TimelessZip(file, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()


def _fill(cell: Any, text: str) -> Any:  # noqa: ANN401  # a cell; its class is never imported
    """Put a text into a cell; None for an empty one, which is not written."""
    if not text:
        return None
    cell.value = text
    cell.data_type = "s"  # openpyxl has just taken "=1+1" for a formula
    return cell


def _cells(header: Sequence[str], row: Sequence[str]) -> list[str]:
    return [_cell(name, text) for name, text in zip(header, row, strict=True)]


def _cell(name: str, text: str) -> str:
    line = _NO_TEXT.sub("\ufffd", " ".join(text.split()))
    # What import would take for guarded gets one more apostrophe, as in CSV: '=x comes back.
    line = line if unguard_cell(line) == line else f"'{line}"
    written = _LOOKS_ESCAPED.sub("_x005F_", line)
    if len(written) > _LONGEST_CELL:
        raise InvalidValueError(
            name, text, f"is longer than a cell can be ({_LONGEST_CELL})", "choose another format"
        )
    return written


class _TimelessZip(ZipFile):
    """A zip whose members all bear the first date that a zip knows."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Write a member; openpyxl gives names alone."""
        super().writestr(ZipInfo(str(zinfo_or_arcname)), data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Write a member from a file, piece by piece."""
        info = ZipInfo(str(arcname))
        info.compress_type = ZIP_DEFLATED
        with Path(filename).open("rb") as source, self.open(info, "w") as member:
            copyfileobj(source, member)
