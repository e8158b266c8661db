"""CSV and its kin: bytes to a header and rows of text (RFC 4180), nothing else.

What is unclear about a file as a whole is refused whole; what is wrong with a row refuses that row
alone, and the caller lists it.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressdesk.errors import InvalidFileError

MOST_BYTES = 256 * 1024 * 1024
MOST_ROWS = 1_000_000
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
# What Excel reads before the header: "sep=;" on a line of its own.
_DECLARATION = re.compile(r"sep=([^\r\n]?)[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
# The header ends at the first line end outside quotation marks, whichever line end that is.
_HEADER = re.compile(rf'(?:[^"\r\n]+|{_QUOTED.pattern})*+')


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one record; line: the physical line on which it begins, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A whole file: its header, its rows without the blank ones, and how it was read."""

    header: Row
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    warnings: tuple[str, ...] = ()

    @property
    def manner(self) -> str:
        """How the file was read, for the report: "utf-8, comma"."""
        return f"{self.encoding}, {_DELIMITERS[self.delimiter]}"


def read_text_table(name: str, content: bytes) -> TextTable:
    """Read a file's bytes; raise InvalidFileError with the line where it went wrong.

    name: the file's name in messages.
    """
    text, encoding, warnings = decode(name, content)
    declaration = _DECLARATION.match(text)
    if declaration:
        delimiter = declaration[1] or "\t"
        text = text[declaration.end() :]
    else:
        delimiter = _find_delimiter(name, text)
    if delimiter not in _DELIMITERS:
        raise InvalidFileError(name, 1, f'the delimiter "{delimiter}" is none of comma ; tab')
    rows = list(_split_rows(name, text, delimiter, skipped=1 if declaration else 0))
    if not rows:
        raise InvalidFileError(name, None, "is empty; expected a header row and contacts")
    return TextTable(rows[0], tuple(rows[1:]), encoding, delimiter, tuple(warnings))


def decode(name: str, content: bytes) -> tuple[str, str, list[str]]:
    """Decode by byte order mark, else UTF-8, else Windows-1252 with a warning; else refuse.

    Gives text, the encoding's name, and warnings.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if content.startswith(mark):
            try:
                return content.removeprefix(mark).decode(encoding), encoding, []
            except UnicodeDecodeError as error:
                raise InvalidFileError(name, None, f"is not the {encoding} it says") from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_windows(name, content, content.count(b"\n", 0, error.start) + 1)
    return text, "utf-8", _doubly_encoded(text)


def _decode_windows(name: str, content: bytes, line: int) -> tuple[str, str, list[str]]:
    """Decode Windows-1252, unless the file is UTF-8 elsewhere: then it is a mix, and refused."""
    mixed = any(len(character.encode()) > 1 for character in content.decode("utf-8", "ignore"))
    if mixed:
        raise InvalidFileError(
            name, line, "mixes UTF-8 with another encoding; save it as UTF-8 and try again"
        )
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InvalidFileError(
            name, line, "is neither UTF-8 nor Windows-1252; save it as UTF-8 and try again"
        ) from error
    return text, "windows-1252", ["read as Windows-1252: check the accents, or save as UTF-8"]


def _doubly_encoded(text: str) -> list[str]:
    """Warn of UTF-8 that was once read as Windows-1252 and saved again ("ZoÃ«")."""
    if text.isascii():
        return []
    try:
        text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return []
    return ["looks like UTF-8 that was saved twice: check the accents"]


def _find_delimiter(name: str, text: str) -> str:
    """Judge by the header alone, outside quotes: data never changes the delimiter."""
    header = _HEADER.match(text.lstrip())
    unquoted = _QUOTED.sub("", header[0] if header else "")
    counts = {one: unquoted.count(one) for one in _DELIMITERS}
    best = max(counts, key=lambda one: counts[one])
    tied = [f"{word}s" for one, word in _DELIMITERS.items() if counts[one] == counts[best]]
    if len(tied) > 1 and counts[best]:
        raise InvalidFileError(
            name, 1, f"has as many {' as '.join(tied)} in its header; begin it with a line sep=,"
        )
    return best if counts[best] else ","


def _split_rows(name: str, text: str, delimiter: str, *, skipped: int) -> Iterator[Row]:
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, number = skipped + 1, 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InvalidFileError(
                name, line, f"a quotation mark is not closed or not doubled ({error})"
            ) from error
        if any(cell.strip() for cell in cells):
            number += 1
            if number > MOST_ROWS + 1:
                raise InvalidFileError(name, line, f"has more than {MOST_ROWS} rows; split it")
            yield Row(line, tuple(cells))
        line = skipped + reader.line_num + 1
