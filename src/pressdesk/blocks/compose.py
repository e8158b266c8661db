"""Contacts to a Block: who is shown, in which words, and by which ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.wordings import find_wording, get_wording
from pressdesk.errors import NobodyReachableError
from pressdesk.model import (
    DEFAULT_LANGUAGE,
    Contact,
    Duty,
    PhoneKind,
    is_same_language,
    nearest_text,
)
from pressdesk.text.visible import visible

_WAY_KINDS = {kind: WayKind(kind) for kind in PhoneKind}


class Untranslated(NamedTuple):
    """A text that a block shows in another language than its own, for want of a translation.

    whose: the name of the contact or office. field: "title" or "name". text: what is shown.
    """

    whose: str
    field: str
    text: str


def compose_block(
    contacts: Sequence[Contact | Duty],
    language: str | None = None,
    *,
    lead_in: str | None = None,
    most: int | None = None,
    internal: bool = False,
) -> Block:
    """Compose the block of those who answer, in the order given.

    contacts: a Duty says for which office somebody answers; a Contact alone has no office line.
    language: BCP 47; None takes the first office's, or English where that has no wording. Raises
    InvalidValueError for a language without one.
    lead_in: instead of the language's own. most: people at the most.
    internal: show internal ways and unlisted contacts too.

    A contact who comes twice is shown once, where it came first. One without a public way is left
    out; NobodyReachableError when nobody is left. Offices of one organisation stand together.
    """
    duties = [Duty(one) if isinstance(one, Contact) else one for one in contacts]
    tag = language or choose_language(duty.office.language for duty in duties if duty.office)
    shown = find_shown(duties, most=most, internal=internal)
    if not shown:
        get_wording(tag)
        raise nobody_shown(duties)
    return compose_shown(shown, tag, lead_in=lead_in, internal=internal)


def compose_shown(
    shown: Sequence[Duty], language: str, *, lead_in: str | None = None, internal: bool = False
) -> Block:
    """Compose the block of those whom `find_shown` gave, each in its place."""
    return Block(
        get_wording(language).lead_in if lead_in is None else visible(lead_in),
        tuple([_entry(duty, language, internal=internal) for duty in shown]),
        language,
    )


def nobody_shown(duties: Sequence[Duty]) -> NobodyReachableError:
    """Give the error of a block that would show nobody."""
    return NobodyReachableError(
        ", ".join(duty.contact.name for duty in duties) or "block",
        "no public phone or e-mail to print",
        "make one public with `pressdesk contact edit`",
    )


def find_shown(
    duties: Sequence[Duty], *, most: int | None = None, internal: bool = False
) -> list[Duty]:
    """Find those whom a block shows, in its order, as compose_block says."""
    shown: dict[str, Duty] = {}
    for duty in by_organization(duties):
        if len(shown) == most:
            break
        if duty.contact.unlisted and not internal:
            continue
        if duty.contact.key not in shown and any(_ways(duty, internal=internal)):
            shown[duty.contact.key] = duty
    return list(shown.values())


def choose_language(preferred: Iterable[str | None]) -> str:
    """Choose the first language that is named; English where that has no wording."""
    named = next((tag for tag in preferred if tag), DEFAULT_LANGUAGE)
    return named if find_wording(named) else DEFAULT_LANGUAGE


def find_untranslated(duties: Iterable[Duty], language: str) -> list[Untranslated]:
    """Find the titles and office names that a block in a language shows in another one.

    Plain titles and names are taken to be in the language of the office (English where it names
    none), but in English where they have a translation into that; a title of a posting has no
    translations.
    """
    found: dict[Untranslated, None] = {}
    for duty in duties:
        contact, office, posting = duty
        if is_same_language(duty.plain_language, language):
            continue
        own_title = posting.title if posting else None
        if own_title:
            found[Untranslated(contact.name, "title", own_title)] = None
        elif contact.title and not _is_said(contact.titles, language, duty.plain_language):
            found[Untranslated(contact.name, "title", contact.title)] = None
        if office and not _is_said(office.names, language, duty.plain_language):
            found[Untranslated(office.name, "name", office.name)] = None
    return list(found)


def _is_said(translations: Mapping[str, str], language: str, plain_language: str) -> bool:
    """Ask whether a text is there in a language; plain_language: of its office, not that language.

    Whoever translates "Head of Media" for a French office wrote it in English.
    """
    if nearest_text(translations, language) is not None:
        return True
    is_english = is_same_language(language, DEFAULT_LANGUAGE)
    return is_english and nearest_text(translations, plain_language) is not None


def by_organization(duties: Sequence[Duty]) -> list[Duty]:
    """Put the offices of one organisation together, in the order asked."""
    if len(duties) < 2:
        return list(duties)
    order: dict[str | None, int] = {}
    for duty in duties:
        order.setdefault(_organization(duty), len(order))
    return sorted(duties, key=lambda duty: order[_organization(duty)])


def _entry(duty: Duty, language: str, *, internal: bool) -> Entry:
    contact, office, posting = duty
    title = (posting.title if posting else None) or contact.title_in(language)
    return Entry(
        visible(contact.name),
        visible(title) if title else None,
        visible(office.name_in(language)) if office else None,
        # A number may be written out that is the office's with the extension of the posting.
        tuple(dict.fromkeys(_ways(duty, internal=internal))),
        office.country if office else None,
    )


def _ways(duty: Duty, *, internal: bool) -> Iterator[Way]:
    contact, office, posting = duty
    for email in contact.emails:
        if email.public or internal:
            yield Way(WayKind.EMAIL, visible(str(email.address)))
    if office and office.switchboard and posting and posting.extension:
        yield _number_way(WayKind.OFFICE, office.switchboard.display, posting.extension)
    if contact.phones:
        for kind, way_kind in _WAY_KINDS.items():
            for phone in contact.phones:
                if phone.kind is kind and (phone.public or internal):
                    yield _number_way(way_kind, phone.number.display, phone.number.extension)


def _number_way(kind: WayKind, display: str, extension: str | None) -> Way:
    return Way(kind, visible(display), extension and visible(extension))


def _organization(duty: Duty) -> str | None:
    return duty.office.organization if duty.office else None
