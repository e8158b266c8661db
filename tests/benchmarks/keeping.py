"""How long it takes to keep a large directory true, and whether many can write at once.

Run `python -m tests.benchmarks.keeping [--contacts N] [--parallel SECONDS]`. 100,000 contacts are
imported, which is the yardstick; then doctor looks over them, duplicates are searched, somebody is
shown, their log is read, they are erased, and the import is undone. With --parallel 20 processes
add contacts to one directory for so long instead: what each was told is stored must be there.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pressdesk import Directory
from tests.benchmarks.blocks import Run
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.imports import contact_rows, office_rows, run, write_csv

_PROCESSES = 20
_WHO = "alex-kowalaaaaa"
# Whatever doctor finds, its status is no failure here.
_ANY_STATUS = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]) not in (0, 1))"


def measure(folder: Path, count: int) -> dict[str, Run]:
    """Import, and give each command in turn."""
    variables, talk = environment(folder / "directory.db"), folder / "talk.txt"
    offices = write_csv(folder / "offices.csv", office_rows())
    contacts = write_csv(folder / "contacts.csv", contact_rows(count))
    run((*PRESSDESK, "import", str(offices)), variables, talk)
    lines = (
        f"import {contacts}", "doctor", "doctor duplicates", f"show {_WHO}", f"log --of {_WHO}",
        "backup", f"contact erase {_WHO} --yes", "undo --yes",
    )  # fmt: skip
    return {
        line.removesuffix(str(contacts)): run(
            (sys.executable, "-c", _ANY_STATUS, *PRESSDESK, *line.split()), variables, talk
        )
        for line in lines
    }


def add_for(seconds: float, process: int, variables: dict[str, str]) -> tuple[set[str], float]:
    """Add contacts one by one; return the keys that were acknowledged, and the longest wait."""
    keys: set[str] = set()
    longest, end = 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        key, start = f"k{process}-{len(keys)}", time.monotonic()
        words = ("contact", "add", f"Person {key}", "--key", key, "--office", "geneva")
        command = (*PRESSDESK, "-q", *words, "--email", f"{key}@example.org")
        subprocess.run(command, env=variables, check=True)
        keys.add(key)
        longest = max(longest, time.monotonic() - start)
    return keys, longest


def add_in_parallel(folder: Path, seconds: float) -> None:
    """Let many processes add, and hold what they were told against what is there."""
    path = folder / "directory.db"
    variables = environment(path)
    run((*PRESSDESK, "office", "add", "Geneva", "--country", "CH"), variables, folder / "talk.txt")
    with ThreadPoolExecutor(_PROCESSES) as pool:
        done = list(
            pool.map(lambda process: add_for(seconds, process, variables), range(_PROCESSES))
        )
    told = {key for keys, _ in done for key in keys}
    with Directory.open(path) as directory:
        there = {contact.key for contact in directory.contacts()}
    longest = max(wait for _, wait in done)
    print(f"{_PROCESSES} processes, {seconds:g} s: {len(told)} contacts added, "
          f"{len(told - there)} lost; the longest command took {longest:.1f} s")  # fmt: skip


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--parallel", type=float, metavar="SECONDS")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if asked.parallel:
            add_in_parallel(Path(name), asked.parallel)
            return
        runs = measure(Path(name), asked.contacts)
    imported = next(iter(runs.values()))
    for line, done in runs.items():
        ratio = done.seconds / imported.seconds
        print(f"{line:36} {done.seconds:7.2f} s {done.peak:7.1f} MiB {ratio:6.2f} x the import")


if __name__ == "__main__":
    main()
