"""Where in a release somebody's name, address or number stands, wherever it is printed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressdesk.model import Contact, Office
from pressdesk.releases.seen import SeenLine, SeenText
from pressdesk.text.folding import fold_words
from pressdesk.values.extension import split_extension, to_ascii_digits
from pressdesk.values.phone_number import PhoneNumber

# A run of digits and what stands between groups; bounded, so that no line takes long.
_RUN = re.compile(r"\+?[0-9][0-9 ()./\u2010-\u2015\u00a0-]{5,40}[0-9]")
_EXTENSION_ROOM = 30
# Fewer digits are a year or a room.
_FEWEST = 6


class Wanted(NamedTuple):
    """What is looked for.

    names: folded words. emails: folded addresses. numbers: digits of E.164 without "+", and the
    extension that must stand behind, None for any or none.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str | None], ...] = ()


def wanted_of_contact(contact: Contact, offices: dict[str, Office]) -> Wanted:
    """Look for a contact: by name, and by all that is its own."""
    numbers = [(one.number.e164[1:], one.number.extension) for one in contact.phones]
    for posting in contact.postings:
        switchboard = offices[posting.office].switchboard
        if switchboard and posting.extension:
            numbers.append((switchboard.e164[1:], posting.extension))
    emails = tuple(email.address.folded for email in contact.emails)
    return Wanted((fold_words(contact.name),), emails, tuple(dict.fromkeys(numbers)))


def wanted_of_number(number: PhoneNumber) -> Wanted:
    """Look for a number, with its extension where it has one."""
    return Wanted(numbers=((number.e164[1:], number.extension),))


def find_traces(seen: SeenText, wanted: Wanted) -> Iterator[SeenLine]:
    """Give the lines in which something of it stands, links included."""
    for line in seen.lines:
        texts = (line.text, *(link.target for link in line.links))
        if any(_holds(text, wanted) for text in texts if text):
            yield line


def _holds(text: str, wanted: Wanted) -> bool:
    folded = text.casefold()
    if any(_has_address(folded, one) for one in wanted.emails):
        return True
    if wanted.names:
        words = f" {fold_words(text)} "
        if any(f" {name} " in words for name in wanted.names):
            return True
    return bool(wanted.numbers) and _has_number(to_ascii_digits(text), wanted.numbers)


def _has_address(text: str, address: str) -> bool:
    """Ask whether an address stands in a text, and not as the end of a longer one."""
    place = text.find(address)
    while place >= 0:
        behind = text[place + len(address) : place + len(address) + 1]
        before = text[place - 1 : place] if place else ""
        if not (before.isalnum() or before in {".", "-", "_", "+"} or behind.isalnum()):
            return True
        place = text.find(address, place + 1)
    return False


def _has_number(text: str, numbers: Sequence[tuple[str, str | None]]) -> bool:
    for run in _RUN.finditer(text):
        digits = "".join(filter(str.isdigit, run[0].replace("(0)", "")))
        national = digits.lstrip("0")
        if len(national) < _FEWEST:
            continue
        behind = text[run.end() : run.end() + _EXTENSION_ROOM]
        _, extension = split_extension(f"{run[0]}{_first_clause(behind)}")
        for wanted, wanted_extension in numbers:
            is_same = wanted in {digits, national} or _is_national(national, wanted)
            if is_same and wanted_extension in {None, extension}:
                return True
    return False


def _is_national(digits: str, wanted: str) -> bool:
    """Ask whether digits are a whole number without its country code, of one to three digits."""
    return wanted.endswith(digits) and 1 <= len(wanted) - len(digits) <= 3


def _first_clause(text: str) -> str:
    """Give what may be the extension behind a number: up to what ends it."""
    found = re.match(r"[\s,;]{0,3}\(?\s?[^\W\d]{0,12}[.:：=]?\s{0,2}#?[0-9]{1,10}\)?", text)
    return found[0] if found else ""
