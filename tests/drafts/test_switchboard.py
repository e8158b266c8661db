import pytest

from pressdesk.drafts.contact_draft import NOBODY, ContactDraft
from pressdesk.drafts.switchboard import hang_on_switchboard
from pressdesk.drafts.ways import Reading
from pressdesk.model import Contact, Office, Phone, PhoneKind
from pressdesk.values.phone_number import PhoneNumber

BOARD = PhoneNumber.parse("+41 22 501 01 00")
BERN = Office("bern", "Bern", "CH", switchboard=BOARD)


def hung(
    *phones: str, ext: list[str] | None = None, contact: Contact = NOBODY, office: Office = BERN
) -> tuple[object, object]:
    """Give the office numbers and extensions that a draft of these has afterwards."""
    draft = ContactDraft({"name": "Zoë"}, phones={PhoneKind.OFFICE: list(phones)}, extensions=ext)
    after = hang_on_switchboard(draft, office, contact, Reading("CH"))
    return after.phones.get(PhoneKind.OFFICE), after.extensions


@pytest.mark.parametrize(
    ("phones", "ext"),
    [
        (["+41 22 501 01 00 ext 230"], None),
        (["+41 22 501 01 00"], ["230"]),
        (["022 501 01 00 x230"], None),
        (["0041225010100"], ["230"]),
    ],
)
def test_an_extension_on_the_switchboard_is_the_postings(
    phones: list[str], ext: list[str] | None
) -> None:
    """However the number is written; nothing is left of it among the contact's own."""
    assert hung(*phones, ext=ext) == (None, ["230"])


def test_other_numbers_keep_their_extensions() -> None:
    """The switchboard's comes first, with an empty place for its number, as rows have it."""
    assert hung("022 501 01 23", "022 501 01 00", ext=["7", "230"]) == (
        ["", "022 501 01 23"],
        ["230", "7"],
    )


@pytest.mark.parametrize(
    ("phones", "ext"),
    [
        (["+41 22 501 01 00"], None),
        (["+41 22 501 01 23 ext 230"], None),
        (["", "+41 22 501 01 00"], ["5", "230"]),
        (["+41 22 501 01 00 ext 1", "+41 22 501 01 00 ext 2"], None),
        (["no number 5010100"], ["230"]),
        (["+41 22 501 01 00"], ["2x0"]),
    ],
)
def test_whatever_is_no_extension_there_stays(phones: list[str], ext: list[str] | None) -> None:
    """Two of them, one that is there already, and what cannot be read are not judged here."""
    assert hung(*phones, ext=ext) == (phones, ext)


def test_a_number_of_their_own_stays_theirs() -> None:
    """Who has the whole number stored keeps it: an import of an export changes nothing."""
    contact = Contact("zoe", "Zoë", phones=(Phone(BOARD.with_extension("230")),))
    given = (["+41 22 501 01 00"], ["230"])
    assert hung("+41 22 501 01 00", ext=["230"], contact=contact) == given


def test_an_office_without_a_switchboard_has_no_extensions() -> None:
    """Then the number is the contact's."""
    bern = Office("bern", "Bern", "CH")
    assert hung("+41 22 501 01 00 ext 230", office=bern) == (["+41 22 501 01 00 ext 230"], None)
