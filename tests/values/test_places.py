import re

import phonenumbers
import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.values.places import (
    country_name,
    country_names,
    parse_country,
    parse_language,
)

COUNTRIES = [
    ("US", "US"),
    ("us", "US"),
    (" ch ", "CH"),
    ("Kenya", "KE"),
    ("united states", "US"),
    ("United States of America", "US"),
    ("USA", "US"),
    ("UK", "GB"),
    ("Great Britain", "GB"),
    ("Cote d'Ivoire", "CI"),
    ("turkiye", "TR"),
    ("XK", "XK"),
]


@pytest.mark.parametrize(("text", "code"), COUNTRIES)
def test_a_country_is_read_by_code_or_name(text: str, code: str) -> None:
    """In any case, with or without accents."""
    assert parse_country(text) == code


@pytest.mark.parametrize(
    "text", ["", "  ", "Narnia", "EU", "UN", "EZ", "ZZ", "XX", "001", "150", "U S", "USofA", "ＵＳ"]
)
def test_what_is_no_country_is_refused(text: str) -> None:
    """Unions, the world and made-up codes are none."""
    remedy = "expected two letters (ISO 3166), as in US, CH or KE"
    message = re.escape(f'country "{text}": is not a country; {remedy}')
    with pytest.raises(InvalidValueError, match=f"^{message}$") as caught:
        parse_country(text)
    assert (caught.value.field, caught.value.text) == ("country", text)


def test_every_region_with_numbers_of_its_own_is_a_country() -> None:
    """But two islands that ISO 3166-1 counts as part of a third, Saint Helena."""
    unknown = set()
    for region in phonenumbers.SUPPORTED_REGIONS:
        try:
            assert parse_country(region) == region
        except InvalidValueError:
            unknown.add(region)
    assert unknown == {"AC", "TA"}


NAMES = [
    ("US", "the United States"),
    ("GB", "the United Kingdom"),
    ("NL", "the Netherlands"),
    ("KY", "the Cayman Islands"),
    ("DO", "the Dominican Republic"),
    ("KE", "Kenya"),
    ("CH", "Switzerland"),
    ("QQ", "QQ"),
]


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_a_country_has_a_name_for_a_sentence(code: str, name: str) -> None:
    """With "the" where English puts it; an unknown code is its own name."""
    assert country_name(code) == name


NAMES_BY_LANGUAGE = [
    ("CH", ["en", "de", "fr", "de-CH"], ["Switzerland", "Schweiz", "Suisse"]),
    ("CH", ["zh-Hant"], ["瑞士"]),
    ("CH", ["qqq", "", "en-"], []),
    ("QQ", ["en"], []),
    ("CH", [], []),
]


@pytest.mark.parametrize(("code", "languages", "names"), NAMES_BY_LANGUAGE)
def test_a_country_has_names_in_other_languages(
    code: str, languages: list[str], names: list[str]
) -> None:
    """Each once, in the order asked; what is unknown gives none."""
    assert country_names(code, languages) == names


LANGUAGES = [
    ("en", "en"),
    ("EN", "en"),
    (" fr ", "fr"),
    ("pt-br", "pt-BR"),
    ("pt_BR", "pt-BR"),
    ("zh-hant-tw", "zh-Hant-TW"),
    ("ZH-HANT", "zh-Hant"),
    ("es-419", "es-419"),
    ("ceb-PH", "ceb-PH"),
]


@pytest.mark.parametrize(("text", "tag"), LANGUAGES)
def test_a_language_is_read_in_its_usual_case(text: str, tag: str) -> None:
    """BCP 47; the underscore of other systems is taken for a hyphen."""
    assert parse_language(text) == tag
    assert parse_language(tag) == tag


@pytest.mark.parametrize(
    "text",
    ["", "e", "klingonish", "tlhh", "qqq", "en-", "-en", "en-U", "en-USA", "en US",
     "en-US-x", "e\u0301n", "ｅｎ", "en\x00"],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_language_is_refused(text: str) -> None:
    """The message shows how tags look."""
    message = r"is not a language tag; expected BCP 47, as in en, fr or pt-BR$"
    with pytest.raises(InvalidValueError, match=message) as caught:
        parse_language(text)
    assert (caught.value.field, caught.value.text) == ("language", text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("english", "en"), ("French", "fr"), ("FRANÇAIS", "fr"), ("deutsch", "de"), ("русский", "ru"),
     ("Swahili", "sw"), ("Klingon", "tlh"), ("العربية", "ar"), ("中文", "zh")],
)  # fmt: skip
def test_the_name_of_a_language_gets_its_tag(text: str, tag: str) -> None:
    """Nobody new to pressdesk knows what BCP 47 is."""
    with pytest.raises(InvalidValueError, match=rf"; did you mean {tag}\?$"):
        parse_language(text)


@pytest.mark.parametrize("text", ["pt,en", "pt; en", "pt-BR, zh-Hant"])
def test_languages_come_one_by_one(text: str) -> None:
    """Nobody guesses that an option is to be repeated."""
    with pytest.raises(InvalidValueError, match=r"is more than one; give each by itself$"):
        parse_language(text)
