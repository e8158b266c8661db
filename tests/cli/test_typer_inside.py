"""What we ask of Typer beyond its promises: parameters that we read, options on either side."""

import subprocess
import sys
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, get_args, get_origin

import pytest

from pressdesk import settings
from pressdesk.cli import root
from pressdesk.cli.lazy_commands import with_options
from pressdesk.cli.table import COMMANDS
from pressdesk.cli.typer_inside import Command, Context
from pressdesk.errors import OptionsError
from tests.conftest import Done, Run
from tests.make_docs import command_lines

LINES = list(command_lines(COMMANDS))


def found_command(line: str) -> Command:
    """Find the command of a line, as Typer does."""
    command: Any = root()
    context = Context(command, info_name="pressdesk")
    for word in line.split():
        command = command.get_command(context, word)
        context = Context(command, info_name=word, parent=context)
    found: Command = command
    return found


def kinds_of(annotation: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the types that a parameter is annotated with, without None and what Typer is told."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    is_union = type(None) in get_args(annotation)
    yield from set(get_args(annotation)) - {type(None)} if is_union else [annotation]


@pytest.mark.parametrize("line", LINES)
def test_every_parameter_is_a_text_a_flag_or_read_by_us(line: str) -> None:
    """Typer reads none of them: one of another type comes as the text that was typed."""
    command = found_command(line)
    written = signature(with_options(command.callback)).parameters if command.callback else {}
    for parameter in command.params if command.callback else ():
        if not parameter.expose_value:
            continue
        kinds = set(kinds_of(written[str(parameter.name)].annotation))
        assert parameter.metavar or kinds == {bool}, "else each Typer would show its own"
        for kind in kinds:
            is_read = parameter.callback and (kind is int or get_origin(kind) is Literal)
            assert kind in {str, bool, list[str]} or is_read, parameter.name


@pytest.fixture
def other(washington: Run, tmp_path: Path) -> Path:
    """Give the path of a second directory, which has one office and nobody."""
    path = tmp_path / "other.db"
    assert washington(f"pressdesk --db {path} office add Geneva --country CH").code == 0
    return path


@pytest.mark.parametrize(
    "line",
    ["--db {} office list", "office --db {} list", "office list --db {}", "office list --db={}",
     "--db missing.db office list --db {}", "office --db missing.db list --no-color --db {}"],
)  # fmt: skip
def test_options_of_all_commands_stand_on_either_side(
    washington: Run, other: Path, line: str
) -> None:
    """Of one that is given twice, the later counts."""
    done = washington(f"pressdesk {line.format(other)}")
    assert (done.err, done.code) == ("", 0)
    assert done.out.startswith("geneva\tGeneva\t")


@pytest.mark.parametrize("line", ["-q contact edit {}", "contact -q edit {}", "contact edit {} -q",
                                  "contact edit --quiet {}"])  # fmt: skip
def test_quiet_stands_on_either_side(washington: Run, line: str) -> None:
    """With the flags of the command too."""
    done = washington(f"pressdesk {line.format('maria --ext 231')}")
    assert done == Done("", "", 0)


def test_short_flags_stand_together(washington: Run) -> None:
    """The command's own, and that of all commands."""
    said = washington("pressdesk undo -n").err
    assert said.startswith("would undo contact add")
    assert washington("pressdesk undo -nq").err == said


def test_the_bare_line_and_a_bare_group_take_them(washington: Run, other: Path) -> None:
    """Help and what to do next, for that directory."""
    assert (
        f"Your directory has 1 office and 0 contacts: {other}"
        in washington(f"pressdesk --db {other}").out
    )
    assert washington(f"pressdesk office --db {other}").out == washington("pressdesk office").out


def test_a_value_that_looks_like_one_is_none(washington: Run, other: Path) -> None:
    """What an option takes is its value; what stands behind -- is a word."""
    assert washington("pressdesk contact edit maria --note --quiet").code == 0
    assert "note:        --quiet" in washington("pressdesk show maria").out
    assert washington(f"pressdesk find -- --db {other}").code == 1


def test_a_home_is_needed_only_without_db(
    washington: Run, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named, on the far side of the command."""

    def data_folder(_environment: object) -> NoReturn:
        raise OptionsError("there is no home folder")

    monkeypatch.setattr(settings, "data_folder", data_folder)
    monkeypatch.delenv("PRESSDESK_DB")
    assert washington("pressdesk find maria").code == 2
    assert washington(f"pressdesk find maria --db {db}").code == 0


@pytest.mark.parametrize("line", ["--version", "find --version", "contact list --version"])
def test_the_version_is_an_option_of_all_commands(run: Run, line: str) -> None:
    """Whatever else is missing."""
    assert run(f"pressdesk {line}").out.startswith("pressdesk ")


def test_no_color_stands_on_either_side(washington: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that might be coloured is not."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in washington("pressdesk find maria --format table").out
    assert "\x1b" not in washington("pressdesk find maria --format table --no-color").out


@pytest.mark.parametrize("line", LINES)
def test_the_help_shows_them_once(run: Run, line: str) -> None:
    """In the help of the program; each command says where."""
    options = ("--db FILE", "--no-color", "--quiet", "--debug", "--version")
    assert not any(option in run(f"pressdesk {line} --help").out for option in options)
    assert all(option in run("pressdesk --help").out for option in options)


def test_a_mistyped_one_is_named(run: Run) -> None:
    """Before the command, where they belong."""
    message = "No such option: --debugg; did you mean --debug?"
    assert run("pressdesk --debugg find x").err.startswith(f"pressdesk: {message}")


@pytest.mark.parametrize("words", ["--db {} block iom", "block --db {} iom", "show --db={} iom"])
def test_completion_asks_the_directory_that_is_named(
    washington: Run, db: Path, tmp_path: Path, words: str
) -> None:
    """On either side of the command, and no other."""
    assert washington("pressdesk office list").code == 0
    line = ["pressdesk", *words.format(db).split()]
    done = subprocess.run(  # our own interpreter
        [sys.executable, "-m", "pressdesk"], capture_output=True, text=True, check=False,
        env={"_PRESSDESK_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(line),
             "COMP_CWORD": str(len(line) - 1), "HOME": str(tmp_path),
             "PRESSDESK_DB": str(tmp_path / "missing.db")},
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["iom-washington-dc"], "")
