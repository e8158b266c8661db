from dataclasses import replace

from hypothesis import given

from pressdesk.model import Contact, Posting
from pressdesk.model.changing import changed
from tests.strategies import contacts


@given(contact=contacts(), other=contacts())
def test_a_changed_copy_is_what_replace_makes(contact: Contact, other: Contact) -> None:
    """Only faster."""
    same = changed(contact, name=other.name, postings=other.postings, version=7)
    assert same == replace(contact, name=other.name, postings=other.postings, version=7)
    assert changed(contact) == contact


def test_a_posting_is_changed_in_one_field() -> None:
    """The others stay."""
    assert changed(Posting("here", 1, "Head"), rank=None) == Posting("here", None, "Head")
