"""The golden files of harvest: passages beside the contacts in them, and how to compare.

Names count without case and runs of spaces, addresses without case; of a number that cannot be
known the digits are compared as printed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "golden" / "harvest"
CASES = sorted(FOLDER.glob("*.json"))


class Plain(NamedTuple):
    """A contact as it is compared."""

    name: str
    emails: frozenset[str]
    phones: frozenset[tuple[str, str | None]]

    @property
    def values(self) -> list[tuple[str, object]]:
        """The single values of it."""
        name: list[tuple[str, object]] = [("name", self.name)] if self.name else []
        return [
            *name,
            *(("email", one) for one in self.emails),
            *(("phone", one) for one in self.phones),
        ]


class Score(NamedTuple):
    """What was found and what was to be found."""

    found: int
    right: int
    wanted: int

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __add__(self, other: object) -> "Score":
        assert isinstance(other, Score)
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def plain(
    name: str | None,
    emails: Iterable[str],
    phones: Iterable[tuple[str | None, str | None, str]],
) -> Plain:
    """Make a contact comparable; phones: E.164 or None, extension, as printed."""
    return Plain(
        " ".join((name or "").split()).casefold(),
        frozenset(email.casefold() for email in emails),
        frozenset((number or _digits(text), extension) for number, extension, text in phones),
    )


def _digits(printed: str) -> str:
    return re.sub(r"\D", "", re.split(r"ext|x|#", printed)[0])


def passage(case: Path) -> str:
    """Read the passage of a case, byte for byte."""
    return case.with_suffix(".txt").read_bytes().decode()


def wanted(case: Path) -> list[Plain]:
    """Read the contacts that a careful reader finds in a case."""
    return [
        plain(
            one["name"],
            one["emails"],
            [(phone["e164"], phone["extension"], phone["raw"]) for phone in one["phones"]],
        )
        for one in json.loads(case.read_text("utf-8"))["contacts"]
    ]


def score_contacts(found: Sequence[Plain], right: Sequence[Plain]) -> Score:
    """Count contacts in which everything is right."""
    return Score(len(found), (Counter(found) & Counter(right)).total(), len(right))


def score_values(found: Sequence[Plain], right: Sequence[Plain]) -> Score:
    """Count names, addresses and numbers, each by itself."""
    mine = Counter(value for one in found for value in one.values)
    theirs = Counter(value for one in right for value in one.values)
    return Score(mine.total(), (mine & theirs).total(), theirs.total())
