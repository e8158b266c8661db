"""How a block begins: whether a line is a lead-in or a heading, and in which languages."""

import re
from collections.abc import Sequence
from functools import cache

from pressdesk.blocks.wordings import LANGUAGES, lead_ins, openings
from pressdesk.words import by_language

# So many letters tell most lines apart from a lead-in.
_TELLING = 6
_TELLING_BEFORE_GAP = 12
_GAP = "…"
# What a language is read as that has no wording.
_OTHERS = "en"
_COLONS = ":：﹕"
_ASIDE = re.compile(r"\s?[(（][^()（）@0-9]{1,40}[)）]$")
# "Harbour Relief's media contact"
_OWNED = re.compile(r"[^.!?:@]{1,60}['’]s (?:media|press) contacts?(?=\s*(?:[:：]|$))")
# "Maria G. Moreno, IOM Washington DC, is available for interview on …"
_AVAILABLE = re.compile(r"[^!?:@]{1,120}\b(?:is|are) available for (?:interviews?|comment)\b")


def without_colon(line: str) -> str:
    """Give a lead-in or a heading without what leads over to the people."""
    return line.strip().rstrip(_COLONS + " ")


def _bare(line: str) -> str:
    """Give a heading without what leads over, and without whom it is for: "Contact (Africa):"."""
    return _ASIDE.sub("", without_colon(line))


def lead_in_languages(line: str) -> tuple[str, ...]:
    """Give the languages in which a line begins as a block does; none for any other line."""
    if not may_lead_in(line):
        return ()
    text = line.strip().casefold()
    bare = _bare(text)
    return tuple(
        language
        for language in LANGUAGES
        if _headings(language).fullmatch(bare) or _goes_on(_lead_ins(language).match(text), text)
    )


def stands_alone(line: str, language: str) -> bool:
    """Ask whether a line is a lead-in or a heading of a language, with nobody behind it."""
    bare = _bare(line.casefold())
    return _headings(language).fullmatch(bare) is not None


def is_alone(line: str, languages: Sequence[str]) -> bool:
    """Ask whether a line is a lead-in or a heading, of these languages or one we print none in."""
    return any(stands_alone(line, one) for one in languages) or bool(
        further_languages(line, whole=True)
    )


def further_languages(line: str, *, whole: bool = False) -> tuple[str, ...]:
    """Give the languages of a line that begins as blocks do which we never print so.

    whole: whether that is all there is in it. A language without a wording is read as English.
    """
    text = line.strip().casefold()
    bare = _bare(text)
    if _OWNED.fullmatch(bare):
        return (_OTHERS,)
    found = (
        language if language in LANGUAGES else _OTHERS
        for language, (phrases, pattern) in _further().items()
        if (bare in phrases if whole else _goes_on(pattern.match(text), text))
    )
    return tuple(dict.fromkeys(found))


def one_line_languages(line: str) -> tuple[str, ...]:
    """Give the languages of a line that may say it all: who is meant, and how to reach them.

    It begins with a heading and something behind, mostly a colon, or with the name itself.
    """
    if not may_lead_in(line):
        return ()
    text = line.strip().casefold()
    if _leads_over(_OWNED.match(text), text) or _AVAILABLE.match(text):
        return ("en",)
    return tuple(one for one in LANGUAGES if _leads_over(_headings(one).match(text), text))


def _leads_over(found: re.Match[str] | None, text: str) -> bool:
    """Ask whether a colon and something follow, or the next cell of a row.

    A heading like a sentence needs neither.
    """
    if found is None:
        return False
    rest = text[found.end() :].lstrip()
    if text.startswith("\t", found.end()):
        return bool(rest)
    if rest[:1] in tuple(_COLONS):
        return bool(rest[1:].strip())
    return bool(rest) and found[0].count(" ") >= 2 and _goes_on(found, text)


def _goes_on(found: re.Match[str] | None, text: str) -> bool:
    """Ask whether a lead-in was found, and not merely the beginning of a longer word."""
    return found is not None and not text[found.end() : found.end() + 1].isalnum()


def may_lead_in(line: str) -> bool:
    """Ask cheaply whether a line could be any of these: most lines of a release are none."""
    first = line.lstrip()[:_TELLING].casefold()
    whole, short = _first_letters()
    return (
        first in whole
        or first.startswith(short)
        or "ontact" in line
        or "ONTACT" in line
        or "vailable for" in line
    )


@cache
def _first_letters() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give what lead-ins begin with, but those that begin with other text; the short ones apart."""
    phrases = {phrase for language in LANGUAGES for phrase in openings(language)}
    further = (one for phrases, _ in _further().values() for one in phrases)
    firsts = {one[:_TELLING] for one in (*phrases, *further) if one[0] != _GAP}
    short = tuple(one.casefold() for one in firsts if len(one) < _TELLING)
    return frozenset(one.casefold() for one in firsts if len(one) == _TELLING), short


@cache
def _further() -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """Give by language what opens a block beside the wordings, and what matches it."""
    found = {}
    for language, phrases in by_language("openings").items():
        told = [one.casefold() for one in phrases if _is_telling(one)]
        if told:
            found[language] = frozenset(told), _pattern(told)
    return found


def _is_telling(phrase: str) -> bool:
    """Ask whether a phrase could not begin any other sentence: "Media" and "Press … to" could."""
    before, gap, _ = phrase.partition(f" {_GAP} ")
    return len(before) > (_TELLING_BEFORE_GAP if gap else _TELLING) and _GAP not in before


@cache
def _lead_ins(language: str) -> re.Pattern[str]:
    """Give what a line begins with that has people behind it."""
    return _pattern(lead_ins(language))


@cache
def _headings(language: str) -> re.Pattern[str]:
    """Give what stands alone on its line."""
    return _pattern(openings(language))


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    known = sorted({one for one in phrases if not one.startswith("…")}, key=len, reverse=True)
    # "…" is other text of the same sentence.
    texts = [re.escape(one.casefold()).replace("…", "[^.!?]{1,80}?") for one in known]
    return re.compile("|".join(text.replace(r"\ ", r"\s+") for text in texts))
