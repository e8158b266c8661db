"""A JSON file as its elements, each with its line: strictly read, in one walk over the text.

What is wrong with an element refuses it alone wherever its end can be found.
"""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any, NamedTuple

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.json.strict import StrictDecoder, describe_error, find_end
from pressdesk.exchange.json.writing import SCHEMA_VERSION
from pressdesk.files.decoding import find_mark
from pressdesk.text.visible import quoted

EXPECTED = (
    "expected an array of contacts ([{…}, {…}]), or what `pressdesk export --format json` writes"
)
PARTS = ("offices", "contacts")
# Each costs a count of the lines before it: Python's decoder makes it for its message.
_MOST_MALFORMED = 100
_SPACE = re.compile(r"[ \t\r\n]*")


class Element(NamedTuple):
    """A value and the line on which it begins; fault: why it is none, or "".

    part: the array of an export in which it stands, or "".
    """

    line: int
    value: Any
    fault: str = ""
    part: str = ""


class Document:
    """A JSON text, walked once; ignored: the keys of an export that say nothing to us."""

    def __init__(self, name: str, text: str) -> None:
        self.ignored: list[str] = []
        self._name = name
        self._text = text
        self._place = self._counted = 0
        self._line = 1
        self._malformed = 0
        self._decoder = StrictDecoder()

    def elements(self) -> Iterator[Element]:
        """Yield what the arrays hold; raise InvalidFileError for a file that is refused whole."""
        opening = self._peek()
        if not opening:
            raise self._refused(f"is empty; {EXPECTED}")
        if opening not in {"[", "{"}:
            raise self._refused(EXPECTED)
        yield from self._array("") if opening == "[" else self._export()
        if self._peek():
            raise self._refused("has more text after its end; one item a line is a .jsonl file")

    def _export(self) -> Iterator[Element]:
        first = self._line
        seen: set[str] = set()
        self._place += 1
        while self._peek() != "}" or seen:
            key = self._key()
            if key in seen:
                raise self._refused(f"has the key {quoted(key)} twice")
            seen.add(key)
            if key in PARTS and self._peek() == "[":
                yield from self._array(key)
            else:
                self._take_member(key)
            if self._is_last("}"):
                break
        if not seen & {*PARTS}:
            raise InvalidFileError(self._name, first, EXPECTED)

    def _take_member(self, key: str) -> None:
        line = self._current_line()
        value = self._value()
        if key in PARTS and value is not None:
            raise InvalidFileError(self._name, line, f"{key} is no array")
        if key == "schema_version":
            self._check_version(line, value)
        elif key not in PARTS:
            self.ignored.append(key)

    def _check_version(self, line: int, version: Any) -> None:  # noqa: ANN401  # whatever stands there
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise InvalidFileError(self._name, line, "schema_version is no number from 1")
        if version > SCHEMA_VERSION:
            raise InvalidFileError(
                self._name,
                line,
                f"made by a newer pressdesk (schema_version {quoted(str(version), 20)}, this one "
                f"knows {SCHEMA_VERSION}); install that version",
            )

    def _array(self, part: str) -> Iterator[Element]:
        self._place += 1
        if self._peek() == "]":
            self._place += 1
            return
        while True:
            self._peek()
            yield self._element(part)
            if self._is_last("]"):
                return

    def _element(self, part: str) -> Element:
        line = self._current_line()
        try:
            value, fault, self._place = self._decoder.decode(self._text, self._place)
        except (JSONDecodeError, RecursionError) as error:
            self._malformed += 1
            end = find_end(self._text, self._place)
            if end is None or self._malformed > _MOST_MALFORMED:
                raise self._not_json(error) from error
            self._place = end
            return Element(line, None, f"is not JSON ({describe_error(error)})", part)
        return Element(line, value, fault, part)

    def _key(self) -> str:
        if self._peek() != '"':
            raise self._refused("is not JSON (a key in quotation marks is missing)")
        key = str(self._value())
        if self._peek() != ":":
            raise self._refused("is not JSON (a colon is missing)")
        self._place += 1
        self._peek()
        return key

    def _value(self) -> Any:  # noqa: ANN401  # whatever stands there
        try:
            value, fault, end = self._decoder.decode(self._text, self._place)
        except (JSONDecodeError, RecursionError) as error:
            raise self._not_json(error) from error
        if fault:
            raise self._refused(fault)
        self._place = end
        return value

    def _is_last(self, closing: str) -> bool:
        """Step over what follows an item: a comma, or the end."""
        found = self._peek()
        if found not in {closing, ","}:
            raise self._refused(f"is not JSON (a comma or {closing} is missing)")
        self._place += 1
        return found == closing

    def _peek(self) -> str:
        """Step over white space; give the next character, or "" at the end."""
        if space := _SPACE.match(self._text, self._place):
            self._place = space.end()
        return self._text[self._place : self._place + 1]

    def _current_line(self) -> int:
        self._line += self._text.count("\n", self._counted, self._place)
        self._counted = self._place
        return self._line

    def _not_json(self, error: JSONDecodeError | RecursionError) -> InvalidFileError:
        line = error.lineno if isinstance(error, JSONDecodeError) else self._current_line()
        return InvalidFileError(self._name, line, f"is not JSON ({describe_error(error)})")

    def _refused(self, reason: str) -> InvalidFileError:
        return InvalidFileError(self._name, self._current_line(), reason)


def decode_text(name: str, content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8; raise InvalidFileError with the line."""
    mark, marked = find_mark(content)
    encoding = marked or "utf-8"
    try:
        return content.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        read = content[len(mark) : len(mark) + error.start].decode(encoding, "ignore")
        called = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise InvalidFileError(
            name, read.count("\n") + 1, f"is not {called}; save it as UTF-8 and try again"
        ) from error
