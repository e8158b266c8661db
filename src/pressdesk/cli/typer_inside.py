"""Typer's private parts: no other module touches them. They are alike from Typer 0.28 on.

A command is imported when it is asked for. We read its parameters: a text, a list of texts or a
flag is what was typed, and anything else what the `callback` of its option makes of it (as in
`choices.py`). Typer's own step for that imports pydantic from 0.29 on: a lookup would take twice
the time.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer

# Typer's click, not the package of that name.
from typer._click.core import Command, Context
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError
from typer._click.shell_completion import CompletionItem
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info
from typer.models import CommandInfo

from pressdesk.cli.lazy_commands import Entry, with_options

__all__ = ["Command", "Context", "LazyCommands", "NoSuchOption"]

# What holds for every command stands in one place.
_FOR_ALL = "Options of all commands, exit statuses and environment: pressdesk --help."
_NAME, _COMPLETION = "pressdesk", "_PRESSDESK_COMPLETE"
# What means nothing to bash, beside letters and digits.
_PLAIN = frozenset("-_./+:@%,=\u200c\u200d")


def make_root(
    table: Mapping[str, Entry],
    start: Callable[..., Any],
    summary: str,
    markup: Any,  # noqa: ANN401  # a Literal of Typer's
) -> "LazyCommands":
    """Return the whole command line.

    start: its parameters are the options of all commands; it is called when both sides of the
    command are read, and sets the context's `obj`.
    """
    front = as_command(_NAME, start, markup)
    return LazyCommands(
        table=table,
        start=front.callback,
        params=front.params,
        help=summary,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=markup,
    )


def as_command(name: str, function: Callable[..., Any], markup: Any) -> Command:  # noqa: ANN401
    """Return the command of a function; Typer reads its parameters, its docstring is the help."""
    call = with_options(function)
    info = CommandInfo(name=name, callback=call, cls=_TableCommand, epilog=_FOR_ALL)
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=markup)


def completion_script(shell: str) -> str:
    """Return the script that lets a shell ask this program what may follow."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=_NAME, complete_var=_COMPLETION, shell=shell)


def answer_shell(command: Command) -> bool:
    """Whether a shell, and no person, runs this process; it gets what may follow on its line."""
    if not os.environ.get(_COMPLETION):
        return False
    from typer._click.shell_completion import add_completion_class
    from typer._completion_classes import BashComplete, completion_init

    class Bash(BashComplete):
        """Bash, with the characters escaped that it would read as several words."""

        def format_completion(self, item: CompletionItem) -> str:
            return _quoted_for_bash(str(item.value))

    completion_init()
    add_completion_class(Bash, "bash")
    # A shell would show an error in the line of the user.
    with suppress(Exception):
        command.main(prog_name=_NAME, complete_var=_COMPLETION)
    return True


def _quoted_for_bash(text: str) -> str:
    """Return a text as it is typed in bash, which puts it into the line as it is.

    Behind a quotation mark that was typed already nothing is escaped.
    """
    words = os.environ.get("COMP_WORDS", "").split("\n")
    place = int(os.environ.get("COMP_CWORD") or 0)
    if place < len(words) and words[place][:1] in {"'", '"'}:
        return text
    return "".join(
        character if character.isalnum() or character in _PLAIN else f"\\{character}"
        for character in text
    )


def _as_typed(self: Any, ctx: Context, value: Any) -> Any:  # noqa: ANN401
    """Return a value as it was typed, or as the parameter's callback reads it."""
    if self.required and self.value_is_missing(value):
        raise MissingParameter(ctx=ctx, param=self)
    return value if self.callback is None else self.callback(ctx, self, value)


class _Option(TyperOption):
    """An option of a command, shown with its metavar alone by every Typer."""

    process_value = _as_typed

    def display_type_rich(self, ctx: Context) -> str | None:  # noqa: ARG002  # from Typer 0.29 on
        """Show no type: of a flag nothing at all."""
        return self.metavar


class _Argument(TyperArgument):
    """An argument of a command, shown with its metavar alone by every Typer."""

    process_value = _as_typed

    def get_usage_pieces(self, ctx: Context) -> list[str]:  # noqa: ARG002
        """Name it for the line of usage."""
        name = str(self.metavar)
        return [name if self.required or name.startswith("[") else f"[{name}]"]

    def display_type_rich(self, ctx: Context) -> None:
        """Show no type."""


_CLASSES: dict[type, Any] = {TyperOption: _Option, TyperArgument: _Argument}


class _ReadByUs(Command):
    """A command with such parameters."""

    def get_params(self, ctx: Context) -> Any:  # noqa: ANN401
        """List the parameters, that of --help too."""
        parameters = super().get_params(ctx)
        for parameter in parameters:
            # Typer makes its own classes, and nobody can name others.
            parameter.__class__ = _CLASSES.get(type(parameter), type(parameter))
        return parameters


class _SharedOption(_Option):
    """An option of all commands, as it is taken behind a command: what it says, the root gets."""

    def handle_parse_result(
        self, ctx: Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        """Read the option; where it stands on both sides, the one behind the command counts."""
        value, rest = super().handle_parse_result(ctx, opts, args)
        if (name := str(self.name)) in opts:
            ctx.find_root().params[name] = value
        return value, rest


def _behind_command(option: Any) -> Any:  # noqa: ANN401
    twin = copy(option)
    twin.__class__ = _SharedOption
    twin.hidden, twin.expose_value = True, False
    return twin


class _TableCommand(_ReadByUs, TyperCommand):
    """A command of the table."""

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401
        """Run the command, now that the options of all commands are read."""
        root = ctx.find_root()
        if isinstance(root.command, LazyCommands) and (start := root.command.start):
            root.invoke(start, **root.params)
        ctx.obj = root.obj
        return super().invoke(ctx)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer the options that begin so, without help texts, like the names of commands."""
        items = super().shell_complete(ctx, incomplete)
        return [CompletionItem(item.value, item.type) for item in items]


class LazyCommands(_ReadByUs, TyperGroup):
    """A group that names its commands without importing any."""

    def __init__(
        self,
        *,
        table: Mapping[str, Entry],
        start: Callable[..., Any] | None = None,
        **settings: Any,  # noqa: ANN401  # what Typer takes
    ) -> None:
        super().__init__(**settings)
        self.table = table
        self.start = start
        self._is_listing = False

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Import the one command that is asked for; None if the table lacks it."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        markup = self.rich_markup_mode
        if isinstance(entry.target, Mapping):
            command: Command = LazyCommands(
                name=cmd_name, help=entry.group_help, table=entry.target, rich_markup_mode=markup
            )
        elif self._is_listing:
            return TyperCommand(cmd_name, help=entry.summary, rich_markup_mode=markup)
        else:
            module, _, name = entry.target.partition(":")
            command = as_command(cmd_name, getattr(import_module(module), name), markup)
        command.params += map(_behind_command, ctx.find_root().command.params)
        return command

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401
        """Run the command; show the help where none is named: that is no error."""
        if ctx._protected_args:  # noqa: SLF001
            return super().invoke(ctx)
        return ctx.invoke(self.start, **ctx.params) if self.start else typer.echo(ctx.get_help())

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Find the command; for a mistyped one, suggest the nearest names of the table."""
        if args[0] not in self.table and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.table, n=3) or _longer(args[0], self.table)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise UsageError(f'There is no command "{args[0]}".{hint}', ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Context, formatter: Any) -> None:  # noqa: ANN401
        """Write the help from the table's own lines."""
        self._is_listing = True
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer names without help texts: for those zsh and fish would import rich."""
        names = [name for name in self.table if name.startswith(incomplete)]
        options = [item.value for item in Command.shell_complete(self, ctx, incomplete)]
        return [CompletionItem(name) for name in (*names, *options)]


def _longer(name: str, table: Mapping[str, Entry]) -> list[str]:
    """Return the commands of groups that are called so: of "list" all lists."""
    groups = ((group, entry.target) for group, entry in table.items())
    return [f"{group} {name}" for group, target in groups
            if isinstance(target, Mapping) and name in target]  # fmt: skip
