"""What a block that somebody typed says beside its people: it would be lost with the block."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pressdesk.blocks.block import Block
from pressdesk.blocks.style import Style
from pressdesk.blocks.wordings import LANGUAGES, extension_words, labels, lead_ins
from pressdesk.reading.vocabulary import COURTESY
from pressdesk.releases.typed.block_reading import is_as_printed, read_block
from pressdesk.text.folding import fold
from pressdesk.words import all_words, by_language

_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\S+@\S+")
_DIGITS = re.compile(r"[\d+(][\d ().+/–-]*")
_CLAUSE = re.compile(r"[^.,;:()\n]{1,60}")
_GAP = "…"
# What stands between a person and a way, or two ways, and says nothing; and courtesy.
_BETWEEN = frozenset(
    "at on via by to au sur par unter bei an auf per en al por ao em su del presso по של med på "
    "pod gern gerne".split()
)


def find_lost_text(
    text: str, styles: Sequence[Style] = (), file_language: str | None = None
) -> str | None:
    """Find what of a block's text another one in its place would not say; None where all is said.

    text: of a block that was cut out, as a reader sees it. styles: of the house. The result is the
    first such words, as they stand there.
    """
    found = read_block(text, styles, file_language)
    if found is None:
        return _clause(text, 0)
    block, style = found
    if style is not None and is_as_printed(text, block, style):
        return None
    return find_leftover(text, block)


def find_leftover(text: str, block: Block) -> str | None:
    """Find the first words of a typed block that are none of what was read of it."""
    names = [entry.name for entry in block.entries]
    fields = [one for entry in block.entries for one in (entry.title, entry.office) if one]
    begin = min((place for one in names if (place := text.find(one)) >= 0), default=0)
    rest = text
    for one in sorted((*names, *fields, block.lead_in), key=len, reverse=True):
        rest = _without(re.compile(r"\s+".join(map(re.escape, one.split())), re.IGNORECASE), rest)
    rest = _without(_DIGITS, _without(_ADDRESS, rest))
    for word in _WORD.finditer(rest):
        known = _openings() if word.start() < begin else _labels()
        if fold(word[0]) not in known:
            return _clause(text, word.start())
    return None


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Blank out what a pattern finds: all places stay."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _clause(text: str, place: int) -> str:
    found = _CLAUSE.match(text, place)
    return " ".join((found[0] if found else text[place : place + 60]).split())


@cache
def _labels() -> frozenset[str]:
    """Return the words that stand around people and ways, folded."""
    phrases = [
        # "After hours" says when: a block of ours does not.
        *(
            label
            for language in {*LANGUAGES, *by_language("labels")}
            for label, kind in labels(language).items()
            if kind != "unknown" and "hours" not in label
        ),
        *(word for tag in LANGUAGES for word in extension_words(tag)),
        *all_words("conjunctions"),
        *all_words("form_fields"),
        # "… is available for interview": it has words behind the people too.
        *(phrase for phrase in _lead_ins() if _GAP in phrase),
    ]
    return _words(phrases) | _BETWEEN | COURTESY


@cache
def _openings() -> frozenset[str]:
    """Return the words that may stand before the first person, folded."""
    return _words([*_lead_ins(), *all_words("headings")]) | _labels()


def _lead_ins() -> list[str]:
    printed = (phrase for language in LANGUAGES for phrase in lead_ins(language))
    return [*printed, *all_words("openings")]


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for phrase in phrases for word in _WORD.findall(phrase))
