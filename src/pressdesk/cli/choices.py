"""Options whose value is not any text: one of the names of a table, or a number.

Each is what `typer.Option` or `typer.Argument` is given besides: `typer.Option(**one_of(FORMATS))`.
"""

from collections.abc import Iterable
from typing import Any

import typer


def one_of(names: Iterable[str]) -> dict[str, Any]:
    """Return the settings of a parameter that takes one of these names."""
    known = tuple(dict.fromkeys(map(str, names)))

    def read(value: Any) -> Any:  # noqa: ANN401
        if value is None or value in known:
            return value
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(map(repr, known))}")

    # Typer offers those that begin as what is typed.
    return {
        "metavar": f"<{'|'.join(known)}>",
        "callback": read,
        "autocompletion": lambda: list(known),
    }


def _read_number(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    # SQLite counts with numbers of up to 18 digits.
    if value.isascii() and value.isdigit() and len(value) <= 18 and int(value):
        return int(value)
    raise typer.BadParameter(f"{value!r} is not a whole number above 0")


# The settings of an option that takes a whole number above 0.
FROM_ONE: dict[str, Any] = {"min": 1, "callback": _read_number}
