"""Draw the picture of a terminal in the README: `python -m tests.make_terminal`.

The commands are run on the sample directory, in a folder that is gone afterwards; Rich draws what
they print.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pressdesk.cli import run
from tests.conftest import ROOT

PICTURE = ROOT / "docs" / "terminal.svg"
_WIDTH = 96
COMMANDS = (
    'pressdesk block "washington dc"',
    "pressdesk append release.txt --office nairobi --lang en --on 2026-11-24",
    "pressdesk contact edit amina --ext 311",
    "pressdesk check release.txt --on 2026-11-24",
    "pressdesk check release.txt --on 2026-11-24 --fix",
)
# The picture brings no font of somebody else's server along.
_FONTS = re.compile(r"\s*(?:@font-face \{.*?\}|<!--.*?-->)", re.DOTALL)


def picture() -> str:
    """Give the picture as SVG."""
    console = Console(
        record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True,
        color_system="truecolor", markup=False, emoji=False, highlight=False,
    )  # fmt: skip
    for command, printed in session():
        console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
        console.print(Text(printed))
    drawn = console.export_svg(title="pressdesk", unique_id="pressdesk")
    return _FONTS.sub("", drawn)


def session() -> list[tuple[str, str]]:
    """Run the commands, and give each with what it printed."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder = Path(name)
        shutil.copytree(ROOT / "data" / "sample" / "releases", folder / "releases")
        (folder / "release.txt").write_text("Ships sail\n\nFive left port.\n\nENDS\n")
        db = str(folder / "directory.db")
        files = [str(ROOT / "data" / "sample" / f"{one}.csv") for one in ("offices", "contacts")]
        _printed(["--quiet", "--db", db, "import", *files])
        return [(one, _printed(["--db", db, *_words(one)])) for one in COMMANDS]


def texts(svg: str) -> list[str]:
    """Give what a picture shows: another version of Rich may draw it otherwise."""
    return re.findall(r"<text[^>]*>(.*?)</text>", svg)


def _words(command: str) -> list[str]:
    return shlex.split(command)[1:]


def _printed(words: list[str]) -> str:
    """Run pressdesk as in a pipe; give both of its streams."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        run(words)
    return said.getvalue()


if __name__ == "__main__":
    os.environ["NO_COLOR"] = "1"
    PICTURE.write_text(picture(), encoding="utf-8")
