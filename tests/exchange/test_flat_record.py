from datetime import date

import pytest
from hypothesis import given

from pressdesk.exchange.columns import CONTACT_COLUMNS, OFFICE_COLUMNS, map_columns
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts, offices

US = PhoneNumber.parse("+1 202 555 0123")
GB = PhoneNumber.parse("+44 20 7946 0958")


def phones_of(*numbers: PhoneNumber) -> tuple[Phone, ...]:
    """Give office phones."""
    return tuple(Phone(number) for number in numbers)


def test_a_whole_contact_is_one_row() -> None:
    """Every column by its name; several values are joined."""
    contact = Contact(
        key="zoe", name="Zoë Lindqvist", kind=ContactKind.DESK, given_name="Zoë",
        family_name="Lindqvist", title="Head", titles={"fr": "Cheffe"},
        emails=(Email(EmailAddress("a@example.org")), Email(EmailAddress("b@example.org"))),
        phones=(Phone(US), Phone(GB, PhoneKind.MOBILE), Phone(US, PhoneKind.FAX)),
        languages=("en", "fr"), topics=("food", "winter aid"), note="Before noon",
    )  # fmt: skip
    posting = Posting("bern", 2, "Cover", "230", date(2026, 7, 1), date(2026, 12, 31))
    assert flatten_contact(contact, posting) == {
        "office": "bern", "name": "Zoë Lindqvist", "title": "Head", "title_fr": "Cheffe",
        "email": "a@example.org ; b@example.org", "phone": "; +1 202 555 0123", "ext": "230 ;",
        "key": "zoe", "kind": "desk", "given_name": "Zoë", "family_name": "Lindqvist",
        "mobile": "+44 20 7946 0958", "fax": "+1 202 555 0123", "languages": "en ; fr",
        "topics": "food ; winter aid", "note": "Before noon", "rank": "2", "from": "2026-07-01",
        "until": "2026-12-31", "posting_title": "Cover",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "extension", "phone", "ext"),
    [
        ((), None, None, None),
        ((), "230", None, "230"),
        ((US,), None, "+1 202 555 0123", None),
        ((US.with_extension("5"),), None, "+1 202 555 0123", "5"),
        ((US, GB.with_extension("6")), None, "+1 202 555 0123 ; +44 20 7946 0958", "; 6"),
        ((US,), "230", "; +1 202 555 0123", "230 ;"),
        ((US.with_extension("5"),), "230", "; +1 202 555 0123", "230 ; 5"),
    ],
)
def test_phones_and_extensions_pair_by_position(
    numbers: tuple[PhoneNumber, ...], extension: str | None, phone: str | None, ext: str | None
) -> None:
    """The one on the office's switchboard comes first, and has no number of its own."""
    contact = Contact(key="a", name="A", phones=phones_of(*numbers))
    flat = flatten_contact(contact, Posting("bern", extension=extension))
    assert (flat.get("phone"), flat.get("ext")) == (phone, ext)


def test_internal_values_stand_apart() -> None:
    """Among the public ones they would become public with the next import."""
    contact = Contact(
        key="a", name="A",
        emails=(Email(EmailAddress("a@example.org"), public=False),),
        phones=(Phone(US, public=False), Phone(GB.with_extension("5"), PhoneKind.MOBILE, False)),
    )  # fmt: skip
    flat = flatten_contact(contact, None)
    assert flat["internal"] == "a@example.org ; +1 202 555 0123 ; mobile +44 20 7946 0958 ext 5"
    assert not {"email", "phone", "mobile", "ext"} & flat.keys()


def test_an_internal_number_that_could_be_another_has_its_kind() -> None:
    """As it would be taken for the one with these digits that is public."""
    phones = (Phone(US.with_extension("5")), Phone(US, public=False))
    assert flatten_contact(Contact("a", "A", phones=phones), None)["internal"] == (
        "office +1 202 555 0123"
    )


@pytest.mark.parametrize(
    ("board", "phone", "ext"),
    [
        (US, "; +1 202 555 0123", "; 5"),
        (GB, "+1 202 555 0123", "5"),
        (None, "+1 202 555 0123", "5"),
    ],
)
def test_a_number_of_their_own_on_the_switchboard_is_said_to_be_one(
    board: PhoneNumber | None, phone: str, ext: str
) -> None:
    """An empty place stands before it: else an import would take it for the posting's."""
    office = Office("bern", "Bern", "CH", switchboard=board)
    contact = Contact("a", "A", phones=(Phone(US.with_extension("5")),))
    flat = flatten_contact(contact, Posting("bern"), office)
    assert (flat["phone"], flat["ext"]) == (phone, ext)


@pytest.mark.parametrize(
    ("days", "internal", "cell"),
    [
        (("2026-01-01", "2026-01-01", None), True, "2026-01-01"),
        ((None, None, None), True, None),
        (("2026-01-01", None, None), True, "2026-01-01 a@example.org"),
        (
            ("2026-01-01", "2026-02-01", "2026-03-01"),
            True,
            (
                "2026-01-01 a@example.org ; 2026-02-01 mobile +1 202 555 0123 ext 5 ; "
                "2026-03-01 +44 20 7946 0958"
            ),
        ),
        (("2026-01-01", "2026-01-01", "2026-03-01"), False, "2026-01-01"),
        ((None, None, "2026-03-01"), False, None),
    ],
)
def test_days_of_verifying_name_their_values_where_they_differ(
    days: tuple[str | None, ...], internal: bool, cell: str | None  # noqa: FBT001
) -> None:  # fmt: skip
    """One day is enough for all that is public; what is internal is named only where it may be."""
    email, mobile, hidden = (date.fromisoformat(day) if day else None for day in days)
    contact = Contact(
        "a", "A",
        emails=(Email(EmailAddress("a@example.org"), verified_on=email),),
        phones=(
            Phone(US.with_extension("5"), PhoneKind.MOBILE, verified_on=mobile),
            Phone(GB, public=False, verified_on=hidden),
        ),
    )  # fmt: skip
    assert flatten_contact(contact, None, internal=internal).get("verified_on") == cell


def test_a_contact_without_a_posting_has_no_office() -> None:
    """Nor a rank, an extension or days."""
    assert flatten_contact(Contact(key="a", name="A"), None) == {
        "name": "A", "key": "a", "kind": "person",
    }  # fmt: skip


@pytest.mark.parametrize("rank", [0, 7])
def test_a_rank_of_nought_is_a_rank(rank: int) -> None:
    """None alone is no rank."""
    assert flatten_contact(Contact("a", "A"), Posting("bern", rank))["rank"] == str(rank)
    assert "rank" not in flatten_contact(Contact("a", "A"), Posting("bern"))


def test_a_whole_office_is_one_row() -> None:
    """Every column by its name."""
    office = Office(
        code="bern", name="Relief Bern", country="CH", organization="Relief", city="Bern",
        language="fr", timezone="Europe/Zurich", switchboard=GB, reports_to="geneva",
        extension_plan=ExtensionPlan.parse("digits", "3-4"), names={"fr": "Relief Berne"},
    )  # fmt: skip
    assert flatten_office(office) == {
        "name": "Relief Bern", "country": "CH", "code": "bern", "organization": "Relief",
        "city": "Bern", "language": "fr", "timezone": "Europe/Zurich",
        "switchboard": "+44 20 7946 0958", "extension_digits": "3-4", "reports_to": "geneva",
        "name_fr": "Relief Berne",
    }  # fmt: skip


def test_a_bare_office_has_three_columns() -> None:
    """What is not known is absent."""
    assert flatten_office(Office("bern", "Bern", "CH")).keys() == {"name", "country", "code"}


@given(contact=contacts())
def test_every_column_of_a_contact_is_read_again(contact: Contact) -> None:
    """Import knows each column under the name that it has here."""
    flat = flatten_contact(contact, contact.postings[0])
    assert map_columns("list.csv", 1, tuple(flat)).fields == tuple(flat)
    assert {column for column in flat if not column.startswith("title_")} <= {*CONTACT_COLUMNS}
    assert all(text and text == text.strip() for text in flat.values())


@given(office=offices())
def test_every_column_of_an_office_is_read_again(office: Office) -> None:
    """Import knows each column under the name that it has here."""
    flat = flatten_office(office)
    assert map_columns("list.csv", 1, tuple(flat)).fields == tuple(flat)
    assert {column for column in flat if not column.startswith("name_")} <= {*OFFICE_COLUMNS}
