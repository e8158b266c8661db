"""Texts as words of the search index: folded, and cut where a script writes no spaces.

A column of the index is words with one space between, so that a phrase of words is a substring of
it. What is asked goes through the same functions as what is stored.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pressdesk.text.folding import fold_words

FEWEST_DIGITS = 4
# Han and Kana, Thai, Lao, Khmer and Burmese: words are not parted, so any substring must be found.
_UNSPACED = ("CJK ", "HIRAGANA", "KATAKANA", "THAI ", "LAO ", "KHMER ", "MYANMAR ")
_FIRST_UNSPACED = "\u0e00"  # where Thai begins; the others come later
_EXPANDED = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("å"): "aa"}
_JOINERS = str.maketrans(dict.fromkeys("\u200c\u200d"))


def index_words(text: str) -> list[str]:
    """Give the words of a text as they are stored.

    A run of an unspaced script becomes its overlapping pairs and its last character, so that each
    of its substrings is a phrase, or the beginning of a word.
    """
    if text.isascii():
        return fold_words(text).split()
    words = []
    for run, is_unspaced in _runs(text):
        if is_unspaced:
            words += [run[place : place + 2] for place in range(len(run))]
        else:
            words.append(run)
    return words


def asked_words(text: str) -> list[str]:
    """Give the words of a text as they are asked for: pairs, without the last character alone."""
    words = []
    for run, is_unspaced in _runs(text):
        if is_unspaced:
            words += [run[place : place + 2] for place in range(max(1, len(run) - 1))]
        else:
            words.append(run)
    return words


def digit_words(digits: str) -> list[str]:
    """Give the overlapping groups of four digits: any part of a number is a phrase of them."""
    return [
        digits[place : place + FEWEST_DIGITS] for place in range(len(digits) - FEWEST_DIGITS + 1)
    ]


def spellings(text: str) -> list[str]:
    """Give the words of a name in every spelling in which it may be asked for.

    Beside its own words: without the marks inside ("O'Neil" as oneil), with ae, oe, ue and aa for
    ä, ö, ü and å, and in Latin letters where it has others (Иванова as ivanova).
    """
    if text.isascii():
        variants: Iterable[str] = _spelled_plain(text)
    else:  # word by word: a directory has many people of one given name
        by_word = [_spelled(word) for word in text.split(" ")]
        variants = (" ".join(filter(None, words)) for words in zip(*by_word, strict=True))
    return [one for one in dict.fromkeys(variants) if one]


def join_words(texts: Iterable[str | None]) -> str:
    """Give a column of the index: the words of all texts."""
    return " ".join(filter(None, [_column(text) for text in texts if text]))


def _column(text: str) -> str:
    """Give the words of one text, with one space between."""
    return fold_words(text) if text.isascii() else " ".join(index_words(text))


def _spelled(word: str) -> tuple[str, ...]:
    """Give the words that a word makes in each spelling, always as many."""
    if not word.isascii():
        return _spelled_foreign(word)
    plain, joined = _spelled_plain(word)
    return plain, joined, plain, plain, joined


def _spelled_plain(text: str) -> tuple[str, str]:
    """Give the words of an ASCII text, and its words without the marks inside."""
    plain = fold_words(text)
    if text.replace(" ", "").isalnum():
        return plain, plain
    joined = (fold_words(word).replace(" ", "") for word in text.split())
    return plain, " ".join(filter(None, joined))


@lru_cache(maxsize=5000)
def _spelled_foreign(word: str) -> tuple[str, ...]:
    latin = transliterated(word)
    # Signs inside a word that stand for a soft sign or a hamza are not typed.
    variants = (word, _joined(word), _expanded(word), latin, _joined(latin))
    return tuple(map(_column, variants))


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut folded words where an unspaced script begins or ends."""
    for word in fold_words(text).translate(_JOINERS).split():
        if word.isascii():
            yield word, False
            continue
        run, was_unspaced = "", False
        for character in word:
            is_unspaced = _is_unspaced(character)
            if run and is_unspaced != was_unspaced:
                yield run, was_unspaced
                run = ""
            run, was_unspaced = run + character, is_unspaced
        yield run, was_unspaced


def _is_unspaced(character: str) -> bool:
    if character < _FIRST_UNSPACED:
        return False
    return unicodedata.name(character, "").startswith(_UNSPACED)


def _joined(text: str) -> str:
    """Take out what stands inside words: apostrophes, hyphens, full stops."""
    return "".join(character for character in text if character.isalnum() or character.isspace())


def _expanded(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return composed.translate(_EXPANDED)


def transliterated(text: str) -> str:
    """Return a text in Latin letters; each character of an unspaced script is a word."""
    from anyascii import anyascii  # only a change pays for it

    spaced = "".join(f" {one} " if _is_unspaced(one) else one for one in text)
    return anyascii(spaced)
