"""Make the manual page from the commands themselves: `python -m tests.make_man`.

What a command says in --help is what it says here, in the macros of man(7).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from pressdesk import __version__
from pressdesk.cli import root as root_command
from pressdesk.cli.table import COMMANDS
from pressdesk.cli.typer_inside import Command, Context
from tests.conftest import ROOT
from tests.make_docs import command_lines

PAGE = ROOT / "docs" / "man" / "pressdesk.1"
_STATUSES = ROOT / "docs" / "exit-statuses.md"
_ENVIRONMENT = (
    ("PRESSDESK_DB", "The directory's file, where --db is not given."),
    ("PRESSDESK_LANG", "The language of blocks for offices that name none, such as fr."),
    ("PRESSDESK_STYLE", "The style of blocks that name none, such as line."),
    ("PRESSDESK_TIMEOUT", "Seconds to wait while another process writes; 5 if not set."),
    ("PRESSDESK_USER", "Who is recorded for changes, instead of the login."),
    ("NO_COLOR", "If it is not empty, nothing is coloured."),
)
_FILES = (
    (
        "~/.local/share/pressdesk/directory.db",
        "The directory; below $XDG_DATA_HOME where that is set.",
    ),
    ("~/.config/pressdesk/styles/", "Styles of the house; below $XDG_CONFIG_HOME likewise."),
)
# Signs that a formatter reads, or prints as others than they are.
_SIGNS = {
    "\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq",
}  # fmt: skip


def man_page() -> str:
    """Give the whole page."""
    return "\n".join(
        [
            '.\\" Made by python -m tests.make_man.',
            f'.TH PRESSDESK 1 "" "pressdesk {__version__}" "User Commands"',
            *_head(),
            ".SH COMMANDS",
            *(line for words in command_lines(COMMANDS) for line in _command(words)),
            ".SH EXIT STATUS",
            *_terms(_statuses()),
            ".SH ENVIRONMENT",
            *_terms(_ENVIRONMENT),
            ".SH FILES",
            *_terms(_FILES),
            "",
        ]
    )


def escape(text: str) -> str:
    """Write text so that it is printed as it stands, wherever it begins a line."""
    plain = "".join(_SIGNS.get(sign, sign) for sign in text)
    return rf"\&{plain}" if plain.startswith(".") else plain


def _statuses() -> list[tuple[str, str]]:
    text = _STATUSES.read_text("utf-8").replace("`", "")
    return re.findall(r"^\| (\d+) \| (.*) \|$", text, re.MULTILINE)


def _head() -> Iterator[str]:
    root, context = _find("")
    summary, *rest = _paragraphs(root)
    yield from (".SH NAME", f"pressdesk {escape('-')} {escape(_as_summary(summary))}")
    yield from (".SH SYNOPSIS", ".B pressdesk")
    yield escape(" ".join(root.collect_usage_pieces(context)))
    yield ".SH DESCRIPTION"
    # Those have sections of their own.
    yield from _body(one for one in rest if not one.startswith(("Exit status", "Environment")))
    yield ".SH OPTIONS"
    yield from _terms(_records(root, context))


def _command(words: str) -> Iterator[str]:
    """Give the part of one command: its line, what it does, its arguments and options."""
    command, context = _find(words)
    yield f".SS pressdesk {escape(words)}"
    yield escape(" ".join(["pressdesk", words, *command.collect_usage_pieces(context)]))
    yield from _body(_paragraphs(command))
    yield from _terms(_records(command, context))


def _find(words: str) -> tuple[Command, Context]:
    """Find a command of the table and the context in which its help is made."""
    command: Command = root_command()
    context = Context(command, info_name="pressdesk", **command.context_settings)
    for word in words.split():
        found = command.get_command(context, word)  # type: ignore[attr-defined]
        assert found is not None
        command, context = found, Context(found, info_name=word, parent=context)
    return command, context


def _paragraphs(command: Command) -> list[str]:
    return (command.help or "").strip().split("\n\n")


def _body(paragraphs: Iterable[str]) -> Iterator[str]:
    """Give paragraphs; those that keep their lines are examples."""
    for paragraph in paragraphs:
        yield ".PP"
        if paragraph.startswith("\b\n"):
            yield from (".RS 4", ".nf")
            yield from (escape(line.strip()) for line in paragraph.splitlines()[1:])
            yield from (".fi", ".RE")
        else:
            yield escape(" ".join(paragraph.split()))


def _records(command: Command, context: Context) -> list[tuple[str, str]]:
    """Give arguments and options with what they mean, arguments first."""
    parameters = sorted(command.get_params(context), key=lambda one: one.param_type_name)
    records = [one.get_help_record(context) for one in parameters]
    return [record for record in records if record]


def _terms(records: Iterable[Sequence[str]]) -> Iterator[str]:
    for term, meaning in records:
        yield from (".TP", f"\\fB{escape(term)}\\fR", escape(" ".join(meaning.split())))


def _as_summary(sentence: str) -> str:
    """Give the sentence as the line that `apropos` shows: a clause without its full stop."""
    return sentence[0].lower() + sentence[1:].rstrip(".")


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
