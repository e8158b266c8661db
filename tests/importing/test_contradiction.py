import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.flat_record import flatten_posting
from pressdesk.exchange.report import Change
from pressdesk.importing.contradiction import Said, own_texts, refuse_contradiction
from pressdesk.model import Contact, Email, Phone, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

SAID = [Said("a.csv:2", {"name": "Zoë", "title": "Head"}), Said("a.csv:5", {"mobile": "+1"})]
NUMBER = PhoneNumber.parse("+1 202 555 0123")


def test_a_value_that_was_said_is_not_taken_back() -> None:
    """The sentence names the earlier row, and both texts."""
    with pytest.raises(InvalidValueError) as refusal:
        refuse_contradiction("contact", SAID, [Change("title", "Head", "Deputy")])
    assert str(refusal.value) == (
        'title "Deputy": a.csv:2 says "Head" of the same contact; keep one of the two'
    )


def test_a_cell_that_came_to_nothing_was_said_too() -> None:
    """A cell may name internal values alone: another's public one would come and go."""
    with pytest.raises(InvalidValueError, match=r'^mobile "\+2": a.csv:5 says nothing of the same'):
        refuse_contradiction("contact", SAID, [Change("mobile", None, "+2")])


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [Change("email", "a@b.org", "c@d.org")],
        [Change("ext", "230", None), Change("rank", None, "1")],
    ],
)
def test_what_no_row_said_may_change(changes: list[Change]) -> None:
    """What the directory had before the import is not a row's word."""
    refuse_contradiction("contact", SAID, changes)
    refuse_contradiction("contact", [], [Change("title", "Head", "Deputy")])


def test_a_contact_s_own_texts_are_the_same_at_every_office() -> None:
    """No posting and no internal value is among them; an extension stands behind its number."""
    contact = Contact(
        key="a", name="A", emails=(Email(EmailAddress("a@example.org"), public=False),),
        phones=(Phone(NUMBER.with_extension("5")), Phone(NUMBER, public=False)),
        postings=(Posting("bern", 1, None, "230"),),
    )  # fmt: skip
    assert own_texts(contact) == {
        "name": "A", "key": "a", "kind": "person", "phone": "+1 202 555 0123 ext 5",
    }  # fmt: skip


def test_a_posting_s_texts_are_its_own() -> None:
    """The extension on the switchboard is one of them."""
    assert flatten_posting(Posting("bern", 1, None, "230")) == {
        "office": "bern", "rank": "1", "from": "", "until": "", "posting_title": "", "ext": "230",
    }  # fmt: skip
