"""Where in a release somebody, an office, an address or a number stands."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pressdesk.directory.who.identity import numbers_on_switchboards
from pressdesk.model import Contact, Office
from pressdesk.releases.mentions.finding import Mention, find_mentions
from pressdesk.releases.mentions.passage import Passage
from pressdesk.releases.release import Release
from pressdesk.text.folding import fold_words
from pressdesk.values.names import fold_name
from pressdesk.values.phone_kind import region_of
from pressdesk.values.phone_number import Number, PhoneNumber


class Sought(NamedTuple):
    """What is looked for.

    names: folded words. emails: folded. numbers: E.164, and the extension that must stand behind;
    None for any or none.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()

    @classmethod
    def contact(cls, contact: Contact, offices: Mapping[str, Office]) -> "Sought":
        """Look for a contact by name, and by all that is the contact's; offices: by code."""
        numbers = [phone.number.identity for phone in contact.phones]
        numbers += [number for _, number in numbers_on_switchboards(contact.postings, offices)]
        emails = tuple(email.address.folded for email in contact.emails)
        return cls((fold_name(contact.name),), emails, tuple(dict.fromkeys(numbers)))

    @classmethod
    def office(cls, office: Office) -> "Sought":
        """Look for an office by its names, and by its switchboard with whatever extension."""
        names = {fold_words(name) for name in (office.name, *office.names.values())}
        board = office.switchboard
        return cls(tuple(sorted(names)), (), ((board.e164, None),) if board else ())

    @classmethod
    def number(cls, number: PhoneNumber) -> "Sought":
        """Look for a number, with its extension where it has one."""
        return cls(numbers=(number.identity,))


class Place(NamedTuple):
    """A line of a release, from 1, and its text."""

    line: int
    text: str


def find_places(release: Release, sought: Sought) -> list[Place]:
    """Find the lines in which something of it stands, targets of links included."""
    regions = tuple(filter(None, (region_of(number) for number, _ in sought.numbers)))
    found: dict[int, Place] = {}
    for passage in release.passages():
        places = list(_named(passage, sought))
        places += [
            mention.start
            for mention in find_mentions(passage, regions, release.language)
            if _is_sought(mention, sought)
        ]
        for place in places:
            line = passage.line_at(place)
            found.setdefault(line, Place(line, passage.line_around(place)))
    return [found[line] for line in sorted(found)]


def _named(passage: Passage, sought: Sought) -> Iterator[int]:
    """Yield where the lines of a passage begin in which a name stands."""
    if not sought.names:
        return
    place = 0
    for part in passage.text.splitlines(keepends=True):
        words = f" {fold_words(part)} "
        if any(f" {name} " in words for name in sought.names):
            yield place + len(part) - len(part.lstrip())
        place += len(part)


def _is_sought(mention: Mention, sought: Sought) -> bool:
    if mention.email is not None:
        return mention.email in sought.emails
    return any(
        number in mention.numbers and extension in {None, mention.extension}
        for number, extension in sought.numbers
    )
