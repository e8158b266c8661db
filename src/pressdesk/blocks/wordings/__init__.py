"""What a block says in each language: one Python module each.

Modules and not TOML: a lookup must not pay for a parser. A new language is one file here, its tag
in LANGUAGES, and a part of each file of `words` for what its releases say.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple

from pressdesk.blocks.block import WayKind
from pressdesk.errors import InvalidValueError
from pressdesk.model.phone_kinds import NAMES
from pressdesk.words import by_language, phrases

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh")


class Wording(NamedTuple):
    """What a block says in one language.

    language: BCP 47. lead_in: the line above the people. labels: the word for each way.
    extension: the usual word before an extension. or_, and_: the words that join people.

    Of a sentence (style `inline`): colon stands between a label and its value, comma between the
    parts of one person, semicolon between people, space behind the word that joins them, gap
    between the lead-in and the first person; at is what follows a person who is at an office, with
    `{office}` in it, aside a title in brackets, with `{title}`.

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
    # A kind for which the language has no word yet is called as the kind is.
    others = {WayKind(kind): names.label for kind, names in NAMES.items()}
    return wording._replace(labels={**others, **wording.labels})


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


@cache
def lead_ins(language: str) -> tuple[str, ...]:
    """Return what is printed above people in a language, and what else its releases begin with."""
    return (get_wording(language).lead_in, *phrases("lead_ins", language))


@cache
def openings(language: str) -> tuple[str, ...]:
    """Return the lead-ins of a language, and the headings that stand alone in their line."""
    return (*lead_ins(language), *phrases("headings", language))


@cache
def labels(language: str) -> Mapping[str, str]:
    """Return the labels of a language, as printed, with what each is for.

    That is a way, or "unknown" for one that says when to call. A language without a wording may
    have some too.
    """
    wording = find_wording(language)
    printed = {text: str(way) for way, text in wording.labels.items()} if wording else {}
    return {**printed, **by_language("labels").get(language, {})}


@cache
def extension_words(language: str) -> tuple[str, ...]:
    """Return the word that is printed before an extension in a language, and the others."""
    return (get_wording(language).extension, *phrases("extension_words", language))
