"""Blocks that pressdesk printed: they say what they say, whoever is in them.

The readers of `reading` know what people type; what we print, our own parser takes apart.
"""

import re
from collections.abc import Sequence

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.errors import InvalidValueError
from pressdesk.reading.found import FoundContact, FoundPhone, Region
from pressdesk.reading.people.desks import is_desk_name
from pressdesk.releases.release import Release
from pressdesk.releases.seen import SeenLine
from pressdesk.releases.typed.block_reading import is_as_printed, plain_line, read_block
from pressdesk.values.phone_number import PhoneNumber

# A sentence that was typed nearly as we print it: "Media: Jo Smith", "Jo Smith (IOM Geneva)".
_NO_NAME = re.compile(r"[:(（：@\d]")
# What is read of what people typed is not surer than that.
_CONFIDENCE = 0.9


def read_printed_blocks(release: Release, lines: Sequence[SeenLine]) -> list[Region]:
    """Read the blocks of a release that are ours to the letter; lines: what is seen of it."""
    regions: list[Region] = []
    seen = [(place, text) for place, line in enumerate(lines)
            if (text := plain_line(line.text).strip())]  # fmt: skip
    begin = 0
    for found in release.blocks:
        read = read_block(found.text, (), release.language)
        if read is None:
            continue
        block, style = read
        if style is None or not is_as_printed(found.text, block, style):
            continue
        wanted = [text for one in found.text.splitlines() if (text := plain_line(one).strip())]
        start = _find_run(wanted, seen, begin)
        if start is None:
            break  # looking for each of many in vain would take ever longer
        begin = start + len(wanted)
        places = [place for place, _ in seen[start:begin]]
        region = _region(block, found.text, places, lines)
        if region:
            regions.append(region)
    return regions


def _find_run(wanted: Sequence[str], seen: Sequence[tuple[int, str]], begin: int) -> int | None:
    """Find where lines stand one behind the other among those that are seen, from a place on."""
    for start in range(begin, len(seen) - len(wanted) + 1):
        if all(text == seen[start + nth][1] for nth, text in enumerate(wanted)):
            return start
    return None


def _region(
    block: Block, text: str, places: Sequence[int], lines: Sequence[SeenLine]
) -> Region | None:
    """Give what a block says; None where somebody may have typed it, or a number is not known."""
    if any(_NO_NAME.search(entry.name) for entry in block.entries):
        return None
    contacts = []
    for entry in block.entries:
        phones = [_phone(way, text) for way in entry.ways if way.kind is not WayKind.EMAIL]
        if None in phones:
            return None
        line = next((one for one in places if entry.name in lines[one].text), places[0])
        contacts.append(_contact(entry, line, [one for one in phones if one], block))
    return Region(places[0], places[-1], block.lead_in, block.language, tuple(contacts), True)


def _contact(entry: Entry, line: int, phones: Sequence[FoundPhone], block: Block) -> FoundContact:
    is_desk = is_desk_name(entry.name)
    return FoundContact(
        line,
        None if is_desk else entry.name,
        entry.title,
        entry.name if is_desk else entry.office,
        entry.office if is_desk else None,
        tuple(way.text for way in entry.ways if way.kind is WayKind.EMAIL),
        tuple(phones),
        block.language,
        block.lead_in,
        _CONFIDENCE,
    )


def _phone(way: Way, text: str) -> FoundPhone | None:
    try:
        number = PhoneNumber.parse(way.text, allow_possible=True)
    except InvalidValueError:
        return None
    return FoundPhone(number.e164, way.extension, str(way.kind), _as_printed(way, text))


def _as_printed(way: Way, text: str) -> str:
    """Give a number with its extension as they stand in the block."""
    if not way.extension:
        return way.text
    pattern = rf"{re.escape(way.text)}\D{{1,40}}?{re.escape(way.extension)}(?!\d)"
    found = re.search(pattern, text)
    return found[0] if found else way.text
