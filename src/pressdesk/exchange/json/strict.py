"""The one reader of JSON from outside: no more than JSON is, and the ends of objects that are none.

What is wrong is said of the text, as in "has the key … twice": the caller names the place.
"""

import re
from collections import Counter
from json import JSONDecodeError, JSONDecoder
from math import isfinite
from typing import Any

from pressdesk.text.visible import quoted

MOST_KEYS = 1000
_LONGEST_NUMBER = 1000
_DEEPEST = 100_000
_TOKEN = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\.)*+"|["\[\]{}]')
_CLOSING = {"{": "}", "[": "]"}
_SPACE = " \t\r\n"
_HALF = re.compile("[\ud800-\udfff]")


class StrictDecoder:
    """Reads JSON without what Python takes beyond it; the reading goes on after such a fault."""

    def __init__(self) -> None:
        self._fault = ""
        self._decoder = JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=lambda name: self._note(f"has {name}, which is no JSON"),
            parse_float=self._float,
            parse_int=self._int,
        )

    def decode(self, text: str, start: int = 0) -> tuple[Any, str, int]:
        """Return the value that begins at a place, its fault or "", and where it ends.

        Raises JSONDecodeError, and RecursionError where it is nested too deeply.
        """
        self._fault = ""
        value, end = self._decoder.raw_decode(text, start)
        # Only an escape can be half a character: bytes that were decoded have none.
        if text.find("\\u", start, end) >= 0 and (half := _find_half(value)) is not None:
            self._note(f"has half a character in {quoted(half)}; type it again")
        return value, self._fault, end

    def decode_line(self, line: bytes) -> tuple[Any, str]:
        """Return the one value in a line, and its fault or ""."""
        try:
            text = line.decode().strip(_SPACE)
            value, fault, end = self.decode(text)
        except UnicodeDecodeError:
            return None, "is not UTF-8; save the file as UTF-8"
        except (JSONDecodeError, RecursionError) as error:
            return None, f"is not JSON ({describe_error(error, is_line=True)})"
        if end != len(text):
            fault = f"is not JSON (more text after its end at character {end + 1})"
        return value, fault

    def _note(self, fault: str) -> None:
        self._fault = self._fault or fault

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if len(data) != len(pairs):
            counted = Counter(key for key, _ in pairs)
            self._note(f"has the key {quoted(counted.most_common(1)[0][0])} twice")
        if len(pairs) > MOST_KEYS:
            self._note(f"has an object of more than {MOST_KEYS} keys")
        return data

    def _float(self, text: str) -> float:
        number = float(text)
        if not isfinite(number):  # 1e400
            self._note(f"has a number that is too large ({quoted(text, 20)})")
        return number

    def _int(self, text: str) -> int:
        if len(text) > _LONGEST_NUMBER:  # Python refuses 4,300 digits, and takes its time before
            self._note(f"has a number of more than {_LONGEST_NUMBER} digits")
            return 0
        return int(text)


def describe_error(error: JSONDecodeError | RecursionError, *, is_line: bool = False) -> str:
    """Return in plain words what the decoder met; is_line: in a text of one line."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    place = f"character {error.pos + 1}" if is_line else f"line {error.lineno}"
    return f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')} at {place}"


def _find_half(value: Any) -> str | None:  # noqa: ANN401  # whatever stands there
    """Return the first text or key with half of a surrogate pair, or None."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str) and _HALF.search(found):
            return found
        if isinstance(found, dict):
            waiting += [*found, *found.values()]
        elif isinstance(found, list):
            waiting += found
    return None


def find_end(text: str, start: int) -> int | None:
    """Return where a malformed object or array ends, by its brackets; None for a guess."""
    open_ones: list[str] = []
    for token in _TOKEN.finditer(text, start):
        first = text[token.start()]
        if not open_ones and token.start() != start:
            return None
        if first == '"':
            if token.end() - token.start() == 1:  # a string without an end hides all brackets
                return None
        elif first in _CLOSING:
            open_ones.append(_CLOSING[first])
            if len(open_ones) > _DEEPEST:
                return None
        elif not open_ones or open_ones.pop() != first:
            return None
        if not open_ones:
            return token.end()
    return None
