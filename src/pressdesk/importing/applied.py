"""What a row makes of a contact, beside what it was and what earlier rows said of it."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.exchange.flat_record import flatten_contact, flatten_posting
from pressdesk.exchange.report import Change, find_changes
from pressdesk.importing.contradiction import Said, own_texts, refuse_contradiction
from pressdesk.model import Contact, Posting


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
        return [] if is_new else [one for one in said if one.posting == self.seat]


def refuse_contradictions(applied: Applied, said: Sequence[Said]) -> None:
    """Refuse a row that takes an earlier one back."""
    before, after, _, stored = applied
    if said:
        refuse_contradiction("contact", said, find_changes(own_texts(before), own_texts(after)))
    if stored and (said_here := applied.said_here(said)):
        changes = find_changes(flatten_posting(stored), flatten_posting(applied.posting or stored))
        # An extension that a row gives to a number leaves that on the switchboard open.
        refuse_contradiction("posting", said_here, [one for one in changes if one.old])


def find_contact_changes(before: Contact, applied: Applied) -> tuple[Change, ...]:
    """Return what a row changes of a stored contact."""
    return find_changes(
        flatten_contact(before, applied.stored), flatten_contact(applied.after, applied.posting)
    )
