"""Where a block goes in the body of a document, and which paragraphs one typed by hand takes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.releases.docx.body import Body, Item
from pressdesk.releases.placement import find_place
from pressdesk.releases.recognition import find_typed_blocks
from pressdesk.releases.release import Placement

# Stands for what is no line of text; nothing that is typed holds it.
_NO_LINE = "\ufffc"


class Edit(NamedTuple):
    """Bytes to stand where others do."""

    start: int
    end: int
    data: bytes = b""


class Typed(NamedTuple):
    """A block that was typed by hand: its lines, and its paragraphs or the table around it."""

    items: tuple[Item, ...]
    lines: tuple[str, ...]

    @property
    def number(self) -> int:
        """Give the number of its first paragraph."""
        return self.items[0].number


def splice(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """Make edits that do not touch each other; all other bytes stay."""
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits):
        pieces += (xml[done : edit.start], edit.data)
        done = edit.end
    return b"".join((*pieces, xml[done:]))


def find_offset(body: Body, placement: Placement) -> int:
    """Find where a block goes: between two things that stand in the body itself."""
    lines, owners = _flatten(body.items, tables=True)
    place = find_place(lines, placement)
    if place >= len(lines):
        return body.end
    if place and owners[place] == owners[place - 1]:  # a place within a paragraph: behind it
        return body.items[owners[place]].end
    return body.items[owners[place]].start


def find_typed(
    body: Body, styles: Sequence[Style] = ()
) -> tuple[tuple[Typed, ...], tuple[int, ...]]:
    """Find blocks that take whole paragraphs of the body or stand in a table, and are understood.

    Gives the numbers too of paragraphs that begin like a block and are not understood, or share
    theirs with other text.
    """
    typed, doubtful = _find_in_paragraphs(body, styles)
    for item in body.items:
        if not item.is_paragraph and not _has_control(body, item):
            found = find_typed_blocks(item.lines, styles, range(len(item.lines)))
            typed += [Typed((item,), item.lines[one.first : one.last + 1]) for one in found.blocks]
            doubtful += [item.number for _ in found.doubtful]
    return tuple(sorted(typed, key=lambda one: one.number)), tuple(sorted(doubtful))


def _has_control(body: Body, item: Item) -> bool:
    return any(item.start <= one.start < item.end for one in body.controls)


def _find_in_paragraphs(body: Body, styles: Sequence[Style]) -> tuple[list[Typed], list[int]]:
    lines, owners = _flatten(body.items, tables=False)
    found = find_typed_blocks(lines, styles, owners)
    doubtful = [body.items[owners[place]].number for place in found.doubtful]
    typed: list[Typed] = []
    for one in found.blocks:
        first, last = owners[one.first], owners[one.last]
        is_whole = owners[one.first - 1 : one.first] != [first] or not one.first
        is_whole &= owners[one.last + 1 : one.last + 2] != [last]
        items = body.items[first : last + 1]
        if is_whole and all(item.is_paragraph for item in items):
            typed.append(Typed(items, tuple(lines[one.first : one.last + 1])))
        else:
            doubtful.append(items[0].number)
    return typed, doubtful


def check_plain(name: str, typed: Typed) -> None:
    """Refuse to replace what a new block could not hold; name: the file's name in messages."""
    for item in typed.items:
        if not item.is_paragraph:
            raise InvalidFileError(
                name, item.number,
                "the contact block that was typed here stands in a table, which is left as it is; "
                "take it out in Word first, or keep it beside the new one with --add",
            )  # fmt: skip
        if item.oddity:
            raise InvalidFileError(
                name, item.number,
                f"the contact block that was typed here has {item.oddity} in it, which would be "
                "lost; take that out in Word first",
            )  # fmt: skip


def remove_typed(body: Body, typed: Typed, instead: bytes = b"") -> Iterator[Edit]:
    """Take its paragraphs out; what stands between them stays, and bookmarks that reach further."""
    marks = [mark for item in typed.items for mark in item.marks]
    times = Counter(mark.id for mark in marks)
    kept = b"".join(body.xml[slice(*mark.span)] for mark in marks if times[mark.id] != 2)
    first, *others = typed.items
    yield Edit(first.start, first.end, instead + kept)
    yield from (Edit(item.start, item.end) for item in others)


def _flatten(items: Sequence[Item], *, tables: bool) -> tuple[list[str], list[int]]:
    """Give the lines of the body, and of each the place of its item.

    tables: of what is no paragraph its first line is given, as far as there is one: a table too may
    begin with "About …".
    """
    lines: list[str] = []
    owners: list[int] = []
    for place, item in enumerate(items):
        own = item.lines if item.is_paragraph else (item.lines[:1] if tables else ())
        lines += own or (_NO_LINE,)
        owners += [place] * max(len(own), 1)
    return lines, owners
