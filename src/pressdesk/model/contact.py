"""A contact, the ways to reach it, and the offices for which it answers."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from pressdesk.model.office import DEFAULT_LANGUAGE, Office, is_same_language, nearest_text
from pressdesk.model.phone_kinds import PhoneKind
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber


class ContactKind(StrEnum):
    """A person, or a desk: a shared mailbox or a unit, whose name is printed as it is."""

    PERSON = "person"
    DESK = "desk"


SourceKind = Literal["typed", "import", "harvest", "shared"]


class Source(NamedTuple):
    """Where an address or a number comes from; None in its place is not known.

    kind: typed by somebody here, read from a file by import, out of a release by harvest, or taken
    from another office's copy. file, line: as the file was named, from 1. day: of the release, if
    it says.
    """

    kind: SourceKind
    file: str | None = None
    line: int | None = None
    day: date | None = None

    def __str__(self) -> str:
        """Return what is shown of it: "from release a.txt:12, 2019-03-12", or "typed"."""
        if self.file is None:
            return str(self.kind)
        line = f":{self.line}" if self.line else ""
        day = f", {self.day}" if self.day else ""
        return f"from {'release ' if self.kind == 'harvest' else ''}{self.file}{line}{day}"


TYPED = Source("typed")


class Email(NamedTuple):
    """An address of a contact, and who may see it."""

    address: EmailAddress
    public: bool = True
    verified_on: date | None = None
    source: Source | None = None


class Phone(NamedTuple):
    """A number of a contact, and who may see it."""

    number: PhoneNumber
    kind: PhoneKind = PhoneKind.OFFICE
    public: bool = True
    verified_on: date | None = None
    source: Source | None = None


class Posting(NamedTuple):
    """That a contact answers for an office.

    office: the office's code.
    rank: the order in the block, ascending; None comes last.
    title: a title for this office alone, instead of the contact's.
    extension: digits on this office's switchboard; the number is never copied.
    starts_on, ends_on: first and last day, both included; None is open.
    """

    office: str
    rank: int | None = None
    title: str | None = None
    extension: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    def is_active(self, day: date) -> bool:
        """Whether the posting holds on a day."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )

    def overlaps(self, other: "Posting") -> bool:
        """Whether there is a day on which both postings hold."""
        starts = max(self.starts_on or date.min, other.starts_on or date.min)
        return starts <= min(self.ends_on or date.max, other.ends_on or date.max)


class Contact(NamedTuple):
    """A person or a desk that speaks to the press.

    titles: the title in other languages (BCP 47 tag to text).
    languages: BCP 47 tags of what the contact speaks, best first.
    note: always internal. unlisted: never in a block or an export unless internals are asked for.
    left_on: the first day on which the contact is gone. successor: a contact's key.
    former_keys: those of contacts that were merged into this one, which is found by them, too.
    version: raised by one by every change; 0 is not stored yet.
    """

    key: str
    name: str
    kind: ContactKind = ContactKind.PERSON
    given_name: str | None = None
    family_name: str | None = None
    title: str | None = None
    titles: Mapping[str, str] = {}
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    postings: tuple[Posting, ...] = ()
    note: str | None = None
    unlisted: bool = False
    left_on: date | None = None
    successor: str | None = None
    version: int = 0
    former_keys: tuple[str, ...] = ()

    @property
    def sort_text(self) -> str:
        """The name as a list sorts it: a person's family name first."""
        if self.kind is ContactKind.DESK:
            return self.name
        family = self.family_name or self.name.split()[-1]
        # The family name stands first in China, Hungary, Korea.
        rest = f"{self.name} ".removeprefix(f"{family} ").removesuffix(f"{family} ")
        return f"{family} {self.given_name or rest}".strip()

    def has_left(self, day: date) -> bool:
        """Whether the contact is gone on a day."""
        return self.left_on is not None and self.left_on <= day

    def title_in(self, language: str | None) -> str | None:
        """Return the title in a language (the nearest tag), else the plain title."""
        return nearest_text(self.titles, language) or self.title


class Duty(NamedTuple):
    """A contact who answers for an office, and the posting that says so.

    office, posting: None for a contact who has no posting on that day.
    """

    contact: Contact
    office: Office | None = None
    posting: Posting | None = None

    @property
    def plain_language(self) -> str:
        """The language of the plain title, and of a contact who names none."""
        return self.office.plain_language if self.office else DEFAULT_LANGUAGE

    def speaks(self, language: str) -> bool:
        """Whether the contact speaks a language, in whatever region.

        Where no languages are recorded, that of the office is taken for granted.
        """
        spoken = self.contact.languages or (self.plain_language,)
        return any(is_same_language(tag, language) for tag in spoken)


def has_way(contact: Contact, *, internal: bool = False) -> bool:
    """Whether a contact can be reached at all; internal: by internal numbers too.

    An extension of a posting is a way, and public: the directory keeps it only where the office
    has a switchboard.
    """
    extensions = any(posting.extension for posting in contact.postings)
    return extensions or has_own_way(contact, internal=internal)


def has_own_way(contact: Contact, *, internal: bool = False) -> bool:
    """Whether a contact has an address or a number that no posting brings."""
    for email in contact.emails:
        if email.public or internal:
            return True
    return any(phone.public or internal for phone in contact.phones)
