"""How long `pressdesk page` takes, how large its page is, and how fast it searches in a browser.

Run `python -m tests.benchmarks.page [--contacts N]`. The yardstick is an export of the same
contacts as JSON, in the same run. A search is the time between a letter that is typed and the list
that shows it, in Chromium (left out where there is none).
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.blocks import measure
from tests.benchmarks.cold_start import PRESSDESK, environment
from tests.benchmarks.directories import make_directory
from tests.browser import PROGRAM, browsing

SEARCH = """(word => {
    const field = document.querySelector("input[type=search]");
    const start = performance.now();
    field.value = word;
    field.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - start;
})"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db, made = folder / "directory.db", folder / "page.html"
        make_directory(db, asked.contacts)
        mine = measure((*PRESSDESK, "page"), environment(db), made)
        other = measure(
            (*PRESSDESK, "export", "--format", "json"), environment(db), folder / "all.json"
        )
        megabytes = made.stat().st_size / 1e6
        print(f"page of {asked.contacts:,} contacts: {mine.seconds:.2f} s, {megabytes:.2f} MB; "
              f"export as JSON {other.seconds:.2f} s")  # fmt: skip
        if PROGRAM:
            with browsing(folder) as page:
                page.open(made)
                words = ("a", "an", "ann", "geneva", "x", "zq", "20 7946", "")
                times = [page.run(f'{SEARCH}("{word}")') for word in words]
                print(
                    " ".join(
                        f"{word!r} {time:.0f}" for word, time in zip(words, times, strict=True)
                    )
                )
                print(f"search: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms")


if __name__ == "__main__":
    main()
