"""Whose an address or a number is today, or was: asked once for each value of many releases."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pressdesk.checking.finding import Status
from pressdesk.directory.duty.choice import find_successor
from pressdesk.directory.history.former import FormerValue
from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import numbers_on_switchboards
from pressdesk.model import Contact
from pressdesk.releases.mentions.correcting import Value
from pressdesk.releases.mentions.finding import Mention
from pressdesk.values.phone_number import Number

# Values of releases whose owners are kept: more than a press office has.
_MOST_KEPT = 10_000
_BEST_FIRST = (Status.CURRENT, Status.LEFT, Status.INTERNAL)


class Ownership(NamedTuple):
    """Whose a value is, or was.

    value: the one of those asked about that it is. owner: a contact's key or an office's code. new:
    what follows a value that was given up; follower: the name of who follows somebody who has left.
    """

    status: Status
    value: Value
    owner: str
    new: Value | None = None
    follower: str | None = None


class Owners:
    """The owners of values on one day."""

    def __init__(self, directory: Directory, day: date) -> None:
        self._directory = directory
        self._day = day
        self._rosters = directory.rosters()
        self._offices = {office.code: office for office in directory.offices()}
        self._boards = {
            office.switchboard.e164: office.code
            for office in self._offices.values()
            if office.switchboard
        }
        self.regions = tuple(dict.fromkeys(office.country for office in self._offices.values()))
        self._of_email: Callable[[str], Ownership | None] = lru_cache(_MOST_KEPT)(self._email)
        self._of_number: Callable[[tuple[Number, ...]], Ownership | None] = lru_cache(_MOST_KEPT)(
            self._number
        )

    def find(self, mention: Mention) -> Ownership | None:
        """Find whose a mentioned value is or was; None for a value of nobody here."""
        if mention.email is not None:
            return self._of_email(mention.email)
        return self._of_number(tuple(mention.identities()))

    def has_value(self, contact: Contact, mention: Mention) -> bool:
        """Whether a mentioned value is the contact's."""
        if mention.email is not None:
            return mention.email in {email.address.folded for email in contact.emails}
        own = {number for number, _ in self._values(contact)}
        if mention.extension is None:
            return not {number for number, _ in own}.isdisjoint(mention.numbers)
        return not own.isdisjoint(mention.identities())

    def is_on_switchboard(self, mention: Mention) -> bool:
        """Whether a mentioned number is an office's switchboard, with whatever extension."""
        return not self._boards.keys().isdisjoint(mention.numbers)

    def _email(self, folded: str) -> Ownership | None:
        holders = self._directory.find_holders(emails=[folded])
        found = [
            self._ownership(folded, contact, is_public=email.public)
            for contact in holders
            for email in contact.emails
            if email.address.folded == folded
        ]
        return _best(found) or self._former(self._directory.former_values(emails=[folded]))

    def _number(self, asked: tuple[Number, ...]) -> Ownership | None:
        lines = [number for number, extension in asked if extension is None]
        found = [
            self._ownership(value, contact, is_public=is_public)
            for contact in self._directory.find_holders(numbers=asked, lines=lines)
            for value, is_public in self._values(contact)
            if value in asked or value[0] in lines
        ]
        found += [
            Ownership(Status.CURRENT, (line, None), self._boards[line])
            for line in lines
            if line in self._boards
        ]
        if len({one.value[0] for one in found}) > 1:
            return None  # without its country's code it may be either
        return _best(found) or self._former(self._directory.former_values(numbers=asked))

    def _values(self, contact: Contact) -> Iterable[tuple[Number, bool]]:
        yield from ((phone.number.identity, phone.public) for phone in contact.phones)
        yield from ((number, True) for _, number in self._on_boards(contact))

    def _on_boards(self, contact: Contact) -> Iterable[tuple[object, Number]]:
        return numbers_on_switchboards(contact.postings, self._offices)

    def _ownership(self, value: Value, contact: Contact, *, is_public: bool) -> Ownership:
        if not is_public or contact.unlisted:
            return Ownership(Status.INTERNAL, value, contact.key)
        if contact.has_left(self._day):
            return self._of_who_left(value, contact)
        return Ownership(Status.CURRENT, value, contact.key)

    def _of_who_left(self, value: Value, contact: Contact) -> Ownership:
        follower = find_successor(contact, self._day, self._rosters)
        name = follower.name if follower else None
        return Ownership(Status.LEFT, value, contact.key, follower=name)

    def _former(self, values: Sequence[FormerValue]) -> Ownership | None:
        """Return what became of the value that was given up last."""
        if len({former.value for former in values}) > 1:
            return None
        former = max(values, key=lambda one: one.until, default=None)
        if former is None:
            return None
        value: Value = former.value if former.kind == "email" else (former.value, former.extension)
        if not former.public:
            return Ownership(Status.INTERNAL, value, former.key)
        if former.subject == "contact" and former.exists:
            contact = self._directory.contact_by_key(former.key)
            if contact.has_left(self._day):
                return self._of_who_left(value, contact)
        new: Value | None = former.follower
        if former.follower and former.kind == "email":
            new = former.follower[0]
        elif former.follower:
            follows = self._of_number((former.follower,))
            if follows and follows.status is Status.LEFT:  # an extension on a new switchboard
                return follows._replace(value=value)
        return Ownership(Status.CHANGED, value, former.key, new)


def _best(found: Sequence[Ownership]) -> Ownership | None:
    """Return the best of those whose a value is: a number may be shared, or have a new owner."""
    return min(found, key=lambda one: _BEST_FIRST.index(one.status), default=None)
