"""Folding: the plain spelling under which texts are compared, sorted and found."""

import unicodedata

# Letters that no decomposition makes plain (CONTRACTS: folding). casefold has done ß.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƴ": "y",
        "\u0640": None,  # the Arabic tatweel only stretches a word
    }
)  # fmt: skip
# Marks below this combining class are part of the letter: the nukta (7), the Kana voicing
# marks (8), the virama (9). From it on they are accents, points and harakat.
_FIRST_ACCENT_CLASS = 10


def fold(text: str) -> str:
    """Give the plain spelling: without case and accents, ligatures and ł ø đ ð þ æ œ ß resolved.

    Łódź, Müller and Zoë give lodz, muller and zoe; NFC and NFD give the same. Letters of other
    scripts stay, without their accents. Folding twice is folding once.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(
        character
        for character in decomposed
        if unicodedata.combining(character) < _FIRST_ACCENT_CLASS
    )
    return unicodedata.normalize("NFC", plain.translate(_PLAIN))


def fold_words(text: str) -> str:
    """Give the folded words with one space between: "Maria G. Moreno" gives "maria g moreno"."""
    folded = fold(text)
    words = "".join(character if _is_of_word(character) else " " for character in folded)
    return " ".join(words.split())


def slug(text: str) -> str:
    """Give the key that a name makes: `maria-g-moreno`; letters of other scripts stay."""
    return fold_words(text).replace(" ", "-")


def _is_of_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    # Marks too: the vowels of Indic scripts and of Thai are marks, not letters.
    return unicodedata.category(character)[0] in "LNM" or character in "\u200c\u200d"
