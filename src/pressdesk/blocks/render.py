"""A Block to text: the `card`, line by line."""

from collections.abc import Iterator

from pressdesk.blocks.block import Block, Entry, Way
from pressdesk.blocks.wordings import Wording, get_wording

_LEFT_TO_RIGHT = "\u2066"
_END_ISOLATE = "\u2069"


def render_block(block: Block) -> str:
    """Give the block as text (CONTRACTS: style `card`); each line ends in one LF.

    Raises InvalidValueError for a language without a wording.
    """
    wording = get_wording(block.language)
    people = ("\n".join(_entry_lines(entry, wording)) for entry in block.entries)
    return f"{block.lead_in}\n" + "\n\n".join(people) + "\n"


def _entry_lines(entry: Entry, wording: Wording) -> Iterator[str]:
    yield f"{entry.name}, {entry.title}" if entry.title else entry.name
    if entry.office:
        yield entry.office
    for way in entry.ways:
        yield f"{wording.labels[way.kind]}{wording.colon}{_way_text(way, wording)}"


def _way_text(way: Way, wording: Wording) -> str:
    if way.extension is None:
        return _isolated(way.text, wording)
    extension = _isolated(way.extension, wording)
    return f"{_isolated(way.text, wording)} {wording.extension} {extension}"


def _isolated(value: str, wording: Wording) -> str:
    # Among right-to-left words a number's groups would change places (UAX #9); the isolate stands
    # around the whole value, never inside it.
    return f"{_LEFT_TO_RIGHT}{value}{_END_ISOLATE}" if wording.is_rtl else value
