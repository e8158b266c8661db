"""E-mails and phones of a draft: how they replace, join or leave those of a contact.

A value that is given replaces the public values of its kind; internal ones change only when the
draft names them as internal or public.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.model import Email, Phone, PhoneKind, Source
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension import FIELD as EXTENSION, parse_extension
from pressdesk.values.phone_number import PhoneNumber

_PLACES = {kind: place for place, kind in enumerate(PhoneKind)}


class Reading(NamedTuple):
    """How the texts of a draft are read.

    region: ISO 3166 alpha-2 for numbers without "+". allow_possible: take numbers that are only
    possible. source: where the values come from. emails, phones: what was read
    already, by its text.
    """

    region: str | None = None
    allow_possible: bool = False
    source: Source | None = None
    emails: Mapping[str, EmailAddress] = {}
    phones: Mapping[str, PhoneNumber] = {}

    def email(self, text: str) -> EmailAddress:
        """Read one address; raise InvalidValueError."""
        return self.emails.get(text) or EmailAddress.parse(text)

    def phone(self, text: str, kind: PhoneKind = PhoneKind.OFFICE) -> PhoneNumber:
        """Read one number; raise InvalidValueError, whose field is the column of the kind."""
        if known := self.phones.get(text):
            return known
        try:
            return PhoneNumber.parse(text, self.region, allow_possible=self.allow_possible)
        except InvalidValueError as error:
            raise error.of(NAMES[kind].column) from error


class PairedNumbers(NamedTuple):
    """The numbers of the office column, and the extension that is left for the switchboard."""

    numbers: tuple[PhoneNumber, ...]
    switchboard_extension: str | None


def pair_extensions(
    phones: Sequence[str], extensions: Sequence[str], reading: Reading
) -> PairedNumbers:
    """Pair phones and extensions by position; an extension without a phone is the switchboard's."""
    if len(extensions) > max(1, len(phones)):
        raise InvalidValueError(
            EXTENSION,
            " ; ".join(extensions),
            f"{len(extensions)} extensions for {len(phones)} numbers",
            "give one for each number, in the same order",
        )
    numbers, left_over = [], []
    for phone, extension in zip_longest(phones, extensions, fillvalue=""):
        digits = parse_extension(extension) if extension.strip() else None
        if phone.strip():
            numbers.append(_with_extension(reading.phone(phone), digits, phone))
        elif digits:
            left_over.append(digits)
    if len(left_over) > 1:
        raise InvalidValueError(
            EXTENSION, " ; ".join(left_over), "two for one switchboard", "keep one of them"
        )
    return PairedNumbers(tuple(numbers), left_over[0] if left_over else None)


def _with_extension(number: PhoneNumber, digits: str | None, text: str) -> PhoneNumber:
    if digits and number.extension and digits != number.extension:
        raise InvalidValueError(
            "phone", text, f"has another extension than {digits}", "keep one of them"
        )
    extension = digits or number.extension
    return number if extension == number.extension else number.with_extension(extension)


def replace_emails(
    emails: Sequence[Email], texts: Iterable[str], reading: Reading
) -> tuple[Email, ...]:
    """Replace the public addresses; one that is stored keeps what is known of it."""
    stored = {email.address.folded: email for email in emails}
    given: dict[str, Email] = {}
    for text in texts:
        address = reading.email(text)
        folded = address.folded
        known = stored.get(folded)
        if known is None or known.public:
            given.setdefault(folded, _known_email(known, address, reading))
    return (*given.values(), *(email for email in emails if not email.public))


def _known_email(known: Email | None, address: EmailAddress, reading: Reading) -> Email:
    if known is None:
        return Email(address, source=reading.source)
    # A list may spell it in another case; who types it, means it so.
    is_of_list = reading.source is not None and reading.source.kind == "import"
    return known if is_of_list or known.address == address else known._replace(address=address)


def replace_phones(
    phones: Sequence[Phone], kind: PhoneKind, numbers: Iterable[PhoneNumber], reading: Reading
) -> tuple[Phone, ...]:
    """Replace the public numbers of one kind; one that is stored keeps what is known of it.

    A number that is internal as another kind stays so: it is not made public by the way.
    """
    internal = {phone.number.identity for phone in phones if not phone.public}
    stored = {phone.number.identity: phone for phone in phones if phone.kind == kind}
    given: dict[tuple[str, str | None], Phone] = {}
    for number in numbers:
        identity = number.identity
        known = stored.get(identity)
        if (known is not None and known.public) or identity not in internal:
            fresh = known or Phone(number, kind, source=reading.source)
            if fresh.number != number:
                fresh = fresh._replace(number=number)
            given.setdefault(identity, fresh)
    others = [phone for phone in phones if phone.kind != kind or not phone.public]
    return in_order((*given.values(), *others))


def in_order(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Sort numbers as they are kept: by kind, public ones first; else as they were given."""
    those = tuple(phones)
    if len(those) < 2:
        return those
    return tuple(sorted(those, key=lambda phone: (_PLACES[phone.kind], not phone.public)))


def add_email(emails: Sequence[Email], text: str, reading: Reading) -> tuple[Email, ...]:
    """Add a public address behind the others, unless it is there."""
    address = EmailAddress.parse(text)
    if any(email.address.folded == address.folded for email in emails):
        return tuple(emails)
    public = [email for email in emails if email.public]
    internal = [email for email in emails if not email.public]
    return (*public, Email(address, source=reading.source), *internal)


def add_phone(
    phones: Sequence[Phone], kind: PhoneKind, text: str, reading: Reading
) -> tuple[Phone, ...]:
    """Add a public number behind the others of its kind, unless it is there, or is internal."""
    number = reading.phone(text, kind)
    same = [phone for phone in phones if phone.number.identity == number.identity]
    if any(phone.kind == kind or not phone.public for phone in same):
        return tuple(phones)
    return in_order((*phones, Phone(number, kind, source=reading.source)))


def remove_email(emails: Sequence[Email], text: str) -> tuple[Email, ...]:
    """Take an address away; raise InvalidValueError when it is not there."""
    # One that today's rules refuse can be taken away all the same.
    stored = [email.address.folded for email in emails]
    folded = text.strip().casefold()
    folded = folded if folded in stored else EmailAddress.parse(text).folded
    kept = tuple(email for email in emails if email.address.folded != folded)
    if len(kept) == len(emails):
        raise not_theirs("e-mail", text, [str(email.address) for email in emails])
    return kept


def remove_phone(
    phones: Sequence[Phone], kind: PhoneKind, text: str, reading: Reading
) -> tuple[Phone, ...]:
    """Take a number of one kind away; raise InvalidValueError when it is not there."""
    of_kind = [phone for phone in phones if phone.kind == kind]
    found = [phone for phone in of_kind if str(phone.number) == text.strip()]
    found = found or find_phones(of_kind, reading.phone(text, kind))
    if not found:
        theirs = [str(phone.number) for phone in of_kind]
        raise not_theirs(NAMES[kind].column, text, theirs)
    return tuple(phone for phone in phones if phone not in found)


def mark_email(
    emails: Sequence[Email], text: str, reading: Reading, *, public: bool
) -> tuple[Email, ...]:
    """Mark an address internal or public; an internal one that is not there is added."""
    address = EmailAddress.parse(text)
    known = next((email for email in emails if email.address.folded == address.folded), None)
    if known is None and public:
        raise not_theirs("e-mail", text, [str(email.address) for email in emails])
    if known and known.public is public:  # it keeps its place
        return tuple(emails)
    marked = (known or Email(address, source=reading.source))._replace(public=public)
    others = [email for email in emails if email is not known]
    return tuple(sorted((*others, marked), key=lambda email: not email.public))


def mark_phone(
    phones: Sequence[Phone], text: str, reading: Reading, *, public: bool
) -> tuple[Phone, ...]:
    """Mark a number internal or public, of whatever kinds it is (a mobile is on WhatsApp too).

    An internal one that is not there is added, as `office` or as the kind before the number
    ("mobile +41 79 555 01 23"); with a kind it is that very number, extension and all.
    """
    kind, bare = split_kind(text)
    number = reading.phone(bare)
    same = [phone for phone in phones if phone.number.identity == number.identity]
    known = same if kind else find_phones(phones, number)
    is_there = any(kind in {None, phone.kind} for phone in known)
    if not is_there and public:
        raise not_theirs("phone", text, [str(phone.number) for phone in phones])
    if is_there and all(phone.public is public for phone in known):  # they keep their places
        return tuple(phones)
    changed = [phone for phone in known if phone.public is not public]
    marked = [phone._replace(public=public) for phone in changed]
    if not is_there:
        kind = kind or PhoneKind.OFFICE
        marked.append(Phone(number, kind, public=public, source=reading.source))
    return in_order((*(phone for phone in phones if phone not in changed), *marked))


def split_kind(text: str) -> tuple[PhoneKind | None, str]:
    """Split the kind off that stands before a number, if one does."""
    word, _, rest = text.strip().partition(" ")
    kind = next((kind for kind in PhoneKind if kind == word.casefold()), None)
    return (kind, rest) if kind else (None, text)


def find_phones(phones: Sequence[Phone], number: PhoneNumber) -> list[Phone]:
    """Find the number with its extension; without one typed, the only one with these digits."""
    exact = [phone for phone in phones if phone.number.identity == number.identity]
    if exact or number.extension:
        return exact
    same_digits = [phone for phone in phones if phone.number.e164 == number.e164]
    is_one = len({phone.number.extension for phone in same_digits}) == 1
    return same_digits if is_one else []


def not_theirs(field: str, text: str, those: Sequence[str]) -> InvalidValueError:
    """Return the error of a value that is none of the contact's; those: which are."""
    have = ", ".join(those) or "none"
    return InvalidValueError(field, text, "is not one of the contact's", f"the contact has: {have}")
