"""Options whose value is not any text: one of the names of a table, or a number."""

from collections.abc import Iterable
from typing import Any

import typer


def choice(names: Iterable[str], option: str, text: str) -> Any:  # noqa: ANN401  # as Typer has it
    """Return an option that takes one of these names, with its help."""
    return typer.Option(option, help=text, **one_of(names))


def one_of(names: Iterable[str]) -> dict[str, Any]:
    """Return what `typer.Option` and `typer.Argument` are given for one of these names."""
    known = tuple(dict.fromkeys(map(str, names)))

    def read(value: Any) -> Any:  # noqa: ANN401
        if value is None or value in known:
            return value
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(map(repr, known))}")

    # Typer offers those that begin as what is typed.
    completion = {"autocompletion": lambda: list(known)}
    return {"metavar": f"<{'|'.join(known)}>", "callback": read, **completion}


def _read_number(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    # SQLite counts with numbers of up to 18 digits.
    if value.isascii() and value.isdigit() and len(value) <= 18 and int(value):
        return int(value)
    raise typer.BadParameter(f"{value!r} is not a whole number above 0")


# What `typer.Option` is given for a whole number above 0.
FROM_ONE: dict[str, Any] = {"min": 1, "callback": _read_number}
