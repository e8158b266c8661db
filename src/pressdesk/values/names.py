"""Names as they are compared: folded, without the honorifics that stand before or behind them.

"Dr. Anna Keller", "Frau Anna Keller" and "ANNA KELLER" are asked for, stored and matched alike: an
honorific says nothing about who is meant. They are those of `words`, folded as names are: "г-н" is
two words.
"""

from functools import cache, lru_cache

from pressdesk.text.folding import fold_words
from pressdesk.words import all_words

# Of which subject somebody is a doctor: "Dr. med.", "Dr. rer. nat."
_BEHIND_OTHERS = frozenset(("med", "med univ", "jur", "iur", "rer nat", "rer pol", "h c", "hc"))
_FIRST_HAN = "\u3040"  # with the Kana before them
_ORDINAL_SIGNS = str.maketrans({"ª": "a", "º": "o"})


@cache
def _honorifics() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return folded honorifics of one word or two, and the first words of all of them.

    First those that are no names; then initials, given names and surnames too ("M. Moreno", "Don
    Halley"), which are honorifics before two names.
    """
    doubtful = all_words("honorifics", "name") | all_words("honorifics", "rank")
    certain = {word.replace("-", " ") for word in all_words("honorifics", "") - doubtful}
    first_words = frozenset(phrase.split()[0] for phrase in certain | doubtful)
    return frozenset(certain), doubtful, first_words


@lru_cache(maxsize=5000)
def fold_name(text: str) -> str:
    """Return the folded words of a name without its honorifics: "anna keller" of "Dr. Anna Keller".

    Several in a row are taken off, with and without full stops. A name is never emptied: of one
    that is made of honorifics alone the last word stays. Folding twice is folding once.
    """
    folded = _fold(text)
    if folded.partition(" ")[0] in _honorifics()[2]:
        words = folded.split()
        folded = " ".join(words[_count_honorifics(words) :])
    return _without_chinese_honorific(folded) if folded[-1:] >= _FIRST_HAN else folded


def telling_words(text: str) -> list[str]:
    """Return the folded words that tell who is meant: no honorifics, wherever they stand."""
    words = _fold(text).split()
    certain, before_two_names, _ = _honorifics()
    telling: list[str] = []
    place = 0
    while place < len(words):
        for length in (2, 1):
            phrase = " ".join(words[place : place + length])
            if (
                phrase in certain
                or phrase in before_two_names
                or (place > 0 and phrase in _BEHIND_OTHERS)
            ):
                place += length
                break
        else:
            telling.append(words[place])
            place += 1
    return telling


def _fold(text: str) -> str:
    if not text.isascii():
        # "Dr.ª": folding would make a word of the ordinal sign.
        text = text.replace(".ª", "ª").replace(".º", "º").replace("Dª", "Dona")
        text = text.translate(_ORDINAL_SIGNS)
    return fold_words(text)


def _count_honorifics(words: list[str]) -> int:
    """Return how many words at the beginning are honorifics; at least one word is left."""
    count = 0
    while length := _length_of_honorific(words, count):
        count += length
    return count


def _length_of_honorific(words: list[str], place: int) -> int:
    """Return how many words the honorific at a place has; 0 where none is."""
    certain, before_two_names, _ = _honorifics()
    for length in (2, 1):
        phrase = " ".join(words[place : place + length])
        names = words[place + length :]
        is_behind = place > 0 and phrase in _BEHIND_OTHERS
        if names and (phrase in certain or is_behind):
            return length
        if len(names) > 1 and len(names[0]) > 1 and phrase in before_two_names:
            return length
    return 0


def _without_chinese_honorific(folded: str) -> str:
    for honorific in all_words("han_words", "title"):
        name = folded.removesuffix(honorific).rstrip()
        if name and name != folded:
            return _without_chinese_honorific(name)
    return folded
