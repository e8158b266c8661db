"""A block as people tell it: sentences, lists and other layouts, read as harvest reads them."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.blocks.block import Entry, Way, WayKind
from pressdesk.blocks.wordings import get_wording
from pressdesk.reading.found import FoundContact, FoundPhone
from pressdesk.reading.regions import read_regions

_KINDS = {str(kind): kind for kind in WayKind}
# Between a person and an organisation: a desk that has one in its name is no desk.
_JOINING = frozenset({"at", "chez", "bei", "presso"})


class ToldBlock(NamedTuple):
    """What was read.

    lines: how many it has; is_sentence: whether people stand in the lead-in's line.
    """

    lines: int
    lead_in: str
    entries: tuple[Entry, ...]
    is_sentence: bool


def read_told_block(lines: Sequence[str]) -> ToldBlock | None:
    """Read a block that begins with the first line; None where anything in it is not understood.

    lines: up to where a block must have ended.
    """
    regions = read_regions(lines)
    if not regions or regions[0].first:
        return None
    region = regions[0]
    behind = lines[region.last + 1 : region.last + 2]
    if not region.is_understood or (behind and behind[0].strip()):
        return None
    entries = [_entry(one) for one in region.contacts]
    known = tuple(one for one in entries if one and one.ways)
    if len(known) < len(entries):
        return None
    # A sentence may begin with the name: "… is available for interview on …".
    lead_in = region.lead_in or get_wording(region.language or "en").lead_in
    rest = lines[0].strip().removeprefix(lead_in).strip(" :：,-–—*_")
    return ToldBlock(region.last + 1, lead_in, known, bool(rest))


def _entry(found: FoundContact) -> Entry | None:
    """Give a person as a block has it; None where a name or a number is not clear."""
    office = found.office or found.organization
    name = found.name or office
    phones = [_way(one) for one in found.phones]
    numbers = tuple(one for one in phones if one)
    is_clear = len(numbers) == len(phones) and not found.problems
    if not name or not is_clear or not _JOINING.isdisjoint(name.split()):
        return None
    kinds = list(WayKind)
    ways = (*(Way(WayKind.EMAIL, one) for one in found.emails), *numbers)
    in_order = tuple(sorted(ways, key=lambda way: kinds.index(way.kind)))
    return Entry(name, found.title, office if found.name else None, in_order)


def _way(phone: FoundPhone) -> Way | None:
    if phone.number is None:
        return None
    return Way(_KINDS.get(phone.kind, WayKind.OFFICE), phone.number, phone.extension)
