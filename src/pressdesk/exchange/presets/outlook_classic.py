"""Outlook for the desktop, classic (92 columns): with categories, languages and display names."""

from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets.losses import Lost, find_lost
from pressdesk.exchange.presets.outlook import (
    CLASSICS_OWN,
    EMAIL_COLUMNS,
    IS_PER_EMAIL,
    PHONE_COLUMNS,
    REPEATED,
    compose_cells,
    find_emails,
    is_of_outlook,
    read_row,
)
from pressdesk.exchange.presets.outlook_words import to_english
from pressdesk.exchange.presets.writing import compose_row

__all__ = [
    "HEADER", "IS_PER_EMAIL", "PHONE_COLUMNS", "REPEATED",
    "dump_row", "find_emails", "is_header", "lost", "read_row",
]  # fmt: skip

HEADER: tuple[str, ...] = (
    "Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department",
    "Job Title", "Business Street", "Business Street 2", "Business Street 3", "Business City",
    "Business State", "Business Postal Code", "Business Country/Region", "Home Street",
    "Home Street 2", "Home Street 3", "Home City", "Home State", "Home Postal Code",
    "Home Country/Region", "Other Street", "Other Street 2", "Other Street 3", "Other City",
    "Other State", "Other Postal Code", "Other Country/Region", "Assistant's Phone",
    "Business Fax", "Business Phone", "Business Phone 2", "Callback", "Car Phone",
    "Company Main Phone", "Home Fax", "Home Phone", "Home Phone 2", "ISDN", "Mobile Phone",
    "Other Fax", "Other Phone", "Pager", "Primary Phone", "Radio Phone", "TTY/TDD Phone",
    "Telex", "Account", "Anniversary", "Assistant's Name", "Billing Information", "Birthday",
    "Business Address PO Box", "Categories", "Children", "Directory Server", "E-mail Address",
    "E-mail Type", "E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type",
    "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type", "E-mail 3 Display Name",
    "Gender", "Government ID Number", "Hobby", "Home Address PO Box", "Initials",
    "Internet Free Busy", "Keywords", "Language", "Location", "Manager's Name", "Mileage",
    "Notes", "Office Location", "Organizational ID Number", "Other Address PO Box", "Priority",
    "Private", "Profession", "Referred By", "Sensitivity", "Spouse", "User 1", "User 2",
    "User 3", "User 4", "Web Page",
)  # fmt: skip


def dump_row(line: Line, email: str | None) -> list[str]:
    """Give the cells of HEADER; email: the one address of the row, or None for three of them."""
    cells = compose_cells(line, email)
    for column in EMAIL_COLUMNS:
        if column in cells:
            cells[column.replace("Address", "Type")] = "SMTP"
            # What stands in the field "To:"; and the order of a name whose family name is first.
            cells[column.replace("Address", "Display Name")] = line.contact.name
    cells["Categories"] = ";".join(line.contact.topics)
    cells["Language"] = ";".join(line.contact.languages)
    return compose_row(HEADER, cells)


def lost(line: Line) -> list[Lost]:
    """Name the values that classic Outlook has no place for."""
    row = dict(zip(HEADER, dump_row(line, None), strict=True))
    return find_lost(line, [read_row(row).texts])


def is_header(names: frozenset[str]) -> bool:
    """Ask whether folded headers are classic Outlook's, in English, German or French."""
    english = frozenset(map(to_english, names))
    return is_of_outlook(english) and not english.isdisjoint(CLASSICS_OWN)
