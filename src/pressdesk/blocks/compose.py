"""Contacts to a Block: who is shown, in which words, and by which ways."""

from collections.abc import Iterable, Iterator, Sequence

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.wordings import find_wording, get_wording
from pressdesk.errors import NobodyReachableError
from pressdesk.model import Contact, Duty, Phone, PhoneKind
from pressdesk.visible import visible

FALLBACK_LANGUAGE = "en"


def compose_block(
    duties: Sequence[Duty], language: str | None = None, *, internal: bool = False
) -> Block:
    """Compose the block of those who answer, in the order given.

    language: BCP 47; None takes the first office's, or English where that has no wording. Raises
    InvalidValueError for a language without one.
    internal: show internal ways and unlisted contacts too.

    A contact who comes twice is shown once, where it came first. One without a public way is left
    out; NobodyReachableError when nobody is left. Offices of one organisation stand together.
    """
    tag = language or choose_language(duty.office.language for duty in duties if duty.office)
    wording = get_wording(tag)
    shown: dict[str, Entry] = {}
    for duty in _by_organization(duties):
        entry = _entry(duty, tag, internal=internal)
        if entry.ways and (internal or not duty.contact.unlisted):
            shown.setdefault(duty.contact.key, entry)
    if not shown:
        names = ", ".join(duty.contact.name for duty in duties) or "block"
        raise NobodyReachableError(
            names,
            "no public phone or e-mail to print",
            "make one public with `pressdesk contact edit`",
        )
    return Block(wording.lead_in, tuple(shown.values()), tag)


def choose_language(preferred: Iterable[str | None]) -> str:
    """Choose the first language that is named; English where that has no wording."""
    named = next((tag for tag in preferred if tag), FALLBACK_LANGUAGE)
    return named if find_wording(named) else FALLBACK_LANGUAGE


def _entry(duty: Duty, language: str, *, internal: bool) -> Entry:
    contact, posting = duty.contact, duty.posting
    title = (posting.title if posting else None) or contact.title_in(language)
    office = duty.office.name_in(language) if duty.office else None
    return Entry(
        visible(contact.name),
        visible(title) if title else None,
        visible(office) if office else None,
        tuple(_ways(contact, duty, internal=internal)),
    )


def _ways(contact: Contact, duty: Duty, *, internal: bool) -> Iterator[Way]:
    for email in contact.emails:
        if email.public or internal:
            yield Way(WayKind.EMAIL, visible(str(email.address)))
    switchboard = duty.office.switchboard if duty.office else None
    if switchboard and duty.posting and duty.posting.extension:
        yield Way(WayKind.OFFICE, visible(switchboard.display), duty.posting.extension)
    for kind in PhoneKind:
        for phone in contact.phones:
            if phone.kind is kind and (phone.public or internal):
                yield _phone_way(phone)


def _phone_way(phone: Phone) -> Way:
    return Way(WayKind(phone.kind), visible(phone.number.display), phone.number.extension)


def _by_organization(duties: Sequence[Duty]) -> list[Duty]:
    """Put the offices of one organisation together, in the order asked."""
    order: dict[str | None, int] = {}
    for duty in duties:
        order.setdefault(_organization(duty), len(order))
    return sorted(duties, key=lambda duty: order[_organization(duty)])


def _organization(duty: Duty) -> str | None:
    return duty.office.organization if duty.office else None
