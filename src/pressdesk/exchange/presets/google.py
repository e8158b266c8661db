"""Google Contacts: the current export header (2024 and later), and the old one for reading.

Several values of one label share a cell, joined with " ::: "; each label has a numbered group.
"""

import re
from collections.abc import Iterator, Mapping

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import NameParts, name_parts, split_name
from pressdesk.exchange.presets.losses import Lost, find_lost
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
from pressdesk.model import PhoneKind
from pressdesk.model.phone_kinds import NAMES

HEADER: tuple[str, ...] = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name",
    "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As",
    "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label",
    "Phone 1 - Value", "Address 1 - Label", "Address 1 - Formatted", "Address 1 - Street",
    "Address 1 - City", "Address 1 - PO Box", "Address 1 - Region", "Address 1 - Postal Code",
    "Address 1 - Country", "Address 1 - Extended Address", "Website 1 - Label",
    "Website 1 - Value", "Event 1 - Label", "Event 1 - Value", "Relation 1 - Label",
    "Relation 1 - Value", "Custom Field 1 - Label", "Custom Field 1 - Value",
)  # fmt: skip
# A group has one label: a contact needs as many as it has kinds of numbers.
_GROUPS = range(1, len(PhoneKind) + 1)
REPEATED: tuple[str, ...] = tuple(
    f"Phone {n} - {part}" for n in _GROUPS[1:] for part in ("Label", "Value")
)
PHONE_COLUMNS = frozenset(f"Phone {n} - Value" for n in _GROUPS)
IS_PER_EMAIL = False

_BETWEEN_VALUES = re.compile(" ?::: ?")
# Without this label of Google's own an imported contact is hidden in "Other contacts".
_VISIBLE = "* myContacts"
# Labels that Google gives by itself: its groups, and one for each import.
_GOOGLES_OWN = re.compile(r"\* .*|Imported on [0-9/ .-]+", re.IGNORECASE)
_LABELS = {kind: names.google[0] for kind, names in NAMES.items()}
_KINDS = {label.casefold(): kind for kind, names in NAMES.items() for label in names.google}
_GROUP = re.compile(r"(e-mail|phone) ([1-9][0-9]{0,3}) - value")


def dump_row(line: Line, email: str | None) -> list[str]:
    """Give the cells of HEADER and REPEATED; email: the one address of the row, or None."""
    contact, office = line.contact, line.office
    parts = name_parts(contact)
    cells = {
        "First Name": parts.given,
        "Middle Name": parts.middle,
        "Last Name": parts.family,
        "Name Suffix": parts.suffix,
        # The order of a name whose family name stands first.
        "File As": "" if str(parts) == contact.name else contact.name,
        "Organization Name": (office.organization or "") if office else "",
        "Organization Title": shown_title(line),
        "Organization Department": office.name if office else "",
        "Notes": shown_note(line),
        "Labels": " ::: ".join((_VISIBLE, *contact.topics)),
    }
    emails = shown_emails(line) if email is None else [email]
    if emails:
        cells |= {"E-mail 1 - Label": "Work", "E-mail 1 - Value": " ::: ".join(emails)}
    group = 0
    for kind, label in _LABELS.items():
        if numbers := shown_numbers(line, kind):
            group += 1
            cells[f"Phone {group} - Label"] = label
            cells[f"Phone {group} - Value"] = " ::: ".join(map(number_text, numbers))
    return compose_row((*HEADER, *REPEATED), cells)


def read_row(cells: Mapping[str, str], _file_name: str = "") -> ReadRow:
    """Read a row of the current or the old export."""
    row = fold_cells(cells)
    found = Findings()
    _read_name(found, row)
    company = _first_value(row, "organization name", "organization 1 - name")
    department = _first_value(row, "organization department", "organization 1 - department")
    found.put("office", department or company)
    found.put("title", _first_value(row, "organization title", "organization 1 - title"))
    found.put("note", row.text("notes"))
    for label in _BETWEEN_VALUES.split(first_of(row, "labels", "group membership")):
        if not _GOOGLES_OWN.fullmatch(label):
            found.add("topics", label)
    for language in split_languages(row.text("language")):
        found.add("languages", language)
    for label, address in _group_values(row, "e-mail"):
        if label == "home":
            found.add_private("E-mail", address)
        else:
            found.add("email", address)
    for label, number in _group_values(row, "phone"):
        _read_phone(found, label, number)
    return found.as_row(row)


def find_emails(line: Line) -> list[str]:
    """Give the addresses that may be shown: Google takes all."""
    return shown_emails(line)


def lost(line: Line) -> list[Lost]:
    """Name the values that Google Contacts has no place for."""
    row = dict(zip((*HEADER, *REPEATED), dump_row(line, None), strict=True))
    return find_lost(line, [read_row(row).texts])


def is_header(names: frozenset[str]) -> bool:
    """Ask whether folded headers are Google's: nobody else numbers so."""
    return not names.isdisjoint({"e-mail 1 - value", "phone 1 - value"})


def _read_name(found: Findings, row: Cells) -> None:
    prefix = row.text("name prefix")
    parts = NameParts(
        first_of(row, "first name", "given name"),
        first_of(row, "middle name", "additional name"),
        first_of(row, "last name", "family name"),
        row.text("name suffix"),
    )
    printed = row.text("name").removeprefix(f"{prefix} ")
    if not any(parts) and printed:
        parts = split_name(printed)
    company = _first_value(row, "organization name", "organization 1 - name")
    found.put_name(parts, row.text("file as") or printed, company)
    if prefix:
        found.pass_over("Name Prefix", prefix)


def _read_phone(found: Findings, label: str, number: str) -> None:
    if label == "home":
        found.add_private("Phone", number)
    elif label in {"home fax", "pager"}:
        found.pass_over(f"Phone ({label})", number)
    else:
        if label not in _KINDS:
            found.warnings.append(f'Phone: the label "{label}" is unknown; taken as office number')
        found.add_phone(_KINDS.get(label, PhoneKind.OFFICE), number)


def _first_value(row: Cells, *names: str) -> str:
    return _BETWEEN_VALUES.split(first_of(row, *names))[0]


def _group_values(row: Cells, what: str) -> Iterator[tuple[str, str]]:
    """Give label and value of each numbered group, those that are marked as preferred first."""
    matches = (_GROUP.fullmatch(name) for name in row)
    numbers = sorted(int(match[2]) for match in matches if match and match[1] == what)
    groups = []
    for n in numbers:
        label = first_of(row, f"{what} {n} - label", f"{what} {n} - type")
        plain = label.removeprefix("*").strip().casefold()
        groups.append((plain == label.casefold(), plain, row[f"{what} {n} - value"]))
    for _, label, cell in sorted(groups, key=lambda group: group[0]):
        yield from ((label, value) for value in _BETWEEN_VALUES.split(cell) if value)
