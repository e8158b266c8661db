"""Brevo: one row for each e-mail, attributes in upper case, numbers without the "+".

Attributes that an account does not have are dropped silently, so none but its own are written.
"""

import re
from collections.abc import Mapping

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import NameParts, name_parts
from pressdesk.exchange.presets.losses import Lost, find_lost
from pressdesk.exchange.presets.reading import Findings, ReadRow, fold_cells
from pressdesk.exchange.presets.writing import compose_row, shown_emails, shown_numbers
from pressdesk.model.phone_kinds import NAMES

HEADER: tuple[str, ...] = (
    "CONTACT ID", "EMAIL", "FIRSTNAME", "LASTNAME", "SMS", "LANDLINE_NUMBER", "WHATSAPP"
)  # fmt: skip
REPEATED: tuple[str, ...] = ()
_PLACES = {kind: names.brevo for kind, names in NAMES.items() if names.brevo}
PHONE_COLUMNS = frozenset(_PLACES.values())
IS_PER_EMAIL = True

# Country code and number; a national number begins with its trunk prefix, mostly 0.
_WITHOUT_PLUS = re.compile(r"(?:00)?([1-9][0-9 ]{5,})")


def dump_row(line: Line, email: str | None) -> list[str]:
    """Give the cells of HEADER; email: the address of the row, None for the first one.

    CONTACT ID stays empty: Brevo gives it.
    """
    if email is None:
        email = next(iter(shown_emails(line)), "")
    parts = name_parts(line.contact)
    cells = {"EMAIL": email, "FIRSTNAME": parts.given, "LASTNAME": parts.family}
    for kind, column in _PLACES.items():
        # A number without its extension would reach somebody else.
        whole = (one for one in shown_numbers(line, kind) if not one.extension)
        cells[column] = next((one.e164.removeprefix("+") for one in whole), "")
    return compose_row(HEADER, cells)


def read_row(cells: Mapping[str, str], _file_name: str = "") -> ReadRow:
    """Read a row of an import or export."""
    row = fold_cells(cells)
    found = Findings()
    found.put_name(NameParts(given=row.text("firstname"), family=row.text("lastname")))
    found.add("email", row.text("email"))
    for kind, column in _PLACES.items():
        if number := row.text(column.casefold()):
            found.add_phone(kind, _with_plus(number))
    return found.as_row(row)


def find_emails(line: Line) -> list[str]:
    """Give the addresses that may be shown: Brevo takes all."""
    return shown_emails(line)


def lost(line: Line) -> list[Lost]:
    """Name the values that Brevo has no place for, in all rows of a line together."""
    emails: list[str | None] = [*find_emails(line)] or [None]
    rows = (dict(zip(HEADER, dump_row(line, email), strict=True)) for email in emails)
    return find_lost(line, [read_row(row).texts for row in rows])


def is_header(names: frozenset[str]) -> bool:
    """Whether folded headers are Brevo's: others number their contacts too."""
    return names >= {"email", "firstname", "lastname"} and bool(names & {"contact id", "sms"})


def _with_plus(number: str) -> str:
    """Put the "+" back; what is no number ("3.36E+10") stays for the next step to refuse."""
    match = _WITHOUT_PLUS.fullmatch(number)
    return f"+{match[1]}" if match else number
