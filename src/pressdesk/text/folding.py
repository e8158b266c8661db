"""Folding: the plain spelling under which texts are compared, sorted and found."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Letters that no decomposition makes plain. casefold has done ß.
_PLAIN_LETTERS: dict[str, str | None] = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƴ": "y",
    "\u0640": None,  # the Arabic tatweel only stretches a word
}  # fmt: skip
# Marks below this combining class are part of the letter: the nukta (7), the Kana voicing
# marks (8), the virama (9). From it on they are accents, points and harakat.
_FIRST_ACCENT_CLASS = 10


class _Table(dict[int, str | None]):
    """What `str.translate` makes of each character; judged when it is first met.

    A change folds some dozen texts for each contact: characters are not judged one by one again.
    """

    def __init__(self, judge: Callable[[str], str | None]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, point: int) -> str | None:
        made = self[point] = self._judge(chr(point))
        return made


# An import folds each name a dozen times: to match it, to find it, to make its key.
@lru_cache(maxsize=5000)
def fold(text: str) -> str:
    """Give the plain spelling: without case and accents, ligatures and ł ø đ ð þ æ œ ß resolved.

    Łódź, Müller and Zoë give lodz, muller and zoe; NFC and NFD give the same. Letters of other
    scripts stay, without their accents. Folding twice is folding once.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", decomposed.translate(_PLAIN))


@lru_cache(maxsize=5000)
def fold_words(text: str) -> str:
    """Give the folded words with one space between: "Maria G. Moreno" gives "maria g moreno"."""
    if text.isascii():
        text = text.lower()
        return " ".join(text.split() if text.isalnum() else text.translate(_WORDS).split())
    return " ".join(fold(text).translate(_WORDS).split())


def slug(text: str) -> str:
    """Give the key that a name makes: `maria-g-moreno`; letters of other scripts stay."""
    return fold_words(text).replace(" ", "-")


def _plain(character: str) -> str | None:
    if unicodedata.combining(character) >= _FIRST_ACCENT_CLASS:
        return None
    return _PLAIN_LETTERS.get(character, character)


def _of_word(character: str) -> str:
    return character if _is_of_word(character) else " "


def _is_of_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    # Marks too: the vowels of Indic scripts and of Thai are marks, not letters.
    return unicodedata.category(character)[0] in "LNM" or character in "\u200c\u200d"


_PLAIN = _Table(_plain)
_WORDS = _Table(_of_word)
