"""Contacts to a Block: who is shown, in which words, by which ways."""

from datetime import date

import pytest
from hypothesis import given

from pressdesk.blocks.block import Way, WayKind
from pressdesk.blocks.compose import choose_language, compose_block
from pressdesk.errors import InvalidValueError, NobodyReachableError
from pressdesk.model import Contact, Duty, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts

SWITCHBOARD = PhoneNumber("+12028621826", None, "+1 202 862 1826")
OFFICE = Office("iom-washington-dc", "IOM Washington DC", "US", "IOM", switchboard=SWITCHBOARD,
                names={"es": "OIM Washington DC"})  # fmt: skip
MARIA = Contact(
    "maria-g-moreno",
    "Maria G. Moreno",
    title="Press Officer",
    titles={"fr": "Attachée de presse"},
    emails=(Email(EmailAddress("mgmoreno@iom.int")),),
    postings=(Posting("iom-washington-dc", extension="230"),),
)
DUTY = Duty(MARIA, OFFICE, MARIA.postings[0])


def test_a_person_is_name_title_office_and_ways() -> None:
    """Every field that there is comes into the entry."""
    (entry,) = compose_block([DUTY]).entries
    assert (entry.name, entry.title, entry.office) == (
        "Maria G. Moreno", "Press Officer", "IOM Washington DC"
    )  # fmt: skip
    assert entry.ways == (
        Way(WayKind.EMAIL, "mgmoreno@iom.int"),
        Way(WayKind.OFFICE, "+1 202 862 1826", "230"),
    )


def test_ways_are_in_the_order_of_the_contract() -> None:
    """E-mails, then the posting's extension, then numbers kind by kind."""
    other = PhoneNumber("+12025550123", None, "+1 202 555 0123")
    kinds = (PhoneKind.FAX, PhoneKind.MOBILE, PhoneKind.OFFICE)
    contact = Contact("x", "X", emails=MARIA.emails, phones=tuple(Phone(other, k) for k in kinds))
    (entry,) = compose_block([Duty(contact, OFFICE, MARIA.postings[0])]).entries
    assert [(way.kind, way.extension) for way in entry.ways] == [
        ("email", None), ("office", "230"), ("office", None), ("mobile", None), ("fax", None)
    ]  # fmt: skip


def test_the_switchboard_is_never_copied() -> None:
    """When the office's number changes, the block changes."""
    moved = Office("o", "O", "US", switchboard=PhoneNumber("+12025550100", None, "+1 202 555 0100"))
    (entry,) = compose_block([Duty(MARIA, moved, MARIA.postings[0])]).entries
    assert entry.ways[1].text == "+1 202 555 0100"


def test_a_posting_may_have_a_title_of_its_own() -> None:
    """The title of the posting goes before the contact's."""
    posting = Posting("iom-washington-dc", title="Acting Spokesperson")
    (entry,) = compose_block([Duty(MARIA, OFFICE, posting)]).entries
    assert entry.title == "Acting Spokesperson"


@pytest.mark.parametrize(
    ("language", "title", "office"),
    [
        ("fr", "Attachée de presse", "IOM Washington DC"),
        ("fr-CA", "Attachée de presse", "IOM Washington DC"),
        ("es", "Press Officer", "OIM Washington DC"),
        ("de", "Press Officer", "IOM Washington DC"),
    ],
)
def test_titles_and_names_are_in_the_language_where_there_are_any(
    language: str, title: str, office: str
) -> None:
    """A missing translation leaves the plain text."""
    (entry,) = compose_block([DUTY], language).entries
    assert (entry.title, entry.office) == (title, office)


def test_somebody_posted_to_two_of_the_offices_appears_once() -> None:
    """The first of the asked offices is the one that is printed."""
    geneva = Office("iom-geneva", "IOM Geneva", "CH", "IOM")
    block = compose_block([DUTY, Duty(MARIA, geneva, Posting("iom-geneva"))])
    assert [entry.office for entry in block.entries] == ["IOM Washington DC"]


def test_a_joint_block_groups_by_organization() -> None:
    """Offices of one organisation stand together, in the order asked."""
    mail = (Email(EmailAddress("press@example.org")),)
    duties = [
        Duty(Contact(key, key, emails=mail), Office(key, key, "CH", organization))
        for key, organization in (("a", "One"), ("b", "Two"), ("c", "One"))
    ]
    assert [entry.name for entry in compose_block(duties).entries] == ["a", "c", "b"]


def test_internal_ways_and_unlisted_people_stay_inside() -> None:
    """Only when internals are asked for do they come."""
    secret = Email(EmailAddress("inside@example.org"), public=False)
    contact = Contact("x", "X", emails=(*MARIA.emails, secret), unlisted=True)
    with pytest.raises(NobodyReachableError, match="X: no public phone or e-mail"):
        compose_block([Duty(contact)])
    (entry,) = compose_block([Duty(contact)], internal=True).entries
    assert [way.text for way in entry.ways] == ["mgmoreno@iom.int", "inside@example.org"]


@pytest.mark.parametrize("duties", [[], [Duty(Contact("x", "X"))]])
def test_nobody_to_reach_is_an_error(duties: list[Duty]) -> None:
    """A block without any way is never made."""
    with pytest.raises(NobodyReachableError):
        compose_block(duties)


def test_a_language_without_a_wording_is_refused() -> None:
    """The error names the languages that there are."""
    with pytest.raises(InvalidValueError, match="choose one of ar, de, en"):
        compose_block([DUTY], "tlh")


@pytest.mark.parametrize(
    ("preferred", "chosen"),
    [([], "en"), ([None, "fr"], "fr"), (["sw", "fr"], "en"), (["pt-BR"], "pt-BR")],
)
def test_language_is_the_first_that_is_named(preferred: list[str | None], chosen: str) -> None:
    """A language without a wording falls back to English."""
    assert choose_language(preferred) == chosen


@given(contact=contacts())
def test_no_internal_value_is_ever_in_a_block(contact: Contact) -> None:
    """Whatever a contact has, internal addresses and numbers are not printed."""
    public = {str(one.address) for one in contact.emails if one.public}
    public |= {one.number.display for one in contact.phones if one.public}
    try:
        block = compose_block([Duty(contact, OFFICE, None)])
    except NobodyReachableError:
        assert contact.unlisted or not public
    else:
        assert {way.text for entry in block.entries for way in entry.ways} == public


def test_what_was_planted_past_the_door_is_shown_and_does_not_act() -> None:
    """Escape sequences in a stored name are written out."""
    contact = Contact("x", "Eve\x1b]52;c;AAAA\x07", emails=MARIA.emails, left_on=date(2030, 1, 1))
    (entry,) = compose_block([Duty(contact)]).entries
    assert entry.name == r"Eve\x1b]52;c;AAAA\x07"
