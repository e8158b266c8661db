"""Contacts that one text tells more than once: above and below, in the footer of each page."""

from collections.abc import Hashable, Sequence
from functools import reduce

from pressdesk.reading.found import FoundContact, FoundPhone
from pressdesk.text.folding import fold


def key_of(contact: FoundContact) -> Hashable:
    """Give what two mentions of one contact share: the whole name, else all of the values."""
    name = fold(contact.name or "")
    return name if len(name.split()) > 1 else (name, contact.emails, _numbers(contact))


def merge_mentions(mentions: Sequence[FoundContact]) -> FoundContact:
    """Give one contact of several mentions: at the first one's place, with what each says."""
    return reduce(_merged, mentions)


def _merged(first: FoundContact, other: FoundContact) -> FoundContact:
    phones: dict[Hashable, FoundPhone] = {}
    for phone in (*first.phones, *other.phones):
        phones.setdefault((phone.number or phone.text, phone.extension), phone)
    emails = {fold(one): one for one in (*other.emails, *first.emails)}
    return first._replace(
        title=first.title or other.title,
        office=first.office or other.office,
        organization=first.organization or other.organization,
        emails=tuple(dict.fromkeys(emails[fold(one)] for one in (*first.emails, *other.emails))),
        phones=tuple(phones.values()),
        confidence=max(first.confidence, other.confidence),
        problems=tuple(dict.fromkeys((*first.problems, *other.problems))),
    )


def _numbers(contact: FoundContact) -> tuple[tuple[str, str | None], ...]:
    return tuple((phone.number or phone.text, phone.extension) for phone in contact.phones)
