r"""Contacts as vCards (RFC 6350, version 4.0).

vobject would escape the ";" of `tel:…;ext=230`, so we write them ourselves: text values are
escaped, URI values are not.
"""

from collections.abc import Iterator

from pressdesk.exchange.lines import Line
from pressdesk.model import ContactKind, Phone, PhoneKind
from pressdesk.values.uris import tel_uri

_TYPES = {
    PhoneKind.OFFICE: "work,voice",
    PhoneKind.MOBILE: "work,cell",
    PhoneKind.WHATSAPP: "work,cell",
    PhoneKind.SATELLITE: "work,voice",
    PhoneKind.FAX: "work,fax",
}


def dump_card(line: Line) -> str:
    """Write one contact at one posting as a whole card, with CRLF after each line."""
    return "".join(f"{fold_line(one)}\r\n" for one in _properties(line))


def fold_line(line: str, width: int = 75) -> str:
    """Fold one vCard line (RFC 6350, section 3.2).

    line: a whole content line, without its line end. width: octets of UTF-8, not characters, in
    each line before its CRLF.
    """
    lines, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > width:
            lines.append(" ")
            octets = 1
        lines[-1] += character
        octets += size
    return "\r\n".join(lines)


def escape_text(text: str) -> str:
    """Escape a text value (RFC 6350, section 3.4); controls never come so far."""
    for character in "\\,;":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _properties(line: Line) -> Iterator[str]:
    contact, office = line.contact, line.office
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    is_person = contact.kind is ContactKind.PERSON
    yield f"KIND:{'individual' if is_person else 'org'}"
    yield f"FN:{escape_text(contact.name)}"
    if is_person:
        family = contact.family_name or contact.name.split()[-1]
        given = contact.given_name or contact.name.removesuffix(family).strip()
        yield f"N:{escape_text(family)};{escape_text(given)};;;"
    if office:
        units = [one for one in (office.organization, office.name) if one]
        yield f"ORG:{';'.join(map(escape_text, units))}"
    title = (line.posting.title if line.posting else None) or contact.title
    if title:
        yield f"TITLE:{escape_text(title)}"
    for language, text in contact.titles.items():
        yield f"TITLE;LANGUAGE={language}:{escape_text(text)}"
    yield from _ways(line)
    for place, language in enumerate(contact.languages, start=1):
        yield f"LANG;PREF={place}:{language}"
    if contact.topics:
        yield f"CATEGORIES:{','.join(map(escape_text, contact.topics))}"
    yield f"UID;VALUE=text:{escape_text(contact.key)}"
    yield "END:VCARD"


def _ways(line: Line) -> Iterator[str]:
    for email in line.contact.emails:
        if email.public or line.internal:
            yield f"EMAIL;TYPE=work:{escape_text(str(email.address))}"
    switchboard = line.office.switchboard if line.office else None
    if switchboard and line.posting and line.posting.extension:
        number = switchboard.with_extension(line.posting.extension)
        yield _tel(Phone(number))
    for phone in line.contact.phones:
        if phone.public or line.internal:
            yield _tel(phone)


def _tel(phone: Phone) -> str:
    uri = tel_uri(phone.number.display or phone.number.e164, phone.number.extension)
    return f'TEL;VALUE=uri;TYPE="{_TYPES[phone.kind]}":{uri}'
