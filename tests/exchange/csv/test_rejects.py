import csv
import io

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.csv.rejects import dump_rejects
from pressdesk.exchange.report import Item, Problem, Status
from pressdesk.exchange.sheet import Sheet, load

STARTS = tuple("=+-@\t\r\n＝＋－＠")
HEADER = "office,name,email\n"


def sheet_of(text: str, name: str = "list.csv") -> Sheet:
    """Read a text as a file."""
    return load(name, text.encode())


def refusals(sheet: Sheet, *lines: int, reason: str = "is odd") -> list[Item]:
    """Refuse rows by their lines; without any, all of them."""
    chosen = lines or tuple(record.line for record in sheet.records)
    problem = Problem("email", reason)
    return [Item(sheet.name, line, Status.REFUSED, None, (problem,)) for line in chosen]


def rows_of(text: str) -> list[list[str]]:
    """Read the rows of a file of rejects, the header too."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_refused_rows_come_with_their_reason() -> None:
    """The columns of the file as they were, and one more; good rows are not there."""
    sheet = sheet_of("Bureau;Name;Shoe size;E-Mail\nBern;A;41;a@b.org\nBern;B;42;odd\n")
    assert rows_of(dump_rejects([sheet], refusals(sheet, 3))) == [
        ["Bureau", "Name", "Shoe size", "E-Mail", "reason"],
        ["Bern", "B", "42", "odd", "email: is odd"],
    ]


def test_every_reason_is_given() -> None:
    """Those of the row as a whole have no column."""
    sheet = sheet_of(HEADER + "Bern,A,odd\n")
    problems = (Problem("email", "is odd"), Problem("", "too many"))
    text = dump_rejects([sheet], [Item("list.csv", 2, Status.REFUSED, None, problems)])
    assert rows_of(text)[1][-1] == "email: is odd; too many"


def test_the_file_can_be_imported_again() -> None:
    """Its rows are those that were refused; the reason is read over without a note."""
    sheet = sheet_of(HEADER + '"Bern; Genève","Zoë ""Z"" Lind, jr.",odd\nBern,B\n')
    again = sheet_of(dump_rejects([sheet], refusals(sheet, 2)))
    assert again.records[0].texts == sheet.records[0].texts
    assert (again.notes, again.header[:-1]) == ((), sheet.header)


def test_a_file_of_rejects_can_be_rejected_again() -> None:
    """There is one reason then, the new one."""
    sheet = sheet_of(HEADER + "Bern,A,odd\n")
    again = sheet_of(dump_rejects([sheet], refusals(sheet)))
    rows = rows_of(dump_rejects([again], refusals(again, reason="is still odd")))
    assert rows == [[*sheet.header, "reason"], ["Bern", "A", "odd", "email: is still odd"]]


def test_surplus_cells_are_kept_behind_the_last_column() -> None:
    """Where the row was torn is for a person to see; nothing is lost."""
    sheet = sheet_of(HEADER + "Bern,Smith, Jane,a@b.org\n")
    header, row = rows_of(dump_rejects([sheet], refusals(sheet)))
    assert row == ["Bern", "Smith", "Jane", "email: is odd", "a@b.org"]
    assert len(header) == 4


def test_a_line_break_in_a_cell_becomes_a_space() -> None:
    """So that one row is one line, whatever opens it."""
    sheet = sheet_of(HEADER + 'Bern,"A\r\nB",odd\n')
    assert rows_of(dump_rejects([sheet], refusals(sheet)))[1][1] == "A B"


def test_two_files_share_their_columns() -> None:
    """One field that two headers name is one column, under the first name."""
    first = sheet_of("office,name,email,x\nBern,A,odd,1\n", "a.csv")
    second = sheet_of("E-Mail;Name;Bureau;mobile\nodd;B;Bern;5\n", "b.csv")
    text = dump_rejects([first, second], [*refusals(first), *refusals(second)])
    assert rows_of(text) == [
        ["office", "name", "email", "x", "mobile", "reason"],
        ["Bern", "A", "odd", "1", "", "email: is odd"],
        ["Bern", "B", "odd", "", "5", "email: is odd"],
    ]
    assert sheet_of(text).notes == ("ignored columns: x",)


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_is_a_formula(start: str) -> None:
    """Not a value, not a header, not a surplus cell, not what is left when a line was joined."""
    cell = f"\"{start}cmd|' /C calc'!A0\""
    sheet = sheet_of(f"office,name,{cell}\n{cell},A,x\n{cell},B,{cell},{cell}\n")
    for row in rows_of(dump_rejects([sheet], refusals(sheet, reason=f"{start}1"))):
        assert not any(cell.startswith(STARTS) for cell in row)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12))
def test_a_value_comes_back_as_it_was(text: str) -> None:
    """Guarded by the program or by hand: what is imported again is what was refused."""
    quoted = text.replace('"', '""')
    sheet = sheet_of(f'office,name,title\nBern,A,"{quoted}"\n')
    again = sheet_of(dump_rejects([sheet], refusals(sheet)))
    before, after = sheet.records[0].texts, again.records[0].texts
    assert " ".join(after.get("title", "").split()) == " ".join(before.get("title", "").split())
