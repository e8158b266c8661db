"""Entries become contacts: what each of their texts says, and whether they are contacts at all."""

from collections.abc import Iterable, Iterator

from pressdesk.errors import InvalidValueError
from pressdesk.reading.cut.labels import find_kind
from pressdesk.reading.cut.pieces import Token
from pressdesk.reading.find.lead_ins import LeadIn
from pressdesk.reading.found import FoundContact, FoundPhone
from pressdesk.reading.group.grouping import Entry
from pressdesk.reading.numbers.runs import Origin, read_number
from pressdesk.reading.people.desks import is_desk, is_public, with_press_addresses
from pressdesk.reading.vocabulary import (
    DESK_WORDS,
    MEDIA_WORDS,
    ORG_WORDS,
    POSTNOMINALS,
    TITLE_WORDS,
    UNITS,
)
from pressdesk.text.folding import fold, fold_words
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_kind import kind_of_range

_AUDIENCES = MEDIA_WORDS | {"analysts", "investor", "investors", "investoren"}
_SMALL = frozenset(
    "on at by in via unter auf al allo sur au chez bei an to is a or and the please contact "
    "call tel under von der die das".split()
)  # fmt: skip
# What a sentence says beside who and how: "is available for interview", "gern zur Verfügung".
_COURTESY = frozenset(
    "available for interview interviews comment is are also zur verfugung gern gerne jederzeit "
    "telefonnummer nummer telefonisch e mail".split()
)


def compose_contacts(
    entries: Iterable[Entry], lead: LeadIn | None, origin: Origin
) -> Iterator[FoundContact]:
    """Give the contacts of a region's entries; line: the place in the text where each begins."""
    named_before = False
    public_lead: LeadIn | None = None
    for entry in entries:
        if is_public(entry):
            public_lead = entry.lead
            continue
        if public_lead and entry.lead is public_lead and _is_for_everybody(public_lead):
            continue  # "For more information call the hotline …, contact … for a copy"
        if not entry.names and not entry.fields.get("name"):
            if not is_desk(entry, named_before=named_before):
                continue
            if not (entry := with_press_addresses(entry)).values:
                continue
        named_before = True
        yield from _compose(entry, lead, origin)


def _is_for_everybody(lead: LeadIn) -> bool:
    return not (lead.is_pressly or lead.is_heading)


def is_explained(entry: Entry) -> bool:
    """Ask whether all that was said about somebody is a name, a title, an office or a value."""
    is_somebody = bool(entry.names or entry.fields.get("name") or entry.texts)
    return is_somebody and all(
        _field_of(token) or _COURTESY.issuperset(fold_words(token.text).split())
        for token in _said(entry)
    )


def _compose(entry: Entry, lead: LeadIn | None, origin: Origin) -> Iterator[FoundContact]:
    origin = _origin_of(entry, origin)
    emails, problems = _emails(entry)
    phones = _phones(entry, origin)
    if not emails and not phones:
        return
    title, office, organization = _texts(entry)
    names: list[str | None] = [one.text for one in entry.names] or [entry.fields.get("name")]
    lead = entry.lead or lead
    for name in names:
        start = next((one.start for one in entry.names if one.text == name), entry.start)
        problems = [
            *problems,
            *(f'"{one.text}" cannot be read as a number' for one in phones if one.number is None),
        ]
        yield FoundContact(
            start, " ".join(name.split()) if name else None, title, office, organization,
            emails, phones,
            lead.language if lead else origin.language,
            (lead.text or None) if lead else None,
            _confidence(entry, name, phones, problems), tuple(dict.fromkeys(problems)),
        )  # fmt: skip


def _emails(entry: Entry) -> tuple[tuple[str, ...], list[str]]:
    found: dict[str, str] = {}
    problems = []
    for value in entry.values:
        if value.kind != "email":
            continue
        try:
            address = EmailAddress.parse(value.text)
        except InvalidValueError as error:
            problems.append(str(error))
            continue
        local = value.text.partition("@")[0]
        found.setdefault(address.folded, address.normal if local in address.normal else value.text)
    return tuple(found.values()), problems


def _phones(entry: Entry, origin: Origin) -> tuple[FoundPhone, ...]:
    found: dict[tuple[str, str | None], FoundPhone] = {}
    for value in entry.values:
        if value.kind != "phone":
            continue
        number = value.number or read_number(value.text, origin).e164
        if value.text.startswith("+") and value.text.lstrip("+＋ (").startswith("0"):
            number = read_number(value.text, origin).e164
        phone = FoundPhone(
            number, value.extension, _kind(value, number), " ".join(value.text.split())
        )
        found.setdefault((number or phone.text, value.extension), phone)
    return tuple(found.values())


def _kind(value: Token, number: str | None) -> str:
    if value.label and value.label not in ("office", "email"):
        return value.label
    if number is None:
        return "office"
    return "mobile" if kind_of_range(number) == "mobile" else "office"


def _origin_of(entry: Entry, origin: Origin) -> Origin:
    from pressdesk.reading.numbers.countries import find_country

    country = next(
        (found for one in entry.texts if (found := find_country(one.text, origin.language))), None
    )
    return Origin(country, origin.likely, origin.language) if country else origin


def _texts(entry: Entry) -> tuple[str | None, str | None, str | None]:
    """Tell title, office and organisation among the texts; None where none is plain."""
    found = dict.fromkeys(("title", "office", "organization"))
    found.update({field: text for field, text in entry.fields.items() if field in found})
    for token in _said(entry):
        field = _field_of(token)
        if field == "office" and found["office"] and not found["organization"]:
            continue
        if field and found[field] is None:
            found[field] = token.text
    _fill_from_heading(entry, found)
    return found["title"], found["office"], found["organization"]


def _field_of(token: Token) -> str | None:
    """Judge one text: title, office, organisation, or nothing plain."""
    text = token.text
    words = set(fold_words(text).split())
    if words & TITLE_WORDS or words <= {"mp", "mep", "ceo", "cfo"}:
        return "title"
    is_name = text[:1].isupper() and not any(map(str.isdigit, text))
    if not is_name or words <= POSTNOMINALS or find_kind(text, None):
        return None  # "PhD", or the head of a column
    if text.isupper() and len(words) == 1 and len(text) > 1:
        return "organization"
    if "'s " in text or "’s " in text:
        return "office" if words & DESK_WORDS else None
    if words & ORG_WORDS and len(words) > 1 and not _has_place(text):
        return "organization"
    return "office" if len(words) <= 8 else None


def _fill_from_heading(entry: Entry, found: dict[str, str | None]) -> None:
    """Take from "Investors:" or "Dr Wilton’s Office:" above the entry what is missing."""
    heading = entry.heading.text.strip() if entry.heading else ""
    words = set(fold_words(heading).split())
    if heading and words <= _AUDIENCES:
        found["title"] = found["title"] or heading
    elif heading:
        found["office"] = found["office"] or heading
    lead = entry.lead
    if lead and not entry.names and not found["office"]:
        is_unit = set(fold_words(lead.text).split()) & UNITS and lead.is_heading
        found["office"] = lead.gap or (lead.text if is_unit and lead.end else None)


def _has_place(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return first.isupper() and bool(rest)


def _said(entry: Entry) -> Iterator[Token]:
    for token in entry.texts:
        words = token.text.split()
        while words and fold(words[-1].strip(".")) in _SMALL:
            words.pop()
        while words and fold(words[0]) in _SMALL - {"at", "in"}:
            words.pop(0)
        if words and fold(words[0]) in ("at", "in", "bei"):
            words.pop(0)
        if words and len(words) < 15 and not (token.kind == "aside" and token.text[:1].islower()):
            yield token._replace(text=" ".join(words))


def _confidence(
    entry: Entry, name: str | None, phones: tuple[FoundPhone, ...], problems: list[str]
) -> float:
    score = 0.9 if entry.lead else 0.6
    score -= 0.1 * (name is None)
    score -= 0.1 * any(one.number is None for one in phones)
    score -= 0.05 * bool(problems)
    score += 0.05 * bool(entry.lead and entry.lead.is_pressly)
    return round(min(max(score, 0.1), 1.0), 2)
