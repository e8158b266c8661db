"""Asking before something is removed: only where somebody can answer."""

import sys

from pressdesk.cli.screen import output
from pressdesk.errors import DeclinedError, OptionsError


def confirm(question: str, *, is_given: bool) -> None:
    """Return after a yes; raise DeclinedError for a no, OptionsError where nobody can answer.

    is_given: --yes was on the command line.
    """
    if is_given:
        return
    if sys.stdin is None or not sys.stdin.isatty():
        raise OptionsError(f"{question} Nobody can answer here: repeat it with --yes")
    # typer.confirm would write a space to stdout, which may be a file.
    while (answer := output.ask(f"{question} [y/N]: ").strip().lower()) not in {"y", "yes"}:
        if answer in {"", "n", "no"}:
            raise DeclinedError
