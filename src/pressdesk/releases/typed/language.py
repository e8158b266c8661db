"""In which language somebody typed a block: its lead-in says it, or the words in it do."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pressdesk.blocks.wordings import LANGUAGES, extension_words, get_wording, labels
from pressdesk.model import is_same_language

# A label of one letter (T, M, E) stands in every language.
_SHORTEST = 2
_SPACED_COLON = re.compile(r"\w[ \u00a0\u202f]:")
_SCRIPT = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


def choose_language(
    lines: Iterable[str], candidates: Sequence[str], file_language: str | None
) -> str:
    """Choose among the languages in which a block may be by its lead-in.

    "Contact" opens a block in English and in French: then the labels and the words before
    extensions tell, then the language of the file, then the order of the candidates.
    """
    known = [one for one in dict.fromkeys(candidates) if one in LANGUAGES]
    if len(known) < 2:
        return known[0] if known else "en"
    text = "\n".join(lines).casefold()
    scores = {one: _score(text, one) for one in known}
    best = [one for one in known if scores[one] == max(scores.values())]
    of_file = [one for one in best if file_language and is_same_language(file_language, one)]
    return (of_file or best)[0]


def _score(text: str, language: str) -> int:
    """Count the different words of a language that stand in a text, and its colon."""
    has_colon = get_wording(language).colon[0].isspace() and _SPACED_COLON.search(text)
    return len(set(_words(language).findall(text))) + bool(has_colon)


@cache
def _words(language: str) -> re.Pattern[str]:
    """Give what matches the labels of a language and its words before extensions."""
    texts = {*labels(language), *extension_words(language)}
    told = sorted({one.casefold() for one in texts if len(one) >= _SHORTEST}, key=len, reverse=True)
    return re.compile("|".join(map(_as_word, told)))


def _as_word(text: str) -> str:
    """Give the pattern of a word; scripts without spaces part none."""
    if _SCRIPT.search(text):
        return re.escape(text)
    return rf"(?<!\w){re.escape(text)}(?!\w)"
