"""`pressdesk append` and `remove-block`, as press officers and scripts use them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.cli.test_hook import CARD
from tests.conftest import ROOT, WASHINGTON, Run, Stock

RELEASE = "Ships sail\n\nFive left port.\n\nENDS\n\nNotes to editors\nx\n"
WITH_CARD = f"Ships sail\n\nFive left port.\n\nENDS\n\n{CARD}\nNotes to editors\nx\n"


@pytest.fixture
def desk(stock: Stock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal in a folder of its own, with a second office."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return stock(
        *WASHINGTON,
        'pressdesk office add "IOM Geneva" --organization IOM --city Geneva --country CH '
        '--lang fr --name-in "fr=OIM Genève"',
        'pressdesk contact add "Tom Kay" --office geneva --email tkay@iom.int',
    )


def write(name: str, text: str = RELEASE, encoding: str = "utf-8") -> Path:
    """Write a release."""
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def test_a_block_goes_in_and_out_again(desk: Run) -> None:
    """To the byte, and each time it is said."""
    path = write("r.txt")
    done = desk("pressdesk append r.txt --office washington")
    assert (done.out, done.err, done.code) == ("", "r.txt: added the block\n", 0)
    assert path.read_text() == WITH_CARD
    done = desk("pressdesk remove-block r.txt")
    assert (done.err, done.code) == ("r.txt: took out the block of line 7\n", 0)
    assert path.read_text() == RELEASE
    assert desk("pressdesk remove-block r.txt").err == "r.txt: has no block\n"


def test_a_second_time_changes_nothing(desk: Run) -> None:
    """No byte, and no time of the file."""
    path = write("r.txt")
    desk("pressdesk append r.txt --office washington")
    before = path.stat()
    done = desk("pressdesk append r.txt --office washington")
    assert (done.err, done.code) == ("r.txt: unchanged\n", 0)
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_another_office_takes_the_place_or_is_added(desk: Run) -> None:
    """As asked."""
    path = write("r.txt")
    desk("pressdesk append r.txt --office washington")
    done = desk("pressdesk append r.txt --office geneva --lang en")
    assert done.err.splitlines()[-1] == "r.txt: replaced the block of line 7"
    assert "Maria" not in path.read_text()
    assert desk("pressdesk append r.txt --office washington --add").code == 0
    assert path.read_text().count("For more information please contact") == 2
    desk("pressdesk remove-block r.txt")
    assert path.read_text() == RELEASE


def test_several_offices_stand_in_one_block(desk: Run) -> None:
    """In the order asked."""
    path = write("r.txt")
    desk("pressdesk append r.txt --office geneva --office washington --lang en --style line")
    lines = path.read_text().splitlines()
    assert lines[7].startswith("Tom Kay, IOM Geneva, Email:")
    assert lines[8].startswith("Maria G. Moreno, IOM Washington DC")


@pytest.mark.parametrize(
    ("name", "text", "options", "lead_in"),
    [
        ("r.txt", "x\n", "", "Pour plus d’informations"),
        ("r.txt", "x\n", "--lang es", "Para más información"),
        ("r.md", "---\nlang: de\n---\nx\n", "", "Für weitere Informationen"),
        ("r.md", "---\nlang: de\n---\nx\n", "--lang es", "Para más información"),
        ("r.html", "<html lang='pt-BR'><body><p>x</p></body></html>", "", "Para mais informações"),
        ("r.md", "---\nlang: sw\n---\nx\n", "", "Pour plus d’informations"),
    ],
)
def test_the_language_is_as_asked_else_the_files_else_the_offices(
    desk: Run, name: str, text: str, options: str, lead_in: str
) -> None:
    """A language without a wording is named, and passed over."""
    path = write(name, text)
    done = desk(f"pressdesk append {name} --office geneva {options}")
    assert (done.code, lead_in in path.read_text()) == (0, True), path.read_text()
    assert ("no wording for the language sw" in done.err) is ("sw" in text)


def test_a_dry_run_shows_the_difference(desk: Run) -> None:
    """On stdout, and writes nothing."""
    path = write("r.txt", "a\x1b[31m\n")
    done = desk("pressdesk append r.txt --office washington --dry-run")
    assert done.out.splitlines()[:3] == ["--- r.txt", "+++ r.txt", "@@ -1 +1,7 @@"]
    assert done.out.splitlines()[3] == " a\\x1b[31m"
    assert "+Maria G. Moreno" in done.out
    assert done.err.splitlines()[-1] == "this was a dry run: nothing was written"
    assert path.read_text() == "a\x1b[31m\n"


def test_the_result_may_go_elsewhere(desk: Run) -> None:
    """To a new file, over one with --force, or to stdout."""
    path = write("r.txt")
    assert desk("pressdesk append r.txt --office washington -o out.txt").code == 0
    assert (path.read_text(), Path("out.txt").read_text()) == (RELEASE, WITH_CARD)
    assert desk("pressdesk append r.txt --office geneva -o out.txt").code == 5
    assert desk("pressdesk remove-block r.txt -o out.txt --force").code == 0
    assert Path("out.txt").read_text() == RELEASE


def test_a_release_may_come_through_a_pipe(washington: Run, db: Path) -> None:
    """Bytes in, bytes out."""
    assert washington("pressdesk office list").code == 0
    environment = {**os.environ, "PRESSDESK_DB": str(db), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pressdesk", "append", "-", "--as", "text", "--office", "wash"]
    content = RELEASE.replace("\n", "\r\n").encode("utf-16")
    done = subprocess.run(  # noqa: S603  # our own interpreter
        command, input=content, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode("utf-16") == WITH_CARD.replace("\n", "\r\n")
    assert done.stderr == b"standard input: added the block\n"


def test_a_backup_is_kept_when_asked_for(desk: Run) -> None:
    """Under the first name that is free, as private as the file."""
    path = write("r.txt")
    path.chmod(0o640)
    for office, backup in (("washington", "r.txt.bak"), ("geneva", "r.txt.bak.2")):
        before = path.read_bytes()
        done = desk(f"pressdesk append r.txt --office {office} --backup")
        assert f"the old file is {Path(backup).resolve()}" in done.err
        assert Path(backup).read_bytes() == before
        assert (path.stat().st_mode & 0o777, Path(backup).stat().st_mode & 0o777) == (0o640, 0o640)


def test_a_house_style_and_its_lead_in_are_recognised_again(desk: Run, tmp_path: Path) -> None:
    """Where the command names the style."""
    folder = tmp_path / "home" / ".config" / "pressdesk" / "styles"
    folder.mkdir(parents=True)
    (folder / "house.toml").write_text(
        'lines = ["{name}", "{ways}"]\nheading.default = "PRESS DESK"\n'
        'lead_in.default = "Ring us:"\n'
    )
    path = write("r.txt", "x\n")
    assert desk("pressdesk append r.txt --office washington --style house").code == 0
    assert "PRESS DESK\n\nRing us:\nMaria" in path.read_text()
    done = desk("pressdesk append r.txt --office washington --style house")
    assert done.err == "r.txt: unchanged\n"
    desk("pressdesk append r.txt --office geneva --style house --lang en")
    assert path.read_text().count("PRESS DESK") == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--lead-in 'Media contact'", "Media contact\nMaria"),
        ("--style inline", "please contact Maria G. Moreno at IOM Washington DC, Email:"),
        ("--internal", "Tel: +1 202 555 0199"),
        ("--placement end", "x\n\nFor more information"),
        ("--placement before-end-mark", "ext 230\n\nENDS"),
    ],
)
def test_options_of_block_hold_here_too(desk: Run, options: str, said: str) -> None:
    """And a second time nothing changes."""
    desk("pressdesk contact edit maria --internal '+1 202 555 0199'")
    path = write("r.txt")
    command = f"pressdesk append r.txt --office washington {options}"
    assert desk(command).code == 0
    assert said in path.read_text()
    assert desk(command).err.splitlines()[-1] == "r.txt: unchanged"


def test_nothing_internal_goes_into_a_release(desk: Run) -> None:
    """Unless it was asked for."""
    desk("pressdesk contact edit maria --internal '+1 202 555 0199'")
    path = write("r.txt")
    desk("pressdesk append r.txt --office washington")
    assert "555 0199" not in path.read_text()


def test_word_documents_too(desk: Run) -> None:
    """A content control, in and out again."""
    made = docx.Document()
    for text in ("Ships sail", "ENDS", "About IOM"):
        made.add_paragraph(text)
    made.save("r.docx")
    before = Path("r.docx").read_bytes()
    assert desk("pressdesk append r.docx --office washington").code == 0
    assert b"Maria" not in before
    done = desk("pressdesk append r.docx --office geneva --lang en --dry-run")
    assert "-Maria G. Moreno" in done.out
    assert desk("pressdesk check r.docx").err == "1 release: 1 current\n"
    assert desk("pressdesk remove-block r.docx").code == 0
    assert [one.text for one in docx.Document("r.docx").paragraphs] == [
        "Ships sail", "ENDS", "About IOM",
    ]  # fmt: skip


def test_a_typed_block_is_replaced_and_a_doubtful_one_named(desk: Run) -> None:
    """Nothing is doubled in silence."""
    typed = "Media contact:\nMaria Moreno\nE: mgmoreno@iom.int\n"
    path = write("r.txt", f"x\n\n{typed}\n###\n")
    done = desk("pressdesk append r.txt --office washington")
    assert done.err == "r.txt: replaced the block of line 3\n"
    assert path.read_text() == f"x\n\n{CARD}\n###\n"
    write("d.txt", f"x\n\n{typed.replace('E:', 'Phone?')}Ring at night.\n")
    done = desk("pressdesk append d.txt --office washington")
    assert done.code == 4
    assert done.err.startswith("pressdesk: d.txt:4: contacts stand there (Maria Moreno) that are")
    assert desk("pressdesk append d.txt --office washington --add").code == 0


# What goes wrong


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("append r.txt", 2, "Missing option '--office'"),
        ("append --office wash", 2, "Missing argument"),
        ("append - --office wash", 2, "say what it is with --as"),
        ("append r.txt a.md --office wash -o x", 2, "-o is for one release"),
        ("append r.txt --office wash --lang en --lang fr", 2, "give --lang once"),
        ("append r.txt --office wash -n -o x", 2, "--dry-run writes nothing"),
        ("append r.txt --office wash --backup -o x", 2, "--backup is for"),
        ("append r.txt --office wash -o - --format json", 2, "both want stdout"),
        ("append r.txt --office wash --placement top", 2, "top"),
        ("append r.txt --office nowhere", 1, "no contact or office matches"),
        ("append r.txt --office iom", 3, "matches 2"),
        ("append r.txt --office wash --lang xx", 4, "no wording"),
        ("append r.txt --office wash --style no", 1, "no style matches"),
        ("append r.txt --office wash --on soon", 4, "is not a date"),
        ("append gone.txt --office wash", 5, "there is no such file"),
        ("append r.pdf --office wash", 4, "a .pdf cannot be read; save it as .docx first"),
        ("append . --office wash", 5, "is a folder; name the files in it"),
        ("append bad.md --office wash", 4, "bad.md:1: a block begins and never ends"),
        ("append latin.txt --office wash --lang ar", 4, "is Windows-1252, which has no"),
        ("remove-block gone.txt", 5, "there is no such file"),
        ("remove-block bad.md", 4, "bad.md:1: a block begins"),
        ("append r.txt --office geneva --strict-language --lang es", 4, "no translation in es"),
    ],
)
def test_what_cannot_be_done_is_refused(desk: Run, line: str, code: int, message: str) -> None:
    """With its status, and nothing is written."""
    write("bad.md", "<!-- BEGIN pressdesk block -->\n")
    write("latin.txt", "é\n", "cp1252")
    write("r.pdf")
    path = write("r.txt")
    done = desk(f"pressdesk {line}")
    assert (done.code, message in done.err) == (code, True), done.err
    assert (done.out, path.read_text()) == ("", RELEASE)


def test_one_that_fails_stops_no_other(desk: Run) -> None:
    """Status 1, and a report that says which."""
    write("r.txt")
    write("s.txt").chmod(0o444)
    Path("link.txt").symlink_to("nowhere.txt")
    done = desk("pressdesk append s.txt r.txt link.txt --office washington --format json")
    report = json.loads(done.out)
    assert done.code == 1
    assert {key: report[key] for key in report if key != "items"} == {
        "schema_version": 1, "added": 1, "updated": 0, "removed": 0, "unchanged": 0, "refused": 2,
    }  # fmt: skip
    assert [(one["file"], one["status"]) for one in report["items"]] == [
        ("s.txt", "refused"), ("r.txt", "added"), ("link.txt", "refused"),
    ]  # fmt: skip
    assert "is read-only" in report["items"][0]["problems"][0]["reason"]


def test_a_link_keeps_leading_to_its_file(desk: Run) -> None:
    """The file that it leads to is changed."""
    write("r.txt")
    Path("link.txt").symlink_to("r.txt")
    assert desk("pressdesk append link.txt --office washington").code == 0
    assert Path("link.txt").is_symlink()
    assert Path("r.txt").read_text() == WITH_CARD


def test_names_do_not_act_on_the_terminal(desk: Run) -> None:
    """Whatever a release is called."""
    name = "od\x1b]52;c;x\ad.txt"
    write(name)
    done = desk("pressdesk append", name, "--office", "washington")
    assert "\x1b" not in done.err + done.out
    assert "od\\x1b]52" in done.err


# Killed

STRACE = shutil.which("strace")
CALLS = ("openat", "write", "fsync", "rename", "unlink", "close")


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("call", CALLS)
def test_killed_at_any_call_the_release_is_old_or_new(
    washington: Run, db: Path, tmp_path: Path, call: str
) -> None:
    """Never a mix; and the next run leaves no other file behind."""
    assert washington("pressdesk office list").code == 0
    path = tmp_path / "folder" / "r.txt"
    path.parent.mkdir()
    environment = {**os.environ, "PRESSDESK_DB": str(db)}
    command = [sys.executable, "-m", "pressdesk", "append", str(path), "--office", "washington"]
    seen = set()
    for place in range(1, _count(call, command, environment, path) + 1, _step(call)):
        path.write_text(RELEASE)
        inject = f"inject={call}:signal=KILL:when={place}"
        done = subprocess.run(  # noqa: S603
            [str(STRACE), "-f", "-o", "/dev/null", "-e", inject, *command],
            env=environment, capture_output=True, check=False,
        )  # fmt: skip
        seen.add(done.returncode)
        assert path.read_text() in {RELEASE, WITH_CARD}
        assert washington("pressdesk append", str(path), "--office", "washington").code == 0
        assert path.read_text() == WITH_CARD
        assert [one.name for one in path.parent.iterdir()] == ["r.txt"]
    assert seen & {-signal.SIGKILL, 128 + signal.SIGKILL}


def _count(call: str, command: list[str], environment: dict[str, str], path: Path) -> int:
    """Count how often a whole run makes a system call."""
    path.write_text(RELEASE)
    log = path.parent.parent / "trace.txt"
    subprocess.run(  # noqa: S603
        [str(STRACE), "-f", "--seccomp-bpf", "-o", str(log), "-e", f"trace={call}", *command],
        env=environment, capture_output=True, check=True,
    )  # fmt: skip
    return sum(f" {call}(" in line for line in log.read_text().splitlines())


def _step(call: str) -> int:
    """Give how many calls of a kind are passed over: a start opens hundreds of files."""
    return {"openat": 60, "close": 60}.get(call, 1)


def test_an_office_may_be_called_as_blocks_begin(washington: Run, tmp_path: Path) -> None:
    """Below a name it begins no other block."""
    washington('pressdesk office add "Media Contacts" --country US')
    washington('pressdesk contact add "Tom Kay" --office "Media Contacts" --email tom@iom.int')
    release = tmp_path / "r.txt"
    release.write_text("Ships sail\n")
    append = f'pressdesk append {release} --office "Media Contacts"'
    assert washington(append).err.endswith(": added the block\n")
    assert washington(append).err.endswith(": unchanged\n")


@pytest.mark.parametrize("name", ["About Us", "Ends"])
def test_a_block_that_could_not_be_found_again_is_refused(
    washington: Run, tmp_path: Path, name: str
) -> None:
    """In plain text, which has no marks: a second append would double it."""
    washington(f'pressdesk office add "{name}" --country US')
    washington(f'pressdesk contact add "Tom Kay" --office "{name}" --email tom@iom.int')
    release = tmp_path / "r.txt"
    release.write_text("Ships sail\n")
    done = washington(f'pressdesk append {release} --office "{name}"')
    assert (done.code, release.read_text()) == (4, "Ships sail\n")
    assert "could not be found again in plain text" in done.err
    marked = tmp_path / "r.md"
    marked.write_text("Ships sail\n")
    assert washington(f'pressdesk append {marked} --office "{name}"').code == 0
    once = marked.read_bytes()
    assert washington(f'pressdesk append {marked} --office "{name}"').code == 0
    assert marked.read_bytes() == once


@pytest.mark.parametrize("command", ["append --office wash", "remove-block --typed"])
def test_what_a_typed_block_says_beside_its_people_is_not_lost(
    washington: Run, tmp_path: Path, command: str
) -> None:
    """Refused, the file as it was; --add puts a block beside it."""
    path = tmp_path / "r.txt"
    text = "Text\n\nMedia contact: Maria G. Moreno, mgmoreno@iom.int (mornings only).\n"
    path.write_text(text)
    done = washington(f"pressdesk {command}", str(path))
    assert (done.out, done.code, path.read_text()) == ("", 4, text)
    assert f'{path}:3: the block there also says "mornings only", which would be lost' in done.err
    assert washington("pressdesk append --office wash --add", str(path)).code == 0
    assert path.read_text().startswith(text)


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("old.doc", 4, "a .doc cannot be read; save it as .docx first"),
        ("open.odt", 4, "a .odt cannot be read; save it as .docx first"),
        ("printed.PDF", 4, "a .pdf cannot be read; save it as .docx first"),
        ("picture.png", 4, "is no release by its name; expected .txt, .md"),
        ("", 5, "is a folder; name the files in it, as in FOLDER/*.txt"),
    ],
)
def test_what_is_no_release_says_what_would_be(
    washington: Run, tmp_path: Path, name: str, code: int, message: str
) -> None:
    """Whoever has another format hears how to go on."""
    path = tmp_path / "folder" / name
    (tmp_path / "folder").mkdir()
    if name:
        path.write_bytes(b"x")
    done = washington("pressdesk append --office wash", str(path))
    assert (done.out, done.code) == ("", code)
    assert message in done.err


TYPED = "For more information please contact Ann Lee, ann@example.org"
NEIGHBOURS = (
    "<img src=logo.png alt=Logo>", "<iframe src=x.html></iframe>", "<a name=press></a>",
    "<script>let a = 1;</script>", "<!-- keep me -->", "<svg><path d=M0></path></svg>",
    "<video src=a.mp4></video>", "<input name=q>", "<b id=here></b>", "<table><tr><td>1</table>",
)  # fmt: skip
PAGES = (
    "<html><body>{}</body></html>", "<html><body><p>Story.</p><p>{}</p></body></html>",
    "<body><div><p>Story.</p>{}</div></body>", "<table><tr><td>{}</td></tr></table>",
    "<ul><li>Story.<li>{}</ul>", "<article><h2>Story</h2><section>{}</section></article>",
    "<body><p>Story.</p><div><span>{}</span></div></body>",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("neighbour", NEIGHBOURS)
def test_nothing_that_stands_beside_a_block_is_lost(desk: Run, page: str, neighbour: str) -> None:
    """Before it, behind it, or in the middle: it stays, or the file is refused as it is."""
    first, rest = TYPED[:39], TYPED[39:]
    for place, inner in enumerate(
        (f"{neighbour}{TYPED}", f"{TYPED}{neighbour}", f"{first}{neighbour}{rest}")
    ):
        for command in ("append --office washington", "remove-block --typed"):
            before = page.format(inner)
            path = write(f"{place}.html", before)
            code = desk(f"pressdesk {command} {path}").code
            after = path.read_text()
            assert (code, after) == (4, before) or neighbour in after, command
            assert all(tag in after for tag in re.findall("<[a-z]+[^>]*>", page.format("")))


@pytest.mark.parametrize(
    "line", ["![Logo](logo.png) ", "<img src=logo.png> ", "<!-- keep me --> ", "[^1] ", "| x | "]
)
def test_nothing_that_stands_beside_a_block_in_markdown_is_lost(desk: Run, line: str) -> None:
    """The same."""
    for before in (f"Story.\n\n{line}{TYPED}\n", f"Story.\n\n{TYPED}\n{line}\n\nEnd.\n"):
        for command in ("append --office washington", "remove-block --typed"):
            path = write("r.md", before)
            code = desk(f"pressdesk {command} {path}").code
            after = path.read_text()
            assert (code, after) == (4, before) or line.strip() in after, command


def test_remove_block_takes_out_what_pressdesk_wrote(desk: Run) -> None:
    """A typed block stays, and is named, unless --typed is given; added ones go to the byte."""
    text = "x\n\nMedia contact:\nMaria Moreno\nEmail: mgmoreno@iom.int\n"
    path = write("r.txt", text)
    assert desk("pressdesk append r.txt --office washington --add").code == 0
    assert desk("pressdesk remove-block r.txt").err == "r.txt: took out the block of line 7\n"
    assert path.read_text() == text
    done = desk("pressdesk remove-block r.txt")
    assert "r.txt:3: a block that somebody typed stays; --typed takes it out too" in done.err
    assert desk("pressdesk remove-block r.txt --typed").code == 0
    assert "Maria" not in path.read_text()


@pytest.mark.parametrize(
    ("name", "text", "heading"),
    [
        ("r.txt", "News\n\nWho we are\n\nWe are.\n", "Who we are"),
        ("r.md", "News\n\n## Who we are\n\nWe are.\n", "## Who we are"),
        ("r.html", "<p>News</p>\n<h2>Who we are</h2>\n<p>We are.</p>\n", "<h2>Who we are"),
    ],
)
def test_before_names_the_heading_of_a_house(desk: Run, name: str, text: str, heading: str) -> None:
    """Blind to case; a file without it is done as always."""
    path = write(name, text)
    assert desk(f"pressdesk append {name} --office washington --before 'who WE'").code == 0
    after = path.read_text()
    assert after.index("mgmoreno@iom.int") < after.index(heading)
    assert desk(f"pressdesk remove-block {name}").code == 0
    assert path.read_text() == text
    assert desk(f"pressdesk append {name} --office washington --before Elsewhere").code == 0
    assert path.read_text().index("mgmoreno@iom.int") > path.read_text().index("We are")


@pytest.mark.parametrize("options", ["--before x --placement end", "--before '. .'"])
def test_a_place_is_said_once(desk: Run, options: str) -> None:
    """Status 2."""
    write("r.txt", RELEASE)
    assert desk(f"pressdesk append r.txt --office washington {options}").code == 2


def test_in_a_template_the_block_stands_in_the_part_with_the_text(desk: Run) -> None:
    """Behind its end it would be shown nowhere."""
    text = "{% extends 'base' %}\n{% block content %}\n<p>Fair.</p>\n{% endblock %}\n"
    path = write("t.html", text)
    assert desk("pressdesk append t.html --office washington").code == 0
    after = path.read_text()
    assert after.index("<p>Fair") < after.index("mgmoreno") < after.index("{% endblock")
    assert desk("pressdesk remove-block t.html").code == 0
    assert path.read_text() == text
    write("e.html", "{% extends 'base' %}\n<p>Fair.</p>\n")
    done = desk("pressdesk append e.html --office washington")
    assert (done.code, "is a template without a part of its own" in done.err) == (4, True)
    write("p.html", "<p>Fair.</p>\n<?php include 'footer.php';\n")
    done = desk("pressdesk append p.html --office washington")
    assert "mgmoreno" not in Path("p.html").read_text().partition("<?php")[2]
