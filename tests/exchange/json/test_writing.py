import json
from datetime import date

from hypothesis import given

from pressdesk.exchange.json.writing import contact_data, office_data
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts, offices

CONTACT_KEYS = (
    "key kind name given_name family_name title titles languages topics emails phones postings "
    "left_on successor unlisted"
).split()
OFFICE_KEYS = (
    "code name names organization city country language timezone switchboard extension_digits "
    "extension_range reports_to"
).split()


def test_a_whole_contact_as_data() -> None:
    """Every value where docs/formats.md says it is; days as ISO 8601."""
    number = PhoneNumber.parse("+1 202 555 0123").with_extension("0230")
    day = date(2026, 7, 1)
    contact = Contact(
        key="zoe", name="Zoë", title="Head", titles={"fr": "Cheffe"}, languages=("en",),
        emails=(Email(EmailAddress("a@example.org"), public=False, verified_on=day),),
        phones=(Phone(number, PhoneKind.MOBILE, verified_on=day),), topics=("food",),
        postings=(Posting("bern", 1, "Spokesperson", "230", day, date(2026, 12, 31)),),
        left_on=day, successor="tom", unlisted=True, note="never shown",
    )  # fmt: skip
    assert contact_data(contact) == {
        "key": "zoe", "kind": "person", "name": "Zoë", "given_name": None, "family_name": None,
        "title": "Head", "titles": {"fr": "Cheffe"}, "languages": ["en"], "topics": ["food"],
        "emails": [{"address": "a@example.org", "public": False, "verified_on": "2026-07-01"}],
        "phones": [
            {
                "number": "+12025550123", "extension": "0230", "kind": "mobile", "public": True,
                "display": "+1 202 555 0123", "verified_on": "2026-07-01",
            }
        ],
        "postings": [
            {
                "office": "bern", "rank": 1, "title": "Spokesperson", "extension": "230",
                "starts_on": "2026-07-01", "ends_on": "2026-12-31",
            }
        ],
        "left_on": "2026-07-01", "successor": "tom", "unlisted": True,
    }  # fmt: skip


def test_a_whole_office_as_data() -> None:
    """The switchboard has its number and how it is shown."""
    office = Office(
        code="bern", name="Bern", country="CH", names={"fr": "Berne"}, reports_to="geneva",
        switchboard=PhoneNumber.parse("+41 22 717 91 11"),
        extension_plan=ExtensionPlan.parse("range", "200-299"),
    )  # fmt: skip
    data = office_data(office)
    assert data["switchboard"] == {"number": "+41227179111", "display": "+41 22 717 91 11"}
    assert (data["extension_digits"], data["extension_range"]) == (None, "200-299")
    assert (data["names"], data["reports_to"]) == ({"fr": "Berne"}, "geneva")


def test_missing_values_are_none_and_never_absent() -> None:
    """A script may ask for each key; lists and texts by language are empty instead."""
    contact = contact_data(Contact(key="a", name="A"))
    assert list(contact) == CONTACT_KEYS
    assert [contact[key] for key in ("title", "left_on", "successor")] == [None] * 3
    assert [contact[key] for key in ("titles", "emails", "postings")] == [{}, [], []]
    office = office_data(Office("bern", "Bern", "CH"))
    assert list(office) == OFFICE_KEYS
    assert [office[key] for key in ("switchboard", "extension_digits", "city")] == [None] * 3


@given(contact=contacts())
def test_any_contact_can_be_written_as_json(contact: Contact) -> None:
    """Plain data with the keys of docs/formats.md, the same after writing and reading."""
    data = contact_data(contact)
    assert list(data) == CONTACT_KEYS
    assert json.loads(json.dumps(data)) == data
    assert "note" not in data


@given(office=offices())
def test_any_office_can_be_written_as_json(office: Office) -> None:
    """Plain data with the keys of docs/formats.md, the same after writing and reading."""
    data = office_data(office)
    assert list(data) == OFFICE_KEYS
    assert json.loads(json.dumps(data)) == data
