from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.model import (
    Contact,
    ContactKind,
    Email,
    Office,
    Phone,
    PhoneKind,
    Posting,
    has_way,
)
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts, postings

MAY = Posting("here", starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 31))
CONTACT = Contact(
    "moreno", "Maria G. Moreno", title="Head", titles={"fr": "Cheffe", "pt-BR": "Chefe"}
)
OFFICE = Office("wash", "IOM Washington DC", "US", names={"es": "OIM Washington DC"})

DAYS = [
    (MAY, date(2026, 4, 30), False),
    (MAY, date(2026, 5, 1), True),
    (MAY, date(2026, 5, 31), True),
    (MAY, date(2026, 6, 1), False),
    (MAY._replace(starts_on=None), date.min, True),
    (MAY._replace(ends_on=None), date.max, True),
    (Posting("here"), date(2026, 5, 1), True),
]


@pytest.mark.parametrize(("posting", "day", "active"), DAYS)
def test_a_posting_holds_from_its_first_day_to_its_last(
    posting: Posting, day: date, active: object
) -> None:
    """Both included; a missing day is open."""
    assert posting.is_active(day) is active


SPANS = [
    (MAY, MAY, True),
    (MAY, Posting("here"), True),
    (MAY, Posting("here", starts_on=date(2026, 5, 31)), True),
    (MAY, Posting("here", ends_on=date(2026, 5, 1)), True),
    (MAY, Posting("here", starts_on=date(2026, 6, 1)), False),
    (MAY, Posting("here", ends_on=date(2026, 4, 30)), False),
    (
        Posting("here", ends_on=date(2026, 4, 30)),
        Posting("here", starts_on=date(2026, 5, 1)),
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "overlaps"), SPANS)
def test_postings_overlap_on_a_common_day(one: Posting, other: Posting, overlaps: object) -> None:
    """One shared day is enough."""
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


@given(postings(), postings(), st.dates(date(2019, 1, 1), date(2031, 1, 1)))
@settings(deadline=None)
def test_postings_that_hold_on_one_day_overlap(one: Posting, other: Posting, day: date) -> None:
    """The two questions have one answer."""
    if one.is_active(day) and other.is_active(day):
        assert one.overlaps(other)


@given(postings())
@settings(deadline=None)
def test_a_posting_overlaps_itself(posting: Posting) -> None:
    """It begins before it ends."""
    assert posting.overlaps(posting)


SORTED = [
    (CONTACT, "Moreno Maria G."),
    (CONTACT._replace(name="Pelé"), "Pelé"),
    (CONTACT._replace(family_name="G. Moreno"), "G. Moreno Maria"),
    (CONTACT._replace(family_name="Moreno", given_name="Maria"), "Moreno Maria"),
    (CONTACT._replace(name="Nagy Anna", family_name="Nagy"), "Nagy Anna"),
    (CONTACT._replace(name="Lisa Li", family_name="Li"), "Li Lisa"),
    (CONTACT._replace(name="Press Desk Geneva", kind=ContactKind.DESK), "Press Desk Geneva"),
]


@pytest.mark.parametrize(("contact", "text"), SORTED)
def test_a_list_sorts_people_by_family_name(contact: Contact, text: str) -> None:
    """The last word of the name, unless another is given; a desk goes by its name."""
    assert contact.sort_text == text


@given(contacts())
@settings(max_examples=50, deadline=None)
def test_every_contact_can_be_sorted(contact: Contact) -> None:
    """Whatever its name is."""
    assert contact.sort_text.strip()


@pytest.mark.parametrize(
    ("left_on", "gone"), [(None, False), (date(2026, 5, 2), False), (date(2026, 5, 1), True)]
)
def test_a_contact_is_gone_from_the_first_day_without(left_on: date | None, gone: object) -> None:
    """That day included."""
    assert CONTACT._replace(left_on=left_on).has_left(date(2026, 5, 1)) is gone


TITLES = [
    (None, "Head"),
    ("", "Head"),
    ("en", "Head"),
    ("fr", "Cheffe"),
    ("fr-CA", "Cheffe"),
    ("fr-Latn-CA", "Cheffe"),
    ("pt-BR", "Chefe"),
    ("pt", "Head"),
    ("pt-PT", "Head"),
    ("fra", "Head"),
]


@pytest.mark.parametrize(("language", "title"), TITLES)
def test_a_title_comes_in_the_nearest_language(language: str | None, title: str) -> None:
    """A shorter tag will do, a sibling will not; else the plain title."""
    assert CONTACT.title_in(language) == title


def test_a_name_comes_in_the_nearest_language() -> None:
    """The plain one where there is no other."""
    assert OFFICE.name_in("es-MX") == "OIM Washington DC"
    assert OFFICE.name_in("fr") == OFFICE.name_in(None) == "IOM Washington DC"
    assert CONTACT._replace(title=None).title_in("en") is None


EMAIL = Email(EmailAddress("moreno@example.org"))
PHONE = Phone(PhoneNumber.parse("+1 202 555 0123"))
WAYS = [
    (CONTACT, False, False),
    (CONTACT._replace(emails=(EMAIL,)), True, True),
    (CONTACT._replace(phones=(PHONE,)), True, True),
    (CONTACT._replace(emails=(EMAIL._replace(public=False),)), False, True),
    (CONTACT._replace(phones=(PHONE._replace(public=False),)), False, True),
    (CONTACT._replace(phones=(PHONE._replace(public=False), PHONE)), True, True),
    (CONTACT._replace(postings=(Posting("here"),)), False, False),
    (CONTACT._replace(postings=(Posting("here"), Posting("there", extension="0"))), True, True),
]


@pytest.mark.parametrize(("contact", "public", "internal"), WAYS)
def test_a_way_is_an_address_a_number_or_an_extension(
    contact: Contact, public: object, internal: object
) -> None:
    """Internal ones count only for those who may see them."""
    assert has_way(contact) is public
    assert has_way(contact, internal=True) is internal


@pytest.mark.parametrize("value", [CONTACT, OFFICE, MAY, EMAIL, PHONE, PHONE.number, EMAIL.address])
def test_values_are_frozen(value: object) -> None:
    """What was checked at the door stays as it was."""
    field = "name" if hasattr(value, "name") else "source"
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        setattr(value, field, "other")


def test_the_kinds_of_numbers_are_in_the_order_of_a_block() -> None:
    """Scripts and columns know them by these words."""
    assert list(PhoneKind) == ["office", "mobile", "whatsapp", "satellite", "fax"]
    assert list(ContactKind) == ["person", "desk"]
