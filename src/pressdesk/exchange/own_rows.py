"""Rows of pressdesk's own CSV, which `import` reads: one for each posting of each contact.

Without internal values a row holds nothing that must not leave the office: neither the columns that
are always internal, nor internal addresses and numbers in others.
"""

from collections.abc import Iterable, Sequence

from pressdesk.exchange.columns import CONTACT_COLUMNS, CONTACTS, OFFICE_COLUMNS
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.exchange.lines import Line
from pressdesk.model import Office

_INTERNAL_COLUMNS = {column for column, field in CONTACTS.fields.items() if field.is_internal} | {
    "unlisted"  # no row has it without internal values
}


def contact_columns(
    languages: Iterable[str], *, internal: bool, has_posting_titles: bool = False
) -> tuple[str, ...]:
    """Return the columns of contacts, with a title in each of these languages (BCP 47).

    has_posting_titles: whether some posting has a title for its office alone.
    """
    # Numbers are written with their "+": a row needs no country of its own.
    left_out = {"country"} | (set() if internal else _INTERNAL_COLUMNS)
    left_out |= set() if has_posting_titles else {"posting_title"}
    columns = [column for column in CONTACT_COLUMNS if column not in left_out]
    return (*columns, *(f"title_{language}" for language in sorted(languages)))


def contact_row(line: Line, columns: Sequence[str]) -> list[str]:
    """Return the cells of a contact at one posting."""
    texts = flatten_contact(line.contact, line.posting, line.office, internal=line.internal)
    return [texts.get(column, "") for column in columns]


def office_columns(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of offices, with a name in each of these languages."""
    return (*OFFICE_COLUMNS, *(f"name_{language}" for language in sorted(languages)))


def office_row(office: Office, columns: Sequence[str]) -> list[str]:
    """Return the cells of an office."""
    texts = flatten_office(office)
    return [texts.get(column, "") for column in columns]
