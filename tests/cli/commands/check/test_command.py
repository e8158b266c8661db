"""`pressdesk check`, as a press officer, a script and a CI run it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.test_hook import CARD
from tests.conftest import Run

STALE = CARD.replace("230", "231")
SAID = (
    "r.txt:7: changed: phone +1 202 862 1826 ext 231 -> +1 202 862 1826 ext 230 (maria-g-moreno)\n"
)


@pytest.fixture
def desk(washington: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal in a folder of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for extension in ("231", "230"):  # 231 was hers for a while
        assert washington(f"pressdesk contact edit maria --ext {extension}").code == 0
    return washington


def write(name: str, text: str) -> Path:
    """Write a file and its folders."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_current_release_is_status_0(desk: Run) -> None:
    """And says nothing on stdout."""
    write("r.txt", f"News\n\n{CARD}")
    done = desk("pressdesk check r.txt")
    assert (done.out, done.err, done.code) == ("", "1 release: 1 current\n", 0)


def test_a_stale_release_is_status_1(desk: Run) -> None:
    """With file, line, old and new."""
    write("r.txt", f"News\n\n{STALE}")
    done = desk("pressdesk check r.txt")
    assert (done.out, done.code) == (SAID, 1)
    assert done.err == "1 release: 0 current, 1 changed\n"
    assert desk("pressdesk --quiet check r.txt").err == ""


def test_a_release_without_a_block_is_said(desk: Run) -> None:
    """It is no failure unless a block is required."""
    write("r.md", "# News\n")
    done = desk("pressdesk check r.md")
    assert (done.out, done.code) == ("r.md:1: no block\n", 0)
    assert desk("pressdesk check r.md --require-block").code == 1


def test_a_folder_is_walked(desk: Run) -> None:
    """With globs for those who want less."""
    for name in ("r/a.txt", "r/old/b.txt", "r/.git/c.txt", "r/d.html"):
        write(name, STALE)
    assert desk("pressdesk check r").err == "3 releases: 0 current, 3 changed\n"
    assert desk("pressdesk check r --exclude old --include '*.txt'").err.startswith("1 release:")
    assert desk("pressdesk check r --include '*.md'").code == 0


def test_one_that_cannot_be_read_stops_no_other(desk: Run) -> None:
    """Missing, no release by its name, a folder that is named like one, damaged marks."""
    write("r.txt", CARD)
    write("x.pdf", "x")
    write("m.md", "<!-- BEGIN pressdesk block -->\n")
    write("n.txt", "News\n\0\n")
    os.mkfifo("pipe.txt")
    done = desk("pressdesk check gone.txt x.pdf m.md n.txt pipe.txt r.txt")
    assert done.code == 1
    assert done.err.splitlines() == [
        "pressdesk: gone.txt: there is no such file; check the name",
        "pressdesk: x.pdf: a .pdf cannot be read; save it as .docx first",
        (
            "pressdesk: m.md:1: a block begins and never ends; mend it by hand, or take both marks "
            "away"
        ),
        (
            "pressdesk: n.txt:2: holds a NUL character, which no text has: it is of another kind "
            "than its name says, or UTF-16 without its mark; save it as UTF-8 first"
        ),
        "pressdesk: pipe.txt: is not a regular file; name a file",
        "6 releases: 1 current, 5 not read",
    ]
    assert desk("pressdesk check gone.txt").code == 5
    assert desk("pressdesk check m.md").code == 4


def test_fix_corrects_the_value_and_nothing_else(desk: Run) -> None:
    """Status 0 when nothing is left, and what was fixed is said."""
    path = write("r.txt", f"News\r\n\r\n{STALE}\n###")
    done = desk("pressdesk check r.txt --fix")
    said = SAID.replace("changed:", "fixed:")
    assert (done.out, done.err, done.code) == ("", f"{said}1 release: 1 current, 1 fixed\n", 0)
    assert path.read_bytes() == f"News\r\n\r\n{CARD}\n###".encode()
    before = path.stat().st_mtime_ns
    assert desk("pressdesk check r.txt --fix").code == 0
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.txt", "Ring Maria (tel. 202-862-1826 x231, mornings only).\n"),
        ("r.md", "| Maria | **+1 202 862 1826**, ext. 231 |\n|---|---|\n"),
        ("r.html", '<p>Maria <a href="tel:+1-202-862-1826;ext=231">(202) 862-1826 x231</a></p>\n'),
    ],
)
def test_fix_reaches_values_wherever_they_stand(desk: Run, name: str, text: str) -> None:
    """In a sentence, a table, a link; all around them stays."""
    path = write(name, text)
    assert desk(f"pressdesk check {name}").code == 1
    assert desk(f"pressdesk check {name} --fix").code == 0
    assert path.read_text() == text.replace("231", "230")


def test_fix_leaves_what_has_no_value_that_follows(desk: Run) -> None:
    """And names it: a withdrawn number, a foreign extension."""
    number = "+1 202 555 0143"
    for mobile in (number, ""):
        assert desk("pressdesk contact edit maria --mobile", mobile).code == 0
    text = f"{CARD.replace('230', '999')}\nOr {number}.\n"
    path = write("r.txt", text)
    done = desk("pressdesk check r.txt --fix")
    assert done.code == 1
    assert done.out.splitlines() == [
        (
            "r.txt:5: unknown: phone +1 202 862 1826 ext 999 stands with maria-g-moreno, and is "
            "not theirs"
        ),
        f"r.txt:7: changed: phone {number} -> nothing follows (maria-g-moreno)",
    ]
    assert path.read_text() == text


def test_the_old_file_is_kept_with_backup(desk: Run) -> None:
    """Beside it, and its name is said."""
    write("r.txt", STALE)
    done = desk("pressdesk check r.txt --fix --backup")
    assert "r.txt.bak\n" in done.err
    assert Path("r.txt.bak").read_text() == STALE


def test_rebuild_prints_our_blocks_anew(desk: Run) -> None:
    """With a title that came since; --typed those that people typed, too."""
    assert desk("pressdesk contact edit maria --title Editor").code == 0
    today = CARD.replace("Moreno\n", "Moreno, Editor\n")
    path = write("r.txt", CARD)
    done = desk("pressdesk check r.txt")
    assert (done.out, done.code) == ("r.txt:1: outdated: title nothing -> Editor\n", 1)
    assert desk("pressdesk check r.txt --rebuild").code == 0
    assert path.read_text() == today
    typed = write("t.txt", CARD.replace("Tel:", "Phone:"))
    assert desk("pressdesk check t.txt --rebuild").code == 0
    assert "Editor" not in typed.read_text()
    assert desk("pressdesk check t.txt --rebuild --typed").code == 0
    assert typed.read_text() == today


@pytest.mark.parametrize("options", ["--typed", "--backup", "--backup --fix -n", "-n"])
def test_options_that_do_not_go_together(desk: Run, options: str) -> None:
    """Status 2."""
    write("r.txt", CARD)
    assert desk(f"pressdesk check r.txt {options}").code == 2


def test_a_dry_run_shows_what_would_be_mended(desk: Run) -> None:
    """As append does; the status is that without --fix, and nothing is written."""
    path = write("r.txt", f"News\n\n{STALE}")
    write("c.txt", CARD)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    done = desk("pressdesk check r.txt c.txt --fix --dry-run")
    assert done.code == 1
    assert done.out.splitlines()[-3:] == [
        "-Tel: +1 202 862 1826 ext 231", "+Tel: +1 202 862 1826 ext 230", SAID.rstrip()
    ]  # fmt: skip
    assert done.err.splitlines() == [
        "2 releases: 1 current, 1 changed, 1 to be fixed",
        "this was a dry run: nothing was written",
    ]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    report = json.loads(desk("pressdesk check r.txt --fix -n --format json").out)
    assert (report["updated"], len(report["items"])) == (1, 1)
    assert desk("pressdesk check r.txt --fix -n --format github").out.startswith("::error")
    assert desk("pressdesk check c.txt --fix -n").code == 0
    assert desk("pressdesk check r.txt -n").code == 2


def test_stdin_is_checked(desk: Run) -> None:
    """It has no name: --as says what it is, and nothing in its place can be mended."""
    piped = f"News\n\n{STALE}".encode()
    done = desk("pressdesk check - --as text", piped=piped)
    assert (done.out, done.code) == (SAID.replace("r.txt", "standard input"), 1)
    assert desk("pressdesk check - --as markdown --fix -n", piped=piped).out.startswith("--- ")
    assert desk("pressdesk check -", piped=piped).code == 2
    assert desk("pressdesk check - --as text --fix", piped=piped).code == 2
    done = desk("pressdesk where maria - --as text", piped=piped)
    assert done.out.startswith("standard input:4: Maria G. Moreno\n")
    assert desk("pressdesk where maria -", piped=piped).code == 2


def test_as_reads_files_by_another_name(desk: Run) -> None:
    """A release in a file that says nothing of its kind."""
    write("r.release", STALE)
    assert desk("pressdesk check r.release").code == 4
    assert desk("pressdesk check r.release --as text").code == 1
    assert desk("pressdesk where maria r.release --as text").code == 0


HOUSE = """lines = ["{name}", "{ways}"]
way = "{label} - {value}"
heading = { default = "PRESS DESK" }
lead_in = { default = "Call us:" }
"""


@pytest.mark.parametrize("name", ["r.txt", "r.md", "r.html"])
def test_styles_of_the_house_are_known_without_being_named(desk: Run, name: str) -> None:
    """Whoever put the block in named one; who checks it, or takes it out, need not."""
    write(str(Path.home() / ".config/pressdesk/styles/house.toml"), HOUSE)
    path = write(name, "News\n")
    assert desk(f"pressdesk append {name} --office washington --style house").code == 0
    printed = path.read_bytes()
    assert b"PRESS DESK" in printed
    assert desk(f"pressdesk check {name}").err == "1 release: 1 current\n"
    path.write_bytes(printed.replace(b"230", b"231"))
    assert desk(f"pressdesk check {name} --fix").code == 0
    assert path.read_bytes() == printed
    assert desk(f"pressdesk append {name} --office washington").err.startswith(f"{name}: replaced")
    path.write_bytes(printed)
    desk(f"pressdesk remove-block {name}")
    assert path.read_bytes() == b"News\n"


def test_a_style_that_cannot_be_used_is_warned_of(desk: Run) -> None:
    """And stops nothing."""
    write(str(Path.home() / ".config/pressdesk/styles/bad.toml"), "lines = 1\n")
    write("r.txt", CARD)
    done = desk("pressdesk check r.txt")
    assert (done.code, "blocks in this style are not recognised" in done.err) == (0, True)


def test_fix_of_a_read_only_release_is_refused(desk: Run) -> None:
    """A current one may well be read-only."""
    path = write("r.txt", STALE)
    current = write("c.txt", CARD)
    for one in (path, current):
        one.chmod(0o444)
    done = desk("pressdesk check r.txt c.txt --fix")
    assert (done.code, "r.txt: is read-only" in done.err) == (1, True)
    assert done.out == SAID.replace("r.txt:7", "r.txt:5")
    assert done.err.endswith("2 releases: 1 current, 1 changed, 1 not written\n")
    assert path.read_text() == STALE


def test_on_a_day_in_the_future(desk: Run) -> None:
    """Somebody who will have left."""
    desk("pressdesk contact edit maria --left 2027-01-01")
    write("r.txt", CARD)
    assert desk("pressdesk check r.txt --on 2026-12-31").code == 0
    done = desk("pressdesk check r.txt --on 2027-01-01")
    assert done.out.splitlines()[0] == (
        "r.txt:4: left: email mgmoreno@iom.int of maria-g-moreno; nobody follows"
    )
    assert desk("pressdesk check r.txt --on soon").code == 4


def test_an_internal_number_is_not_repeated(desk: Run) -> None:
    """Not in any format: the log of a CI is public."""
    desk("pressdesk contact edit maria --internal '+1 202 555 0199'")
    write("r.txt", CARD.replace("+1 202 862 1826 ext 230", "+1 202 555 0199"))
    said = "r.txt:5: internal: a phone of maria-g-moreno must not be public\n"
    assert desk("pressdesk check r.txt").out == said
    for form in ("json", "jsonl", "github"):
        done = desk(f"pressdesk check r.txt --format {form}")
        assert (done.code, "555 0199" in done.out + done.err) == (1, False)


def test_the_report_is_data_for_programs(desk: Run) -> None:
    """The keys of docs/formats.md; items are what is not current."""
    write("r.txt", f"News\n\n{STALE}")
    write("c.txt", CARD)
    report = json.loads(desk("pressdesk check r.txt c.txt gone.txt --format json").out)
    assert {key: report[key] for key in ("schema_version", "added", "updated", "unchanged",
                                         "refused")} == {
        "schema_version": 1, "added": 0, "updated": 0, "unchanged": 1, "refused": 1,
    }  # fmt: skip
    assert report["statuses"] == {
        "no block": 0, "unknown": 0, "outdated": 0, "changed": 1, "left": 0, "internal": 0,
    }  # fmt: skip
    (item,) = report["items"]
    assert item == {
        "file": "r.txt", "line": 7, "status": "changed", "contact": "maria-g-moreno",
        "problems": [],
        "changes": [{"field": "phone", "old": "+1 202 862 1826 ext 231",
                     "new": "+1 202 862 1826 ext 230"}],
    }  # fmt: skip
    assert json.loads(desk("pressdesk check r.txt --format jsonl").out) == item


def test_github_gets_annotations(desk: Run) -> None:
    """Escaped as GitHub reads them, whatever the file is called."""
    write("a,b:c%.txt", STALE)
    done = desk("pressdesk check a,b:c%.txt --format github")
    assert done.out.startswith("::error file=a%2Cb%3Ac%25.txt,line=5::changed: phone +1 202")


def test_nothing_in_a_release_acts_on_the_terminal(desk: Run) -> None:
    """Names, values and file names are made visible."""
    name = "od\x1b]52;c;x\ad.txt"
    write(name, CARD.replace("Maria G. Moreno", "Ma\x1b[31mria").replace("mgmoreno", "z"))
    for form in ("table", "json", "github"):
        done = desk("pressdesk check", name, "--format", form)
        assert not {one for one in done.out + done.err if not one.isprintable()} - {"\n"}


@pytest.mark.parametrize("line", ["check", "where maria", "where"])
def test_files_are_needed(desk: Run, line: str) -> None:
    """Status 2."""
    assert desk(f"pressdesk {line}").code == 2


def test_without_a_directory_nothing_is_checked(run: Run, tmp_path: Path) -> None:
    """Status 5, and how to start."""
    path = tmp_path / "r.txt"
    path.write_text(CARD)
    done = run("pressdesk check", str(path))
    assert (done.code, "there is no directory yet" in done.err) == (5, True)


# where


def test_where_finds_a_person_by_all_that_is_theirs(desk: Run) -> None:
    """Name, address, the extension on the switchboard; in running text too."""
    write("r/a.txt", f"Maria Moreno said so.\n\n{CARD}")
    write("r/b.md", "Write to <mgmoreno@iom.int>.\n")
    link = '<a href="tel:+1-202-862-1826;ext=230">ring</a>'
    write("r/c.html", f"<p>{link}</p><!-- mgmoreno@iom.int -->")
    write("r/d.txt", "Ring +1 202 862 1826 ext 231, or xmgmoreno@iom.int\n")
    done = desk("pressdesk where maria r")
    assert (done.code, done.err) == (0, "")
    assert [line.partition(": ")[0] for line in done.out.splitlines()] == [
        "r/a.txt:4", "r/a.txt:6", "r/a.txt:7", "r/b.md:1", "r/c.html:1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ("+1 202 862 1826", ["1", "2", "3", "4"]),
        ("+1 202 862 1826 ext 230", ["2"]),
        ("+12028621826", ["1", "2", "3", "4"]),
        ("+1 202 862 1826 poste 230", ["2"]),
        ("+1 202-862-1826 x230", ["2"]),
        ("tel:+1-202-862-1826;ext=230", ["2"]),
        ("mailto:press@iom.int", ["5"]),
        ("press@iom.int", ["5"]),
        ("PRESS@IOM.INT", ["5"]),
        ("+1 202 555 0100", []),
    ],
)
def test_where_finds_numbers_and_addresses(desk: Run, wanted: str, lines: list[str]) -> None:
    """In whatever spelling; nobody need be in the directory."""
    write(
        "r.txt",
        "(202) 862-1826\n+1 202.862.1826 ext. 230\ncall 001 202 8621826\n202-862-1826 x231\n"
        "press@iom.int\nexpress@iom.int\n1 202 862 18267\nNo 2028621826 54\n",
    )
    done = desk("pressdesk where", wanted, "r.txt")
    assert [line.split(":")[1] for line in done.out.splitlines()] == lines
    assert done.code == (0 if lines else 1)


def test_where_gives_data(desk: Run) -> None:
    """An array, or an object a line."""
    write("r.txt", CARD)
    item = {"file": "r.txt", "line": 4, "text": "Email: mgmoreno@iom.int"}
    where = "pressdesk where mgmoreno@iom.int r.txt --format"
    assert json.loads(desk(f"{where} json").out) == [item]
    assert json.loads(desk(f"{where} jsonl").out) == item
    assert desk("pressdesk where press@x.org r.txt --format json").out == "[]\n"


@pytest.mark.parametrize(
    ("wanted", "code", "message"),
    [
        ("nobody", 1, 'no contact or office matches "nobody"'),
        ("a@", 4, "e-mail"),
        ("555 0199", 4, "give it with its country code"),
        ("maria gone.txt", 5, "there is no such file"),
    ],
)
def test_where_says_what_it_cannot_look_for(
    desk: Run, wanted: str, code: int, message: str
) -> None:
    """Unknown people, half addresses, numbers without a country, files that are none."""
    write("r.txt", CARD)
    words = [wanted, "r.txt"] if "gone" not in wanted else wanted.split()
    done = desk("pressdesk where", *words)
    assert (done.code, message in done.err) == (code, True), done.err


@pytest.mark.parametrize("wanted", ["862 1826", "(202) 862-1826", "202 862 1826 ext 230"])
def test_where_knows_the_numbers_of_the_directory_without_their_country(
    washington: Run, tmp_path: Path, wanted: str
) -> None:
    """As find does; one that could be several, or nobody's, wants its country."""
    path = tmp_path / "r.txt"
    path.write_text("Call +1 202 862 1826 ext 230.\n")
    assert washington("pressdesk where", wanted, str(path)).out == f"{path}:1: {path.read_text()}"
    done = washington("pressdesk where '555 0123'", str(path))
    assert (done.out, done.code) == ("", 4)
    assert "give it with its country code" in done.err
    assert washington("pressdesk where '862 1826 ext 231'", str(path)).code == 1
