"""The command line: the options of every command, and the one boundary where errors end.

Nothing heavy is imported here: a command brings its own modules with it.
"""

import errno
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType
from typing import Annotated, NoReturn

import typer

from pressdesk.cli.screen import output
from pressdesk.cli.table import COMMANDS, HELP
from pressdesk.cli.typer_inside import LazyCommands, answer_shell, make_root
from pressdesk.errors import AmbiguousError, PressdeskError
from pressdesk.settings import read_settings

USAGE, BUG, INTERRUPTED = 2, 70, 130
_LOST = frozenset({1, USAGE, 3})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


class _TerminatedError(BaseException):
    """SIGTERM came: everything is rolled back on the way out."""


def run(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911  # one for each way to end
    """Run one command; here alone an error becomes a line and an exit status.

    arguments: without the program's name; None takes those of the process.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    output.prepare_streams()
    form = _asked_format(arguments)
    try:
        with _graceful_termination():
            status = _invoke(list(arguments))
            output.flush()
    except PressdeskError as error:
        if error.exit_code:
            output.fail(_sentence(error, arguments), error.exit_code, form=form)
        return error.exit_code
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt, EOFError) as error:
        output.fail(f"interrupted; {_what_was_done(error)}", INTERRUPTED, form=form)
        return INTERRUPTED
    except typer.TyperException as error:
        from pressdesk.cli.usage import usage_sentence

        output.fail(usage_sentence(error, arguments), USAGE, form=form)
        return USAGE
    except BrokenPipeError:
        output.silence()
        return 0
    except Exception as error:  # noqa: BLE001  # the boundary: a bug is one line, never a traceback
        return _fail_unforeseen(error, list(arguments), form)
    return status


def _sentence(error: PressdeskError, arguments: Sequence[str]) -> str:
    """Return the error's own sentence, or what is wrong with how a name was typed."""
    if error.exit_code not in _LOST:
        return str(error)
    from pressdesk.cli.usage import find_slip

    return find_slip(arguments) or str(error)


def _what_was_done(error: BaseException) -> str:
    """Return what a command over many files says (`stopping.py`); else all was rolled back."""
    is_stop = isinstance(error, KeyboardInterrupt | _TerminatedError)
    return str(error.args[0]) if is_stop and error.args else "nothing was changed"


def _fail_unforeseen(error: Exception, arguments: list[str], form: str | None) -> int:
    """Say that there is no room for the output, or report a bug; return the exit status."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:
        output.silence()
        failure = output.stdout_error(error)
        output.fail(str(failure), failure.exit_code, form=form)
        return failure.exit_code
    from pressdesk.cli.bug_report import report_bug

    output.fail(report_bug(error, arguments), BUG, form=form)
    return BUG


def _show_version(is_asked: bool) -> None:
    if is_asked:
        from pressdesk import __version__

        output.write(f"pressdesk {__version__}\n")
        output.flush()
        raise typer.Exit


def start(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="FILE", help="The directory's file, instead of your own."),
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Never colour the output.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing about what went well.")
    ] = False,
    debug: Annotated[
        bool,
        typer.Option("--debug", help="On a bug, show the details, which may hold personal data."),
    ] = False,
    version: Annotated[  # noqa: ARG001  # its callback does it
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            # A command would be missing before the body could run.
            callback=_show_version,
            help="Show the version and stop.",
        ),
    ] = False,
) -> None:
    """Read what holds for every command, on whichever side of it these options stand."""
    if no_color:
        os.environ["NO_COLOR"] = "1"
    if debug:
        os.environ["PRESSDESK_DEBUG"] = "1"
    context.obj = read_settings(db, is_quiet=quiet)._replace(picked=context.obj or {})
    if context.invoked_subcommand is None:
        _show_next(context)


def _show_next(context: typer.Context) -> None:
    from pressdesk.cli.welcome import welcome_lines

    typer.echo(context.get_help())
    output.write("\n")
    output.write_lines(f"{line}\n" for line in welcome_lines(context.obj))


def root() -> LazyCommands:
    """Return the whole command line."""
    return make_root(COMMANDS, start, HELP, "rich" if output.has_colour(sys.stdout) else None)


def _invoke(arguments: list[str]) -> int:
    """Read the arguments and run the command; return the exit status that it chose.

    A name that several have ends a command before it has done anything: the person at the terminal
    picks which of them is meant, and the command runs again.
    """
    command = root()
    if answer_shell(command):
        return 0
    if arguments[:1] == ["help"]:  # so say git and many others
        arguments = [*arguments[1:], "--help"]
    picked: dict[tuple[str, str], tuple[str, str]] = {}
    while True:
        try:
            with command.make_context("pressdesk", [*arguments], obj=picked) as context:
                status = command.invoke(context)
        except AmbiguousError as error:
            from pressdesk.cli.picking import pick

            if (error.what, error.text) in picked:
                raise
            what, key, _ = pick(error)
            picked[error.what, error.text] = what, key
        else:
            return status if isinstance(status, int) else 0


@contextmanager
def _graceful_termination() -> Iterator[None]:
    """Let SIGTERM roll back and tidy up first, then end the process as SIGTERM does."""

    def terminate(_number: int, _frame: FrameType | None) -> NoReturn:
        raise _TerminatedError

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except _TerminatedError as error:
        output.fail(f"terminated; {_what_was_done(error)}", INTERRUPTED)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def _asked_format(arguments: Sequence[str]) -> str | None:
    """Find the format that was asked for: errors follow it, and come before options are read."""
    for option, value in pairwise([*arguments, ""]):
        if option == "--format":
            return value
        if option.startswith("--format="):
            return option.removeprefix("--format=")
    return None
