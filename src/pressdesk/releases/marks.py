"""The marks around a block in Markdown and HTML: comments on lines of their own."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.errors import InvalidFileError

BEGIN = "<!-- BEGIN pressdesk block -->"
END = "<!-- END pressdesk block -->"
# People re-indent and tools re-space comments.
MARK = re.compile(r"<!--\s*(?P<which>BEGIN|END)\s+pressdesk\s+block\s*-->")
_REMEDY = "mend it by hand, or take both marks away"


class MarkAt(NamedTuple):
    """A mark that stands in a text: whether it begins a block, its offsets, and its line from 1."""

    is_begin: bool
    start: int
    end: int
    line: int


def marked(block: str, *, parts: bool = False) -> str:
    """Return a block between its marks; each line ends in one LF.

    parts: put a blank line before the last mark, where a comment would go on in the paragraph.
    """
    gap = "\n" if parts else ""
    return f"{BEGIN}\n{block.rstrip(chr(10))}\n{gap}{END}\n"


def find_marks(text: str) -> list[MarkAt]:
    """Find the marks of a text, wherever they stand."""
    found = []
    line, behind = 1, 0
    for one in MARK.finditer(text):
        line += len(re.findall(r"\r\n|\r|\n", text[behind : one.start()]))
        behind = one.start()
        found.append(MarkAt(one["which"] == "BEGIN", one.start(), one.end(), line))
    return found


def pair_marks(name: str, marks: Sequence[MarkAt]) -> list[tuple[MarkAt, MarkAt]]:
    """Pair the marks; raise InvalidFileError, with lines, for any that has no partner.

    name: the file's name in messages.
    """
    pairs = []
    begin: MarkAt | None = None
    for mark in marks:
        if mark.is_begin:
            if begin is not None:
                raise InvalidFileError(
                    name,
                    mark.line,
                    f"a block begins within that of line {begin.line}; {_REMEDY}",
                )
            begin = mark
        elif begin is None:
            raise InvalidFileError(name, mark.line, f"a block ends that never began; {_REMEDY}")
        else:
            pairs.append((begin, mark))
            begin = None
    if begin is not None:
        raise InvalidFileError(name, begin.line, f"a block begins and never ends; {_REMEDY}")
    return pairs
