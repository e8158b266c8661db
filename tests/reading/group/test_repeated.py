"""Whom a text names more than once is one contact."""

from pressdesk.reading.found import FoundContact, FoundPhone
from pressdesk.reading.group.repeated import key_of, merge_mentions


def contact(line: int, name: str | None, *emails: str, phone: str | None = None) -> FoundContact:
    """Make a contact as it was found."""
    phones = (FoundPhone(phone, None, "office", phone),) if phone else ()
    return FoundContact(line, name, None, None, None, emails, phones, "en", None, 0.5)


def test_mentions_add_to_the_first() -> None:
    """The place is the first one's; an address in capitals is the same one."""
    above = contact(1, "Jane Doe", "jane@example.org", phone="+41227301111")
    below = contact(9, "JANE DOE", "Jane@example.org", "press@example.org", phone="+41227301111")
    assert key_of(above) == key_of(below)
    merged = merge_mentions([above, below])
    assert merged.line == 1
    assert merged.emails == ("jane@example.org", "press@example.org")
    assert len(merged.phones) == 1


def test_desks_and_single_names_are_told_apart_by_their_values() -> None:
    """Two desks without a name are two, unless all of their values are the same."""
    assert key_of(contact(1, None, "a@example.org")) != key_of(contact(2, None, "b@example.org"))
    assert key_of(contact(1, None, "a@example.org")) == key_of(contact(2, None, "a@example.org"))
    assert key_of(contact(1, "Lang", phone="+4930111")) != key_of(contact(2, "Lang"))
