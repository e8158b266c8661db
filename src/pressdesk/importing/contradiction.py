"""What a row makes of a contact, and rows that take each other back.

These are refused: else the last would win in silence, and a second import of the same file would
change such values to and fro.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.flat_record import flatten_contact, flatten_posting
from pressdesk.exchange.report import Change, find_changes
from pressdesk.importing.rows import Row
from pressdesk.model import Contact, PhoneKind, Posting
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.text.visible import quoted


class Said(NamedTuple):
    """What an earlier row said: its file and line, its cells, and of which posting (by place)."""

    place: str
    texts: Mapping[str, str]
    posting: int = 0


def own_texts(contact: Contact) -> dict[str, str]:
    """Return what holds for a contact at every office, each number with its own extension.

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
        for row in said:
            if change.field in row.texts:
                old = quoted(change.old) if change.old else "nothing"
                raise InvalidValueError(
                    change.field,
                    change.new or "",
                    f"{row.place} says {old} of the same {what}",
                    "keep one of the two",
                )


class Applied(NamedTuple):
    """What a row makes of a contact.

    before: as it was stored, without the numbers that are its posting's now. seat: the place of the
    posting among the contact's. stored: that posting as it was, None for a new one.
    """

    before: Contact
    after: Contact
    seat: int
    stored: Posting | None = None

    @property
    def posting(self) -> Posting | None:
        """The posting as it is now; None for a row without an office."""
        return self.after.postings[self.seat] if self.seat < len(self.after.postings) else None

    def said_here(self, said: Sequence[Said]) -> list[Said]:
        """Return what of the earlier rows speaks of the same posting."""
        is_new = self.stored is None and self.posting is not None
        return [] if is_new else [row for row in said if row.posting == self.seat]


class EarlierRows:
    """The rows that spoke of each contact, by its key, each with the place of the posting."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[tuple[Row, int], ...]] = {}  # kept small: there are many

    def of(self, key: str) -> tuple[tuple[Row, int], ...]:
        """Return the rows that spoke of a contact."""
        return self._rows.get(key, ())

    def said_of(self, key: str) -> list[Said]:
        """Return what they said."""
        return [
            Said(f"{sheet.name}:{record.line}", record.texts, seat)
            for (_, sheet, record), seat in self.of(key)
        ]

    def remember(self, key: str, row: Row, applied: Applied) -> None:
        """Remember a row, and of which posting it spoke."""
        earlier = self.of(key)
        if not applied.stored:  # a new posting moves those behind it
            earlier = tuple((other, seat + (seat >= applied.seat)) for other, seat in earlier)
        self._rows[key] = (*earlier, (row, applied.seat))


def refuse_contradictions(applied: Applied, said: Sequence[Said]) -> None:
    """Refuse a row that takes an earlier one back."""
    before, after, _, stored = applied
    if said:
        refuse_contradiction("contact", said, find_changes(own_texts(before), own_texts(after)))
    if stored and (said_here := applied.said_here(said)):
        changes = find_changes(flatten_posting(stored), flatten_posting(applied.posting or stored))
        # An extension that a row gives to a number leaves that on the switchboard open.
        refuse_contradiction("posting", said_here, [change for change in changes if change.old])


def find_contact_changes(before: Contact, applied: Applied) -> tuple[Change, ...]:
    """Return what a row changes of a stored contact."""
    return find_changes(
        flatten_contact(before, applied.stored), flatten_contact(applied.after, applied.posting)
    )
