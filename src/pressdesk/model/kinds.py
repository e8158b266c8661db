"""The kinds of values that fields have: each is read, shown and stored here, in both directions.

What reads typed text imports `values` when it is called: no lookup pays for it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.model.contact import ContactKind
from pressdesk.text.folding import fold, slug
from pressdesk.values.phone_number import PhoneNumber

BETWEEN_VALUES = " ; "
_LONGEST_RANK = 6
_YES_OR_NO = {
    **dict.fromkeys(("yes", "true", "1", "x"), True),
    **dict.fromkeys(("no", "false", "0"), False),
}


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


class Kind(NamedTuple):
    """One kind of value; a missing one is None, or empty where there can be several.

    parse: reads what was typed; takes what the field is called in messages, the text (or texts),
    and the most characters. An empty text gives a missing value; raises InvalidValueError.
    text: the value in a cell of a table. stored, loaded: as a column holds it, and back; data: as
    JSON holds it, and a record of the history unless `stored` is given. None: just as it is.
    is_list, is_by_language: several texts, in an order or by BCP 47 tag.
    is_count: a bare number of JSON has lost nothing.
    """

    parse: Callable[[str, Any, int], Any]
    text: Callable[[Any], str] = _as_text
    stored: Callable[[Any], Any] | None = None
    loaded: Callable[[Any], Any] | None = None
    data: Callable[[Any], Any] | None = None
    is_list: bool = False
    is_by_language: bool = False
    is_count: bool = False


# What an import calls for each row is imported once: the statement takes as long as a short text.
@cache
def _clean_text() -> Callable[[str, str, int], str]:
    from pressdesk.values.clean_text import clean_text

    return clean_text


@cache
def _clean_name() -> Callable[[str, str], str]:
    from pressdesk.values.clean_text import clean_name

    return clean_name


def _parse_text(called: str, text: str, most: int) -> str | None:
    return _clean_text()(called, text, most) or None


def _parse_name(called: str, text: str, _most: int) -> str:
    return _clean_name()(called, text)


def parse_key(called: str, text: str, _most: int = 0) -> str:
    """Read a key or code as it was typed: it must be a slug already; raise InvalidValueError."""
    key = slug(text)
    if not key or key != text.strip():
        example = f', as in "{key}"' if key else ""
        reason = f"is not a {called}"
        remedy = f"expected small letters, digits and hyphens{example}"
        raise InvalidValueError(called, text, reason, remedy)
    return key


def _parse_reference(_called: str, text: str, _most: int) -> str | None:
    return text or None


def _parse_contact_kind(called: str, text: str, _most: int) -> ContactKind:
    try:
        return ContactKind(text.strip().casefold())
    except ValueError as error:
        reason = "is neither person nor desk"
        raise InvalidValueError(called, text, reason, "expected person or desk") from error


def _parse_flag(called: str, text: str, _most: int) -> bool:
    known = _YES_OR_NO.get(text.strip().casefold())
    if known is None:
        raise InvalidValueError(called, text, "is neither yes nor no", "expected yes or no")
    return known


def _flag_text(value: Any) -> str:  # noqa: ANN401
    return "yes" if value else ""


def _parse_day(called: str, text: str, _most: int) -> date | None:
    from pressdesk.values.days import parse_day

    return parse_day(called, text) if text.strip() else None


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _stored_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _loaded_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _parse_rank(called: str, text: str, _most: int) -> int | None:
    digits = text.strip()
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST_RANK:
        raise InvalidValueError(called, text, "is not a whole number", "expected 1 for the first")
    return int(digits)


def _parse_extension(_called: str, text: str, _most: int) -> str | None:
    from pressdesk.values.extension import parse_extension

    return parse_extension(text) if text.strip() else None


def _parse_country(_called: str, text: str, _most: int) -> str:
    from pressdesk.values.places import parse_country

    return parse_country(text)


def _parse_language(_called: str, text: str, _most: int) -> str | None:
    from pressdesk.values.places import parse_language

    return parse_language(text) if text.strip() else None


def _parse_timezone(_called: str, text: str, _most: int) -> str | None:
    from pressdesk.values.timezones import parse_timezone

    return parse_timezone(text) if text.strip() else None


def _parse_languages(called: str, texts: Iterable[str], most: int) -> tuple[str, ...]:
    tags = (_parse_language(called, text, most) for text in texts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _parse_topics(called: str, texts: Iterable[str], most: int) -> tuple[str, ...]:
    topics: dict[str, str] = {}
    for text in texts:
        if topic := _parse_text(called, text, most):
            if ";" in topic:  # it would part the topic in two in a cell of a table
                reason = "contains a semicolon"
                raise InvalidValueError(called, text, reason, f"give each {called} by itself")
            topics.setdefault(fold(topic), topic)
    return tuple(topics.values())


def _parse_texts(called: str, texts: Mapping[str, str], most: int) -> dict[str, str | None]:
    """Read texts by language; None is one that is taken away."""
    from pressdesk.values.places import parse_language

    tags = {parse_language(tag): text for tag, text in texts.items()}
    return {tag: _parse_in_language(tag, called, text, most) for tag, text in tags.items()}


def _parse_in_language(tag: str, called: str, text: str, most: int) -> str | None:
    try:
        return _parse_text(called, text, most)
    except InvalidValueError as error:
        raise error.of(called, tag) from error


def _parse_nothing(called: str, text: str, most: int) -> None:
    """Raise: whoever reads such a text needs more than it (`drafts`)."""
    raise NotImplementedError(called, text, most)


def _number_text(number: PhoneNumber | None) -> str:
    return number.display if number else ""


def _number_data(number: PhoneNumber | None) -> dict[str, str] | None:
    return {"number": number.e164, "display": number.display} if number else None


def _sorted_texts(texts: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(texts.items()))


TEXT = Kind(_parse_text)
NAME = Kind(_parse_name)
KEY = Kind(parse_key)
# The key or code of another one, which the directory looks up.
REFERENCE = Kind(_parse_reference)
CONTACT_KIND = Kind(
    _parse_contact_kind, stored=str, loaded={str(kind): kind for kind in ContactKind}.__getitem__
)
PHONE_KIND = Kind(_parse_nothing, stored=str)
FLAG = Kind(_parse_flag, _flag_text, int, bool, bool)
DAY = Kind(_parse_day, _day_text, _stored_day, _loaded_day)
RANK = Kind(_parse_rank, is_count=True)
EXTENSION = Kind(_parse_extension)
COUNTRY = Kind(_parse_country)
LANGUAGE = Kind(_parse_language)
TIMEZONE = Kind(_parse_timezone)
LANGUAGES = Kind(_parse_languages, BETWEEN_VALUES.join, list, tuple, is_list=True)
TOPICS = Kind(_parse_topics, BETWEEN_VALUES.join, list, tuple, is_list=True)
TEXTS = Kind(_parse_texts, stored=dict, loaded=_sorted_texts, is_by_language=True)
# The number on which an office's extensions are, and what of its plan is of one kind.
SWITCHBOARD = Kind(_parse_nothing, _number_text, data=_number_data)
PLAN = Kind(_parse_nothing)
# What stands in a column of contacts, but is made of their addresses and numbers.
WAYS = Kind(_parse_nothing)
