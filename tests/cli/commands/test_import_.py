import csv
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.cli.commands import import_ as exchange
from pressdesk.importing import take_in
from tests.conftest import SMALL, Run, Stock

OFFICES = """code,name,country,switchboard,extension_digits
bern,Relief Bern,CH,+41 22 501 01 00,3
nairobi,Relief Nairobi,KE,,
"""
GOOD = "office,name,email\nbern,Zoë Lind,zoe@example.org\nbern,Tom Kay,tom@example.org\n"
MIXED = """office,name,email,ext
bern,Zoë Lind,zoe@example.org,230
bern,Tom Kay,tom(at)example.org,
atlantis,Ann Lee,ann@example.org,
"""
REFUSED_TOM = 'mixed.csv:3 email: "tom(at)example.org": has no @; expected name@host\n'
NO_ATLANTIS = 'no office matches "atlantis"'
OFFICES_FIRST = "offices that are not there come first: import a list of them, add them with "
REFUSED_ANN = f"mixed.csv:4 office: {NO_ATLANTIS}\n"

pytestmark = pytest.mark.usefixtures("_in_folder")


@pytest.fixture
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of the files, so that messages name them shortly."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def relief(stock: Stock, _in_folder: None) -> Run:
    """Give a terminal whose directory has two offices."""
    write("relief.csv", OFFICES)
    return stock("pressdesk import relief.csv")


@pytest.fixture
def _unchanged(relief: Run, db: Path) -> Iterator[None]:  # noqa: ARG001
    """Check that the directory with the two offices stays as it was, byte for byte."""
    before = db.read_bytes()
    yield
    assert db.read_bytes() == before
    assert not list(db.parent.glob(".pressdesk*"))


def write(name: str, text: str, encoding: str = "utf-8") -> None:
    """Make a file."""
    Path(name).write_bytes(text.encode(encoding))


def operations(db: Path) -> list[str]:
    """Name the commands that the history knows."""
    with closing(sqlite3.connect(db)) as connection:
        return [command for (command,) in connection.execute("SELECT command FROM operation")]


def keys(run: Run) -> list[str]:
    """Give the keys of all contacts."""
    return [
        contact["key"] for contact in json.loads(run("pressdesk contact list --format json").out)
    ]


# What goes well


def test_offices_and_contacts_come_in(run: Run, db: Path) -> None:
    """Several files in one operation, offices first whatever the order; all talk is on stderr."""
    write("offices.csv", OFFICES)
    write("contacts.csv", GOOD)
    done = run("pressdesk import contacts.csv offices.csv")
    assert (done.out, done.code) == ("", 0)
    assert done.err == (
        "contacts.csv: contacts, utf-8, comma; columns: office, name, email\n"
        "offices.csv: offices, utf-8, comma; "
        "columns: code, name, country, switchboard, extension_digits\n"
        "4 added, 0 updated, 0 unchanged, 0 refused\n"
        "stored\n"
    )
    assert operations(db) == ["import"]
    assert "Zoë Lind\nRelief Bern\nEmail: zoe@example.org" in run("pressdesk block bern").out


def test_the_sample_comes_in_whole(run: Run) -> None:
    """What the tutorial imports has no refused row and no ignored column."""
    done = run(f"pressdesk import {SMALL / 'contacts.csv'} {SMALL / 'offices.csv'}")
    assert (done.code, "ignored" in done.err, "warning" in done.err) == (0, False, False)
    assert "15 added, 0 updated, 0 unchanged, 0 refused" in done.err


def test_the_same_file_again_changes_nothing(relief: Run, db: Path) -> None:
    """It says so; no operation is recorded, and every byte of the directory stays."""
    write("contacts.csv", GOOD)
    relief("pressdesk import contacts.csv")
    before, known = db.read_bytes(), operations(db)
    done = relief("pressdesk import relief.csv contacts.csv")
    assert done.code == 0
    assert done.err.endswith("0 added, 0 updated, 4 unchanged, 0 refused\nnothing changed\n")
    assert (db.read_bytes(), operations(db)) == (before, known)


def test_changes_are_shown(relief: Run) -> None:
    """Each as old -> new, under its row."""
    write("contacts.csv", GOOD)
    relief("pressdesk import contacts.csv")
    write("contacts.csv", GOOD.replace("tom@", "tom.kay@"))
    done = relief("pressdesk import contacts.csv")
    assert "contacts.csv:3 tom-kay email: tom@example.org -> tom.kay@example.org\n" in done.err
    assert "0 added, 1 updated, 1 unchanged, 0 refused" in done.err


def test_a_quiet_import_says_what_needs_eyes(relief: Run) -> None:
    """Nothing of what went well; ignored columns, warnings and refusals all the same."""
    write("good.csv", GOOD)
    done = relief("pressdesk --quiet import good.csv")
    assert (done.out, done.err, done.code) == ("", "", 0)
    write("mixed.csv", MIXED.replace("ext", "shoe size").replace(",230", ',"4\n1"'))
    done = relief("pressdesk -q import mixed.csv")
    assert done.err == (
        "mixed.csv: ignored columns: shoe size\n"
        + REFUSED_TOM.replace(":3", ":4")
        + REFUSED_ANN.replace(":4", ":5")
    )


def test_a_header_alone_is_no_error(run: Run, db: Path) -> None:
    """There is nothing to do, and no directory is made for it."""
    write("contacts.csv", "office,name,email\n")
    done = run("pressdesk import contacts.csv")
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing changed")
    assert not db.exists()


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8-sig", "utf-8, semicolon"),
        ("utf-16", "utf-16-le, semicolon"),
        ("cp1252", "windows-1252, semicolon"),
    ],
)
def test_what_excel_writes_comes_in(relief: Run, encoding: str, note: str) -> None:
    """Any of its encodings, its `sep=` line and its line ends."""
    text = "sep=;\r\nBureau;Name;E-Mail;Phone number;Extension\r\nbern;Zoë Lind;;;230\r\n"
    write("excel.csv", text, encoding)
    done = relief("pressdesk import excel.csv")
    assert done.code == 0
    assert f"excel.csv: contacts, {note}; columns: office, name, email, phone, ext\n" in done.err
    assert ("check the accents" in done.err) is (encoding == "cp1252")
    assert "Zoë Lind" in relief("pressdesk block bern").out


# Refused rows


def test_good_rows_are_stored_and_bad_ones_listed(relief: Run, db: Path) -> None:
    """Status 1; each refused row as `file:line column: reason`."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import mixed.csv")
    assert (done.out, done.code) == ("", 1)
    assert REFUSED_TOM + REFUSED_ANN + OFFICES_FIRST in done.err
    assert "\n1 added, 0 updated, 0 unchanged, 2 refused\n" in done.err
    assert (keys(relief), operations(db)) == (["zoe-lind"], ["import", "import"])


@pytest.mark.usefixtures("_unchanged")
def test_rows_that_are_all_refused_change_nothing(relief: Run) -> None:
    """Status 1 too: the command did what it could."""
    write("mixed.csv", "office,name,email\nbern,Tom Kay,odd\natlantis,Ann Lee,a@example.org\n")
    done = relief("pressdesk import mixed.csv")
    assert (done.code, done.err.splitlines()[-1]) == (1, "nothing changed")


def test_refused_rows_make_no_directory(run: Run, db: Path) -> None:
    """Where nothing was stored there is no file."""
    write("good.csv", GOOD)
    assert run("pressdesk import good.csv").code == 1
    assert not db.exists()


@pytest.mark.usefixtures("_unchanged")
def test_strict_takes_all_or_none(relief: Run) -> None:
    """Status 4, the refused rows are listed, and the good ones are not stored."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import --strict mixed.csv --rejects refused.csv")
    assert (done.out, done.code) == ("", 4)
    assert REFUSED_TOM + REFUSED_ANN in done.err
    assert done.err.endswith(
        "pressdesk: 2 of 3 rows are refused, and --strict takes all or none; nothing was changed\n"
    )
    assert not Path("refused.csv").exists()


def test_strict_takes_a_good_file(relief: Run) -> None:
    """Nothing else is different."""
    write("good.csv", GOOD)
    assert relief("pressdesk import --strict good.csv").code == 0
    assert sorted(keys(relief)) == ["tom-kay", "zoe-lind"]


@pytest.mark.usefixtures("_unchanged")
@pytest.mark.parametrize(
    ("options", "code"), [("--dry-run", 1), ("-n", 1), ("-n --strict", 4), ("-n --format json", 1)]
)
def test_a_dry_run_stores_nothing(relief: Run, options: str, code: int) -> None:
    """It reports what would happen, with the status that it would have."""
    write("mixed.csv", MIXED)
    done = relief(f"pressdesk import mixed.csv {options}")
    assert done.code == code
    if "json" in options:
        assert [json.loads(done.out)[key] for key in ("added", "refused")] == [1, 2]
    else:
        assert REFUSED_TOM + REFUSED_ANN in done.err


def test_a_dry_run_makes_no_file(run: Run, db: Path, tmp_path: Path) -> None:
    """No directory, no folder for it, nothing beside it."""
    write("offices.csv", OFFICES)
    before = sorted(tmp_path.rglob("*"))
    done = run("pressdesk import --dry-run offices.csv")
    assert (done.code, done.err.splitlines()[-2:]) == (
        0,
        ["2 added, 0 updated, 0 unchanged, 0 refused", "this was a dry run: nothing was stored"],
    )
    assert sorted(tmp_path.rglob("*")) == before
    assert not db.exists()


# The file of rejects


def test_rejects_can_be_mended_and_imported(relief: Run) -> None:
    """For the owner alone, with a reason; mended, it comes in without a note on that column."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import mixed.csv --rejects refused.csv")
    assert done.code == 1
    assert "refused rows are in refused.csv: mend them and import that file\n" in done.err
    assert stat.S_IMODE(Path("refused.csv").stat().st_mode) == 0o600
    header, tom, ann = csv.reader(Path("refused.csv").read_text(encoding="utf-8").splitlines())
    assert header == ["office", "name", "email", "ext", "reason"]
    assert tom[-1] == 'email: "tom(at)example.org": has no @; expected name@host'
    assert ann[:2] == ["atlantis", "Ann Lee"]
    mended = Path("refused.csv").read_text(encoding="utf-8")
    write("mended.csv", mended.replace("(at)", "@").replace("atlantis", "Nairobi"))
    done = relief("pressdesk import mended.csv")
    assert (done.code, "ignored" in done.err) == (0, False)
    assert sorted(keys(relief)) == ["ann-lee", "tom-kay", "zoe-lind"]


@pytest.mark.usefixtures("_unchanged")
@pytest.mark.parametrize("name", ["mixed.csv", "relief.csv", "directory.db", "home", "link.csv"])
def test_rejects_never_replace_a_file(relief: Run, name: str) -> None:
    """Status 5 before anything is stored: not an input, not the directory, not a link."""
    write("mixed.csv", MIXED)
    Path("link.csv").symlink_to("nowhere.csv")
    done = relief(f"pressdesk import mixed.csv --rejects {name}")
    assert done.code == 5
    reason = "is a folder; name a file" if name == "home" else "is there already; name another"
    assert f"pressdesk: {name}: {reason}" in done.err
    assert Path("mixed.csv").read_text(encoding="utf-8") == MIXED


def test_rejects_of_offices_go_to_a_file_of_their_own(relief: Run) -> None:
    """Their columns are others; each file can be imported."""
    write("mixed.csv", MIXED)
    write("more.csv", "name,country\nRelief Atlantis,Atlantis\n")
    done = relief("pressdesk import mixed.csv more.csv --rejects out/refused.csv")
    assert done.code == 1
    assert Path("out/refused.csv").read_text(encoding="utf-8").count("\n") == 3
    rows = list(
        csv.reader(Path("out/refused-offices.csv").read_text(encoding="utf-8").splitlines())
    )
    assert rows[0] == ["name", "country", "reason"]
    assert rows[1][:2] == ["Relief Atlantis", "Atlantis"]
    done = relief("pressdesk import more.csv --rejects alone.csv")
    assert [path.name for path in Path().glob("alone*")] == ["alone.csv"]


@pytest.mark.usefixtures("_unchanged")
def test_rejects_are_files(relief: Run) -> None:
    """Those of offices and of contacts cannot both go to stdout."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import mixed.csv --rejects -")
    assert (done.out, done.code) == ("", 2)
    assert "--rejects writes a file, and sometimes two: name one" in done.err


@pytest.mark.usefixtures("_unchanged")
def test_one_of_two_files_of_rejects_is_not_written_alone(relief: Run) -> None:
    """When the second has no place, the first is not made either."""
    write("mixed.csv", MIXED)
    write("more.csv", "name,country\nRelief Atlantis,Atlantis\n")
    write("refused-offices.csv", "taken")
    done = relief("pressdesk import mixed.csv more.csv --rejects refused.csv")
    assert (done.code, Path("refused.csv").exists()) == (5, False)
    assert "refused-offices.csv: is there already" in done.err


def test_without_refused_rows_there_is_no_file(relief: Run) -> None:
    """An empty file of rejects would look like work."""
    write("good.csv", GOOD)
    assert relief("pressdesk import good.csv --rejects refused.csv").code == 0
    assert not Path("refused.csv").exists()


def test_a_dry_run_writes_no_rejects(relief: Run) -> None:
    """Two options that do not go together: status 2."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import -n mixed.csv --rejects refused.csv")
    assert (done.code, Path("refused.csv").exists()) == (2, False)
    assert done.err == "pressdesk: --dry-run writes no file: leave --rejects out\n"


# JSON


def test_the_report_is_json_for_programs(relief: Run) -> None:
    """The keys of docs/formats.md, on stdout; the talk stays on stderr."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import mixed.csv --format json")
    report = json.loads(done.out)
    assert done.code == 1
    assert {key: report[key] for key in report if key not in {"items", "files"}} == {
        "schema_version": 1, "added": 1, "updated": 0, "unchanged": 0, "refused": 2,
    }  # fmt: skip
    assert report["files"] == [
        {
            "file": "mixed.csv",
            "read_as": "contacts, utf-8, comma; columns: office, name, email, ext",
            "ignored_columns": [],
            "notes": [],
        }
    ]
    assert report["items"][0] == {
        "file": "mixed.csv", "line": 2, "status": "added", "contact": "zoe-lind",
        "problems": [], "changes": [], "warnings": [],
    }  # fmt: skip
    assert report["items"][2]["problems"] == [{"column": "office", "reason": NO_ATLANTIS}]


def test_a_strict_refusal_is_json_too(relief: Run) -> None:
    """The report on stdout, the error on stderr."""
    write("mixed.csv", MIXED)
    done = relief("pressdesk import --strict mixed.csv --format json")
    assert (done.code, json.loads(done.out)["refused"]) == (4, 2)
    error = json.loads(done.err.splitlines()[-1])["error"]
    assert (error["status"], error["message"][:19]) == (4, "2 of 3 rows are ref")


# Files that are refused whole


@pytest.mark.usefixtures("_unchanged")
@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("", 4, "bad.csv: is empty; expected a header row"),
        ("office,email\n", 4, "bad.csv:1: has no column name;"),
        ("office,name,email,E-Mail\n", 4, "bad.csv:1: two columns mean email (email, E-Mail)"),
        ('office,name\nbern,"Zoë\n', 4, "bad.csv:2: a quotation mark is not closed"),
        (
            'office,name\nbern,"Z" L\n',
            4,
            "bad.csv:2: a quotation mark is not closed or not doubled",
        ),
        ("office,name;email\n", 4, "bad.csv:1: has as many commas as semicolons"),
        (b"office,name\nbern,Zo\xeb\nbern,Zo\xc3\xab\n", 4, "bad.csv:2: mixes UTF-8 with another"),
        (b"PK\x03\x04\0\0\0\0", 4, "bad.csv: is cut off: copy or download it again"),
    ],
)
def test_a_file_that_cannot_be_read_stops_all(
    relief: Run, content: str | bytes, code: int, message: str
) -> None:
    """One clear line, and nothing of the good file beside it is stored."""
    write("good.csv", GOOD)
    Path("bad.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    done = relief("pressdesk import good.csv bad.csv")
    assert (done.out, done.code) == ("", code)
    assert done.err.startswith(f"pressdesk: {message}")
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("_unchanged")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.csv", "pressdesk: missing.csv: there is no such file; check the name\n"),
        ("home", "pressdesk: home: is a folder; name a file\n"),
        ("/dev/null", "pressdesk: /dev/null: is not a regular file; name a file\n"),
        ("pipe", "pressdesk: pipe: is not a regular file; name a file\n"),
        ("good.csv/x", "pressdesk: good.csv/x: cannot be read (Not a directory)\n"),
    ],
)
def test_a_file_that_is_none_stops_all(relief: Run, name: str, message: str) -> None:
    """Status 5, at once: a pipe is not waited for."""
    write("good.csv", GOOD)
    os.mkfifo("pipe")
    done = relief(f"pressdesk import good.csv {name}")
    assert (done.out, done.err, done.code) == ("", message, 5)


@pytest.mark.usefixtures("_unchanged")
def test_a_file_that_is_too_large_is_not_read(relief: Run) -> None:
    """A sparse gigabyte has its size only; the limit is named."""
    with Path("large.csv").open("wb") as file:
        file.truncate(1024**3)
    done = relief("pressdesk import large.csv")
    assert done.code == 4
    assert done.err.startswith("pressdesk: large.csv: is too large (1073741824 bytes); at most ")


def test_an_import_needs_a_file(run: Run) -> None:
    """Status 2, and where the help is."""
    done = run("pressdesk import")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith("pressdesk: Missing argument 'FILE...'.")


def test_unknown_columns_are_named_once(relief: Run) -> None:
    """A thousand of them make one line."""
    header = ",".join(f"Column {number}" for number in range(997))
    rows = "".join(
        f"bern,{name},{name[:3]}@example.org{',' * 997}\n" for name in ("Zoë L", "Tom K")
    )
    write("wide.csv", f"office,name,email,{header}\n{rows}".replace("Zoë@", "zoe@"))
    done = relief("pressdesk import wide.csv")
    assert (done.code, done.err.count("ignored columns")) == (0, 1)
    assert done.err.splitlines()[1].endswith("Column 39 and 957 more")


# What a file may hold


HOSTILE = "\x1b]52;c;ZXZpbA==\a\x9b31m\u202e\u2028"


@pytest.mark.parametrize("output_format", ["table", "json"])
def test_nothing_in_a_file_acts_on_the_terminal(relief: Run, output_format: str) -> None:
    """Not in a header, a value, a refusal, a warning or a file's name."""
    name = f"odd{HOSTILE}.csv"
    write(
        name,
        f'office,name,title,"{HOSTILE}x\ny",email\n'
        f"bern,A{HOSTILE},,,a@example.org\nbern,\u202eBob,,,b@example.org\n"
        f'bern{HOSTILE},C,,,\n"bern",D,"=cmd|\'x\'",,{HOSTILE}\n',
    )
    done = relief(f"pressdesk import --format {output_format}", name)
    assert done.code == 1
    said = done.out + done.err
    assert not {one for one in said if one in HOSTILE and not one.isprintable()}
    assert "\\x1b]52" in said


def test_a_row_with_a_nul_is_refused_alone(relief: Run) -> None:
    """Python 3.11 would let it through."""
    write("nul.csv", GOOD.replace("Zoë", "Z\0ë"))
    done = relief("pressdesk import nul.csv")
    assert done.code == 1
    assert 'nul.csv:2 name: "Z\\x00ë Lind": contains a control character (U+0000)' in done.err
    assert keys(relief) == ["tom-kay"]


def test_lines_in_messages_are_physical(relief: Run) -> None:
    """A line break in a cell is warned of, and moves the lines below it."""
    write("lines.csv", 'office,name,title,email\nbern,A,"x\r\ny",a@example.org\nbern,B,,odd\n')
    done = relief("pressdesk import lines.csv")
    assert "lines.csv:2 warning: title: a line break in the cell became a space\n" in done.err
    assert 'lines.csv:4 email: "odd": has no @' in done.err


@pytest.mark.parametrize(
    ("column", "cell", "advice"),
    [
        ("phone", "4.12255E+10", "was cut to powers of ten by a spreadsheet; type it again"),
        ("phone", "41225010123", "write +41225010123, or the number as it is dialled"),
        ("ext", "230.0", "became a decimal number by a spreadsheet; type it again"),
        ("ext", "2-Mar", "became a date by a spreadsheet; type it again"),
    ],
)
@pytest.mark.usefixtures("_unchanged")
def test_what_excel_damaged_is_refused_with_advice(
    relief: Run, column: str, cell: str, advice: str
) -> None:
    """Never guessed: the damaged number may be another valid one."""
    write("damaged.csv", f"office,name,email,{column}\nbern,A,a@example.org,{cell}\n")
    done = relief("pressdesk import damaged.csv")
    assert (done.code, advice in done.err) == (1, True)
    assert done.err.splitlines()[1].startswith(f'damaged.csv:2 {column}: "{cell}": ')


def test_the_options_of_contact_add_hold_for_rows(relief: Run) -> None:
    """--allow-possible and --shared-extension."""
    write("rows.csv", "office,name,phone,ext\nbern,A,+1 202 155 0123,\nbern,B,,230\nbern,C,,230\n")
    assert relief("pressdesk import rows.csv").code == 1
    done = relief("pressdesk import rows.csv --allow-possible --shared-extension")
    assert (done.code, "stored because it was allowed" in done.err) == (0, True)


# When it is interrupted


@pytest.mark.usefixtures("_unchanged")
def test_an_interrupted_import_stores_nothing(relief: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C behind the last row, before the commit: status 130."""

    def interrupted(*arguments: object) -> NoReturn:
        take_in(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(exchange, "take_in", interrupted)
    write("good.csv", GOOD)
    done = relief("pressdesk import good.csv")
    assert (done.out, done.code) == ("", 130)
    assert done.err.endswith("pressdesk: interrupted; nothing was changed\n")


KILLED = """
import os, signal, sys
from pressdesk.cli import run
from pressdesk.cli.commands import import_ as exchange
def killed(*arguments, real=exchange.take_in):
    real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
exchange.take_in = killed
run(sys.argv[1:])
"""


def test_a_killed_import_stores_nothing(relief: Run, db: Path) -> None:
    """The next command finds the directory as it was, and the import can be repeated."""
    write("good.csv", GOOD)
    arguments = [sys.executable, "-c", KILLED, "--db", str(db), "import", "good.csv"]
    done = subprocess.run(arguments, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL
    assert keys(relief) == []
    assert relief("pressdesk import good.csv").code == 0
    assert sorted(keys(relief)) == ["tom-kay", "zoe-lind"]
