"""JSON and JSON Lines as sheets: what pressdesk exports, or objects with the CSV's columns as keys.

An exported contact becomes a record for each posting, with the texts that `flatten_contact` gives.
These differ, for the columns and the file do not say the same:

- the note comes only where an object has the key `note`: an export writes it with `--internal`;
- `unlisted` is "yes" or nothing: an export makes no contact listed again;
- numbers of their own are always said to be that, whatever the switchboards are;
- sources are not exported at all;
- a display that has other digits than its number is not believed: the number is taken, warned.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Literal

from pressdesk.errors import InvalidFileError
from pressdesk.exchange.columns import list_columns
from pressdesk.exchange.csv.text_table import MOST_ROWS
from pressdesk.exchange.json.document import Document, Element, decode_text
from pressdesk.exchange.json.objects import contact_rows, is_office, office_row
from pressdesk.exchange.json.strict import StrictDecoder
from pressdesk.exchange.json.values import Reading
from pressdesk.exchange.sheet import Record, Sheet, compose_sheet
from pressdesk.files.decoding import find_mark
from pressdesk.text.visible import visible

_MOST_IGNORED = 1000
_SNIFFED = 1_000_000
_SPACE = " \t\r\n"
_ARRAY = re.compile(r'\[\s*[\[{\]"]')
_OBJECT = re.compile(r'\{\s*["}]')
_EXPORT = re.compile(r'\{\s*"(?:schema_version|offices|contacts)"\s*:')


def read_json(name: str, content: bytes) -> list[Sheet]:
    """Read an array of objects, or a whole export: offices first, then contacts.

    name: the file's name in messages. An object that cannot be read is a record with a problem;
    InvalidFileError is raised when the file is refused whole.
    """
    document = Document(name, decode_text(name, content))
    return _sheets(name, "JSON", document.elements(), document.ignored)


def read_json_lines(name: str, content: bytes) -> list[Sheet]:
    """Read an object from each line: offices first, then contacts.

    name: the file's name in messages. A line that cannot be read is a record with a problem;
    InvalidFileError is raised when the file is refused whole.
    """
    mark, marked = find_mark(content)
    if marked in {None, "utf-8"}:
        content = content.removeprefix(mark)
    else:
        content = decode_text(name, content).encode("utf-8", "surrogatepass")
    lines = enumerate(BytesIO(content), start=1)
    decoder = StrictDecoder()
    elements = (
        Element(number, *decoder.decode_line(line)) for number, line in lines if line.strip()
    )
    return _sheets(name, "JSON Lines", elements, [])


def looks_like_json(content: bytes) -> Literal["json", "jsonl"] | None:
    """Return what a file is by how it begins: JSON, an object on each line, or neither."""
    mark, marked = find_mark(content)
    start = content[len(mark) : _SNIFFED].decode(marked or "utf-8", "replace").lstrip(_SPACE)
    if _ARRAY.match(start) or _EXPORT.match(start):
        return "json"
    if not _OBJECT.match(start):
        return None
    return "jsonl" if start.partition("\n")[0].rstrip(_SPACE).endswith("}") else "json"


class _Gathered:
    """The records of a file, and what its notes say."""

    def __init__(self, name: str) -> None:
        self.offices: list[Record] = []
        self.contacts: list[Record] = []
        self.ignored: dict[str, None] = {}
        self._name = name

    def add(self, element: Element) -> None:
        """Read an element: a record, or one for each posting."""
        reading = Reading()
        is_of_office = element.part == "offices"
        rows: list[dict[str, str]] = [{}]
        if element.fault:  # what can be read of it still goes into a file of refused rows
            reading.refuse("", element.fault)
        if not isinstance(element.value, dict):
            reading.refuse("", "is no object; expected a contact or an office in { }")
        elif is_of_office or (not element.part and is_office(element.value)):
            is_of_office = True
            rows = [office_row(element.value, reading)]
        else:
            rows = contact_rows(element.value, reading)
        records = self.offices if is_of_office else self.contacts
        records += _records(element.line, rows, reading)
        if len(self.offices) + len(self.contacts) > MOST_ROWS:
            raise InvalidFileError(
                self._name, element.line, f"has more than {MOST_ROWS} records; split it"
            )
        if len(self.ignored) < _MOST_IGNORED:
            self.ignored.update(reading.ignored)

    def notes(self) -> list[str]:
        """Return what was left out of all records together, as sentences."""
        if not self.ignored:
            return []
        return [f"ignored keys: {list_columns([*map(visible, self.ignored)])}"]


def _records(line: int, rows: list[dict[str, str]], reading: Reading) -> list[Record]:
    problem = reading.problem
    filled = [{column: text for column, text in row.items() if text} for row in rows]
    records = [Record(line, texts, problem) for texts in filled[1:]]
    return [Record(line, filled[0], problem, (), tuple(reading.warnings)), *records]


def _sheets(name: str, form: str, elements: Iterable[Element], ignored: list[str]) -> list[Sheet]:
    gathered = _Gathered(name)
    for element in elements:
        gathered.add(element)
    # Of an export they are known only at its end.
    gathered.ignored |= dict.fromkeys(ignored)
    notes = gathered.notes()
    sheets: list[Sheet] = []
    for what, records in (("offices", gathered.offices), ("contacts", gathered.contacts)):
        if records or (what == "contacts" and not sheets):
            is_offices, read_as = what == "offices", f"{what}, {form}"
            sheets.append(
                compose_sheet(name, records, is_offices=is_offices, read_as=read_as, notes=notes)
            )
            notes = []
    return [replace(sheets[0], ignored=tuple(gathered.ignored)), *sheets[1:]]
