"""Seconds for text and files that were made to take for ever: what the tests count, as it is felt.

python -m tests.benchmarks.hostile

The tests count work in Python and the characters that patterns pass (tests/work.py). Slices, joins
and what libraries do in C only a clock can tell: twice the text should take twice as long.
"""

import contextlib
from collections.abc import Callable
from time import process_time

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.xlsx.format import read_xlsx_table
from pressdesk.reading.find.regions import read_regions
from tests.exchange.xlsx import test_format as test_xlsx_format
from tests.office_zip import test_opening
from tests.reading.test_hostile import LINES, ONE_LINE

_LONG_LINE, _LONG_TEXT = 1_000_000, 100_000


def seconds(function: Callable[[], object]) -> float:
    """Measure one call; a refusal is what bombs are made for."""
    begun = process_time()
    with contextlib.suppress(InvalidFileError):
        function()
    return process_time() - begun


def read(unit: str, size: int) -> float:
    """Measure the reading of a text, as contacts."""
    lines = f"Contact:\n{unit * (size // len(unit))}".split("\n")
    return seconds(lambda: read_regions(lines))


def main() -> None:
    """Print the seconds of each text once and twice as long, and of each bomb."""
    for what, units, size in (("line", ONE_LINE, _LONG_LINE), ("lines", LINES, _LONG_TEXT)):
        for name, unit in units.items():
            once, twice = read(unit, size), read(unit, 2 * size)
            print(f"{what:8}{name:18}{once:8.2f} s{twice:8.2f} s  for twice as much")
    for name, content in (test_opening.bombs() | test_xlsx_format.bombs()).items():
        taken = seconds(lambda content=content: read_xlsx_table("list.xlsx", content))  # type: ignore[misc]
        print(f"bomb    {name:18}{taken:8.2f} s")


if __name__ == "__main__":
    main()
