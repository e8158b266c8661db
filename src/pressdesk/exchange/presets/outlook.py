"""New Outlook and Outlook.com (61 columns); reads the classic and localised exports too.

What only classic Outlook has a place for (categories, languages) is in outlook_classic.
"""

import re
from collections.abc import Mapping

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import NameParts, name_parts
from pressdesk.exchange.presets.losses import Lost, find_lost
from pressdesk.exchange.presets.outlook_words import to_english
from pressdesk.exchange.presets.reading import (
    Cells,
    Findings,
    ReadRow,
    first_of,
    fold_cells,
    split_languages,
)
from pressdesk.exchange.presets.writing import (
    compose_row,
    number_text,
    shown_emails,
    shown_note,
    shown_numbers,
    shown_title,
)
from pressdesk.model.phone_kinds import NAMES

HEADER: tuple[str, ...] = (
    "First Name", "Middle Name", "Last Name", "Title", "Suffix", "Nickname", "Given Yomi",
    "Surname Yomi", "E-mail Address", "E-mail 2 Address", "E-mail 3 Address", "Home Phone",
    "Home Phone 2", "Business Phone", "Business Phone 2", "Mobile Phone", "Car Phone",
    "Other Phone", "Primary Phone", "Pager", "Business Fax", "Home Fax", "Other Fax",
    "Company Main Phone", "Callback", "Radio Phone", "Telex", "TTY/TDD Phone", "IMAddress",
    "Job Title", "Department", "Company", "Office Location", "Manager's Name",
    "Assistant's Name", "Assistant's Phone", "Company Yomi", "Business Street",
    "Business City", "Business State", "Business Postal Code", "Business Country/Region",
    "Home Street", "Home City", "Home State", "Home Postal Code", "Home Country/Region",
    "Other Street", "Other City", "Other State", "Other Postal Code", "Other Country/Region",
    "Personal Web Page", "Spouse", "Schools", "Hobby", "Location", "Web Page", "Birthday",
    "Anniversary", "Notes",
)  # fmt: skip
REPEATED: tuple[str, ...] = ()
# Satellite and WhatsApp numbers have no column of their own, and as "Other Phone" they would be
# read back as what they are not.
_PLACES = {kind: names.outlook_written for kind, names in NAMES.items()}
PHONE_COLUMNS = frozenset(column for columns in _PLACES.values() for column in columns)
IS_PER_EMAIL = False

EMAIL_COLUMNS = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
_KINDS = {column.casefold(): kind for kind, names in NAMES.items() for column in names.outlook}
_PRIVATE = ("home phone", "home phone 2")
_NO_PLACE = (
    "title", "home fax", "car phone", "pager", "callback", "radio phone", "isdn", "telex",
    "tty/tdd phone", "assistant's phone",
)  # fmt: skip
_NEEDED = {"first name", "last name", "e-mail address"}
_OUTLOOKS_OWN = {
    "business phone", "business fax", "company main phone", "e-mail 2 address",
    "office location", "business street",
}  # fmt: skip
# Words of German and French Outlooks that any list of a press office has.
_ANYBODYS = frozenset({"büro", "bureau"})
CLASSICS_OWN = {"e-mail type", "e-mail display name", "categories"}
# "Maria Moreno (maria@iom.int)": how Outlook itself names an address.
_ADDRESS_BEHIND = re.compile(r" ?\([^()@]*@[^()@]*\)$")


def dump_row(line: Line, email: str | None) -> list[str]:
    """Give the cells of HEADER; email: the one address of the row, or None for three of them."""
    return compose_row(HEADER, compose_cells(line, email))


def compose_cells(line: Line, email: str | None) -> dict[str, str]:
    """Give the cells that both Outlooks have, by their headers."""
    office, parts = line.office, name_parts(line.contact)
    emails = shown_emails(line) if email is None else [email]
    cells = {
        "First Name": parts.given,
        "Middle Name": parts.middle,
        "Last Name": parts.family,
        "Suffix": parts.suffix,
        "Job Title": shown_title(line),
        "Company": (office.organization or "") if office else "",
        # Both: Outlook on a telephone shows the department alone.
        "Department": office.name if office else "",
        "Office Location": office.name if office else "",
        "Notes": shown_note(line),
        **dict(zip(EMAIL_COLUMNS, emails, strict=False)),
    }
    for kind, columns in _PLACES.items():
        numbers = map(number_text, shown_numbers(line, kind))
        cells.update(zip(columns, numbers, strict=False))
    return cells


def read_row(cells: Mapping[str, str], _file_name: str = "") -> ReadRow:
    """Read a row of either Outlook, in English, German or French."""
    row = Cells()
    for name, text in fold_cells(cells).items():
        row.setdefault(to_english(name), text)
    found = Findings()
    parts = NameParts(
        row.text("first name"),
        row.text("middle name"),
        row.text("last name"),
        row.text("suffix"),
    )
    printed = _ADDRESS_BEHIND.sub("", row.text("e-mail display name"))
    found.put_name(parts, "" if "@" in printed else printed, row.text("company"))
    found.put("title", row.text("job title"))
    found.put("office", first_of(row, "office location", "department", "company"))
    found.put("note", row.text("notes"))
    for topic in row.text("categories").split(";"):
        found.add("topics", topic.strip())
    for language in split_languages(row.text("language")):
        found.add("languages", language)
    _read_ways(found, row)
    return found.as_row(row)


def find_emails(line: Line) -> list[str]:
    """Give the addresses that may be shown: Outlook takes all."""
    return shown_emails(line)


def lost(line: Line) -> list[Lost]:
    """Name the values that new Outlook has no place for."""
    row = dict(zip(HEADER, dump_row(line, None), strict=True))
    return find_lost(line, [read_row(row).texts])


def is_header(names: frozenset[str]) -> bool:
    """Ask whether folded headers are new Outlook's."""
    english = frozenset(map(to_english, names - _ANYBODYS))
    return is_of_outlook(english) and english.isdisjoint(CLASSICS_OWN)


def is_of_outlook(english: frozenset[str]) -> bool:
    """Ask whether folded English headers are of either Outlook."""
    return english >= _NEEDED and not english.isdisjoint(_OUTLOOKS_OWN)


def _read_ways(found: Findings, row: Cells) -> None:
    for column in map(str.casefold, EMAIL_COLUMNS):
        address = row.text(column)
        if address.casefold().startswith("/o="):  # of type EX: a name within an Exchange server
            found.pass_over(column, address)
        else:
            found.add("email", address)
    for column, kind in _KINDS.items():
        if column in row:
            found.add_phone(kind, row[column])
    for column in _PRIVATE:
        if column in row:
            found.add_private(column, row[column])
    for column in _NO_PLACE:
        if column in row:
            found.pass_over(column, row[column])
    if "titre" in row:
        found.warnings.append(f'titre: "{row["titre"]}" may be an honorific or a job; not taken')
