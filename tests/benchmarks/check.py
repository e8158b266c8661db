"""How long `check` takes beside reading the files, and whether its memory grows.

Run `python -m tests.benchmarks.check [--releases N] [--pairs N]`. 10,000 releases in plain text of
3 kB are checked by pressdesk and read by bare_check.py in turn, as whole processes. They carry the
blocks of 300 offices in three styles and four languages, some an old one, some none. What counts is
the median of the ratios of the pairs. Memory is the peak of the process, for a tenth of the
releases and for all.
"""

import argparse
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pressdesk import Directory, compose_block, render_block
from tests.benchmarks.blocks import measure, measure_peak
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import make_directory

DAY = date(2026, 11, 24)
BARE = (sys.executable, "-m", "tests.benchmarks.bare_check")
OFFICES = 300
_WORDS = (
    "relief harbour winter port supplies families crossing northern district water shelter staff "
    "teams arrived weeks partners ministry agency support villages medical kits trucks boats food "
    "children schools clinics road storm flood quarter morning emergency local volunteers since"
).split()


def paragraphs(chance: random.Random, size: int) -> Iterator[str]:
    """Give paragraphs of so many characters in all, wrapped as people wrap them."""
    while size > 0:
        lines: list[str] = []
        for _ in range(chance.randint(3, 6)):
            words = " ".join(chance.choices(_WORDS, k=chance.randint(9, 13)))
            lines.append(words.capitalize() if not lines else words)
        text = "\n".join(lines) + "."
        size -= len(text) + 2
        yield text


def blocks(db: Path) -> list[str]:
    """Give the printed blocks of all offices in styles and languages; every tenth is an old one."""
    printed = []
    with Directory.open(db) as directory:
        for place, office in enumerate(directory.offices()):
            duties = directory.answering(office, DAY)
            style = ("card", "inline", "line")[place % 3]
            block = compose_block(duties[:3], ("en", "fr", "es", "ru")[place % 4])
            text = render_block(block, style)
            printed.append(text.replace("+1 202", "+1 203") if place % 10 == 0 else text)
    return printed


def write_releases(folder: Path, count: int, printed: list[str]) -> None:
    """Write releases of 3 kB: every eighth has no block, some have an end mark behind it."""
    chance = random.Random(7)  # noqa: S311  # the same releases in every run
    for number in range(count):
        below = folder / f"{number // 500:03d}"
        below.mkdir(parents=True, exist_ok=True)
        block = "" if number % 8 == 0 else printed[chance.randrange(len(printed))]
        body = "\n\n".join(paragraphs(chance, 3000 - len(block)))
        end = ("", "\n###\n", "\nAbout Harbour Relief\nHarbour Relief helps.\n")[number % 3]
        (below / f"{number:05d}.txt").write_text(
            f"HARBOUR RELIEF NEWS {number}\n\n{body}\n\n{block}{end}", encoding="utf-8"
        )


def main() -> None:
    """Make the releases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = folder / "directory.db"
        make_directory(db, OFFICES * 3, OFFICES)
        printed = blocks(db)
        large, small = folder / "large", folder / "small"
        write_releases(large, asked.releases, printed)
        write_releases(small, asked.releases // 10, printed)
        variables = environment(db)
        ours = (*PRESSDESK, "check", str(large))
        out = folder / "out.txt"
        runs = []
        for _ in range(asked.pairs + 1):
            checked = measure(ours, variables, out, (1,))
            read = measure((*BARE, str(large)), variables, out)
            runs.append((checked.seconds, read.seconds))
        ratio = statistics.median(one / other for one, other in runs[1:])
        print(f"check of {asked.releases:,} releases of 3 kB, {asked.pairs} pairs")
        mine, theirs = (statistics.median(one[place] for one in runs[1:]) for place in (0, 1))
        print(f"pressdesk {mine:6.2f} s   reading {theirs:6.2f} s   ratio {ratio:5.2f}")
        check = (*PRESSDESK, "check")
        few, many = (measure_peak((*check, str(one)), variables) for one in (small, large))
        print(f"peak memory {few:5.1f} MiB, for ten times as many {many:5.1f} MiB, "
              f"ratio {many / few:5.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
