"""What every format of releases offers: the blocks that a file has, and the file with another."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from pressdesk.releases.mentions.passage import Edit, Passage
from pressdesk.releases.seen import SeenText


class Placement(StrEnum):
    """Where a block goes in a release that has none.

    auto: before a closing ### or -30-, else behind ENDS, else before "About …" or notes to editors,
    else at the end.
    """

    AUTO = "auto"
    END = "end"
    BEFORE_END_MARK = "before-end-mark"
    AFTER_END_MARK = "after-end-mark"


class Before(NamedTuple):
    """A place before the line that begins with a text; where there is none, as auto says."""

    text: str


class FoundBlock(NamedTuple):
    """A block that stands in a release.

    line: of its first line in the file, from 1. text: as a reader sees it, each line ends in one
    LF. is_marked: it stands between marks of ours; in plain text none does.
    """

    line: int
    text: str
    is_marked: bool


class Release(Protocol):
    """A release that was read; nothing changes it, it gives the bytes of a changed one.

    form: the format of render_block that it takes. language: the tag that the file gives.
    """

    @property
    def form(self) -> str:
        """The format of blocks that it takes: text, markdown or html."""

    @property
    def language(self) -> str | None:
        """The language (BCP 47) that the file says it is in."""

    @property
    def can_link(self) -> bool:
        """Whether links can stand in it: in plain text there are none."""

    @property
    def blocks(self) -> tuple[FoundBlock, ...]:
        """The blocks that stand in it: marked ones, and typed ones that are wholly understood."""

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The lines at which something begins like a block and is not wholly understood."""

    def seen(self) -> SeenText:
        """Return what a reader sees."""

    def passages(self) -> Iterator[Passage]:
        """Yield all text in which addresses and numbers may stand, targets of links included.

        Comments, scripts, hidden and deleted text are left out.
        """

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes with other text in some places, and all else as it is.

        edits: as passages give them. Raises InvalidFileError where the encoding cannot hold it.
        """

    def with_block(self, printed: str, *, placement: Placement | Before, adds: bool) -> bytes:
        """Return the bytes with a block in the place of those that are there.

        printed: in the form of the release. adds: leave those that are there. The same bytes come
        back where nothing changes. Raises InvalidFileError where the block would be swallowed, or
        the file's encoding cannot hold it.
        """

    def with_blocks(self, printed: Sequence[str | None]) -> bytes:
        """Return the bytes with others in the places of its blocks; None leaves one as it is."""

    def without_blocks(self, kept: Collection[int] = ()) -> bytes:
        """Return the bytes without the blocks: those from before they were put in.

        kept: the places among `blocks` of those that stay.
        """
