"""What a command is: an entry of the table, and a function whose options may come in groups."""

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple, dataclass_transform, get_type_hints


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
        """The summary, and under it the examples."""
        lines = "".join(f"  {example}\n" for example in self.examples)
        return f"{self.summary}\n\n\b\n{lines}"


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Options:
    """A group of options: names with their annotations and defaults, as for a function.

    To a reader it is a frozen dataclass. But to make one of those takes a millisecond of a lookup,
    because its methods are generated.
    """

    def __init__(self, **given: Any) -> None:  # noqa: ANN401
        vars(self).update(given)


def with_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with each of its groups of options spread over single parameters.

    So commands share groups, and a body gets one value instead of thirty. A name of a group that is
    annotated with OneOf, by the names of parameters, has what these options say by their keys.
    """
    hints = get_type_hints(function, include_extras=True)
    groups = {name: kind for name, kind in hints.items()
              if isinstance(kind, type) and issubclass(kind, Options)}  # fmt: skip
    if not groups:
        return function
    named = {name: get_type_hints(kind, include_extras=True) for name, kind in groups.items()}
    parameters: list[Parameter] = []
    for parameter in signature(function).parameters.values():
        name = parameter.name
        parameters += _spread(groups[name], named[name]) if name in groups else [parameter]

    def call(**values: Any) -> Any:  # noqa: ANN401
        for group, kind in groups.items():
            taken = {name: _take(name, hint, values) for name, hint in named[group].items()}
            values[group] = kind(**taken)
        return function(**values)

    ordered = [
        parameter.replace(
            kind=Parameter.KEYWORD_ONLY, annotation=hints.get(parameter.name, parameter.annotation)
        )
        for parameter in parameters
    ]
    call.__signature__ = Signature(ordered)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in ordered}
    call.__name__, call.__doc__ = function.__name__, function.__doc__
    return call


def _spread(kind: type[Options], hints: Mapping[str, Any]) -> Iterator[Parameter]:
    """Yield the parameters that a group stands for."""
    for name, hint in hints.items():
        if gathered := _gathered(hint):
            for option, part in gathered.items():
                yield _parameter(option, Annotated[part.kind, part.option], None)
        else:
            yield _parameter(name, hint, getattr(kind, name, Parameter.empty))


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:  # noqa: ANN401
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _take(name: str, hint: Any, values: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return the value of a name of a group, and remove it from the values of all parameters."""
    gathered = _gathered(hint)
    if not gathered:
        return values.pop(name)
    taken = {part.key: values.pop(option) for option, part in gathered.items()}
    return {key: value for key, value in taken.items() if value is not None}


def _gathered(hint: Any) -> Mapping[str, OneOf]:  # noqa: ANN401
    """Return the options that a field gathers, by the names of their parameters; mostly none."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, dict):
            return mark
    return {}
