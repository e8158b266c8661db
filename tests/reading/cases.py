"""The golden files of harvest: passages beside the contacts in them, and how to compare.

Names count without case and runs of spaces, addresses without case; of a number that cannot be
known the digits are compared as printed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "golden" / "harvest"
_BEGIN = re.compile(r"^%%% (?P<name>[\w.-]+) \([a-z]{2}\)\n", re.MULTILINE)
_PHONE = re.compile(
    r"(?P<raw>.+) = (?P<e164>\+[0-9]+|\?)(?: ext (?P<extension>[0-9]+))?"
    r"(?:, (?:office|mobile|fax))?"
)
# What the contacts of a case may say; titles, offices and organisations are not compared.
_FIELDS = frozenset({"name", "title", "office", "organization", "email", "phone"})


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


class Case(NamedTuple):
    """A passage and what a careful reader finds in it; miss: why we do not, where that is known."""

    name: str
    passage: str
    contacts: tuple[Plain, ...]
    miss: str | None


def parse_cases(text: str) -> Iterator[Case]:
    """Read a file of cases; its README says how they are written."""
    begins = [*_BEGIN.finditer(text)]
    assert begins, "no case begins with a line %%% NAME (LANGUAGE)"
    assert not text[: begins[0].start()].strip(), "something stands before the first case"
    ends = [*(begin.start() for begin in begins[1:]), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        passage, mark, answer = text[begin.end() : end].partition("\n%%%\n")
        assert mark, f"{begin['name']} has no line %%% before its contacts"
        miss, contacts = None, []
        for lines in answer.strip("\n").split("\n\n"):
            said = [line.split(": ", 1) for line in lines.splitlines()]
            miss = next((value for field, value in said if field == "miss"), miss)
            if said := [line for line in said if line[0] not in {"miss", "note"}]:
                contacts.append(_parse_contact(said))
        yield Case(begin["name"], f"{passage}\n", tuple(contacts), miss)


def _parse_contact(said: Sequence[Sequence[str]]) -> Plain:
    assert {field for field, _ in said} <= _FIELDS, said
    values = {wanted: [value for field, value in said if field == wanted] for wanted in _FIELDS}
    phones = []
    for value in values["phone"]:
        found = _PHONE.fullmatch(value)
        assert found, f"no phone of a case: {value}"
        known = None if found["e164"] == "?" else found["e164"]
        phones.append((known, found["extension"], found["raw"]))
    assert len(values["name"]) <= 1, said
    return plain("".join(values["name"]), values["email"], phones)


def score_contacts(found: Sequence[Plain], right: Sequence[Plain]) -> Score:
    """Count contacts in which everything is right."""
    return Score(len(found), (Counter(found) & Counter(right)).total(), len(right))


def score_values(found: Sequence[Plain], right: Sequence[Plain]) -> Score:
    """Count names, addresses and numbers, each by itself."""
    mine = Counter(value for one in found for value in one.values)
    theirs = Counter(value for one in right for value in one.values)
    return Score(mine.total(), (mine & theirs).total(), theirs.total())


CASES = [case for path in sorted(FOLDER.glob("*.txt"))
         for case in parse_cases(path.read_text("utf-8"))]  # fmt: skip
