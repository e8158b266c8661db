import re
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.drafts.ways import (
    Reading,
    add_email,
    add_phone,
    in_order,
    mark_email,
    mark_phone,
    pair_extensions,
    remove_email,
    remove_phone,
    replace_emails,
    replace_phones,
)
from pressdesk.errors import InvalidValueError
from pressdesk.model import TYPED, Email, Phone, PhoneKind, Source
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import emails, phones

ROW = Source("import", "contacts.csv", 2)
HERE = Reading("US", source=ROW)
DESK = Email(EmailAddress("desk@example.org"), verified_on=date(2026, 1, 2), source=TYPED)
PRESS = Email(EmailAddress("press@example.org"))
HIDDEN = Email(EmailAddress("home@example.org"), public=False)
NUMBER = PhoneNumber.parse("+1 202 555 0123")
OTHER = PhoneNumber.parse("+1 202 555 0124")
OFFICE = Phone(NUMBER, verified_on=date(2026, 1, 2), source=TYPED)
MOBILE = Phone(OTHER, PhoneKind.MOBILE)
WHATSAPP = Phone(OTHER, PhoneKind.WHATSAPP)
SECRET = Phone(PhoneNumber.parse("+1 202 555 0199"), public=False)


def test_a_reading_knows_the_country_and_what_is_allowed() -> None:
    """A number without "+" is one of the region."""
    assert Reading("GB").phone("020 7946 0958").e164 == "+442079460958"
    assert Reading(allow_possible=True).phone("+1 202 155 0123").possible_only


@pytest.mark.parametrize(
    ("kind", "field"),
    [(PhoneKind.OFFICE, "phone"), (PhoneKind.MOBILE, "mobile"), (PhoneKind.FAX, "fax")],
)
def test_a_bad_number_is_called_as_its_kind(kind: PhoneKind, field: str) -> None:
    """The option and the column have that name too, so that the person finds the cell."""
    message = re.escape(f'{field} "+1 202 86": too short for the United States (+1); expected 10')
    with pytest.raises(InvalidValueError, match=f"^{message}") as caught:
        HERE.phone("+1 202 86", kind)
    assert (caught.value.field, caught.value.text) == (field, "+1 202 86")


PAIRS = [
    ([], [], [], None),
    (["+1 202 555 0123"], [], ["+1 202 555 0123"], None),
    (["202 555 0123"], ["0230"], ["+1 202 555 0123 ext 0230"], None),
    (["+1 202 555 0123 ext 230"], [""], ["+1 202 555 0123 ext 230"], None),
    (["+1 202 555 0123 ext 230"], ["230"], ["+1 202 555 0123 ext 230"], None),
    (["+1 202 555 0123 ext 230"], ["x230"], ["+1 202 555 0123 ext 230"], None),
    ([], ["230"], [], "230"),
    (["", "+1 202 555 0123"], ["230", ""], ["+1 202 555 0123"], "230"),
    (
        ["202 555 0123", "202 555 0124"],
        ["", "7"],
        ["+1 202 555 0123", "+1 202 555 0124 ext 7"],
        None,
    ),
    (["202 555 0123", "202 555 0124"], ["7"], ["+1 202 555 0123 ext 7", "+1 202 555 0124"], None),
    ([], [" "], [], None),
]


@pytest.mark.parametrize(("typed", "extensions", "numbers", "switchboard"), PAIRS)
def test_extensions_pair_with_numbers_by_position(
    typed: list[str], extensions: list[str], numbers: list[str], switchboard: str | None
) -> None:
    """One without a number is on the office's switchboard."""
    paired = pair_extensions(typed, extensions, HERE)
    assert [str(number) for number in paired.numbers] == numbers
    assert paired.switchboard_extension == switchboard


BAD_PAIRS = [
    ([], ["1", "2"], 'extension "1 ; 2": 2 extensions for 0 numbers; give one for each number'),
    (["202 555 0123"], ["1", "2"], "2 extensions for 1 numbers; give one for each number"),
    (["", ""], ["1", "2"], 'extension "1 ; 2": two for one switchboard; keep one of them'),
    (["202 555 0123 ext 1"], ["2"], "has another extension than 2; keep one of them"),
    (["202 555 0123 ext 1"], ["01"], "has another extension than 01; keep one of them"),
    (["202 555 0123"], ["none"], 'extension "none": is not a number; expected digits only'),
    (["202"], ["1"], 'phone "202": too short for the United States (+1)'),
]


@pytest.mark.parametrize(("typed", "extensions", "message"), BAD_PAIRS)
def test_pairs_that_do_not_fit_are_refused(
    typed: list[str], extensions: list[str], message: str
) -> None:
    """Never a guess which extension goes with which number."""
    with pytest.raises(InvalidValueError, match=re.escape(message)):
        pair_extensions(typed, extensions, HERE)


def test_given_addresses_replace_the_public_ones() -> None:
    """One that is stored keeps what is known of it; internal ones stay, last."""
    replaced = replace_emails((DESK, PRESS, HIDDEN), ["new@example.org", "Desk@example.org"], HERE)
    new, kept, hidden = replaced
    assert new == Email(EmailAddress("new@example.org"), source=ROW)
    assert (kept.verified_on, kept.source) == (DESK.verified_on, DESK.source)
    assert str(kept.address) == str(DESK.address)
    assert hidden is HIDDEN


def test_an_address_is_spelled_as_it_was_typed_last() -> None:
    """A list may spell it in another case, and changes nothing; who types it, means it so."""
    typed = ["Desk@example.org"]
    assert replace_emails((DESK,), typed, HERE) == (DESK,)
    (email,) = replace_emails((DESK,), typed, Reading(source=TYPED))
    assert (str(email.address), email.source) == ("Desk@example.org", DESK.source)


def test_an_internal_address_is_not_made_public_by_an_import() -> None:
    """Only --public does that."""
    assert replace_emails((PRESS, HIDDEN), ["home@example.org"], HERE) == (HIDDEN,)
    assert add_email((PRESS, HIDDEN), "HOME@example.org", HERE) == (PRESS, HIDDEN)


def test_an_address_given_twice_is_kept_once() -> None:
    """In any case; the first spelling wins."""
    once = replace_emails((), ["Press@example.org", "press@EXAMPLE.org"], HERE)
    assert [str(email.address) for email in once] == ["Press@example.org"]


def test_given_numbers_replace_the_public_ones_of_their_kind() -> None:
    """Other kinds and internal numbers stay."""
    replaced = replace_phones((OFFICE, SECRET, MOBILE), PhoneKind.OFFICE, [OTHER], HERE)
    assert replaced == (Phone(OTHER, source=ROW), SECRET, MOBILE)
    assert replace_phones(replaced, PhoneKind.MOBILE, [], HERE) == replaced[:2]


def test_a_number_given_again_keeps_what_is_known_of_it() -> None:
    """When it was verified, and where it came from."""
    assert replace_phones((OFFICE,), PhoneKind.OFFICE, [NUMBER, NUMBER], HERE) == (OFFICE,)


def test_the_same_number_with_another_extension_is_another_number() -> None:
    """Two people sit at one switchboard."""
    both = [NUMBER.with_extension("1"), NUMBER.with_extension("01")]
    replaced = replace_phones((OFFICE,), PhoneKind.OFFICE, both, HERE)
    assert [phone.number.extension for phone in replaced] == ["1", "01"]
    assert all(phone.verified_on is None for phone in replaced)


def test_an_internal_number_is_not_made_public_by_an_import() -> None:
    """Only --public does that."""
    assert replace_phones((SECRET,), PhoneKind.OFFICE, [SECRET.number], HERE) == (SECRET,)
    assert add_phone((SECRET,), PhoneKind.OFFICE, "202 555 0199", HERE) == (SECRET,)


def test_an_added_value_comes_behind_the_public_ones() -> None:
    """And before the internal ones; one that is there is not doubled."""
    assert [str(one.address) for one in add_email((PRESS, HIDDEN), "new@example.org", HERE)] == [
        "press@example.org", "new@example.org", "home@example.org",
    ]  # fmt: skip
    added = add_phone((OFFICE, SECRET, MOBILE), PhoneKind.OFFICE, "(202) 555-0124", HERE)
    assert added == (OFFICE, Phone(OTHER, source=ROW), SECRET, MOBILE)
    assert add_phone(added, PhoneKind.OFFICE, "202 555 0124", HERE) == added


def test_a_value_is_removed() -> None:
    """In any spelling; a number of another kind stays."""
    assert remove_email((DESK, PRESS), "DESK@example.org") == (PRESS,)
    assert remove_phone((OFFICE, MOBILE, WHATSAPP), PhoneKind.MOBILE, "202 555 0124", HERE) == (
        OFFICE, WHATSAPP,
    )  # fmt: skip


def test_a_number_with_an_extension_is_removed_without_typing_it() -> None:
    """While there is only one with these digits."""
    one, two = Phone(NUMBER.with_extension("1")), Phone(NUMBER.with_extension("2"))
    assert remove_phone((one,), PhoneKind.OFFICE, "202 555 0123", HERE) == ()
    assert remove_phone((one, two), PhoneKind.OFFICE, "202 555 0123 ext 2", HERE) == (one,)
    with pytest.raises(InvalidValueError, match="is not one of the contact's; the contact has: "):
        remove_phone((one, two), PhoneKind.OFFICE, "202 555 0123", HERE)


NOT_THEIRS = [
    (PhoneKind.OFFICE, "202 555 0124", 'phone "202 555 0124": is not one of the contact\'s'),
    (PhoneKind.OFFICE, "202 555 0124", "contact's; the contact has: +1 202 555 0123"),
    (PhoneKind.OFFICE, "202 555 0123 ext 5", "is not one of the contact's"),
    (PhoneKind.MOBILE, "202 555 0123", "the contact has: +1 202 555 0124"),
    (PhoneKind.FAX, "202 555 0123",
     'fax "202 555 0123": is not one of the contact\'s; the contact has: none'),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "message"), NOT_THEIRS)
def test_a_number_that_is_not_theirs_cannot_be_removed(
    kind: PhoneKind, text: str, message: str
) -> None:
    """The message shows which ones there are."""
    with pytest.raises(InvalidValueError, match=re.escape(message)):
        remove_phone((OFFICE, MOBILE), kind, text, HERE)


def test_an_address_that_is_not_theirs_cannot_be_removed_or_published() -> None:
    """The message shows which ones there are."""
    message = re.escape(
        'e-mail "x@example.org": is not one of the contact\'s; the contact has: press@'
    )
    with pytest.raises(InvalidValueError, match=message):
        remove_email((PRESS,), "x@example.org")
    with pytest.raises(InvalidValueError, match=message):
        mark_email((PRESS,), "x@example.org", HERE, public=True)


def test_an_address_is_marked_internal_and_public_again() -> None:
    """It goes behind the public ones, and keeps what is known of it."""
    marked = mark_email((DESK, PRESS), "desk@example.org", HERE, public=False)
    assert [email.public for email in marked] == [True, False]
    assert marked[1].verified_on == DESK.verified_on
    assert mark_email(marked, "desk@example.org", HERE, public=True) == (PRESS, DESK)


def test_a_value_that_is_marked_already_keeps_its_place() -> None:
    """The first of its kind is the one that a list shows."""
    assert mark_email((DESK, PRESS), "desk@example.org", HERE, public=True) == (DESK, PRESS)
    hidden = (HIDDEN, Email(EmailAddress("away@example.org"), public=False))
    assert mark_email(hidden, "HOME@example.org", HERE, public=False) == hidden
    both = (OFFICE, Phone(OTHER))
    assert mark_phone(both, "202 555 0123", HERE, public=True) == both


def test_an_internal_value_that_is_not_there_is_added() -> None:
    """A number as one of the office."""
    address = Email(EmailAddress("new@example.org"), public=False, source=ROW)
    assert mark_email((PRESS,), "new@example.org", HERE, public=False) == (PRESS, address)
    number = Phone(OTHER, public=False, source=ROW)
    assert mark_phone((OFFICE,), "202 555 0124", HERE, public=False) == (OFFICE, number)


def test_a_number_that_is_not_there_cannot_be_made_public() -> None:
    """A typing error would otherwise print a wrong number."""
    with pytest.raises(InvalidValueError, match=r"the contact has: \+1 202 555 0123$"):
        mark_phone((OFFICE,), "202 555 0124", HERE, public=True)


@pytest.mark.parametrize("public", [True, False])
def test_a_number_is_marked_in_all_its_kinds(public: object) -> None:
    """A mobile that is on WhatsApp too is one number: hidden here, it must not show there."""
    marked = mark_phone((OFFICE, MOBILE, WHATSAPP), "202 555 0124", HERE, public=bool(public))
    assert [(phone.kind, phone.public) for phone in marked] == [
        (PhoneKind.OFFICE, True), (PhoneKind.MOBILE, public), (PhoneKind.WHATSAPP, public),
    ]  # fmt: skip


def test_the_order_is_by_kind_and_public_first() -> None:
    """Else as they were given: the first is the one that a list shows."""
    second = Phone(OTHER)
    assert in_order((WHATSAPP, SECRET, MOBILE, OFFICE, second)) == (
        OFFICE, second, SECRET, MOBILE, WHATSAPP,
    )  # fmt: skip


@given(st.lists(emails(), max_size=4, unique_by=lambda one: one.address.folded))
@settings(deadline=None)
def test_giving_the_same_addresses_again_changes_nothing(stored: list[Email]) -> None:
    """An export that is imported leaves the contact as it was; public ones come first."""
    kept = tuple(sorted(stored, key=lambda email: not email.public))
    public = [str(email.address) for email in kept if email.public]
    assert replace_emails(kept, public, HERE) == kept


@given(st.lists(phones(), max_size=5), st.sampled_from(PhoneKind))
@settings(deadline=None)
def test_giving_the_same_numbers_again_changes_nothing(
    stored: list[Phone], kind: PhoneKind
) -> None:
    """An export that is imported leaves the contact as it was."""
    known = {(phone.kind, phone.number.e164, phone.number.extension): phone for phone in stored}
    kept = in_order(known.values())
    public = [phone.number for phone in kept if phone.public and phone.kind is kind]
    assert replace_phones(kept, kind, public, HERE) == kept
