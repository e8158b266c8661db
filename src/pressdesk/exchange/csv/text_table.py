"""CSV and its kin: bytes to a header and rows of text (RFC 4180), nothing else.

What is unclear about a file as a whole is refused whole; what is wrong with a row refuses that row
alone, and the caller lists it.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressdesk.errors import InvalidFileError, OptionsError
from pressdesk.files.decoding import find_mark
from pressdesk.text.visible import quoted

MOST_BYTES = 256 * 1024 * 1024
MOST_ROWS = 1_000_000
# What --encoding takes, and the codec of each: Windows writes more under the name of Shift JIS.
ENCODINGS = {
    "utf-8": "utf-8", "utf-16": "utf-16", "windows-1252": "cp1252", "windows-1250": "cp1250",
    "windows-1251": "cp1251", "windows-1256": "cp1256", "iso-8859-1": "iso8859-1",
    "iso-8859-15": "iso8859-15", "gb18030": "gb18030", "big5": "big5", "shift_jis": "cp932",
}  # fmt: skip
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_POSSIBLE_DELIMITERS = "|:!#$%&*+-./<=>?@^_~"
# What Excel reads before the header: "sep=;" on a line of its own.
_DECLARATION = re.compile(r"sep=([^\r\n]?)[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
# The header ends at the first line end outside quotation marks, whichever line end that is.
_HEADER = re.compile(rf'(?:[^"\r\n]+|{_QUOTED.pattern})*+')


class CellProblem(NamedTuple):
    """Why a row cannot be read, if its cell in this column (from 0) counts at all.

    reason: begins with the name of the cell, as a spreadsheet gives it.
    """

    column: int
    reason: str


class Row(NamedTuple):
    """The cells of one record; line: the physical line on which it begins, from 1.

    problems: cells of a spreadsheet that are no text, and cannot be taken for one.
    """

    line: int
    cells: tuple[str, ...]
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class TextTable:
    """A whole file: its header, its rows without the blank ones, and how it was read.

    sheet: the name of the sheet of a spreadsheet, which has no delimiter; "" for other files.
    """

    header: Row
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    warnings: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def read_as(self) -> str:
        """How the file was read, for the report: "utf-8, comma"."""
        if self.sheet:
            return f"{self.encoding}, sheet {quoted(self.sheet)}"
        return f"{self.encoding}, {_DELIMITERS.get(self.delimiter, quoted(self.delimiter))}"


def read_text_table(
    name: str, content: bytes, *, encoding: str | None = None, delimiter: str | None = None
) -> TextTable:
    """Read a file's bytes; raise InvalidFileError with the line where it went wrong.

    name: the file's name in messages; `.tsv` says that its delimiter is TAB. encoding, delimiter:
    what the user says they are (ENCODINGS; comma, semicolon, tab, or the character); they override
    what would be recognised, and OptionsError is raised for one that is unknown.
    """
    given = _parse_delimiter(delimiter) if delimiter is not None else ""
    text, known_as, warnings = (
        decode(name, content) if encoding is None else _decode_as(name, content, encoding)
    )
    if not given and name.lower().endswith(".tsv"):
        given = "\t"
    declaration = _DECLARATION.match(text)
    if declaration:
        text = text[declaration.end() :]
    found = given or (declaration[1] or "\t" if declaration else _find_delimiter(name, text))
    if not given and found not in _DELIMITERS:
        raise InvalidFileError(name, 1, f'the delimiter "{found}" is none of comma ; tab')
    rows = list(_split_rows(name, text, found, skipped=1 if declaration else 0))
    if not rows:
        raise InvalidFileError(name, None, "is empty; expected a header row and contacts")
    return TextTable(rows[0], tuple(rows[1:]), known_as, found, tuple(warnings))


def decode(name: str, content: bytes) -> tuple[str, str, list[str]]:
    """Decode by byte order mark, else UTF-8, else Windows-1252 with a warning; else refuse.

    Gives text, the encoding's name, and warnings.
    """
    mark, marked = find_mark(content)
    if marked:
        try:
            return content.removeprefix(mark).decode(marked), marked, []
        except UnicodeDecodeError as error:
            raise InvalidFileError(name, None, f"is not the {marked} it says") from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_windows(name, content, content.count(b"\n", 0, error.start) + 1)
    return text, "utf-8", _doubly_encoded(text)


def _parse_encoding(text: str) -> tuple[str, str]:
    """Return name and codec of an encoding that goes by any of its names; raise OptionsError."""
    plain = text.strip().lower()
    try:
        wanted = codecs.lookup(plain.removesuffix("-sig")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        wanted = ""
    for name, codec in ENCODINGS.items():
        if plain == name or wanted in {codecs.lookup(name).name, codec}:
            return name, codec
    raise OptionsError(f"--encoding {quoted(text)}: expected one of {', '.join(ENCODINGS)}")


def _decode_as(name: str, content: bytes, encoding: str) -> tuple[str, str, list[str]]:
    """Decode as the user says; refuse bytes that say otherwise, with the line."""
    known_as, codec = _parse_encoding(encoding)
    _, marked = find_mark(content)
    if marked and not marked.startswith(known_as):
        raise InvalidFileError(name, 1, f"says that it is {marked}, not {known_as}")
    try:
        return content.decode(codec).removeprefix("\ufeff"), known_as, []
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "ignore").count("\n") + 1
        raise InvalidFileError(name, line, f"is not {known_as} here; name another") from error


def _parse_delimiter(text: str) -> str:
    """Return the character of a delimiter's name, or the character itself; raise OptionsError."""
    for character, word in _DELIMITERS.items():
        if text in {character, word}:
            return character
    if len(text) == 1 and text in _POSSIBLE_DELIMITERS:
        return text
    raise OptionsError(
        f"--delimiter {quoted(text)}: expected comma, semicolon, tab, or one character like |"
    )


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
    counts = {character: unquoted.count(character) for character in _DELIMITERS}
    best = max(counts, key=lambda character: counts[character])
    tied = [
        f"{word}s" for character, word in _DELIMITERS.items() if counts[character] == counts[best]
    ]
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
        if any(map(str.strip, cells)):
            number += 1
            if number > MOST_ROWS + 1:
                raise InvalidFileError(name, line, f"has more than {MOST_ROWS} rows; split it")
            yield Row(line, tuple(cells))
        line = skipped + reader.line_num + 1
