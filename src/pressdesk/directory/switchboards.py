"""Who follows when an office gets or changes its switchboard, and who cannot."""

from collections.abc import Callable
from typing import NamedTuple

from pressdesk.directory.rules import check_contact
from pressdesk.directory.tables.rows import load_contacts
from pressdesk.directory.who.lookups import Lookups
from pressdesk.drafts.switchboard import move_to_switchboard
from pressdesk.errors import ExtensionTakenError, InvalidValueError, PressdeskError, Scope
from pressdesk.model import Contact, Office

_HAVE_NUMBERS = """SELECT c.id FROM contact AS c WHERE c.id IN (
    SELECT p.contact_id FROM posting AS p JOIN office AS o ON o.id = p.office_id
    JOIN phone AS f ON f.contact_id = p.contact_id
    WHERE o.code = ? AND f.number IN (?, ?) AND f.extension IS NOT NULL)
ORDER BY c.sort_text, c.key"""


class Following(NamedTuple):
    """What became of the numbers on a switchboard that its office got.

    office: its code. names: of those whose numbers are extensions of it now. left: those who keep a
    number, as sentences with the reason.
    """

    office: str
    names: tuple[str, ...]
    left: tuple[str, ...]

    def __str__(self) -> str:
        """Say who follows: "3 contacts now follow the switchboard: Ann Lee, Tom Kay, Zoë Lind"."""
        verb = "contact now follows" if len(self.names) == 1 else "contacts now follow"
        return f"{len(self.names)} {verb} the switchboard: {', '.join(self.names)}"


def follow_switchboard(
    lookups: Lookups, before: Office, after: Office, change: Callable[[Contact, Contact], object]
) -> Following:
    """Make an extension of every own number on the office's new or old switchboard.

    Whoever breaks a rule by it is left as it was. change: stores a changed contact.
    """
    lookups.writer.flush_tables()
    connection = lookups.writer.connection
    boards = [one.e164 for one in (after.switchboard, before.switchboard) if one]
    ids = connection.execute(_HAVE_NUMBERS, (after.code, boards[0], boards[-1])).fetchall()
    names: list[str] = []
    left: list[str] = []
    for contact in load_contacts(connection, [row_id for (row_id,) in ids]):
        moved, kept = move_to_switchboard(contact, after, boards)
        left += [f"{contact.name} keeps {phone.number}: {why}" for phone, why in kept.items()]
        if moved is contact:
            continue
        # The number gives way: that it rang on the switchboard allows nothing.
        without = contact._replace(phones=moved.phones)
        try:
            check_contact(lookups, without, moved, shared_extension=False, keeps_numbers=True)
        except PressdeskError as error:
            if error.scope > Scope.ROW:
                raise
            number = next(one.number for one in contact.phones if one not in moved.phones)
            left.append(f"{contact.name} keeps {number}: {_why(error)}")
        else:
            change(contact, moved)
            names.append(contact.name)
    return Following(after.code, tuple(names), tuple(left))


def _why(error: PressdeskError) -> str:
    if isinstance(error, ExtensionTakenError):
        return f"{error.holder} has this extension"
    if isinstance(error, InvalidValueError):
        return f"ext {error.text} {error.reason}"
    return str(error)
