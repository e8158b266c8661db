import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.sheet import Record, Sheet, load

HEADER = "office,name,title,email\n"
CONTROLS = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029"]


def sheet_of(text: str, encoding: str = "utf-8") -> Sheet:
    """Read a text as a file."""
    return load("list.csv", text.encode(encoding))


def record_of(row: str) -> Record:
    """Read one row under the header."""
    return sheet_of(HEADER + row).records[0]


def test_a_row_becomes_fields_and_texts() -> None:
    """Texts are trimmed; an empty cell says nothing, and is absent."""
    record = record_of("Bern,  Zoë Lindqvist ,, press@example.org\n")
    assert record.texts == {"office": "Bern", "name": "Zoë Lindqvist", "email": "press@example.org"}
    assert (record.line, record.problem, record.warnings) == (2, None, ())


@pytest.mark.parametrize(
    ("given", "family", "texts"),
    [
        ("Zoë", "Lindqvist", {"name": "Zoë Lindqvist"}),
        ("Ana", "de la Cruz", {"name": "Ana de la Cruz", "family_name": "de la Cruz"}),
        ("Maria G.", "Moreno", {"name": "Maria G. Moreno"}),
        ("Madonna", "", {"name": "Madonna"}),
        ("", "Pelé", {"name": "Pelé"}),
        ("", "", {}),
    ],
)
def test_a_name_may_stand_in_two_columns(given: str, family: str, texts: dict[str, str]) -> None:
    """As spreadsheets have it; parts that a split of the name gives are left out."""
    sheet = sheet_of(f"Office,First Name,Last Name\nBern,{given},{family}\n")
    assert sheet.records[0].texts == {"office": "Bern"} | texts


@pytest.mark.parametrize(
    ("header", "row", "texts"),
    [
        ("Vorname;Name", "Greta;Huber", {"name": "Greta Huber"}),
        ("Name;Vorname", "de la Cruz;Ana", {"name": "Ana de la Cruz", "family_name": "de la Cruz"}),
        ("Nombre;Apellidos", "Ana;Ruiz", {"name": "Ana Ruiz"}),
        ("Nom;Prénom", "Ba;Aminata", {"name": "Aminata Ba"}),
        ("Name;Vorname", "Greta Huber;Greta", {"name": "Greta Huber", "given_name": "Greta"}),
        ("Name;Nachname", "Greta Huber;Huber", {"name": "Greta Huber", "family_name": "Huber"}),
        ("Name;Vorname", "Newsroom;", {"name": "Newsroom"}),
        ("Name;Vorname", ";Greta", {"name": "Greta"}),
    ],
)
def test_no_first_name_is_lost_beside_a_name(header: str, row: str, texts: dict[str, str]) -> None:
    """What stands in "name" beside one part is the other part, unless it is the whole name."""
    sheet = sheet_of(f"Büro;{header}\nBern;{row}\n")
    assert sheet.records[0].texts == {"office": "Bern"} | texts


def test_a_name_of_its_own_wins_over_its_parts() -> None:
    """The parts are then what they say."""
    sheet = sheet_of("office,name,given_name,family_name\nBern,Li Wei,Wei,Li\n")
    assert sheet.records[0].texts == {
        "office": "Bern", "name": "Li Wei", "given_name": "Wei", "family_name": "Li"
    }  # fmt: skip


@pytest.mark.parametrize("cell", ["", " ", "\t ", "\u00a0", " \u3000 "])
def test_a_cell_of_spaces_is_empty(cell: str) -> None:
    """Whatever spaces they are."""
    record = record_of(f"Bern,A,{cell},\n")
    assert (record.texts, record.warnings) == ({"office": "Bern", "name": "A"}, ())


def test_how_a_file_was_read_is_said() -> None:
    """What the file is, its encoding, its delimiter and what its columns mean."""
    sheet = sheet_of("Bureau;Name;E-Mail;Shoe size;\nBern;A;a@example.org;41;\n", "utf-8-sig")
    assert sheet.read_as == "contacts, utf-8, semicolon; columns: office, name, email"
    assert sheet.notes == ("ignored columns: Shoe size",)
    assert sheet_of("name,country\n").read_as == "offices, utf-8, comma; columns: name, country"


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        (HEADER + "Genève,A,,a@example.org\n", "cp1252", "read as Windows-1252: check the accents"),
        (HEADER + "GenÃ¨ve,A,,a@example.org\n", "utf-8", "looks like UTF-8 that was saved twice"),
    ],
)
def test_a_doubtful_encoding_is_noted(text: str, encoding: str, note: str) -> None:
    """The note stands before those on columns."""
    assert sheet_of(text, encoding).notes[0].startswith(note)


def test_a_thousand_ignored_columns_are_one_note() -> None:
    """All are counted, the first are named."""
    odd = ",".join(f"Column {number}" for number in range(998))
    sheet = sheet_of(f"office,name,{odd}\nBern,A{',x' * 998}\n")
    (note,) = sheet.notes
    assert note.startswith("ignored columns: Column 0, Column 1, ")
    assert note.endswith("Column 39 and 958 more")
    assert sheet.records[0].texts == {"office": "Bern", "name": "A"}


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Bern,A,B\n", 3),
        ("Bern\n", 1),
        ("Bern,A,Press Officer,a@example.org,surplus\n", 5),
        ("Bern,A,Press Officer,a@example.org,,,x,\n", 7),
        ("Bern,Smith, Jane,Press Officer,a@example.org\n", 5),
    ],
)
def test_a_ragged_row_is_refused_with_both_counts(row: str, cells: int) -> None:
    """A comma too many or too few would put a value under another column's header."""
    record = record_of(row)
    assert record.problem is not None
    assert record.problem.reason == f"has {cells} cells, the header has 4"
    assert record.texts == {}


@pytest.mark.parametrize("tail", ["", ",", ",,,,", ", ,\t"])
def test_empty_trailing_cells_are_fine(tail: str) -> None:
    """Spreadsheets write them; there is nothing in them."""
    record = record_of(f"Bern,A,B,a@example.org{tail}\n")
    assert record.problem is None
    assert record.texts["email"] == "a@example.org"


def test_empty_trailing_headers_are_fine() -> None:
    """A header of the sheet's full width needs rows of its own width alone."""
    sheet = sheet_of("office,name,email,,\nBern,A,a@example.org\nBern,B,b@example.org,,\n")
    assert [record.problem for record in sheet.records] == [None, None]
    assert sheet.header == ("office", "name", "email")


def test_one_bad_row_leaves_the_others() -> None:
    """Each row is judged by itself, and keeps its line."""
    sheet = sheet_of(HEADER + "Bern,A\n\nBern,B,,b@example.org\nBern\n")
    assert [(one.line, one.problem is None) for one in sheet.records] == [
        (2, False), (4, True), (5, False),
    ]  # fmt: skip


@pytest.mark.parametrize("control", [one for one in CONTROLS if one not in "\r\n"])
def test_a_control_character_refuses_its_row(control: str) -> None:
    """Wherever it stands, and whatever column: many a reading of a value would pass over it."""
    for row in (f"Be{control}rn,A,,\n", f'Bern,A,"x{control}y",\n', f"Bern,A,,a{control}@b.org\n"):
        problem = record_of(row).problem
        assert problem is not None
        assert f"contains a control character (U+{ord(control):04X}); type it again" in (
            problem.reason
        )


@pytest.mark.parametrize("control", ["\0", "\x0b", "\x1c", "\x1f", "\x85", "\u2029"])
def test_a_control_character_at_the_edge_counts_too(control: str) -> None:
    """Python would trim some of them as spaces."""
    problem = record_of(f"Bern,A{control},,a@example.org\n").problem
    assert problem is not None
    assert problem.column == "name"
    assert record_of(f"Bern,A,{control},a@example.org\n").problem is not None


def test_a_control_character_is_shown_and_cut() -> None:
    """The message is safe on a terminal, and short."""
    problem = record_of(f"Bern,A,\x1b]52;c;{'x' * 900}\a,\n").problem
    assert problem is not None
    assert problem.reason.startswith('"\\x1b]52;c;xxx')
    assert len(problem.reason) < 200


def test_an_ignored_column_may_hold_anything() -> None:
    """What is not read cannot do harm."""
    sheet = sheet_of("office,name,junk\nBern,A,\0\n")
    assert sheet.records[0].problem is None


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", " \r\n\r\n\t", "\n\n"])
def test_a_line_break_in_a_cell_becomes_a_space(line_end: str) -> None:
    """One space, and a warning that names the column."""
    record = record_of(f'Bern,A,"Press{line_end}Officer",a@example.org\n')
    assert record.texts["title"] == "Press Officer"
    assert record.warnings == ("title: a line break in the cell became a space",)


def test_lines_stay_physical_behind_a_line_break() -> None:
    """The row after a cell of three lines stands three lines further down."""
    sheet = sheet_of(HEADER + 'Bern,A,"one\r\ntwo\r\nthree",\nBern,B\n')
    assert [record.line for record in sheet.records] == [2, 5]


def test_a_cell_of_line_breaks_is_empty() -> None:
    """Nothing in it became anything: no warning."""
    record = record_of('Bern,A,"\n \r\n",a@example.org\n')
    assert "title" not in record.texts
    assert record.warnings == ()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=cmd", "=cmd"),
        (" ''=cmd ", "'=cmd"),
        ("'s Gravesande", "'s Gravesande"),
        ("'+1 202 555 0123", "+1 202 555 0123"),
        ('"\n\'@home"', "@home"),
        ("=1+1", "=1+1"),
    ],
)
def test_the_guard_of_a_formula_comes_off(cell: str, text: str) -> None:
    """Once, after trimming; what an export wrote is what is read."""
    assert record_of(f"Bern,A,{cell},\n").texts["title"] == text


def test_headers_lose_their_guard_and_their_lines() -> None:
    """A header is a name of one line, as it is shown in messages."""
    sheet = sheet_of('office,name,"\'=A1","E-mail\naddress","shoe\nsize"\n')
    assert sheet.header == ("office", "name", "=A1", "E-mail address", "shoe size")
    assert sheet.fields == ("office", "name", None, "email", None)
    assert sheet.notes == ("ignored columns: =A1, shoe size",)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x14\0\x06\0\x08\0", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
)
def test_a_file_of_another_kind_is_refused(content: bytes) -> None:
    """A workbook or a PDF has no columns of ours."""
    with pytest.raises(InvalidFileError, match=r"^list.csv:"):
        load("list.csv", content)
