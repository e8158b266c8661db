"""The phrases and labels of a language: one Python module each.

Modules and not TOML: a lookup must not pay for a parser. A new language is one file here and its
tag in LANGUAGES.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from pressdesk.blocks.block import WayKind
from pressdesk.errors import InvalidValueError

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh")
# What closes a release whatever its language; each wording adds its own words.
COMMON_END_MARKS = ("###", "# # #", "-30-", "- 30 -", "– 30 –")


class Wording(NamedTuple):
    """What a block says in one language, and what releases in that language say.

    language: BCP 47. lead_in: the line above the people. labels: the word for each way.
    extension: the usual word before an extension. or_, and_: the words that join people.

    Of a sentence (style `inline`): colon stands between a label and its value, comma between the
    parts of one person, semicolon between people, space behind the word that joins them, gap
    between the lead-in and the first person; at is what follows a person who is at an office, with
    `{office}` in it, aside a title in brackets, with `{title}`.

    What is read, blind to case: lead_ins and headings are other forms that real releases use ("…"
    is other text). People may follow a lead-in on its line, so body text must not begin so; a
    heading has a line of its own or ends in a colon. other_labels and other_extensions are other
    spellings of labels and of the word before an extension; prefixes stand before names ("Dr");
    end_marks close a release, as COMMON_END_MARKS do; notes are headings that stand behind the
    text (notes to editors, "About us"), and about begins the heading above what an organisation
    says of itself, before its name.

    or_before: what stands instead of or_ before a name that begins so (folded): "u" before "o".
    covers: the tags whose own variety this is; others of the language are worded so for want of a
    better one. Empty: it will do for all.

    is_rtl: written from right to left, so that numbers and addresses need isolates.
    """

    language: str
    lead_in: str
    labels: Mapping[WayKind, str]
    extension: str
    or_: str
    and_: str
    colon: str = ": "
    comma: str = ", "
    semicolon: str = "; "
    gap: str = " "
    space: str = " "
    at: str = " ({office})"
    aside: str = " ({title})"
    lead_ins: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    other_labels: Mapping[WayKind, tuple[str, ...]] = MappingProxyType({})
    other_extensions: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    end_marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    or_before: tuple[str, tuple[str, ...]] = ("", ())
    covers: tuple[str, ...] = ()
    is_rtl: bool = False


@lru_cache(maxsize=64)
def find_wording(language: str | None) -> Wording | None:
    """Find the wording of a tag or of its language: `fr-CA` is worded as `fr`."""
    base = (language or "").replace("_", "-").partition("-")[0].lower()
    return _load(base) if base in LANGUAGES else None


@cache
def _load(base: str) -> Wording:
    wording: Wording = import_module(f"pressdesk.blocks.wordings.{base}").WORDING
    return wording


def get_wording(language: str) -> Wording:
    """Get the wording of a tag; raise InvalidValueError for a language without one."""
    wording = find_wording(language)
    if wording is None:
        raise InvalidValueError(
            "language",
            language,
            "pressdesk has no wording for it",
            f"choose one of {', '.join(LANGUAGES)}",
        )
    return wording
