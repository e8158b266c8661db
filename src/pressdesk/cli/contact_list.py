"""`pressdesk contact list`: contacts as lines, tables and data."""

import typer

from pressdesk.cli import output
from pressdesk.cli.opening import reading
from pressdesk.cli.options import ListFormat, Office as OfficeOption
from pressdesk.exchange.json_format import contact_data
from pressdesk.model import Contact, Office, Posting
from pressdesk.settings import Settings

COLUMNS = ("key", "name", "title", "office", "email", "phone", "ext")


def list_contacts(
    context: typer.Context, office: OfficeOption = None, output_format: ListFormat = None
) -> None:
    """List the contacts by name, one line for each posting.

    \b
      pressdesk contact list --office washington
      pressdesk contact list | cut -f2,5
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        where = directory.get_office(office) if office else None
        contacts = directory.contacts(where)
        offices = {one.code: one for one in directory.offices()}
    if output_format == "json":
        output.write_json([contact_data(contact) for contact in contacts])
        return
    rows = (row for contact in contacts for row in _rows(contact, offices, where))
    if output_format == "table" or (output_format is None and output.is_terminal()):
        output.write_table(COLUMNS, rows)
    else:
        output.write_rows(rows)


def _rows(
    contact: Contact, offices: dict[str, Office], only: Office | None
) -> list[tuple[str, ...]]:
    """Give one line for each posting; of several values the first public one."""
    postings = [one for one in contact.postings if only is None or one.office == only.code]
    return [_row(contact, posting, offices) for posting in postings] or [
        _row(contact, None, offices)
    ]


def _row(contact: Contact, posting: Posting | None, offices: dict[str, Office]) -> tuple[str, ...]:
    office = offices[posting.office] if posting else None
    email = next((str(one.address) for one in contact.emails if one.public), "")
    number = next((one.number for one in contact.phones if one.public), None)
    phone, extension = (number.display, number.extension or "") if number else ("", "")
    if office and office.switchboard and posting and posting.extension:
        phone, extension = office.switchboard.display, posting.extension
    title = (posting.title if posting else None) or contact.title or ""
    return (
        contact.key,
        contact.name,
        title,
        office.name if office else "",
        email,
        phone,
        extension,
    )
