"""What holds for every command over many files: one that fails stops no other, and is counted."""

import errno
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.cli.screen import output
from tests.cli.test_hook import CARD
from tests.conftest import Run

# Each with what is said where one of two files could be read; append changes what it can.
COMMANDS = [
    "check {}",
    "check --fix {}",
    "where maria {}",
    "harvest {}",
    "append --office wash {}",
    "remove-block {}",
]
WALKING = COMMANDS[:4]
each_command = pytest.mark.parametrize("command", COMMANDS)


@pytest.fixture
def desk(washington: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal in a folder with a release."""
    folder = tmp_path / "desk"
    (folder / "r" / "sub").mkdir(parents=True)
    (folder / "r" / "a.txt").write_text(f"News\n\n{CARD}")
    (folder / "r" / "sub" / "b.txt").write_text(f"News\n\n{CARD}")
    monkeypatch.chdir(folder)
    return washington


@each_command
def test_some_are_done_and_some_are_not(desk: Run, command: str) -> None:
    """Status 1, and each that failed is named."""
    done = desk(f"pressdesk {command.format('gone.txt r/a.txt none.md')}")
    assert done.code == 1
    assert "pressdesk: gone.txt: there is no such file; check the name\n" in done.err
    assert "pressdesk: none.md: there is no such file; check the name\n" in done.err


@each_command
def test_where_none_can_be_done_the_first_says_why(desk: Run, command: str) -> None:
    """With its own status."""
    Path("bad.md").write_text("<!-- BEGIN pressdesk block -->\n")
    assert desk(f"pressdesk {command.format('gone.txt bad.md')}").code == 5
    assert desk(f"pressdesk {command.format('bad.md gone.txt')}").code == 4


@pytest.mark.parametrize("command", WALKING)
def test_a_folder_that_is_closed_hides_no_other(
    desk: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and counts as one that failed."""
    scan = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    done = desk(f"pressdesk {command.format('r')}")
    assert done.code == 1
    assert "pressdesk: r/sub: cannot be read (Permission denied)\n" in done.err
    assert desk(f"pressdesk {command.format('r/sub')}").code == 5


@pytest.mark.parametrize(
    "command", [*COMMANDS, "export -o {}.csv", "append --office wash r/a.txt -o {}.txt",
                "block --all -o {}"]
)  # fmt: skip
def test_a_folder_that_may_not_be_entered_has_a_sentence(
    desk: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system answers a user who may not look: root may, so it is asked to say so."""
    Path("r/closed").mkdir()

    def closed(call: Callable[..., object]) -> Callable[..., object]:
        def refuse(path: object, *more: object, **named: object) -> object:
            if "closed/" in str(path):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return call(path, *more, **named)

        return refuse

    for module, name in ((os, "stat"), (os, "lstat"), (os, "mkdir"), (os, "open"), (io, "open")):
        monkeypatch.setattr(module, name, closed(getattr(module, name)))
    done = desk(f"pressdesk {command.format('r/closed/b.txt')}")
    assert (done.code, "(Permission denied)" in done.err) == (5, True), done.err


@pytest.mark.skipif(sys.platform != "linux", reason="names of other systems are text")
@pytest.mark.parametrize(
    "command", [*COMMANDS, "check --format json {}", "check --format github {}",
                "where maria --format jsonl {}", "harvest --format csv {}",
                "harvest --apply --yes --office wash {}", "append --office wash --backup {}",
                "append --office wash -o {}.txt {}", "append --office wash --dry-run {}"]
)  # fmt: skip
def test_a_name_may_be_no_utf_8(desk: Run, command: str) -> None:
    """An old share has such files; their names are shown so that they can be read."""
    name = os.fsdecode(b"Z\xfcrich.txt")
    Path(name).write_text(f"News\n\n{CARD}".replace("Maria G.", "Mario"))
    # Quoted, the shell words of a test would lose it: each {} is a word of its own.
    words = [name if word == "{}" else word.replace("{}", name) for word in command.split()]
    done = desk("pressdesk", *words)
    assert done.code in {0, 1}
    # Nothing of it is left that no stream could hold.
    assert (done.out + done.err).encode()


@each_command
def test_a_stop_says_what_was_done(
    desk: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what was written until then is whole."""
    from pressdesk.releases import editing, formats

    parse, calls = formats.parse_release, []

    def interrupt(*given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return parse(*given)  # type: ignore[arg-type]

    for module in (editing, sys.modules.get("pressdesk.harvest.evidence")):
        if module is not None:
            monkeypatch.setattr(module, "parse_release", interrupt)
    as_json = "" if command.startswith("harvest") else "--format json"
    done = desk(f"pressdesk {command.format('r/a.txt r/sub/b.txt')} {as_json}")
    assert done.code == 130
    if as_json:
        assert json.loads(done.out) is not None
    said = json.loads(done.err.splitlines()[-1])["error"]["message"] if as_json else done.err
    if command.startswith(("append", "remove")):
        assert "1 of 2 files was done, perhaps the next one too" in said
    elif "--fix" in command:
        assert "0 of 2 files were fixed, perhaps the next one too" in said
    else:
        assert said.rstrip().endswith("interrupted; nothing was changed")


def test_a_link_that_leads_out_is_passed_over(desk: Run, tmp_path: Path) -> None:
    """It is said, and is no failure."""
    (tmp_path / "out.txt").write_text(CARD)
    Path("r/out.txt").symlink_to(tmp_path / "out.txt")
    done = desk("pressdesk check r")
    assert done.code == 0
    assert "warning: r/out.txt is a link that leads out of its folder: passed over\n" in done.err


@pytest.mark.parametrize("command", ["check --require-block r", "where maria r"])
def test_an_output_that_fails_ends_all_at_once(
    desk: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another file it would fare no better, and the release is not to blame."""
    Path("r/sub/b.txt").write_text("News\n")

    def refuse(_: str) -> NoReturn:
        raise output.OutputError("cannot be written (no space left on device)")

    monkeypatch.setattr(output, "write", refuse)
    done = desk(f"pressdesk {command}")
    assert (done.code, done.err) == (
        5, "pressdesk: standard output: cannot be written (no space left on device)\n"
    )  # fmt: skip
