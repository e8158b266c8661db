"""Contacts in real layouts: a passage that was read wrongly becomes a test by adding two files."""

from pathlib import Path

import pytest

from pressdesk.harvest.evidence import find_evidence
from tests.reading.cases import CASES, FOLDER, Plain, passage, plain, wanted

# Cases that are known to be read wrongly, one name a line, with the reason behind it.
_MISSES = FOLDER / "known_misses.txt"


def known_misses() -> set[str]:
    """Name the cases that are not read as they should be."""
    lines = _MISSES.read_text("utf-8").splitlines()
    return {line.partition(" ")[0] for line in lines if line and not line.startswith("#")}


def read(text: str) -> list[Plain]:
    """Read a passage as harvest does, without a hint of country or language."""
    return [
        plain(
            one.contact.name,
            one.contact.emails,
            [(phone.number, phone.extension, phone.text) for phone in one.contact.phones],
        )
        for one in find_evidence("passage.txt", text.encode(), "text")
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_contacts_are_those_a_careful_reader_finds(case: Path) -> None:
    """Every name, address, number and extension, and no contact more."""
    is_right = sorted(read(passage(case)), key=str) == sorted(wanted(case), key=str)
    # A miss that is read rightly by now must leave the list.
    assert is_right != (case.stem in known_misses())


def test_there_are_cases() -> None:
    """A glob that finds nothing would test nothing."""
    assert len(CASES) >= 100
    assert known_misses() <= {case.stem for case in CASES}
