"""Where errors end: statuses, streams, bugs, signals; and what helps the lost."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pressdesk import __version__
from tests.conftest import Run

COMMANDS = [
    "block", "show", "import", "office add", "office edit", "office list", "office remove",
    "contact add", "contact edit", "contact list", "contact post", "contact unpost",
    "contact remove",
]  # fmt: skip
READS = ["block wash", "show wash", "office list", "contact list"]
WRITES = ["office edit wash --city X", "contact edit maria --title X", "contact remove maria --yes",
          "office add Geneva --country CH"]  # fmt: skip


def shell(command: str, db: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a real process in a real shell."""
    line = command.replace("pressdesk", f"{sys.executable} -m pressdesk")
    return subprocess.run(  # noqa: S602  # the shell is what is tested
        line, shell=True, capture_output=True, check=False, executable="/bin/bash",
        env={"PATH": os.environ["PATH"], "PRESSDESK_DB": str(db), "HOME": str(db.parent),
             **environment},
    )  # fmt: skip


def test_bare_pressdesk_shows_how_to_begin(run: Run) -> None:
    """Help is no error."""
    done = run("pressdesk")
    assert (done.err, done.code) == ("", 0)
    assert "pressdesk office add" in done.out
    assert run("pressdesk contact").out.startswith("Usage: pressdesk contact ")


def test_version(run: Run) -> None:
    """As package managers ask for it."""
    assert run("pressdesk --version").out == f"pressdesk {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    """-h and --help are the same, in plain text in a pipe."""
    done = run(f"pressdesk {command} --help")
    assert (done.err, done.code) == ("", 0)
    assert f"  pressdesk {command}" in done.out
    assert "\x1b" not in done.out
    assert run(f"pressdesk {command} -h").out == done.out


@pytest.mark.parametrize("group", ["office", "contact", "style"])
def test_a_group_of_commands_begins_with_examples(run: Run, group: str) -> None:
    """Asked for help or not."""
    done = run(f"pressdesk {group}")
    assert f"\n\n    pressdesk {group} " in done.out
    assert done.out.index("pressdesk " + group, 20) < done.out.index("Options:")
    assert run(f"pressdesk {group} --help").out == done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_says_where_statuses_are_explained(run: Run, command: str) -> None:
    """They are the same for all."""
    last = run(f"pressdesk {command} --help").out.splitlines()[-1].strip()
    assert last == "Options of all commands, exit statuses and environment: pressdesk --help."


def test_help_names_the_statuses(run: Run) -> None:
    """They are a contract."""
    assert "70 a bug" in run("pressdesk --help").out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("blok wash", 'There is no command "blok". Did you mean block? See `pressdesk --help`'),
        ("contact ad X", 'There is no command "ad". Did you mean add? See `pressdesk contact'),
        ("frobnicate", 'There is no command "frobnicate". See `pressdesk --help`'),
        ("block", "Missing argument 'WHO...'. See `pressdesk block --help`"),
        ("--colour block x", "No such option: --colour"),
        ("block wash --onn x", "No such option: --onn"),
        ("find x --db", "Option '--db' requires an argument. See `pressdesk find --help`"),
        ("find x --limit x", "Invalid value for '--limit': 'x' is not a whole number above 0. See"),
        ("log --limit " + "9" * 19, f"Invalid value for '--limit': '{'9' * 19}' is not a whole"),
        ("find x --format y", "Invalid value for '--format': 'y' is not one of 'table', 'tsv',"),
        ("completion", "Missing argument '<bash|zsh|fish>'. See `pressdesk completion --help`"),
    ],
)
def test_usage_errors_are_one_plain_line(run: Run, line: str, message: str) -> None:
    """No boxes in a pipe; status 2."""
    done = run(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith(f"pressdesk: {message}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("line", [*READS, *WRITES[:3]])
def test_a_missing_directory_is_status_5_and_stays_missing(run: Run, db: Path, line: str) -> None:
    """The way to start is named."""
    done = run(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 5)
    assert "start one with `pressdesk office add`" in done.err
    assert not db.exists()


@pytest.mark.parametrize("line", [*READS, *WRITES])
@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 600])
def test_a_foreign_file_is_status_5_and_stays_as_it_is(
    run: Run, db: Path, line: str, content: bytes
) -> None:
    """Never re-created, never written to."""
    db.write_bytes(content)
    done = run(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 5)
    assert str(db) in done.err
    assert db.read_bytes() == content


@pytest.mark.parametrize("line", [*READS, *WRITES])
@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA application_id=1", "belongs to another program"),
        ("PRAGMA user_version=9999", "made by a newer pressdesk (schema 9999"),
        ("ALTER TABLE office DROP COLUMN city", "its tables are not pressdesk's"),
        ("CREATE TRIGGER x AFTER INSERT ON office BEGIN SELECT 1; END", "tables are not"),
    ],
)
def test_another_schema_is_status_5(
    washington: Run, db: Path, line: str, statement: str, message: str
) -> None:
    """One clear sentence each."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute(statement)
        connection.commit()
    before = db.read_bytes()
    done = washington(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 5)
    assert message in done.err
    assert db.read_bytes() == before


@pytest.mark.parametrize("line", WRITES)
def test_a_locked_directory_is_status_5(
    washington: Run, db: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write waits, then says so; a lookup works meanwhile."""
    monkeypatch.setenv("PRESSDESK_TIMEOUT", "0.1")
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        done = washington(f"pressdesk {line}")
        assert washington("pressdesk block wash").code == 0
    assert (done.out, done.code) == ("", 5)
    assert "directory is in use by another pressdesk (waited 0.1 s); nothing was" in done.err


def test_errors_are_json_when_json_is_asked_for(washington: Run) -> None:
    """Status and sentence, on stderr."""
    done = washington("pressdesk show nobody --format json")
    assert (done.out, done.code) == ("", 1)
    assert json.loads(done.err) == {
        "error": {
            "status": 1,
            "message": 'no contact or office matches "nobody"; '
            "`pressdesk contact list` and `pressdesk office list` show all",
        }
    }
    assert json.loads(washington("pressdesk block --format=json").err)["error"]["status"] == 2


def test_a_bug_is_one_line_without_personal_data(
    washington: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Details are saved for the owner alone; --debug shows them."""

    def break_down(*_: object) -> str:
        raise RuntimeError("mgmoreno@iom.int")

    monkeypatch.setattr("pressdesk.cli.commands.block.output.render_block", break_down)
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 70)
    assert done.err.startswith("pressdesk: this is a bug in pressdesk (RuntimeError)")
    assert done.err.count("\n") == 1
    (saved,) = (tmp_path / "home/.local/state/pressdesk").iterdir()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert "cli/commands/block/command.py" in saved.read_text("utf-8")
    assert "mgmoreno" not in done.err + saved.read_text("utf-8")
    monkeypatch.setenv("PRESSDESK_DEBUG", "")
    assert "mgmoreno@iom.int" in washington("pressdesk --debug block wash").err


def test_a_bug_whose_details_cannot_be_saved_is_still_one_line(
    washington: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It says how to see them."""
    (tmp_path / "state").write_text("a file, no folder", "utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("pressdesk.cli.commands.block.output.render_block", None)
    done = washington("pressdesk block wash")
    assert done.code == 70
    assert "run it again with --debug" in done.err


def test_an_interrupted_command_is_130(washington: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves one line."""

    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("pressdesk.cli.commands.block.output.render_block", interrupt)
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 130)
    assert done.err == "pressdesk: interrupted; nothing was changed\n"


@pytest.mark.usefixtures("snapshot")
def test_sigterm_rolls_back_and_ends_the_process(db: Path) -> None:
    """In the middle of a change."""
    code = (
        "import os, signal, sys\n"
        "import pressdesk.directory.history.recording as history\n"
        "old = history.Operation.record\n"
        "def record(*a): old(*a); os.kill(os.getpid(), signal.SIGTERM)\n"
        "history.Operation.record = record\n"
        "from pressdesk.cli import run\n"
        "sys.exit(run(['contact', 'edit', 'maria', '--title', 'X']))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=False,
        env={"PRESSDESK_DB": str(db), "HOME": str(db.parent)},
    )  # fmt: skip
    assert done.returncode == -signal.SIGTERM
    assert done.stderr == b"pressdesk: terminated; nothing was changed\n"


@pytest.mark.usefixtures("washington")
@pytest.mark.parametrize(
    ("command", "code", "error"),
    [
        ("pressdesk block wash | head -1; exit ${PIPESTATUS[0]}", 0, b""),
        ("pressdesk block wash | true; exit ${PIPESTATUS[0]}", 0, b""),
        ("pressdesk --help | true; exit ${PIPESTATUS[0]}", 0, b""),
        ("pressdesk block wash >/dev/full", 5,
         b"pressdesk: standard output: cannot be written (no space left on device)\n"),
        ("pressdesk block wash >&-", 5,
         b"pressdesk: standard output: is closed; nothing can be printed\n"),
        ("pressdesk block wash 2>&- >/dev/null", 0, b""),
        ("pressdesk contact remove maria <&-", 2, None),
    ],
)  # fmt: skip
def test_streams_that_end_early(db: Path, command: str, code: int, error: bytes | None) -> None:
    """`| head` is quiet, a full disk is said, a closed stream is no traceback."""
    done = shell(command, db)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert error is None or done.stderr == error


@pytest.mark.parametrize("command", ["where maria", "check"])
def test_a_closed_stdout_is_no_fault_of_a_file(
    washington: Run, db: Path, tmp_path: Path, command: str
) -> None:
    """It ends the command at once, and is said once."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("News\n\n" + washington("pressdesk block wash").out)
    assert washington("pressdesk contact edit maria --ext 231").code == 0
    done = shell(f"pressdesk {command} {paths[0]} {paths[1]} >&-", db)
    error = b"pressdesk: standard output: is closed; nothing can be printed\n"
    assert (done.stderr, done.returncode) == (error, 5)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_no_character_stops_the_output(washington: Run, db: Path, encoding: str) -> None:
    """What a terminal cannot show is written out."""
    washington("pressdesk contact edit maria --name 'Zoë 王芳'")
    done = shell("pressdesk block wash", db, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Zo\u00eb \u738b\u82b3".encode(encoding, "backslashreplace") in done.stdout


@pytest.mark.usefixtures("washington")
def test_a_terminal_gets_tables_and_no_colour_when_asked(db: Path) -> None:
    """Judged by the stream; NO_COLOR is honoured."""
    line = "script -qec 'pressdesk {} contact list' /dev/null"
    done = shell(line.format("--no-color"), db, TERM="xterm")
    if done.returncode == 127:
        pytest.skip("no script(1) here")
    assert b"name" in done.stdout
    assert b"\x1b[" not in done.stdout


@pytest.mark.parametrize("value", ["soon", "-1", "99999"])
def test_a_bad_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Settings from the environment are checked like options."""
    monkeypatch.setenv("PRESSDESK_TIMEOUT", value)
    done = run("pressdesk office list")
    assert done.code == 2
    assert f'PRESSDESK_TIMEOUT "{value}"' in done.err


def test_db_option_wins_over_the_environment(washington: Run, tmp_path: Path) -> None:
    """And a mistyped path makes no file."""
    typo = tmp_path / "typo?#%.db"
    done = washington("pressdesk --db", str(typo), "block", "wash")
    assert done.code == 5
    assert not typo.exists()
    washington("pressdesk --db", str(typo), "office", "add", "Geneva", "--country", "CH")
    assert washington("pressdesk --db", str(typo), "office", "list").out.startswith("geneva\t")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("words", [["--help"], ["block", "--help"], ["export", "--format", "xlsx"]])
def test_a_full_disk_is_no_bug(washington: Run, db: Path, words: list[str]) -> None:
    """Whoever writes: the help and the spreadsheet do it in their own way."""
    assert washington("pressdesk show maria").code == 0
    command = [sys.executable, "-m", "pressdesk", "--db", str(db), *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  # our own program
            command, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 5
    assert b"standard output: cannot be written (no space left on device)" in done.stderr


@pytest.mark.parametrize("command", ["check", "harvest", "where maria"])
def test_a_folder_that_is_not_there(washington: Run, command: str) -> None:
    """Is said so, whatever its name."""
    done = washington(f"pressdesk {command} nofolder")
    assert done.code == 5
    assert "nofolder: there is no such file" in done.err
