"""Numbers that ring on a switchboard: their extension is the posting's, and is never copied."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.ways import Reading
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Office, Phone, PhoneKind, Posting, has_own_way
from pressdesk.values.extension import parse_extension
from pressdesk.values.phone_number import Number

# So many digits tell a number apart well enough to be worth reading.
_TELLING = 6


class Boards(NamedTuple):
    """What is known of a row's switchboards before it is read.

    here: the switchboard of its office (E.164), and the extension that the contact has on it, or
    None. elsewhere: numbers that the contact has by postings at other offices. fresh: own numbers
    that earlier rows of the same list brought.
    """

    here: str | None = None
    extension: str | None = None
    elsewhere: Collection[Number] = ()
    fresh: Collection[Number] = ()


def says_own_numbers(draft: ContactDraft) -> bool:
    """Whether an empty place stands before the numbers: those behind it are the contact's own.

    So every export writes them that could be taken for an extension on the switchboard.
    """
    texts = draft.phones.get(PhoneKind.OFFICE) or ()
    return len(texts) > 1 and not texts[0].strip()


def hang_on_switchboard(
    draft: ContactDraft, contact: Contact, boards: Boards, reading: Reading
) -> tuple[ContactDraft, Contact]:
    """Take an extension behind the number of a switchboard for one on it.

    Other programs know no switchboards: they write its number out with each extension, and so do
    people. Returns the draft without such numbers, the first of them as the posting's extension;
    and the contact without what is the posting's now. contact: as it is stored; a number that was
    its own before the list stays so.
    """
    texts = list(draft.phones.get(PhoneKind.OFFICE) or ())
    if not texts or says_own_numbers(draft):
        return draft, contact
    known_boards = {number for number in (boards.here, *dict(boards.elsewhere)) if number}
    digits = "".join(filter(str.isdigit, "".join(texts)))
    # Most rows have no number on a switchboard, and are not read for it.
    if not any(board[-_TELLING:] in digits for board in known_boards):
        return draft, contact
    extensions = [*(draft.extensions or ()), *[""] * len(texts)][: len(texts)]
    if any(one.strip() and not text.strip() for text, one in zip(texts, extensions, strict=True)):
        return draft, contact  # the extension of the posting is told already
    read = {
        place: number
        for place, (text, extension) in enumerate(zip(texts, extensions, strict=True))
        if (number := _read(text, extension, reading)) and number[0] in known_boards
    }
    own = {phone.number.identity for phone in contact.phones}
    kept = own - set(boards.fresh)
    here = {place: number for place, number in read.items()
            if number[0] == boards.here and number not in kept}  # fmt: skip
    known = {place for place, number in read.items()
             if number in boards.elsewhere and number not in own}  # fmt: skip
    same = [place for place, (_, extension) in here.items() if extension == boards.extension]
    chosen = next(iter(same or here), None)
    if chosen is None and not known:
        return draft, contact
    left = [place for place in range(len(texts)) if place != chosen and place not in known]
    numbers = [texts[place] for place in left]
    paired = [extensions[place] for place in left]
    if chosen is not None:
        numbers, paired = ["", *numbers], [here[chosen][1] or "", *paired]
        contact = _without(contact, here[chosen])
    # Without another number nothing is said of the contact's own ones.
    phones = {**draft.phones, PhoneKind.OFFICE: numbers}
    if not left:
        del phones[PhoneKind.OFFICE]
    return draft._replace(phones=phones, extensions=paired if any(paired) else None), contact


class Move(NamedTuple):
    """A contact whose numbers became extensions, and why others did not, by the number."""

    contact: Contact
    left: Mapping[Phone, str]


def move_to_switchboard(contact: Contact, office: Office, boards: Collection[str]) -> Move:
    """Make own numbers on one of the boards (E.164) extensions of the contact's postings there.

    What is internal, or no number to ring somebody at a desk, stays as it is, and so does what the
    contact is reached by at another office alone.
    """
    left: dict[Phone, str] = {}
    for phone in contact.phones:
        extension = phone.number.extension
        if phone.number.e164 not in boards or not extension:
            continue
        here = [one for one in contact.postings if one.office == office.code]
        others = {one.extension for one in here} - {None, extension}
        if not phone.public:
            left[phone] = "it is internal"
        elif phone.kind is not PhoneKind.OFFICE:
            left[phone] = f"it is kept as {phone.kind}"
        elif others:
            left[phone] = f"they have ext {min(filter(None, others))} there already"
        else:
            moved = contact._replace(
                phones=tuple(one for one in contact.phones if one is not phone),
                postings=tuple(
                    one._replace(extension=extension) if one.office == office.code else one
                    for one in contact.postings
                ),
            )
            if _is_needed_elsewhere(moved, office):
                left[phone] = "nothing else reaches them at their other offices"
            else:
                contact = moved
    return Move(contact, left)


def _is_needed_elsewhere(moved: Contact, office: Office) -> bool:
    elsewhere: list[Posting] = [one for one in moved.postings if one.office != office.code]
    return not has_own_way(moved) and any(one.extension is None for one in elsewhere)


def _read(text: str, extension: str, reading: Reading) -> Number | None:
    """Return the number of a text if it has an extension; None for any other text."""
    try:
        number = reading.phone(text)
        own = parse_extension(extension) if extension.strip() else number.extension
    except InvalidValueError:  # whoever reads the draft will say so
        return None
    return (number.e164, own) if own else None


def _without(contact: Contact, number: Number) -> Contact:
    """Return the contact without a public office number; the very same one if it has none."""
    kept = tuple(
        phone
        for phone in contact.phones
        if phone.number.identity != number or not phone.public or phone.kind is not PhoneKind.OFFICE
    )
    return contact if len(kept) == len(contact.phones) else contact._replace(phones=kept)
