"""The lines of `pressdesk block --batch`: JSON to requests, and what is wrong with one, named."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, BinaryIO, NamedTuple

from pressdesk.answers.request import (
    BlockRequest,
    checked_speech,
    checked_topic,
    checked_wording,
)
from pressdesk.blocks.formats import FORMATS
from pressdesk.errors import InvalidRequestError, InvalidValueError, PressdeskError
from pressdesk.exchange.json.strict import StrictDecoder
from pressdesk.values.clean_text import clean_text
from pressdesk.values.days import parse_day

_LONGEST_LINE = 100_000
_FORMATS = (*FORMATS, "json")
_DECODER = StrictDecoder()


class Line(NamedTuple):
    """A line that was read: a request in a style and a format, or why it is none.

    number: from 1. identity: the id that it gave, whatever that is.
    """

    number: int
    identity: Any
    request: BlockRequest | None
    style: str = ""
    form: str = "text"
    error: PressdeskError | None = None


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers; of one that never ends, the start.

    Only LF ends a line.
    """
    number = 0
    while content := stream.readline(_LONGEST_LINE + 1):
        number += 1
        rest = content
        while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE + 1)
        if content.strip():
            yield number, content


class LineReader:
    """Reads lines; what a line does not say is as usual: request, style by name, and format."""

    def __init__(self, request: BlockRequest, style: str, form: str) -> None:
        self._request = request
        self._style = style
        self._form = form

    def read(self, number: int, content: bytes) -> Line:
        """Read one line; what is wrong with it comes as its error, with the line's number."""
        identity: Any = None
        try:
            data = _load(content, number)
            identity = data.get("id")
            form = _said(data, "format", self._form, number)
            if form not in _FORMATS:
                known = ", ".join(_FORMATS)
                raise _invalid(number, form, "there is no such format", f"choose from {known}")
            style = _said(data, "style", self._style, number)
            return Line(number, identity, self._read_request(data, number), style, form)
        except PressdeskError as error:
            return Line(number, identity, None, error=error)

    def _read_request(self, data: dict[str, Any], number: int) -> BlockRequest:
        for key in data:
            if key not in _KEYS:
                raise _unknown_key(key, number)
        changes: dict[str, Any] = {"who": _offices(data, number)}
        for key, value in data.items():
            if key in _READERS and value is not None:
                field, read = _READERS[key]
                changes[field] = read(value, key, number)
        return self._request._replace(**changes)


def _load(content: bytes, number: int) -> dict[str, Any]:
    """Read one object; raise InvalidRequestError for what is none."""
    if len(content) > _LONGEST_LINE:
        raise InvalidRequestError(number, f"is longer than {_LONGEST_LINE} bytes")
    data, fault = _DECODER.decode_line(content.removeprefix(BOM_UTF8) if number == 1 else content)
    if fault:
        raise InvalidRequestError(number, fault)
    if not isinstance(data, dict):
        raise InvalidRequestError(number, "is no object")
    return data


def _offices(data: dict[str, Any], number: int) -> tuple[str, ...]:
    """Return the offices or contacts of a request: a name, or an array of names."""
    given = data.get("office")
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise InvalidRequestError(number, "names no office")
    return tuple(names)


def _text(value: Any, key: str, number: int) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise _invalid(number, str(value), f"{key} is no text", "write it in quotes")
    return value


def _said(data: dict[str, Any], key: str, usual: str, number: int) -> str:
    """Return the text of a key; the usual one where it is missing or null."""
    value = data.get(key)
    return usual if value is None else _text(value, key, number)


def _lead_in(value: Any, key: str, number: int) -> str:  # noqa: ANN401
    return clean_text("lead-in", _text(value, key, number), 300)


def _topic(value: Any, key: str, number: int) -> str:  # noqa: ANN401
    return checked_topic(_text(value, key, number))


def _spoken(value: Any, key: str, number: int) -> str:  # noqa: ANN401
    return checked_speech(_text(value, key, number))


def _language(value: Any, key: str, number: int) -> str:  # noqa: ANN401
    return _checked_wording(_text(value, key, number))


def _day(value: Any, key: str, number: int) -> date:  # noqa: ANN401
    return _parse_day(_text(value, key, number))


# The same few languages and days come again and again.
_checked_wording = lru_cache(maxsize=1000)(checked_wording)


@lru_cache(maxsize=1000)
def _parse_day(text: str) -> date:
    return parse_day("on", text)


def _count(value: Any, key: str, number: int) -> int:  # noqa: ANN401
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _invalid(number, str(value), f"{key} is no number of people", "expected 1 or more")
    return value


def _flag(value: Any, key: str, number: int) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise _invalid(number, str(value), f"{key} is neither true nor false", "give one of them")
    return value


def _unknown_key(key: str, number: int) -> InvalidValueError:
    from difflib import get_close_matches

    near = get_close_matches(key, _KEYS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(_KEYS)}"
    return _invalid(number, key, "is no key of a request", hint)


def _invalid(number: int, text: str, reason: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(f"line {number}", text, reason, remedy)


# The keys of a request that say something of a BlockRequest: its field, and how a value is read.
_READERS: dict[str, tuple[str, Callable[[Any, str, int], Any]]] = {
    "lang": ("language", _language),
    "on": ("day", _day),
    "topic": ("topic", _topic),
    "speaks": ("speaks", _spoken),
    "max": ("most", _count),
    "lead_in": ("lead_in", _lead_in),
    "internal": ("internal", _flag),
    "strict_language": ("strict_language", _flag),
}
_KEYS = ("office", *_READERS, "style", "format", "id")
