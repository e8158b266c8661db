"""Asking before something is removed: only where somebody can answer."""

import sys

import typer

from pressdesk.errors import DeclinedError, OptionsError


def confirm(question: str, *, is_given: bool) -> None:
    """Ask on a terminal; raise DeclinedError for a no, OptionsError where nobody can answer.

    is_given: --yes was on the command line.
    """
    if is_given:
        return
    if sys.stdin is None or not sys.stdin.isatty():
        raise OptionsError(f"{question} Nobody can answer here: repeat it with --yes")
    if not typer.confirm(question, err=True):
        raise DeclinedError
