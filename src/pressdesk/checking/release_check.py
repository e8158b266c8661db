"""All blocks of one release beside the directory, and the release with what can be mended."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD
from pressdesk.checking.checker import Checker, Judged
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.links import find_strays
from pressdesk.checking.traces import Wanted, find_traces
from pressdesk.model import is_same_language
from pressdesk.releases.release import FoundBlock, Release
from pressdesk.releases.typed.leftover import find_lost_text


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
    found = [one for block in release.blocks for one in _check_block(block, release, checker)]
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
        _mended(checker.judge(block.text, release.language), release, checker)
        if any(_check_block(block, release, checker)) and not _says_more(block, release, checker)
        else None
        for block in release.blocks
    ]
    return release.with_blocks(printed) if any(printed) else None


def _says_more(block: FoundBlock, release: Release, checker: Checker) -> bool:
    """Ask whether a block says what would be lost when it is printed anew."""
    return find_lost_text(block.text, checker.styles, release.language) is not None


def _check_block(block: FoundBlock, release: Release, checker: Checker) -> Iterator[Located]:
    """Check what a block says, and where its links lead."""
    judged = checker.judge(block.text, release.language)
    for finding in judged.findings:
        yield Located(_line_of(finding, block, release), finding)
    if release.can_link:
        yield from (Located(*one) for one in find_strays(block, release, judged))


def _mended(judged: Judged, release: Release, checker: Checker) -> str | None:
    block = checker.mended(judged)
    if block is None:
        return None
    style = judged.style or CARD
    again = checker.judge(render_block(block, style), release.language)
    if again.findings:
        return None
    if release.language and is_same_language(release.language, block.language):
        block = block._replace(language=release.language)  # en-US stays en-US
    return render_block(block, style, release.form)


def _line_of(finding: Finding, block: FoundBlock, release: Release) -> int:
    """Give the line on which something is printed; where it is not found, that of the block."""
    if not finding.old:
        return block.line
    number, _, extension = finding.old.partition(" ext ")
    digits = "".join(filter(str.isdigit, number))
    wanted = Wanted(numbers=((digits, extension or None),))
    seen = release.seen()
    as_it_stands = (one for one in seen.lines if number in one.text and extension in one.text)
    # A number may have been read from other writing than its own.
    as_it_is_read = find_traces(seen, wanted) if finding.field == "phone" else iter(())
    places = (one.number for one in chain(as_it_stands, as_it_is_read) if one.number >= block.line)
    return next(places, block.line)
