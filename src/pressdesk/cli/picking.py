"""A name that several have: the person at the terminal picks which of them is meant."""

import sys

from pressdesk.cli.screen import output
from pressdesk.errors import AmbiguousError, Candidate


def pick(error: AmbiguousError) -> Candidate:
    """Return the candidate picked on the terminal; raise the error where nobody can be asked.

    Raises EOFError where the answer is the end of the input.
    """
    if not error.what or not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise error
    width = len(str(len(error.candidates)))
    shown = error.shown_candidates()
    lines = [f"  {number:{width}}  {line}" for number, line in enumerate(shown, start=1)]
    output.say("\n".join([f"{error.reason}; which one is meant?", *lines]))
    while True:
        answer = output.ask(f"1 to {len(lines)}: ").strip()
        if answer.isdecimal() and 1 <= int(answer) <= len(lines):
            return error.candidates[int(answer) - 1]
