"""Which stored contact somebody is: the rules for rows, for releases and for blocks.

A row of a list may bring somebody new: it is held against the key, the addresses, and the names at
its office. A release names people anywhere: whoever has the name or the address may be meant. A
block prints what was right once: of those who have any of it, the one who has most is meant.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.directory.history.former import GivenUp
from pressdesk.model import Contact, Office, Posting
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number

if TYPE_CHECKING:
    from pressdesk.directory.store import Directory
    from pressdesk.directory.who.lookups import Lookups

_NAME, _EMAIL, _NUMBER, _OFFICE = 8, 4, 2, 1


class Particulars(NamedTuple):
    """What is said of somebody.

    name: as it is written, or empty. emails: folded. numbers: reads them, E.164 and extension; only
    who must know asks. key: as a file gives it. offices: codes.
    """

    name: str = ""
    emails: Sequence[str] = ()
    numbers: Callable[[], Collection[Number]] = frozenset
    key: str | None = None
    offices: Collection[str] = ()

    @property
    def words(self) -> str:
        """The name as names are compared."""
        return fold_name(self.name)


class Identity(NamedTuple):
    """The stored contact who is meant, and who else could be.

    contact: None for somebody new, and where it cannot be told. former: a former value, where the
    name is that of then. candidates: whom to choose from. namesakes: others by the same name at the
    office, who have other addresses and numbers. sharers: an address that others have too, and a
    name of theirs. is_doubtful: the key is the contact's, but neither the name nor any address or
    number is, or was.
    """

    contact: Contact | None = None
    former: GivenUp | None = None
    candidates: Sequence[Contact] = ()
    namesakes: Sequence[Contact] = ()
    sharers: Sequence[tuple[str, str]] = ()
    is_doubtful: bool = False

    def warnings(self, new: Contact) -> list[str]:
        """Say who is like the new contact that was stored, and was not taken for it."""
        shared = [f"{email} is also an address of {name}: kept as two contacts"
                  for email, name in self.sharers]  # fmt: skip
        if not self.namesakes:
            return shared
        keys = ", ".join(one.key for one in self.namesakes)
        other = (
            f"another {self.namesakes[0].name} is at the same office ({keys}), with another "
            f"address and another number: kept apart, as {new.key}"
        )
        return [*shared, other]


def identify_row(
    lookups: "Lookups",
    row: Particulars,
    *,
    named_keys: Collection[str] = (),
    same_name_is_same: bool = False,
) -> Identity:
    """Find whom a row means: equal key; else e-mail and name; else the name at the same office.

    A former address counts with the name of now or of then. An empty name is found by its e-mail
    when one contact alone has it. named_keys: keys that the same list gives to its rows; whoever
    has one of them is no other row's. same_name_is_same: do not take a namesake with other
    addresses and numbers for somebody else.
    """
    if row.key and (found := lookups.contact_id(row.key)):
        contact = lookups.contacts([found])[0]
        if not _is_doubtful(lookups, contact, row):
            return Identity(contact)
        given_up = lookups.given_up(emails=row.emails, numbers=list(row.numbers()))
        theirs = [one for one in given_up if one.former.is_of(contact)]
        former = next((one for one in theirs if fold_name(one.called) == row.words), None)
        return Identity(contact, former, is_doubtful=not theirs)
    sharers: list[tuple[str, str]] = []
    for email in row.emails:
        holders = lookups.holders_of_email(email)
        if row.key:
            holders = [one for one in holders if one[2] not in named_keys]
        same = [row_id for row_id, name, _ in holders
                if not row.words or fold_name(name) == row.words]  # fmt: skip
        if len(same) == 1:
            return Identity(lookups.contacts(same)[0])
        sharers += [(email, name) for _, name, _ in holders if row.words]
    given_up = lookups.given_up(emails=row.emails)
    if former := _only_former_holder(given_up, row, named_keys if row.key else ()):
        contact = lookups.contacts([lookups.contact_id(former.former.key) or 0])[0]
        is_old_name = row.words not in {"", fold_name(contact.name)}
        return Identity(contact, former if is_old_name else None)
    # Somebody with a key of their own is not the namesake at the same office.
    if row.key or not row.words:
        return Identity(sharers=sharers)
    ids = [one for office in row.offices for one in lookups.ids_by_name(row.words, office)]
    named = lookups.contacts(ids) if ids else []
    return _among_namesakes(lookups, row, named, same_name_is_same=same_name_is_same)._replace(
        sharers=sharers
    )


def identify_mentioned(directory: "Directory", said: Particulars) -> Identity:
    """Find whom a release means: the name decides, of namesakes the address, if one has it.

    Without a name the address decides. sharers are told where nobody has the name; where nobody has
    the address either, whoever had it by that name is meant.
    """
    holders = directory.find_holders(emails=said.emails, names=[said.words] if said.words else [])
    by_email = [one for one in holders if not _emails(one).isdisjoint(said.emails)]
    if said.words:
        named = [one for one in holders if fold_name(one.name) == said.words]
        same = [one for one in named if one in by_email] or named
    else:
        same = by_email
    if len(same) == 1:
        return Identity(same[0])
    if same or by_email:
        sharers = [] if same else list(_shared(by_email, said.emails))
        return Identity(candidates=same, sharers=sharers)
    if former := _only_former_holder(directory.given_up(emails=said.emails), said):
        return Identity(directory.contact_by_key(former.former.key), former)
    return Identity()


def identify_printed(directory: "Directory", printed: Particulars) -> Contact | None:
    """Find whom a block means: by name, address and number, the more of them the surer.

    None where nobody has any of them, or two have as much.
    """
    numbers = list(printed.numbers())
    holders = directory.find_holders(emails=printed.emails, names=[printed.words], numbers=numbers)
    scores = [(_score(contact, printed, numbers), contact) for contact in holders]
    best = max((score for score, _ in scores), default=0)
    same = [contact for score, contact in scores if score == best]
    return same[0] if best >= _NUMBER and len(same) == 1 else None


def numbers_on_switchboards(
    postings: Iterable[Posting], offices: Mapping[str, Office]
) -> Iterator[tuple[Office, Number]]:
    """Yield the numbers that postings give by their extensions, each with its office.

    offices: by code.
    """
    for posting in postings:
        office = offices.get(posting.office)
        if posting.extension and office and office.switchboard:
            yield office, (office.switchboard.e164, posting.extension)


def _among_namesakes(
    lookups: "Lookups", row: Particulars, named: Sequence[Contact], *, same_name_is_same: bool
) -> Identity:
    """Tell who of those with the name at the office is meant; the addresses are nobody's."""
    if not named:
        return Identity()
    if same_name_is_same and len(named) == 1:
        return Identity(named[0])
    numbers = frozenset(row.numbers())
    given_up = [one.former for one in lookups.given_up(numbers=list(numbers))]
    theirs = [
        _numbers(lookups, contact)
        | {(one.value, one.extension) for one in given_up if one.is_of(contact)}
        for contact in named
    ]
    by_number = [contact for contact, own in zip(named, theirs, strict=True) if own & numbers]
    if len(by_number) == 1:
        return Identity(by_number[0])
    is_told_apart = row.emails and numbers
    if is_told_apart and all(
        own and _emails(one) and not own & numbers for one, own in zip(named, theirs, strict=True)
    ):
        return Identity(candidates=named if same_name_is_same else (), namesakes=named)
    return Identity(named[0]) if len(named) == 1 else Identity(candidates=named)


def _is_doubtful(lookups: "Lookups", contact: Contact, row: Particulars) -> bool:
    """Whether a key is likely another program's number: nothing else of the row is the contact's.

    Addresses decide where both have some, else addresses and numbers; a name alone may be changed.
    """
    if not row.words or row.words == fold_name(contact.name):
        return False
    emails = _emails(contact)
    if emails and row.emails:
        return emails.isdisjoint(row.emails)
    numbers = frozenset(row.numbers())
    return bool(row.emails or numbers) and not numbers & _numbers(lookups, contact)


def _score(contact: Contact, printed: Particulars, numbers: Collection[Number]) -> int:
    own = {phone.number.identity for phone in contact.phones}
    extensions = {posting.extension for posting in contact.postings if posting.extension}
    return (
        _NAME * (fold_name(contact.name) == printed.words)
        + _EMAIL * (not _emails(contact).isdisjoint(printed.emails))
        + _NUMBER * any(number in own or number[1] in extensions for number in numbers)
        + _OFFICE * any(posting.office in printed.offices for posting in contact.postings)
    )


def _only_former_holder(
    given_up: Iterable[GivenUp], said: Particulars, named_keys: Collection[str] = ()
) -> GivenUp | None:
    """Return the former value of the only one it can be, by the name of now or of then, or none."""
    found: dict[str, GivenUp] = {}
    for one in given_up:
        is_contact = one.former.subject == "contact" and one.former.exists
        if is_contact and said.words in {"", *one.names} and one.former.key not in named_keys:
            found.setdefault(one.former.key, one)
    return found.popitem()[1] if len(found) == 1 else None


def _numbers(lookups: "Lookups", contact: Contact) -> set[Number]:
    offices = {one.office: lookups.office(one.office) for one in contact.postings if one.extension}
    own = {phone.number.identity for phone in contact.phones}
    return own | {number for _, number in numbers_on_switchboards(contact.postings, offices)}


def _emails(contact: Contact) -> set[str]:
    return {email.address.folded for email in contact.emails}


def _shared(contacts: Iterable[Contact], emails: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield those of the addresses that contacts have, as they are stored, and whose each is."""
    for contact in contacts:
        for email in contact.emails:
            if email.address.folded in emails:
                yield email.address.normal, contact.name
