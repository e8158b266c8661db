"""What the presets share when they write: the values of a line that may be shown."""

from collections.abc import Sequence
from typing import Any

from pressdesk.exchange.lines import Line
from pressdesk.exchange.names import name_parts
from pressdesk.model import PhoneKind
from pressdesk.model.phone_kinds import COLUMNS, NAMES
from pressdesk.values.phone_number import PhoneNumber

# The fields that may have several values: each column takes the next.
LISTS = frozenset({
    "email", "email_name", "topics", "languages", "phone_label", "phone_group", *COLUMNS,
})  # fmt: skip


def line_values(line: Line, emails: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Return the values of each field that a preset may write, texts or numbers.

    emails: the addresses of the row. email_name: the name that stands beside each of them.
    """
    contact, office, parts = line.contact, line.office, name_parts(line.contact)
    return {
        "given_name": (parts.given,),
        "middle_name": (parts.middle,),
        "family_name": (parts.family,),
        "suffix": (parts.suffix,),
        # The order of a name whose family name stands first.
        "file_as": ("" if str(parts) == contact.name else contact.name,),
        "organization": ((office.organization or "") if office else "",),
        "office": (office.name if office else "",),
        "title": (line.title,),
        "note": ((contact.note or "") if line.internal else "",),
        "topics": contact.topics,
        "languages": contact.languages,
        "email": emails,
        "email_name": [contact.name] * len(emails),
        **{names.column: shown_numbers(line, kind) for kind, names in NAMES.items()},
    }


def shown_numbers(line: Line, kind: PhoneKind) -> list[PhoneNumber]:
    """Return the numbers of a kind that may be shown, each once.

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
    """Return a number as an address book keeps it: "+1 202 862 1826 ext 230".

    Address books keep what was typed. " ext " is what phonenumbers, and so Android, reads; " x230"
    would be read back with nine digits at most, and ",230" (a pause) with six.
    """
    text = number.display or number.e164
    return f"{text} ext {number.extension}" if number.extension else text
