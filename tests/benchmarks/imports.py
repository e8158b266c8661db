"""How long `import` takes beside a bare loop, and how long once more when nothing is new.

Run `python -m tests.benchmarks.imports [--contacts N] [--pairs N]`. A file of 100,000 contacts, all
with an e-mail and a number, is taken into a directory that has the offices: by pressdesk, by
bare_import.py, and once more by pressdesk, in turn and as whole processes, each round in fresh
directories. The rows of both must be the same. What counts is the median of the ratios of the
rounds. Memory is the peak of the process.
"""

import argparse
import csv
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tests.benchmarks.blocks import Run
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import letters

BARE = (sys.executable, "-m", "tests.benchmarks.bare_import")
OFFICES = 50
HEADER = ("office", "name", "title", "email", "phone", "ext", "mobile", "topics")
_GIVEN = ("Alex", "Amina", "Zoë", "Bruno", "José", "Chiara", "Ada", "Dmitri")
_TITLES = ("Press Officer", "Head of Media", "Spokesperson", "Communications Assistant")
_TOPICS = ("health", "shelter", "food")
_TABLES = ("contact", "contact_title", "contact_language", "contact_topic", "email", "phone",
           "posting", "alias", "search")  # fmt: skip


def number(place: int) -> str:
    """Give one of the numbers, each once, in the spellings of four places, with brackets too."""
    local = 2_000_000 + place % 7_000_000
    form = place % 4
    if form == 0:
        return f"+1 202 {local // 10_000} {local % 10_000:04d}"
    if form == 1:
        return f"+1 (312) {local // 10_000}-{local % 10_000:04d}"
    if form == 2:
        return f"+41 22 {local // 10_000} {local // 100 % 100:02d} {local % 100:02d}"
    return f"+44 20 7{local // 10_000} {local % 10_000:04d}"


def office_rows() -> Iterator[tuple[str, ...]]:
    """Give the offices, each with a switchboard of its own."""
    yield ("code", "name", "organization", "city", "country", "switchboard")
    for place in range(OFFICES):
        yield (f"office-{place}", f"Office {letters(place)}", "Harbour Relief",
               f"City {letters(place)}", "US" if place % 2 else "CH",
               f"+1 212 555 {place:04d}")  # fmt: skip


def contact_rows(size: int) -> Iterator[tuple[str, ...]]:
    """Give the contacts: every other has an extension on the switchboard, and a mobile."""
    yield HEADER
    for place in range(size):
        name = f"{_GIVEN[place % len(_GIVEN)]} Kowal{letters(place)}"
        phone = number(place)
        extension = f"{place // OFFICES:05d}" if place % 2 else ""
        yield (f"office-{place % OFFICES}", name, _TITLES[place % len(_TITLES)],
               f"kowal.{letters(place)}@example.org", "" if extension else phone, extension,
               phone if extension else "", _TOPICS[place % len(_TOPICS)])  # fmt: skip


def write_csv(path: Path, rows: Iterator[tuple[str, ...]]) -> Path:
    """Write a file as a spreadsheet does."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def differing_tables(first: Path, second: Path) -> list[str]:
    """Name the tables in which two directories differ; times and ids of operations may."""
    columns = dict.fromkeys(_TABLES, "*") | {
        "change": "subject, subject_id, version, before, after"
    }
    with closing(sqlite3.connect(first)) as one, closing(sqlite3.connect(second)) as other:
        return [
            table
            for table, names in columns.items()
            for query in [f"SELECT {names} FROM {table}"]  # noqa: S608
            if any(a != b for a, b in zip(one.execute(query), other.execute(query), strict=True))
        ]


def run(command: Sequence[str], variables: dict[str, str], talk: Path) -> Run:
    """Run one process, with what it says in a file."""
    start = time.perf_counter()
    with (
        talk.open("wb") as file,
        subprocess.Popen(command, env=variables, stdout=file, stderr=file) as process,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    assert process.returncode == 0, talk.read_text(encoding="utf-8")
    return Run(seconds, usage.ru_maxrss / 1024)


def measure_round(folder: Path, empty: Path, contacts: Path) -> tuple[Run, Run, Run]:
    """Import by pressdesk, by the bare loop, and again by pressdesk, into fresh directories."""
    ours, theirs, talk = folder / "ours.db", folder / "bare.db", folder / "talk.txt"
    for path in (ours, theirs):
        shutil.copyfile(empty, path)
    variables = environment(ours)
    command = (*PRESSDESK, "import", str(contacts))
    first = run(command, variables, talk)
    bare = run((*BARE, str(theirs), str(contacts)), variables, talk)
    assert not (found := differing_tables(ours, theirs)), found
    second = run(command, variables, talk)
    assert not (found := differing_tables(ours, theirs)), found
    return first, bare, second


def main() -> None:
    """Make the files and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.db"
        offices = write_csv(folder / "offices.csv", office_rows())
        contacts = write_csv(folder / "contacts.csv", contact_rows(asked.contacts))
        command = [*PRESSDESK, "--quiet", "import", str(offices)]
        subprocess.run(command, env=environment(empty), check=True)
        rounds = [measure_round(folder, empty, contacts) for _ in range(asked.pairs + 1)][1:]
    print(f"import of {asked.contacts:,} contacts, medians of {asked.pairs} rounds")
    ratios = (
        ("bare loop", 1, 1, "itself"),
        ("pressdesk", 0, 1, "the bare loop"),
        ("once more", 2, 0, "the first import"),
    )
    for name, one, other, beside in ratios:
        seconds = statistics.median(each[one].seconds for each in rounds)
        ratio = statistics.median(each[one].seconds / each[other].seconds for each in rounds)
        peak = max(each[one].peak for each in rounds)
        print(f"{name:10} {seconds:7.2f} s {peak:7.1f} MiB   {ratio:5.2f} x {beside}")


if __name__ == "__main__":
    main()
