"""A release with another block, or without: what became of it."""

from enum import StrEnum
from typing import NamedTuple

from pressdesk.releases.release import FoundBlock, Placement, Release


class Outcome(StrEnum):
    """What became of one release."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class Changed(NamedTuple):
    """The bytes of a changed release; before: the blocks that it had, in their order."""

    outcome: Outcome
    content: bytes
    before: tuple[FoundBlock, ...]
    doubtful: tuple[int, ...]


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
