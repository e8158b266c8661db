"""Brevo."""

import pytest

from pressdesk.exchange.presets import get_preset
from pressdesk.model import Contact, Phone, PhoneKind
from tests.exchange.presets.lines import GENEVA, LINE, PARIS, filled, lost

read_row = get_preset("brevo").read_row


def test_a_whole_row() -> None:
    """Digits with the country code; a number without its extension would reach somebody else."""
    assert filled("brevo", LINE, "maria@example.org") == {
        "EMAIL": "maria@example.org", "FIRSTNAME": "Maria", "LASTNAME": "Moreno",
        "SMS": "33612345678", "LANDLINE_NUMBER": "41227179111",
    }  # fmt: skip
    assert lost("brevo", LINE) == [
        "name: Maria G. Moreno", "title: Head of Press", "topics: food", "topics: winter aid",
        "office: IOM Washington DC", "phone: +1 202 862 1826 ext 230", "fax: +254 20 2012345",
    ]  # fmt: skip


def test_a_mobile_with_an_extension_gets_no_messages() -> None:
    """The next one without does."""
    phones = (
        Phone(GENEVA.with_extension("5"), PhoneKind.MOBILE),
        Phone(PARIS, PhoneKind.MOBILE),
        Phone(PARIS, PhoneKind.WHATSAPP),
    )
    row = filled("brevo", LINE._replace(contact=Contact("a", "A", phones=phones)))
    assert (row["SMS"], row["WHATSAPP"]) == ("33612345678", "33612345678")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("33612345678", "+33612345678"),
        ("33 612345678", "+33 612345678"),
        ("0033612345678", "+33612345678"),
        ("+33612345678", "+33612345678"),
        ("0612345678", "0612345678"),
        ("3.36123E+10", "3.36123E+10"),
        ("33612345678.0", "33612345678.0"),
    ],
)
def test_the_plus_is_put_back(cell: str, read: str) -> None:
    """Not on a national number, nor on one that a spreadsheet has damaged."""
    assert read_row({"SMS": cell}).texts == {"mobile": read}


def test_a_row_is_read_in_any_case() -> None:
    """What we have no column for is passed over."""
    cells = {
        "Contact ID": "7", "Email": "ada@example.org", "FirstName": "Ada", "LastName": "King",
        "LANDLINE_NUMBER": "41227179111", "INTERESTS": "all",
    }  # fmt: skip
    assert read_row(cells).texts == {
        "name": "Ada King", "email": "ada@example.org", "phone": "+41227179111"
    }  # fmt: skip
