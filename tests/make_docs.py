"""Make docs/commands.md from the help of every command: `python -m tests.make_docs`."""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout

from pressdesk.cli import COMMANDS, run
from pressdesk.cli.commands import Entry
from tests.conftest import ROOT

_INTRODUCTION = """# Commands

This page is made from the help of each command (`python -m tests.make_docs`).
"""


def help_of(words: str) -> str:
    """Give the help of one command line, 80 columns wide."""
    os.environ["COLUMNS"] = "80"
    text = io.StringIO()
    with redirect_stdout(text):
        run([*words.split(), "--help"])
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines())


def command_lines(table: Mapping[str, Entry], prefix: str = "") -> Iterator[str]:
    """Name every command and every command of a group."""
    for name, entry in table.items():
        yield f"{prefix}{name}"
        if isinstance(entry.target, Mapping):
            yield from command_lines(entry.target, f"{prefix}{name} ")


def commands_page() -> str:
    """Give the whole page."""
    sections = [
        f"## pressdesk {words}".rstrip() + f"\n\n```text\n{help_of(words)}\n```\n"
        for words in ("", *command_lines(COMMANDS))
    ]
    return "\n".join([_INTRODUCTION, *sections])


if __name__ == "__main__":
    (ROOT / "docs" / "commands.md").write_text(commands_page(), encoding="utf-8", newline="\n")
