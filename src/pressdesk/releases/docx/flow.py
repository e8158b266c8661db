"""The lines of a part in reading order: rows of tables, and text boxes behind their paragraph."""

from collections.abc import Sequence

from pressdesk.releases.docx.paragraph import Paragraph
from pressdesk.releases.seen import SeenLine


def merge_cells(cells: Sequence[Sequence[SeenLine]]) -> list[SeenLine]:
    """Make lines of a row: one, its cells parted by TAB, where no cell has more than one.

    Else the cells follow each other, so that each card of contacts stays whole.
    """
    if not any(cells):
        return []
    if all(len(cell) <= 1 for cell in cells):
        ones = [line for cell in cells for line in cell]
        text = "\t".join(cell[0].text if cell else "" for cell in cells)
        text = text if text.strip("\t") else ""
        return [SeenLine(ones[0].number, text, tuple(link for one in ones for link in one.links))]
    return [line for cell in cells if any(one.text for one in cell) for line in cell]


class Flow:
    """Paragraphs in, lines out.

    lines: those of the innermost cell, text box or part that is read now.
    """

    def __init__(self) -> None:
        self.number = 0
        self.lines: list[SeenLine] = []
        self.paragraph: Paragraph | None = None
        self.unended: Paragraph | None = None
        self._paragraphs: list[Paragraph] = []
        self._outer: list[list[SeenLine]] = []
        self._rows: list[list[list[SeenLine]]] = []

    def begin_paragraph(self, start: int) -> Paragraph:
        """Begin a paragraph, perhaps in a text box within another."""
        self.number += 1
        self.paragraph = Paragraph(self.number, start)
        if self.unended is not None:
            self.paragraph.carry(self.unended)
            self.unended = None
        self._paragraphs.append(self.paragraph)
        return self.paragraph

    def end_paragraph(self) -> Paragraph:
        """End it; its lines come next, then those of its text boxes."""
        ended = self._paragraphs.pop()
        self.paragraph = self._paragraphs[-1] if self._paragraphs else None
        if ended.ends_line:
            self._take_lines(ended)
        else:
            self.unended = ended
        return ended

    def end_lines(self) -> None:
        """End a line that nothing follows in which it could go on."""
        if self.unended is not None and self.unended.has_text:
            self._take_lines(self.unended)
        self.unended = None

    def begin_inner(self) -> None:
        """Begin a cell or a text box."""
        self.end_lines()
        self._outer.append(self.lines)
        self.lines = []

    def end_box(self) -> None:
        """End a text box."""
        lines = self._end_inner()
        (self.lines if self.paragraph is None else self.paragraph.boxes).extend(lines)

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self._rows.append([])

    def end_cell(self) -> None:
        """End a cell."""
        lines = self._end_inner()
        if self._rows:
            self._rows[-1].append(lines)
        else:
            self.lines.extend(lines)

    def end_row(self) -> None:
        """End a row: now it is known how its cells are shown."""
        self.lines.extend(merge_cells(self._rows.pop()))

    def _end_inner(self) -> list[SeenLine]:
        self.end_lines()
        lines, self.lines = self.lines, self._outer.pop()
        return lines

    def _take_lines(self, ended: Paragraph) -> None:
        ended.break_line()
        self.lines.extend(ended.lines)
        self.lines.extend(ended.boxes)
