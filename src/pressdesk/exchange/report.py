"""What an import found and did, row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from pressdesk.model.former import Former

SCHEMA_VERSION = 1
_TAKE = "--take-former stores former values all the same"


class Status(StrEnum):
    """What became of one row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    # All that it would change was given up; only where there are such rows it is counted.
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was refused.

    column: its header in pressdesk's own CSV, or empty. remedy: what helps all rows of which this
    is true, and need not be said with each.
    """

    column: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A field with its text before and after; None where there was none."""

    field: str
    old: str | None
    new: str | None


class Item(NamedTuple):
    """One row of one file; contact: the key of the contact, or the code of the office.

    notes: what else came of it, as sentences. former: values that were given up, and not stored.
    """

    file: str
    line: int
    status: Status
    contact: str | None = None
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


class Source(NamedTuple):
    """A file of an import: what it was taken for, and what of it says nothing to us."""

    file: str
    read_as: str
    ignored_columns: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """All rows, in the order of the files."""

    items: list[Item] = field(default_factory=list)
    files: Sequence[Source] = ()

    def count(self, status: Status) -> int:
        """Count the rows of which this became."""
        return sum(item.status is status for item in self.items)

    @property
    def refused(self) -> list[Item]:
        """The rows that were not taken."""
        return [item for item in self.items if item.status is Status.REFUSED]

    def as_data(self) -> dict[str, Any]:
        """Return the report as JSON data (docs/formats.md)."""
        return {
            "schema_version": SCHEMA_VERSION,
            **{str(status): count for status, count in self._counts()},
            "items": [_item_data(item) for item in self.items],
            "files": [
                {
                    **source._asdict(),
                    "ignored_columns": [*source.ignored_columns],
                    "notes": [*source.notes],
                }
                for source in self.files
            ],
        }

    def lines(self, *, is_brief: bool = False) -> Iterator[str]:
        """Yield the report for people: refused rows, warnings, changes, what helps, and the sum.

        is_brief: leave out what went well.
        """
        for item in self.items:
            place = f"{item.file}:{item.line}"
            for problem in item.problems:
                yield f"{place} {problem.column or 'row'}: {problem.reason}"
            for warning in item.warnings:
                yield f"{place} warning: {warning}"
            for former in item.former:
                yield f"{place} {item.contact or 'row'} {former}"
            for note in item.notes if not is_brief else ():
                yield f"{place} {note}"
            for change in item.changes if not is_brief else ():
                old, new = change.old or "nothing", change.new or "nothing"
                yield f"{place} {item.contact} {change.field}: {old} -> {new}"
        if not is_brief:
            yield from self._remedies()
            yield ", ".join(f"{count} {status}" for status, count in self._counts())

    def _counts(self) -> Iterator[tuple[Status, int]]:
        """Yield how many rows became what; former ones where there are any."""
        for status in Status:
            count = self.count(status)
            if count or status is not Status.FORMER:
                yield status, count

    def _remedies(self) -> Iterable[str]:
        """Return what helps refused rows, and former values, each once."""
        remedies = (problem.remedy for item in self.items for problem in item.problems)
        found = dict.fromkeys(filter(None, remedies))
        return [*found, *([_TAKE] if any(item.former for item in self.items) else [])]


def find_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Compare two flat records of one office or contact, column by column."""
    columns = dict.fromkeys((*before, *after))
    return tuple(
        Change(column, before.get(column), after.get(column))
        for column in columns
        if before.get(column) != after.get(column)
    )


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "file": item.file,
        "line": item.line,
        "status": str(item.status),
        "contact": item.contact,
        "problems": [
            {"column": problem.column, "reason": problem.reason} for problem in item.problems
        ],
        "changes": [
            {"field": change.field, "old": change.old, "new": change.new} for change in item.changes
        ],
        "warnings": list(item.warnings),
        **({"notes": list(item.notes)} if item.notes else {}),
        **({"former": [former.as_data() for former in item.former]} if item.former else {}),
    }
