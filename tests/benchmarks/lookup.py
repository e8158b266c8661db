"""How long a lookup takes: beside a hello app, in ever larger directories, beside khard and abook.

Run `python -m tests.benchmarks.lookup [--million] [--pairs N]`. Each process starts cold. What is
compared is started in turn, and what counts is the median of the ratios of the pairs. khard is
installed from PyPI into a folder of its own; abook is shown where it is installed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.cold_start import HELLO, PRESSDESK, compare_commands, environment
from tests.benchmarks.directories import cards, letters, make_directory

ONE, HALF = f"kowal{letters(3)}", "alex"
COMPLETE = {"_PRESSDESK_COMPLETE": "complete_bash", "COMP_WORDS": "pressdesk\nblock\noffice-1",
            "COMP_CWORD": "2"}  # fmt: skip


def find(term: str) -> tuple[str, ...]:
    """Give the command that looks a term up."""
    return (*PRESSDESK, "find", "--limit", "20", term)


def against_hello(folder: Path, pairs: int) -> None:
    """Compare with the smallest app; completion with find."""
    print(f"\n{'beside a one-command Typer app':44} {'ms':>7} {'other':>7} {'ratio':>6}")
    here = environment(folder / "1000.db")
    hello = (sys.executable, str(HELLO), "you")
    for words in (("find", "--limit", "20", ONE), ("block", "office-3"), ("show", "office-3")):
        row(" ".join(words), compare_commands((*PRESSDESK, *words), here, hello, here, pairs))
    completing = {**here, **COMPLETE}
    numbers = compare_commands(PRESSDESK, completing, find(ONE), here, pairs)
    row("completion of an office code, beside find", numbers)


def in_larger_directories(folder: Path, sizes: list[int], pairs: int) -> None:
    """Compare each size with 1,000 contacts."""
    print(f"\n{'beside 1,000 contacts':44} {'ms':>7} {'other':>7} {'ratio':>6}")
    small = environment(folder / "1000.db")
    for size in sizes[1:]:
        large = environment(folder / f"{size}.db")
        for name, term in (("one", ONE), ("half of them", HALF)):
            numbers = compare_commands(find(term), large, find(term), small, pairs)
            row(f"{size:,} contacts, a term that hits {name}", numbers)


def against_others(folder: Path, pairs: int) -> None:
    """Compare with the address books of a console on the same cards."""
    print(f"\n{'how many times as long the others take':44} {'ms':>7} {'ours':>7} {'ratio':>6}")
    khard = install_khard(folder)
    for size in (1000, 10_000):
        ours = environment(folder / f"{size}.db")
        home = folder / f"others-{size}"
        variables = {**ours, "XDG_CONFIG_HOME": str(home), "HOME": str(home)}
        vcf = write_cards(home, size)
        numbers = compare_commands(
            (str(khard), "list", "-p", ONE), variables, find(ONE), ours, pairs
        )
        row(f"khard, {size:,} cards", numbers)
        if abook := shutil.which("abook"):
            book = home / "addressbook"
            convert = [abook, "--convert", "--informat", "vcard", "--infile", str(vcf)]
            subprocess.run([*convert, "--outformat", "abook", "--outfile", str(book)], check=True)
            asked = (abook, "--datafile", str(book), "--mutt-query", ONE)
            numbers = compare_commands(asked, variables, find(ONE), ours, pairs)
            row(f"abook, {size:,} cards", numbers)


def install_khard(folder: Path) -> Path:
    """Install khard from PyPI where nothing else is."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "khard")], check=True)
    program = folder / "khard" / "bin"
    subprocess.run([program / "pip", "install", "--quiet", "khard"], check=True)
    return program / "khard"


def write_cards(home: Path, size: int) -> Path:
    """Write the cards one by one for khard, with its settings, and all in one file for abook."""
    book = home / "cards"
    book.mkdir(parents=True)
    everything = home / "all.vcf"
    with everything.open("w", encoding="utf-8", newline="") as file:
        for key, text in cards(size):
            (book / f"{key}.vcf").write_text(text, encoding="utf-8", newline="")
            file.write(text)
    config = home / "khard" / "khard.conf"
    config.parent.mkdir()
    config.write_text(f"[addressbooks]\n[[cards]]\npath = {book}\n", encoding="utf-8")
    return everything


def row(name: str, numbers: tuple[float, ...]) -> None:
    """Print one comparison."""
    first, second, ratio = numbers
    print(f"{name:44} {first * 1000:7.1f} {second * 1000:7.1f} {ratio:6.2f}")


def main() -> None:
    """Make the directories and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="measure 1,000,000 contacts too")
    parser.add_argument("--pairs", type=int, default=30)
    asked = parser.parse_args()
    sizes = [1000, 10_000, 100_000, *([1_000_000] if asked.million else [])]
    os.environ.pop("PRESSDESK_DB", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            make_directory(folder / f"{size}.db", size)
        print(f"medians of {asked.pairs} pairs")
        against_hello(folder, asked.pairs)
        in_larger_directories(folder, sizes, asked.pairs)
        against_others(folder, asked.pairs)


if __name__ == "__main__":
    main()
