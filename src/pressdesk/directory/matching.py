"""Which stored contact a new one is."""

from collections.abc import Sequence
from typing import NamedTuple

from pressdesk.directory.lookups import Lookups
from pressdesk.model import Contact
from pressdesk.values.names import fold_name


class Match(NamedTuple):
    """The stored contact, if there is one, and what the user should hear about others.

    namesakes: those at the office, when the name alone cannot tell which of them is meant.
    """

    contact: Contact | None
    warnings: list[str]
    namesakes: tuple[Contact, ...] = ()


def find_match(
    lookups: Lookups,
    *,
    key: str | None,
    name: str,
    emails: Sequence[str],
    office: str | None,
) -> Match:
    """Find the same contact: equal key; else e-mail and name; else name at the same office.

    emails: folded addresses. office: a code. An empty name is found by its e-mail when one contact
    alone has it. Equal e-mail and another name is another contact, with a warning.
    """
    if key and (found := lookups.contact_id(key)):
        return Match(lookups.contacts([found])[0], [])
    words = fold_name(name)
    warnings = []
    for email in emails:
        holders = lookups.holders_of_email(email)
        same = [row_id for row_id, holder in holders if not words or fold_name(holder) == words]
        if len(same) == 1:
            return Match(lookups.contacts(same)[0], [])
        warnings += [
            f"{email} is also an address of {holder}: kept as two contacts"
            for _, holder in holders
            if words
        ]
    # Somebody with a key of their own is not the namesake at the same office.
    by_name = office and words and not key
    named = lookups.contacts(lookups.ids_by_name(words, office or "")) if by_name else []
    if len(named) > 1:
        return Match(None, warnings, tuple(named))
    return Match(named[0], []) if named else Match(None, warnings)
