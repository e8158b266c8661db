"""Numbers on a switchboard, in rows of a list and of somebody stored."""

import pytest

from pressdesk.drafts.contact_draft import NOBODY, ContactDraft
from pressdesk.drafts.switchboard import Boards, hang_on_switchboard, move_to_switchboard
from pressdesk.drafts.ways import Reading
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

BOARD = PhoneNumber.parse("+41 22 501 01 00")
OLD_BOARD = PhoneNumber.parse("+41 22 501 02 00")
BERN = Office("bern", "Bern", "CH", switchboard=BOARD)
EXT_230 = BOARD.with_extension("230")
HERE = Boards(BOARD.e164)


def hung(
    *phones: str, ext: list[str] | None = None, contact: Contact = NOBODY, boards: Boards = HERE
) -> tuple[object, object]:
    """Give the office numbers and extensions that a draft of these has afterwards."""
    draft = ContactDraft({"name": "Zoë"}, phones={PhoneKind.OFFICE: list(phones)}, extensions=ext)
    after, _ = hang_on_switchboard(draft, contact, boards, Reading("CH"))
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
    ("stored", "ext", "other"), [(None, "1", "2"), ("1", "1", "2"), ("2", "2", "1")]
)
def test_of_two_extensions_one_is_the_postings(stored: str | None, ext: str, other: str) -> None:
    """The one that is stored, else the first; the other is a number of their own."""
    phones = [f"+41 22 501 01 00 ext {one}" for one in "12"]
    boards = HERE._replace(extension=stored)
    assert hung(*phones, boards=boards) == (["", f"+41 22 501 01 00 ext {other}"], [ext, ""])


@pytest.mark.parametrize(
    ("phones", "ext"),
    [
        (["+41 22 501 01 00"], None),
        (["+41 22 501 01 23 ext 230"], None),
        (["", "+41 22 501 01 00"], ["5", "230"]),
        # So an export writes numbers of their own.
        (["", "+41 22 501 01 00"], ["", "230"]),
        (["+41 22 501 01 00", ""], ["230", "5"]),
        (["no number 5010100"], ["230"]),
        (["+41 22 501 01 00"], ["2x0"]),
    ],
)
def test_whatever_is_no_extension_there_stays(phones: list[str], ext: list[str] | None) -> None:
    """One that is said already, and what cannot be read, are not judged here."""
    assert hung(*phones, ext=ext) == (phones, ext)


def test_a_number_of_their_own_stays_theirs() -> None:
    """Who had the whole number before keeps it; what the same list brought is the posting's."""
    contact = Contact("zoe", "Zoë", phones=(Phone(EXT_230),))
    given = (["+41 22 501 01 00"], ["230"])
    assert hung("+41 22 501 01 00", ext=["230"], contact=contact) == given
    boards = HERE._replace(fresh={EXT_230.identity})
    assert hung("+41 22 501 01 00", ext=["230"], contact=contact, boards=boards) == (None, ["230"])
    draft = ContactDraft(phones={PhoneKind.OFFICE: [str(EXT_230)]})
    _, after = hang_on_switchboard(draft, contact, boards, Reading("CH"))
    assert after.phones == ()


def test_what_another_posting_has_is_not_copied() -> None:
    """At an office without a switchboard, or with another one."""
    for here in (None, OLD_BOARD.e164):
        boards = Boards(here, elsewhere={EXT_230.identity})
        assert hung("+41 22 501 01 00 ext 230", boards=boards) == (None, None)
        assert hung("022 501 01 23", str(EXT_230), boards=boards) == (["022 501 01 23"], None)
        other = ["+41 22 501 01 00 ext 231"]
        assert hung(*other, boards=boards) == (other, None)


def test_an_office_without_a_switchboard_has_no_extensions() -> None:
    """Then the number is the contact's."""
    given = ["+41 22 501 01 00 ext 230"]
    assert hung(*given, boards=Boards()) == (given, None)


ZOE = Contact(
    "zoe", "Zoë", emails=(Email(EmailAddress("zoe@example.org")),), phones=(Phone(EXT_230),),
    postings=(Posting("geneva"), Posting("bern", rank=1), Posting("bern", rank=2)),
)  # fmt: skip
BOARDS = (BOARD.e164, OLD_BOARD.e164)


@pytest.mark.parametrize("board", [BOARD, OLD_BOARD])
def test_a_number_of_their_own_becomes_an_extension(board: PhoneNumber) -> None:
    """Of every posting at that office, and of no other."""
    zoe = ZOE._replace(phones=(Phone(board.with_extension("230")), Phone(BOARD)))
    moved = move_to_switchboard(zoe, BERN, BOARDS)
    assert moved.left == {}
    assert moved.contact == zoe._replace(
        phones=(Phone(BOARD),),
        postings=(
            Posting("geneva"),
            Posting("bern", rank=1, extension="230"),
            Posting("bern", rank=2, extension="230"),
        ),
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"phones": (Phone(EXT_230, public=False),)}, "it is internal"),
        ({"phones": (Phone(EXT_230, PhoneKind.FAX),)}, "it is kept as fax"),
        ({"postings": (Posting("bern", extension="231"),)}, "they have ext 231 there already"),
        ({"emails": ()}, "nothing else reaches them at their other offices"),
    ],
)
def test_what_cannot_be_one_is_left(change: dict[str, object], reason: str) -> None:
    """With the reason."""
    zoe = ZOE._replace(**change)  # type: ignore[arg-type]
    moved = move_to_switchboard(zoe, BERN, BOARDS)
    assert moved.contact is zoe
    assert list(moved.left.values()) == [reason]


def test_of_two_numbers_the_first_becomes_the_extension() -> None:
    """A posting has one."""
    zoe = ZOE._replace(phones=(Phone(EXT_230), Phone(BOARD.with_extension("7"))))
    moved = move_to_switchboard(zoe, BERN, BOARDS)
    assert [str(one.number) for one in moved.contact.phones] == ["+41 22 501 01 00 ext 7"]
    assert list(moved.left.values()) == ["they have ext 230 there already"]
