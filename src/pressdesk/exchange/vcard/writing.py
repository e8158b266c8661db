r"""Contacts as vCards: RFC 6350 (version 4.0), or RFC 2426 (3.0) for older programs.

vobject would escape the ";" of `tel:…;ext=230`, so we write them ourselves: text values are
escaped, URI values are not. What the standard has no property for is in vcard_extras.py.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Literal, NamedTuple

from pressdesk.exchange.lines import Line
from pressdesk.exchange.vcard import extras
from pressdesk.exchange.vcard.text import escape_text, fold_line
from pressdesk.model import Contact, ContactKind, Office, Phone, Posting
from pressdesk.model.fields import Field
from pressdesk.model.kinds import FLAG
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.uris import tel_uri

Version = Literal["3.0", "4.0"]
_CONTACT, _POSTING = extras.CONTACT.values(), extras.POSTING.values()
# What came past the door is no part of a URI or a parameter: neither is escaped.
_NO_NUMBER = re.compile(r"[^0-9+ ().-]")
_NO_TAG = re.compile(r"[^A-Za-z0-9-]")


class _Place(NamedTuple):
    """A posting with its office; group: the prefix of its properties, empty for the only one."""

    posting: Posting | None
    office: Office | None
    group: str = ""


class _Card(NamedTuple):
    """What a card is made of."""

    contact: Contact
    places: tuple[_Place, ...]
    version: Version
    internal: bool
    revised_on: date | None = None

    @property
    def is_new(self) -> bool:
        """Whether the card may use what 4.0 brought."""
        return self.version == "4.0"


def dump_card(line: Line, version: Version = "4.0") -> str:
    """Write one contact at one posting as a whole card, with CRLF after each line.

    A lookup shows unlisted contacts, and so does this; exports write with `dump_contact`.
    """
    places = (_Place(line.posting, line.office),) if line.posting or line.office else ()
    return _dump(_Card(line.contact, places, version, line.internal))


def dump_contact(
    contact: Contact,
    offices: Mapping[str, Office],
    *,
    version: Version = "4.0",
    internal: bool = False,
    revised_on: date | None = None,
) -> str:
    """Write one contact with all its postings as a whole card, with CRLF after each line.

    offices: by code. internal: write internal values, the note and unlisted contacts too; without
    it an unlisted contact gives an empty text. revised_on: for REV; without it there is none, so
    that the same contact always gives the same bytes.
    """
    if contact.unlisted and not internal:
        return ""
    several = len(contact.postings) > 1
    places = tuple(
        _Place(posting, offices.get(posting.office), f"post{number}." if several else "")
        for number, posting in enumerate(contact.postings, start=1)
    )
    return _dump(_Card(contact, places, version, internal, revised_on))


def _dump(card: _Card) -> str:
    return "".join(f"{fold_line(line)}\r\n" for line in _properties(card))


def _properties(card: _Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{card.version}"
    yield f"PRODID:{extras.PRODID}"
    yield from _who(card)
    yield from _titles(card)
    offices: dict[str, None] = {}
    for place in card.places:
        if place.office and place.office.code not in offices:  # two spans at one have one ORG
            offices[place.office.code] = None
            yield from _organisation(card, place.office, place.group, len(offices))
        yield from _post(card, place)
    yield from _ways(card)
    yield from _rest(card)
    yield "END:VCARD"


def _who(card: _Card) -> Iterator[str]:
    contact = card.contact
    is_desk = contact.kind is ContactKind.DESK
    if card.is_new:
        yield f"KIND:{'org' if is_desk else 'individual'}"
    elif is_desk:
        yield f"{extras.KIND}:desk"
    yield f"FN:{escape_text(contact.name)}"
    parts = {"given": contact.given_name, "family": contact.family_name}
    stored = [part for part, text in parts.items() if text]
    if stored or not is_desk or not card.is_new:  # 3.0 asks for an N of everybody
        names = extras.split_name(
            contact.name, contact.kind, contact.given_name, contact.family_name
        )
        yield f"N:{';'.join(map(escape_text, names))};;;"
    if stored:
        yield f"{extras.STORED}:{' '.join(stored)}"


def _titles(card: _Card) -> Iterator[str]:
    """Write the contact's own titles; the title of one posting alone stands for them."""
    contact = card.contact
    alternative = ";ALTID=1" if contact.titles and card.is_new else ""
    only = card.places[0].posting if len(card.places) == 1 else None
    if only and only.title:
        yield f"TITLE:{escape_text(only.title)}"
        yield f"{extras.TITLE}:{escape_text(contact.title or '')}"
    elif contact.title:
        yield f"TITLE{alternative}:{escape_text(contact.title)}"
    for language, text in contact.titles.items():
        yield f"TITLE{alternative};LANGUAGE={_tag(language)}:{escape_text(text)}"


def _organisation(card: _Card, office: Office, group: str, number: int) -> Iterator[str]:
    """Write an office; number: its place on the card, from 1."""
    # In 3.0 nothing would say that the translations are of the same office.
    names = office.names if card.is_new else {}
    alternative = f";ALTID={number}" if names else ""
    yield f"{group}ORG{alternative}:{_units(office, office.name)}"
    for language, name in names.items():
        yield f"{group}ORG{alternative};LANGUAGE={_tag(language)}:{_units(office, name)}"


def _units(office: Office, name: str) -> str:
    return ";".join(escape_text(text) for text in (office.organization, name) if text)


def _post(card: _Card, place: _Place) -> Iterator[str]:
    """Write what belongs to one posting."""
    posting, group = place.posting, place.group
    if posting is None:
        return
    if group and posting.title:
        yield f"{group}TITLE:{escape_text(posting.title)}"
    switchboard = place.office.switchboard if place.office else None
    if switchboard and posting.extension:
        number = switchboard.with_extension(posting.extension)
        yield f"{group}{_tel(Phone(number), card.version)}"
        yield f"{group}{extras.SWITCHBOARD}:{escape_text(switchboard.e164)}"
    yield from _own(_POSTING, posting, group)


def _own(fields: Iterable[Field], owner: object, group: str = "") -> Iterator[str]:
    """Write the fields that have a property of their own."""
    for field in fields:
        text = field.kind.text(field.get(owner))
        if text:
            yield f"{group}{field.vcard}:{'TRUE' if field.kind is FLAG else escape_text(text)}"


def _ways(card: _Card) -> Iterator[str]:
    groups = (f"item{number}." for number in count(1))
    work = "work" if card.is_new else "INTERNET,WORK"
    for email in card.contact.emails:
        if email.public or card.internal:
            line = f"EMAIL;TYPE={work}:{escape_text(str(email.address))}"
            yield from _labelled(groups, line, "", public=email.public)
    for phone in card.contact.phones:
        if phone.public or card.internal:
            line = _tel(phone, card.version)
            yield from _labelled(groups, line, NAMES[phone.kind].vcard_label, public=phone.public)


def _labelled(groups: Iterator[str], line: str, label: str, *, public: bool) -> Iterator[str]:
    """Write a way, in a group of its own where something is to be said of it."""
    group = next(groups) if label or not public else ""
    yield f"{group}{line}"
    if label:
        yield f"{group}X-ABLabel:{label}"
    if not public:
        yield f"{group}{extras.INTERNAL}:TRUE"


def _tel(phone: Phone, version: Version) -> str:
    number = phone.number
    display = _NO_NUMBER.sub("", number.display or number.e164)
    extension = _NO_NUMBER.sub("", number.extension or "")
    if version == "4.0":
        return f'TEL;VALUE=uri;TYPE="{NAMES[phone.kind].vcard_type}":{tel_uri(display, extension)}'
    text = f"{display} ext. {extension}" if extension else display
    return f"TEL;TYPE={NAMES[phone.kind].vcard_type.upper()}:{text}"


def _rest(card: _Card) -> Iterator[str]:
    contact = card.contact
    languages = [_tag(language) for language in contact.languages]
    if card.is_new:
        for place, language in enumerate(languages, start=1):
            yield f"LANG;PREF={place}:{language}"
    elif languages:
        yield f"{extras.LANG}:{' '.join(languages)}"
    if contact.topics:
        yield f"CATEGORIES:{','.join(map(escape_text, contact.topics))}"
    shown = (field for field in _CONTACT if card.internal or not field.is_internal)
    yield from _own(shown, contact)
    yield f"UID{';VALUE=text' if card.is_new else ''}:{escape_text(contact.key)}"
    if card.revised_on:
        yield f"REV:{card.revised_on:{'%Y%m%dT000000Z' if card.is_new else '%Y-%m-%d'}}"


def _tag(language: str) -> str:
    return _NO_TAG.sub("", language)
