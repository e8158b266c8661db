"""A release with another block, or without: what became of it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from pressdesk.blocks.style import Style
from pressdesk.releases.leftover import find_lost_text
from pressdesk.releases.release import FoundBlock, Placement, Release


class Outcome(StrEnum):
    """What became of one release."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class Lost(NamedTuple):
    """What would go with a block that somebody typed; line: of the block, from 1."""

    line: int
    text: str


class Changed(NamedTuple):
    """The bytes of a changed release; before: the blocks that it had, in their order."""

    outcome: Outcome
    content: bytes
    before: tuple[FoundBlock, ...]
    doubtful: tuple[int, ...]


def find_losses(release: Release, styles: Sequence[Style] = ()) -> list[Lost]:
    """Find what would be lost with the typed blocks of a release, beside their people."""
    found = (
        (block.line, find_lost_text(block.text, styles, release.language))
        for block in release.blocks
        if not block.is_marked
    )
    return [Lost(line, text) for line, text in found if text]


def put_block(
    release: Release, content: bytes, printed: str, placement: Placement, *, adds: bool
) -> Changed:
    """Put a block into a release; content: its bytes as they are. Raises InvalidFileError."""
    before = release.blocks
    new = release.with_block(printed, placement=placement, adds=adds)
    outcome = Outcome.UPDATED if before and not adds else Outcome.ADDED
    if new == content:
        outcome = Outcome.UNCHANGED
    return Changed(outcome, new, before, release.doubtful)


def take_block(release: Release, content: bytes) -> Changed:
    """Take all blocks out of a release; content: its bytes as they are."""
    new = release.without_blocks()
    outcome = Outcome.UNCHANGED if new == content else Outcome.REMOVED
    return Changed(outcome, new, release.blocks, release.doubtful)
