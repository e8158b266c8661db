"""How long `export` takes beside a bare csv.writer, and whether its memory grows.

Run `python -m tests.benchmarks.exports [--contacts N] [--pairs N]`. 100,000 contacts are written as
CSV by pressdesk and by bare_export.py in turn, as whole processes; the files must be the same
bytes. What counts is the median of the ratios of the pairs. Memory is the peak of the process, for
a tenth of the contacts and for all, as CSV, JSON Lines and vCard.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.blocks import measure, measure_peak
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import make_directory

BARE = (sys.executable, "-m", "tests.benchmarks.bare_export")
EXPORT = (*PRESSDESK, "export", "--format")


def time_csv(folder: Path, db: Path, contacts: int, pairs: int) -> None:
    """Print how long the CSV takes beside the yardstick."""
    outs = folder / "ours.csv", folder / "bare.csv"
    variables = environment(db)
    runs = [
        (
            measure((*EXPORT, "csv"), variables, outs[0]),
            measure((*BARE, str(db)), variables, outs[1]),
        )
        for _ in range(pairs + 1)
    ][1:]
    assert outs[0].read_bytes() == outs[1].read_bytes(), "the files differ"
    ratio = statistics.median(one.seconds / other.seconds for one, other in runs)
    mine = statistics.median(one.seconds for one, _ in runs)
    theirs = statistics.median(other.seconds for _, other in runs)
    print(f"export of {contacts:,} contacts as CSV, {pairs} pairs")
    print(f"pressdesk {mine:6.2f} s   csv.writer {theirs:6.2f} s   ratio {ratio:5.2f}")


def main() -> None:
    """Make the directories and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.db", folder / "small.db"
        make_directory(large, asked.contacts)
        make_directory(small, asked.contacts // 10)
        time_csv(folder, large, asked.contacts, asked.pairs)
        for form in ("csv", "jsonl", "vcard"):
            few, many = (measure_peak((*EXPORT, form), environment(db)) for db in (small, large))
            print(f"peak memory of {form:5} {few:5.1f} MiB, for ten times as many contacts "
                  f"{many:5.1f} MiB, ratio {many / few:5.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
