"""Which phrases open a contact block, and where in a line they stand."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.reading.people import find_person
from pressdesk.reading.phrases import FURTHER_LEAD_INS
from pressdesk.reading.purposes import VERBS, combined_lead_ins
from pressdesk.values.folding import fold

# Of one word, and too common to open a block unless nothing else stands in the line.
_SENTENCE_WORDS = frozenset("for für para per pour voor för για за aby to bei".split())
_ALONE = frozenset(
    "media press presse prensa stampa imprensa interviews spokesperson info information "
    "informazioni πληροφοριες renseignements source sources".split()
)
_FOR = frozenset("for fur pour para per voor for de zu zum zur on about in".split())
_PRESS = frozenset("smi сми прессы τύπου medias médias prasowe prasowy medier pers".split())
_PRESS_STEMS = (
    "press",
    "media",
    "prensa",
    "stampa",
    "imprensa",
    "interview",
    "entrevista",
    "intervist",
    "medien",
    "journalis",
    "periodist",
    "giornalist",
    "communication",
    "kommunikation",
    "редак",
    "الإعلام",
    "媒",
    "新",
)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_GAP = "…"
_LONGEST_GAP = 12
_LONGEST = 40
_NEAR = 80
_BEFORE_VALUE = re.compile(r"[^\d@\n;(]*")
_NO_GAP = re.compile(r"@|:|\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d[ .()/-]{0,2}\d")
_DESKS = frozenset("office media press pressestelle presse prensa stampa imprensa".split())


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


class Pattern(NamedTuple):
    """The words of a phrase."""

    words: tuple[str, ...]
    language: str
    is_heading: bool


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


def split_words(text: str, start: int = 0, limit: int = _LONGEST) -> list[Word]:
    """Give the first words of a text, folded; a character of Chinese or Japanese is one."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start):
        found.append(Word(fold(match[0]), match.start(), match.end()))
        if len(found) == limit:
            break
    return found


@cache
def _patterns() -> dict[str, list[Pattern]]:
    """Give the phrases by their first word; those that begin with a gap under "…"."""
    index: dict[str, dict[tuple[str, ...], Pattern]] = {}
    for pattern in _all_patterns():
        index.setdefault(pattern.words[0], {}).setdefault(pattern.words, pattern)
    return {
        first: sorted(those.values(), key=lambda one: (-len(one.words), _GAP in one.words))
        for first, those in index.items()
    }


def _all_patterns() -> list[Pattern]:
    found = []
    for language in ("en", *(one for one in LANGUAGES if one != "en")):
        wording = get_wording(language)
        found += [_pattern(one, language, _is_heading(one, 99)) for one in wording.headings]
        found += [_pattern(one, language, False) for one in (wording.lead_in, *wording.lead_ins)]
    for language, phrases in FURTHER_LEAD_INS.items():
        found += [_pattern(one, language, _is_heading(one)) for one in phrases]
    found += [_pattern(one, language, False) for language, one in combined_lead_ins()]
    return [one for one in found if one.words]


def _is_heading(phrase: str, most: int = 4) -> bool:
    words = phrase.lower().split()
    return len(words) < most and words[0] not in _SENTENCE_WORDS and words[-1] != "to"


def _pattern(phrase: str, language: str, is_heading: bool) -> Pattern:  # noqa: FBT001
    parts = (split_words(part) for part in phrase.split(_GAP))
    words: list[str] = []
    for place, part in enumerate(parts):
        words += [_GAP] if place else []
        words += [word.text for word in part]
    return Pattern(tuple(words), language, is_heading)


def find_lead_in(text: str, start: int = 0, language: str | None = None) -> LeadIn | None:
    """Find the longest phrase that begins with the first word from `start`."""
    words = split_words(text, start)
    if not words:
        return None
    candidates = [*_patterns().get(words[0].text, ()), *_patterns().get(_GAP, ())]
    best: tuple[int, Pattern, str] | None = None
    for pattern in candidates:
        reach = _match(pattern.words, words)
        if reach is None:
            continue
        if pattern.is_heading and re.search(
            r"[\n:：]", text[words[0].start : words[reach - 1].end]
        ):
            continue
        gap = _gap_text(text, words, pattern, reach)
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


@cache
def _words_behind_gaps() -> re.Pattern[str]:
    words = sorted({pattern.words[-1] for pattern in _patterns().get(_GAP, ())})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def may_end_with_lead_in(text: str) -> bool:
    """Ask whether a phrase that begins with other text may stand here: "… is available for"."""
    patterns = _patterns().get(_GAP, ())
    return any(pattern.words[1] in text for pattern in patterns) and (
        _words_behind_gaps().search(text) is not None
    )


def _extended(text: str, words: list[Word], reach: int, pattern: Pattern) -> int:
    """Give the end of a heading with what it is for: "Contact for the media in Africa"."""
    end = words[reach - 1].end
    is_open = pattern.words[-1] == _GAP or pattern.words[-1] in _FOR
    if not is_open and (
        reach >= len(words)
        or words[reach].text not in _FOR
        or text[end : words[reach].start].strip()
    ):
        return end
    stop = re.compile(r"[\n:：(]").search(text, end)
    rest = text[end : stop.start() if stop else len(text)]
    if len(rest.split()) > 8 or any(one.isdigit() or one in "@.," for one in rest):
        return end
    return end + len(rest.rstrip())


def is_lead_in_word(word: str) -> bool:
    """Ask whether a phrase begins with this folded word."""
    return word in _patterns()


def is_pressly(text: str) -> bool:
    """Ask whether a few words speak of press, media or interviews."""
    return _speaks_of_press(split_words(text))


def _speaks_of_press(words: Iterable[Word]) -> bool:
    return any(word.text in _PRESS or word.text.startswith(_PRESS_STEMS) for word in words)


def _is_plain_gap(gap: str) -> bool:
    """Ask whether a gap tells what for: no number, no label, and nobody to contact already."""
    return _NO_GAP.search(gap) is None and VERBS.isdisjoint(fold(gap).split())


def _names_another(text: str) -> bool:
    """Ask whether somebody follows: "To interview Dr Lee call the press office on"."""
    part = _BEFORE_VALUE.match(text)
    said = part[0].strip(" ,:") if part else ""
    return bool(find_person(said)) or not _DESKS.isdisjoint(fold(said).split())


def _stands_alone(text: str, words: list[Word], count: int) -> bool:
    rest = text[words[count - 1].end :].lstrip(" \u00a0*")
    return not rest or rest[0] in "\n:："


def _match(pattern: tuple[str, ...], words: list[Word]) -> int | None:
    """Give the number of words that a pattern takes up; None where it does not match."""
    at = 0
    for place, wanted in enumerate(pattern):
        if wanted != _GAP:
            if at >= len(words) or words[at].text != wanted:
                return None
            at += 1
        elif place + 1 < len(pattern):
            found = _find_word(words, pattern[place + 1], at + 1)
            if found is None:
                return None
            at = found
    return at or None


def _find_word(words: list[Word], wanted: str, start: int) -> int | None:
    end = min(len(words), start + _LONGEST_GAP)
    return next((place for place in range(start, end) if words[place].text == wanted), None)


def _gap_text(text: str, words: list[Word], pattern: Pattern, reach: int) -> str:
    if _GAP not in pattern.words:
        return ""
    before = pattern.words.index(_GAP)
    after = len(pattern.words) - before - 1
    first, last = before, reach - after
    if after == 0 or first >= last:
        return ""
    return text[words[first].start : words[last - 1].end]
