"""A release file that is open: what it is, what is to stand in it, and what became of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

from pressdesk.blocks.style import Style
from pressdesk.files.changing import changing_file
from pressdesk.files.reading import read_bytes
from pressdesk.reading.find.regions import read_regions
from pressdesk.releases.formats import get_form, parse_release
from pressdesk.releases.release import Before, Placement, Release
from pressdesk.releases.typed.block_reading import is_own
from pressdesk.releases.typed.leftover import find_lost_text

MOST_BYTES = 20 * 1024 * 1024


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


@dataclass(slots=True)
class OpenRelease:
    """A release that was read; nothing is written before its context ends.

    name: in messages. form: text, markdown, html or docx. release: what its content says. styles:
    of the house. new: the bytes to stand there instead; None leaves the file as it is. kept: where
    the old bytes are once they were replaced, if they were to be kept. left: the places among the
    blocks of those that stay where others are taken out.
    """

    name: str
    form: str
    content: bytes
    release: Release
    styles: Sequence[Style] = ()
    new: bytes | None = None
    kept: Path | None = None
    left: set[int] = field(default_factory=set)

    @classmethod
    def parse(
        cls, name: str, content: bytes, form: str | None, styles: Sequence[Style] = ()
    ) -> Self:
        """Read content; raise InvalidFileError.

        form: None says that the name tells it. styles: of the house, which its blocks may have.
        """
        form = form or get_form(name)
        return cls(name, form, content, parse_release(name, content, form, styles), styles)

    def put_block(self, printed: str, placement: Placement | Before, *, adds: bool) -> Outcome:
        """Put a block into the release; raise InvalidFileError where it would be swallowed."""
        self.new = self.release.with_block(printed, placement=placement, adds=adds)
        if self.new == self.content:
            return Outcome.UNCHANGED
        return Outcome.UPDATED if self.release.blocks and not adds else Outcome.ADDED

    def take_blocks(self, *, typed: bool = False) -> Outcome:
        """Take the blocks that pressdesk wrote out of the release; typed: all others too."""
        self.left = set() if typed else self.typed
        self.new = self.release.without_blocks(self.left)
        return Outcome.UNCHANGED if self.new == self.content else Outcome.REMOVED

    @property
    def typed(self) -> set[int]:
        """The places among the blocks of those that people typed."""
        language = self.release.language
        return {
            place
            for place, block in enumerate(self.release.blocks)
            if not is_own(block, self.styles, language)
        }

    def find_contacts(self) -> Lost | None:
        """Find contacts in a release without a block: those that `reading` finds, or begins to.

        Returns None where there is a block, or nobody.
        """
        if self.release.blocks:
            return None
        seen = self.release.seen()
        people = [
            (seen.lines[contact.line].number, contact.name or contact.emails[0])
            for region in read_regions([line.text for line in seen.lines], language=seen.language)
            for contact in region.contacts
            if contact.emails or (contact.name and contact.phones)
        ]
        doubtful = self.release.doubtful
        if people:
            return Lost(people[0][0], ", ".join(dict.fromkeys(name for _, name in people)))
        return Lost(doubtful[0], "") if doubtful else None

    def find_losses(self) -> list[Lost]:
        """Find what would be lost with its typed blocks, beside their people."""
        found = (
            (block.line, find_lost_text(block.text, self.styles, self.release.language))
            for block in self.release.blocks
            if not block.is_marked
        )
        return [Lost(line, text) for line, text in found if text]


def read_release(name: str, form: str | None, styles: Sequence[Style] = ()) -> OpenRelease:
    """Read a release file; raise FileError or InvalidFileError; form, styles: see `parse`."""
    return OpenRelease.parse(name, read_bytes(Path(name), MOST_BYTES), form, styles)


@contextmanager
def editing_release(
    name: str, form: str | None, styles: Sequence[Style] = (), *, backup: bool = False
) -> Iterator[OpenRelease]:
    """Open a release file; what is put into it stands in the file at the end.

    form, styles: see `parse`. backup, and what is raised: see `changing_file`.
    """
    with changing_file(Path(name), MOST_BYTES, backup=backup) as file:
        opened = OpenRelease.parse(name, file.content, form, styles)
        yield opened
        file.new = opened.new
    opened.kept = file.kept
