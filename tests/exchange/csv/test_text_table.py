import csv
import io

import pytest
from hypothesis import given, strategies as st

from pressdesk.errors import InvalidFileError, OptionsError
from pressdesk.exchange.csv import text_table
from pressdesk.exchange.csv.text_table import ENCODINGS, TextTable, decode, read_text_table

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
    assert table.read_as == "windows-1252, comma"
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
    ("text", "read_as"),
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
def test_the_delimiter_is_found(text: str, read_as: str) -> None:
    """Comma, semicolon or tab, with or without Excel's `sep=` line, whatever the line ends."""
    table = table_of(text)
    assert table.read_as == read_as
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


@pytest.mark.parametrize(
    ("encoding", "codec", "name"),
    [
        ("utf-8", "utf-8", "Zoë"),
        ("UTF8", "utf-8-sig", "Zoë"),
        ("utf-8-sig", "utf-8", "Zoë"),
        ("utf-16", "utf-16", "Zoë"),
        ("utf-16", "utf-16-le", "Zoë"),
        ("cp1252", "cp1252", "Zoë €"),
        ("Windows-1250", "cp1250", "Łódź"),
        ("windows-1251", "cp1251", "Иванова"),
        ("windows-1256", "cp1256", "مسؤول"),
        ("latin-1", "latin-1", "Zoë"),
        ("iso-8859-15", "iso8859-15", "Zoë €"),
        ("gb18030", "gb18030", "中文"),
        ("gb18030", "gbk", "中文"),
        ("big5", "big5", "中文"),
        ("shift_jis", "shift_jis", "山田"),
        ("sjis", "cp932", "髙橋①"),
    ],
)
def test_an_encoding_may_be_given(encoding: str, codec: str, name: str) -> None:
    """By any of its names; it overrides what would be recognised, without a warning."""
    content = f"{HEADER}Bern,{name},\n".encode(codec)
    table = read_text_table("list.csv", content, encoding=encoding)
    assert table.header.cells == ("office", "name", "title")
    assert table.rows[0].cells == ("Bern", name, "")
    assert table.encoding in ENCODINGS
    assert table.warnings == ()


@pytest.mark.parametrize(
    ("content", "encoding", "reason"),
    [
        (b"office,name\nBern,Zo\xeb\n", "utf-8", ":2: is not utf-8 here; name another"),
        (b"office,name\nBern,A\nB,\x81\n", "cp1252", ":3: is not windows-1252 here; name another"),
        (b"o\0f\0\n\0\0\xd8x\0", "utf-16", ":2: is not utf-16 here; name another"),
        (b"office,name\n\xff\xff\n", "big5", ":2: is not big5 here; name another"),
        (b"\xef\xbb\xbfoffice", "cp1252", ":1: says that it is utf-8, not windows-1252"),
        (b"\xff\xfeo\0", "utf-8", ":1: says that it is utf-16-le, not utf-8"),
    ],
)
def test_a_file_that_is_not_what_the_user_says_is_refused(
    content: bytes, encoding: str, reason: str
) -> None:
    """With the line of the first byte that cannot be."""
    with pytest.raises(InvalidFileError) as refusal:
        read_text_table("list.csv", content, encoding=encoding)
    assert str(refusal.value) == f"list.csv{reason}"


@pytest.mark.parametrize("encoding", ["klingon", "", "a\0b", "rot13", "hex", "utf-7", "cp437"])
def test_an_unknown_encoding_is_refused_with_the_list(encoding: str) -> None:
    """What is not a way to write contacts is none, even if Python has it."""
    with pytest.raises(OptionsError, match="expected one of utf-8, utf-16, windows-1252, "):
        read_text_table("list.csv", b"office,name\n", encoding=encoding)


@pytest.mark.parametrize(
    ("delimiter", "character", "word"),
    [
        ("comma", ",", "comma"),
        (",", ",", "comma"),
        ("semicolon", ";", "semicolon"),
        ("tab", "\t", "tab"),
        ("\t", "\t", "tab"),
        ("|", "|", '"|"'),
    ],
)
def test_a_delimiter_may_be_given(delimiter: str, character: str, word: str) -> None:
    """By its name or itself; what the header would say is not asked, nor the line sep=."""
    others = "".join(one for one in ",;\t|" if one != character) * 2
    rows = f"office{others}{character}name"
    for before in ("", "sep=,\n", "sep=;\r\n"):
        content = f"{before}{rows}\n".encode()
        table = read_text_table("list.csv", content, delimiter=delimiter)
        assert len(table.header.cells) == 2
        assert (table.delimiter, table.read_as) == (character, f"utf-8, {word}")


@pytest.mark.parametrize(
    "delimiter", ["", "a", "comma,", ",,", '"', "'", " ", "\n", "\0", "é", "1"]
)
def test_what_can_be_no_delimiter_is_refused(delimiter: str) -> None:
    """Letters, quotation marks and line ends are parts of cells."""
    with pytest.raises(OptionsError, match="expected comma, semicolon, tab, or one character"):
        read_text_table("list.csv", b"office,name\n", delimiter=delimiter)


def test_a_tsv_is_parted_by_tabs() -> None:
    """Whatever its header holds besides; --delimiter still has the last word."""
    content = b"office, or city, or bureau\tname\n"
    assert read_text_table("LIST.TSV", content).header.cells[1] == "name"
    assert read_text_table("list.tsv", content, delimiter=",").header.cells[0] == "office"


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
