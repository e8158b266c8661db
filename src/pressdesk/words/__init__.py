"""What press offices and their releases write, as data: one word or phrase a line, by language.

Each file answers one question: its first lines say which, and where its words come from. A line
`[fr]` begins the words of a language ("any": of all of them; given names stand by region),
`Handy = mobile` says besides what a word means, `#` begins a comment. Quotes around a word keep a
`#` or a `[` that it begins with. Files are read when a word is first asked for; a lookup asks for
honorifics alone.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

ANY = "any"
_FOLDER = Path(__file__).parent


@cache
def by_language(kind: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of a file by language, each with what it means there ("" if none is said).

    kind: the name of the file, without `.txt`. Words and languages keep their order.
    """
    return parse_words((_FOLDER / f"{kind}.txt").read_text("utf-8").splitlines())


def parse_words(lines: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the words in the lines of a file by language, each with what it means."""
    words: dict[str, dict[str, str]] = {}
    for line in lines:
        if line.startswith("["):
            language = words.setdefault(line[1:-1], {})
        elif line and line[0] != "#":
            word, _, meaning = line.partition(" = ")
            language[word.strip('"')] = meaning
    return words


def phrases(kind: str, language: str) -> tuple[str, ...]:
    """Return the words of a file in one language; none where the file has none."""
    return tuple(by_language(kind).get(language, ()))


@cache
def all_words(kind: str, meaning: str | None = None) -> frozenset[str]:
    """Return the words of a file in all languages; meaning: those alone that mean this."""
    return frozenset(
        word
        for words in by_language(kind).values()
        for word, meant in words.items()
        if meaning in (None, meant)
    )


@cache
def all_meanings(kind: str) -> Mapping[str, str]:
    """Return what each word of a file means, in whatever language: of two, the first one counts."""
    meanings: dict[str, str] = {}
    for words in by_language(kind).values():
        meanings = {**words, **meanings}
    return meanings
