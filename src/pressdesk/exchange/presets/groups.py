"""Numbered groups of columns, as Google has them: a label, and all values that go by it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pressdesk.exchange.presets.forms import BETWEEN_GOOGLES, split_group
from pressdesk.exchange.presets.reading import NO_PLACE, Findings
from pressdesk.exchange.presets.writing import number_text


class Groups:
    """The groups of one kind of values.

    what: "phone" or "e-mail", with which their columns begin. labels: the field that each means.
    """

    def __init__(self, what: str, labels: Mapping[str, str]) -> None:
        self._what = what
        self._fields = {label.casefold(): field for label, field in labels.items()}
        self._labels = {field: label for label, field in reversed([*labels.items()])}
        self._value = re.compile(rf"{what} ([1-9][0-9]{{0,3}}) - value")

    def has(self, name: str) -> bool:
        """Whether a folded header is that of the values of a group."""
        return bool(self._value.fullmatch(name))

    def values(self, numbers: Mapping[str, Sequence[Any]]) -> dict[str, list[str]]:
        """Return the labels and the cells of groups that are filled, of numbers by column."""
        filled = [column for column in numbers if column in self._labels and numbers[column]]
        return {
            "phone_label": [self._labels[column] for column in filled],
            "phone_group": [
                BETWEEN_GOOGLES.join(map(number_text, numbers[column])) for column in filled
            ],
        }

    def read(self, row: Mapping[str, str], found: Findings) -> set[str]:
        """Add the values of a row, preferred ones first, and return the headers that were read."""
        matches = (self._value.fullmatch(name) for name in row)
        numbers = sorted(int(match[1]) for match in matches if match)
        known: set[str] = set()
        groups = []
        for n in numbers:
            start = f"{self._what} {n} -"
            known |= {f"{start} label", f"{start} type", f"{start} value"}
            label = row.get(f"{start} label") or row.get(f"{start} type", "")
            plain = label.removeprefix("*").strip().casefold()
            groups.append((plain == label.casefold(), plain, row[f"{start} value"]))
        for _, label, cell in sorted(groups, key=lambda group: group[0]):
            for value in filter(None, split_group(cell)):
                self._add(found, label, value)
        return known

    def _add(self, found: Findings, label: str, value: str) -> None:
        called = self._what.capitalize()
        field = self._fields.get(label) or self._fields.get("*")
        if field is None:
            field = "phone"
            found.warnings.append(
                f'{called}: the label "{label}" is unknown; taken as office number'
            )
        found.add(field, value, f"{called} ({label})" if field == NO_PLACE else called)
