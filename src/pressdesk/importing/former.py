"""What a row says that its contact, or its office, gave up: skipped, and reported."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pressdesk.directory.history.former import GivenUp
from pressdesk.directory.who.identity import Identity, numbers_on_switchboards
from pressdesk.directory.who.lookups import Lookups
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft
from pressdesk.drafts.ways import Reading, pair_extensions, split_kind
from pressdesk.model import Contact, Office, PhoneKind
from pressdesk.model.former import Former
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.extension import parse_extension
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number

_Value = tuple[str, str | None]


class _Stated(NamedTuple):
    """One value of a row: its column, its place among those of the column, and what it is."""

    column: str
    place: int
    value: _Value


def skip_former(
    lookups: Lookups,
    draft: ContactDraft,
    identity: Identity,
    office: Office | None,
    reading: Reading,
) -> tuple[ContactDraft, tuple[Former, ...]]:
    """Return the draft without what the contact or its offices gave up, and what that is.

    Of somebody new that is what the removed one had who had this name. The name goes too where it
    is that of then.
    """
    if not lookups.may_be_former:
        return draft, ()
    contact = identity.contact or NOBODY
    own = _own_values(lookups, contact)
    found = [stated for stated in _values(draft, office, reading) if stated.value not in own]
    given_up = {
        (past.former.value, past.former.extension): past.former
        for past in _given_up(lookups, [stated.value for stated in found])
        if _is_theirs(past, draft, contact, office)
    }
    skipped = [stated for stated in found if stated.value in given_up]
    if not skipped:
        return draft, ()
    former = [given_up[stated.value].told(stated.column) for stated in skipped]
    draft = _without(draft, skipped)
    if identity.former:
        since = identity.former.former.until
        former.insert(0, Former("name", draft.name or "", since, contact.name))
        draft = draft.with_given(name=None)
    return draft, tuple(former)


def has_ways(draft: ContactDraft) -> bool:
    """Whether a draft says how somebody is reached."""
    return bool(draft.emails or draft.phones or draft.extensions or draft.internal)


def _given_up(lookups: Lookups, values: Sequence[_Value]) -> Sequence[GivenUp]:
    """Return which of these values anybody gave up."""
    return lookups.given_up(
        emails=[text for text, _ in values if "@" in text],
        numbers=[value for value in values if "@" not in value[0]],
    )


def _is_theirs(
    given_up: GivenUp, draft: ContactDraft, contact: Contact, office: Office | None
) -> bool:
    former = given_up.former
    if former.subject == "office":
        codes = {posting.office for posting in contact.postings}
        return former.key in codes or (office is not None and former.key == office.code)
    if contact is not NOBODY:
        return former.is_of(contact)
    return not former.exists and fold_name(draft.name or "") in given_up.names


def _own_values(lookups: Lookups, contact: Contact) -> set[_Value]:
    offices = {posting.office: lookups.office(posting.office) for posting in contact.postings}
    return {
        *((email.address.folded, None) for email in contact.emails),
        *(phone.number.identity for phone in contact.phones),
        *(number for _, number in numbers_on_switchboards(contact.postings, offices)),
    }


def _values(draft: ContactDraft, office: Office | None, reading: Reading) -> Iterator[_Stated]:
    """Yield every address and number of a row; an extension alone is on the switchboard."""
    for place, text in enumerate(draft.emails or ()):
        yield _Stated("email", place, (reading.email(text).folded, None))
    for place, value in _office_numbers(draft, office, reading):
        yield _Stated(NAMES[PhoneKind.OFFICE].column, place, value)
    for kind, texts in draft.phones.items():
        if kind is not PhoneKind.OFFICE:
            for place, text in enumerate(texts):
                if text.strip():
                    yield _Stated(NAMES[kind].column, place, reading.phone(text, kind).identity)
    for place, text in enumerate(draft.internal):
        if "@" in text:
            yield _Stated("internal", place, (reading.email(text).folded, None))
        else:
            _, number = split_kind(text)
            yield _Stated("internal", place, reading.phone(number).identity)


def _office_numbers(
    draft: ContactDraft, office: Office | None, reading: Reading
) -> Iterator[tuple[int, Number]]:
    """Yield the numbers of the column phone with their places, which those of ext pair with."""
    texts = draft.phones.get(PhoneKind.OFFICE) or ()
    extensions = draft.extensions or ()
    pair_extensions(texts, extensions, reading)  # what does not pair is refused
    for place in range(max(len(texts), len(extensions))):
        text = texts[place].strip() if place < len(texts) else ""
        extension = extensions[place].strip() if place < len(extensions) else ""
        digits = parse_extension(extension) if extension else None
        if text:
            number = reading.phone(text)
            yield place, (number.e164, digits or number.extension)
        elif digits and office and office.switchboard:
            yield place, (office.switchboard.e164, digits)


def _without(draft: ContactDraft, skipped: Sequence[_Stated]) -> ContactDraft:
    """Return the draft without some of its values; a column that has no other says nothing."""
    places = {(stated.column, stated.place) for stated in skipped}

    def kept(column: str, texts: Iterable[str]) -> list[str]:
        return [text for place, text in enumerate(texts) if (column, place) not in places]

    columns = {kind: NAMES[kind].column for kind in PhoneKind}
    phones = {kind: kept(columns[kind], texts) for kind, texts in draft.phones.items()}
    extensions = kept(columns[PhoneKind.OFFICE], draft.extensions or ())
    return draft._replace(
        emails=kept("email", draft.emails or ()) or None,
        phones={kind: texts for kind, texts in phones.items() if any(map(str.strip, texts))},
        extensions=extensions if any(map(str.strip, extensions)) else None,
        internal=kept("internal", draft.internal),
    )
