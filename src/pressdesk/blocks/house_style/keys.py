"""What a style file may say: each key is read and checked, and what cannot be meant is named."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.house_style.toml_lines import Where
from pressdesk.blocks.house_style.values import (
    MistakeError,
    read_array,
    read_choice,
    read_line,
    read_text,
)
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.style import (
    BRINGING,
    EXTENSION_FIELDS,
    LINE_FIELDS,
    WAY_FIELDS,
    WAYS,
    WORDS,
    ByLanguage,
    Style,
)
from pressdesk.blocks.template import field_names, parse_template
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.errors import InvalidValueError
from pressdesk.text.visible import quoted

# The key, in a table by language, of the text for every other language.
OTHER_LANGUAGES = "default"
KINDS = {"tel" if kind is WayKind.OFFICE else str(kind): kind for kind in WayKind}
# What brings a field with it stands in lines alone.
PLAIN_WORDS = tuple(word for word in WORDS if word not in BRINGING)
_NAMED = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_WORD_OR_BRACE = re.compile(r"\{(?:" + "|".join(PLAIN_WORDS) + r")\}|\{([^{}]*)\}|[{}]")


def compose_style(name: str, data: Mapping[str, Any]) -> Style:
    """Make a style of what its file says; raise MistakeError for the first mistake."""
    for key in data:
        if key not in _READERS:
            raise MistakeError((key,), _unknown_key(key))
    if "lines" not in data:
        raise MistakeError(
            ("lines",), 'is missing; the shortest style is lines = ["{name}", "{ways}"]'
        )
    given: dict[str, Any] = {key: _READERS[key]((key,), value) for key, value in data.items()}
    return Style(name, **given)


def _unknown_key(key: str) -> str:
    if key == "name":
        return "there is no such key; a style has the name of its file"
    near = get_close_matches(key, _READERS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(_READERS)}"
    return f"there is no such key; {hint}"


def _read_lines(where: Where, value: object) -> tuple[str, ...]:
    texts = tuple(
        read_line((*where, place), one) for place, one in enumerate(read_array(where, value))
    )
    seen: Counter[str] = Counter()
    for place, text in enumerate(texts):
        here = (*where, place)
        fields = [WAYS] if text == WAYS else _fields(here, text, LINE_FIELDS)
        _refuse_doubles(here, text, fields, seen)
    for field in (WAYS, "{name}"):
        if not seen[field]:
            raise MistakeError(where, f'none of them is "{field}"' if field == WAYS
                               else f"none of them holds {field}")  # fmt: skip
    return texts


def _read_way(where: Where, value: object) -> str:
    text = read_line(where, value)
    return _with_all(where, text, WAY_FIELDS, ("{value}",))


def _read_extension(where: Where, value: object) -> str:
    text = read_line(where, value)
    return _with_all(where, text, EXTENSION_FIELDS, ("{number}", "{extension}"))


def _read_separator(where: Where, value: object) -> str:
    text = read_text(where, value)
    for found in _WORD_OR_BRACE.finditer(text):
        if found[1] is not None:
            raise MistakeError(where, _unknown_field(found[0], PLAIN_WORDS, "word"))
        if len(found[0]) == 1:
            raise MistakeError(
                where,
                f"{quoted(text)} has a {quoted(found[0])} without its partner; here braces stand "
                "around words of the language alone, as in {comma}",
            )
    return text


def _read_phone(where: Where, value: object) -> PhoneForm:
    return PhoneForm(read_choice(where, read_text(where, value), [str(form) for form in PhoneForm]))


def _read_order(where: Where, value: object) -> tuple[WayKind, ...]:
    names: list[str] = []
    for place, one in enumerate(read_array(where, value)):
        here = (*where, place)
        names.append(read_choice(here, read_text(here, one), list(KINDS)))
        if names.count(names[-1]) > 1:
            raise MistakeError(here, f"{quoted(names[-1])} stands in it a second time")
    return tuple(KINDS[name] for name in names)


def _read_texts(where: Where, value: object) -> ByLanguage:
    """Read one text for every language, or a table of texts by language."""
    if not isinstance(value, dict):
        return (("", read_text(where, value, "a text or a table of texts by language")),)
    texts: dict[str, str] = {}
    for key, one in value.items():
        here = (*where, key)
        tag = _read_tag(here, key)
        if tag in texts:
            raise MistakeError(here, f"stands in it a second time, as {tag}")
        texts[tag] = read_text(here, one)
    return tuple(texts.items())


def _read_tag(where: Where, key: str) -> str:
    if key == OTHER_LANGUAGES:
        return ""
    if key in LANGUAGES:
        return key
    from pressdesk.values.places import parse_language  # imports babel

    try:
        return parse_language(key)
    except InvalidValueError as error:
        raise MistakeError(
            where,
            f"{error.reason}; {error.remedy}, or {OTHER_LANGUAGES} for all other languages",
        ) from error


def _with_all(where: Where, text: str, known: tuple[str, ...], needed: tuple[str, ...]) -> str:
    """Give the template back that holds all the fields that are needed, and none twice."""
    fields = _fields(where, text, known)
    _refuse_doubles(where, text, fields, Counter())
    for field in needed:
        if field not in fields:
            raise MistakeError(where, f"{quoted(text)} does not hold {field}")
    return text


def _fields(where: Where, text: str, known: tuple[str, ...]) -> list[str]:
    """Name the fields of a template, in braces; of the words those that bring a field, by it."""
    words = WORDS if known is LINE_FIELDS else PLAIN_WORDS
    if WAYS in text:
        raise MistakeError(where, f"{quoted(text)} holds {WAYS}, which stands alone in its text")
    for found in _NAMED.finditer(text):
        if found[1] is not None and found[1] not in {*known, *words}:
            raise MistakeError(where, _unknown_field(found[0], (*known, *words), "field"))
    try:
        template = parse_template(text, (*known, *words))
    except ValueError as error:
        raise MistakeError(where, f"{quoted(text)} {error}") from error
    names = (BRINGING.get(name, name) for name in field_names(template))
    return [f"{{{name}}}" for name in names if name in known]


def _refuse_doubles(where: Where, text: str, fields: list[str], seen: Counter[str]) -> None:
    """Count fields; raise MistakeError for one that was there before."""
    for field in fields:
        seen[field] += 1
        if seen[field] > 1:
            brings = [f"{{{word}}}" for word, name in BRINGING.items() if field == f"{{{name}}}"]
            hint = f" ({brings[0]} holds it too)" if brings else ""
            raise MistakeError(where, f"{quoted(text)} has {field} a second time{hint}")


def _unknown_field(found: str, known: Sequence[str], what: str) -> str:
    near = get_close_matches(found.strip("{}").strip().lower(), known, n=1)
    choices = ", ".join(f"{{{name}}}" for name in known)
    hint = f"did you mean {{{near[0]}}}?" if near else f"choose from {choices}"
    return f"has an unknown {what} {quoted(found)}; {hint}"


_READERS: dict[str, Callable[[Where, object], object]] = {
    "lines": _read_lines,
    "join": _read_separator,
    "separator": _read_separator,
    "last_separator": _read_separator,
    "gap": _read_separator,
    "way": _read_way,
    "between_ways": _read_separator,
    "phone": _read_phone,
    "extension": _read_extension,
    "order": _read_order,
    "lead_in": _read_texts,
    "heading": _read_texts,
}
