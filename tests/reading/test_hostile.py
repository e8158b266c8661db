"""Text that was made to take for ever: twice as much of it takes twice the work, and no more."""

import pytest

from pressdesk.reading.find.regions import read_regions
from tests.work import Counting

# Of one line, however long it is.
ONE_LINE = {
    "letters and dots": "a.a.a.a",
    "at signs": "a@",
    "digits": "1 ",
    "plus signs": "+1 ",
    "brackets": "(",
    "spaces": " ",
    "sentences": ". For you ",
    "links": "[link:",
    "lead-ins": "For more information ",
    "hidden addresses": "a (at) ",
}
# Lines that are as long as is read, or short ones.
LINES = {
    "lead-ins": "Contact:\n",
    "contacts": "Anna Berg, aberg@example.org\n",
    "names joined": "Anna Berg and " * 200 + "\n",
    "colons": "a:\n",
    "commas": "A," * 1_400 + "\n",
    "wide spaces": "a" + " " * 2_900 + "b 12\n",
    "at signs": "@" * 2_900 + "\n",
    "brackets": "(" * 2_900 + "\n",
    "initials": "A. " * 900 + "\n",
    "no spaces": "x" * 1_490 + "\n",
    "spoken addresses": "a at b dot " * 260 + "\n",
}


@pytest.mark.parametrize("unit", ONE_LINE.values(), ids=ONE_LINE)
@pytest.mark.parametrize(
    "before", ["", "Contact: a", "Contact:\nAnna Berg "], ids=["text", "contact", "below"]
)
def test_one_line_that_does_not_end(before: str, unit: str, counting: Counting) -> None:
    """Longer than anything that is looked at as a whole."""
    regions = counting.module("reading.find.regions")
    assert counting.growth(
        lambda text: regions.read_regions(text.split("\n")),
        unit, 4_000, before=before, after="1",
    ) == {}  # fmt: skip


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES)
def test_lines_that_do_not_end(unit: str, counting: Counting) -> None:
    """A file of nothing else."""
    regions = counting.module("reading.find.regions")
    assert counting.growth(
        lambda text: regions.read_regions(text.split("\n")),
        unit, max(1_000, 6 * len(unit)), before="Contact:\n",
    ) == {}  # fmt: skip


def test_what_is_found_does_not_depend_on_what_surrounds_it() -> None:
    """A block behind a megabyte is found as one alone."""
    block = "\n\nContact: Anna Berg, aberg@example.org\n"
    [region] = read_regions(("a.a.a.a" * 100_000 + block).split("\n"))
    assert [one.name for one in region.contacts] == ["Anna Berg"]
