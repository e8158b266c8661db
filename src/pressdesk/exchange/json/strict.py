"""JSON without what Python takes beyond it, and the ends of objects that are none."""

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


class StrictDecoder:
    """JSON without what Python takes beyond it; such a fault is told, and the reading goes on."""

    def __init__(self) -> None:
        self._fault = ""
        self._decoder = JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=lambda name: self._note(f"{name} is no JSON"),
            parse_float=self._float,
            parse_int=self._int,
        )

    def decode(self, text: str, start: int = 0) -> tuple[Any, str, int]:
        """Give the value that begins at a place, its fault or "", and where it ends.

        Raises JSONDecodeError, and RecursionError where it is nested too deeply.
        """
        self._fault = ""
        value, end = self._decoder.raw_decode(text, start)
        return value, self._fault, end

    def _note(self, fault: str) -> None:
        self._fault = self._fault or fault

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if len(data) != len(pairs):
            counted = Counter(key for key, _ in pairs)
            self._note(f"the key {quoted(counted.most_common(1)[0][0])} stands twice")
        if len(pairs) > MOST_KEYS:
            self._note(f"an object has more than {MOST_KEYS} keys")
        return data

    def _float(self, text: str) -> float:
        number = float(text)
        if not isfinite(number):  # 1e400
            self._note(f"{quoted(text, 20)} is too large for a number")
        return number

    def _int(self, text: str) -> int:
        if len(text) > _LONGEST_NUMBER:  # Python refuses 4,300 digits, and takes its time before
            self._note(f"a number has more than {_LONGEST_NUMBER} digits")
            return 0
        return int(text)


def describe_error(error: JSONDecodeError | RecursionError, *, is_line: bool = False) -> str:
    """Say in plain words what the decoder met; is_line: in a text of one line."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    place = f"character {error.pos + 1}" if is_line else f"line {error.lineno}"
    return f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')} at {place}"


def find_end(text: str, start: int) -> int | None:
    """Find where a malformed object or array ends, by its brackets; None where that is a guess."""
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
