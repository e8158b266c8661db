"""Mailchimp: the audience import is written and read, the audience export is read."""

import csv
import re
from collections.abc import Mapping

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import NameParts, name_parts
from pressdesk.exchange.presets.losses import Lost, find_lost
from pressdesk.exchange.presets.reading import (
    Cells,
    Findings,
    ReadRow,
    first_of,
    fold_cells,
    fold_header,
    split_languages,
)
from pressdesk.exchange.presets.writing import (
    compose_row,
    number_text,
    shown_emails,
    shown_numbers,
)
from pressdesk.exchange.report import Problem
from pressdesk.model import PhoneKind
from pressdesk.model.phone_kinds import NAMES

HEADER: tuple[str, ...] = (
    "Email Address",
    "First Name",
    "Last Name",
    "Address",
    "Phone Number",
    "Tags",
)
REPEATED: tuple[str, ...] = ()
PHONE_COLUMNS = frozenset({"Phone Number"})
IS_PER_EMAIL = True

# Of a text field, in UTF-8; and the longest tag, in characters.
_MOST_BYTES = 255
_MOST_OF_TAG = 100
_EXPORTS_OWN = {"member_rating", "optin_time", "last_changed", "leid", "euid"}
# Columns that only people have who are not to get mail, and the names of their files.
_GONE_COLUMNS = {"unsub_time": "has unsubscribed", "clean_time": "was cleaned: mail bounced"}
_GONE_FILES = re.compile(r"(unsubscribed|nonsubscribed|cleaned)(?![a-z])", re.IGNORECASE)
_GONE_STATUSES = {"unsubscribed", "nonsubscribed", "non-subscribed", "cleaned"}
# Merge fields that an audience may have: only names that leave no doubt.
_MERGE_FIELDS = {
    "office": ("office", "company", "organization"),
    "title": ("job title", "title", "position"),
    "note": ("notes",),
}


def dump_row(line: Line, email: str | None) -> list[str]:
    """Give the cells of HEADER; email: the address of the row, None for the first one.

    Raises InvalidValueError for an address whose local part is not ASCII: Mailchimp refuses it.
    """
    if email is None:
        email = next(iter(find_emails(line)), "")
    elif not _is_taken(email):
        raise InvalidValueError(
            "e-mail",
            email,
            "has letters before the @ that Mailchimp refuses",
            "give another address",
        )
    parts = name_parts(line.contact)
    numbers = shown_numbers(line, PhoneKind.OFFICE)
    tags = [topic for topic in line.contact.topics if _is_tag(topic)]
    cells = {
        "Email Address": email,
        "First Name": _cut(parts.given),
        "Last Name": _cut(parts.family),
        "Phone Number": number_text(numbers[0]) if numbers else "",
        "Tags": ",".join(tags),
    }
    return compose_row(HEADER, cells)


def read_row(cells: Mapping[str, str], file_name: str = "") -> ReadRow:
    """Read a row of an audience import or export; its people must be mailable.

    file_name: Mailchimp says in it who is not ("unsubscribed_…", "cleaned_…").
    """
    row = fold_cells(cells)
    if problem := _find_problem(row, file_name):
        return ReadRow({}, problem=problem)
    found = Findings()
    found.put_name(
        NameParts(
            given=first_of(row, "first name", "fname"), family=first_of(row, "last name", "lname")
        )
    )
    found.add("email", first_of(row, "email address", "email"))
    for kind, called in NAMES.items():
        if number := first_of(row, *map(fold_header, called.mailchimp)):
            found.add_phone(kind, number)
    for column, names in _MERGE_FIELDS.items():
        found.put(column, first_of(row, *names))
    for tag in _split_tags(row.text("tags")):
        found.add("topics", tag)
    for language in split_languages(first_of(row, "language", "languages")):
        found.add("languages", language)
    return found.as_row(row)


def find_emails(line: Line) -> list[str]:
    """Give the addresses that may be shown and whose local part is ASCII."""
    return [email for email in shown_emails(line) if _is_taken(email)]


def lost(line: Line) -> list[Lost]:
    """Name the values that Mailchimp has no place for, in all rows of a line together."""
    emails: list[str | None] = [*find_emails(line)] or [None]
    rows = (dict(zip(HEADER, dump_row(line, email), strict=True)) for email in emails)
    return find_lost(line, [read_row(row).texts for row in rows])


def is_header(names: frozenset[str]) -> bool:
    """Ask whether folded headers are Mailchimp's: an export's own columns, or the whole import."""
    is_export = not names.isdisjoint({"email address", "email"}) and len(names & _EXPORTS_OWN) > 1
    return is_export or names >= frozenset(map(fold_header, HEADER))


def _is_taken(email: str) -> bool:
    return email.rpartition("@")[0].isascii()


def _is_tag(topic: str) -> bool:
    """Ask whether a topic is one tag: the comma parts tags, and Mailchimp knows no quoting here."""
    return len(topic) <= _MOST_OF_TAG and not set(topic) & {",", '"'}


def _cut(text: str) -> str:
    """Cut a text to what Mailchimp keeps, never within a character."""
    return text.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip()


def _split_tags(cell: str) -> list[str]:
    r"""Split `"food","winter aid"` of the export, and `food, winter aid` of the import."""
    try:
        tags = next(csv.reader([cell], skipinitialspace=True), [])
    except csv.Error:  # too long: the next step refuses it by name
        return [cell]
    return [tag.strip() for tag in tags]


def _find_problem(row: Cells, file_name: str) -> Problem | None:
    """Say why somebody is not to get mail, or None."""
    reason = next((why for column, why in _GONE_COLUMNS.items() if column in row), None)
    status = first_of(row, "status", "member_status", "email marketing status").casefold()
    if status in _GONE_STATUSES:
        reason = f"is {status} in Mailchimp"
    name = re.split(r"[/\\]", file_name)[-1]
    if match := _GONE_FILES.match(name):
        reason = f"stands in Mailchimp's file of {match[1].casefold()} people"
    if reason is None:
        return None
    who = first_of(row, "email address", "email") or "the contact"
    return Problem("email", f"{who} {reason}, and is not imported")
