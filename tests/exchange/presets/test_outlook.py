"""Both Outlooks, in three languages."""

import pytest

from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets import get_preset
from pressdesk.model import Contact, Email, Phone, PhoneKind
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.exchange.presets.lines import GENEVA, LINE, MARIA, OFFICE, filled, lost
from tests.strategies import NUMBERS

OUTLOOK = get_preset("outlook")
read_row = OUTLOOK.read_row

SHARED = {
    "First Name": "Maria", "Middle Name": "G.", "Last Name": "Moreno",
    "Job Title": "Head of Press", "Company": "IOM", "Department": "IOM Washington DC",
    "Office Location": "IOM Washington DC", "E-mail Address": "maria@example.org",
    "E-mail 2 Address": "press@example.org", "Business Phone": "+1 202 862 1826 ext 230",
    "Business Phone 2": "+41 22 717 91 11", "Mobile Phone": "+33 6 12 34 56 78",
    "Business Fax": "+254 20 2012345",
}  # fmt: skip
READ = {
    "name": "Maria G. Moreno", "given_name": "Maria", "title": "Head of Press",
    "office": "IOM Washington DC", "email": "maria@example.org ; press@example.org",
    "phone": "+1 202 862 1826 ; +41 22 717 91 11", "ext": "230 ;",
    "mobile": "+33 6 12 34 56 78", "fax": "+254 20 2012345",
}  # fmt: skip


def test_a_whole_row_of_new_outlook() -> None:
    """`Title` stays empty: there it is the honorific."""
    assert filled("outlook", LINE) == SHARED
    assert read_row(SHARED).texts == READ
    assert lost("outlook", LINE) == ["topics: food", "topics: winter aid"]


def test_a_whole_row_of_classic_outlook() -> None:
    """With categories, languages, and names for the field "To:"."""
    line = LINE._replace(contact=MARIA._replace(languages=("en", "pt-BR")))
    row = filled("outlook-classic", line)
    assert row == SHARED | {
        "E-mail Type": "SMTP", "E-mail Display Name": "Maria G. Moreno",
        "E-mail 2 Type": "SMTP", "E-mail 2 Display Name": "Maria G. Moreno",
        "Categories": "food;winter aid", "Language": "en;pt-BR",
    }  # fmt: skip
    assert read_row(row).texts == READ | {"topics": "food ; winter aid", "languages": "en ; pt-BR"}
    assert lost("outlook-classic", line) == []


def test_what_does_not_fit_is_named() -> None:
    """Three e-mails, three numbers, one mobile, two faxes; the rest has no column."""
    emails = tuple(Email(EmailAddress(f"{name}@example.org")) for name in "abcd")
    four = tuple(Phone(PhoneNumber.parse(one)) for one in NUMBERS[:4])
    others = tuple(
        Phone(GENEVA, kind) for kind in (PhoneKind.MOBILE, PhoneKind.WHATSAPP, PhoneKind.SATELLITE)
    )
    second = Phone(PhoneNumber.parse(NUMBERS[0]), PhoneKind.MOBILE)
    line = Line(Contact("ada", "Ada", emails=emails, phones=(*four, *others, second)), None, OFFICE)
    assert OUTLOOK.find_emails(line) == [str(one.address) for one in emails]
    assert lost("outlook", line) == [
        "email: d@example.org", "phone: +33 1 23 45 67 89", "mobile: +1 202 555 0123",
        "whatsapp: +41 22 717 91 11", "satellite: +41 22 717 91 11",
    ]  # fmt: skip


def test_the_display_name_keeps_the_order_of_a_name() -> None:
    """As Outlook writes it, with the address behind it, too."""
    row = {"First Name": "Jinping", "Last Name": "Xi", "E-mail Address": "xi@example.org"}
    for shown in ("Xi Jinping", "Xi Jinping (xi@example.org)"):
        assert read_row(row | {"E-mail Display Name": shown}).texts["name"] == "Xi Jinping"
    for shown in ("xi@example.org", "The boss", "Xi, Jinping"):
        assert read_row(row | {"E-mail Display Name": shown}).texts["name"] == "Jinping Xi"


@pytest.mark.parametrize(
    ("cells", "office"),
    [
        ({"Company": "IOM", "Department": "Press", "Office Location": "Bern"}, "Bern"),
        ({"Company": "IOM", "Department": "Bern"}, "Bern"),
        ({"Company": "IOM"}, "IOM"),
    ],
)
def test_the_office_is_the_nearest_place(cells: dict[str, str], office: str) -> None:
    """Where there is none, the company."""
    assert read_row({"First Name": "Ada"} | cells).texts["office"] == office


def test_what_pressdesk_has_no_place_for_is_warned_of() -> None:
    """The honorific, numbers of no kind that we know, addresses within an Exchange server."""
    row = read_row(
        {
            "Title": "Dr.", "Last Name": "Lovelace", "Pager": "123", "Home Phone": "022 717 91 11",
            "E-mail Address": "/o=IOM/ou=Geneva/cn=ada", "E-mail Type": "EX",
        }
    )  # fmt: skip
    assert row.texts == {"name": "Lovelace", "internal": "022 717 91 11"}
    assert row.warnings == (
        'e-mail address: "/o=IOM/ou=Geneva/cn=ada" has no place in pressdesk',
        "home phone: 022 717 91 11 is private and was taken as internal",
        'title: "Dr." has no place in pressdesk',
        'pager: "123" has no place in pressdesk',
    )


def test_german_outlook_is_read() -> None:
    """Both spellings of private numbers that its versions have."""
    row = read_row(
        {
            "Anrede": "Frau", "Vorname": "Zoë", "Nachname": "Müller", "Position": "Leiterin",
            "Firma": "DRK", "Abteilung": "Presse", "Büro": "Berlin",
            "E-Mail-Adresse": "zoe@example.org", "E-Mail 2: Adresse": "presse@example.org",
            "Telefon geschäftlich": "030 123456", "Mobiltelefon": "0170 1234567",
            "Fax geschäftlich": "030 123457", "Telefon (privat)": "030 1", "Telefon privat 2": "2",
            "Kategorien": "Presse;Hilfe", "Notizen": "vormittags", "Straße geschäftlich": "Allee 1",
            "Sprache": "Deutsch",
        }
    )  # fmt: skip
    assert row.texts == {
        "name": "Zoë Müller", "title": "Leiterin", "office": "Berlin", "note": "vormittags",
        "topics": "Presse ; Hilfe", "email": "zoe@example.org ; presse@example.org",
        "phone": "030 123456", "mobile": "0170 1234567", "fax": "030 123457",
        "internal": "030 1 ; 2",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["messagerie", "courrier"])
def test_french_outlook_is_read(word: str) -> None:
    """Its "Titre" heads two columns, and so is nothing."""
    row = read_row(
        {
            "Titre": "Directrice", "Prénom": "Zoé", "Nom": "Dupont", "Société": "MSF",
            "Service": "Presse", "Bureau": "Paris", f"Adresse de {word}": "zoe@example.org",
            f"Adresse de {word} 2": "presse@example.org", "Téléphone (bureau)": "01 23 45 67 89",
            "Tél. mobile": "06 12 34 56 78", "Télécopie (bureau)": "01 23 45 67 80",
            "Catégories": "presse", "Notes": "le matin",
        }
    )  # fmt: skip
    assert row.texts == {
        "name": "Zoé Dupont", "office": "Paris", "note": "le matin", "topics": "presse",
        "email": "zoe@example.org ; presse@example.org", "phone": "01 23 45 67 89",
        "mobile": "06 12 34 56 78", "fax": "01 23 45 67 80",
    }  # fmt: skip
    assert row.warnings == ('titre: "Directrice" may be an honorific or a job; not taken',)


def test_a_language_that_is_not_known_is_not_guessed() -> None:
    """Nothing is read of it."""
    assert read_row({"Nome": "Ada", "Cognome": "Rossi", "Telefono ufficio": "1"}).texts == {}
