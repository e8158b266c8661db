"""Where in a text contacts stand: stretches of lines that a lead-in opens, or that look like cards."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pressdesk.blocks.wordings import COMMON_END_MARKS, LANGUAGES, get_wording
from pressdesk.reading.composing import compose_contacts
from pressdesk.reading.density import is_card, is_desk_line
from pressdesk.reading.found import FoundContact, Region
from pressdesk.reading.grouping import group_tokens
from pressdesk.reading.lead_ins import (
    LeadIn,
    find_lead_in,
    is_lead_in_word,
    may_end_with_lead_in,
    split_words,
)
from pressdesk.reading.numbers import Origin, likely_regions, sure_region
from pressdesk.reading.atoms import find_atoms
from pressdesk.reading.people import find_person
from pressdesk.reading.prose import has_value, is_end, is_letterhead, is_prose
from pressdesk.reading.settling import settle_entries
from pressdesk.reading.tokens import read_tokens
from pressdesk.reading.vocabulary import PUBLIC_WORDS
from pressdesk.values.folding import fold_words

_LONGEST_LINE = 3000
_WIDE = re.compile(r" {4,}")
_MOST_IDLE = 7
_SHORTEST_BROKEN = 50
# Bounded, as a line may be a megabyte of spaces, or of sentences.
_SENTENCE = re.compile(r"(?:[.!?…]\s{1,9}|\s{2,9}|\|\s{0,9}|[:;–—•*-]\s{1,9})(?=[^\W\d_])")
_MOST_SENTENCES = 500


class Opening(NamedTuple):
    """A lead-in in a line, and whether text stands before it."""

    row: int
    lead: LeadIn
    is_within: bool


def read_regions(
    lines: Sequence[str], *, country: str | None = None, language: str | None = None
) -> list[Region]:
    """Find the contacts in a text.

    country: ISO 3166 alpha-2 of numbers without "+". language: BCP 47, where it is known.
    """
    cleaned = [clean_line(line) for line in lines]
    base = (language or "").partition("-")[0] or None
    regions: list[Region] = []
    row = 0
    while row < len(cleaned):
        opening = find_opening(cleaned, row, base)
        if opening is None:
            row += 1
            continue
        last = _find_last(cleaned, opening, base)
        regions.append(_read_region(cleaned, opening, last, country, base))
        row = max(regions[-1].last, row) + 1
    return regions


def clean_line(line: str) -> str:
    """Give a line without what cannot be seen; every space that does not break becomes a plain one."""
    if line.isascii() and "[link:" not in line and "mailto:" not in line:
        return line.rstrip()
    text = re.sub(r"\[link:[^\]]{0,200}\]|mailto:", " ", line)
    if text.isascii():
        return text.rstrip()
    text = unicodedata.normalize("NFC", text)
    return text.translate(_VISIBLE).rstrip()


class _Visible(dict[int, str | None]):
    """What each character becomes; judged when it is first met."""

    def __missing__(self, point: int) -> str | None:
        category = unicodedata.category(chr(point))
        made = self[point] = {"Cf": None, "Zs": " "}.get(category, chr(point))
        return made


_VISIBLE = _Visible()


def find_opening(lines: Sequence[str], row: int, language: str | None) -> Opening | None:
    """Find the lead-in of a line: at its beginning, or where a sentence begins in it."""
    line = lines[row]
    if not line or line.isspace():
        return None
    head = _with_next(lines, row)
    words = split_words(head, 0, 1)
    if words and (is_lead_in_word(words[0].text) or may_end_with_lead_in(head)):
        lead = find_lead_in(head, 0, language)
        if lead and lead.start < len(line) and _opens(head, lead, line):
            return Opening(row, lead, is_within=False)
    if (
        is_desk_line(lines, row)
        or (has_value(line) or _has_value_below(lines, row))
        and is_card(lines, row)
    ):
        return Opening(
            row, LeadIn(0, 0, language or "en", is_heading=True, is_pressly=True), is_within=False
        )
    if len(line) < 25:
        return None
    for match in islice(_SENTENCE.finditer(line), _MOST_SENTENCES):
        first = split_words(line[match.end() : match.end() + 30], 0, 1)
        if not first or not is_lead_in_word(first[0].text):
            continue
        lead = find_lead_in(head[match.end() : match.end() + 300], 0, language)
        if lead:
            lead = lead._replace(start=lead.start + match.end(), end=lead.end + match.end())
            if _opens_within(head, lead, line):
                return Opening(row, lead, is_within=True)
    return None


def _has_value_below(lines: Sequence[str], row: int) -> bool:
    return len(lines[row]) < 160 and any(has_value(line) for line in lines[row + 1 : row + 5])


def _with_next(lines: Sequence[str], row: int) -> str:
    """Give a line with the one that it runs on into: a lead-in may be broken."""
    line = lines[row]
    if len(line) > _LONGEST_LINE:
        return line
    after = lines[row + 1] if row + 1 < len(lines) else ""
    return f"{line}\n{after[:200]}" if after.strip() else line


def _opens(head: str, lead: LeadIn, line: str) -> bool:
    """Ask whether a phrase at the beginning of a line is a lead-in, and no part of a sentence."""
    if not lead.is_heading:
        return True
    rest = line[lead.end :] if lead.end <= len(line) else ""
    stripped = rest.lstrip(" *_:：.–—-/\t")
    if not stripped or rest.lstrip(" *_")[:1] in (":", "：", "|", "\t", "–", "—", "-", "/"):
        return True
    if has_value(stripped) and not is_prose(stripped):
        return True
    colon = rest.find(":")
    if 0 <= colon <= 60 and len(rest[:colon].split()) <= 7:
        return True
    words = stripped.split()
    return (
        len(words) <= 7
        and (bool(find_person(stripped)) or words[0].islower() or line.isupper())
        and not stripped.endswith(".")
    )


def _opens_within(head: str, lead: LeadIn, line: str) -> bool:
    rest = line[lead.end :]
    if lead.is_heading:
        return rest.lstrip(" *")[:1] in (":", "：") or (lead.is_pressly and has_value(rest[:200]))
    opened = fold_words(head[lead.start : lead.end])
    if opened.endswith((" call", " phone")) or fold_words(rest[:20]).startswith(
        ("call ", "phone ")
    ):
        return lead.is_pressly
    return not re.match(r"\s*[*•·-]\s", line)


def _find_last(lines: Sequence[str], opening: Opening, language: str | None) -> int:
    """Find the last line that may belong to what a lead-in opens."""
    last, idle = opening.row, 0
    seen = has_value(lines[opening.row][opening.lead.end :])
    in_sentence = (
        bool(lines[opening.row][opening.lead.end :].strip(" :.*")) or not opening.lead.is_heading
    )
    for row in range(opening.row + 1, len(lines)):
        line = lines[row].strip()
        if not line:
            in_sentence = False
            continue
        if is_end(line):
            break
        inner = find_opening(lines, row, language)
        if inner and inner.lead.end:
            last, idle, in_sentence = row, 0, True
            seen = seen or has_value(line)
            continue
        if in_sentence and row - opening.row > 6:
            in_sentence = False
        if not in_sentence and (is_prose(line) or (seen and is_letterhead(line))):
            break
        if has_value(line):
            last, idle, seen = row, 0, True
        else:
            idle += 1
            if idle > (_MOST_IDLE if seen else _MOST_IDLE + 2):
                break
    return last


def _read_region(
    lines: Sequence[str], opening: Opening, last: int, country: str | None, language: str | None
) -> Region:
    first = opening.row
    text, starts = _join(lines, first, last, opening.lead.end)
    origin = _origin(text, lines, country, language or opening.lead.language)
    tokens = read_tokens(text, origin)
    entries = settle_entries(group_tokens(tokens, opening.lead))
    contacts = tuple(
        _placed(one, starts, first) for one in compose_contacts(entries, opening.lead, origin)
    )
    return Region(
        first,
        last,
        opening.lead.text or None,
        opening.lead.language,
        _distinct(contacts),
        is_understood=False,
    )


def _join(lines: Sequence[str], first: int, last: int, start: int) -> tuple[str, list[int]]:
    """Join lines to one text, behind the lead-in; give the place where each line begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    in_sentence = bool(lines[first][start:].strip(" :.*"))
    for row in range(first, last + 1):
        line = lines[row][: start + _LONGEST_LINE] if row == first else lines[row][:_LONGEST_LINE]
        part = line[start:].lstrip(" :：.*_") if row == first else line
        if row == first + 1 and start > len(lines[first]):
            part = line[max(start - len(lines[first]) - 1, 0) :]
        part = _WIDE.sub("   ", part)
        starts.append(length)
        in_sentence = in_sentence and bool(line.strip()) and row - first < 8
        parts.append(part + (" " if in_sentence and _runs_on(line, lines, row + 1, last) else "\n"))
        length += len(part) + 1
    return "".join(parts)[:-1], starts


def _runs_on(line: str, lines: Sequence[str], after: int, last: int) -> bool:
    """Ask whether a long line of a sentence is broken, and goes on in the next one."""
    if after > last or len(line) < _SHORTEST_BROKEN or line.rstrip()[-1:] in ":;.!?":
        return False
    follows = lines[after].lstrip()
    return bool(follows) and follows[0] not in "•*-–·"


def _origin(text: str, lines: Sequence[str], country: str | None, language: str | None) -> Origin:
    atoms = find_atoms(text)
    addresses = [one.value for one in atoms if one.kind in ("email", "url")]
    digits = [one.value for one in atoms if one.kind == "digits"]
    likely = likely_regions(addresses)
    return Origin(country or sure_region(digits, language), likely, language)


def _placed(contact: FoundContact, starts: list[int], first: int) -> FoundContact:
    return contact._replace(line=first + max(bisect_right(starts, contact.line) - 1, 0))


def _distinct(contacts: tuple[FoundContact, ...]) -> tuple[FoundContact, ...]:
    """Leave out a contact that was printed twice."""
    found: dict[tuple[object, ...], FoundContact] = {}
    for one in contacts:
        key = (one.name, one.emails, tuple((phone.number, phone.extension) for phone in one.phones))
        found.setdefault(key, one)
    return tuple(found.values())
