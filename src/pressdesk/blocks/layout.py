"""A Block in a style, still as pieces: what is text, what is a field, before any format."""

from collections.abc import Iterator
from typing import NamedTuple

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.phone_form import PhoneForm, show_number
from pressdesk.blocks.plan import Plan, join_lines, make_plan
from pressdesk.blocks.style import Style
from pressdesk.blocks.template import Piece, fill
from pressdesk.blocks.wordings import Wording

# The roles of values that run from left to right in every script.
LEFT_TO_RIGHT = frozenset({"email", "number", "extension"})


class Layout(NamedTuple):
    """A block in the order of printing.

    gap: behind the lead-in, where there is one. entries: the pieces of each contact.
    """

    wording: Wording
    language: str
    heading: str
    lead_in: str
    gap: str
    entries: list[list[Piece]]
    separator: str
    last_separator: str

    def separator_before(self, place: int) -> str:
        """Give what stands before the contact at a place; nothing before the first."""
        if place == 0:
            return ""
        return self.last_separator if place == len(self.entries) - 1 else self.separator


def lay_out(block: Block, style: Style) -> Layout:
    """Lay a block out; raise InvalidValueError for a language without a wording."""
    plan = make_plan(style, block.language)
    lead_in = block.lead_in
    # Without people nothing is ours: it may be a text that could not be read as a block.
    if plan.lead_in is not None and lead_in == plan.wording.lead_in and block.entries:
        lead_in = plan.lead_in
    return Layout(
        plan.wording,
        block.language,
        plan.heading if block.entries else "",
        lead_in,
        plan.gap_after(lead_in) if lead_in and block.entries else "",
        [_entry_pieces(entry, plan) for entry in block.entries],
        plan.separator,
        plan.last_separator_of(block.entries[-1].name) if block.entries else "",
    )


def _entry_pieces(entry: Entry, plan: Plan) -> list[Piece]:
    values = {
        "name": (Piece(entry.name, "name"),) if entry.name else None,
        "title": (Piece(entry.title, "title"),) if entry.title else None,
        "office": (Piece(entry.office, "office"),) if entry.office else None,
    }
    pieces = join_lines(plan.before, values, plan.join)
    if entry.ways:
        if pieces:
            pieces.append(Piece(plan.join))
        pieces += _ways_pieces(entry, plan)
    below = join_lines(plan.after, values, plan.join)
    if below:
        if pieces:
            pieces.append(Piece(plan.join))
        pieces += below
    return pieces


def _ways_pieces(entry: Entry, plan: Plan) -> Iterator[Piece]:
    ways = entry.ways
    if len(ways) > 1:
        ways = tuple(sorted(ways, key=lambda way: plan.rank[way.kind]))
    for place, way in enumerate(ways):
        if place:
            yield Piece(plan.between_ways)
        value = _value_pieces(way, entry.country, plan)
        yield from fill(plan.way, {"label": plan.labels[way.kind], "value": value}) or ()


def _value_pieces(way: Way, country: str | None, plan: Plan) -> list[Piece]:
    if way.kind is WayKind.EMAIL:
        return [Piece(way.text, "email", way)]
    shown = show_number(way.text, plan.phone, country)
    if way.extension is None:
        return [Piece(shown, "number", way)]
    if plan.phone is PhoneForm.RFC3966 and shown != way.text:
        return [Piece(f"{shown};ext={way.extension}", "number", way)]
    values = {
        "number": (Piece(shown, "number", way),),
        "extension": (Piece(way.extension, "extension", way),),
    }
    return fill(plan.extension, values, way) or []
