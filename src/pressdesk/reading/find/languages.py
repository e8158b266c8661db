"""Which language a few lines are in, told by their small words; None where they have too few."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pressdesk.text.folding import fold
from pressdesk.words import by_language

_SCRIPTS = {"ru": ("\u0400", "\u04ff"), "el": ("\u0370", "\u03ff"), "ar": ("\u0600", "\u06ff"),
            "ja": ("\u3040", "\u30ff"), "zh": ("\u4e00", "\u9fff")}  # fmt: skip
_LONGEST = 1500


@cache
def _small_words() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Return the languages of each small word, and the ends of words with their language."""
    languages: dict[str, list[str]] = {}
    ends = []
    for language, words in by_language("small_words").items():
        for word in words:
            if word.startswith("*"):
                ends.append((word[1:], language))
            else:
                languages.setdefault(word, []).append(language)
    return languages, ends


def guess_language(lines: Iterable[str], fewest: int = 3) -> str | None:
    """Give the language whose small words are most; None where it is not plain.

    fewest: so many words of it must be there.
    """
    text = " ".join(lines)[:_LONGEST]
    if not text.isascii():
        letters = [one for one in text if one.isalpha()]
        for language, (first, last) in _SCRIPTS.items():
            if sum(first <= one <= last for one in letters) > len(letters) / 4:
                return language
    languages, ends = _small_words()
    counts: Counter[str] = Counter()
    for word in fold(text).split():
        bare = word.strip(".,:;()")
        counts.update(languages.get(bare, ()))
        counts.update(language for end, language in ends if bare.endswith(end) and bare != end)
    best = counts.most_common(2)
    if not best or best[0][1] < fewest or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return best[0][0]
