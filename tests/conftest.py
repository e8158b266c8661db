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
# The office and the contact of the design page.
WASHINGTON = (
    (
        'pressdesk office add "IOM Washington DC" --organization IOM --city Washington '
        '--country US --switchboard "+1 (202) 862-1826" --extension-digits 3'
    ),
    (
        'pressdesk contact add "Maria G. Moreno" --office "washington dc" '
        "--email mgmoreno@iom.int --ext 230"
    ),
)


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
Stock = Callable[..., Run]


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name a folder that nobody makes."""
    return tmp_path_factory.getbasetemp() / "nowhere"


@pytest.fixture(autouse=True)
def _no_home_no_network(
    request: pytest.FixtureRequest, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Keep tests away from the home folder, the settings and the network of whoever runs them.

    A test that asks for a folder has its home in it; most ask for none, and none is made for them.
    """

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a test must not use the network")

    folder = nowhere
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path")
        (folder / "home").mkdir()
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("HOME", str(folder / "home"))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "PRESSDESK_LANG",
                 "PRESSDESK_STYLE", "PRESSDESK_TIMEOUT", "PRESSDESK_USER", "PRESSDESK_DEBUG",
                 "NO_COLOR", "FORCE_COLOR"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRESSDESK_DB", str(folder / "directory.db"))
    yield
    if folder is nowhere:
        assert not nowhere.exists(), "a test that writes asks for tmp_path, db or run"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Name the directory that commands of a test use; nobody has made it."""
    return tmp_path / "directory.db"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    db: Path,  # noqa: ARG001  # commands have a directory of their own
) -> Run:
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


@pytest.fixture(scope="session")
def _stocks() -> dict[tuple[str, ...], bytes]:
    """Keep the directories that commands have made."""
    return {}


@pytest.fixture
def stock(run: Run, db: Path, _stocks: dict[tuple[str, ...], bytes]) -> Stock:
    """Give what fills a test's directory by commands, each of which must succeed.

    The same commands are run once; then the bytes that they made are copied.
    """
    lines: tuple[str, ...] = ()

    def call(*more: str) -> Run:
        nonlocal lines
        lines += more
        if lines in _stocks:
            db.touch(mode=0o600)
            db.write_bytes(_stocks[lines])
            return run
        for line in more:
            done = run(line)
            assert done.code == 0, done.err
        _stocks[lines] = db.read_bytes()
        return run

    return call


@pytest.fixture
def washington(stock: Stock) -> Run:
    """Give a terminal whose directory has the office and the contact of the design page."""
    return stock(*WASHINGTON)


@pytest.fixture
def sample(stock: Stock) -> Run:
    """Give a terminal whose directory has the offices and contacts of tests/data/small/."""
    files = [str(SMALL / name) for name in ("offices.csv", "contacts.csv")]
    return stock(shlex.join(["pressdesk", "import", *files]))


@pytest.fixture
def snapshot(washington: Run, db: Path) -> Iterator[None]:
    """Check that what a test does to the directory `washington` leaves every byte as it was."""
    assert washington("pressdesk office list").code == 0
    before = db.read_bytes()
    yield
    assert db.read_bytes() == before
    leftovers = [path.name for path in db.parent.iterdir() if path.name.startswith(".pressdesk")]
    assert not leftovers
