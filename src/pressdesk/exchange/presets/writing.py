"""What the presets share when they write: the values of a line that may be shown."""

from collections.abc import Mapping, Sequence

from pressdesk.exchange.lines import FIELDS, Line
from pressdesk.model import PhoneKind
from pressdesk.values.phone_number import PhoneNumber


def compose_row(header: Sequence[str], cells: Mapping[str, str]) -> list[str]:
    """Give the cells in the order of a header; those that are missing are empty."""
    return [cells.get(name, "") for name in header]


def shown_emails(line: Line) -> list[str]:
    """Give the addresses that may be shown."""
    return [str(one.address) for one in line.contact.emails if one.public or line.internal]


def shown_numbers(line: Line, kind: PhoneKind) -> list[PhoneNumber]:
    """Give the numbers of a kind that may be shown, each once.

    Those of the office begin with the switchboard's and the extension there: that is the number
    under which an address book finds the contact.
    """
    numbers = [
        phone.number
        for phone in line.contact.phones
        if phone.kind is kind and (phone.public or line.internal)
    ]
    switchboard = line.office.switchboard if line.office else None
    if kind is PhoneKind.OFFICE and switchboard and line.posting and line.posting.extension:
        numbers.insert(0, switchboard.with_extension(line.posting.extension))
    return list(dict.fromkeys(numbers))


def number_text(number: PhoneNumber) -> str:
    """Give a number as an address book keeps it: "+1 202 862 1826 ext 230".

    Address books keep what was typed. " ext " is what phonenumbers, and so Android, reads; " x230"
    would be read back with nine digits at most, and ",230" (a pause) with six.
    """
    text = number.display or number.e164
    return f"{text} ext {number.extension}" if number.extension else text


def shown_title(line: Line) -> str:
    """Give the title at the posting."""
    return FIELDS["title"](line)


def shown_note(line: Line) -> str:
    """Give the note where internal values may be shown."""
    return (line.contact.note or "") if line.internal else ""
