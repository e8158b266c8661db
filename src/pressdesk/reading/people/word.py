"""A word of a line, and whether it is written as names are."""

import re
from typing import NamedTuple

from pressdesk.reading.vocabulary import (
    DESK_WORDS,
    HONORIFICS,
    ORG_WORDS,
    OTHER_WORDS,
    PARTICLES,
    SURNAMES,
    TITLE_WORDS,
)
from pressdesk.text.folding import fold
from pressdesk.words import all_words

_WORDS_OF_OTHERS = TITLE_WORDS | DESK_WORDS | ORG_WORDS | OTHER_WORDS
# "Hall-Fox" is somebody, a "Media-Team" is not.
_IN_COMPOUNDS = _WORDS_OF_OTHERS - SURNAMES
# What Germans end their words for desks, duties and houses with: "Infotelefon".
_COMPOUND = re.compile(rf"\w{{3,}}(?:{'|'.join(sorted(all_words('german_compounds')))})")
_RANK = re.compile(
    r"(?:\w*stande|national|regierungs|staats|bundes|land|stadt|gemeinde|kantons)rat(?:in)?"
)
_PARTS = re.compile(r"[-'/]")
EDGE = '.,;:!?*"“”„»«<>=_'
INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)?")


class Word(NamedTuple):
    """A word with its place, without the marks at its edges, and folded."""

    start: int
    end: int
    bare: str
    folded: str

    @classmethod
    def of(cls, match: re.Match[str]) -> "Word":
        """Make a word of a match."""
        bare = match[0].strip(EDGE)
        return cls(match.start(), match.end(), bare, fold(bare).replace("’", "'"))

    @property
    def parts(self) -> list[str]:
        """The folded parts of a word with hyphens or a possessive."""
        return _PARTS.split(self.folded)

    @property
    def is_known(self) -> bool:
        """Ask whether the word belongs to titles, desks, houses or menus."""
        if (
            self.folded in _WORDS_OF_OTHERS
            or _COMPOUND.fullmatch(self.folded)
            or _RANK.fullmatch(self.folded)
        ):
            return True
        return self.folded.endswith(("'", "'s")) or (
            len(self.parts) > 1
            and any(part in _IN_COMPOUNDS and len(part) > 3 for part in self.parts)
        )

    @property
    def is_honorific(self) -> bool:
        """Ask whether it is "Dr" or the like."""
        return (
            self.folded in HONORIFICS or fold(self.bare.replace(".", "")) in HONORIFICS
        ) and not self.bare.islower()

    @property
    def is_particle(self) -> bool:
        """Ask whether it is a small word within names."""
        return self.folded.strip("'") in PARTICLES

    @property
    def is_initial(self) -> bool:
        """Ask whether it is "K." or "J.-P."."""
        return bool(INITIAL.fullmatch(self.bare)) and self.bare[:1].isupper()

    @property
    def is_name_like(self) -> bool:
        """Ask whether it is written as a name is: a capital, then letters; or a script without."""
        bare = self.bare
        if not bare or any(map(str.isdigit, bare)) or "@" in bare or "/" in bare:
            return False
        if not bare[0].isalpha() or self.is_known:
            return False
        if not bare[0].isupper():
            return is_caseless(bare) and len(bare) > 1
        return len(bare) > 1 and all(
            one.isalpha() or one in "-'’.´`·" or ord(one) > 0x300 for one in bare
        )


def is_caseless(text: str) -> bool:
    """Ask whether a text is in a script without capitals that has spaces: Hebrew, Arabic."""
    return all("\u0590" <= one <= "\u08ff" for one in text if one.isalpha())
