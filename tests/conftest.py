"""What every test has: a terminal to talk like a user, and walls around home and network."""

import io
import shlex
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from pressdesk.cli import run as run_pressdesk
from tests.work import Counting

# A slow machine is no failure: nothing here is timed.
settings.register_profile("pressdesk", deadline=None)
settings.load_profile("pressdesk")

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "sample"
SMALL = ROOT / "tests" / "data" / "small"


@dataclass(frozen=True)
class Done:
    """What a command left: its output, its talk, its exit status."""

    out: str
    err: str
    code: int


class Keyboard(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _no_home_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the home folder, the settings and the network of whoever runs them."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a test must not use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "PRESSDESK_LANG",
                 "PRESSDESK_STYLE", "PRESSDESK_TIMEOUT", "PRESSDESK_DEBUG", "NO_COLOR",
                 "FORCE_COLOR"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRESSDESK_DB", str(tmp_path / "directory.db"))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Name the directory that commands of a test use; nobody has made it."""
    return tmp_path / "directory.db"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line as a shell would, in a pipe."""

    def call(line: str, *more: str, typed: str | None = None, piped: bytes = b"") -> Done:
        words = [*shlex.split(line), *more]
        assert words.pop(0) == "pressdesk"
        # What is typed, is typed at a terminal; else stdin is a pipe.
        pipe = io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", pipe if typed is None else Keyboard(typed))
        capsys.readouterr()
        code = run_pressdesk(words)
        said = capsys.readouterr()
        return Done(said.out, said.err, code)

    return call


@pytest.fixture(scope="session")
def counting() -> Counting:
    """Give modules whose work is counted; they are loaded and their patterns judged once."""
    return Counting()


@pytest.fixture
def washington(run: Run) -> Run:
    """Give a terminal whose directory has the office and the contact of the design page."""
    for line in (
        (
            'pressdesk office add "IOM Washington DC" --organization IOM --city Washington '
            '--country US --switchboard "+1 (202) 862-1826" --extension-digits 3'
        ),
        (
            'pressdesk contact add "Maria G. Moreno" --office "washington dc" '
            "--email mgmoreno@iom.int --ext 230"
        ),
    ):
        done = run(line)
        assert done.code == 0, done.err
    return run


@pytest.fixture
def snapshot(washington: Run, db: Path) -> Iterator[None]:
    """Check that what a test does to the directory `washington` leaves every byte as it was."""
    assert washington("pressdesk office list").code == 0
    before = db.read_bytes()
    yield
    assert db.read_bytes() == before
    leftovers = [path.name for path in db.parent.iterdir() if path.name.startswith(".pressdesk")]
    assert not leftovers
