import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import given, strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from pressdesk.errors import InvalidFileError, InvalidValueError
from pressdesk.exchange.csv.formula_guard import unguard_cell
from pressdesk.exchange.csv.text_table import TextTable, read_text_table
from pressdesk.exchange.csv.writing import dump_rows
from pressdesk.exchange.sheet import Record, sheet_from_table
from pressdesk.exchange.xlsx import table as xlsx_table
from pressdesk.exchange.xlsx.format import dump_xlsx, looks_like_xlsx, read_xlsx_table
from pressdesk.office_zip.members import MOST_UNPACKED
from tests.office_zip.test_opening import (
    MACRO_SHEET_TYPE,
    SHEET_TYPE,
    content_types,
    noisy,
    read_in_little_memory,
    zip_of,
)

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
# The styles of cells: General, a built-in date, [h]:mm, four zeros, a colour and a text, percent.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    '<numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="0000"/>'
    '<numFmt numFmtId="166" formatCode="[Red]0&quot; days&quot;\\d"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{one}"/>' for one in (0, 14, 164, 165, 166, 9))
    + "</cellXfs><cellStyles/></styleSheet>"
)
HEADER = '<row r="1"><c r="A1" t="str"><v>office</v></c><c r="B1" t="str"><v>name</v></c></row>'


def book_of(
    *sheets: str,
    states: Sequence[str] = (),
    texts: Sequence[str] = (),
    main: str = SHEET_TYPE,
    namespace: str = MAIN,
    properties: str = "",
) -> dict[str, bytes | str]:
    """Give the parts of a workbook; sheets: what stands in each worksheet element."""
    listed, relations = "", ""
    parts: dict[str, bytes | str] = {"[Content_Types].xml": content_types(main)}
    for number, sheet in enumerate(sheets, start=1):
        state = f' state="{states[number - 1]}"' if states else ""
        listed += f'<sheet name="Sheet {number}" sheetId="{number}" r:id="r{number}"{state}/>'
        relations += (
            f'<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<?xml version="1.0"?><worksheet xmlns="{namespace}">{sheet}</worksheet>'
        )
    for name in ("styles", "sharedStrings"):
        relations += (
            f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="/xl/{name}.xml"/>'
        )
    relations += f'<Relationship Id="x" Type="{RELATIONS}/x" TargetMode="External" Target="h"/>'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}">{properties}'
        f"<sheets>{listed}</sheets></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    parts["xl/styles.xml"] = STYLES
    shared = "".join(f"<si>{one}</si>" for one in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}">{shared}</sst>'
    return parts


def table_of(*rows: str, texts: Sequence[str] = (), cols: str = "") -> TextTable:
    """Read rows under a header of two columns."""
    sheet = f"{cols}<sheetData>{HEADER}{''.join(rows)}</sheetData>"
    return read_xlsx_table("list.xlsx", zip_of(book_of(sheet, texts=texts)))


def cell_of(cell: str, *texts: str) -> tuple[str, str]:
    """Read a cell that stands in A2; give its text and its problem."""
    (row,) = table_of(f'<row r="2">{cell}</row>', texts=texts).rows
    return row.cells[0], row.problems[0].reason if row.problems else ""


def refusal_of(content: bytes) -> str:
    """Give the sentence with which a file is refused."""
    with pytest.raises(InvalidFileError, match=r"\Alist\.xlsx(?::\d+)?: [^\n]+\Z") as refusal:
        read_xlsx_table("list.xlsx", content)
    return str(refusal.value)


def written(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Give the bytes of a spreadsheet."""
    file = io.BytesIO()
    dump_xlsx(header, rows, file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A2" t="s"><v>0</v></c>', "Zoë"),
        ('<c r="A2" t="s"><v>1</v></c>', "Zoë Lindqvist"),
        ('<c r="A2" t="s"><v>2</v></c>', "山田"),
        ('<c r="A2" t="s"><v>3</v></c>', "one\rtwo _x_ A \\ud83d_xD83D_"),
        ('<c r="A2" t="inlineStr"><is><t>Bern</t></is></c>', "Bern"),
        ('<c r="A2" t="inlineStr"><is><r><t>Be</t></r><r><t>rn</t></r></is></c>', "Bern"),
        ('<c r="A2" t="str"><v>Bern</v></c>', "Bern"),
        ('<c r="A2" t="inlineStr"><is><t xml:space="preserve"> مسؤول </t></is></c>', " مسؤول "),
        ('<c t="str"><v>no place</v></c>', "no place"),
        ('<c r="A2" t="inlineStr"><is><t>=1+1</t></is></c>', "=1+1"),
        ('<c r="A2" t="inlineStr"><is><t>0230</t></is></c>', "0230"),
    ],
)
def test_texts_are_read_as_they_stand(cell: str, text: str) -> None:
    """Shared or in place, in runs or whole; readings of Japanese names are none of the text."""
    shared = [
        "<t>Zoë</t>",
        "<r><t>Zoë </t></r><r><rPr><b/></rPr><t>Lindqvist</t></r>",
        "<t>山田</t><rPh sb='0' eb='2'><t>ヤマダ</t></rPh>",
        "<t>one_x000D_two _x_ _x0041_ \\ud83d_xD83D_</t>",
    ]
    assert cell_of(cell, *shared) == (text, "")


@pytest.mark.parametrize(
    ("cell", "text", "problem"),
    [
        ('<c r="A2"><v>0.5</v></c>', "0.5", "is a fraction (0.5); type it again in a cell"),
        ('<c r="A2"><v>1.20286E+10</v></c>', "12028600000", ""),
        ('<c r="A2"><v>2028621826</v></c>', "2028621826", ""),
        ('<c r="A2"><v>230.0</v></c>', "230", ""),
        ('<c r="A2"><v>-5</v></c>', "-5", ""),
        ('<c r="A2" s="3"><v>230</v></c>', "0230", ""),
        ('<c r="A2" s="4"><v>230</v></c>', "230", ""),
        ('<c r="A2" s="99"><v>230</v></c>', "230", ""),
        ('<c r="A2" s="5"><v>0.25</v></c>', "0.25", "is a fraction (0.25)"),
        (
            '<c r="A2"><v>1234567890123456</v></c>',
            "1234567890123456",
            "is a number of more than 15",
        ),
        ('<c r="A2"><v>1E300</v></c>', "1E300", "is a number of more than 15 digits"),
        ('<c r="A2" t="b"><v>1</v></c>', "TRUE", "is TRUE, a value of yes and no; type it again"),
        ('<c r="A2" t="b"><v>0</v></c>', "FALSE", "is FALSE, a value of yes and no"),
        ('<c r="A2" t="e"><v>#N/A</v></c>', "#N/A", "is an error of the spreadsheet"),
        ('<c r="A2" t="d"><v>2025-03-04</v></c>', "2025-03-04", "is a date; type it again"),
        ('<c r="A2" s="1"><v>45720</v></c>', "2025-03-04", "is a date or a time (2025-03-04)"),
        ('<c r="A2" s="1"><v>45720.5</v></c>', "2025-03-04 12:00:00", "is a date or a time"),
        ('<c r="A2" s="2"><v>0.75</v></c>', "18:00:00", "is a date or a time (18:00:00)"),
        ('<c r="A2" s="1"><v>99999999999</v></c>', "99999999999", "is a date or a time"),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', "2", "is a formula; paste its value over it as text"),
        ('<c r="A2" t="str"><f>B2</f><v>Bern</v></c>', "Bern", "is a formula"),
        ('<c r="A2"><f>1+1</f></c>', "", "is a formula"),
        ('<c r="A2" t="b"><f t="shared" si="0"/><v>1</v></c>', "TRUE", "is a formula"),
    ],
)
def test_what_is_no_text_is_taken_with_care(cell: str, text: str, problem: str) -> None:
    """Whole numbers are taken; the rest is refused by the name of the cell."""
    read, reason = cell_of(cell)
    assert read == text
    assert reason.startswith(f"A2 {problem}" if problem else "")
    assert bool(reason) is bool(problem)


def test_days_may_be_counted_from_1904() -> None:
    """As old Macs did."""
    row = f'<sheetData>{HEADER}<row r="2"><c r="A2" s="1"><v>44258</v></c></row></sheetData>'
    parts = book_of(row, properties='<workbookPr date1904="1"/>')
    assert read_xlsx_table("a", zip_of(parts)).rows[0].cells[0] == "2025-03-04"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A2"><v>abc</v></c>',
        '<c r="A2"><v>NaN</v></c>',
        f'<c r="A2"><v>{"1" * 50}</v></c>',
        '<c r="A2" t="s"><v>7</v></c>',
        '<c r="A2" t="s"><v>-7</v></c>',
        '<c r="A2" t="s"><v>x</v></c>',
        '<c r="A2" t="zzz"><v>x</v></c>',
        '<c r="A2" s="x"><v>1</v></c>',
        '<c r="2A"><v>1</v></c>',
        '<c r="XFE2"><v>1</v></c>',
        '<c r="B2"><v>1</v></c><c r="A2"><v>1</v></c>',
        '<c r="B2"><v>1</v></c><c r="B2"><v>1</v></c>',
        '</row><row r="2"><c r="A2"/>',
        '</row><row r="1048577"><c/>',
        '</row><row r="x"><c/>',
        "<d></row>",
    ],
)
def test_what_no_spreadsheet_writes_is_a_damage(cell: str) -> None:
    """The file is refused whole, and nothing else is raised."""
    content = zip_of(book_of(f'<sheetData>{HEADER}<row r="2">{cell}</row></sheetData>'))
    assert refusal_of(content).startswith("list.xlsx: is damaged: ")


def test_a_formula_that_gives_nothing_says_nothing() -> None:
    """Sheets are filled down with =IF(…; "")."""
    assert not table_of('<row r="2"><c r="A2" t="str"><f>""</f><v></v></c></row>').rows


def test_rows_keep_their_numbers() -> None:
    """Blank rows are passed over, short ones filled; the header may begin further down."""
    row = '<row r="9"><c r="A9" t="str"><v>Bern</v></c><c r="D9" t="str"><v> </v></c></row>'
    table = table_of(
        '<row r="4"><c r="A4" s="1"/></row>', row, '<row><c r="B10"><v>1</v></c></row>'
    )
    assert table.header.cells == ("office", "name")
    assert [(one.line, one.cells) for one in table.rows] == [(9, ("Bern", "")), (10, ("", "1"))]
    assert table.read_as == 'xlsx, sheet "Sheet 1"'


def test_a_row_may_be_longer_than_the_header() -> None:
    """It is refused later, with both counts; nothing is cut off."""
    (row,) = table_of('<row r="2"><c r="D2" t="str"><v>x</v></c></row>').rows
    assert row.cells == ("", "", "", "x")


def test_numbers_are_warned_of() -> None:
    """Once for the sheet, with the places; numbers of the header are no matter."""
    table = table_of('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>',
                     '<row r="3"><c r="A3"><v>3</v></c></row>')  # fmt: skip
    (warning,) = table.warnings
    assert warning.startswith("cells of numbers are read as their digits; look for a + or zeros")
    assert warning.endswith(": A2, B2, A3")
    year = '<sheetData><row><c t="str"><v>name</v></c><c><v>2025</v></c></row></sheetData>'
    plain = read_xlsx_table("a", zip_of(book_of(year)))
    assert (plain.header.cells, plain.warnings) == (("name", "2025"), ())


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    """A filter hides rows, and somebody forgot it."""
    rows = [
        f'<row r="{line}" hidden="{int(line in {3, 5, 6, 7})}"><c t="str"><v>Bern</v></c></row>'
        for line in range(2, 9)
    ]
    cols = '<cols><col min="1" max="1"/><col min="2" max="16384" hidden="true"/></cols>'
    table = table_of(*rows, '<row r="9" hidden="1"><c r="A9"/></row>', cols=cols)
    assert len(table.rows) == 7
    assert table.warnings == (
        "hidden rows are read too: 3, 5-7",
        "hidden columns are read too: B",
    )


def test_the_first_visible_sheet_with_a_header_is_read() -> None:
    """The others are named, and so are macros; they are never read."""
    sheet = f"<sheetData>{HEADER}</sheetData>"
    states = ("hidden", "visible", "visible", "veryHidden")
    parts = book_of(sheet, "<sheetData/>", sheet, sheet, states=states, main=MACRO_SHEET_TYPE)
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    table = read_xlsx_table("list.xlsm", zip_of(parts))
    assert table.sheet == "Sheet 3"
    assert table.warnings == (
        "macros are not read",
        'only the sheet "Sheet 3" is read, not "Sheet 1" (hidden), "Sheet 2", "Sheet 4" (hidden)',
    )


def test_a_file_without_a_visible_table_is_empty() -> None:
    """What is hidden is not taken for the file's content, but it is named."""
    parts = book_of(
        "<sheetData/>", f"<sheetData>{HEADER}</sheetData>", states=("visible", "hidden")
    )
    assert refusal_of(zip_of(parts)) == (
        "list.xlsx: is empty; expected a header row and contacts; "
        'hidden sheets are not read: "Sheet 2"'
    )
    assert refusal_of(zip_of(book_of())).endswith("is empty; expected a header row and contacts")


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                     "xl/worksheets/sheet1.xml", "xl/styles.xml"])  # fmt: skip
def test_a_part_that_is_missing_is_named(missing: str) -> None:
    """No KeyError."""
    parts = book_of(f"<sheetData>{HEADER}</sheetData>")
    del parts[missing]
    assert refusal_of(zip_of(parts)) == f'list.xlsx: is damaged: "{missing}" in it is not there'


def test_strict_files_are_read_too() -> None:
    """Excel can save in the strict form, whose names of elements are other ones."""
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    parts = book_of(sheet, texts=["<t>office</t>"], namespace=STRICT)
    assert read_xlsx_table("a", zip_of(parts)).header.cells == ("office",)


def test_an_entity_opens_no_file(tmp_path: Path) -> None:
    """Not even its text is in the message."""
    secret = tmp_path / "secret.txt"
    secret.write_text("very secret")
    parts = book_of(
        f'<sheetData>{HEADER}<row r="2"><c t="str"><v>&amp;x;</v></c></row></sheetData>'
    )
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace("&amp;x;", "&x;")
    doctype = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("?>", f"?>{doctype}", 1)
    assert "declares a document type" in refusal_of(zip_of(parts))
    parts["xl/worksheets/sheet1.xml"] = sheet
    assert "is not the XML that Office writes" in refusal_of(zip_of(parts))


def test_limits_have_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """As those of CSV, with the row at which it was too much."""
    rows = "".join(f'<row r="{one}"><c t="str"><v>Bern</v></c></row>' for one in range(2, 9))
    content = zip_of(book_of(f"<sheetData>{HEADER}{rows}</sheetData>"))
    monkeypatch.setattr(xlsx_table, "MOST_ROWS", 7)
    assert len(read_xlsx_table("a", content).rows) == 7
    monkeypatch.setattr(xlsx_table, "MOST_ROWS", 3)
    assert refusal_of(content) == "list.xlsx:5: has more than 3 rows; split it"
    monkeypatch.setattr(xlsx_table, "MOST_CELLS", 5)
    assert refusal_of(content) == "list.xlsx:3: has more than 5 cells; split it"
    monkeypatch.setattr(xlsx_table, "MOST_BYTES", 12)
    assert refusal_of(content) == "list.xlsx:2: has more than 12 characters; split it"


def records_of(*cells: str) -> tuple[Record, ...]:
    """Read a row under the header office, name, email, Birthday."""
    names = "".join(
        f'<c t="str"><v>{one}</v></c>' for one in ("office", "name", "email", "Birthday")
    )
    sheet = f'<sheetData><row r="1">{names}</row><row r="2">{"".join(cells)}</row></sheetData>'
    return sheet_from_table("a", read_xlsx_table("a", zip_of(book_of(sheet)))).records


def test_a_refused_cell_refuses_its_row() -> None:
    """The column is pressdesk's own, the reason names the cell; the cells stay for mending."""
    good = '<c t="str"><v>Bern</v></c>'
    (record,) = records_of(good, '<c r="B2" t="b"><v>1</v></c>', '<c r="C2" t="e"><v>#N/A</v></c>')
    assert record.problem is not None
    assert record.problem.column == "name"
    assert record.problem.reason.startswith("B2 is TRUE, a value of yes and no")
    assert record.cells == ("Bern", "TRUE", "#N/A", "")


def test_a_date_in_an_ignored_column_does_no_harm() -> None:
    """What is not read cannot be wrong."""
    good = '<c t="str"><v>Bern</v></c><c t="str"><v>Zoë</v></c>'
    (record,) = records_of(good, '<c r="D2" s="1"><v>45720</v></c>')
    assert (record.problem, record.texts) == (None, {"office": "Bern", "name": "Zoë"})
    (record,) = records_of(good, '<c r="F2"><f>1+1</f></c>')
    assert record.problem is None


def test_what_another_program_writes_is_read() -> None:
    """A workbook of openpyxl, with shared texts and styles of its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Press & more"
    for row in (["office", "name", "ext"], ["Bern", "Zoë", 230], ["Bern", None, True],
                ["Bern", "=A1", date(2025, 3, 4)], ["Bern", "Noor", 2.5]):  # fmt: skip
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Old")
    file = io.BytesIO()
    book.save(file)
    table = read_xlsx_table("list.xlsx", file.getvalue())
    assert table.read_as == 'xlsx, sheet "Press & more"'
    assert [row.cells for row in table.rows] == [
        ("Bern", "Zoë", "230"),
        ("Bern", "", "TRUE"),
        ("Bern", "", "2025-03-04"),
        ("Bern", "Noor", "2.5"),
    ]
    problems = [one.reason.partition(";")[0] for row in table.rows for one in row.problems]
    assert problems == [
        "C3 is TRUE, a value of yes and no",
        "B4 is a formula",
        "C4 is a date or a time (2025-03-04)",
        "C5 is a fraction (2.5)",
    ]
    assert [warning.partition(";")[0] for warning in table.warnings] == [
        'only the sheet "Press & more" is read, not "Old"',
        "hidden rows are read too: 2",
        "hidden columns are read too: C",
        "cells of numbers are read as their digits",
    ]


WRITTEN = [
    ["=1+1", "0230", "مسؤول", ""],
    ["+1 202 555 0123", "1.20286E+10", "中文", "@x"],
    ["#N/A", "TRUE", "<&>\"'", "_x0041_"],
    ["", "2025-03-04", "a\u00a0b", "🎉"],
]


def test_what_is_written_is_text() -> None:
    """openpyxl, which knows nothing of us, reads texts alone, of the format Text."""
    content = written(["office", "name", "title", "note"], WRITTEN)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert [cell.value for cell in sheet[2]] == ["=1+1", "0230", "مسؤول", None]
    assert all(cell.font.b for cell in sheet[1])
    assert not sheet["A2"].font.b
    assert sheet.freeze_panes == "A2"
    assert {one.number_format for one in sheet.column_dimensions.values()} == {"@"}
    assert {one.width for one in sheet.column_dimensions.values()} <= set(range(8, 51))


def test_what_is_written_is_read_back() -> None:
    """Formulas, zeros and letters of every script."""
    table = read_xlsx_table("a", written(["office", "name", "title", "note"], WRITTEN))
    assert table.header.cells == ("office", "name", "title", "note")
    assert [list(row.cells) for row in table.rows] == [
        [" ".join(text.split()) for text in row] for row in WRITTEN
    ]
    assert table.warnings == ()


@given(rows=st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), max_size=4))
def test_any_text_comes_back(rows: list[list[str]]) -> None:
    """On one line; what is no text at all is seen in its place."""
    table = read_xlsx_table("a", written(["office", "name"], rows))
    cleaned = [[" ".join(text.split()) for text in row] for row in rows if any(map(str.strip, row))]
    read = [[unguard_cell(cell) for cell in row.cells] for row in table.rows]
    assert [[_seen(cell) for cell in row] for row in cleaned] == read


def _seen(text: str) -> str:
    """Put a sign in the place of what XML cannot hold, and of controls."""
    return "".join(
        "\ufffd" if ord(one) < 0x20 or 0x7F <= ord(one) < 0xA0 or 0xD800 <= ord(one) < 0xE000
        or one in "\ufffe\uffff" else one
        for one in text
    )  # fmt: skip


def test_the_same_rows_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever they are written."""
    first = written(["office"], [["Bern"]])
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert written(["office"], [["Bern"]]) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(b"2033" in archive.read(one) for one in archive.namelist())


def test_rows_may_be_none_or_many() -> None:
    """A header alone is a file; rows are taken as they come."""
    assert read_xlsx_table("a", written(["office", "name"], [])).rows == ()
    table = read_xlsx_table("a", written(["office"], [[f"{one}"] for one in range(1000)]))
    assert [row.cells for row in table.rows] == [(f"{one}",) for one in range(1000)]


def test_a_text_longer_than_a_cell_is_refused() -> None:
    """The library would cut it off in silence."""
    with pytest.raises(InvalidValueError, match="is longer than a cell can be") as refusal:
        written(["note"], [["x" * 32_768]])
    assert refusal.value.field == "note"
    assert read_xlsx_table("a", written(["note"], [["x" * 32_767]])).rows[0].cells == (
        "x" * 32_767,
    )


def test_rows_that_fail_leave_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the directory is the caller's; no temporary file stays."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "home"))

    def rows() -> Iterator[list[str]]:
        for one in range(300):
            yield [f"{one}"]
        raise InvalidFileError("directory", None, "is gone")

    file = io.BytesIO()
    with pytest.raises(InvalidFileError, match="is gone"):
        dump_xlsx(["office"], rows(), file)
    assert file.getvalue() == b""
    assert list((tmp_path / "home").iterdir()) == []


def test_every_cut_is_refused() -> None:
    """A download that stopped, after each 1000th byte."""
    noise = Random(3)  # noqa: S311  # no secret
    rows = [[f"{noise.random()}", f"{noise.random()}"] for _ in range(1000)]
    content = written(["office", "name"], rows)
    assert len(content) > 15_000
    for length in range(1000, len(content), 1000):
        assert refusal_of(content[:length]).endswith("is cut off: copy or download it again")


@given(place=st.integers(0, 20_000), bytes_=st.binary(min_size=1, max_size=4))
def test_no_changed_bytes_are_too_odd(place: int, bytes_: bytes) -> None:
    """Whatever comes, it is a table or it is refused: nothing else is raised."""
    content = bytearray(zip_of(book_of(f"<sheetData>{HEADER}</sheetData>")))
    place %= len(content)
    content[place : place + len(bytes_)] = bytes_
    try:
        read_xlsx_table("a", bytes(content))
    except InvalidFileError:
        return


@given(xml=st.text(st.sampled_from("<>/cvrowst\"'= 1A&;#is"), max_size=40))
def test_no_xml_is_too_odd(xml: str) -> None:
    """The same for a sheet in good order but for its XML."""
    for sheet in (xml, f"<sheetData>{HEADER}{xml}</sheetData>", f"<row><c>{xml}</c></row>"):
        try:
            read_xlsx_table("a", zip_of(book_of(sheet)))
        except InvalidFileError:
            continue


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b"PK\x03\x04...", True),
        (b"\xd0\xcf\x11\xe0...", True),
        (b"PK\x05\x06", True),
        (b"office,name\n", False),
        (b"", False),
        (b"PK", False),
    ],
)
def test_zips_and_old_files_are_judged_here(content: bytes, is_one: bool) -> None:  # noqa: FBT001
    """Their reader says in one sentence what they are."""
    assert looks_like_xlsx(content) is is_one


def bombs() -> dict[str, bytes]:
    """Give files within the limits of a package that would hold a careless reader."""
    far = "".join(f'<row><c r="XFD{one}" t="str"><v>x</v></c></row>' for one in range(2, 200_000))
    wide = noisy(f"<a>{HEADER}{far}</a>".encode()).decode()
    long = f"<t>{'x' * 30_000}</t>"
    same = "".join('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for _ in range(300_000))
    gap = '<row r="1048576"><c t="str"><v>x</v></c></row>'
    header = "&amp;L&amp;C&amp;R" * 20_000
    views = "<sheetViews>" + '<sheetView a="b"/>' * 1_000_000 + "</sheetViews>"
    return {
        "far": zip_of(book_of(wide)),
        "same": zip_of(book_of(noisy(f"<a>{same}</a>".encode()).decode(), texts=[long])),
        "empty": zip_of(book_of("<row>" + "<c/>" * 16_385 + "</row>")),
        "gap": zip_of(book_of(f"{gap}<headerFooter><oddHeader>{header}</oddHeader></headerFooter>"
                              "<row/>")),
        "views": zip_of(book_of(noisy(f"<a>{views}</a><d>".encode()).decode())),
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are of Unix")
def test_bombs_are_refused_in_little_memory(tmp_path: Path) -> None:
    """None is unpacked further than it may be, checked and then read."""
    assert max(read_in_little_memory(bombs(), tmp_path).values()) <= 2 * MOST_UNPACKED


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_libreoffice_reads_what_we_write(suffix: str, tmp_path: Path) -> None:
    """Texts stay texts: no sum, no lost zero, no power of ten."""
    rows = [["=1+1", "0230", "مسؤول"], ["+1 202 555 0123", "中文", "2025-03-04"]]
    source = tmp_path / f"list.{suffix}"
    if suffix == "xlsx":
        source.write_bytes(written(["name", "ext", "title"], rows))
    else:
        source.write_text("".join(dump_rows(["name", "phone", "title"], rows)), newline="")
    subprocess.run(  # noqa: S603  # LibreOffice
        [str(OFFICE), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
         "--outdir", tmp_path / "out", source],
        check=True, capture_output=True, env={"HOME": str(tmp_path)},
    )  # fmt: skip
    table = read_text_table("list.csv", (tmp_path / "out" / "list.csv").read_bytes())
    if suffix == "xlsx":
        assert [list(row.cells) for row in table.rows] == rows
    else:
        assert [unguard_cell(row.cells[0]) for row in table.rows] == ["=1+1", "+1 202 555 0123"]
