"""Rows of one import that take each other back: refused, or the last would win in silence.

A second import of the same file would change such values to and fro.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.flat_record import flatten_contact
from pressdesk.exchange.report import Change
from pressdesk.model import Contact, PhoneKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.text.visible import quoted


class Said(NamedTuple):
    """What an earlier row said: its file and line, its cells, and of which posting (by place)."""

    place: str
    texts: Mapping[str, str]
    posting: int = 0


def own_texts(contact: Contact) -> dict[str, str]:
    """Give what holds for a contact at every office, each number with its own extension.

    Without the internal values: rows add to them, and none replaces another's.
    """
    numbers = [
        str(phone.number)
        for phone in contact.phones
        if phone.public and phone.kind is PhoneKind.OFFICE
    ]
    texts = {**flatten_contact(contact, None), "phone": BETWEEN_VALUES.join(numbers)}
    return {column: text for column, text in texts.items() if column not in {"ext", "internal"}}


def refuse_contradiction(what: str, said: Sequence[Said], changes: Sequence[Change]) -> None:
    """Refuse changes of what one of the earlier rows said; raise InvalidValueError.

    what: what the rows speak of ("contact").
    """
    for change in changes:
        for one in said:
            if change.field in one.texts:
                old = quoted(change.old) if change.old else "nothing"
                raise InvalidValueError(
                    change.field,
                    change.new or "",
                    f"{one.place} says {old} of the same {what}",
                    "keep one of the two",
                )
