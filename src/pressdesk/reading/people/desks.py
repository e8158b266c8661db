"""Entries without a person: desks that speak to the press, and lines for everybody."""

import re

from pressdesk.reading.group.grouping import Entry
from pressdesk.reading.group.settling import words_of
from pressdesk.reading.vocabulary import (
    DESK_WORDS,
    ORG_WORDS,
    PRESS_WORDS,
    PUBLIC_WORDS,
    SPEAKING_TO_PRESS,
)
from pressdesk.text.folding import fold, fold_words
from pressdesk.values.phone_kind import kind_of_range
from pressdesk.words import all_words

# Whom a desk without a name is believed to speak to, by itself.
_TO_PRESS = SPEAKING_TO_PRESS | {"public", "ministerial"}
# "Public Affairs" speaks to the press.
_PUBLIC = re.compile(
    r"\b(?:the|general) public\b(?! (?:affairs|relations|information|communication|health))"
    r"|\bpublic (?:enquir|inquir|quer|line|number|hotline)",
    re.IGNORECASE,
)
_SERVICES = ("service", "dienst", "hotline", "telefon")
_NOT_PUBLIC = (
    *_SERVICES,
    "press",
    "medien",
    "media",
    "foto",
    "bild",
    "mobil",
    "buro",
    "auto",
    "fest",
)
_MOST_NAMELESS_PHONES = 3


def is_public(entry: Entry) -> bool:
    """Ask whether an entry is a line for everybody: donations, hotlines, subscriptions."""
    words = words_of(entry) | set(fold_words(entry.lead.text if entry.lead else "").split())
    public = {word for word in words if word in PUBLIC_WORDS or _serves_everybody(word)}
    if words & PRESS_WORDS and not {"non", "media"} <= words:
        public -= {"hotline", "helpline"}  # "Media hotline"
    return bool(public) or {"non", "media"} <= words or any(map(_says_public, _said_of(entry)))


def _serves_everybody(word: str) -> bool:
    """Ask for "leserservice", "infotelefon"; not for "presseservice", "mobiltelefon"."""
    return word.endswith(_SERVICES) and not word.startswith(_NOT_PUBLIC)


def _said_of(entry: Entry) -> list[str]:
    return [one.text for one in (*entry.texts, entry.heading) if one]


def _says_public(text: str) -> bool:
    return _PUBLIC.search(text) is not None


def is_desk(entry: Entry, *, named_before: bool) -> bool:
    """Ask whether an entry without a person is a desk that speaks to the press."""
    words = words_of(entry)
    heading_words = set(fold_words(entry.heading.text).split()) if entry.heading else set()
    addresses = [one.text for one in entry.values if one.kind == "email"]
    phones = [one for one in entry.values if one.kind == "phone"]
    if addresses and all(map(_is_for_everybody, addresses)):
        return False
    speaks_to_press = bool(words & _TO_PRESS) or any(map(is_press_address, addresses))
    is_free = any(one.number and kind_of_range(one.number) == "public" for one in phones)
    is_local = len(phones) >= _MOST_NAMELESS_PHONES and not any(one.number for one in phones)
    if not speaks_to_press and (len(phones) > _MOST_NAMELESS_PHONES or is_free or is_local):
        return False
    if named_before and entry.is_apart and not entry.is_opened and not heading_words:
        return bool(words & _TO_PRESS) and not _is_long(entry)
    return speaks_to_press or (_is_led_in(entry, words) and not _is_long(entry))


def _is_led_in(entry: Entry, words: set[str]) -> bool:
    """Ask whether the lead-in above it is enough, or it names a house at least."""
    lead = entry.lead
    if lead is None:
        return False
    if lead.is_pressly or lead.is_heading or entry.heading:
        return True
    return bool(words & (DESK_WORDS | ORG_WORDS)) or _has_acronym(entry)


def is_press_address(address: str) -> bool:
    """Ask whether the part before the @ speaks of press or communication."""
    local = fold(address.partition("@")[0])
    parts = set(fold_words(local.replace("_", " ")).split()) | {local}
    return (
        bool(parts & all_words("mailboxes", "press"))
        or local.startswith(("press", "media", "comunica", "kommunik", "communic"))
        or (local.endswith(("press", "media", "presse", "prensa", "stampa", "investorrelations")))
    )


def _is_for_everybody(address: str) -> bool:
    local = fold(address.partition("@")[0])
    return not is_press_address(address) and not all_words("mailboxes", "public").isdisjoint(
        {local, *fold_words(local.replace("_", " ")).split()}
    )


def _is_long(entry: Entry) -> bool:
    return sum(len(one.text.split()) for one in entry.texts) > 30


def _has_acronym(entry: Entry) -> bool:
    return any(len(word) > 1 and word.isupper() for one in entry.texts for word in one.text.split())


def with_press_addresses(entry: Entry) -> Entry:
    """Of a desk's addresses in a sentence keep those for the press, where there are any."""
    emails = [one for one in entry.values if one.kind == "email"]
    press = [one for one in emails if is_press_address(one.text)]
    if not press or len(press) == len(emails):
        return entry
    kept = [one for one in entry.values if one.kind != "email" or one in press]
    entry.values[:] = kept
    return entry


def is_desk_name(name: str) -> bool:
    """Ask whether a name is a desk's: "Newsroom", "Field Media Team"."""
    return not (DESK_WORDS | SPEAKING_TO_PRESS).isdisjoint(fold_words(name).split())
