"""Text that was made to take for ever: four times as much of it takes about four times as long."""

from time import process_time

import pytest

from pressdesk.reading.regions import read_regions

ONE_LINE = {
    "letters and dots": "a.a.a.a" * 150_000,
    "at signs": "a@" * 500_000,
    "digits": "1 " * 500_000,
    "plus signs": "+1 " * 300_000,
    "brackets": "(" * 1_000_000,
    "spaces": "a" + " " * 1_000_000 + "1",
    "sentences": ". For you " * 100_000,
    "links": "[link:" * 170_000,
    "lead-ins": "For more information " * 50_000,
    "hidden addresses": "Contact: " + "a (at) " * 140_000,
}
# Lines that are as long as is read, many of them.
LINES = {
    "lead-ins": "Contact:\n" * 6_000,
    "contacts": "Anna Berg, aberg@example.org\n" * 2_500,
    "names joined": ("Anna Berg and " * 200 + "\n") * 30,
    "colons": "a:\n" * 30_000,
    "commas": ("A," * 1_400 + "\n") * 40,
    "wide spaces": ("a" + " " * 2_900 + "b 12\n") * 40,
    "at signs": ("@" * 2_900 + "\n") * 40,
    "brackets": ("(" * 2_900 + "\n") * 40,
    "initials": ("A. " * 900 + "\n") * 40,
    "no spaces": ("x" * 1_490 + "\n") * 100,
    "spoken addresses": ("a at b dot " * 260 + "\n") * 40,
}


def seconds(text: str) -> float:
    """Measure one reading."""
    begun = process_time()
    read_regions(text.split("\n"))
    return process_time() - begun


@pytest.mark.parametrize("text", ONE_LINE.values(), ids=ONE_LINE)
def test_a_megabyte_in_one_line(text: str) -> None:
    """Well under a second here; five leave room for a slow machine."""
    assert seconds(text) < 5


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_growth_is_linear(text: str) -> None:
    """Quadratic growth would make it sixteen times; a slow moment is allowed for."""
    block = f"Contact:\n{text}"
    seconds(block)
    once, four_times = seconds(block), seconds(f"Contact:\n{text * 4}")
    assert four_times < 9 * once + 0.5


def test_what_is_found_does_not_depend_on_what_surrounds_it() -> None:
    """A block behind a megabyte is found as one alone."""
    block = "\n\nContact: Anna Berg, aberg@example.org\n"
    [region] = read_regions(("a.a.a.a" * 100_000 + block).split("\n"))
    assert [one.name for one in region.contacts] == ["Anna Berg"]
