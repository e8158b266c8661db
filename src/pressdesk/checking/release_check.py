"""All blocks of one release beside the directory, and the release with what can be mended."""

from typing import NamedTuple

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD
from pressdesk.checking.checker import Checker, Judged
from pressdesk.checking.finding import Finding, Status
from pressdesk.releases.release import FoundBlock, Release


class Located(NamedTuple):
    """A finding and its line in the file, from 1."""

    line: int
    finding: Finding


class ReleaseCheck(NamedTuple):
    """What was found of a release; blocks: how many it has, those included that are doubtful."""

    blocks: int
    found: tuple[Located, ...]

    @property
    def is_current(self) -> bool:
        """Whether all that it prints holds; true of a release without a block."""
        return all(one.finding.status is Status.NO_BLOCK for one in self.found)


def check_release(release: Release, checker: Checker) -> ReleaseCheck:
    """Check every block of a release."""
    found = [
        Located(_line_of(finding, block, release.form), finding)
        for block in release.blocks
        for finding in checker.judge(block.text).findings
    ]
    doubt = Finding(Status.UNKNOWN, "block")
    found += [Located(line, doubt) for line in release.doubtful]
    count = len(release.blocks) + len(release.doubtful)
    if not count:
        found.append(Located(1, Finding(Status.NO_BLOCK, "block")))
    return ReleaseCheck(count, tuple(sorted(found, key=lambda one: one.line)))


def mend_release(release: Release, checker: Checker) -> bytes | None:
    """Give the bytes with every block mended that is wholly understood; None where there is none.

    A block is left as it is unless all of it would hold afterwards. Raises InvalidFileError where
    the file's encoding cannot hold what is new.
    """
    printed = [
        _mended(checker.judge(block.text), release.form, checker) for block in release.blocks
    ]
    return release.with_blocks(printed) if any(printed) else None


def _mended(judged: Judged, form: str, checker: Checker) -> str | None:
    block = checker.mended(judged)
    if block is None:
        return None
    style = judged.style or CARD
    again = checker.judge(render_block(block, style))
    return None if again.findings else render_block(block, style, form)


def _line_of(finding: Finding, block: FoundBlock, form: str) -> int:
    """Give the line on which something is printed; of pages that of the block."""
    if form not in {"text", "markdown"} or not finding.old:
        return block.line
    lines = block.text.split("\n")
    value = finding.old.partition(" ext ")[0]
    place = next((n for n, line in enumerate(lines) if value in line), 0)
    # A marked block begins with its mark.
    return block.line + place + (form == "markdown" and block.is_marked)
