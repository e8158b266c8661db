"""Names, titles, languages and topics of a card as the columns of pressdesk."""

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.vcard import extras
from pressdesk.exchange.vcard.card import Card
from pressdesk.exchange.vcard.property import Property
from pressdesk.exchange.vcard.text import split_text, unescape_text
from pressdesk.model import ContactKind
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.text.visible import quoted
from pressdesk.values.places import parse_language

_KINDS = {"org": ContactKind.DESK, "desk": ContactKind.DESK, "individual": ContactKind.PERSON}
# The groups that Google's address book puts everybody in.
_NO_TOPICS = frozenset({"mycontacts", "starred"})


def read_names(card: Card) -> dict[str, str]:
    """Return kind, name, and the parts of N that a split of the name would not give.

    A card without FN is called by its N, else its ORG (then it is a desk), else its e-mail.
    """
    names = card.take("FN")
    card.findings.leave_out("FN", max(len(names) - 1, 0))
    family, given, prefix, suffix = _parts(card)
    kind = _kind(card)
    name = next(filter(None, (card.text("name", prop) for prop in names)), "")
    name = name or " ".join(filter(None, (prefix, given, family, suffix)))
    if not name and (name := _company(card)):
        kind = ContactKind.DESK
    if not name and (name := card.first("name", "EMAIL")):
        card.findings.change("name", "the card has none; the e-mail stands for it")
    for part in (prefix, suffix):
        if part not in name:
            card.findings.change("name", f"left out of N: {quoted(part)}")
    texts = {"name": name, "kind": str(kind or "")}
    stored = card.first("name", extras.STORED).split()
    shape = kind or ContactKind.PERSON
    if "family" in stored or family != extras.split_name(name, shape)[0]:
        texts["family_name"] = family
    if "given" in stored or given != extras.split_name(name, shape, None, family)[1]:
        texts["given_name"] = given
    return texts


def _kind(card: Card) -> ContactKind | None:
    """Return whether the card is of a person or a desk; None when it does not tell."""
    for name in (extras.KIND, "KIND", "X-KIND"):
        if kind := _KINDS.get(card.first("kind", name).lower()):
            return kind
    if card.first("kind", "X-ABSHOWAS").lower() == "company":
        return ContactKind.DESK
    return ContactKind.PERSON if card.is_ours else None


def _parts(card: Card) -> tuple[str, str, str, str]:
    """Return family name, given names, prefixes and suffixes as N has them."""
    names = card.take("N")
    card.findings.leave_out("N", max(len(names) - 1, 0))
    if not names:
        return "", "", "", ""
    card.check(names[0], "name")
    parts = [
        " ".join(filter(None, (card.findings.clean("name", unescape_text(item)) for item in items)))
        for items in (split_text(part, ",") for part in split_text(names[0].value, ";"))
    ]
    family, given, additional, prefix, suffix = (*parts, "", "", "", "")[:5]
    return family, f"{given} {additional}".strip(), prefix, suffix


def _company(card: Card) -> str:
    organisations = card.take("ORG")
    units = organisations[0].split(";") if organisations else []
    return next(filter(None, (card.findings.clean("name", unit) for unit in units)), "")


def read_titles(card: Card) -> dict[str, str]:
    """Return title and title_<language>, but those for one posting alone."""
    of_postings = {prop.group for prop in card.take(extras.OFFICE) if prop.group}
    plain: list[str] = []
    translated: dict[str, str] = {}
    for prop in card.take("TITLE"):
        text, language = card.text("title", prop), _language(prop)
        if prop.group in of_postings:
            continue
        if not language:
            plain.append(text)
        elif translated.setdefault(language, text) != text:
            card.findings.leave_out("TITLE")
    plain = [text for text in plain if text]
    if own := card.take(extras.TITLE):
        plain = [card.text("title", own[0])]
    elif not card.is_ours and not plain:
        plain, translated = _without_plain(card, translated)
    card.findings.leave_out("TITLE", max(len(plain) - 1, 0))
    texts = {f"title_{language}": text for language, text in translated.items()}
    return {"title": plain[0] if plain else "", **texts}


def _without_plain(card: Card, translated: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    """Find a title where none is without a language: Outlook gives every text its own."""
    if translated:
        first = next(iter(translated.values()))
        return [first], translated if len(translated) > 1 else {}
    return [text for prop in card.take("ROLE") if (text := card.text("title", prop))], {}


def read_posting_title(card: Card, group: str) -> str:
    """Return the title for one posting alone; group: that of the posting, or empty.

    Without a group it is the TITLE of a card that says the contact's own title beside it.
    """
    if not group and not card.take(extras.TITLE):
        return ""
    titles = [prop for prop in card.in_group(group, "TITLE") if not _language(prop)]
    return card.text("posting_title", titles[0]) if titles else ""


def _language(prop: Property) -> str:
    try:
        return parse_language(prop.language) if prop.language else ""
    except InvalidValueError:
        return ""


def read_languages(card: Card) -> str:
    """Return the column languages, best first."""
    found: dict[str, None] = {}
    for name in ("LANG", extras.LANG):
        for prop in card.take(name):
            card.check(prop, "languages")
            for item in prop.text.replace(",", " ").split():
                try:
                    found[parse_language(item)] = None
                except InvalidValueError:
                    card.findings.change("languages", f"left out: {quoted(item)}")
    return BETWEEN_VALUES.join(found)


def read_topics(card: Card) -> str:
    """Return the column topics."""
    found: dict[str, None] = {}
    for prop in card.take("CATEGORIES"):
        card.check(prop, "topics")
        for item in prop.split(","):
            topic = card.findings.clean("topics", item)
            if topic.lower() in _NO_TOPICS:
                card.findings.change("topics", f"left out: {quoted(topic)}")
            elif topic:
                found[topic] = None
    return BETWEEN_VALUES.join(found)
