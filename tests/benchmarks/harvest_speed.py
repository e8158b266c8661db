"""How fast releases are read, beside one pass of PhoneNumberMatcher over the same text.

python -m tests.benchmarks.harvest_speed [RELEASES]
"""

import random
import sys
import tracemalloc
from time import perf_counter

import phonenumbers

from pressdesk.reading.find.regions import read_regions
from tests.reading.cases import CASES

_SIZE = 3000
_ROUND = 100
_SENTENCES = (
    "The agency said on Monday that 1,250 families had reached the camp since 12 March 2019.",
    "Teams have repaired 48 wells, and the work goes on in the northern districts until autumn.",
    "“Nobody should have to choose between food and medicine,” the head of the mission said.",
    "The budget for 2020-2021 is USD 4,500,000, of which 62.5 per cent has been paid so far.",
    "More information is in the report of the committee (A/HRC/45/12), published last year.",
)


def make_release(number: int) -> str:
    """Make a release of 3 kB: running text, and a real layout of contacts at its end."""
    choice = random.Random(number)  # noqa: S311  # nothing is secret
    block = CASES[number % len(CASES)].passage
    paragraphs = ["FOR IMMEDIATE RELEASE", f"RELEASE NUMBER {number}"]
    while sum(map(len, paragraphs)) + len(block) < _SIZE:
        paragraphs.append(" ".join(choice.choices(_SENTENCES, k=4)))
    return "\n\n".join([*paragraphs, block])


def read_all(texts: list[str]) -> int:
    """Read the contacts of some releases."""
    return sum(len(region.contacts) for text in texts for region in read_regions(text.split("\n")))


def match_all(texts: list[str]) -> int:
    """Find the numbers of some releases with the library alone."""
    return sum(1 for text in texts for _ in phonenumbers.PhoneNumberMatcher(text, "US"))


def main() -> None:
    """Print seconds and their ratio, in rounds that take turns, and the growth of memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    ours = theirs = 0.0
    found = numbers = 0
    tracemalloc.start()
    read_all([make_release(one) for one in range(len(CASES))])
    before = tracemalloc.get_traced_memory()[0]
    read_all([make_release(one) for one in range(len(CASES))])
    growth = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    for start in range(0, count, _ROUND):
        texts = [make_release(one) for one in range(start, min(start + _ROUND, count))]
        begun = perf_counter()
        found += read_all(texts)
        between = perf_counter()
        numbers += match_all(texts)
        ours, theirs = ours + between - begun, theirs + perf_counter() - between
    print(f"{count} releases of {_SIZE} characters")
    print(f"pressdesk           {ours:8.1f} s   {found} contacts")
    print(f"PhoneNumberMatcher  {theirs:8.1f} s   {numbers} numbers")
    print(f"ratio               {ours / theirs:8.2f}")
    print(f"memory after reading the same texts again: {growth / 1024:+.0f} KiB")


if __name__ == "__main__":
    main()
