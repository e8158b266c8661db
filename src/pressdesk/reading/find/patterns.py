"""The words of all phrases that open a block, and which of them a text begins with."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pressdesk.blocks.wordings import LANGUAGES, lead_ins
from pressdesk.text.folding import fold
from pressdesk.words import all_words, by_language, phrases

# Of one word, and too common to open a block unless nothing else stands in the line.
_SENTENCE_WORDS = frozenset("for für para per pour voor för για за aby to bei".split())
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
GAP = "…"
_LONGEST_GAP = 12
_LONGEST, _LONGEST_PHRASE = 40, 20


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


class Pattern(NamedTuple):
    """The words of a phrase."""

    words: tuple[str, ...]
    language: str
    is_heading: bool

    def gap_in(self, text: str, words: Sequence[Word], reach: int) -> str:
        """Give what stands in the place of its "…"; reach: how many words it takes up."""
        if GAP not in self.words:
            return ""
        first = self.words.index(GAP)
        after = len(self.words) - first - 1
        last = reach - after
        if after == 0 or first >= last:
            return ""
        return text[words[first].start : words[last - 1].end]


def split_words(text: str, start: int = 0, limit: int = _LONGEST) -> list[Word]:
    """Give the first words of a text, folded; a character of Chinese or Japanese is one."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start):
        found.append(Word(fold(match[0]), match.start(), match.end()))
        if len(found) == limit:
            break
    return found


def find_patterns(text: str, start: int) -> tuple[list[Word], list[tuple[int, Pattern]]]:
    """Give the first words of a text, and the phrases that they begin with, with their lengths."""
    beginning = split_words(text, start, 2)
    if not beginning:
        return [], []
    table = _table()
    patterns = [one for key in _beginnings(beginning) for one in table.get(key, ())]
    patterns += table[(GAP, "")] if may_end_with_lead_in(text) else []
    has_gap = any(GAP in pattern.words for pattern in patterns)
    words = split_words(text, start, _LONGEST if has_gap else _LONGEST_PHRASE) if patterns else []
    reached = ((_match(pattern.words, words), pattern) for pattern in patterns)
    return words, [(reach, pattern) for reach, pattern in reached if reach is not None]


def may_begin_lead_in(text: str) -> bool:
    """Ask whether a phrase begins as a text does, by its first two words."""
    words = split_words(text, 0, 2)
    return bool(words) and not _table().keys().isdisjoint(_beginnings(words))


def _beginnings(words: Sequence[Word]) -> tuple[tuple[str, str], ...]:
    first, second = words[0].text, words[1].text if len(words) > 1 else ""
    return (first, second), (first, GAP), (first, "")


def may_end_with_lead_in(text: str) -> bool:
    """Ask whether a phrase that begins with other text may stand here: "… is available for"."""
    return _behind_gaps().search(text) is not None


@cache
def _behind_gaps() -> re.Pattern[str]:
    phrases = sorted({r"\W{1,3}".join(one.words[1:]) for one in _table()[(GAP, "")]})
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


@cache
def _table() -> dict[tuple[str, str], list[Pattern]]:
    """Give the phrases by their first two words; those that begin with a gap under "…" alone."""
    index: dict[tuple[str, str], dict[tuple[str, ...], Pattern]] = {}
    for pattern in _all_patterns():
        first, second = (*pattern.words, "")[:2]
        beginning = (GAP, "") if first == GAP else (first, second)
        index.setdefault(beginning, {}).setdefault(pattern.words, pattern)
    return {
        beginning: sorted(those.values(), key=lambda one: (-len(one.words), GAP in one.words))
        for beginning, those in index.items()
    }


def _all_patterns() -> Iterator[Pattern]:
    for language in ("en", *LANGUAGES):
        for phrase in phrases("headings", language):
            yield _pattern(phrase, language, is_heading=_is_heading(phrase, 99))
        for phrase in lead_ins(language):
            yield _pattern(phrase, language, is_heading=False)
    for language in by_language("openings"):
        for phrase in phrases("openings", language):
            yield _pattern(phrase, language, is_heading=_is_heading(phrase))
    for language, phrase in _sentences():
        yield _pattern(phrase, language, is_heading=False)


def _sentences() -> Iterator[tuple[str, str]]:
    """Yield language and words of each purpose with each verb, with text between and without."""
    for language in by_language("purposes"):
        for purpose in phrases("purposes", language):
            for verb in phrases("contacting", language):
                yield language, f"{purpose} {verb}"
                yield language, f"{purpose} {GAP} {verb}"
    for language in by_language("enquiries"):
        for enquiry in phrases("enquiries", language):
            yield from ((language, f"{enquiry} {to}") for to in phrases("directed", language))


@cache
def first_verbs() -> frozenset[str]:
    """Return the first words of the verbs of contacting, folded."""
    return frozenset(fold(verb.split()[0]) for verb in all_words("contacting"))


def _is_heading(phrase: str, most: int = 4) -> bool:
    words = phrase.lower().split()
    return len(words) < most and words[0] not in _SENTENCE_WORDS and words[-1] != "to"


def _pattern(phrase: str, language: str, *, is_heading: bool) -> Pattern:
    parts = (split_words(part) for part in phrase.split(GAP))
    words: list[str] = []
    for place, part in enumerate(parts):
        words += [GAP] if place else []
        words += [word.text for word in part]
    return Pattern(tuple(words), language, is_heading)


def _match(pattern: tuple[str, ...], words: Sequence[Word]) -> int | None:
    """Give the number of words that a pattern takes up; None where it does not match."""
    at = 0
    for place, wanted in enumerate(pattern):
        if wanted != GAP:
            if at >= len(words) or words[at].text != wanted:
                return None
            at += 1
        elif place + 1 < len(pattern):
            found = _find_word(words, pattern[place + 1], at + 1)
            if found is None:
                return None
            at = found
    return at or None


def _find_word(words: Sequence[Word], wanted: str, start: int) -> int | None:
    end = min(len(words), start + _LONGEST_GAP)
    return next((place for place in range(start, end) if words[place].text == wanted), None)
