"""Which country a few words name."""

import re
from functools import cache

from pressdesk.text.folding import fold_words
from pressdesk.values.places import country_codes

_NAMES_OF_PEOPLE = frozenset({"chad", "jordan", "georgia", "israel", "guinea", "jersey", "mali"})


@cache
def _countries(language: str) -> dict[str, str]:
    named = {}
    for code, name in country_codes(language):
        named[fold_words(name)] = code
    named.update({"uk": "GB", "usa": "US", "u s": "US", "us": "US"} if language == "en" else {})
    return named


def find_country(text: str, language: str | None) -> str | None:
    """Find the country that a text names, in English or its own language; give alpha-2 or None."""
    if len(text) > 80:
        return None
    words = fold_words(text).split()
    for table in {language or "en", "en"}:
        names = _countries(table)
        for size in (3, 2, 1):
            for start in range(len(words) - size + 1):
                phrase = " ".join(words[start : start + size])
                if phrase in names and len(phrase) > 2 and phrase not in _NAMES_OF_PEOPLE:
                    return names[phrase]
    if re.search(r"\bU\.?S\.?A?\.?\b", text):
        return "US"
    return "GB" if re.search(r"\bUK\b", text) else None
