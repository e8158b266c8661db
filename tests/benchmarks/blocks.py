"""How long `block --batch` takes beside a bare loop, and whether its memory grows.

Run `python -m tests.benchmarks.blocks [--pairs N]`. 10,000 requests over 10,000 offices, each with
its own contact, are answered by pressdesk and by bare_blocks.py in turn, as whole processes; the
answers must be the same bytes. What counts is the median of the ratios of the pairs. Memory is the
peak of the process, for 10,000 requests and for ten times as many; a small process starts it, as
Linux counts what the starting process held before exec as the peak of the new one.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import make_directory

OFFICES = 10_000
BARE = (sys.executable, "-m", "tests.benchmarks.bare_blocks")


class Run(NamedTuple):
    """What one process took: seconds, and MiB at its peak."""

    seconds: float
    peak: float


def measure(
    command: Sequence[str], variables: dict[str, str], target: Path, statuses: Sequence[int] = (0,)
) -> Run:
    """Run one process with its output in a file; statuses: those that it may end with."""
    start = time.perf_counter()
    with (
        target.open("wb") as file,
        subprocess.Popen(command, env=variables, stdout=file, stderr=subprocess.DEVNULL) as process,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    assert process.returncode in statuses, command
    return Run(seconds, usage.ru_maxrss / 1024)


_PEAK = """import resource, subprocess, sys
quiet = subprocess.DEVNULL
assert subprocess.run(sys.argv[1:], stdout=quiet, stderr=quiet).returncode in {0, 1}
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""


def measure_peak(command: Sequence[str], variables: dict[str, str]) -> float:
    """Run one process from a small one, and return its peak memory in MiB."""
    starter = (sys.executable, "-S", "-c", _PEAK, *command)
    done = subprocess.run(starter, env=variables, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def write_requests(path: Path, times: int = 1) -> Path:
    """Write a request for each office, in an order that is not that of the tables."""
    numbers = [number * 7919 % OFFICES for number in range(OFFICES)]
    lines = [json.dumps({"office": f"office-{number}", "id": number}) for number in numbers]
    path.write_text("\n".join(lines * times) + "\n", encoding="utf-8")
    return path


def main() -> None:
    """Make the directory and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = folder / "offices.db"
        make_directory(db, OFFICES, OFFICES)
        variables = environment(db)
        requests = write_requests(folder / "requests.jsonl")
        ours = (*PRESSDESK, "block", "--batch", str(requests))
        bare = (*BARE, str(db), str(requests))
        outs = folder / "ours.jsonl", folder / "bare.jsonl"
        runs = [
            (measure(ours, variables, outs[0]), measure(bare, variables, outs[1]))
            for _ in range(pairs + 1)
        ][1:]
        assert outs[0].read_bytes() == outs[1].read_bytes(), "the answers differ"
        ratio = statistics.median(one.seconds / other.seconds for one, other in runs)
        mine = statistics.median(one.seconds for one, _ in runs)
        theirs = statistics.median(other.seconds for _, other in runs)
        print(f"block --batch, {OFFICES:,} requests over as many offices, {pairs} pairs")
        print(f"pressdesk {mine:6.2f} s   bare loop {theirs:6.2f} s   ratio {ratio:5.2f}")
        many = write_requests(folder / "many.jsonl", 10)
        small = measure_peak(ours, variables)
        large = measure_peak((*PRESSDESK, "block", "--batch", str(many)), variables)
        print(f"peak memory {small:5.1f} MiB, for ten times as many requests {large:5.1f} MiB, "
              f"ratio {large / small:5.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
