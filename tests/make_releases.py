"""Make the golden releases from what append writes now: `python -m tests.make_releases`.

Read `git diff tests/golden` before it is committed. A case is a folder with `before`, whose name
begins with the language of its block.
"""

from pathlib import Path

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import get_wording
from pressdesk.releases.formats import get_form, parse_release
from pressdesk.releases.release import Placement
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "releases"
MARIA = Entry(
    "Maria G. Moreno",
    None,
    "IOM Washington DC",
    (Way(WayKind.EMAIL, "mgmoreno@iom.int"), Way(WayKind.OFFICE, "+1 202 862 1826", "230")),
)


def cases() -> list[Path]:
    """Give the file of each case from before."""
    return sorted(GOLDEN.glob("*/before.*"))


def appended(path: Path) -> bytes:
    """Give the bytes of a case with its block."""
    language = path.parent.name[:2]
    release = parse_release(path.name, path.read_bytes(), get_form(path))
    block = Block(get_wording(language).lead_in, (MARIA,), language)
    printed = render_block(block, "card", release.form)
    return release.with_block(printed, placement=Placement.AUTO, adds=False)


def write_golden() -> None:
    """Write what each case becomes."""
    for path in cases():
        path.with_stem("after").write_bytes(appended(path))


if __name__ == "__main__":
    write_golden()
