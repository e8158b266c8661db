"""Ctrl-C and SIGTERM in the middle of many files: what was done is told."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.cli.commands.block import files as block_files
from pressdesk.cli.stopping import counted_files, telling_if_stopped
from pressdesk.files import changing
from tests.conftest import Run

COUNTED = "1 of 3 files was {}, perhaps the next one too; the others are as they were"


@pytest.fixture
def releases(washington: Run, tmp_path: Path) -> list[Path]:
    """Give three releases with a block that is stale."""
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text("Text\n")
    names = " ".join(map(str, paths))
    assert washington(f"pressdesk append {names} --office wash").code == 0
    washington("pressdesk contact edit maria --ext 231")
    return paths


def stop_at(monkeypatch: pytest.MonkeyPatch, module: object, name: str, count: int) -> None:
    """Let a function be interrupted when it is called for the so many-th time."""
    old, calls = getattr(module, name), []

    def call(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == count:
            raise KeyboardInterrupt
        return old(*given, **named)

    monkeypatch.setattr(module, name, call)


def test_append_lists_what_was_done(
    washington: Run, releases: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 130; the first is changed, the others are not."""
    before = [path.read_text() for path in releases]
    stop_at(monkeypatch, changing, "locked", 2)
    done = washington("pressdesk append --office wash", *map(str, releases))
    assert (done.out, done.code) == ("", 130)
    assert done.err.splitlines() == [
        f"{releases[0]}: replaced the block of line 3",
        f"pressdesk: interrupted; {COUNTED.format('done')}",
    ]
    changed = [path.read_text() != text for path, text in zip(releases, before, strict=True)]
    assert changed == [True, False, False]


@pytest.mark.parametrize(
    ("options", "said"),
    [("--fix", "1 of 2 files was fixed, perhaps the next one too; the others are as they were"),
     ("", "nothing was changed"), ("--fix --dry-run", "nothing was changed")],
)  # fmt: skip
def test_check_says_what_it_fixed(
    washington: Run, releases: list[Path], monkeypatch: pytest.MonkeyPatch, options: str, said: str
) -> None:
    """What was found until then is listed."""
    from pressdesk.checking.release_check import Checker

    stop_at(monkeypatch, Checker, "check", 3 if options == "--fix" else 2)
    done = washington(f"pressdesk check {options}", *map(str, releases))
    assert done.code == 130
    assert done.err.splitlines()[-1] == f"pressdesk: interrupted; {said}"


def test_blocks_into_files_are_counted(
    washington: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder has those that were written."""
    washington("pressdesk office add Geneva --country CH --reports-to wash")
    stop_at(monkeypatch, block_files, "open_sink", 2)
    done = washington("pressdesk block --all -o", str(tmp_path / "footers"))
    assert done.code == 130
    assert "interrupted; 1 of 2 files was written, perhaps the next one too" in done.err
    assert len(list((tmp_path / "footers").glob("*.txt"))) == 1


@pytest.mark.usefixtures("washington")
def test_sigterm_tells_it_too(releases: list[Path], db: Path) -> None:
    """And the process ends by it."""
    code = (
        "import os, signal, sys\n"
        "from pressdesk.files import changing\n"
        "def stop(path): os.kill(os.getpid(), signal.SIGTERM)\n"
        "changing.locked = stop\n"
        "from pressdesk.cli import run\n"
        f"sys.exit(run(['append', '--office', 'wash', *{[str(path) for path in releases]!r}]))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=False,
        env={"PRESSDESK_DB": str(db), "HOME": str(db.parent)},
    )  # fmt: skip
    assert done.returncode == -signal.SIGTERM
    assert b"terminated; 0 of 3 files were done, perhaps the next one too" in done.stderr


def test_errors_keep_their_own_sentence() -> None:
    """Only what stops is told of."""
    with pytest.raises(ValueError, match="own"), telling_if_stopped(lambda: "told"):
        raise ValueError("own")
    with pytest.raises(KeyboardInterrupt, match="told"), telling_if_stopped(lambda: "told"):
        raise KeyboardInterrupt
    assert counted_files(2, 3, "done").startswith("2 of 3 files were done, ")
