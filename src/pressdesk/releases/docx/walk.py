"""The walk through the tree of a part, and what is known of the part on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from pressdesk.releases.docx.lines import Format, Line, Paragraph, Run

# No document comes near it; one that does would hold its reader up.
_MOST_DEPTH = 200
_PLAIN, _NO_RUN = Format(), Run()


class Control(NamedTuple):
    """A content control of ours: a marked block; fault: why it cannot be one, or ""."""

    element: Element
    number: int
    lines: tuple[Line, ...]
    is_in_cell: bool
    format: Format
    fault: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Its lines as they are read."""
        return tuple(line.text for line in self.lines)


@dataclass(slots=True)
class Field:
    """A field that is open; shows: its code has ended, and its result is read."""

    code: str = ""
    shows: bool = False
    is_link: bool = False


@dataclass(slots=True)
class Walk:
    """A part while it is read.

    readers: who reads which kind of element; an element that is not among them is only around
    something else, and walked through. hidden_styles: the ids of styles whose text is not seen.
    number: of the last paragraph. lines: those of the innermost cell, text box or part that is read
    now. controls: of ours. paragraph, run: in which the walk is; ended: the paragraph that ended
    last; unended: one whose line goes on in the next. shown: how the last paragraph with a text
    looked, in the innermost content control. path: the names of the elements around.
    """

    readers: Mapping[str, "Reader"]
    hidden_styles: frozenset[str]
    number: int = 0
    lines: list[Line] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    paragraph: Paragraph | None = None
    ended: Paragraph | None = None
    unended: Paragraph | None = None
    shown: Format = _PLAIN
    run: Run = _NO_RUN
    cells: list[list[Line]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    path: list[str] = field(default_factory=list)

    def enter(self, element: Element) -> None:
        """Read what stands in an element; raise ValueError for what is nested without an end."""
        if len(self.path) > _MOST_DEPTH:
            raise ValueError(f"more than {_MOST_DEPTH} elements in each other")
        self.path.append(element.tag)
        for child in element:
            self.readers.get(child.tag, Walk.enter)(self, child)
        self.path.pop()

    def visit(self, element: Element) -> None:
        """Read an element."""
        self.readers.get(element.tag, Walk.enter)(self, element)

    def note(self, oddity: str) -> None:
        """Note of the paragraph what a new block could not hold."""
        if self.paragraph is not None:
            self.paragraph.oddity = oddity

    def end_paragraph(self, ended: Paragraph) -> None:
        """Take the lines of a paragraph, unless the next one goes on in them."""
        if not ended.ends_line:
            self.unended = ended
            return
        ended.break_line()
        self.lines += ended.lines
        self.lines += ended.boxes

    def end_line(self) -> None:
        """End a line that nothing follows in which it could go on."""
        before, self.unended = self.unended, None
        if before is not None and (before.pieces or before.lines or before.boxes):
            before.ends_line = True
            self.end_paragraph(before)


Reader = Callable[[Walk, Element], None]
