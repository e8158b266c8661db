"""A block as people tell it: sentences, lists and other layouts, read as harvest reads them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pressdesk.blocks.block import Entry, Way, WayKind
from pressdesk.blocks.style import INLINE, LINE, Style
from pressdesk.blocks.wordings import LANGUAGES, lead_ins
from pressdesk.errors import InvalidValueError
from pressdesk.reading.find.regions import read_regions
from pressdesk.reading.found import FoundContact, FoundPhone
from pressdesk.reading.vocabulary import is_courtesy
from pressdesk.releases.typed.card import is_label, read_ways
from pressdesk.values.phone_number import PhoneNumber

_KINDS = {str(kind): kind for kind in WayKind}
# Between a person and an organisation: a desk that has one in its name is no desk.
_JOINING = frozenset({"at", "chez", "bei", "presso"})
# As much of an address as is ASCII: commas of all scripts may touch it.
_ADDRESS = re.compile(r"[A-Za-z0-9_%+'.-]*@[A-Za-z0-9.-]+")
_NUMBER = re.compile(r"[0-9](?:[ ()]?[0-9]){6,}")
_COLONS = (":", "：")
_LEADING_OVER = " :：,-–—*_"
_GAP = "…"


class ToldBlock(NamedTuple):
    """What was read.

    lines: how many it has. lead_in: None where its words open no other sentence than that one.
    style: the one of ours in which people stand as they do here; None for a card, or for a layout
    that none of ours has. language: that of the lead-in.
    """

    lines: int
    lead_in: str | None
    entries: tuple[Entry, ...]
    style: Style | None
    language: str | None


def read_told_block(lines: Sequence[str]) -> ToldBlock | None:
    """Read a block that begins with the first line; None where anything in it is not understood.

    lines: up to where a block must have ended.
    """
    lines = ["" if _is_table_head(line) else _as_item(line) for line in lines]
    regions = read_regions(lines)
    if not regions or regions[0].first:
        return None
    region = regions[0]
    behind = lines[region.last + 1 : region.last + 2]
    if not region.is_understood or (behind and behind[0].strip()):
        return None
    own = lines[: region.last + 1]
    entries = [_entry(one) for one in region.contacts]
    known = tuple(one for one in entries if one and one.ways)
    if not known or len(known) < len(entries) or not _has_all_ways(own, region.contacts):
        return None
    style = _find_style(own, region.lead_in, known)
    lead_in = region.lead_in
    if lead_in and style is INLINE:
        lead_in = _opening(own[0].strip(), lead_in, known[0].name)
    return ToldBlock(len(own), lead_in, known, style, region.language)


def _has_all_ways(lines: Sequence[str], contacts: Sequence[FoundContact]) -> bool:
    """Ask whether each address and number in lines is somebody's: what is not would be lost."""
    emails = {email.casefold() for one in contacts for email in one.emails}
    numbers = [_digits(phone.text) for one in contacts for phone in one.phones]
    text = "\n".join(lines)
    addresses = [one.casefold().strip(".-'") for one in _ADDRESS.findall(text)]
    return all(any(email.endswith(one) for email in emails) for one in addresses) and all(
        any(_digits(run) in number for number in numbers) for run in _NUMBER.findall(text)
    )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _as_item(line: str) -> str:
    """Give an item of a list with the bullet that reading knows: "-" also parts texts."""
    return re.sub(r"^(\s*)[-–—](?=\s)", r"\1•", line)


def _is_table_head(line: str) -> bool:
    """Ask whether a row of a table says what its columns are: there is a label, and no way."""
    cells = line.split("\t")
    return (
        len(cells) > 1
        and not any(one.isdigit() or one == "@" for one in line)
        and any(map(is_label, cells))
    )


def _find_style(
    lines: Sequence[str], lead_in: str | None, entries: Sequence[Entry]
) -> Style | None:
    """Say how people stand there: in a sentence, or each on a line below the lead-in."""
    below = [line for line in lines[1:] if line.strip()]
    # A sentence may begin with the name: "… is available for interview on …".
    if lines[0].strip().removeprefix(lead_in or "").strip(_LEADING_OVER):
        return None if any(map(read_ways, below)) else INLINE
    return LINE if len(below) == len(entries) else None


def _opening(line: str, lead_in: str, name: str) -> str | None:
    """Give what opens a sentence, up to the name; None where it would open no other sentence.

    Words may stand between ("For interviews" - "contact") or behind the people ("steht Ihnen" -
    "zur Verfügung"): they are lost with the old sentence. Behind a heading alone we print a colon.
    """
    if lead_in.casefold() in _with_an_end():
        return None
    place = line.find(name)
    if place < 0 or not line.startswith(lead_in):
        return lead_in
    between = line[len(lead_in) : place]
    if any(colon in between for colon in _COLONS):
        return None if lead_in.casefold() in _sentences() else lead_in
    return lead_in if all(map(is_courtesy, between.split())) else None


@cache
def _with_an_end() -> frozenset[str]:
    """Give the lead-ins that have words behind the people too, as far as those."""
    parted = (one.partition(_GAP) for one in _lead_ins())
    return frozenset(before.strip().casefold() for before, gap, _ in parted if gap)


@cache
def _sentences() -> frozenset[str]:
    """Give the lead-ins behind which we print no colon."""
    return frozenset(one.casefold() for one in _lead_ins())


def _lead_ins() -> list[str]:
    return [phrase for language in LANGUAGES for phrase in lead_ins(language)]


def _entry(found: FoundContact) -> Entry | None:
    """Give a person as a block has it; None where a name or a number is not clear."""
    offices = (one for one in (found.office, found.organization) if one and not is_label(one))
    office = next(offices, None)
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
    kind = _KINDS.get(phone.kind, WayKind.OFFICE)
    try:
        shown = PhoneNumber.parse(phone.number, allow_possible=True).display
    except InvalidValueError:
        shown = phone.number
    return Way(kind, shown, phone.extension)
