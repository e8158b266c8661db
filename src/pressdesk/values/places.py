"""What a country and a language are; the only door to babel."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from pressdesk.errors import InvalidValueError
from pressdesk.text.folding import fold_words

if TYPE_CHECKING:
    from babel import Locale

# CLDR names them, but ISO 3166-1 gives them to no country. (Kosovo's XK stays: it has numbers.)
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
_OTHER_NAMES = {"uk": "GB", "great britain": "GB", "usa": "US", "united states of america": "US"}
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?",
    re.IGNORECASE,
)
# Each pays for its file of names, so not all there are.
_NAMED_IN_THEMSELVES = ("ar", "de", "es", "fr", "it", "pt", "ru", "zh", "ja", "ko", "nl", "pl",
                        "sv", "tr", "uk")  # fmt: skip
# Names that English puts "the" before.
_WITH_ARTICLE = re.compile(
    r"United |Netherlands|Philippines|Bahamas|Maldives|Comoros|Gambia|Vatican|Dominican Rep"
    r"|Central African|Congo|.* Islands$"
)


def parse_country(text: str) -> str:
    """Read a country: ISO 3166-1 alpha-2 in any case, or its English name; give alpha-2."""
    stripped = text.strip()
    if stripped.upper() in _country_names():
        return stripped.upper()
    folded = fold_words(stripped)
    for code, name in _country_names().items():
        if folded and folded == fold_words(name):
            return code
    if folded in _OTHER_NAMES:
        return _OTHER_NAMES[folded]
    raise InvalidValueError(
        "country", text, "is not a country", "expected two letters (ISO 3166), as in US, CH or KE"
    )


def country_name(code: str) -> str:
    """Give the English name in a sentence: "the United States", "Kenya"; the code if unknown."""
    name = _country_names().get(code, code)
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def country_names(code: str, languages: Iterable[str]) -> list[str]:
    """Give a country's names in these languages (BCP 47), each once; unknown ones give none."""
    names = (_territory(code, language.replace("-", "_")) for language in languages)
    return list(dict.fromkeys(name for name in names if name))


def language_names(tags: Iterable[str], language: str) -> list[str]:
    """Return what languages (BCP 47) are called in one of them; an unknown one is its tag."""
    from babel import Locale

    names = Locale.parse(language.partition("-")[0]).languages
    return [
        names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0], tag) for tag in tags
    ]


@cache
def country_codes(language: str) -> tuple[tuple[str, str], ...]:
    """Give all countries with their names in a language (BCP 47): ("DE", "Allemagne"); or none."""
    named = ((code, _territory(code, language.replace("-", "_"))) for code in _country_names())
    return tuple((code, name) for code, name in named if name)


def parse_language(text: str) -> str:
    """Read a language tag (BCP 47: language, script, region); give its usual case, `zh-Hant-TW`."""
    tag = normal_tag(text)
    if tag and tag.partition("-")[0] in _english().languages:
        return tag
    raise not_a_tag("language", text)


def not_a_tag(field: str, text: str) -> InvalidValueError:
    """Make the error of a text that is no language tag; the name of a language gets its tag."""
    several = re.split(r"\s*[,;]\s*", text.strip())
    if len(several) > 1 and all(map(normal_tag, several)):
        return InvalidValueError(field, text, "is more than one", "give each by itself")
    tag = _language_named(text)
    remedy = f"did you mean {tag}?" if tag else "expected BCP 47, as in en, fr or pt-BR"
    return InvalidValueError(field, text, "is not a language tag", remedy)


def _language_named(text: str) -> str | None:
    """Find the tag of a language by its name, in English or in itself: "French", "français"."""
    words = fold_words(text)
    for tag, name in _english().languages.items():
        if words and words == fold_words(name):
            return str(tag).replace("_", "-")
    for tag in _NAMED_IN_THEMSELVES:
        if words and words == fold_words(_name_in_itself(tag)):
            return tag
    return None


def normal_tag(text: str) -> str | None:
    """Give a text that looks like a language tag in its usual case; None for another one."""
    match = _TAG.fullmatch(text.strip().replace("_", "-"))
    if match is None:
        return None
    script = match["script"].title() if match["script"] else None
    region = match["region"].upper() if match["region"] else None
    return "-".join(part for part in (match["language"].lower(), script, region) if part)


def _name_in_itself(tag: str) -> str:
    from babel import Locale

    return str(Locale.parse(tag).languages[tag])


@cache
def _country_names() -> dict[str, str]:
    return {
        code: name
        for code, name in _english().territories.items()
        if code.isalpha() and code not in _NO_COUNTRIES
    }


@cache
def _english() -> "Locale":
    from babel import Locale  # no lookup pays for it

    return Locale("en")


@cache
def _territory(code: str, locale: str) -> str | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale).territories.get(code)
    except (UnknownLocaleError, ValueError):
        return None
