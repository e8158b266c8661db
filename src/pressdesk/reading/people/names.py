"""Which words of a piece of text are the name of a person."""

import re
from typing import NamedTuple

from pressdesk.reading.people.han_names import find_han_name
from pressdesk.reading.people.word import EDGE, INITIAL, Word, is_caseless
from pressdesk.reading.vocabulary import (
    DESK_WORDS,
    ORG_WORDS,
    POSTNOMINALS,
    SURNAMES,
    TITLE_WORDS,
    is_given_name,
)
from pressdesk.text.folding import fold

_MOST_WORDS = 6
_HOUSE_NUMBER = re.compile(r"[1-9]\d{0,3}[a-z]?")
_TOKEN = re.compile(r"\S+")
_OF = frozenset("of di de des der du für fur for del della do da von voor av för".split())
_STAFF = frozenset("cabinet gabinete kabinett office buro bureau secretariat permanence".split())
_WHERE = frozenset("in at im en em à".split())  # "In Kuala Lumpur:"
_OFFICES = frozenset(
    "senator sen representative rep congressman congresswoman governor mayor".split()
)


class Person(NamedTuple):
    """A name, what stands before and after it, and whether "Dr" or the like announced it."""

    name: str
    before: str
    after: str
    is_announced: bool


def find_person(text: str) -> Person | None:
    """Find the first name of a person in a piece of text without separators."""
    if han := find_han_name(text):
        return Person(han.name, han.before, han.after, bool(han.after))
    words = [Word.of(match) for match in _TOKEN.finditer(text)]
    if len(words) > _MOST_WORDS and is_caseless(text):
        return None
    skipped = 0
    for start in range(len(words)):
        if start < skipped:
            continue
        is_owner = words[start - 1].folded in _OF and (
            _is_principal(words[start]) or words[max(start - 2, 0)].folded in _STAFF
        )
        if start and (is_owner or words[start - 1].folded in _WHERE):
            skipped = start + len(_run(words, start))  # "Ufficio Stampa di Sanitari Senza Confini"
            continue
        found = _person_from(text, words, start)
        if found:
            return found
    return None


def _is_principal(word: Word) -> bool:
    """Ask whether one is named for whom another speaks: "for Senator …", unlike "for Dr …"."""
    return not word.is_honorific or fold(word.bare).strip(".") in _OFFICES


def _person_from(text: str, words: list[Word], start: int) -> Person | None:
    """Read a name that begins with a word (after honorifics); None where none begins there."""
    first = start
    while first < len(words) and words[first].is_honorific and not _is_initial_name(words, first):
        if first > start and words[first].is_initial:
            break  # "Ms D. Tindle": no "Don"
        if is_given_name(words[first].folded) and len(_run(words, first + 1)) == 1:
            break  # "Don Halley", unlike "Don Carlos Pérez"
        first += 1
    is_announced = first > start
    run = _run(words, first)
    skipped = _words_of_rank(run) if not is_announced else 0
    first, run = first + skipped, run[skipped:]
    while run and (run[-1].is_particle or run[-1].folded in POSTNOMINALS):
        run.pop()
    if not _is_name(run, is_announced=is_announced) or _is_of_house(words, first, len(run)):
        return None
    last = first + len(run)
    if not is_announced and _is_street(words, first, last):
        return None
    if not is_announced and _begins_with_acronym(run):
        return None  # "ICRC Geneva"
    name = text[words[first].start : words[last - 1].end].strip(EDGE.replace(".", " "))
    if not INITIAL.fullmatch(words[last - 1].bare + "."):
        name = name.rstrip(".")
    return Person(
        name,
        text[: words[start + skipped].start].strip(),
        text[words[last - 1].end :].strip(),
        is_announced,
    )


def _is_street(words: list[Word], first: int, last: int) -> bool:
    """Ask for "48 Alfred Place", "Rue de la Loi 175"; a number of several groups is a phone's."""
    before, after = words[max(first - 1, 0) : first], words[last : last + 2]
    if any(word.bare.isdigit() for word in before):
        return True
    groups = [word.bare for word in after if word.bare[:1].isdigit()]
    return len(groups) == 1 and _HOUSE_NUMBER.fullmatch(after[0].bare) is not None


def _is_initial_name(words: list[Word], place: int) -> bool:
    """Ask whether "M." here is rather the first of some initials: "M. K. Tindle"."""
    return words[place].is_initial and place + 1 < len(words) and words[place + 1].is_initial


def _run(words: list[Word], first: int) -> list[Word]:
    run: list[Word] = []
    for word in words[first : first + _MOST_WORDS]:
        is_given = not run and is_given_name(word.folded)  # "Vic Jeffs", unlike "Melbourne Vic"
        is_surname = bool(run) and is_given_name(run[0].folded) and word.folded in SURNAMES
        fits = (
            ((is_surname or is_given) and word.bare[:1].isupper())
            or word.is_name_like
            or word.is_initial
            or (word.is_particle and not word.is_known)
        )
        if not fits or (not run and word.is_particle and word.bare.islower()):
            break
        run.append(word)
        raw_end = word.end - word.start - len(word.bare)
        if raw_end and not word.is_initial:  # a comma, a full stop: the name ends here
            break
    return run


def _words_of_rank(run: list[Word]) -> int:
    """Count the words before a given name: a rank ("Special Envoy Carol Hill"), or "NSW Al Cox"."""
    if len(run) == 3 and _is_acronym(run[0]) and is_given_name(run[1].folded):
        return int(not run[2].bare.isupper())
    if len(run) < 4 or is_given_name(run[0].folded):
        return 0
    places = range(1, len(run) - 1)
    found = next((place for place in places if is_given_name(run[place].folded)), 0)
    return found if found >= 2 else 0


def _is_acronym(word: Word) -> bool:
    return word.bare.isupper() and 2 <= len(word.bare) <= 5


def _is_name(run: list[Word], *, is_announced: bool) -> bool:
    full = [
        word
        for word in run
        if not word.is_initial
        and not (word.is_honorific and not _is_name_too(word, run))
        and (not word.is_particle or (word is run[0] and is_given_name(word.folded)))
    ]
    if not full:
        return False
    if is_announced:
        return True
    if len(full) == 1:
        return (
            len(run) >= 2 and run[0].is_initial and len(full[0].bare) > 2 and not run[-1].is_initial
        )
    if all(word.bare.isupper() for word in full):
        return (
            len(full) <= 3
            and all(len(word.bare) > 2 or word.bare.isalpha() for word in full[1:])
            and (sum(len(word.bare) for word in full) >= 7)
        )
    if is_caseless(full[0].bare):
        return 2 <= len(full) <= 4 and not full[0].bare.startswith("ال")
    # "Jill Baker CEO", "Paola Reyes CICR": a short word in capitals is no surname.
    if full[-1].bare.isupper() and len(full[-1].bare) <= 4 and len(full) > 2:
        run.remove(full[-1])
    return True


def _is_name_too(word: Word, run: list[Word]) -> bool:
    """Ask whether what reads as "Mr" is a name here: "Don Halley", "محمد السيد"."""
    if word is run[0]:
        return is_given_name(word.folded)
    return is_caseless(word.bare)


def _begins_with_acronym(run: list[Word]) -> bool:
    first, second = run[0], run[1] if len(run) == 2 else run[0]
    return (
        first.bare.isupper()
        and not second.bare.isupper()
        and not first.is_initial
        and not is_given_name(first.folded)
    )


def _is_of_house(words: list[Word], first: int, count: int) -> bool:
    """Ask whether a house's word stands beside the name: "Henry Jackson Society"."""
    after = words[first + count : first + count + 1]
    if not TITLE_WORDS.isdisjoint(word.folded for word in words[first + count :]):
        after = []  # "Jane Doe Communications Manager"
    last = words[first + count - 1]
    glued = last.end - last.start == len(last.bare)
    if (
        after
        and glued
        and after[0].bare[:1].isupper()
        and after[0].folded in ORG_WORDS | DESK_WORDS
    ):
        return True
    if after and after[0].folded.replace(".", "") in {"ev", "eg"}:
        return True  # "Deutscher Beispielbund e.V."
    before = words[first - 1 : first] if first else []
    return bool(
        before and before[0].bare[:1].isupper() and before[0].folded in ORG_WORDS - TITLE_WORDS
        and before[0].end - before[0].start == len(before[0].bare)
        and not is_given_name(words[first].folded)
    )  # fmt: skip


def score_person(name: str, emails: list[str]) -> float:
    """Weigh how likely a text is the name of the one who has these addresses."""
    words = fold(name).split()
    score = 2.0 if words and is_given_name(words[0].strip(EDGE)) else 0.0
    bare = (re.sub(r"[^\w]", "", word) for word in words)
    long_words = [word for word in bare if len(word) > 2]
    for email in emails:
        local, _, domain = fold(email).partition("@")
        score += 3 * any(word in local for word in long_words)
        score -= 3 * any(word in domain for word in long_words)
    return score
