"""How long a command takes from a cold start, beside a one-command Typer app.

Run `python -m tests.benchmarks.cold_start [PAIRS]`. Both processes are started in turn, so that a
machine that slows down slows both; what counts is the ratio of each pair.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SMALL = Path(__file__).parents[1] / "data" / "small"
HELLO = Path(__file__).with_name("hello.py")
PRESSDESK = (sys.executable, "-m", "pressdesk")
COMMANDS = (["block", "washington dc"], ["show", "washington dc"], ["contact", "list"])


def environment(db: Path) -> dict[str, str]:
    """Give the environment of a user: compiled modules are kept, as an installation keeps them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PRESSDESK_DB": str(db), "HOME": str(db.parent)}


def seconds(command: Sequence[str], variables: dict[str, str]) -> float:
    """Time one whole process."""
    start = time.perf_counter()
    subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare_commands(
    command: Sequence[str],
    variables: dict[str, str],
    other: Sequence[str],
    others: dict[str, str],
    pairs: int,
) -> tuple[float, ...]:
    """Give the medians of a command, of another one, and of their ratio, after one uncounted pair.

    variables, others: the environment of each.
    """
    times = [(seconds(command, variables), seconds(other, others)) for _ in range(pairs + 1)][1:]
    ratios = [ours / theirs for ours, theirs in times]
    columns = (*zip(*times, strict=True), ratios)
    return tuple(statistics.median(column) for column in columns)


def main() -> None:
    """Print a row for each command."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    hello = (sys.executable, str(HELLO), "you")
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "directory.db"
        variables = environment(db)
        files = [str(SMALL / name) for name in ("offices.csv", "contacts.csv")]
        subprocess.run([*PRESSDESK, "--quiet", "import", *files], env=variables, check=True)
        print(f"{'command':24} {'ms':>7} {'hello ms':>9} {'ratio':>6}   medians of {pairs} pairs")
        for words in COMMANDS:
            command = (*PRESSDESK, *words)
            ours, theirs, ratio = compare_commands(command, variables, hello, variables, pairs)
            name = " ".join(words)
            print(f"{name:24} {ours * 1000:7.1f} {theirs * 1000:9.1f} {ratio:6.2f}")


if __name__ == "__main__":
    main()
