"""vCards of any program as neutral records: 2.1, 3.0 and 4.0, one card at a time.

Bytes become content lines (vcard_lines), these become properties (vcard_property), and here they
get their meaning. Nothing in a card is followed or opened, and no card spoils another.
"""

from collections.abc import Iterator

from pressdesk.exchange.report import Problem
from pressdesk.exchange.sheet import Record
from pressdesk.exchange.vcard import extras
from pressdesk.exchange.vcard.card import Card, Findings
from pressdesk.exchange.vcard.fields import (
    read_languages,
    read_names,
    read_posting_title,
    read_titles,
    read_topics,
)
from pressdesk.exchange.vcard.lines import RawCard, as_utf8, is_begin, split_cards
from pressdesk.exchange.vcard.property import Property, parse_property
from pressdesk.exchange.vcard.ways import Ways, read_number, read_ways
from pressdesk.model.fields import Field
from pressdesk.model.kinds import FLAG, TEXT
from pressdesk.model.phone_kinds import COLUMNS
from pressdesk.text.visible import quoted, visible

_WAYS = frozenset({"email", "ext", "internal", *COLUMNS})
_FIRST_BYTES = 4096
# Each posting repeats the whole card; more is no honest card.
_MOST_POSTINGS = 100
# What is no person and no desk.
_OTHER_KINDS = frozenset({"group", "location", "application", "device", "thing"})


def looks_like_vcard(content: bytes) -> bool:
    """Whether a file is one of vCards: its first line that has text begins one."""
    # The cut may part a character; what stands before it says enough.
    start = as_utf8(content[:_FIRST_BYTES], errors="ignore").lstrip()
    return is_begin(start.split(b"\n", 1)[0].split(b"\r", 1)[0])


def read_cards(name: str, content: bytes) -> list[Record]:
    """Read a file of cards: a record for each posting of a card, in pressdesk's own columns.

    name: the file's name in messages. Nothing is raised: a card that cannot be read, and text that
    is no card, give a record with a problem, and the other cards are read.
    """
    try:
        text = as_utf8(content)
    except UnicodeDecodeError:
        return [Record(1, problem=Problem("", f"{visible(name)} is not the UTF-16 it says"))]
    records = [record for raw in split_cards(text) for record in _records(raw)]
    reason = f"{visible(name)} holds no vCard; expected BEGIN:VCARD"
    return records or [Record(1, problem=Problem("", reason))]


def _records(raw: RawCard) -> Iterator[Record]:
    if raw.problem:
        yield Record(raw.line, problem=Problem("", raw.problem))
        return
    card = Card([prop for line in raw.lines if (prop := parse_property(line))])
    if bad := len(raw.lines) - len(card.properties):
        what = "line is no property" if bad == 1 else "lines are no properties"
        card.findings.change("card", f"{bad} {what}")
    texts = {
        **read_names(card),
        **read_titles(card),
        "languages": read_languages(card),
        "topics": read_topics(card),
        **{column: _own_text(card, column, field) for column, field in extras.CONTACT.items()},
        "key": card.first("key", "UID") if card.is_ours else "",
    }
    postings = _postings(card)
    ways = _ways(card)
    # The extension of a posting stands among those of the numbers.
    rows = [
        {**texts, **posting, "ext": "", **ways.columns(posting.get("ext", ""))}
        for posting in postings[:_MOST_POSTINGS]
    ]
    card.leave_out_rest()
    problem = _find_problem(card, texts["name"], rows)
    if len(postings) > _MOST_POSTINGS:
        rows, problem = rows[:1], Problem("office", f"the card has more than {_MOST_POSTINGS}")
    warnings = card.findings.warnings()
    for row in rows:
        filled = {column: text for column, text in row.items() if text}
        yield Record(raw.line, filled, problem, (), warnings)
        warnings = ()


def _postings(card: Card) -> list[dict[str, str]]:
    """Return the columns of each posting; one without an office for a card that names none."""
    organisations = card.take("ORG")
    offices = {prop.group: prop for prop in card.take(extras.OFFICE)}
    if offices:
        return [_own_posting(card, office) for office in offices.values()]
    names = dict.fromkeys(_office(card, prop) for prop in _without_translations(organisations))
    return [{"office": name} for name in list(names) or [""]]


def _own_text(card: Card, column: str, field: Field) -> str:
    """Return the text of a field that has a property of its own; several notes are one."""
    texts = [card.text(column, prop) for prop in card.take(field.vcard)]
    if field.kind is FLAG:
        return FLAG.text(bool(texts))
    return " ".join(texts) if field.kind is TEXT else next(iter(texts), "")


def _own_posting(card: Card, office: Property) -> dict[str, str]:
    """Return the columns of a posting that pressdesk wrote."""
    texts = {}
    for column, field in extras.POSTING.items():
        those = card.in_group(office.group, field.vcard)
        texts[column] = card.text(column, those[0]) if those else ""
    texts["posting_title"] = read_posting_title(card, office.group)
    for switchboard in card.in_group(office.group, extras.SWITCHBOARD)[:1]:
        _drop_tel(card, office.group, _digits(switchboard.text), texts["ext"])
    return texts


def _drop_tel(card: Card, group: str, number: str, extension: str) -> None:
    """Forget the TEL that rings the posting's extension: the office has its number."""
    for tel in card.in_group(group, "TEL"):
        read = read_number(tel, "", Findings())
        if read and _digits(read.text) == number and read.extension == extension:
            card.forget(tel)
            return


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")


def _without_translations(properties: list[Property]) -> Iterator[Property]:
    """Yield properties without those that say the same in another language (ALTID)."""
    seen: set[str] = set()
    for prop in properties:
        alternative = prop.params.get("ALTID", ("",))[0]
        if not alternative or alternative not in seen:
            yield prop
        seen.add(alternative)


def _office(card: Card, organisation: Property) -> str:
    """Return the second component of an ORG, the unit, else the organisation itself."""
    card.check(organisation, "office")
    units = [card.findings.clean("office", unit) for unit in organisation.split(";")]
    for unit in filter(None, units[2:]):
        card.findings.change("office", f"left out of ORG: {quoted(unit)}")
    return next((unit for unit in (*units[1:2], *units[:1]) if unit), "")


def _ways(card: Card) -> Ways:
    labels = {prop.group: card.text("phone", prop) for prop in card.take("X-ABLABEL") if prop.group}
    internal = frozenset(prop.group for prop in card.take(extras.INTERNAL) if prop.group)
    emails, tels = card.take("EMAIL"), card.take("TEL")
    for column, those in (("email", emails), ("phone", tels)):
        for prop in those:
            card.check(prop, column)
    return read_ways(emails, tels, labels, internal, card.findings)


def _find_problem(card: Card, name: str, rows: list[dict[str, str]]) -> Problem | None:
    """Return why a card is no contact, or None."""
    if card.problem:
        return card.problem
    kind = (card.first("kind", "KIND") or card.first("kind", "X-ADDRESSBOOKSERVER-KIND")).lower()
    if kind in _OTHER_KINDS:
        return Problem("", f"{quoted(name)} is a {kind}; expected a person or a desk")
    if not name:
        return Problem("name", "the card has no FN, N, ORG or e-mail to call it by")
    # What pressdesk itself wrote may have none in this file: the directory knows more of it.
    if not card.is_ours and not any(row.get(way) for row in rows for way in _WAYS):
        return Problem("", f"{quoted(name)} has no e-mail and no phone")
    return None
