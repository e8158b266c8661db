"""The addresses and numbers of a passage, by `reading`, and what each may be."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pressdesk.reading.cut.atoms import Atom, find_atoms
from pressdesk.reading.numbers.runs import Origin, read_run
from pressdesk.releases.mentions.passage import Passage
from pressdesk.values.extension import to_ascii_digits
from pressdesk.values.phone_display import split_code
from pressdesk.values.phone_number import Number
from pressdesk.values.phone_reading import find_country_code

# A trunk zero that is only dialled within the country: "+44 (0)20 …".
TRUNK_ZERO = re.compile(r"\(0\)")
_PLUS = "+＋"
_ABROAD = ("00", "011")
# What stands before a number within a country, by the country's code; elsewhere it is a zero.
_TRUNKS = {"1": "1", "7": "8", "375": "8", "370": "8", "36": "06"}
# Blanks that do not break a line: a number has them as it has others.
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
# Fewer digits are no whole national number.
_FEWEST = 7
_LAST_DIGITS = re.compile(r"[0-9]+(?=[^0-9]*\Z)")


# Start, end, email, numbers, extension, tail: see Mention.
_Value = tuple[int, int, str | None, tuple[str, ...], str | None, int]


class Mention(NamedTuple):
    """An address or a number where it stands.

    start, end: of it in the text of the passage, without its extension. email: folded, of an
    address. numbers: what a number may be (E.164), the surest first: without a country's code it
    may be one of several countries'. extension: its digits. tail: where the extension ends, with
    the word and the sign around it; `end` where there is none.
    """

    passage: Passage
    start: int
    end: int
    email: str | None = None
    numbers: tuple[str, ...] = ()
    extension: str | None = None
    tail: int = 0

    @property
    def written(self) -> str:
        """The value as it is written, with its extension."""
        return self.passage.text[self.start : max(self.end, self.tail)]

    @property
    def core(self) -> str:
        """The value as it is written, without its extension."""
        return self.passage.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line on which it stands."""
        return self.passage.line_at(self.start)

    def identities(self) -> list[Number]:
        """Return the numbers that it may be, each with its extension."""
        return [(number, self.extension) for number in self.numbers]


def find_mentions(
    passage: Passage, regions: Sequence[str] = (), language: str | None = None
) -> Iterator[Mention]:
    """Yield the addresses and numbers of a passage, in order.

    regions: the countries (alpha-2) whose numbers may stand without their code. language: of the
    release.
    """
    if passage.may_hold_values:
        text = passage.text.translate(_BLANKS)
        for value in _values(text, Origin(None, tuple(regions), language)):
            yield Mention(passage, *value)


# The same block stands in many releases.
@lru_cache(maxsize=2000)
def _values(text: str, origin: Origin) -> tuple[_Value, ...]:
    """Return the values of a text: what a mention has but its passage."""
    found: list[_Value] = []
    for atom in find_atoms(text):
        if atom.kind == "email":
            end = atom.start + len(text[atom.start : atom.end].rstrip("-.'_& "))
            found.append((atom.start, end, atom.value.casefold(), (), None, end))
        elif atom.kind == "digits":
            found += _numbers(to_ascii_digits(text), atom, origin)
    return tuple(found)


def _numbers(text: str, atom: Atom, origin: Origin) -> Iterator[_Value]:
    place = atom.start
    read = read_run(atom.value, origin)
    for number in read:
        digits = "".join(filter(str.isdigit, to_ascii_digits(number.text)))
        own, extension = digits, number.extension
        if extension:
            own = digits.removesuffix(extension)
        span = _locate(text, own, place, atom.end)
        if span is None:
            continue
        start, end = span
        place = tail = end
        if extension:
            tail = place = end + len(text[end:]) - len(text[end:].lstrip("-‐–")) + len(extension)
        elif number is read[-1] and atom.extension:
            extension, tail = atom.extension, atom.end
        if found := _may_be(text[start:end], number.e164, origin.likely):
            yield start, end, None, found, extension, tail


def _locate(text: str, digits: str, start: int, end: int) -> tuple[int, int] | None:
    """Find where digits stand, one behind the other, with the plus and the bracket before them."""
    first, place = -1, start
    for digit in digits:
        while place < end and not text[place].isdigit():
            place += 1
        if place >= end or text[place] != digit:
            return None
        first = place if first < 0 else first
        place += 1
    if first < 0:
        return None
    while first > start and text[first - 1] in f"({_PLUS} " and text[start:first].strip():
        first -= 1
    while text[first] == " ":
        first += 1
    return first, place


@lru_cache(maxsize=4096)
def _may_be(text: str, e164: str | None, regions: tuple[str, ...]) -> tuple[str, ...]:
    digits = "".join(filter(str.isdigit, TRUNK_ZERO.sub("", text)))
    if text.lstrip("( ")[:1] in _PLUS:
        return tuple(dict.fromkeys(filter(None, (e164, f"+{digits}"))))
    whole = [f"+{digits.removeprefix(code)}" for code in _ABROAD if digits.startswith(code)]
    if e164 and any(split_code(number) == split_code(e164) for number in whole):
        return (e164,)
    if len(digits) < _FEWEST:
        return ()
    codes = dict.fromkeys(str(find_country_code(region)) for region in regions)
    found = [f"+{code}{number}" for code in codes if code != "0"
             for number in (digits, digits.removeprefix(_TRUNKS.get(code, "0")))]  # fmt: skip
    # "41.22.717 91 11": only the plus is missing.
    if e164 == f"+{digits}":
        found.insert(0, e164)
    return tuple(dict.fromkeys((*found, *whole)))
