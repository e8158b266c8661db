"""What is asked for, and what cannot be asked."""

from datetime import date
from typing import NamedTuple

from pressdesk.blocks.wordings import get_wording
from pressdesk.errors import InvalidValueError


class BlockRequest(NamedTuple):
    """What is asked for.

    who: offices or contacts, as WHO is typed. language: BCP 47; None takes that of the first office
    which names one, else the default. topic, speaks: only those of an office who speak about it, or
    a language. most: people at the most. lead_in: instead of the language's. internal: internal
    ways and unlisted contacts too. strict_language: refuse a text without a translation.
    """

    who: tuple[str, ...]
    day: date
    language: str | None = None
    topic: str | None = None
    speaks: str | None = None
    most: int | None = None
    lead_in: str | None = None
    internal: bool = False
    strict_language: bool = False


def checked_wording(text: str) -> str:
    """Give the tag of a language that a block can be worded in; raise InvalidValueError."""
    tag = _normal_tag(text)
    if tag is None and text.strip():
        raise _not_a_tag("language", text)
    get_wording(tag or "")
    return tag or ""


def checked_speech(text: str) -> str:
    """Give the tag of a language that people are to speak; raise InvalidValueError."""
    tag = _normal_tag(text)
    if tag is None:
        raise _not_a_tag("speaks", text)
    return tag


def checked_topic(text: str) -> str:
    """Give a topic back; raise InvalidValueError for one without a word, which nobody has."""
    if not any(character.isalnum() for character in text):
        raise InvalidValueError("topic", text, "has no word in it", "name what they speak about")
    return text


def _normal_tag(text: str) -> str | None:
    from pressdesk.values.places import normal_tag  # most requests name no language

    return normal_tag(text)


def _not_a_tag(field: str, text: str) -> InvalidValueError:
    from pressdesk.values.places import not_a_tag

    return not_a_tag(field, text)
