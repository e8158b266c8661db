import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.errors.directory import ChangedMeanwhileError
from pressdesk.exchange.csv.formula_guard import guard_cell
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.exchange.report import Report, Status
from pressdesk.exchange.sheet import load
from pressdesk.importing import ImportOptions, take_in
from pressdesk.model import Contact, Office, Source
from tests.strategies import contacts, offices

OFFICES = """code,name,organization,city,country,switchboard,extension_digits
bern,Relief Bern,Relief,Bern,CH,+41 22 501 01 00,3
london,Relief London,Relief,London,GB,+44 20 7946 0958,
nairobi,Relief Nairobi,Relief,Nairobi,KE,,
"""
ZOE = "office,name,title,email,ext\nbern,Zoë Lind,Head of Media,zoe@example.org,230\n"
HERE = "code,name,country,switchboard\nhere,Here,US,+1 202 555 0199\n"

Take = Callable[..., Report]


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[DirectoryEditor]:
    """Give an empty directory in memory."""
    with Directory.rehearse(tmp_path / "nowhere.db") as editor:
        yield editor


@pytest.fixture
def take(editor: DirectoryEditor) -> Take:
    """Give an import into a directory that has three offices."""
    take_in(editor, [load("offices.csv", OFFICES.encode())])

    def call(*texts: str, options: ImportOptions | None = None) -> Report:
        names = [f"{name}.csv" for name in "abcdef"[: len(texts)]]
        sheets = [load(name, text.encode()) for name, text in zip(names, texts, strict=True)]
        return take_in(editor, sheets, options or ImportOptions())

    return call


def statuses(report: Report) -> list[str]:
    """Give what became of each row."""
    return [str(item.status) for item in report.items]


def problems(report: Report) -> list[str]:
    """Give the lines of a report that speak of refused rows."""
    return [
        f"{item.file}:{item.line} {problem.column or 'row'}: {problem.reason}"
        for item in report.items
        for problem in item.problems
    ]


def changes(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Give every change of a report."""
    return [(one.field, one.old, one.new) for item in report.items for one in item.changes]


def file_of(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Write flat records as an export does."""
    header = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([guard_cell(row.get(column, "")) for column in header] for row in rows)
    return text.getvalue().encode()


def count_changes(editor: DirectoryEditor) -> int:
    """Count what the history holds."""
    return editor.database.table("change").count


# Who is who


def test_a_new_row_is_a_new_contact(take: Take, editor: DirectoryEditor) -> None:
    """With its posting; every value says which row it came from."""
    report = take(ZOE)
    zoe = editor.get_contact("zoe-lind")
    assert statuses(report) == ["added"]
    assert (zoe.name, zoe.title) == ("Zoë Lind", "Head of Media")
    assert [(one.office, one.extension) for one in zoe.postings] == [("bern", "230")]
    assert [(str(one.address), one.source) for one in zoe.emails] == [
        ("zoe@example.org", Source("import", "a.csv", 2))
    ]


def test_the_same_file_again_changes_nothing(take: Take, editor: DirectoryEditor) -> None:
    """And says so, row by row."""
    take(OFFICES, ZOE)
    before = count_changes(editor)
    report = take(OFFICES, ZOE)
    assert statuses(report) == ["unchanged"] * 4
    assert (changes(report), count_changes(editor)) == ([], before)


@pytest.mark.parametrize(
    "row",
    [
        "bern,ZOË LIND,zoe@example.org",
        "bern,Zoe  Lind,",
        unicodedata.normalize("NFD", "bern,Zoë Lind,"),
        "bern,,ZOE@example.org",
        "bern,Zoë Lind,zoe@EXAMPLE.ORG",
        "bern,Zoë Lind,new@example.org",
        "london,Zoë Lind,zoe@example.org",
    ],
)
def test_the_same_contact_is_found(take: Take, editor: DirectoryEditor, row: str) -> None:
    """By e-mail and name, or by name at the same office; blind to case, accents and NFD."""
    take(ZOE)
    report = take(f"office,name,email\n{row}\n")
    assert [item.contact for item in report.items] == ["zoe-lind"]
    assert len(editor.contacts()) == 1


@pytest.mark.parametrize(
    "row",
    [
        "london,Zoë Lind,other@example.org",
        "bern,Tom Kay,zoe@example.org",
        "bern,Zoë Lindt,",
    ],
)
def test_another_contact_is_another(take: Take, editor: DirectoryEditor, row: str) -> None:
    """An equal name elsewhere, or an equal e-mail with another name, is not enough."""
    take(ZOE)
    report = take(f"office,name,email,mobile\n{row},+41 79 555 01 23\n")
    assert statuses(report) == ["added"]
    assert editor.get_contact("zoe-lind").title == "Head of Media"


def test_a_shared_mailbox_renames_nobody(take: Take, editor: DirectoryEditor) -> None:
    """Two contacts with one address stay two, with a warning; the second import is quiet."""
    rows = "office,name,email\nbern,Newsroom,press@example.org\nbern,Zoë Lind,press@example.org\n"
    report = take(rows)
    assert {contact.name for contact in editor.contacts()} == {"Newsroom", "Zoë Lind"}
    assert report.items[1].warnings == (
        "press@example.org is also an address of Newsroom: kept as two contacts",
    )
    again = take(rows)
    assert statuses(again) == ["unchanged", "unchanged"]
    assert [item.warnings for item in again.items] == [(), ()]


def test_a_key_decides_before_all_else(take: Take, editor: DirectoryEditor) -> None:
    """It finds the contact under another name; the name is changed, the key is not."""
    take(ZOE)
    report = take("office,key,name,email\nbern,zoe-lind,Zoë Lind-Berg,ZOE@example.org\n")
    assert statuses(report) == ["updated"]
    assert changes(report) == [("name", "Zoë Lind", "Zoë Lind-Berg")]
    assert editor.get_contact("zoe-lind").name == "Zoë Lind-Berg"


def test_a_key_of_its_own_makes_a_namesake(take: Take, editor: DirectoryEditor) -> None:
    """Two people of one name at one office are told apart by their keys."""
    take(ZOE)
    report = take("office,key,name,email\nbern,zoe-two,Zoë Lind,two@example.org\n")
    assert (statuses(report), report.items[0].contact) == (["added"], "zoe-two")
    assert len(editor.contacts()) == 2


@pytest.mark.parametrize("email", ["", "new@example.org"])
def test_two_namesakes_at_one_office_are_not_guessed(
    take: Take, editor: DirectoryEditor, email: str
) -> None:
    """Nor is a third one made of them by each import: the row needs a key."""
    take(ZOE + "bern,Tom Kay,,tom@example.org,\n")
    take("office,key,name,email\nbern,zoe-two,Zoë Lind,two@example.org\n")
    report = take(f"office,name,email,mobile\nbern,zoe lind,{email},079 555 01 23\n")
    assert problems(report) == [
        'a.csv:2 name: "zoe lind": several at Relief Bern have it (zoe-lind, zoe-two); give the key'
    ]
    assert len(editor.contacts()) == 3


def test_a_key_never_renames_a_stored_one(take: Take, editor: DirectoryEditor) -> None:
    """Found by e-mail and name, the contact keeps the key that scripts know."""
    take(ZOE)
    report = take("office,key,name,email\nbern,zl,Zoë Lind,zoe@example.org\n")
    assert (statuses(report), report.items[0].contact) == (["unchanged"], "zoe-lind")
    assert [contact.key for contact in editor.contacts()] == ["zoe-lind"]


def test_an_extension_tells_two_people_apart(take: Take, editor: DirectoryEditor) -> None:
    """One number with two extensions is two ways, and two contacts."""
    phone = "+1 202 555 0123"
    take(f"office,name,phone,ext\nbern,Zoë Lind,{phone},5\nbern,Tom Kay,{phone},6\n")
    numbers = [str(contact.phones[0].number) for contact in editor.contacts()]
    assert sorted(numbers) == [f"{phone} ext 5", f"{phone} ext 6"]


# What a row changes


def test_an_empty_cell_changes_nothing(take: Take, editor: DirectoryEditor) -> None:
    """Whichever column it is, whether the column is there or not."""
    take(
        "office,name,title,title_fr,email,phone,ext,mobile,languages,topics,rank,from,until,note\n"
        "bern,Zoë Lind,Head,Cheffe,zoe@example.org,; 022 501 01 23,230,+41 79 555 01 23,"
        "en ; fr,food,1,2026-01-01,2026-12-31,Call late\n"
    )
    before = editor.get_contact("zoe-lind")
    header = "office,name,title,title_fr,email,phone,ext,mobile,languages,topics,rank,until,note"
    report = take(f"{header}\nbern,Zoë Lind{',' * 11}\n")
    assert statuses(report) == ["unchanged"]
    assert editor.get_contact("zoe-lind") == before


@pytest.mark.parametrize(
    ("column", "cell", "old", "new"),
    [
        ("title", "Spokesperson", "Head of Media", "Spokesperson"),
        ("title_fr", "Cheffe", None, "Cheffe"),
        ("phone", "022 501 01 23", None, "; +41 22 501 01 23"),
        ("mobile", "079 555 01 23", None, "+41 79 555 01 23"),
        ("ext", "231", "230", "231"),
        ("languages", "EN;pt_br", None, "en ; pt-BR"),
        ("topics", "food ; Food; drought", None, "food ; drought"),
        ("rank", "1", None, "1"),
        ("from", "2026-07-01", None, "2026-07-01"),
        ("note", "Call late", None, "Call late"),
        ("given_name", "Zoë", None, "Zoë"),
        ("kind", "DESK", "person", "desk"),
    ],
)
def test_a_filled_cell_replaces(
    take: Take, column: str, cell: str, old: str | None, new: str
) -> None:
    """The report shows old -> new; a second import of the row is unchanged."""
    take(ZOE)
    row = f"office,name,{column}\nbern,Zoë Lind,{cell}\n"
    report = take(row)
    assert (column, old, new) in changes(report)
    assert statuses(take(row)) == ["unchanged"]


def test_internal_values_are_never_touched(take: Take, editor: DirectoryEditor) -> None:
    """A filled cell replaces the public values of its column alone; nothing internal leaves."""
    take(
        "office,name,email,phone,mobile,internal\n"
        "bern,Zoë Lind,old@example.org,022 501 01 23,079 555 01 23,"
        "home@example.org ; +41 79 555 01 99\n"
    )
    take("office,key,name,email,mobile\nbern,zoe-lind,Zoë Lind,new@example.org,079 555 01 24\n")
    zoe = editor.get_contact("zoe-lind")
    assert [(str(one.address), one.public) for one in zoe.emails] == [
        ("new@example.org", True), ("home@example.org", False),
    ]  # fmt: skip
    assert sorted((str(one.number), one.public) for one in zoe.phones) == [
        ("+41 22 501 01 23", True), ("+41 79 555 01 24", True), ("+41 79 555 01 99", False),
    ]  # fmt: skip


def test_a_public_cell_does_not_make_a_value_public(take: Take, editor: DirectoryEditor) -> None:
    """Who is internal stays so, even where the cell names the same address."""
    take("office,name,email,internal\nbern,Zoë Lind,a@example.org,home@example.org\n")
    take("office,name,email\nbern,Zoë Lind,home@example.org ; a@example.org\n")
    emails = editor.get_contact("zoe-lind").emails
    assert {str(one.address): one.public for one in emails} == {
        "a@example.org": True, "home@example.org": False,
    }  # fmt: skip


def test_the_internal_column_adds_and_marks(take: Take, editor: DirectoryEditor) -> None:
    """A public value that it names becomes internal; one that is new is added as internal."""
    take(ZOE)
    report = take("office,name,internal\nbern,Zoë Lind,zoe@example.org ; 079 555 01 99\n")
    assert changes(report) == [
        ("email", "zoe@example.org", None),
        ("internal", None, "zoe@example.org ; +41 79 555 01 99"),
    ]
    assert not any(one.public for one in editor.get_contact("zoe-lind").emails)


def test_an_extension_alone_is_on_the_switchboard(take: Take, editor: DirectoryEditor) -> None:
    """It belongs to the posting; one beside a number belongs to that number."""
    take(
        "office,name,phone,ext\n"
        "bern,Zoë Lind,,0\u06630\n"
        "bern,Tom Kay,022 501 01 23 ; ,5 ; 231\n"
        "bern,Ann Lee,022 501 01 24,6\n"
    )
    shown = {
        contact.key: ([str(one.number) for one in contact.phones], contact.postings[0].extension)
        for contact in editor.contacts()
    }
    assert shown == {
        "zoe-lind": ([], "030"),
        "tom-kay": (["+41 22 501 01 23 ext 5"], "231"),
        "ann-lee": (["+41 22 501 01 24 ext 6"], None),
    }


def test_the_country_column_reads_the_numbers(take: Take, editor: DirectoryEditor) -> None:
    """A number without "+" is of the row's country; without the column, of the office's."""
    take(
        "office,name,phone,mobile,country,internal\n"
        "bern,Zoë Lind,020 7946 0111,07400 123456,United Kingdom,020 7946 0112\n"
        "bern,Tom Kay,022 501 01 23,,,\n"
    )
    numbers = [phone.number.e164 for one in editor.contacts() for phone in one.phones]
    assert sorted(numbers) == ["+41225010123", "+442079460111", "+442079460112", "+447400123456"]


# Rota


ROTA = """office,name,email,rank,ext,from,until
bern,Zoë Lind,zoe@example.org,1,230,2026-07-01,2026-12-31
bern,Zoë Lind,zoe@example.org,2,231,2027-01-01,
"""


@pytest.mark.parametrize("is_reversed", [False, True])
def test_rota_rows_become_postings(take: Take, editor: DirectoryEditor, is_reversed: bool) -> None:  # noqa: FBT001
    """One contact, one office, two periods: two postings, whichever row comes first."""
    header, *rows = ROTA.splitlines()
    text = "\n".join([header, *(rows[::-1] if is_reversed else rows)])
    assert sorted(statuses(take(text))) == ["added", "updated"]
    postings = editor.get_contact("zoe-lind").postings
    assert {(str(one.starts_on), one.rank, one.extension) for one in postings} == {
        ("2026-07-01", 1, "230"), ("2027-01-01", 2, "231"),
    }  # fmt: skip
    assert statuses(take(text)) == ["unchanged", "unchanged"]


def test_a_rota_row_ends_its_own_posting(take: Take, editor: DirectoryEditor) -> None:
    """The row is known by its first day; the other posting stays."""
    take(ROTA)
    report = take("office,name,from,until\nbern,Zoë Lind,2027-01-01,2027-06-30\n")
    assert changes(report) == [("until", None, "2027-06-30")]
    assert len(editor.get_contact("zoe-lind").postings) == 2


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        (",", "has several postings"),
        ("2026-08-01,2027-03-01", "has several postings"),
        ("2027-01-01,2026-06-30", "is before the beginning"),
        ("1.7.2026,", "is not a date; expected YYYY-MM-DD"),
        ("2026-02-30,", "is not in the calendar"),
    ],
)
def test_a_doubtful_period_is_refused(
    take: Take, editor: DirectoryEditor, period: str, reason: str
) -> None:
    """Never a guess which posting is meant; those that are stored stay."""
    take(ROTA)
    before = editor.get_contact("zoe-lind")
    report = take(f"office,name,from,until,title\nbern,Zoë Lind,{period},Head\n")
    assert reason in problems(report)[0]
    assert editor.get_contact("zoe-lind") == before


# Rows that speak of one contact twice


def test_a_doubled_row_is_named(take: Take, editor: DirectoryEditor) -> None:
    """The same contact at the same office, in other spellings: unchanged, and a warning."""
    report = take(
        "office,name,email,phone\n"
        "bern,Zoë Lind,zoe@bücher.example,022 501 01 23\n"
        f"Bern,{unicodedata.normalize('NFD', 'Zoë')} Lind,,+41 (22) 501-01-23\n"
        "bern,,zoe@BÜCHER.example,\n"
    )
    assert statuses(report) == ["added", "unchanged", "unchanged"]
    warning = ("the same contact at the same office as a.csv:2",)
    assert [item.warnings for item in report.items] == [(), warning, warning]
    assert len(editor.contacts()) == 1


@pytest.mark.parametrize(
    ("column", "first", "second", "said"),
    [
        ("email", "a@example.org", "b@example.org", "a@example.org"),
        ("title", "Head", "Deputy", "Head"),
        ("phone", "022 501 01 23", "022 501 01 24", "+41 22 501 01 23"),
        ("phone", "022 501 01 23", "022 501 01 23 ext 5", "+41 22 501 01 23"),
        ("mobile", "079 555 01 23", "079 555 01 24", "+41 79 555 01 23"),
        ("ext", "230", "231", "230"),
        ("rank", "1", "2", "1"),
        ("until", "2026-12-31", "2027-12-31", "2026-12-31"),
    ],
)
def test_a_row_does_not_take_back_another(
    take: Take, column: str, first: str, second: str, said: str
) -> None:
    """Else the last would win in silence, and each import would change the value to and fro."""
    rows = f"office,name,fax,{column}\n" + "".join(
        f"bern,Zoë Lind,022 501 01 99,{cell}\n" for cell in (first, second)
    )
    for status in ("added", "unchanged"):
        report = take(rows)
        assert statuses(report) == [status, "refused"]
        assert report.items[1].problems[0].column == column
        assert f'a.csv:2 says "{said}" of the same' in report.items[1].problems[0].reason


def test_an_extension_of_a_number_leaves_the_switchboard_open(take: Take) -> None:
    """Two cells `ext` of one contact need not speak of the same thing."""
    rows = "office,name,phone,ext\nbern,Zoë Lind,022 501 01 23,5\nbern,Zoë Lind,,230\n"
    assert statuses(take(rows)) == ["added", "updated"]
    assert statuses(take(rows)) == ["unchanged", "unchanged"]


def test_a_row_may_say_more_than_another(take: Take, editor: DirectoryEditor) -> None:
    """What the first left open the second fills in, at another office too."""
    rows = (
        "office,name,email,title,phone,ext,internal\n"
        "bern,Zoë Lind,zoe@example.org,,,230,in@example.org\n"
        "london,Zoë Lind,zoe@example.org,Head,020 7946 0111,,out@example.org\n"
        "bern,Zoë Lind,,,,,\n"
    )
    assert statuses(take(rows)) == ["added", "updated", "unchanged"]
    assert statuses(take(rows)) == ["unchanged"] * 3
    zoe = editor.get_contact("zoe-lind")
    assert (zoe.title, len(zoe.postings), len(zoe.emails)) == ("Head", 2, 3)


# Offices


def test_offices_come_before_contacts(editor: DirectoryEditor) -> None:
    """Whatever the order of the files; the report keeps theirs."""
    sheets = [load("c.csv", ZOE.encode()), load("o.csv", OFFICES.encode())]
    report = take_in(editor, sheets)
    assert [(item.file, str(item.status)) for item in report.items] == [
        ("c.csv", "added"), *[("o.csv", "added")] * 3,
    ]  # fmt: skip


CHAIN = ("bern,Bern,CH,geneva", "kenya,Kenya,KE,bern", "geneva,Geneva,CH,world", "world,W,CH,")


@pytest.mark.parametrize("files", [1, 2, 4])
def test_an_office_may_report_to_a_later_one(editor: DirectoryEditor, files: int) -> None:
    """Further down in the file, or in a file that comes later."""
    sheets = [
        load(
            f"{part}.csv", "\n".join(["code,name,country,reports_to", *CHAIN[part::files]]).encode()
        )
        for part in range(files)
    ]
    assert set(statuses(take_in(editor, sheets))) == {"added"}
    above = {office.code: office.reports_to for office in editor.offices()}
    assert above == {"bern": "geneva", "kenya": "bern", "geneva": "world", "world": None}
    assert set(statuses(take_in(editor, sheets))) == {"unchanged"}


@pytest.mark.parametrize("above", ["Bern", "relief-bern", "RELIEF BERN"])
def test_an_office_to_come_is_awaited(editor: DirectoryEditor, above: str) -> None:
    """A name that begins another office's is not taken for that while its own row is to come."""
    take_in(editor, [load("o.csv", b"name,city,country\nRelief Bern Annex,,CH\nBern Annex,,CH\n")])
    text = f"name,city,country,reports_to\nThun,,CH,{above}\nRelief Bern,Bern,CH,\n"
    assert statuses(take_in(editor, [load("o.csv", text.encode())])) == ["added", "added"]
    assert editor.get_office("thun").reports_to == "relief-bern"


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        (("a,b", "b,a", "c,"), [2, 3]),
        (("a,a",), [2]),
        (("a,nowhere", "b,a", "c,"), [2, 3]),
        (("a,c", "b,a", "c,"), []),
    ],
)
def test_an_office_that_answers_to_nobody_is_refused(
    editor: DirectoryEditor, rows: tuple[str, ...], refused: list[int]
) -> None:
    """A circle, or a name that nobody has: each row for itself, with its column."""
    text = "code,reports_to,name,country\n" + "".join(f"{row},Office {row[0]},CH\n" for row in rows)
    report = take_in(editor, [load("o.csv", text.encode())])
    assert [item.line for item in report.refused] == refused
    assert all(item.problems[0].column == "reports_to" for item in report.refused)


def test_a_circle_with_stored_offices_is_refused(editor: DirectoryEditor) -> None:
    """The office that would close it stays as it was."""
    take_in(editor, [load("o.csv", b"code,name,country,reports_to\na,A,CH,b\nb,B,CH,\n")])
    report = take_in(editor, [load("o.csv", b"code,name,country,reports_to\nb,B,CH,a\n")])
    assert "goes round in a circle" in problems(report)[0]
    assert editor.get_office("b").reports_to is None


def test_an_office_is_changed_by_its_code_or_name(take: Take, editor: DirectoryEditor) -> None:
    """A filled cell replaces, an empty one does not; the code stays."""
    report = take(
        "code,name,country,city,timezone\n"
        "bern,Relief Berne,CH,,Europe/Zurich\n"
        ",relief LONDON,GB,Greater London,\n"
    )
    assert statuses(report) == ["updated", "updated"]
    assert changes(report) == [
        ("name", "Relief Bern", "Relief Berne"),
        ("timezone", None, "Europe/Zurich"),
        ("name", "Relief London", "relief LONDON"),
        ("city", "London", "Greater London"),
    ]
    assert editor.get_office("bern").city == "Bern"


def test_two_rows_of_one_office_may_not_differ(take: Take) -> None:
    """The second is refused; an equal one is unchanged, with a warning."""
    report = take("name,country,city\nThun,CH,Thun\nTHUN,CH,\nThun,CH,Spiez\nThun,CH,\n")
    assert statuses(report) == ["added", "refused", "refused", "unchanged"]
    assert problems(report)[1] == (
        'a.csv:4 city: "Spiez": a.csv:2 says "Thun" of the same office; keep one of the two'
    )
    assert report.items[3].warnings == ("the same office as a.csv:2",)


def test_a_plan_that_postings_violate_refuses_the_row(take: Take, editor: DirectoryEditor) -> None:
    """The extensions are listed on the row's one line."""
    take(ZOE)
    report = take("code,name,country,extension_digits\nbern,Relief Bern,CH,4\n")
    assert "violated by 1; change these extensions first" in problems(report)[0]
    assert "Zoë Lind ext 230" in problems(report)[0]
    assert str(editor.get_office("bern").extension_plan) == "3 digits"


# What is refused


@pytest.mark.parametrize(
    ("column", "cell", "problem", "reason"),
    [
        ("office", "Atlantis", "office", "no office matches"),
        ("office", "Relief", "office", "matches 3; name one of these:"),
        ("office", "", "office", "no office matches"),
        ("name", "", "name", "is empty"),
        ("name", "!?", "name", "has no letter or digit"),
        ("name", "x" * 301, "name", "too long (301 characters); expected at most 300"),
        ("title", "x" * 301, "title", "too long (301 characters)"),
        ("title_fr", "x" * 301, "title_fr", "too long (301 characters)"),
        ("note", "x" * 1001, "note", "too long (1001 characters); expected at most 1000"),
        ("topics", f"food ; {'x' * 101}", "topics", "too long (101 characters)"),
        ("key", "Zoë Lind", "key", "is not a key"),
        ("kind", "robot", "kind", "is neither person nor desk"),
        ("email", "zoe(at)example.org", "email", "has no @"),
        ("email", "a@example.org ; b@@example.org", "email", "has more than one @"),
        ("phone", "+1 202 86", "phone", "too short for the United States"),
        ("phone", "022 501 01 23 ; 12", "phone", "too short"),
        ("mobile", "+1 202 86", "mobile", "too short"),
        ("fax", "+1 202 86", "fax", "too short"),
        ("internal", "+1 202 86", "internal", "too short"),
        ("internal", "home@", "internal", "expected name@host"),
        ("ext", "23", "ext", "is not one of Relief Bern's (3 digits)"),
        ("ext", "abc", "ext", "is not a number"),
        ("ext", "230 ; 231", "ext", "2 extensions for 0 numbers"),
        ("languages", "en ; klingon", "languages", "is not a language tag"),
        ("rank", "first", "rank", "is not a whole number"),
        ("rank", "-1", "rank", "is not a whole number"),
        ("from", "07/01/2026", "from", "is not a date"),
        ("until", "2026-13-01", "until", "is not in the calendar"),
        ("country", "Atlantis", "country", "is not a country"),
        ("ext", "2.3E+02", "ext", "was cut to powers of ten by a spreadsheet"),
        ("ext", "30-Feb", "ext", "became a date by a spreadsheet"),
        ("phone", "12025550123.0", "phone", "became a decimal number by a spreadsheet"),
        ("mobile", "41795550123", "mobile", 'whose "+" a spreadsheet took away'),
        ("internal", "41795550123", "internal", 'whose "+" a spreadsheet took away'),
        ("title", "a\0b", "title", "contains a control character (U+0000)"),
    ],
)
def test_a_bad_cell_refuses_its_row_alone(  # noqa: PLR0913, PLR0917
    take: Take, editor: DirectoryEditor, column: str, cell: str, problem: str, reason: str
) -> None:
    """The column and the reason are named; the rows before and after are taken."""
    good = {"office": "bern", "name": "Zoë Lind", "fax": "022 501 01 99"}
    header = list(dict.fromkeys([*good, column]))
    rows = [good | {"name": "Ann Lee"}, good | {column: cell}, good | {"name": "Tom Kay"}]
    text = "\n".join(",".join(row.get(one, "") for one in header) for row in rows)
    report = take(",".join(header) + f"\n{text}\n")
    assert statuses(report) == ["added", "refused", "added"]
    (found,) = report.items[1].problems
    assert (found.column, reason in found.reason) == (problem, True), found
    assert sorted(contact.key for contact in editor.contacts()) == ["ann-lee", "tom-kay"]


@pytest.mark.parametrize(
    ("column", "cell", "problem", "reason"),
    [
        ("country", "Atlantis", "country", "is not a country"),
        ("code", "Bern Office", "code", "expected small letters"),
        ("language", "klingon", "language", "is not a language tag"),
        ("timezone", "Bern", "timezone", "is not a time zone"),
        ("switchboard", "+41 22", "switchboard", "too short"),
        ("switchboard", "4.12E+10", "switchboard", "was cut to powers of ten"),
        ("switchboard", "41225010100", "switchboard", 'whose "+" a spreadsheet took away'),
        ("switchboard", "+41 22 501 01 00 ext 5", "switchboard", "has an extension"),
        ("extension_digits", "many", "extension_digits", "is not a number of digits"),
        ("extension_range", "9-1", "extension_range", "ends before it begins"),
        ("name_fr", "x" * 301, "name_fr", "too long"),
        ("city", "x" * 301, "city", "too long"),
    ],
)
def test_a_bad_cell_refuses_its_office(
    editor: DirectoryEditor, column: str, cell: str, problem: str, reason: str
) -> None:
    """With its column in pressdesk's own words; the offices beside it are taken."""
    good = {"name": "Thun", "country": "CH"}
    header = list(dict.fromkeys([*good, column]))
    rows = [good | {"name": "Bern"}, good | {column: cell}, good | {"name": "Biel"}]
    text = "\n".join(",".join(row.get(one, "") for one in header) for row in rows)
    report = take_in(editor, [load("o.csv", (",".join(header) + f"\n{text}\n").encode())])
    assert statuses(report) == ["added", "refused", "added"]
    (found,) = report.items[1].problems
    assert (found.column, reason in found.reason) == (problem, True), found
    assert [office.name for office in editor.offices()] == ["Bern", "Biel"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("bern,Zoë Lind,,", "has no e-mail and no phone"),
        ("nairobi,Zoë Lind,,230", "Relief Nairobi has no switchboard"),
        ("bern,Tom Kay,tom@example.org,231\nbern,Zoë Lind,,231", "Tom Kay has it already"),
    ],
)
def test_the_directory_s_own_rules_hold(take: Take, rows: str, reason: str) -> None:
    """A row must be what `contact add` would take; the reason is one line."""
    report = take(f"office,name,email,ext\n{rows}\n")
    assert report.items[-1].status is Status.REFUSED
    assert reason in problems(report)[0]
    assert "\n" not in problems(report)[0]


def test_what_an_option_allows_is_taken(take: Take, editor: DirectoryEditor) -> None:
    """Numbers that are only possible, with a warning, and a shared extension."""
    rows = "office,name,phone,ext\nbern,Zoë Lind,+1 202 155 0123,\nbern,A,,230\nbern,B,,230\n"
    assert statuses(take(rows)) == ["refused", "added", "refused"]
    report = take(rows, options=ImportOptions(allow_possible=True, shared_extension=True))
    assert statuses(report) == ["added", "unchanged", "added"]
    assert "is not a valid number; stored because it was allowed" in report.items[0].warnings[0]
    assert len(editor.contacts()) == 3


def test_a_refused_row_leaves_nothing_behind(take: Take, editor: DirectoryEditor) -> None:
    """It is as if it had not been in the file: no contact, no history, no hold on later rows."""
    before = count_changes(editor)
    assert statuses(take("office,name,email\nbern,Zoë Lind,odd\n")) == ["refused"]
    assert (editor.contacts(), count_changes(editor)) == ([], before)
    report = take("office,name,email\nbern,Zoë Lind,odd\nbern,Zoë Lind,zoe@example.org\n")
    assert (statuses(report), report.items[1].warnings) == (["refused", "added"], ())


def test_what_a_row_cannot_help_stops_the_import(
    take: Take, editor: DirectoryEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directory that cannot be written is not the row's fault."""

    def refuse(*_: object, **__: object) -> Contact:
        raise ChangedMeanwhileError("Zoë Lind")

    monkeypatch.setattr(editor, "add_contact", refuse)
    with pytest.raises(ChangedMeanwhileError):
        take(ZOE)


def test_what_was_changed_in_a_value_is_said(take: Take, editor: DirectoryEditor) -> None:
    """Joined lines, characters left out, letters that look like others."""
    report = take(
        'office,name,title,email\nbern,"Zo\u00adë Lind","Head\nof Media",zoe@example.org\n'
        "bern,T\u043em Kay,,tom@example.org\n"
    )
    first, second = (" | ".join(item.warnings) for item in report.items)
    assert "title: a line break in the cell became a space" in first
    assert 'name "Zo\\xadë Lind": left out U+00AD SOFT HYPHEN' in first
    assert "mixes letters of Cyrillic and Latin" in second
    assert editor.get_contact("zoe-lind").title == "Head of Media"


# Laws


def importable(contact: Contact) -> Contact:
    """Give the contact with what a row can say: public values, none of them twice."""
    phones = {(one.kind, str(one.number)): one._replace(public=True) for one in contact.phones}
    return contact._replace(
        emails=tuple(email._replace(public=True) for email in contact.emails),
        phones=tuple(phones.values()),
        # A semicolon parts the values of a cell: no topic can hold one.
        topics=tuple(dict.fromkeys(topic.replace(";", "x") for topic in contact.topics)),
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(contacts().map(importable), min_size=1, max_size=3, unique_by=lambda one: one.key))
def test_an_exported_contact_is_imported_as_it_was(those: list[Contact]) -> None:
    """The law of the format: equal flat records, and a second import that changes nothing."""
    rows = [flatten_contact(contact, contact.postings[0]) for contact in those]
    sheets = [load("here.csv", HERE.encode()), load("contacts.csv", file_of(rows))]
    with Directory.rehearse("nowhere.db") as editor:
        first = take_in(editor, sheets, ImportOptions(shared_extension=True))
        stored = [editor.get_contact(contact.key) for contact in those]
        before = count_changes(editor)
        second = take_in(editor, sheets, ImportOptions(shared_extension=True))
        assert statuses(first) == ["added"] * (len(those) + 1), problems(first)
        assert [flatten_contact(one, one.postings[0]) for one in stored] == rows
        assert statuses(second) == ["unchanged"] * (len(those) + 1)
        assert count_changes(editor) == before


# What rows of one file may say of two people at two offices, in every mix.
CELLS = {
    "office": ["bern", "bern", "london"],
    "name": ["Zoë Lind", "Zoë Lind", "ZOË LIND", "Tom Kay", ""],
    "key": ["", "", "zoe-lind", "zl"],
    "email": ["", "a@example.org", "A@example.org", "a@example.org ; b@example.org"],
    "title": ["", "Head", "Deputy"],
    "phone": ["", "022 501 01 23", "; 022 501 01 23", "022 501 01 23 ext 7"],
    "ext": ["", "", "5", "230", "231", "230 ; 5", "; 5"],
    "mobile": ["", "079 555 01 23"],
    "rank": ["", "1", "2"],
    "from": ["", "", "2026-01-01", "2026-07-01"],
    "until": ["", "2026-06-30", "2026-12-31"],
    "internal": ["", "", "a@example.org", "c@example.org", "079 555 01 99 ; d@example.org"],
}
ROWS = st.fixed_dictionaries({one: st.sampled_from(cells) for one, cells in CELLS.items()})


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(ROWS, min_size=1, max_size=4))
def test_what_was_taken_whole_changes_nothing_again(rows: list[dict[str, str]]) -> None:
    """Whoever is meant by whatever rows: the second import finds all of it there."""
    sheets = [load("offices.csv", OFFICES.encode()), load("contacts.csv", file_of(rows))]
    with Directory.rehearse("nowhere.db") as editor:
        if take_in(editor, sheets).refused:
            return
        before = count_changes(editor)
        assert changes(take_in(editor, sheets)) == []
        assert count_changes(editor) == before


def chained(those: list[Office]) -> list[Office]:
    """Let each office report to the next."""
    codes = [office.code for office in those[1:]]
    above = zip(those, [*codes, None], strict=True)
    return [office._replace(reports_to=code) for office, code in above]


def importable_office(office: Office) -> Office:
    """Give the office without names in other languages that could be another's own."""
    return office._replace(names={tag: f"{office.code} {tag}" for tag in office.names})


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        offices().map(importable_office), min_size=1, max_size=4, unique_by=lambda one: one.code
    ).map(chained)
)
def test_an_exported_office_is_imported_as_it_was(those: list[Office]) -> None:
    """Equal flat records again, those above further down; a second import changes nothing."""
    rows = [flatten_office(office) for office in those]
    sheets = [load("offices.csv", file_of(rows))]
    with Directory.rehearse("nowhere.db") as editor:
        first = take_in(editor, sheets)
        stored = [editor.get_office(office.code) for office in those]
        before = count_changes(editor)
        second = take_in(editor, sheets)
        assert statuses(first) == ["added"] * len(those), problems(first)
        assert [flatten_office(one) for one in stored] == rows
        assert statuses(second) == ["unchanged"] * len(those)
        assert count_changes(editor) == before
