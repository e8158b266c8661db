"""What the presets share when they read: cells by folded header, and values as they are found."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pressdesk.exchange.names import NameParts, join_name, split_name
from pressdesk.exchange.report import Problem
from pressdesk.model import ContactKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.model.phone_kinds import COLUMNS
from pressdesk.values.extension import split_extension, to_ascii_digits

NO_PLACE = "no place"
_PARTS_OF_NAME = ("given_name", "middle_name", "family_name", "suffix")
_VALUES = frozenset({"email", "topics", "languages", *COLUMNS})
# What a program's columns may mean. file_as: the name as a list shows it, which tells the order of
# its parts. organization: the office where no other is named, and the name of a card without any.
# prefix: an honorific, for which there is no place. internal: a value of somebody's home. unsure:
# a text that may mean several things. status: whether somebody is to get mail.
READ_FIELDS = _VALUES | {
    *_PARTS_OF_NAME, "name", "file_as", "organization", "office", "title", "note", "prefix",
    "internal", "unsure", "status", NO_PLACE,
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")
# Far more than a number and its extension need: patterns take too long for a text without end.
_LONGEST_NUMBER = 100


class ReadRow(NamedTuple):
    """A row in pressdesk's own columns (exchange/columns.py); empty ones are left out.

    problem: why the row cannot be taken, or None; then texts are empty. ignored: folded headers of
    cells that have a text and no meaning.
    """

    texts: dict[str, str]
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    ignored: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def fold_header(text: str) -> str:
    """Return the form in which two spellings of one header are equal."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    return _SPACES.sub(" ", plain).strip().casefold()


def fold_cells(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells that have a text, each on one line, by folded header."""
    folded: dict[str, str] = {}
    for name, cell in cells.items():
        # No str.split(): it would hide controls, which the next step refuses.
        text = _SPACES.sub(" ", cell).strip()
        if text:
            folded.setdefault(fold_header(name), text)
    return folded


@dataclass(slots=True)
class Findings:
    """What a row says, value by value."""

    warnings: list[str] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _values: dict[str, dict[str, None]] = field(default_factory=dict)
    _office_numbers: dict[tuple[str, str], None] = field(default_factory=dict)

    @property
    def first_email(self) -> str:
        """The first address, empty without any."""
        return next(iter(self._values.get("email", ())), "")

    @property
    def status(self) -> str:
        """Whether somebody is to get mail, in the program's words; empty where it is not said."""
        return self._texts.get("status", "")

    def add(self, meaning: str, text: str, column: str) -> None:
        """Add what a cell says, one of READ_FIELDS; column: what a warning calls it."""
        if not text:
            return
        match meaning:
            case "phone":
                self._add_office_numbers(text)
            case "internal":
                self._add_value("internal", text)
                self.warnings.append(f"{column}: {text} is private and was taken as internal")
            case "unsure":
                self.warnings.append(f'{column}: "{text}" may be an honorific or a job; not taken')
            case "no place":
                self.pass_over(column, text)
            case _ if meaning in _VALUES:
                self._add_value(meaning, text)
            case _:
                self._texts.setdefault(meaning, text)
                if meaning == "prefix":
                    self.pass_over(column, text)

    def pass_over(self, column: str, text: str) -> None:
        """Warn of a value that pressdesk has no place for."""
        self.warnings.append(f'{column}: "{text}" has no place in pressdesk')

    def as_row(self, ignored: tuple[str, ...] = ()) -> ReadRow:
        """Return all in pressdesk's columns; ignored: the headers that have no meaning."""
        said = self._texts
        texts: dict[str, str] = {name: said[name] for name in ("title", "note") if name in said}
        company = said.get("organization", "")
        if office := said.get("office", company):
            texts["office"] = office
        # A card without a name is a desk called as its company, as programs show it.
        texts |= self._name() or (
            {"name": company, "kind": str(ContactKind.DESK)} if company else {}
        )
        texts.update((name, BETWEEN_VALUES.join(those)) for name, those in self._values.items())
        if self._office_numbers:
            numbers, extensions = zip(*self._office_numbers, strict=True)
            texts["phone"] = BETWEEN_VALUES.join(numbers)
            if any(extensions):
                texts["ext"] = BETWEEN_VALUES.join(extensions).strip()
        return ReadRow(texts, tuple(self.warnings), ignored=ignored)

    def _name(self) -> dict[str, str]:
        parts = NameParts(*(self._texts.get(part, "") for part in _PARTS_OF_NAME))
        whole = self._texts.get("name", "").removeprefix(f"{self._texts.get('prefix', '')} ")
        if not any(parts) and whole:
            parts = split_name(whole)
        return join_name(parts, self._texts.get("file_as", whole))

    def _add_value(self, column: str, text: str) -> None:
        """Add a value to those of a column, each once."""
        self._values.setdefault(column, {})[text] = None

    def _add_office_numbers(self, text: str) -> None:
        """Add the numbers of a cell; an extension pairs with its number by position."""
        number, extension = text, None
        if len(text) <= _LONGEST_NUMBER:
            number, extension = split_extension(to_ascii_digits(text))
        *others, last = number.split(";")  # two in one cell would shift the pairs
        pairs = [*((other.strip(), "") for other in others), (last.strip(), extension or "")]
        self._office_numbers.update((pair, None) for pair in pairs if pair[0])


class Refusal:
    """Whose rows are refused, and why; columns: the folded headers that tell."""

    def __init__(self, parts: Mapping[str, Mapping[str, str]]) -> None:
        reasons = parts.get("refused columns", {})
        self._reasons = {fold_header(column): reason for column, reason in reasons.items()}
        self._statuses = parts.get("refused statuses", {})
        words = "|".join(map(re.escape, parts.get("refused files", {}))) or "(?!)"
        self._files = re.compile(rf"({words})(?![a-z])", re.IGNORECASE)
        self._called = parts["program"]["called"]
        self.columns = frozenset(self._reasons)

    def find(self, row: Mapping[str, str], found: Findings, file_name: str) -> Problem | None:
        """Return why somebody is not to get mail, or None."""
        reason = next((why for column, why in self._reasons.items() if column in row), None)
        status = found.status.casefold()
        if status in self._statuses:
            reason = f"is {status} in {self._called}"
        if match := self._files.match(re.split(r"[/\\]", file_name)[-1]):
            people = match[1].casefold()
            reason = f"stands in {self._called}'s file of {people} people"
        if reason is None:
            return None
        who = found.first_email or "the contact"
        return Problem("email", f"{who} {reason}, and is not imported")
