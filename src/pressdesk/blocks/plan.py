"""A style with the words of a language: what both printing and reading go by."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.style import (
    EXTENSION_FIELDS,
    LINE_FIELDS,
    WAY_FIELDS,
    WAYS,
    WORDS,
    Style,
    text_in,
)
from pressdesk.blocks.template import Piece, Template, Values, field_names, fill, parse_template
from pressdesk.blocks.wordings import Wording, get_wording, lead_ins
from pressdesk.text.folding import fold

# A word in braces; doubled braces are literal ones.
_WORD = re.compile(r"(?<!\{)\{(" + "|".join(WORDS) + r")\}(?!\})")


class Plan(NamedTuple):
    """The templates and separators of a style in one language.

    before, after: the lines of a contact above and below its ways. rank: the place of each kind of
    way. lead_in: printed instead of the wording's, None where that is printed.
    """

    wording: Wording
    before: tuple[Template, ...]
    after: tuple[Template, ...]
    join: str
    between_ways: str
    separator: str
    last_separator: str
    last_separator_before: str
    gap: str
    way: Template
    extension: Template
    phone: PhoneForm
    labels: Mapping[WayKind, tuple[Piece, ...]]
    rank: Mapping[WayKind, int]
    lead_in: str | None
    heading: str

    def gap_after(self, lead_in: str) -> str:
        """Give what stands behind a lead-in.

        One that no release begins with is parted from the name by a colon where both stand on one
        line: else nobody could tell where the name begins.
        """
        # What is nearly always printed needs no list.
        if "\n" in self.gap or lead_in in (self.wording.lead_in, self.lead_in):
            return self.gap
        if lead_in.casefold() in known_lead_ins(self):
            return self.gap
        return " " if lead_in.endswith((":", "：")) else self.wording.colon

    @property
    def separators(self) -> tuple[str, ...]:
        """What may stand between people, the longest first."""
        all_of_them = {self.separator, self.last_separator, self.last_separator_before}
        return tuple(sorted(all_of_them, key=len, reverse=True))

    def last_separator_of(self, name: str) -> str:
        """Give what stands before the last person, by the sound with which the name begins."""
        _, beginnings = self.wording.or_before
        if beginnings and fold(name).startswith(beginnings):
            return self.last_separator_before
        return self.last_separator


@lru_cache(maxsize=64)
def make_plan(style: Style, language: str) -> Plan:
    """Join a style with the wording of a language.

    Raises InvalidValueError for a language without a wording, ValueError for a template that cannot
    be read (house styles are checked when they are loaded).
    """
    wording = get_wording(language)
    lines = [parse_template(worded(one, wording), LINE_FIELDS) if one != WAYS else None
             for one in style.lines]  # fmt: skip
    place = lines.index(None)
    join = worded(style.join, wording)
    separator = worded(style.separator, wording)
    between = style.between_ways
    last = style.last_separator
    order = dict.fromkeys((*style.order, *WayKind))
    return Plan(
        wording,
        tuple(one for one in lines[:place] if one is not None),
        tuple(one for one in lines[place + 1 :] if one is not None),
        join,
        join if between is None else worded(between, wording),
        separator,
        separator if last is None else worded(last, wording),
        separator if last is None else worded(last, _with_other_or(wording)),
        worded(style.gap, wording),
        parse_template(worded(style.way, wording), WAY_FIELDS),
        parse_template(worded(style.extension, wording), EXTENSION_FIELDS),
        style.phone,
        {kind: (Piece(label, "label"),) for kind, label in wording.labels.items()},
        {kind: place for place, kind in enumerate(order)},
        text_in(style.lead_in, language),
        text_in(style.heading, language) or "",
    )


def _with_other_or(wording: Wording) -> Wording:
    word, _ = wording.or_before
    return wording._replace(or_=word) if word else wording


def worded(text: str, wording: Wording) -> str:
    """Put the words of a language into a text of a style; its fields stay."""
    if "{" not in text:
        return text
    words = {"or": wording.or_, "and": wording.and_, "word": wording.extension}
    return _WORD.sub(lambda word: words.get(word[1], getattr(wording, word[1], "")), text)


@lru_cache(maxsize=64)
def _known_lead_ins(wording_language: str, lead_in: str | None) -> Mapping[str, str]:
    phrases = [*lead_ins(wording_language), *([lead_in] if lead_in else [])]
    whole = sorted((one for one in phrases if "…" not in one), key=len, reverse=True)
    return {one.casefold(): one for one in whole}


def known_lead_ins(plan: Plan) -> Mapping[str, str]:
    """Give the lead-ins that are told from a name without a colon, by casefold, longest first."""
    return _known_lead_ins(plan.wording.language, plan.lead_in)


def join_lines(lines: Sequence[Template], values: Values, join: str) -> list[Piece]:
    """Fill the lines of a contact; those that vanish leave nothing behind."""
    joined: list[Piece] = []
    for line in lines:
        pieces = fill(line, values)
        if pieces:
            if joined:
                joined.append(Piece(join))
            joined += pieces
    return joined


@lru_cache(maxsize=256)
def variants(lines: tuple[Template, ...], join: str) -> tuple[tuple[Piece, ...], ...]:
    """Give what lines look like for each choice of fields that are there, the most fields first.

    Pieces with a role stand for the value of that field; neighbouring literals are one. A name is
    always there where the lines have one.
    """
    names = [name for line in lines for name in field_names(line)]
    found: dict[tuple[Piece, ...], None] = {}
    for count in range(len(names), 0, -1):
        for chosen in combinations(names, count):
            if "name" in names and "name" not in chosen:
                continue
            values = {name: [Piece("", name)] for name in chosen}
            found[tuple(_merged(join_lines(lines, values, join)))] = None
    return tuple(one for one in found if one)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and not piece.role and not merged[-1].role:
            merged[-1] = Piece(merged[-1].text + piece.text)
        else:
            merged.append(piece)
    return merged
