"""The table of commands as Typer sees it: each is imported only when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from importlib import import_module
from inspect import Parameter, Signature, signature
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

# Typer's click, not the package of that name: its classes for the lines below.
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

# What holds for every command stands in one place.
_FOR_ALL = "Exit statuses and environment: pressdesk --help."


class OneOf(NamedTuple):
    """One of the options that a field of a group gathers.

    key: under which the field has what it says. kind: its type. option: as typer.Option makes it.
    """

    key: str
    kind: Any
    option: Any


class Entry(NamedTuple):
    """A command of the table.

    target: "module:function", or a table of its own for a group. summary: its line in the help.
    examples: of a group; a command has them in its docstring.
    """

    target: str | Mapping[str, "Entry"]
    summary: str
    examples: tuple[str, ...] = ()

    @property
    def group_help(self) -> str:
        """The summary, and under it the examples as they are typed."""
        lines = "".join(f"  {one}\n" for one in self.examples)
        return f"{self.summary}\n\n\b\n{lines}"


class LazyCommands(TyperGroup):
    """A group that names its commands without importing any."""

    table: Mapping[str, Entry] = MappingProxyType({})

    def __init__(
        self,
        *,
        table: Mapping[str, Entry] | None = None,
        **settings: Any,  # noqa: ANN401  # what Typer hands on
    ) -> None:
        super().__init__(**settings)
        self.table = self.table if table is None else table
        self._is_listing = False

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        """Import the one command that is asked for; None if the table lacks it."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        markup = self.rich_markup_mode
        if isinstance(entry.target, Mapping):
            return LazyCommands(
                name=cmd_name, help=entry.group_help, table=entry.target, rich_markup_mode=markup
            )
        if self._is_listing:
            return TyperCommand(cmd_name, help=entry.summary, rich_markup_mode=markup)
        module, _, name = entry.target.partition(":")
        return as_command(cmd_name, getattr(import_module(module), name), markup)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Show the help when nothing is asked for: that is no error."""
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            typer.echo(ctx.get_help())
            raise typer.Exit
        return super().parse_args(ctx, args)

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
    """Give the commands of groups that are called so: of "list" all lists."""
    groups = ((group, entry.target) for group, entry in table.items())
    return [f"{group} {name}" for group, target in groups
            if isinstance(target, Mapping) and name in target]  # fmt: skip


class QuietCommand(TyperCommand):
    """A command whose options are completed without help texts, like the names of commands."""

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer the options that begin so."""
        items = super().shell_complete(ctx, incomplete)
        return [CompletionItem(item.value, item.type) for item in items]


def as_command(name: str, function: Callable[..., Any], markup: Any) -> Command:  # noqa: ANN401
    """Make a command of a function; Typer reads its parameters, its docstring is the help."""
    call = with_options(function)
    info = CommandInfo(name=name, callback=call, cls=QuietCommand, epilog=_FOR_ALL)
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=markup)


def with_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a parameter that is a frozen dataclass of options stand for all of its fields.

    So commands share groups of options, and a body gets one value instead of thirty. A field that
    is annotated with OneOf, by the names of parameters, has what these options say by their keys.
    """
    hints = get_type_hints(function, include_extras=True)
    groups: dict[str, Any] = {name: kind for name, kind in hints.items() if is_dataclass(kind)}
    if not groups:
        return function
    parameters: list[Parameter] = []
    for parameter in signature(function).parameters.values():
        kind = groups.get(parameter.name)
        parameters += _fields_as_parameters(kind) if kind else [parameter]

    def call(**values: Any) -> Any:  # noqa: ANN401
        for name, kind in groups.items():
            values[name] = kind(**_as_fields(kind, values))
        return function(**values)

    ordered = [
        one.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints.get(one.name, one.annotation))
        for one in parameters
    ]
    call.__signature__ = Signature(ordered)  # type: ignore[attr-defined]
    call.__annotations__ = {one.name: one.annotation for one in ordered}
    call.__name__, call.__doc__ = function.__name__, function.__doc__
    return call


def _fields_as_parameters(kind: Any) -> list[Parameter]:  # noqa: ANN401
    hints = get_type_hints(kind, include_extras=True)
    parameters = []
    for field in fields(kind):
        if gathered := _gathered(hints[field.name]):
            parameters += [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY,
                    default=None,
                    annotation=Annotated[one.kind, one.option],
                )
                for name, one in gathered.items()
            ]
            continue
        parameters.append(
            Parameter(
                field.name,
                Parameter.KEYWORD_ONLY,
                default=Parameter.empty if field.default is MISSING else field.default,
                annotation=hints[field.name],
            )
        )
    return parameters


def _as_fields(kind: Any, values: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """Take the values of a group's fields out of those of all parameters."""
    hints = get_type_hints(kind, include_extras=True)
    taken: dict[str, Any] = {}
    for field in fields(kind):
        if gathered := _gathered(hints[field.name]):
            those = {one.key: values.pop(name) for name, one in gathered.items()}
            taken[field.name] = {key: value for key, value in those.items() if value is not None}
        else:
            taken[field.name] = values.pop(field.name)
    return taken


def _gathered(hint: Any) -> Mapping[str, OneOf]:  # noqa: ANN401
    """Return the options that a field gathers, by the names of their parameters; mostly none."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, dict):
            return mark
    return {}
