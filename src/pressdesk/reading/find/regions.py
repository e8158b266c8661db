"""Where in a text contacts stand: stretches that a lead-in opens, or that look like cards."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.reading.cut.atoms import find_atoms
from pressdesk.reading.cut.columns import Row, unfold_columns
from pressdesk.reading.cut.tokens import read_tokens
from pressdesk.reading.find.languages import guess_language
from pressdesk.reading.find.openings import LONGEST_LINE, Opening, find_opening
from pressdesk.reading.find.prose import has_value, is_end, is_letterhead, is_prose
from pressdesk.reading.found import FoundContact, Region
from pressdesk.reading.group.composing import compose_contacts, is_explained
from pressdesk.reading.group.grouping import group_tokens
from pressdesk.reading.group.settling import settle_entries
from pressdesk.reading.numbers.runs import Origin, likely_regions, regions_of, sure_region
from pressdesk.reading.people.desks import is_press_address
from pressdesk.reading.people.names import find_person

# So many numbers tell enough about where a text comes from.
_MOST_HINTS = 20
_FEW, _LONGEST_HINT = 6, 300
_WIDE = re.compile(r" {4,}")
_LAST_DIGITS = re.compile(r"[0-9]{3,4}(?: [0-9]{2,4})?(?![^\W_])")
_VALUE_LAST = re.compile(r"(?:[0-9]|@[\w.-]+\w[>)]?)\Z")
_MOST_IDLE = 7
_SHORTEST_BROKEN = 50


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
    """Give a line without what cannot be seen, and with plain spaces alone."""
    if line.isascii() and "[link:" not in line and "mailto:" not in line:
        return line.rstrip()
    text = re.sub(r"\[link:[^\]]{0,200}\]|mailto:", " ", line)
    if text.isascii():
        return text.rstrip()
    text = unicodedata.normalize("NFC", text)
    return text.translate(_VISIBLE).rstrip()


class _Start(NamedTuple):
    """A place in a text, and the number of the line that begins there."""

    place: int
    line: int


class _Visible(dict[int, str | None]):
    """What each character becomes; judged when it is first met."""

    def __missing__(self, point: int) -> str | None:
        category = unicodedata.category(chr(point))
        made = self[point] = {"Cf": None, "Zs": " "}.get(category, chr(point))
        return made


_VISIBLE = _Visible()


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
        if not in_sentence and not seen and is_prose(line) and _writes_to_press(lines, row):
            in_sentence = True
        if not in_sentence and (is_prose(line) or (seen and is_letterhead(line))):
            break
        if has_value(line) or (last == row - 1 and _goes_on(lines[last], line)):
            last, idle, seen = row, 0, True
        else:
            idle += 1
            if idle > (_MOST_IDLE if seen else _MOST_IDLE + 2):
                break
    return _with_people_below(lines, last)


def _with_people_below(lines: Sequence[str], last: int) -> int:
    """Give the last of the lines that name people, right below a house with its number."""
    if find_person(lines[last]) or not has_value(lines[last]):
        return last
    for line in lines[last + 1 : last + _MOST_IDLE]:
        if is_prose(line) or is_end(line.strip()) or not _names_person(line):
            break
        last += 1
    return last


def _names_person(line: str) -> bool:
    found = find_person(line)
    return found is not None and not found.before


def _goes_on(above: str, line: str) -> bool:
    """Ask whether a number of the line above ends in this one: "(02) 6289", "5027"."""
    return above[-1:].isdigit() and _LAST_DIGITS.match(line) is not None


def _writes_to_press(lines: Sequence[str], row: int) -> bool:
    """Ask whether a paragraph tells the address of a press desk."""
    for line in lines[row : row + 5]:
        if not line.strip():
            return False
        words = (word.strip("<>(),;:.") for word in line[:LONGEST_LINE].split() if "@" in word)
        if any(is_press_address(word) for word in words):
            return True
    return False


def _read_region(
    lines: Sequence[str], opening: Opening, last: int, country: str | None, language: str | None
) -> Region:
    first = opening.row
    text, starts = _join(lines, first, last, opening.lead.end)
    below = "\n".join(line[:LONGEST_LINE] for line in lines[last + 1 : last + 3])
    origin = _origin(text, below, country, language or _language(lines, opening, last))
    tokens = read_tokens(text, origin)
    entries = settle_entries(group_tokens(tokens, opening.lead))
    contacts = tuple(
        _placed(one, starts) for one in compose_contacts(entries, opening.lead, origin)
    )
    return Region(
        first,
        last,
        opening.lead.text or None,
        opening.lead.language,
        _distinct(contacts),
        is_understood=len(contacts) == sum(max(len(one.names), 1) for one in entries) > 0
        and all(map(is_explained, entries)),
    )


def _language(lines: Sequence[str], opening: Opening, last: int) -> str:
    """Give the language of a region: of its lead-in, unless one word or none tells too little."""
    if len(opening.lead.text.split()) > 1:
        return opening.lead.language
    around = range(max(opening.row - _FEW, 0), min(last, opening.row + _FEW) + 1)
    return guess_language(lines[row][:_LONGEST_HINT] for row in around) or opening.lead.language


def _join(lines: Sequence[str], first: int, last: int, start: int) -> tuple[str, list[_Start]]:
    """Join lines to one text, behind the lead-in; say where in it each line begins."""
    listed = [Row(number, lines[number][:LONGEST_LINE]) for number in range(first + 1, last + 1)]
    rows = [Row(first, lines[first][: start + LONGEST_LINE]), *unfold_columns(listed)]
    in_sentence = bool(lines[first][start:].strip(" :.*】〕」＞》"))
    parts: list[str] = []
    starts: list[_Start] = []
    length = 0
    for place, (number, line) in enumerate(rows):
        part = line[start:].lstrip(" :：.*_】〕」＞》") if place == 0 else line
        if place == 1 and start > len(lines[first]):
            part = line[max(start - len(lines[first]) - 1, 0) :]
        part = _WIDE.sub("   ", part)
        starts.append(_Start(length, number))
        in_sentence = in_sentence and bool(line.strip()) and place < 8
        follows = rows[place + 1].text if place + 1 < len(rows) else ""
        parts.append(part + (" " if in_sentence and _runs_on(line, follows) else "\n"))
        length += len(part) + 1
    return "".join(parts)[:-1], starts


def _runs_on(line: str, below: str) -> bool:
    """Ask whether a long line of a sentence is broken, and goes on in the next one."""
    if len(" ".join(line.split())) < _SHORTEST_BROKEN or line.rstrip()[-1:] in ":;.!?":
        return False
    follows = below.lstrip()
    if not follows or follows[0] in "•*-–·":
        return False
    # Behind a whole number or address a capital begins what is told next.
    return not (follows[0].isupper() and _VALUE_LAST.search(line[-_SHORTEST_BROKEN:]))


def _origin(text: str, below: str, country: str | None, language: str | None) -> Origin:
    atoms = find_atoms(text)
    addresses = [one.value for one in atoms if one.kind in ("email", "url")]
    digits = [one.value for one in atoms if one.kind == "digits"]
    likely = likely_regions(addresses)
    likely += likely_regions(one.value for one in find_atoms(below) if one.kind == "url")
    likely += regions_of(digits[:_MOST_HINTS], language)
    return Origin(country or sure_region(digits, language), likely, language)


def _placed(contact: FoundContact, starts: Sequence[_Start]) -> FoundContact:
    at = bisect_right(starts, contact.line, key=lambda start: start.place) - 1
    return contact._replace(line=starts[max(at, 0)].line)


def _distinct(contacts: tuple[FoundContact, ...]) -> tuple[FoundContact, ...]:
    """Leave out a contact that was printed twice."""
    found: dict[tuple[object, ...], FoundContact] = {}
    for one in contacts:
        key = (one.name, one.emails, tuple((phone.number, phone.extension) for phone in one.phones))
        found.setdefault(key, one)
    return tuple(found.values())
