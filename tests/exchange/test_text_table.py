import csv
import io

import pytest
from hypothesis import given, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.exchange import text_table
from pressdesk.exchange.text_table import TextTable, decode, read_text_table

HEADER = "office,name,title\n"
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


def table_of(text: str, encoding: str = "utf-8") -> TextTable:
    """Read a text as a file of that encoding."""
    return read_text_table("list.csv", text.encode(encoding))


def cells_of(text: str) -> list[tuple[str, ...]]:
    """Give the rows below the header."""
    return [row.cells for row in table_of(text).rows]


@pytest.mark.parametrize(
    ("mark", "codec", "encoding"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_is_read_by_its_mark(mark: bytes, codec: str, encoding: str) -> None:
    """A byte order mark decides, without one UTF-8 does; nothing is to be warned of."""
    content = mark + (HEADER + "Genève,Zoë,مسؤول\n").encode(codec)
    table = read_text_table("list.csv", content)
    assert table.header.cells == ("office", "name", "title")
    assert table.rows[0].cells == ("Genève", "Zoë", "مسؤول")
    assert (table.encoding, table.warnings) == (encoding, ())


def test_a_code_page_is_read_with_a_warning() -> None:
    """What is no UTF-8 is taken for Windows-1252, and the user is asked to look at the accents."""
    table = table_of(HEADER + "Genève,Zoë,Chargée de presse – €\n", "cp1252")
    assert table.rows[0].cells == ("Genève", "Zoë", "Chargée de presse – €")
    assert table.manner == "windows-1252, comma"
    assert table.warnings == ("read as Windows-1252: check the accents, or save as UTF-8",)


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        (b"office,name\nGen\xe8ve,Zo\xc3\xab\n", "list.csv:2: ", "mixes UTF-8 with another"),
        (b"office,name\nBern,Zo\xc3\xab\nGen\xe8ve,A\n", "list.csv:3: ", "mixes UTF-8 with"),
        (b"office,name\n\x81\x8d,A\n", "list.csv:2: ", "is neither UTF-8 nor Windows-1252"),
        (b"\xef\xbb\xbfoffice,name\nGen\xe8ve,A\n", "list.csv: ", "is not the utf-8 it says"),
        (b"\xff\xfeo\x00f\x00f", "list.csv: ", "is not the utf-16-le it says"),
        (b"\xfe\xff\xd8\x00\x00a", "list.csv: ", "is not the utf-16-be it says"),
    ],
)
def test_bytes_of_no_one_encoding_are_refused(content: bytes, place: str, reason: str) -> None:
    """A guess would store wrong letters: the file is refused, with the line where it goes wrong."""
    with pytest.raises(InvalidFileError) as refusal:
        read_text_table("list.csv", content)
    assert str(refusal.value).startswith(place + reason)
    assert refusal.value.exit_code == 4


@pytest.mark.parametrize(
    ("text", "is_suspicious"),
    [
        ("Zoë", False),
        ("Zoe", False),
        ("ZoÃ«", True),
        ("GenÃ¨ve â€“ CafÃ©", True),
        ("Иванова", False),
        ("Łódź", False),
    ],
)
def test_doubly_encoded_text_is_warned_of(text: str, is_suspicious: bool) -> None:  # noqa: FBT001
    """UTF-8 that was once read as Windows-1252 and saved again is valid: only a warning helps."""
    read, encoding, warnings = decode("list.csv", text.encode())
    assert (read, encoding) == (text, "utf-8")
    assert bool(warnings) is is_suspicious
    assert all("saved twice" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("office,name,title\nA,B,C\n", "utf-8, comma"),
        ("office;name;title\nA;B;C\n", "utf-8, semicolon"),
        ("office\tname\ttitle\nA\tB\tC\n", "utf-8, tab"),
        ("sep=;\noffice;name;title\nA;B;C\n", "utf-8, semicolon"),
        ("SEP=,\r\noffice,name,title\r\nA,B,C\r\n", "utf-8, comma"),
        ("sep=\t\noffice\tname\ttitle\nA\tB\tC\n", "utf-8, tab"),
        ("sep=;\roffice;name;title\rA;B;C\r", "utf-8, semicolon"),
        ('"office";"name";"title"\n"A";"B";"C"\n', "utf-8, semicolon"),
        ("office;name;title\rA;B;C\r", "utf-8, semicolon"),
        ("office;name;title\r\nA;B;C\r\n", "utf-8, semicolon"),
        ("\n \noffice;name;title\nA;B;C\n", "utf-8, semicolon"),
    ],
)
def test_the_delimiter_is_found(text: str, manner: str) -> None:
    """Comma, semicolon or tab, with or without Excel's `sep=` line, whatever the line ends."""
    table = table_of(text)
    assert table.manner == manner
    assert table.header.cells == ("office", "name", "title")
    assert [row.cells for row in table.rows] == [("A", "B", "C")]


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("data", ["a,b,c,d,e", ",,,,,,;", "a\tb\tc\td"])
def test_data_never_change_the_delimiter(line_end: str, data: str) -> None:
    """The header alone is judged: a row full of commas stays a row of semicolons."""
    table = table_of(f"office;name{line_end}{data}{line_end}")
    assert table.delimiter == ";"
    assert table.rows[0].cells == tuple(data.split(";"))


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ('"Office, city and country";name', ("Office, city and country", "name")),
        ('"Office;code","a;b;c"', ("Office;code", "a;b;c")),
        ('"e-mail\naddress";name;title', ("e-mail\naddress", "name", "title")),
        ('"the ""press"", office";name', ('the "press", office', "name")),
    ],
)
def test_quoted_delimiters_of_a_header_do_not_count(header: str, cells: tuple[str, ...]) -> None:
    """What stands in quotation marks is a text, a line end in it too."""
    assert table_of(f"{header}\n").header.cells == cells


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("office,name;title\n", "has as many commas as semicolons in its header"),
        ("office,name\ttitle\n", "has as many commas as tabs in its header"),
        ("sep=|\noffice|name\n", 'the delimiter "|" is none of comma ; tab'),
    ],
)
def test_a_doubtful_delimiter_is_refused(text: str, reason: str) -> None:
    """Where two would do, the file says which, in a line of its own."""
    with pytest.raises(InvalidFileError, match=r"^list.csv:1: ") as refusal:
        table_of(text)
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEADER + 'A,"B,C\n', 2),
        (HEADER + 'A,B,C\n"D,E,F\nG,H,I\n', 3),
        (HEADER + 'A,"one\ntwo",C\nD,"E,F\nG,H,I\nJ,K,L\n', 4),
        (HEADER + '\n\nA,"B" or C,D\n', 4),
        (HEADER + 'A,"a \\"quoted\\" word",C\n', 2),
        (HEADER + 'A,"5" disk",C\n', 2),
        ("sep=,\n" + HEADER + 'A,"B,C\n', 3),
        ('"office,name\nA,B\n', 1),
    ],
)
def test_a_quotation_mark_that_is_wrong_refuses_the_file(text: str, line: int) -> None:
    """An unclosed quote would swallow the rest: the line is named where its record opened."""
    with pytest.raises(InvalidFileError) as refusal:
        table_of(text)
    assert str(refusal.value).startswith(
        f"list.csv:{line}: a quotation mark is not closed or not doubled"
    )


def test_doubled_quotation_marks_are_one() -> None:
    """RFC 4180: quotes are doubled in a quoted cell; in a plain one they are themselves."""
    assert cells_of(HEADER + 'A,"the ""voice"" of A",5" disk\n') == [
        ("A", 'the "voice" of A', '5" disk')
    ]


def test_blank_rows_are_no_rows() -> None:
    """Empty lines, and lines of empty cells, are passed over; the lines of others stay theirs."""
    table = table_of("\n" + HEADER + "\nA,B,C\n , ,\t\n\nD,E,F\n\n")
    assert table.header.line == 2
    assert [(row.line, row.cells[0]) for row in table.rows] == [(4, "A"), (7, "D")]


@pytest.mark.parametrize("inside", ["\n", "\r", "\r\n"])
def test_lines_are_counted_as_they_stand_in_the_file(inside: str) -> None:
    """A record of two physical lines moves the number of the next by two."""
    table = table_of(HEADER + f'A,"one{inside}two",C\nD,E,F\n')
    assert [(row.line, row.cells[1]) for row in table.rows] == [(2, f"one{inside}two"), (4, "E")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b" ,\n", b"sep=;"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    """A file without a header says nothing at all."""
    with pytest.raises(InvalidFileError, match=r"^list.csv: is empty; expected a header row"):
        read_text_table("list.csv", content)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts rows, not the header and not blank lines."""
    monkeypatch.setattr(text_table, "MOST_ROWS", 3)
    assert len(table_of(HEADER + "A,B,C\n\n" * 3).rows) == 3
    with pytest.raises(InvalidFileError, match=r"^list.csv:8: has more than 3 rows; split it"):
        table_of(HEADER + "A,B,C\n\n" * 4)


def test_a_cell_may_be_longer_than_csv_allows_by_default() -> None:
    """The csv module raises at 131072 characters; our own limits come later and have a message."""
    assert cells_of(HEADER + f"A,{'x' * 140_000},C\n") == [("A", "x" * 140_000, "C")]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_whatever_csv_writes_is_read(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes, line ends and letters of any script come back as they were."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("office", "name"), *rows])
    table = table_of(text.getvalue(), "utf-8-sig")
    assert [row.cells for row in table.rows] == [row for row in rows if "".join(row).strip()]


@given(st.binary(max_size=60))
def test_no_bytes_are_too_odd(content: bytes) -> None:
    """Whatever comes, it is a table or it is refused: nothing else is raised."""
    try:
        table = read_text_table("list.csv", content)
    except InvalidFileError:
        return
    assert table.header.cells
