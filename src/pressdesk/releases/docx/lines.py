"""What a part of a Word document shows: lines, made of pieces whose elements are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from pressdesk.releases.docx.names import Languages
from pressdesk.releases.seen import Link

_MOST_OPEN_LINKS = 4


class Run(NamedTuple):
    """What the properties of a run (`w:rPr`) say of its text."""

    properties: Element | None = None
    is_hidden: bool = False
    language: Languages | None = None


class Piece(NamedTuple):
    """A stretch of a line that is the text of one element: a `w:t`, a tab, a sign.

    element: None for what stands between the cells of a row.
    """

    text: str
    element: Element | None = None
    run: Run = Run()


class Line(NamedTuple):
    """A line as a reader sees it; number: of its paragraph in reading order, from 1.

    pieces: what its text is made of.
    """

    number: int
    text: str
    links: tuple[Link, ...]
    pieces: tuple[Piece, ...]


class Format(NamedTuple):
    """How a paragraph looks: its properties (`w:pPr`), and those of its first text (`w:rPr`)."""

    style: str = ""
    paragraph: Element | None = None
    run: Element | None = None
    is_numbered: bool = False


@dataclass(slots=True)
class Paragraph:
    """What is known of a paragraph.

    number: its place in reading order, from 1. ends_line: no where its end is deleted or hidden, so
    that the next paragraph goes on in its line. oddity: what of it a new block could not hold.
    marks: the beginnings and ends of bookmarks. boxes: the lines of its text boxes. first: the run
    of its first text.
    """

    number: int
    properties: Element | None = None
    style: str = ""
    is_numbered: bool = False
    ends_line: bool = True
    oddity: str = ""
    marks: list[Element] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    first: Run | None = None
    _links: list[Link] = field(default_factory=list)
    _open: list[tuple[int, str]] = field(default_factory=list)

    @property
    def format(self) -> Format:
        """How it looks."""
        run = self.first.properties if self.first else None
        return Format(self.style, self.properties, run, self.is_numbered)

    def open_link(self, target: str) -> None:
        """Let a link begin here; Word has none within another, and so many can only be damage."""
        if len(self._open) < _MOST_OPEN_LINKS:
            self._open.append((len(self.pieces), target))

    def close_link(self) -> None:
        """Let the last link end here."""
        if self._open:
            self._keep_link(*self._open.pop())

    def break_line(self) -> None:
        """End a line; an open link goes on in the next."""
        for start, target in self._open:
            self._keep_link(start, target)
        text = join_pieces(self.pieces)
        self.lines.append(Line(self.number, text, tuple(self._links), tuple(self.pieces)))
        self._open = [(0, target) for _, target in self._open]
        self.pieces, self._links = [], []

    def carry(self, before: "Paragraph") -> None:
        """Begin with the line that a paragraph without an end has left."""
        self.number, self.oddity = before.number, before.oddity
        self.lines, self.boxes = before.lines, before.boxes
        self.pieces, self._links = before.pieces, before._links  # noqa: SLF001  # of its own kind

    def _keep_link(self, start: int, target: str) -> None:
        shown = join_pieces(self.pieces[start:]).strip()
        if shown:
            self._links.append(Link(shown, target))


def join_pieces(pieces: Sequence[Piece]) -> str:
    """Return the text of pieces."""
    return "".join(piece.text for piece in pieces)


def merge_cells(cells: Sequence[Sequence[Line]]) -> list[Line]:
    """Return the lines of a row: one, its cells parted by TAB, where no cell has more than one.

    Else the cells follow each other, so that each card of contacts stays whole.
    """
    if any(len(cell) > 1 for cell in cells):
        return [line for cell in cells if any(line.text for line in cell) for line in cell]
    filled = [line for cell in cells for line in cell]
    if not filled:
        return []
    pieces: list[Piece] = []
    for cell in cells:
        pieces += (Piece("\t"), *(cell[0].pieces if cell else ()))
    shown = tuple(pieces[1:]) if any(line.text.strip("\t") for line in filled) else ()
    links = tuple(link for line in filled for link in line.links)
    return [Line(filled[0].number, join_pieces(shown), links, shown)]
