"""Which phrases open a contact block, and where in a line they stand."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pressdesk.reading.find.patterns import (
    GAP,
    Pattern,
    Word,
    find_patterns,
    first_verbs,
    split_words,
)
from pressdesk.reading.people.names import find_person
from pressdesk.reading.vocabulary import DESK_WORDS, MEDIA_WORDS, PRESS_WORDS
from pressdesk.text.folding import fold
from pressdesk.words import all_words

# Of one word, and too common to open a block unless nothing else stands in the line.
_ALONE = MEDIA_WORDS | frozenset(
    "interviews spokesperson info information informazioni πληροφοριες renseignements source "
    "sources".split()
)
_FOR = frozenset("for fur pour para per voor for de zu zum zur on about in".split())
_PRESS_STEMS = tuple(sorted(all_words("word_beginnings", "press")))
_STOPS, _END_OF_HEADING = re.compile(r"[\n:：]"), re.compile(r"[\n:：(]")
_NEAR = 80
_BEFORE_VALUE = re.compile(r"[^\d@\n;(]*")
_NO_GAP = re.compile(r"@|:|\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d")


class LeadIn(NamedTuple):
    """A phrase in a text: its characters [start:end), its language.

    is_heading: it can stand alone in its line. is_pressly: it speaks of press, media, interviews.
    gap: what stands in the place of its "…". text: as printed.
    """

    start: int
    end: int
    language: str
    is_heading: bool
    gap: str = ""
    is_pressly: bool = False
    text: str = ""


def find_lead_in(text: str, start: int = 0, language: str | None = None) -> LeadIn | None:
    """Find the longest phrase that begins with the first word from `start`."""
    words, found = find_patterns(text, start)
    best: tuple[int, Pattern, str] | None = None
    for reach, pattern in found:
        if pattern.is_heading and _STOPS.search(text, words[0].start, words[reach - 1].end):
            continue
        gap = pattern.gap_in(text, words, reach)
        if gap and not _is_plain_gap(gap):
            continue
        better = (
            best is None
            or reach > best[0]
            or (reach == best[0] and pattern.language == language and best[1].language != language)
        )
        if better:
            best = (reach, pattern, gap)
    if best is None:
        return None
    reach, pattern, gap = best
    if len(pattern.words) == 1 and pattern.words[0] in _ALONE and not _stands_alone(text, words, 1):
        return None
    end = _extended(text, words, reach, pattern) if pattern.is_heading else words[reach - 1].end
    if gap and find_person(gap) and not _names_another(text[end : end + _NEAR]):
        end = text.index(gap, words[0].start)
        gap = ""
    return LeadIn(
        words[0].start,
        end,
        pattern.language,
        pattern.is_heading,
        gap,
        _speaks_of_press(words[:reach]),
        " ".join(text[words[0].start : end].split()),
    )


def _extended(text: str, words: list[Word], reach: int, pattern: Pattern) -> int:
    """Give the end of a heading with what it is for: "Contact for the media in Africa"."""
    end = words[reach - 1].end
    is_open = pattern.words[-1] == GAP or pattern.words[-1] in _FOR
    if not is_open and (
        reach >= len(words)
        or words[reach].text not in _FOR
        or text[end : words[reach].start].strip()
    ):
        return end
    stop = _END_OF_HEADING.search(text, end)
    rest = text[end : stop.start() if stop else len(text)]
    if len(rest.split()) > 8 or any(one.isdigit() or one in "@.," for one in rest):
        return end
    return end + len(rest.rstrip())


def is_pressly(text: str) -> bool:
    """Ask whether a few words speak of press, media or interviews."""
    return _speaks_of_press(split_words(text))


def _speaks_of_press(words: Iterable[Word]) -> bool:
    return any(word.text in PRESS_WORDS or word.text.startswith(_PRESS_STEMS) for word in words)


def _is_plain_gap(gap: str) -> bool:
    """Ask whether a gap tells what for: no number, no label, and nobody to contact already."""
    return _NO_GAP.search(gap) is None and first_verbs().isdisjoint(fold(gap).split())


def _names_another(text: str) -> bool:
    """Ask whether somebody follows: "To interview Dr Lee call the press office on"."""
    part = _BEFORE_VALUE.match(text)
    said = part[0].strip(" ,:") if part else ""
    return bool(find_person(said)) or not DESK_WORDS.isdisjoint(fold(said).split())


def _stands_alone(text: str, words: list[Word], count: int) -> bool:
    rest = text[words[count - 1].end :].lstrip(" \u00a0*")
    return not rest or rest[0] in "\n:："
