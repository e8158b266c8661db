"""The phrases and labels of a language: one Python module each.

Modules and not TOML: a lookup must not pay for a parser. A new language is one file here and its
tag in LANGUAGES.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from pressdesk.blocks.block import WayKind
from pressdesk.errors import InvalidValueError

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh")


class Wording(NamedTuple):
    """What a block says in one language.

    language: BCP 47. lead_in: the line above the people. labels: the word for each way.
    extension: the usual word before an extension. colon: what stands between label and value.
    is_rtl: written from right to left, so that numbers and addresses need isolates.
    """

    language: str
    lead_in: str
    labels: Mapping[WayKind, str]
    extension: str
    colon: str = ": "
    is_rtl: bool = False


def find_wording(language: str | None) -> Wording | None:
    """Find the wording of a tag or of its language: `fr-CA` is worded as `fr`."""
    base = (language or "").partition("-")[0].lower()
    if base not in LANGUAGES:
        return None
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
