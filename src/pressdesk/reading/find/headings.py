"""Headings that nobody listed: a few words for contacts or the press, a colon, and who it is."""

from collections.abc import Sequence

from pressdesk.reading.find.languages import guess_language
from pressdesk.reading.find.lead_ins import LeadIn, is_pressly
from pressdesk.reading.find.prose import has_value, is_prose
from pressdesk.reading.people.names import find_person
from pressdesk.reading.vocabulary import PUBLIC_WORDS, TITLE_WORDS
from pressdesk.text.folding import fold, fold_words
from pressdesk.words import all_words

_STEMS = tuple(sorted(all_words("word_beginnings", "contact")))
_SHORT = frozenset({"poc", "pio"})  # of the services: point of contact, information officer
_LONGEST, _MOST_WORDS, _REACH = 90, 9, 9
_MOST_BARE_WORDS = 4


def find_heading(lines: Sequence[str], row: int, language: str | None) -> LeadIn | None:
    """Find a heading at the beginning of a line: "Contact person for journalists: Jane Doe"."""
    line = lines[row]
    colon = max(line.find(":", 0, _LONGEST), line.find("：", 0, _LONGEST))
    end = colon + 1 if colon >= 0 else _end_of_bare_heading(line)
    head = line[:end].strip(" *_#•-–·:：")
    if not head or not _is_heading(head):
        return None
    rest = line[end:].strip(" *_")
    below = [one for one in lines[row + 1 : row + 1 + _REACH] if one.strip()]
    told = [rest] if has_value(rest) else [one for one in (rest, *below) if one]
    is_for_press = is_pressly(head)
    if not told or any(map(is_prose, told[:1])) or not any(map(has_value, told)):
        return None
    is_desk = is_for_press and colon >= 0 and has_value(told[0])
    if not (is_desk or _begins_with_person(told[0])):
        return None
    spoken = language or guess_language([head], 1) or guess_language([head, *told]) or "en"
    return LeadIn(
        len(line) - len(line.lstrip(" *_#•-–·")), 0 if _names_role(head) else end, spoken,
        is_heading=True, is_pressly=is_for_press, text="" if _names_role(head) else head,
    )  # fmt: skip


def _end_of_bare_heading(line: str) -> int:
    """Give the length of a line of few words, as "Ihr Kontakt"; 0 for any other."""
    is_short = len(line) < _LONGEST and 0 < len(line.split()) <= _MOST_BARE_WORDS
    return len(line) if is_short and line.rstrip()[-1:] not in ".,;?!" else 0


def _is_heading(head: str) -> bool:
    if len(head.split()) > _MOST_WORDS or any(one.isdigit() or one in "@.!?" for one in head):
        return False
    words = fold_words(head).split()
    return PUBLIC_WORDS.isdisjoint(words) and (
        is_pressly(head) or any(word.startswith(_STEMS) or word in _SHORT for word in words)
    )


def _names_role(head: str) -> bool:
    """Ask whether it is what somebody does, and stays to be read: "Pressesprecherin:"."""
    return not TITLE_WORDS.isdisjoint(fold(head).split())


def _begins_with_person(text: str) -> bool:
    part = text.strip(" *_•-–·")
    for separator in ",|(/–:":
        part = part.partition(separator)[0]
    found = find_person(part)
    return found is not None and len(found.before.split()) <= 1
