"""Addresses and numbers as columns of a row, wherever they come from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressdesk.model import PhoneKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.model.phone_kinds import NAMES


class Number(NamedTuple):
    """One number as a text without its extension, which is digits or None."""

    kind: PhoneKind
    text: str
    extension: str | None = None

    def __str__(self) -> str:
        return self.text + (f" ext {self.extension}" if self.extension else "")

    def named(self, numbers: Iterable["Number"]) -> str:
        """Return the number with its kind where that is not "office", or others are like it.

        So it stands in a column of values of all kinds. numbers: all of the contact's.
        """
        digits = digits_of(self.text)
        is_alone = sum(digits_of(other.text) == digits for other in numbers) == 1
        return str(self) if self.kind is PhoneKind.OFFICE and is_alone else f"{self.kind} {self}"


class Verified(NamedTuple):
    """A value as columns of all kinds name it, who may see it, and its day of verifying or ""."""

    value: str
    is_public: bool
    day: str


def way_columns(
    emails: Sequence[str],
    numbers: Iterable[Number],
    internal: Sequence[str],
    extension: str | None = None,
    *,
    says_own: bool = False,
) -> dict[str, Sequence[str]]:
    """Return the values of each column that has any, at one posting.

    extension: on the switchboard of its office. `phone` and `ext` pair by position: that extension
    comes first, with an empty place for its number. says_own: without one too there is an empty
    place, which says that numbers on the switchboard are the contact's own.
    """
    by_kind: dict[PhoneKind, list[Number]] = {}
    for number in numbers:
        by_kind.setdefault(number.kind, []).append(number)
    office = by_kind.pop(PhoneKind.OFFICE, [])
    if extension or (office and says_own):
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


def verified_cell(ways: Iterable[Verified]) -> str:
    """Return the column of days: one day that all public values have, else each with its value."""
    those = list(ways)
    days = {way.day for way in those if way.is_public}
    if len(days) == 1 and not any(way.day for way in those if not way.is_public):
        return days.pop()
    return BETWEEN_VALUES.join(f"{way.day} {way.value}" for way in those if way.day)


def digits_of(text: str) -> str:
    """Return the digits of a number, whatever its layout."""
    return "".join(filter(str.isdigit, text))
