"""What bare `pressdesk` shows: the help, and what to type next in this very directory."""

import shlex
from pathlib import Path

import pytest

from tests.conftest import Run

OFFICE = 'pressdesk office add "Harbour Relief Oslo" --city Oslo --country NO'


def commands(printed: str) -> list[str]:
    """Find the commands below the last line of talk."""
    return [line.strip() for line in printed.splitlines() if line.startswith("  pressdesk ")]


def test_without_a_directory_it_says_how_to_start(run: Run, db: Path) -> None:
    """And where the file will be; none is made."""
    done = run("pressdesk")
    assert (done.err, done.code) == ("", 0)
    assert done.out.startswith("Usage: pressdesk ")
    assert f"There is no directory yet. Your first command makes it: {db}\n\n" in done.out
    assert commands(done.out)[-1] == OFFICE
    assert not db.exists()


def test_what_it_tells_to_type_works(run: Run) -> None:
    """Somebody who types what stands there, with words for the capitals, gets a block."""
    assert run(commands(run("pressdesk").out)[-1]).code == 0
    printed = run("pressdesk").out
    assert "Your directory has 1 office and 0 contacts: " in printed
    (add,) = commands(printed)
    add = add.replace("NAME", "'Ann Lee'").replace("ADDRESS", "ann@example.org")
    assert run(add).code == 0
    printed = run("pressdesk").out
    assert "Your directory has 1 office and 1 contact: " in printed
    assert "Ann Lee\nHarbour Relief Oslo\n" in run(commands(printed)[0]).out


def test_options_alone_are_no_error(washington: Run, db: Path, tmp_path: Path) -> None:
    """`--db` says which directory is meant."""
    other = tmp_path / "other.db"
    printed = washington(f"pressdesk --db {shlex.quote(str(other))}").out
    assert f"makes it: {other}\n" in printed
    assert f"1 office and 1 contact: {db}\n" in washington("pressdesk --no-color").out


def test_the_help_itself_does_not_look(washington: Run, db: Path) -> None:
    """`--help` is the same whatever the directory is."""
    assert str(db) not in washington("pressdesk --help").out


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(80)])
def test_what_is_wrong_with_the_directory_is_said(run: Run, db: Path, content: bytes) -> None:
    """The help is there all the same, and the file stays as it is."""
    db.write_bytes(content)
    done = run("pressdesk")
    assert (done.err, done.code) == ("", 0)
    assert done.out.splitlines()[-1].startswith(f"Your directory cannot be read: {db}: ")
    assert db.read_bytes() == content


def test_a_path_that_would_act_on_the_terminal_is_made_visible(run: Run, tmp_path: Path) -> None:
    """A name of a file is text from outside too."""
    printed = run("pressdesk --db", str(tmp_path / "a\x1b[2Jb.db")).out
    assert "\x1b" not in printed
    assert r"a\x1b[2Jb.db" in printed
