"""Changed copies of what is frozen, for loops in which `dataclasses.replace` takes too long."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

_T = TypeVar("_T")


def changed(value: _T, **changes: Any) -> _T:  # noqa: ANN401
    """Return a copy of a dataclass with other values, as `dataclasses.replace` does."""
    kind: Any = type(value)
    places, attributes = _attributes(kind)
    values = list(attributes(value))
    for name, other in changes.items():
        values[places[name]] = other
    made: _T = kind(*values)
    return made


@cache
def _attributes(kind: Any) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:  # noqa: ANN401
    names = kind.__match_args__
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
