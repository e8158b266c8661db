"""vCards as RFC 6350 has them."""

import re

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.lines import Line
from pressdesk.exchange.vcard_format import dump_card, escape_text, fold_line
from pressdesk.model import Contact, ContactKind, Office, Posting
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts

OFFICE = Office(
    "here", "Here; and, there", "CH", "Relief",
    switchboard=PhoneNumber("+41225010100", None, "+41 22 501 01 00"),
)  # fmt: skip


def properties(card: str) -> list[str]:
    """Unfold a card into its content lines."""
    return card.replace("\r\n ", "").split("\r\n")[:-1]


@given(contact=contacts(), internal=st.booleans())
def test_every_card_is_whole(contact: Contact, internal: bool) -> None:  # noqa: FBT001
    """It begins and ends, each line is folded at 75 octets, and only what may be shown is there."""
    card = dump_card(Line(contact, contact.postings[0], OFFICE, internal))
    lines = properties(card)
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:4.0"]
    assert lines[-1] == "END:VCARD"
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    shown = sum(one.public or internal for one in contact.emails)
    assert sum(line.startswith("EMAIL") for line in lines) == shown


@given(line=st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_unfolding_undoes_folding(line: str) -> None:
    """No character is split."""
    assert fold_line(line).replace("\r\n ", "") == line


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60))
def test_escaping_can_be_undone(text: str) -> None:
    """Backslash, comma and semicolon."""
    assert re.sub(r"\\(.)", r"\1", escape_text(text)) == text


def test_values_are_escaped_and_uris_are_not() -> None:
    """The semicolon of an extension stays."""
    posting = Posting("here", extension="0230", title="Press, Radio")
    lines = properties(dump_card(Line(Contact("x", "X Y", postings=(posting,)), posting, OFFICE)))
    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+41-22-501-01-00;ext=0230' in lines
    assert "ORG:Relief;Here\\; and\\, there" in lines
    assert "TITLE:Press\\, Radio" in lines
    assert "N:Y;X;;;" in lines


@pytest.mark.parametrize(
    ("kind", "line"), [(ContactKind.DESK, "KIND:org"), (ContactKind.PERSON, "KIND:individual")]
)
def test_a_desk_is_no_individual(kind: ContactKind, line: str) -> None:
    """And has no family name."""
    lines = properties(dump_card(Line(Contact("x", "Press Desk", kind))))
    assert line in lines
    assert any(one.startswith("N:") for one in lines) is (kind is ContactKind.PERSON)
