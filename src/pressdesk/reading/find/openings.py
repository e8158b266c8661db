"""Which lines open a stretch of contacts: by a lead-in, or by their look."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pressdesk.reading.find.density import is_card, is_desk_line
from pressdesk.reading.find.headings import find_heading
from pressdesk.reading.find.lead_ins import LeadIn, find_lead_in
from pressdesk.reading.find.patterns import may_begin_lead_in, may_end_with_lead_in
from pressdesk.reading.find.prose import has_value, is_advert, is_prose
from pressdesk.reading.people.names import find_person
from pressdesk.text.folding import fold_words

LONGEST_LINE = 3000
# Bounded, as a line may be a megabyte of spaces, or of sentences.
_SENTENCE = re.compile(
    r"(?:[.!?…]\s{1,9}|\s{2,9}|\|\s{0,9}|[:;–—•*-]\s{1,9}|[\d)\]]\s{1,9}(?=[^\W\d_a-z]))(?=[^\W\d_])"
    # Run on without a stop: "4 May 2004 For further information contact".
    r"|\s(?=For (?:further|more) |(?:[Mm]edia|MEDIA|[Pp]ress) (?:[Cc]ontact|CONTACT|[EeIi]nquir))"
)
_MOST_SENTENCES = 500
_LONGEST_BEGINNING = 40
_LONGEST_ITEM = 4
_SHORTEST_TWO = 25


class Opening(NamedTuple):
    """A lead-in in a line, and whether text stands before it."""

    row: int
    lead: LeadIn
    is_within: bool


def find_opening(lines: Sequence[str], row: int, language: str | None) -> Opening | None:
    """Find the lead-in of a line: at its beginning, or where a sentence begins in it."""
    line = lines[row]
    if not line or line.isspace() or line.startswith(">"):
        return None
    return _at_beginning(lines, row, language) or (
        _within(lines, row, language) if len(line) >= _SHORTEST_TWO else None
    )


def _at_beginning(lines: Sequence[str], row: int, language: str | None) -> Opening | None:
    """Find a lead-in that begins a line, a heading that nobody listed, a desk or a card."""
    line = lines[row]
    head = with_next(lines, row)
    lead = None
    if may_begin_lead_in(head) or may_end_with_lead_in(head):
        lead = find_lead_in(head, 0, language)
        if lead and not (
            lead.start < len(line) and _opens(lead, line) and not _is_advert(lines, row, lead)
        ):
            lead = None
    lead = lead or find_heading(lines, row, language)
    if lead is None and (
        is_desk_line(lines, row)
        or ((has_value(line) or _has_value_below(lines, row)) and is_card(lines, row))
    ):
        lead = LeadIn(0, 0, language or "en", is_heading=True, is_pressly=True)
    return Opening(row, lead, is_within=False) if lead else None


def _within(lines: Sequence[str], row: int, language: str | None) -> Opening | None:
    """Find a lead-in where a sentence begins in a line."""
    line, head = lines[row], with_next(lines, row)
    for match in islice(_SENTENCE.finditer(line), _MOST_SENTENCES):
        if not may_begin_lead_in(line[match.end() : match.end() + _LONGEST_BEGINNING]):
            continue
        lead = find_lead_in(head[match.end() : match.end() + 300], 0, language)
        if lead:
            lead = lead._replace(start=lead.start + match.end(), end=lead.end + match.end())
            if _opens_within(head, lead, line) and not _is_advert(lines, row, lead):
                return Opening(row, lead, is_within=True)
    return None


def _is_advert(lines: Sequence[str], row: int, lead: LeadIn) -> bool:
    """Ask whether a sentence names who answers about a job: no word of it is for the press."""
    if lead.is_pressly or lead.is_heading:
        return False
    above = lines[row - 1][-LONGEST_LINE:] if row and not lead.start else ""
    return is_advert(f"{above} {lines[row][: lead.end]}")


def _has_value_below(lines: Sequence[str], row: int) -> bool:
    return len(lines[row]) < 160 and any(has_value(line) for line in lines[row + 1 : row + 5])


def with_next(lines: Sequence[str], row: int) -> str:
    """Give a line with the one that it runs on into: a lead-in may be broken."""
    line = lines[row]
    if len(line) > LONGEST_LINE:
        return line
    after = lines[row + 1] if row + 1 < len(lines) else ""
    return f"{line}\n{after[:200]}" if after.strip() else line


def _opens(lead: LeadIn, line: str) -> bool:
    """Ask whether a phrase at the beginning of a line is a lead-in, and no part of a sentence."""
    if not lead.is_heading:
        return True
    rest = line[lead.end :] if lead.end <= len(line) else ""
    stripped = rest.lstrip(" *_:：.–—-/\t】〕」＞》")
    if not stripped or rest.lstrip(" *_")[:1] in (":", "：", "|", "\t", "–", "—", "-", "/"):
        return True
    if stripped[0].islower() and "@" not in stripped.split()[0] and rest[:1] != ":":
        words = stripped.split()
        return len(words) <= 7 and not has_value(stripped) and not stripped.endswith(".")
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
    is_listed = re.match(r"\s*[*•·-]\s", line) is not None
    if is_listed and len(line[: lead.start].split()) > _LONGEST_ITEM:
        return False  # "* Hill Town gets a fire station. Contact: …": one of a list in the text
    if lead.is_heading:
        return rest.lstrip(" *")[:1] in (":", "：") or (lead.is_pressly and has_value(rest[:200]))
    opened = fold_words(head[lead.start : lead.end])
    if opened.endswith((" call", " phone")) or fold_words(rest[:20]).startswith(
        ("call ", "phone ")
    ):
        return lead.is_pressly
    return not is_listed
