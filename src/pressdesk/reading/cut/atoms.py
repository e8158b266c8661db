"""Addresses, numbers and links in a text, found by linear scans; their meaning is not asked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressdesk.reading.cut.labels import find_kind
from pressdesk.values.extension import match_extension, to_ascii_digits
from pressdesk.words import all_words


class Atom(NamedTuple):
    """A value in a text, at characters [start:end).

    kind: email, digits, extension, url or hidden (an address that a page hides).
    value: the address, the digits as printed, or the extension's digits.
    extension: that stands behind a number.
    """

    kind: str
    start: int
    end: int
    value: str
    extension: str | None = None


_OPEN, _CLOSE = r"[\[({<]", r"[\])}>]"
_DOT = rf"(?:\s?{_OPEN}\s?(?:dot|punkt|punto|point|ponto|\.)\s?{_CLOSE}\s?|\.)"
_AT = rf"\s?{_OPEN}\s?(?:at|@|ät|arroba|chez|chiocciola)\s?{_CLOSE}\s?"
_TLD = r"(?:com|org|net|edu|gov|int|info|eu|de|fr|es|it|uk|au|ca|ch|at|be|nl|br|pt|ru|mx)"
# Every part is bounded, and the look-behind lets a run of letters and dots begin but once.
_EMAIL = re.compile(
    rf"""(?<![\w.+%-])(?:
      (?P<plain>\w[\w.+'&%-]{{0,63}}\ ?@\ ?[\w-]{{1,63}}
        (?:(?:\.|\ \.(?={_TLD}\b)|\.\ (?={_TLD}\b))[\w-]{{1,63}}){{1,8}})
    | (?P<hidden>\w[\w.+-]{{0,63}}(?:{_DOT}\w{{1,63}}){{0,3}}
        {_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,8}})
    | (?P<spoken>\w[\w.+-]{{0,63}}\ (?:at|AT)\ [\w-]{{1,63}}(?:\ (?:dot|DOT)\ [\w-]{{2,63}}){{1,6}})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[email[\s\u00a0]?protected\]", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,2000}|\b10\.[0-9]{4,9}/[^\s<>]{1,200}"
    r"|(?<![\w@.-])(?:[\w-]{1,63}\.){1,6}(?:com|org|net|gov|edu|info|int|eu)"
    r"(?:/[^\s<>]{0,500})?(?![\w.@-])",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?:\+[ ]?|＋)?\(?\+?[0-9]"
    r"(?:(?:[ .)\-/‐‑‒–—−]{0,5}|[ ]{0,3}\n[ \n]{0,6})(?:\((?=[0-9 ]{1,6}\))[ ]?)?[0-9])*"
)
_DATES = re.compile(
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)?[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}"
    r"|(?:19|20)[0-9]{2}\s?[-–/]\s?(?:(?:19|20)?[0-9]{2})(?:\s.*)?"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥]|EUR|USD|CHF|GBP)\s?\Z")
_MONEY_AFTER = re.compile(
    r"\s?(?:%|€|euros?\b|eur\b|usd\b|million|milliarde|mio\b|dollars?\b)", re.IGNORECASE
)
_NOT_A_NUMBER = re.compile(
    r"(?:\bNo|\bNr|\bNum|n[°º]|№|\bISBN|\bISSN|\bDOI|\bIBAN|\bBIC|\bCase(?: number)?|\bBox"
    r"|\bPostfach|\bABN|\bACN|\bVAT|\bHRB|\bID|\bRef|\bCP|\bB\.?P|\bDocument|\bmessage|\bAktenzeichen|\bAz|\bCIF|\bNIF)"
    r"[.:]?\s{0,2}\Z",
    re.IGNORECASE,
)
# "Invalidenstr. 44", and "10115 Berlin" below it.
_HOUSE_NUMBER = re.compile(r"[0-9]{1,4}\s*\n\s*[0-9]{4,6}")
_TOWN = re.compile(r" [A-ZÄÖÜÉ][^\W\d_]")
# Of a pager's bureau: "pager 016 020, message 112 233".
_PAGER = re.compile(r"\bpager[.:]?\s?\Z", re.IGNORECASE)
_PHONE_BEFORE = re.compile(
    r"(?:tel|phone|ph|fax|telephone|mobile|cell|t[ée]l|telefon|fono)[.]?\s{0,2}n[or°º][.:]{0,2}\s{0,2}\Z",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(
    r"(?<![^\W\d_])(?:tel|ph|fax|phone|mob|tél|cell)\Z|(?:電話|电话|手机|手機|传真|傳真)\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,12}")
# "ext. 121 / 127", "ext. 12 or 13"; no date, no number, no address.
_OR = "|".join(sorted(all_words("conjunctions")))
_FURTHER_EXTENSION = re.compile(
    rf"\s?(?:/|&|\b(?:{_OR})\b)\s?([0-9]{{1,5}})(?![0-9]|[ .-][0-9]|\s?[^\W\d_])"
)
_ALONE = "|".join(sorted(all_words("extension_words", "alone")))
_EXTENSION = re.compile(rf"(?<![\w,;])(?:[#x]|{_ALONE})[.]? ?[0-9]{{2,6}}\b", re.IGNORECASE)
# "202-225-4201 or 4202"
_OR_TAIL, _TAIL = re.compile(rf"[0-9] (?:{_OR}|&) \Z"), 4
_FEWEST, _MOST = 6, 60


def find_atoms(text: str) -> list[Atom]:
    """Find all values of a text, in order; none overlaps another."""
    addresses = list(_find_addresses(text)) if "@" in text or _has_hidden(text) else []
    taken = list(addresses)
    taken += _outside(_find_urls(text), addresses)
    taken.sort(key=lambda atom: atom.start)
    taken += _outside(_find_digits(text), taken)
    taken.sort(key=lambda atom: atom.start)
    taken += _outside(_find_extensions(text), taken)
    return sorted(taken, key=lambda atom: atom.start)


def _has_hidden(text: str) -> bool:
    lowered = text.lower()
    return any(one in lowered for one in ("(at)", "[at]", "{at}", " at ", "[email", "ät", "arroba"))


def _outside(atoms: Iterator[Atom], taken: list[Atom]) -> list[Atom]:
    """Leave out what begins within something that is taken (both in order)."""
    kept, place = [], 0
    for atom in atoms:
        while place < len(taken) and taken[place].end <= atom.start:
            place += 1
        if place == len(taken) or taken[place].start >= atom.end:
            kept.append(atom)
    return kept


def _find_addresses(text: str) -> Iterator[Atom]:
    for match in _EMAIL.finditer(text):
        value = re.sub(rf"\s?{_OPEN}\s?(?:dot|punkt|punto|point|ponto)\s?{_CLOSE}\s?", ".",
                       match[0], flags=re.IGNORECASE)  # fmt: skip
        value = re.sub(_AT, "@", value, flags=re.IGNORECASE)
        if match["spoken"]:
            value = re.sub(
                r" dot ", ".", re.sub(r" at ", "@", value, flags=re.IGNORECASE), flags=re.IGNORECASE
            )
        value = value.replace(" ", "").rstrip("-.'_&")
        yield Atom("email", match.start(), match.end(), value)
    for match in _PLACEHOLDER.finditer(text):
        yield Atom("hidden", match.start(), match.end(), match[0])


def _find_urls(text: str) -> Iterator[Atom]:
    for match in _URL.finditer(text):
        yield Atom("url", match.start(), match.end(), match[0])


def _find_digits(text: str) -> Iterator[Atom]:
    """Find runs of digits that may be numbers, with the extensions behind them."""
    ascii_text = to_ascii_digits(text)
    place = 0
    for run in _DIGITS.finditer(ascii_text):
        # What begins within an extension: what is left of it stands by itself.
        match = run if run.start() >= place else _DIGITS.search(ascii_text, place, run.end())
        if match is None:
            continue
        count = sum(map(str.isdigit, match[0]))
        if not _FEWEST <= count <= _MOST and not (match[0].startswith("+") and count > 3):
            if not 2 <= count <= 5:
                continue
            if not _is_beginning(ascii_text, match):
                continue
        if _is_of_word(ascii_text, match) or _is_something_else(ascii_text, match):
            continue
        behind = match_extension(ascii_text, match.end()) if count >= _FEWEST else None
        extension, end = behind or (None, match.end())
        if extension and _PAGER.search(ascii_text[max(match.start() - 10, 0) : match.start()]):
            extension = None  # the pager's own number, behind that of its bureau
        yield Atom("digits", match.start(), end, match[0], extension)
        while extension and (other := _FURTHER_EXTENSION.match(ascii_text, end)):
            yield Atom("extension", other.start(1), other.end(), other[1])
            end = other.end()
        place = end


def _is_beginning(text: str, match: re.Match[str]) -> bool:
    """Ask whether few digits are a number's tail: "oder -22", "/07"."""
    before = text[max(match.start() - 8, 0) : match.start()]
    if before.endswith(("-", "–", "/", "/ ")):
        return True
    return len(match[0]) == _TAIL and _OR_TAIL.search(before) is not None


def _is_of_word(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if (before.isalpha() and text[max(match.start() - 2, 0)].isalpha()) or before in "@_":
        return not _is_glued_label(text, match.start())
    return after in "@_" or (
        after.isalpha() and after not in "xX" and not _is_label(text, match.end())
    )


def _is_label(text: str, start: int) -> bool:
    """Ask whether a label is glued to a number: "…15 62Mobile: "."""
    word = _LETTERS.match(text, start)
    return word is not None and find_kind(word[0], None) is not None


def _is_glued_label(text: str, start: int) -> bool:
    return _GLUED_LABEL.search(text[max(start - 12, 0) : start]) is not None


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - 24, 0) : match.start()]
    if match[0].startswith("+"):
        return False
    return bool(
        _DATES.fullmatch(match[0].strip("( "))
        or _MONEY_BEFORE.search(before)
        or _MONEY_AFTER.match(text, match.end())
        or (_NOT_A_NUMBER.search(before) and not _PHONE_BEFORE.search(before))
        or (_HOUSE_NUMBER.fullmatch(match[0]) and _TOWN.match(text, match.end()))
        or (_PAGER.search(before) and sum(map(str.isdigit, match[0])) <= _FEWEST)
        or re.match(r":[0-9]{2}", text[match.end() : match.end() + 3])
    )


def _find_extensions(text: str) -> Iterator[Atom]:
    """Find extensions that stand alone: "#6292" in a line, "or x230"."""
    ascii_text = to_ascii_digits(text)
    for match in _EXTENSION.finditer(ascii_text):
        found = match_extension(ascii_text, match.start())
        if found:
            yield Atom("extension", match.start(), found[1], found[0])
