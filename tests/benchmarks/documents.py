"""How long `check` of Word documents takes beside opening them with python-docx.

Run `python -m tests.benchmarks.documents [--documents N] [--pairs N]`. Documents of 8 kB of text,
most with the block of one of 300 offices in a content control, are checked by pressdesk and opened
by bare_docx.py in turn, as whole processes. What counts is the median of the ratios of the pairs.
"""

import argparse
import io
import random
import statistics
import sys
import tempfile
from pathlib import Path

import docx

from pressdesk.releases.docx.document import parse_docx
from pressdesk.releases.release import Placement
from tests.benchmarks.blocks import measure
from tests.benchmarks.check import OFFICES, blocks, paragraphs
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import make_directory

BARE = (sys.executable, "-m", "tests.benchmarks.bare_docx")


def write_documents(folder: Path, count: int, printed: list[str]) -> None:
    """Write documents; every eighth has no block."""
    folder.mkdir()
    chance = random.Random(7)  # noqa: S311  # the same documents in every run
    for number in range(count):
        made = docx.Document()
        made.add_heading(f"Harbour Relief news {number}", 1)
        for text in paragraphs(chance, 8000):
            made.add_paragraph(text.replace("\n", " "))
        file = io.BytesIO()
        made.save(file)
        content = file.getvalue()
        if number % 8:
            block = printed[chance.randrange(len(printed))]
            release = parse_docx("made.docx", content)
            content = release.with_block(block, placement=Placement.AUTO, adds=False)
        (folder / f"{number:05d}.docx").write_bytes(content)


def main() -> None:
    """Make the documents and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db, documents = folder / "directory.db", folder / "documents"
        make_directory(db, OFFICES * 3, OFFICES)
        write_documents(documents, asked.documents, blocks(db))
        variables = environment(db)
        runs = [
            (
                measure((*PRESSDESK, "check", str(documents)), variables, folder / "out", (1,)),
                measure((*BARE, str(documents)), variables, folder / "out"),
            )
            for _ in range(asked.pairs + 1)
        ][1:]
        ratio = statistics.median(one.seconds / other.seconds for one, other in runs)
        mine = statistics.median(one.seconds for one, _ in runs)
        theirs = statistics.median(other.seconds for _, other in runs)
        print(f"check of {asked.documents:,} Word documents, {asked.pairs} pairs")
        print(f"pressdesk {mine:6.2f} s   python-docx {theirs:6.2f} s   ratio {ratio:5.2f}")


if __name__ == "__main__":
    main()
