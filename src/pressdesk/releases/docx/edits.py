"""Where a block goes in a document, and what goes with one that was typed by hand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressdesk.blocks.style import Style
from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.body import Body, Item
from pressdesk.releases.docx.lines import Format
from pressdesk.releases.docx.names import value
from pressdesk.releases.placement import find_place
from pressdesk.releases.release import Before, Placement
from pressdesk.releases.typed.recognition import find_typed_blocks

# Stands for what is no line of text; nothing that is typed holds it.
_NO_LINE = "\ufffc"


# Where bytes stand, and what is to stand there instead.
Edit = tuple[int, int, bytes]


class Typed(NamedTuple):
    """A block that was typed by hand: its lines, and its paragraphs or the table around it."""

    items: tuple[Item, ...]
    texts: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number of its first paragraph."""
        return self.items[0].number

    @property
    def format(self) -> Format:
        """How its last paragraph looks."""
        return self.items[-1].format or Format()


def splice(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """Make edits that do not touch each other; all other bytes stay."""
    pieces: list[bytes] = []
    done = 0
    for start, end, new in sorted(edits):
        pieces += (xml[done:start], new)
        done = end
    return b"".join((*pieces, xml[done:]))


def find_offset(body: Body, part: XmlPart, placement: Placement | Before) -> int:
    """Find where a block goes: between two things that stand in the body itself."""
    lines, owners = _flatten(body.items, tables=True)
    # Paragraphs stand apart without an empty line between them.
    parted: list[str] = []
    places: list[int] = []
    for number, line in enumerate(lines):
        is_apart = number > 0 and owners[number] != owners[number - 1]
        parted += ["", line] if is_apart else [line]
        places += [number] * (1 + is_apart)
    place = [*places, len(lines)][find_place(parted, placement)]
    if place >= len(lines):
        end = part.places.inner(body.element)[1]
        return end if body.end is None else part.places.span(body.end)[0]
    item = body.items[owners[place]]
    if place and owners[place] == owners[place - 1]:  # a place within a paragraph: behind it
        return part.places.span(item.last)[1]
    return part.places.span(item.first)[0]


def find_typed(
    body: Body, styles: Sequence[Style] = ()
) -> tuple[tuple[Typed, ...], tuple[int, ...]]:
    """Find blocks that take whole paragraphs of the body or stand in a table, and are understood.

    Gives the numbers too of paragraphs that begin like a block and are not understood, or share
    theirs with other text.
    """
    typed, doubtful = _find_in_paragraphs(body, styles)
    ours = {control.element for control in body.controls}
    for item in body.items:
        if item.format is None and ours.isdisjoint(item.last.iter("sdt")):
            found = find_typed_blocks(item.texts, styles, range(len(item.lines)))
            typed += [Typed((item,), item.texts[block.first : block.last + 1])
                      for block in found.blocks]  # fmt: skip
            doubtful += [item.number for _ in found.doubtful]
    return tuple(sorted(typed, key=lambda block: block.number)), tuple(sorted(doubtful))


def _find_in_paragraphs(body: Body, styles: Sequence[Style]) -> tuple[list[Typed], list[int]]:
    lines, owners = _flatten(body.items, tables=False)
    found = find_typed_blocks(lines, styles, owners)
    doubtful = [body.items[owners[place]].number for place in found.doubtful]
    typed: list[Typed] = []
    for block in found.blocks:
        first, last = owners[block.first], owners[block.last]
        is_whole = owners[block.first - 1 : block.first] != [first] or not block.first
        is_whole &= owners[block.last + 1 : block.last + 2] != [last]
        items = body.items[first : last + 1]
        if is_whole and all(item.format for item in items):
            typed.append(Typed(items, tuple(lines[block.first : block.last + 1])))
        else:
            doubtful.append(items[0].number)
    return typed, doubtful


def check_plain(name: str, typed: Typed) -> None:
    """Refuse to replace what a new block could not hold; name: the file's name in messages."""
    for item in typed.items:
        if item.format is None:
            reason = (
                "stands in a table, which is left as it is; take it out in Word first, or keep it "
                "beside the new one with --add"
            )
        elif item.oddity:
            reason = f"has {item.oddity} in it, which would be lost; take that out in Word first"
        else:
            continue
        what = "the contact block that was typed here"
        raise InvalidFileError(name, item.number, f"{what} {reason}")


def remove_typed(part: XmlPart, typed: Typed, instead: bytes) -> list[Edit]:
    """Take its paragraphs out; what stands between them stays, and bookmarks that reach further."""
    marks = [mark for item in typed.items for mark in item.marks]
    times = Counter(value(mark, "id") for mark in marks)
    kept = [mark for mark in marks if times[value(mark, "id")] != 2]
    edits: list[Edit] = []
    instead += b"".join(part.xml[slice(*part.places.span(mark))] for mark in kept)
    for item in typed.items:
        span = part.places.span(item.first)[0], part.places.span(item.last)[1]
        edits.append((*span, b"" if edits else instead))
    return edits


def _flatten(items: Sequence[Item], *, tables: bool) -> tuple[list[str], list[int]]:
    """Return the lines of the body, and of each the place of its item.

    tables: of what is no paragraph its first line is given, as far as there is one: a table too may
    begin with "About …".
    """
    lines: list[str] = []
    owners: list[int] = []
    for place, item in enumerate(items):
        own = item.texts if item.format else (item.texts[:1] if tables else ())
        lines += own or (_NO_LINE,)
        owners += [place] * max(len(own), 1)
    return lines, owners
