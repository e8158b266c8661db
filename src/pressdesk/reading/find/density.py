"""Cards that no lead-in opens: lines so dense with a person or desk, addresses and numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pressdesk.reading.find.prose import has_value, is_end, is_prose
from pressdesk.reading.people.names import Person, find_person, score_person
from pressdesk.reading.vocabulary import PUBLIC_WORDS, SPEAKING_TO_PRESS, UNITS
from pressdesk.text.folding import fold, fold_words

_PRESS_PAIRS = {("public", "information"), ("public", "affairs"), ("public", "relations")}
_BEFORE_NUMBER = re.compile(r"[^\d@(+]+(?=[\d(+]|\Z)")
_CELLS = re.compile(r"\s+[|·•]\s+|\t+")
_FEWEST_CELLS = 3
_MOST_LINES = 6
_LONGEST = 160


def is_desk_line(lines: Sequence[str], row: int) -> bool:
    """Ask whether a line names a press desk, with its numbers behind it or right below."""
    head = _BEFORE_NUMBER.match(lines[row][:_LONGEST])
    words = fold_words(head[0]).split() if head else []
    if not 2 <= len(words) <= 7 or lines[row].rstrip()[-1:] in ".,!?":
        return False
    if (
        not (set(words) & SPEAKING_TO_PRESS or _PRESS_PAIRS & set(pairwise(words)))
        or not set(words) & UNITS
    ):
        return False
    if has_value(lines[row]):
        return len(lines[row]) < _LONGEST and not is_prose(lines[row])
    below = [line for line in lines[row + 1 : row + 3] if line.strip()][:1]
    return (
        bool(below) and has_value(below[0]) and not is_prose(below[0]) and len(below[0]) < _LONGEST
    )


def is_card(lines: Sequence[str], row: int) -> bool:
    """Ask whether a line begins a card: a person, then address and number, and press or a match."""
    line = lines[row].strip(" •*-–")
    if (
        len(line) > _LONGEST
        or not line[:1].isupper()
        or is_prose(line)
        or line.endswith((".", ":"))
    ):
        return False
    below = _card_lines(lines, row)
    text = " ".join((line, *below))
    if not has_value(text) or not (person := _person_of(line)):
        return False
    words = set(fold_words(text).split())
    if words & PUBLIC_WORDS:
        return False
    if _is_row(line):
        return bool(set(fold_words(line).split()) & SPEAKING_TO_PRESS)
    emails = [word.strip("<>(),;:.") for word in text.split() if "@" in word[1:-1]]
    has_number = any(sum(map(str.isdigit, one)) >= 7 for one in (line, *below))
    matches = any(_matches(person.name, email) for email in emails)
    return (
        bool(emails)
        and (has_number or matches)
        and (bool(words & SPEAKING_TO_PRESS) or (matches and has_number))
    )


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: a person, a title, and addresses or numbers."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    return (
        len(cells) >= _FEWEST_CELLS
        and (person := find_person(cells[0])) is not None
        and person.name == cells[0]
        and not has_value(cells[1])
        and all(map(has_value, cells[2:]))
    )


def _person_of(line: str) -> Person | None:
    """Find who begins a line, or a cell of a line that is a row: "House · Desk · Jane Doe · …"."""
    cells = _CELLS.split(line)
    for cell in cells if len(cells) >= _FEWEST_CELLS else (line,):
        found = find_person(cell)
        if found and not found.before:
            return found
    return None


def _card_lines(lines: Sequence[str], row: int) -> list[str]:
    found = []
    for line in lines[row + 1 : row + 1 + _MOST_LINES]:
        if not line.strip() or is_prose(line) or is_end(line.strip()) or len(line) > _LONGEST:
            break
        found.append(line.strip())
    return found


def _matches(name: str, email: str) -> bool:
    return score_person(name, [f"{fold(email.partition('@')[0])}@-"]) >= 3
