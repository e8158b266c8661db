"""Make the golden files of blocks from what is printed now: `python -m tests.make_golden`.

Read `git diff tests/golden` before it is committed: each line of it is what a release will say.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES
from tests.blocks.samples import sample_block
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "blocks"
FORMAT_OF = {".txt": "text", ".md": "markdown", ".html": "html"}


def golden_paths() -> Iterator[Path]:
    """Name the file of each style, language and format: `card/fr.html`."""
    for style, language, suffix in product(BUILT_IN, LANGUAGES, FORMAT_OF):
        yield GOLDEN / style / f"{language}{suffix}"


def printed_for(path: Path) -> str:
    """Print what belongs into a golden file; its name says what."""
    return render_block(sample_block(path.stem), path.parent.name, FORMAT_OF[path.suffix])


def write_golden() -> None:
    """Write every golden file."""
    for path in golden_paths():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed_for(path), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_golden()
