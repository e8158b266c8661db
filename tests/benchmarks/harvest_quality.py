"""How well contacts are read: contacts and single values, beside what plain libraries give.

The baseline is phonenumbers' PhoneNumberMatcher, an expression for addresses, and the nearest line
with capitals above them as the name.

    python -m tests.benchmarks.harvest_quality
"""

import re
from collections.abc import Callable, Iterable

import phonenumbers

from tests.reading.cases import (
    CASES,
    Case,
    Plain,
    Score,
    plain,
    score_contacts,
    score_values,
)
from tests.reading.test_golden import read

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z][\w.'-]*)+")


def baseline(text: str) -> list[Plain]:
    """Read a passage with the libraries alone: each run of lines with values is a contact."""
    found: list[Plain] = []
    name, emails, phones = "", list[str](), list[tuple[str | None, str | None, str]]()
    for line in text.splitlines():
        capitals = _NAME.search(line)
        if capitals and (emails or phones):
            found.append(plain(name, emails, phones))
            emails, phones = [], []
        name = capitals[0] if capitals else name
        emails += _EMAIL.findall(line)
        for match in phonenumbers.PhoneNumberMatcher(line, "US"):
            number = phonenumbers.format_number(
                match.number, phonenumbers.PhoneNumberFormat.E164
            ).partition(";")[0]
            phones.append((number, match.number.extension, match.raw_string))
    return [*found, plain(name, emails, phones)] if emails or phones else found


def measure(
    cases: Iterable[Case], reader: Callable[[str], list[Plain]]
) -> tuple[Score, Score, int]:
    """Score a reader: contacts, values, and contacts where there are none."""
    contacts, values, false = Score(0, 0, 0), Score(0, 0, 0), 0
    for case in cases:
        found, right = reader(case.passage), case.contacts
        contacts += score_contacts(found, right)
        values += score_values(found, right)
        false += len(found) if not right else 0
    return contacts, values, false


def main() -> None:
    """Print the table: examples of real layouts, and our own variants of them."""
    own = [case for case in CASES if not case.name[0].isdigit()]
    sets = {"real layouts": [case for case in CASES if case not in own], "own variants": own}
    print(f"{'':14}{'cases':>6} {'reader':10}{'contacts':>10}{'values':>8}{'false':>7}")
    for title, cases in sets.items():
        for reader in (read, baseline):
            contacts, values, false = measure(cases, reader)
            who = "pressdesk" if reader is read else "baseline"
            print(f"{title:14}{len(cases):6} {who:10}{contacts.f1:10.3f}{values.f1:8.3f}{false:7}")


if __name__ == "__main__":
    main()
