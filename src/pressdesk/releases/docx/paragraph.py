"""One paragraph of a Word document while it is read: its lines, its links, where it stands."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pressdesk.releases.seen import Link, SeenLine

# Where something begins and ends in the bytes of a part.
Span = tuple[int, int]
_MOST_OPEN_LINKS = 4


class Format(NamedTuple):
    """Where a paragraph says how it looks: its own properties, and those of its first text."""

    style: str = ""
    properties: Span | None = None
    run: Span | None = None
    is_numbered: bool = False


class Mark(NamedTuple):
    """The beginning or the end of a bookmark, which may lie in another paragraph than its other."""

    id: str
    span: Span


@dataclass(slots=True)
class Paragraph:
    """What is known of a paragraph.

    number: its place in reading order, from 1. properties, run: where its own formatting is, and
    that of the first text in it. oddity: what of it a new block could not hold. ends_line: no when
    its end is deleted or hidden, so that the next one goes on in its line.
    """

    number: int
    start: int
    properties: Span | None = None
    run: Span | None = None
    style: str = ""
    is_hidden: bool = False
    is_numbered: bool = False
    ends_line: bool = True
    oddity: str = ""
    marks: list[Mark] = field(default_factory=list)
    boxes: list[SeenLine] = field(default_factory=list)
    lines: list[SeenLine] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _open: list[tuple[int, str]] = field(default_factory=list)

    @property
    def format(self) -> Format:
        """Give where it says how it looks."""
        return Format(self.style, self.properties, self.run, self.is_numbered)

    @property
    def has_text(self) -> bool:
        """Ask whether there is anything in it."""
        return bool(self._pieces or self.lines or self.boxes)

    def add(self, text: str) -> None:
        """Take in a piece of text."""
        self._pieces.append(text)

    def open_link(self, target: str) -> None:
        """Let a link begin here; Word has none within another, and so many can only be damage."""
        if len(self._open) < _MOST_OPEN_LINKS:
            self._open.append((len(self._pieces), target))

    def close_link(self) -> None:
        """Let the last link end here."""
        if self._open:
            self._keep_link(*self._open.pop())

    def break_line(self) -> None:
        """End a line; an open link goes on in the next."""
        for start, target in self._open:
            self._keep_link(start, target)
        text = "".join(self._pieces)
        self.lines.append(SeenLine(self.number, text, tuple(self._links)))
        self._open = [(0, target) for _, target in self._open]
        self._pieces.clear()
        self._links.clear()

    def carry(self, before: "Paragraph") -> None:
        """Begin with the line that a paragraph without an end has left."""
        self.number, self.oddity = before.number, before.oddity
        self.lines, self.boxes = before.lines, before.boxes
        self._pieces, self._links = before._pieces, before._links  # noqa: SLF001  # of its own kind

    def _keep_link(self, start: int, target: str) -> None:
        shown = "".join(self._pieces[start:]).strip()
        if shown:
            self._links.append(Link(shown, target))
