"""What the presets share when they read: cells by folded header, and values as they are found."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pressdesk.exchange.names import NameParts, join_name
from pressdesk.exchange.report import Problem
from pressdesk.model import ContactKind, PhoneKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.extension import split_extension, to_ascii_digits

_SPACES = re.compile(r"[ \t\r\n]+")
# Far more than a number and its extension need: patterns take too long for a text without end.
_LONGEST_NUMBER = 100
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class ReadRow(NamedTuple):
    """A row in pressdesk's own columns (exchange/columns.py); empty ones are left out.

    problem: why the row cannot be taken, or None; then texts are empty. ignored: folded headers of
    cells that have a text and that nobody asked for.
    """

    texts: dict[str, str]
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    ignored: tuple[str, ...] = ()


class Cells(dict[str, str]):
    """The cells of a row by folded header; they know which of them were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[object] = set()

    def __getitem__(self, name: str) -> str:
        self._asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._asked.add(name)
        return super().__contains__(name)

    def text(self, name: str) -> str:
        """Give the text of a cell, empty where there is none."""
        self._asked.add(name)
        return super().get(name, "")

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headers of those that nobody asked for."""
        return tuple(name for name in self if name not in self._asked)


@lru_cache(maxsize=1024)
def fold_header(text: str) -> str:
    """Give the form in which two spellings of one header are equal."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    return _SPACES.sub(" ", plain).strip().casefold()


def fold_cells(cells: Mapping[str, str]) -> Cells:
    """Give the cells that have a text, each on one line, by folded header."""
    folded = Cells()
    for name, cell in cells.items():
        # No str.split(): it would hide controls, which the next step refuses.
        text = _SPACES.sub(" ", cell).strip()
        if text:
            folded.setdefault(fold_header(name), text)
    return folded


def first_of(cells: Cells, *names: str) -> str:
    """Give the first cell that has a text, or an empty one; names are folded."""
    texts = [cells.text(name) for name in names]
    return next(filter(None, texts), "")


def split_languages(text: str) -> list[str]:
    """Split a cell of language tags; a cell of anything else ("English") gives none."""
    tags = re.split(" ?[;,] ?", text)
    return tags if all(_LANGUAGE_TAG.fullmatch(tag) for tag in tags) else []


@dataclass(slots=True)
class Findings:
    """What a row says, value by value; as_row gives it in pressdesk's columns."""

    texts: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    _values: dict[str, dict[str, None]] = field(default_factory=dict)
    _office_numbers: dict[tuple[str, str], None] = field(default_factory=dict)

    def put(self, column: str, text: str) -> None:
        """Say the one text of a column; an empty one says nothing."""
        if text:
            self.texts[column] = text

    def put_name(self, parts: NameParts, printed: str = "", company: str = "") -> None:
        """Say the name; a card without any is a desk called as its company, as programs show it."""
        texts = join_name(parts, printed)
        if not texts and company:
            texts = {"name": company, "kind": str(ContactKind.DESK)}
        self.texts.update(texts)

    def add(self, column: str, text: str) -> None:
        """Add a value to those of a column, each once."""
        if text:
            self._values.setdefault(column, {})[text] = None

    def add_phone(self, kind: PhoneKind, text: str) -> None:
        """Add the numbers of a cell; an office's extension pairs with its number by position."""
        if kind is not PhoneKind.OFFICE:
            self.add(NAMES[kind].column, text)
            return
        number, extension = text, None
        if len(text) <= _LONGEST_NUMBER:
            number, extension = split_extension(to_ascii_digits(text))
        *others, last = number.split(";")  # two in one cell would shift the pairs
        pairs = [*((one.strip(), "") for one in others), (last.strip(), extension or "")]
        self._office_numbers.update((pair, None) for pair in pairs if pair[0])

    def add_private(self, column: str, text: str) -> None:
        """Add a value of somebody's home: kept internal, never to be printed unasked."""
        self.add("internal", text)
        self.warnings.append(f"{column}: {text} is private and was taken as internal")

    def pass_over(self, column: str, text: str) -> None:
        """Warn of a value that pressdesk has no place for."""
        self.warnings.append(f'{column}: "{text}" has no place in pressdesk')

    def as_row(self, cells: Cells) -> ReadRow:
        """Give all in pressdesk's columns; cells: where it was read."""
        texts = dict(self.texts)
        texts.update((name, BETWEEN_VALUES.join(those)) for name, those in self._values.items())
        if self._office_numbers:
            numbers, extensions = zip(*self._office_numbers, strict=True)
            texts["phone"] = BETWEEN_VALUES.join(numbers)
            if any(extensions):
                texts["ext"] = BETWEEN_VALUES.join(extensions).strip()
        return ReadRow(texts, tuple(self.warnings), ignored=cells.ignored)
