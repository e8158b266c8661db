"""Runs of digits as numbers: where one ends and the next begins, and which country they are of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.reading.numbers.shapes import SHAPES, is_french, is_swiss, looks_national
from pressdesk.values.phone_reading import find_country_code, read_phone

_LANGUAGE_REGIONS = {
    # Not NZ: its "(06) 277 7265" was Canberra's too, before 1997.
    "en": ("US", "AU", "GB", "CA", "IE", "ZA", "IN", "KE"),
    "de": ("DE", "AT", "CH"), "fr": ("FR", "CA", "BE", "CH"), "it": ("IT", "CH"),
    "es": ("ES", "MX", "CO", "AR", "PE", "US"),
    "pt": ("BR", "PT"), "ru": ("RU",), "nl": ("NL", "BE"),
    "zh": ("CN", "TW", "HK"), "sv": ("SE",), "fi": ("FI",), "pl": ("PL",), "el": ("GR", "CY"),
    "mk": ("MK",), "ja": ("JP",), "ar": ("EG", "JO", "LB"),
}  # fmt: skip
# Where any grouping is usual, a number is believed without its groups.
_SURE = {
    "de": "DE", "it": "IT", "fr": "FR", "nl": "NL", "pl": "PL", "ru": "RU", "ja": "JP", "sv": "SE",
    "fi": "FI", "el": "GR",
}  # fmt: skip
# Where every national number begins with a zero: one that does not is of another country, as of
# Senegal in French.
_WITH_ZERO = frozenset({"DE", "FR", "NL", "JP", "SE", "FI"})
# Ends of addresses that are sold to the whole world.
_SOLD = frozenset("io co tv ai me fm ly to cc ws am la sh gg st uk".split())
_BREAKS = re.compile(
    r"\s*\n\s*|\s[-–—]\s|\s?/\s?|\s{2,}|(?<=\d)\s(?=\+|\()|(?<=\))(?=\()|(?<=\d)(?=\+)"
)


_PLUS_ZERO, _DOUBLE_ZERO = re.compile(r"[+＋]\s?\(?0"), re.compile(r"\(?00\d")
_FIRST_GROUP = re.compile(r"[1-9][0-9]{0,2}(?=\)?[ .-])")
_LONGEST_TAIL = 5


class Origin(NamedTuple):
    """Where a text comes from: a country that is sure, others that are likely, its language."""

    country: str | None
    likely: tuple[str, ...]
    language: str | None


class Number(NamedTuple):
    """A number as printed and as read; e164 is None when it cannot be known."""

    e164: str | None
    text: str
    extension: str | None = None


def read_run(run: str, origin: Origin) -> list[Number]:
    """Read a run of digits: one number or several."""
    cleaned = run.strip(" -–—/.\n")
    pieces = [one.strip(" -–—/.") for one in _BREAKS.split(cleaned) if any(map(str.isdigit, one))]
    whole = read_number(cleaned, origin)
    if len(pieces) == 1:
        return [whole if whole.e164 else _with_hyphened_extension(cleaned, origin) or whole]
    apart = [read_number(one, origin) for one in pieces]
    if all(one.e164 for one in apart):
        return apart
    if whole.e164:
        return [whole]
    return list(_with_tails(_joined(pieces, origin), origin))


def _with_tails(numbers: Iterable[Number], origin: Origin) -> Iterator[Number]:
    """Read "… 47-14/-15": what follows a direct dial, as short as it, is another one."""
    last: Number | None = None
    for number in numbers:
        other = with_other_tail(last.text, number.text) if last and number.e164 is None else None
        if other and last and "-" in last.text[-6:] and len(number.text) <= _LONGEST_TAIL:
            yield Number(read_number(other, origin).e164, number.text)
        else:
            yield number
            last = number if number.e164 else last


def _joined(pieces: Sequence[str], origin: Origin) -> Iterator[Number]:
    """Join pieces to numbers: a piece and the next one, where only both are a number."""
    place = 0
    while place < len(pieces):
        one = read_number(pieces[place], origin)
        if one.e164 is None and place + 1 < len(pieces):
            both = read_number(" ".join(pieces[place : place + 2]), origin)
            if both.e164:
                yield both
                place += 2
                continue
        place += 1
        yield one


def _with_hyphened_extension(text: str, origin: Origin) -> Number | None:
    """Read "+1 202-862-1826-230": in blocks that were translated the last group is an extension."""
    head, hyphen, tail = text.rpartition("-")
    if not hyphen or not tail.isdigit() or not 2 <= len(tail) <= 5:
        return None
    number = read_number(head, origin)
    if number.e164 is None or number.e164.startswith(("+49", "+43")):
        return None
    return Number(number.e164, text, tail)


def read_number(text: str, origin: Origin) -> Number:
    """Read one number; its country is that of the text, if it fits there."""
    return Number(_e164(text.replace("\n", " "), origin), text)


@lru_cache(maxsize=4096)
def _e164(text: str, origin: Origin) -> str | None:
    digits = sum(map(str.isdigit, text))
    if digits < 6:
        return None
    stripped = text.lstrip("( ")
    if _PLUS_ZERO.match(stripped):  # a plus before a trunk zero is no plus
        return _valid(stripped.lstrip("+＋ "), origin.country) if origin.country else None
    if stripped.startswith(("+", "＋")):
        return _valid("+" + stripped.lstrip("+＋ "), None)
    if _DOUBLE_ZERO.match(text) and (found := _valid("+" + text.lstrip("(")[2:], None)):
        return found
    return next(_national(text, origin), None) or _without_plus(text)


def _national(text: str, origin: Origin) -> Iterator[str]:
    """Give what a number without country code may be, the likeliest first."""
    from pressdesk.values.phone_kind import is_grouped_as

    for region in (origin.country,) if origin.country else origin.likely:
        if region and (found := _valid(text, region)):
            yield found
    if origin.country:
        return
    if origin.language in ("de", "fr") and is_swiss(text) and (found := _valid(text, "CH")):
        yield found
    sure = _SURE.get(origin.language or "")
    is_whole = sure not in _WITH_ZERO or text.lstrip("( ").startswith("0")
    if sure and is_whole and (found := _valid(text, sure)):
        yield found
    if is_french(text) and (found := _valid(text, "FR")):
        yield found
    for region in _LANGUAGE_REGIONS.get(origin.language or "en", ()):
        if (found := _valid(text, region)) and (
            is_grouped_as(text, found) or looks_national(text, region)
        ):
            yield found


def _without_plus(text: str) -> str | None:
    """Read "41.22.717 91 11": the first group is a country's code, only the plus is missing."""
    from pressdesk.values.phone_kind import has_country_code

    text = text.lstrip("(")
    first = _FIRST_GROUP.match(text)
    found = (
        _valid(f"+{text.replace(')', '', 1)}", None)
        if first and sum(map(str.isdigit, text)) >= 10
        else None
    )
    return found if found and first and has_country_code(found, first[0]) else None


def _valid(text: str, region: str | None) -> str | None:
    try:
        return read_phone(text, region, allow_possible=False).e164
    except InvalidValueError:
        return None


def sure_region(runs: Sequence[str], language: str | None) -> str | None:
    """Give the country that the shape of some numbers gives away: 0417 …, 202-862-1826."""
    if language not in (None, "en"):
        return None
    for region, looks_so in SHAPES:
        for run in runs:
            if (
                not run.lstrip("( ").startswith("+")
                and looks_so(run, region)
                and _valid(run, region)
            ):
                return region
    return None


def regions_of(runs: Iterable[str], language: str | None) -> tuple[str, ...]:
    """Give the countries of numbers that give theirs away: by "+", or by how they are grouped."""
    from pressdesk.values.phone_kind import region_of

    origin = Origin(None, (), language)
    read = (number.e164 for run in runs for number in read_run(run, origin))
    return tuple(dict.fromkeys(region for one in read if one and (region := region_of(one))))


def with_other_tail(text: str, tail: str) -> str | None:
    """Give a printed number with other last digits: "…-11" and "22" give "…-22"."""
    digits = re.sub(r"\D", "", tail)
    last = re.search(r"\d+\Z", text)
    if last is None or not digits or len(digits) > len(last[0]) + 2:
        return None
    if "-" in text[-8:] or "–" in text[-8:]:
        return text[: last.start()] + digits
    return text[: -len(digits)] + digits if len(digits) <= len(last[0]) else None


def likely_regions(texts: Iterable[str]) -> tuple[str, ...]:
    """Guess countries from the ends of addresses and links: `.gov.au`, `.de`."""
    found: dict[str, None] = {}
    for text in texts:
        host = re.sub(r"^\w+://", "", text.rpartition("@")[2]).partition("/")[0].rstrip(".,;)")
        end = host.rpartition(".")[2].lower()
        if end == "gov":
            found["US"] = None
        elif len(end) == 2 and end not in _SOLD and find_country_code(end.upper()):
            found[end.upper()] = None
        elif end == "uk":
            found["GB"] = None
    return tuple(found)
