"""What a reader must not take for a contact, and what it must not miss."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.reading.find.regions import read_regions


def names(text: str, country: str | None = None) -> list[str | None]:
    """Give the names that are found in a text."""
    regions = read_regions(text.split("\n"), country=country)
    return [one.name for region in regions for one in region.contacts]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Contact",
        "Contact:",
        "Contact: ",
        "For more information, visit www.example.org.",
        "To donate, call 0800 123 4567.",
        "Contact: 12 May 2021",
        "Contact: 2015-2016",
        "Contact: 10.1016/j.2021.105123",
        "Contact: ISBN 978-3-16-148410-0",
        "Contact: $1 202 862 182",
        "Contact between the two sides was lost on 3 May, said Anna Berg of 202-862-1826 Street.",
        "> Contact: Anna Berg, aberg@example.org",
        "Subscribe: Contact news@example.org",
        "For further information on the program call 1800 020 103 (toll free).",
        "For tickets contact Anna Berg on 020 7946 0123.",
        "For more information or to register, contact Anna Berg at 202-862-1826.",
        "Spendenkonto: IBAN DE89 3704 0044 0532 0130 00\nKontakt: spenden@beispiel.de",
        "Vacancies\nContact: Human Resources, hr@example.org",
        "Parliament House, Canberra ACT 2600 Tel: (06) 277 7500 Fax: (06) 273 4120",
        "From: Anna Berg <aberg@example.org>\nTo: press@example.org",
        "Anna Berg spoke for two hours.\nAnna Berg",
    ],
)
def test_no_contact(text: str) -> None:
    """Dates, prices, documents, donations, running text, quoted mail."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contact: Anna Berg +41 22 717 91 11", ["Anna Berg"]),
        ("CONTACT : ANNA BERGMANN, +41 22 717 91 11", ["ANNA BERGMANN"]),
        ("Contact\n\nAnna Berg\n\naberg@example.org", ["Anna Berg"]),
        ("Press contact: Dr. Berg, aberg@example.org", ["Berg"]),
        ("Media contacts: Anna Berg & Tom Lund, press@example.org", ["Anna Berg", "Tom Lund"]),
        ("Contact: IOM Geneva, Anna Berg, +41 22 717 91 11", ["Anna Berg"]),
        ("Press office: +41 22 717 91 11", [None]),
        ("Anna Berg\nPress Officer\naberg@example.org\n+41 22 717 91 11", ["Anna Berg"]),
    ],
)
def test_contacts(text: str, expected: list[str | None]) -> None:
    """In one line or several, of people and of desks."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Contact: Anna Berg, Tel: 41.22.717 91 11", ["+41227179111"]),
        ("Contacto de prensa: Ana Luz 91 411 38 50 / 649 325 737",
         ["+34914113850", "+34649325737"]),
        ("Kontakt: Eva Lang, Tel. 0228/81 00 2-41, Fax -40", ["+492288100241", "+492288100240"]),
        ("Kontakt: Eva Lang, Tel. 030 901820-11 oder -22", ["+493090182011", "+493090182022"]),
        ("Contatti stampa: Maria Rossi 349 8132110", ["+393498132110"]),
        ("Contact: Anna Berg 0417 952 296 or 02 9284 1605", ["+61417952296", "+61292841605"]),
        ("Contact: Anna Berg, +49 (0)30 901820-11", ["+493090182011"]),
        ("Contact: Anna Berg, +1 202-862-1826-230", ["+12028621826"]),
    ],
)  # fmt: skip
def test_numbers_as_people_print_them(text: str, numbers: list[str]) -> None:
    """Without plus, with other last digits, with a slash between two."""
    [region] = read_regions(text.split("\n"))
    assert [phone.number for phone in region.contacts[0].phones] == numbers


@pytest.mark.parametrize(
    "text",
    [
        (
            "Contacts\n\nPour de plus amples informations, veuillez consulter le site\n"
            "https://www.corvian.org/ ou envoyez un courrier à <press@corvian.org>."
        ),
        (
            "Kontakt\n\nWięcej informacji można znaleźć na stronach Corvian lub wysyłając\n"
            "e-mail na adres <press@corvian.org>."
        ),
        (
            "Contact Information\n\nFor further information, please visit the pages, send mail\n"
            "to <press@corvian.org>, or contact the\nrelease team at <release@lists.corvian.org>."
        ),
        "連絡先について\n\n<press@corvian.org> へメールを送ってください。",
    ],
)
def test_the_mailbox_of_a_press_desk_in_a_sentence(text: str) -> None:
    """It alone, and nobody's name."""
    [region] = read_regions(text.split("\n"))[-1:]
    assert [(one.name, one.emails) for one in region.contacts] == [(None, ("press@corvian.org",))]


def test_country_of_the_reader_completes_numbers() -> None:
    """The same digits, at home in two countries."""
    for country, number in (("GB", "+441614960111"), (None, None)):
        lines = ["Contact: Anna Berg, 0161 4960 111"]
        [region] = read_regions(lines, country=country)
        assert region.contacts[0].phones[0].number == number


def test_a_number_that_cannot_be_known_is_told() -> None:
    """It stays as printed, and no digit is invented."""
    [region] = read_regions(["Contact: Anna Berg, 624-8185"])
    [phone] = region.contacts[0].phones
    assert (phone.number, phone.text) == (None, "624-8185")
    assert region.contacts[0].problems == ('"624-8185" cannot be read as a number',)


def test_letters_never_become_digits() -> None:
    """Extension words of every language come off; other letters end the number."""
    for word in ("poste", "Durchwahl", "ramal", "доб.", "ext", "x", "#"):
        [region] = read_regions([f"Contact: Anna Berg, +1 202 862 1826 {word} 230"])
        [phone] = region.contacts[0].phones
        assert (phone.number, phone.extension) == ("+12028621826", "230"), word


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_text_is_read(lines: list[str]) -> None:
    """Whatever it is, and each contact stands in the lines of its region."""
    for region in read_regions(["Contact:", *lines]):
        for one in region.contacts:
            assert region.first <= one.line <= region.last
            assert one.emails or one.phones


def test_a_region_is_understood_when_every_piece_of_it_is() -> None:
    """A card is; one with a sentence about the weather in it is not."""
    card = ["Contact:", "Anna Berg, Press Officer", "aberg@example.org"]
    assert [one.is_understood for one in read_regions(card)] == [True]
    odd = ["Contact:", "Anna Berg, if the weather lets her", "aberg@example.org"]
    assert [one.is_understood for one in read_regions(odd)] == [False]


def test_rows_of_a_table_of_press_officers_are_read_without_a_lead_in() -> None:
    """A name, a title that speaks to the press, addresses and numbers; and no other table."""
    table = (
        "Geneva, 3 March 2026 – text.\n"
        "Hélène Dubois-Keller\tHead of Communications\t+41 22 501 01 00 ext 11\n"
        "Jürgen Müller\tPress Officer\t+41 22 501 01 00 ext 12\tj.mueller@org.example"
    )
    assert names(table, "CH") == ["Hélène Dubois-Keller", "Jürgen Müller"]
    for row in (
        "Jürgen Müller\tTicket Office\t+41 22 501 01 00 ext 12",
        "Jürgen Müller\tPress Officer\tsince 2019",
        "Jürgen Müller\t+41 22 501 01 00",
        "Results\tPress Freedom Index\t+41 22 501 01 00",
    ):
        assert names(f"A text.\n{row}", "CH") == []
