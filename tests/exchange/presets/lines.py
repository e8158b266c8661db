"""Contacts for the tests of the presets, and their rows as a reader gets them."""

from pressdesk.drafts.ways import Reading, pair_extensions
from pressdesk.exchange.csv.formula_guard import guard_cell, unguard_cell
from pressdesk.exchange.drafting import draft_contact
from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets import get_preset
from pressdesk.exchange.presets.losses import find_lost
from pressdesk.exchange.presets.preset import Preset
from pressdesk.exchange.presets.reading import ReadRow
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

OFFICE = Office(
    "iom-washington-dc", "IOM Washington DC", "US", "IOM",
    switchboard=PhoneNumber.parse("+1 202 862 1826"),
)  # fmt: skip
GENEVA = PhoneNumber.parse("+41 22 717 91 11")
PARIS = PhoneNumber.parse("+33 6 12 34 56 78")
NAIROBI = PhoneNumber.parse("+254 20 2012345")
MARIA = Contact(
    key="maria-g-moreno", name="Maria G. Moreno", given_name="Maria", family_name="Moreno",
    title="Head of Press",
    emails=(Email(EmailAddress("maria@example.org")), Email(EmailAddress("press@example.org"))),
    phones=(Phone(GENEVA), Phone(PARIS, PhoneKind.MOBILE), Phone(NAIROBI, PhoneKind.FAX)),
    topics=("food", "winter aid"), note="Before noon",
    postings=(Posting("iom-washington-dc", extension="230"),),
)  # fmt: skip
LINE = Line(MARIA, MARIA.postings[0], OFFICE)


def cells_of(name: str, line: Line, email: str | None = None) -> dict[str, str]:
    """Give the cells of a row that is written, by their headers."""
    preset = get_preset(name)
    return dict(zip(preset.header, preset.dump_row(line, email), strict=True))


def lost(name: str, line: Line) -> list[str]:
    """Name what a program has no place for, as `values_of_line` does."""
    return [f"{column}: {text}" for column, text in find_lost(get_preset(name), line)]


def filled(name: str, line: Line, email: str | None = None) -> dict[str, str]:
    """Give those cells of a row that have a text."""
    return {column: text for column, text in cells_of(name, line, email).items() if text}


def read_back(preset: Preset, name: str, line: Line, email: str | None = None) -> ReadRow:
    """Read a row as the caller does: guarded when it is written, the guard off when it is read."""
    guarded = {
        column: text if column in preset.phone_columns else guard_cell(" ".join(text.split()))
        for column, text in cells_of(name, line, email).items()
    }
    return preset.read_row({column: unguard_cell(text) for column, text in guarded.items()})


def values_of_texts(texts: dict[str, str]) -> set[str]:
    """Give what an import would understand of a row, as `column: value`."""
    draft = draft_contact(texts)
    numbers = pair_extensions(
        draft.phones.get(PhoneKind.OFFICE) or (), draft.extensions or (), Reading()
    ).numbers
    return {
        *(f"{column}: {texts[column]}" for column in texts if column in {"name", "title", "note"}),
        *(f"office: {texts[column]}" for column in texts if column == "office"),
        *(f"email: {one}" for one in draft.emails or ()),
        *(f"topics: {one}" for one in draft.given.get("topics") or ()),
        *(f"languages: {one}" for one in draft.given.get("languages") or ()),
        *(f"phone: {one}" for one in numbers),
        *(
            f"{kind}: {PhoneNumber.parse(text)}"
            for kind, those in draft.phones.items()
            if kind is not PhoneKind.OFFICE
            for text in those
        ),
    }


def values_of_line(line: Line) -> set[str]:
    """Give what a line says to a reader, in the same form."""
    contact, posting, office = line.contact, line.posting, line.office
    assert posting
    assert office
    shown = [phone for phone in contact.phones if phone.public or line.internal]
    columns = {kind: "phone" if kind is PhoneKind.OFFICE else str(kind) for kind in PhoneKind}
    values = {
        f"name: {contact.name}",
        f"office: {office.name}",
        *(f"title: {title}" for title in (contact.title, posting.title) if title),
        *(f"email: {e.address}" for e in contact.emails if e.public or line.internal),
        *(f"topics: {topic}" for topic in contact.topics),
        *(f"languages: {language}" for language in contact.languages),
        *(f"{columns[phone.kind]}: {phone.number}" for phone in shown),
    }
    if contact.note and line.internal:
        values.add(f"note: {contact.note}")
    if posting.extension and office.switchboard:
        values.add(f"phone: {office.switchboard.with_extension(posting.extension)}")
    return values
