"""What a command is: an entry of the table, and a function whose options may come in groups."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from inspect import Parameter, Signature, signature
from typing import Any, NamedTuple, get_type_hints


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

    So commands share groups of options, and a body gets one value instead of thirty.
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
            values[name] = kind(**{one.name: values.pop(one.name) for one in fields(kind)})
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
    return [
        Parameter(
            one.name,
            Parameter.KEYWORD_ONLY,
            default=Parameter.empty if one.default is MISSING else one.default,
            annotation=hints[one.name],
        )
        for one in fields(kind)
    ]
