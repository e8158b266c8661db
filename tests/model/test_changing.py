from hypothesis import given

from pressdesk.model import Contact, Posting
from tests.strategies import contacts


@given(contact=contacts(), other=contacts())
def test_a_changed_copy_is_what_replace_makes(contact: Contact, other: Contact) -> None:
    """Only faster."""
    same = contact._replace(name=other.name, postings=other.postings, version=7)
    assert same == contact._replace(name=other.name, postings=other.postings, version=7)
    assert contact._replace() == contact


def test_a_posting_is_changed_in_one_field() -> None:
    """The others stay."""
    assert Posting("here", 1, "Head")._replace(rank=None) == Posting("here", None, "Head")
