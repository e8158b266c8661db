"""How a block begins: whether a line is a lead-in or a heading, and in which languages."""

import re
from collections.abc import Sequence
from functools import cache

from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.reading.phrases import FURTHER_LEAD_INS

# So many letters tell most lines apart from a lead-in.
_TELLING = 6
_TELLING_BEFORE_GAP = 12
_GAP = "…"
_COLONS = ":：﹕"
# "Harbour Relief's media contact"
_OWNED = re.compile(r"[^.!?:@]{1,60}['’]s (?:media|press) contacts?(?=\s*(?:[:：]|$))")


def without_colon(line: str) -> str:
    """Give a lead-in or a heading without what leads over to the people."""
    return line.strip().rstrip(_COLONS + " ")


def lead_in_languages(line: str) -> tuple[str, ...]:
    """Give the languages in which a line begins as a block does; none for any other line."""
    if not may_lead_in(line):
        return ()
    text = line.strip().casefold()
    bare = without_colon(text)
    return tuple(
        language
        for language in LANGUAGES
        if _headings(language).fullmatch(bare) or _goes_on(_lead_ins(language).match(text), text)
    )


def stands_alone(line: str, language: str) -> bool:
    """Ask whether a line is a lead-in or a heading of a language, with nobody behind it."""
    bare = without_colon(line.casefold())
    return _headings(language).fullmatch(bare) is not None


def is_alone(line: str, languages: Sequence[str]) -> bool:
    """Ask whether a line is a lead-in or a heading, of these languages or one we print none in."""
    return any(stands_alone(line, one) for one in languages) or is_further(line, whole=True)


def is_further(line: str, *, whole: bool = False) -> bool:
    """Ask whether a line begins as blocks do in languages that we print none in.

    whole: whether that is all there is in it.
    """
    text = line.strip().casefold()
    found = _owned(text)
    if found and not text[found.end() :].strip(_COLONS + " "):
        return True
    if whole:
        return without_colon(text) in _further()
    return text.startswith(_further_starts()) and _goes_on(_further_pattern().match(text), text)


def heading_languages(line: str) -> tuple[str, ...]:
    """Give the languages in which a line begins with a heading, a colon, and something behind."""
    text = line.strip().casefold()
    if _leads_over(_owned(text), text):
        return ("en",)
    if not may_lead_in(line):
        return ()
    return tuple(one for one in LANGUAGES if _leads_over(_headings(one).match(text), text))


def _owned(text: str) -> re.Match[str] | None:
    # Few lines have the word at all.
    return _OWNED.match(text) if " contact" in text else None


def _leads_over(found: re.Match[str] | None, text: str) -> bool:
    """Ask whether a colon follows, and something behind it."""
    rest = text[found.end() :].lstrip() if found else ""
    return rest[:1] in tuple(_COLONS) and bool(rest[1:].strip())


def _goes_on(found: re.Match[str] | None, text: str) -> bool:
    """Ask whether a lead-in was found, and not merely the beginning of a longer word."""
    return found is not None and not text[found.end() : found.end() + 1].isalnum()


def may_lead_in(line: str) -> bool:
    """Ask cheaply whether a line could be a lead-in."""
    return line.lstrip()[:_TELLING].casefold().startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    """Give the first letters of all lead-ins, but of those that begin with other text."""
    return tuple(
        {
            phrase[:_TELLING].casefold()
            for language in LANGUAGES
            for phrase in _phrases(language)
            if not phrase.startswith("…")
        }
    )


def _phrases(language: str) -> tuple[str, ...]:
    wording = get_wording(language)
    return (wording.lead_in, *wording.lead_ins, *wording.headings)


@cache
def _further() -> tuple[str, ...]:
    return tuple(
        phrase.casefold()
        for phrases in FURTHER_LEAD_INS.values()
        for phrase in phrases
        if _GAP not in phrase and len(phrase) > _TELLING
    )


@cache
def _further_around() -> tuple[str, ...]:
    """Give those that have other text in them, but for those that could begin any sentence."""
    phrases = (one.casefold() for them in FURTHER_LEAD_INS.values() for one in them)
    return tuple(one for one in phrases if one.find(f" {_GAP} ") > _TELLING_BEFORE_GAP)


@cache
def _further_starts() -> tuple[str, ...]:
    return (*_further(), *(one.partition(_GAP)[0] for one in _further_around()))


@cache
def _further_pattern() -> re.Pattern[str]:
    return _pattern((*_further(), *_further_around()))


@cache
def _lead_ins(language: str) -> re.Pattern[str]:
    """Give what a line begins with that has people behind it."""
    wording = get_wording(language)
    return _pattern((wording.lead_in, *wording.lead_ins))


@cache
def _headings(language: str) -> re.Pattern[str]:
    """Give what stands alone on its line."""
    return _pattern(_phrases(language))


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    known = sorted({one for one in phrases if not one.startswith("…")}, key=len, reverse=True)
    # "…" is other text of the same sentence.
    texts = [re.escape(one.casefold()).replace("…", "[^.!?]{1,80}?") for one in known]
    return re.compile("|".join(text.replace(r"\ ", r"\s+") for text in texts))
