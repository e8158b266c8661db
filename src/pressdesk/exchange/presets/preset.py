"""What the file of a preset says, and the rows that are written and read by it.

Its parts, one `COLUMN = MEANING` a line:

- `[program]`: how it is called in messages; `row = email` where it wants a row for each address;
  `read as = NAME` where another preset reads its rows;
- `[recognised]`: the columns by which a header is known, one part for each kind of file: `all` of
  these must be there, `none` of these, so many of a group (`2 of NAME`), or fewer (`under 2 of`);
- `[columns]`: the header that is written, and what stands in its columns: a field, and the form in
  which the program has it (`forms.py`) or a word in quotation marks. Of several values each
  column of a field takes the next;
- `[read]`: what columns mean that are read otherwise, or have other names; of those that are
  parted by ` | ` the first that is filled counts, of several lines with one text the first too;
- `[phone labels]`, `[e-mail labels]`: what labels mean in numbered groups (`groups.py`);
- `[refused columns]`, `[refused statuses]`, `[refused files]`: whose rows are not imported;
- `[words: LANGUAGE]`: the program's columns in another language.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets.forms import PLAIN, Form, get_form
from pressdesk.exchange.presets.groups import Groups
from pressdesk.exchange.presets.reading import (
    READ_FIELDS,
    Findings,
    ReadRow,
    Refusal,
    fold_cells,
    fold_header,
)
from pressdesk.exchange.presets.writing import LISTS, line_values
from pressdesk.model.phone_kinds import COLUMNS

Parts = Mapping[str, Mapping[str, str]]


class Rule(NamedTuple):
    """What columns mean: a field in a form. names: folded, of which the first filled one counts."""

    column: str
    names: tuple[str, ...]
    field: str
    form: Form


class Reader:
    """Reads the rows of a program."""

    def __init__(self, parts: Parts) -> None:
        pairs = (pair for part, words in parts.items() if part.startswith("words:")
                 for pair in words.items())  # fmt: skip
        self._english = {fold_header(word): fold_header(english) for word, english in pairs}
        self._groups = [
            Groups(what, parts[f"{what} labels"])
            for what in ("e-mail", "phone")
            if f"{what} labels" in parts
        ]
        self._refusal = Refusal(parts)
        self._rules = list(_rules(parts.get("read", {})))
        self._known = {name for rule in self._rules for name in rule.names}
        for rule in _rules(parts["columns"]):
            is_read = rule.field in READ_FIELDS and rule.form.is_read
            if is_read and not any(map(self._is_known, rule.names)):
                self._rules.append(rule)
        self._known |= {name for rule in self._rules for name in rule.names}
        self._known |= self._refusal.columns

    def _is_known(self, name: str) -> bool:
        """Whether a folded header is read already, or in a group."""
        return name in self._known or any(group.has(name) for group in self._groups)

    def to_english(self, name: str) -> str:
        """Return the English header for a folded one, folded; an unknown one stays as it is."""
        return self._english.get(name, name)

    def read_row(self, cells: Mapping[str, str], file_name: str = "") -> ReadRow:
        """Read the cells of a row by their headers, in any order and case.

        file_name: some programs say in it who is not to get mail.
        """
        row: dict[str, str] = {}
        theirs: dict[str, str] = {}
        for name, text in fold_cells(cells).items():
            english = self.to_english(name)
            row.setdefault(english, text)
            theirs.setdefault(english, name)
        found = Findings()
        for rule in self._rules:
            text = next((row[name] for name in rule.names if name in row), "")
            if not rule.form.is_theirs(text):
                found.pass_over(rule.column, text)
                continue
            for value in rule.form.read(text):
                found.add(rule.field, value, rule.column)
        known = self._known.union(*(group.read(row, found) for group in self._groups))
        if problem := self._refusal.find(row, found, file_name):
            return ReadRow({}, problem=problem)
        return found.as_row(tuple(theirs[name] for name in row if name not in known))


class Preset:
    """A program: its header, the rows that it takes, and how its own are read.

    header: the columns that are written. phone_columns: those whose cells are validated numbers,
    and so no formulas. is_per_email: a row for each address; contacts without any are left out.
    """

    def __init__(self, parts: Parts, reader: Reader | None = None) -> None:
        self.reader = reader or Reader(parts)
        self.read_row = self.reader.read_row
        self.header = tuple(parts["columns"])
        self.is_per_email = parts["program"].get("row") == "email"
        self._called = parts["program"]["called"]
        self._recognised = [words for part, words in parts.items() if part.startswith("recognised")]
        rules = list(_rules(parts["columns"]))
        self.phone_columns = frozenset(
            rule.column for rule in rules if rule.field in {*COLUMNS, "phone_group"}
        )
        self._takes_email = next(
            (rule.form.takes for rule in rules if rule.field == "email"), PLAIN.takes
        )
        labels = parts.get("phone labels")
        self._groups = Groups("phone", labels) if labels else None
        # Each column with its place, and which of the values of its field it takes.
        seen: Counter[tuple[str, Form]] = Counter()
        self._cells: list[tuple[int, Rule, int]] = []
        for rule in rules:
            nth = seen[rule.field, rule.form] if rule.field in LISTS else 0
            seen[rule.field, rule.form] += 1
            self._cells.append((self.header.index(rule.column), rule, nth))

    def dump_row(self, line: Line, email: str | None) -> list[str]:
        """Return the cells of the header; email: the one address of the row, or None for all.

        Raises InvalidValueError for an address that the program does not take.
        """
        if email is not None and not self._takes_email(email):
            raise InvalidValueError(
                "e-mail",
                email,
                f"has letters before the @ that {self._called} refuses",
                "give another address",
            )
        values = line_values(line, self.find_emails(line) if email is None else [email])
        if self._groups:
            values |= self._groups.values(values)
        row = [""] * len(self.header)
        for place, rule, nth in self._cells:
            taken = [value for value in values[rule.field] if rule.form.takes(value)]
            row[place] = rule.form.dump(taken, nth)
        return row

    def find_emails(self, line: Line) -> list[str]:
        """Return the addresses that may be shown and that the program takes."""
        return [email for email in line.emails if self._takes_email(email)]

    def is_header(self, names: frozenset[str]) -> bool:
        """Whether folded headers are those of the program."""
        english = frozenset(map(self.reader.to_english, names))
        return any(_has(english, wanted) for wanted in self._recognised)


def _rules(part: Mapping[str, str]) -> Iterator[Rule]:
    """Yield what the columns of a part mean, without those of which it says nothing."""
    for columns, meaning in part.items():
        if meaning:
            field, _, form = meaning.partition(" as ")
            names = columns.split(" | ")
            yield Rule(names[0], tuple(map(fold_header, names)), field, get_form(form))


def _has(names: frozenset[str], wanted: Mapping[str, str]) -> bool:
    """Whether a header has the columns that a part of `[recognised]` wants."""
    found: dict[str, list[bool]] = {}
    for column, needed in wanted.items():
        found.setdefault(needed, []).append(fold_header(column) in names)
    return all(_is_met(needed, here) for needed, here in found.items())


def _is_met(needed: str, here: list[bool]) -> bool:
    """Whether enough columns are there; raise ValueError for what no part may say."""
    match needed.split():
        case ["all"]:
            return all(here)
        case ["none"]:
            return not any(here)
        case ["under", count, "of", _]:
            return sum(here) < int(count)
        case [count, "of", _]:
            return sum(here) >= int(count)
    raise ValueError(needed)
