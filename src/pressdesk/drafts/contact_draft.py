"""A contact and a posting as they were typed, and the contact that they make."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import filterfalse, zip_longest
from typing import Any, NamedTuple

from pressdesk.drafts.posting_draft import (
    NO_POSTING,
    PostingDraft,
    changed_postings,
    compose_posting,
)
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
    verified,
)
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import Contact, ContactKind, Email, Phone, PhoneKind, Posting
from pressdesk.values.clean_text import clean_name, clean_text
from pressdesk.values.days import parse_day
from pressdesk.values.folding import fold, slug
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.places import parse_language


class ContactDraft(NamedTuple):
    """What was typed about one contact; fields are given by their names.

    An import makes one for each row: a frozen dataclass of so many fields takes five times as long.

    phones: texts by kind. extensions: they pair with the numbers of kind `office` by position; one
    without such a number is on the switchboard, and so the posting's.
    successor: a key that exists, or empty. verified_on: the day on which all that is public was
    found to be right.
    """

    key: str | None = None
    kind: ContactKind | None = None
    name: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    title: str | None = None
    titles: Mapping[str, str] = {}
    emails: Sequence[str] | None = None
    phones: Mapping[PhoneKind, Sequence[str]] = {}
    extensions: Sequence[str] | None = None
    languages: Sequence[str] | None = None
    topics: Sequence[str] | None = None
    note: str | None = None
    unlisted: bool | None = None
    left_on: str | None = None
    successor: str | None = None
    verified_on: str | None = None
    added_emails: Sequence[str] = ()
    added_phones: Mapping[PhoneKind, Sequence[str]] = {}
    removed_emails: Sequence[str] = ()
    removed_phones: Mapping[PhoneKind, Sequence[str]] = {}
    internal: Sequence[str] = ()
    public: Sequence[str] = ()
    posting: PostingDraft = NO_POSTING


NOBODY = Contact(key="", name="")


def apply_contact_draft(
    draft: ContactDraft, contact: Contact, posting: Posting | None, reading: Reading
) -> Contact:
    """Give the contact as the draft wants it; raise InvalidValueError or OptionsError.

    contact: the stored one, or NOBODY for a new one (whose key the directory chooses).
    posting: the one that the draft speaks of: one of the contact's, or `Posting(code)` for a new
    one; None when the draft says nothing about a posting.
    """
    paired = pair_extensions(
        draft.phones.get(PhoneKind.OFFICE) or (), draft.extensions or (), reading
    )
    # Gathered and made once: a copy of a contact for each field is what an import waits for.
    changes = {**_names(draft), **_lists(draft, contact), **_leaving(draft)}
    if not changes.get("name", contact.name):
        raise InvalidValueError("name", "", "is empty", "give the name as it is to be printed")
    changes["emails"] = _edited_emails(draft, contact.emails, reading)
    changes["phones"] = _edited_phones(draft, contact.phones, paired.numbers, reading)
    if draft.verified_on:
        day = parse_day("verified", draft.verified_on)
        changes["emails"] = verified(changes["emails"], day)
        changes["phones"] = verified(changes["phones"], day)
    posting_draft = draft.posting
    if _has_extension_of_posting(draft):
        posting_draft = replace(posting_draft, extension=paired.switchboard_extension or "")
    if posting is None:
        if posting_draft != NO_POSTING:
            raise OptionsError(
                "rank, extension, from and until belong to a posting: name its office"
            )
        return _changed(contact, changes)
    stored = next((one for one in contact.postings if one is posting), None)
    changed = compose_posting(posting_draft, posting)
    changes["postings"] = changed_postings(contact.postings, stored, changed)
    return _changed(contact, changes)


def speaks_of_posting(draft: ContactDraft) -> bool:
    """Whether a draft changes a posting."""
    return draft.posting != NO_POSTING or _has_extension_of_posting(draft)


def _has_extension_of_posting(draft: ContactDraft) -> bool:
    """Whether an extension is given that no number takes, or an empty one, which takes it away."""
    extensions = draft.extensions
    if extensions is None:
        return False
    numbers = draft.phones.get(PhoneKind.OFFICE) or ()
    pairs = zip_longest(extensions, numbers, fillvalue="")
    is_left_over = any(given.strip() and not number.strip() for given, number in pairs)
    return is_left_over or not any(map(str.strip, extensions))


def parse_key(field_name: str, text: str) -> str:
    """Read a key or code as it was typed: it must be a slug already; raise InvalidValueError."""
    key = slug(text)
    if not key or key != text.strip():
        example = f', as in "{key}"' if key else ""
        raise InvalidValueError(
            field_name,
            text,
            f"is not a {field_name}",
            f"expected small letters, digits and hyphens{example}",
        )
    return key


def _changed(contact: Contact, changes: dict[str, Any]) -> Contact:
    """Give a contact with changes; the very same one if they change nothing."""
    if contact is NOBODY:  # an import has many: they are made twice as fast as copied
        return Contact(**{"key": "", **changes})
    real = {name: value for name, value in changes.items() if getattr(contact, name) != value}
    return replace(contact, **real) if real else contact


def _names(draft: ContactDraft) -> dict[str, Any]:
    """Read the key, names, title and note that are given."""
    given: dict[str, Any] = {}
    if draft.key is not None:
        given["key"] = parse_key("key", draft.key)
    if draft.name is not None:
        given["name"] = clean_name("name", draft.name)
    if draft.given_name is not None:
        given["given_name"] = clean_text("given name", draft.given_name) or None
    if draft.family_name is not None:
        given["family_name"] = clean_text("family name", draft.family_name) or None
    if draft.title is not None:
        given["title"] = clean_text("title", draft.title, 300) or None
    if draft.note is not None:
        given["note"] = clean_text("note", draft.note) or None
    return given


def _lists(draft: ContactDraft, contact: Contact) -> dict[str, Any]:
    """Read the kind, the mark, and what a contact has several of."""
    given: dict[str, Any] = {}
    if draft.titles:
        given["titles"] = merge_texts("title", contact.titles, draft.titles)
    if draft.kind is not None:
        given["kind"] = draft.kind
    if draft.unlisted is not None:
        given["unlisted"] = draft.unlisted
    if draft.languages is not None:
        languages = [parse_language(one) for one in draft.languages if one.strip()]
        given["languages"] = tuple(dict.fromkeys(languages))
    if draft.topics is not None:
        topics: dict[str, str] = {}
        for cleaned in (_topic(one) for one in draft.topics):
            if cleaned:
                topics.setdefault(fold(cleaned), cleaned)
        given["topics"] = tuple(topics.values())
    return given


def _leaving(draft: ContactDraft) -> dict[str, Any]:
    """Read when the contact is gone, and who follows."""
    given: dict[str, Any] = {}
    if draft.left_on is not None:
        text = draft.left_on.strip()
        given["left_on"] = parse_day("left", text) if text else None
    if draft.successor is not None:
        given["successor"] = draft.successor or None
    return given


def _topic(text: str) -> str:
    """Clean a topic; a semicolon would part it in two in a cell of a table."""
    cleaned = clean_text("topic", text, 100)
    if ";" in cleaned:
        raise InvalidValueError("topic", text, "contains a semicolon", "give each topic by itself")
    return cleaned


def merge_texts(
    field_name: str, stored: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Merge texts by language; an empty one takes its language away."""
    merged = dict(stored)
    for tag, text in given.items():
        language = parse_language(tag)
        cleaned = clean_text(f"{field_name} ({language})", text, 300)
        if cleaned:
            merged[language] = cleaned
        else:
            merged.pop(language, None)
    return dict(sorted(merged.items()))


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
        phones = mark_phone(phones, text, reading, public=False)
    for text in filterfalse(_is_email, draft.public):
        phones = mark_phone(phones, text, reading, public=True)
    return phones


def _is_email(text: str) -> bool:
    return "@" in text
