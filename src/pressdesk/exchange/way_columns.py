"""Addresses and numbers as columns of a row, wherever they come from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressdesk.model import PhoneKind
from pressdesk.model.phone_kinds import NAMES


class Number(NamedTuple):
    """One number as a text without its extension, which is digits or None."""

    kind: PhoneKind
    text: str
    extension: str | None = None

    def __str__(self) -> str:
        return self.text + (f" ext {self.extension}" if self.extension else "")


def way_columns(
    emails: Sequence[str],
    numbers: Iterable[Number],
    internal: Sequence[str],
    extension: str | None = None,
) -> dict[str, Sequence[str]]:
    """Return the values of each column that has any, at one posting.

    extension: on the switchboard of its office. `phone` and `ext` pair by position: that extension
    comes first, with an empty place for its number.
    """
    by_kind: dict[PhoneKind, list[Number]] = {}
    for number in numbers:
        by_kind.setdefault(number.kind, []).append(number)
    office = by_kind.pop(PhoneKind.OFFICE, [])
    if extension:
        office.insert(0, Number(PhoneKind.OFFICE, "", extension))
    columns: dict[str, Sequence[str]] = {
        "email": emails,
        NAMES[PhoneKind.OFFICE].column: [number.text for number in office],
        "ext": [number.extension or "" for number in office],
        "internal": internal,
    }
    for kind, those in by_kind.items():
        columns[NAMES[kind].column] = [str(number) for number in those]
    return {column: values for column, values in columns.items() if any(values)}
