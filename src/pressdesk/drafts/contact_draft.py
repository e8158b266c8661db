"""A contact and a posting as they were typed, and the contact that they make."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import filterfalse, zip_longest
from typing import Any, NamedTuple

from pressdesk.drafts.given import read_given
from pressdesk.drafts.posting_draft import changed_postings, compose_posting
from pressdesk.drafts.verifying import verify
from pressdesk.drafts.ways import (
    Reading,
    add_email,
    add_phone,
    mark_email,
    mark_phone,
    pair_extensions,
    remove_email,
    remove_phone,
    replace_emails,
    replace_phones,
)
from pressdesk.errors import InvalidValueError, UnclearError
from pressdesk.model import Contact, Email, Phone, PhoneKind, Posting
from pressdesk.model.fields import CONTACT
from pressdesk.values.phone_number import PhoneNumber


class ContactDraft(NamedTuple):
    """What was typed about one contact.

    An import makes one for each row: a frozen dataclass of so many fields takes five times as long.

    given: of its own fields. posting: of those of the posting.
    phones: texts by kind. extensions: they pair with the numbers of kind `office` by position; one
    without such a number is on the switchboard, and so the posting's.
    verified_on: the day on which all that is public was found to be right, or some with a value.
    """

    given: Mapping[str, Any] = {}
    emails: Sequence[str] | None = None
    phones: Mapping[PhoneKind, Sequence[str]] = {}
    extensions: Sequence[str] | None = None
    verified_on: Sequence[str] = ()
    added_emails: Sequence[str] = ()
    added_phones: Mapping[PhoneKind, Sequence[str]] = {}
    removed_emails: Sequence[str] = ()
    removed_phones: Mapping[PhoneKind, Sequence[str]] = {}
    internal: Sequence[str] = ()
    public: Sequence[str] = ()
    posting: Mapping[str, Any] = {}

    @property
    def key(self) -> str | None:
        """The key as it was typed."""
        return self.given.get("key")

    @property
    def name(self) -> str | None:
        """The name as it was typed."""
        return self.given.get("name")

    def with_given(self, **given: str | None) -> "ContactDraft":
        """Return the draft with other texts of its own fields; None says nothing any more."""
        return self._replace(given={**self.given, **given})


_FIELDS = {field.name: field for field in CONTACT}
NOBODY = Contact(key="", name="")


def apply_contact_draft(
    draft: ContactDraft, contact: Contact, posting: Posting | None, reading: Reading
) -> Contact:
    """Return the contact as the draft wants it; raise InvalidValueError or UnclearError.

    contact: the stored one, or NOBODY for a new one (whose key the directory chooses).
    posting: the one that the draft speaks of: one of the contact's, or `Posting(code)` for a new
    one; None when the draft says nothing about a posting.
    """
    paired = pair_extensions(
        draft.phones.get(PhoneKind.OFFICE) or (), draft.extensions or (), reading
    )
    # Gathered and made once: a copy of a contact for each field is what an import waits for.
    changes = read_given(_FIELDS, draft.given, contact)
    if not changes.get("name", contact.name):
        raise InvalidValueError("name", "", "is empty", "give the name as it is to be printed")
    changes["emails"] = _edited_emails(draft, contact.emails, reading)
    changes["phones"] = _edited_phones(draft, contact.phones, paired.numbers, reading)
    for text in draft.verified_on:
        changes |= verify(changes["emails"], changes["phones"], text, reading)
    given = draft.posting
    if _has_extension_of_posting(draft):
        given = {**given, "extension": paired.switchboard_extension or ""}
    if posting is None:
        if given:
            raise UnclearError(
                "rank, extension, from and until belong to a posting: name its office"
            )
        return _changed(contact, changes)
    stored = next((known for known in contact.postings if known is posting), None)
    changes["postings"] = changed_postings(
        contact.postings, stored, compose_posting(given, posting)
    )
    return _changed(contact, changes)


def speaks_of_posting(draft: ContactDraft) -> bool:
    """Whether a draft changes a posting."""
    return bool(draft.posting) or _has_extension_of_posting(draft)


def _has_extension_of_posting(draft: ContactDraft) -> bool:
    """Whether an extension is given that no number takes, or an empty one, which takes it away."""
    extensions = draft.extensions
    if extensions is None:
        return False
    numbers = draft.phones.get(PhoneKind.OFFICE) or ()
    pairs = zip_longest(extensions, numbers, fillvalue="")
    is_left_over = any(given.strip() and not number.strip() for given, number in pairs)
    return is_left_over or not any(map(str.strip, extensions))


def _changed(contact: Contact, changes: dict[str, Any]) -> Contact:
    """Return a contact with changes; the very same one if they change nothing."""
    if contact is NOBODY:  # an import has many: they are made twice as fast as copied
        return Contact(**{"key": "", **changes})
    real = {name: value for name, value in changes.items() if getattr(contact, name) != value}
    return contact._replace(**real) if real else contact


def _edited_emails(
    draft: ContactDraft, emails: tuple[Email, ...], reading: Reading
) -> tuple[Email, ...]:
    """Replace, add, remove and mark addresses."""
    if draft.emails is not None:
        emails = replace_emails(emails, [one for one in draft.emails if one.strip()], reading)
    for text in draft.added_emails:
        emails = add_email(emails, text, reading)
    for text in draft.removed_emails:
        emails = remove_email(emails, text)
    for text in filter(_is_email, draft.internal):
        with _called("internal"):
            emails = mark_email(emails, text, reading, public=False)
    for text in filter(_is_email, draft.public):
        emails = mark_email(emails, text, reading, public=True)
    return emails


def _edited_phones(
    draft: ContactDraft,
    phones: tuple[Phone, ...],
    office_numbers: Sequence[PhoneNumber],
    reading: Reading,
) -> tuple[Phone, ...]:
    """Replace, add, remove and mark numbers."""
    for kind, texts in draft.phones.items():
        others = (reading.phone(text, kind) for text in texts if text.strip())
        numbers = office_numbers if kind is PhoneKind.OFFICE else others
        phones = replace_phones(phones, kind, numbers, reading)
    for kind, texts in draft.added_phones.items():
        for text in texts:
            phones = add_phone(phones, kind, text, reading)
    for kind, texts in draft.removed_phones.items():
        for text in texts:
            phones = remove_phone(phones, kind, text, reading)
    for text in filterfalse(_is_email, draft.internal):
        with _called("internal"):
            phones = mark_phone(phones, text, reading, public=False)
    for text in filterfalse(_is_email, draft.public):
        phones = mark_phone(phones, text, reading, public=True)
    return phones


@contextmanager
def _called(field: str) -> Iterator[None]:
    """Let what is wrong with a value be said of the field in which it was given."""
    try:
        yield
    except InvalidValueError as error:
        raise error.of(field) from error


def _is_email(text: str) -> bool:
    return "@" in text
