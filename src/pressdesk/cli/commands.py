"""What a command is: an entry of the table, and a function whose options may come in groups."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple, get_type_hints


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
