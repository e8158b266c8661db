"""Addresses and numbers as columns."""

import pytest

from pressdesk.exchange.way_columns import Number, Verified, verified_cell, way_columns
from pressdesk.model import PhoneKind

OFFICE = Number(PhoneKind.OFFICE, "+41 22 717 91 11", "5")
MOBILE = Number(PhoneKind.MOBILE, "+33 6 12 34 56 78")


def test_the_extension_at_the_switchboard_comes_first() -> None:
    """With an empty place for its number: the columns pair by position."""
    assert way_columns(["a@example.org"], [OFFICE, MOBILE], [], "230") == {
        "email": ["a@example.org"], "phone": ["", "+41 22 717 91 11"], "ext": ["230", "5"],
        "mobile": ["+33 6 12 34 56 78"],
    }  # fmt: skip


def test_numbers_of_their_own_are_said_to_be_that() -> None:
    """By an empty place in both columns."""
    assert way_columns([], [OFFICE], [], says_own=True) == {
        "phone": ["", "+41 22 717 91 11"], "ext": ["", "5"],
    }  # fmt: skip
    assert way_columns([], [], [], says_own=True) == {}


def test_a_number_is_named_with_its_kind_where_it_could_be_another() -> None:
    """In columns that hold all kinds."""
    fax = OFFICE._replace(kind=PhoneKind.FAX)
    assert OFFICE.named([OFFICE, MOBILE]) == "+41 22 717 91 11 ext 5"
    assert OFFICE.named([OFFICE, fax]) == "office +41 22 717 91 11 ext 5"
    assert MOBILE.named([MOBILE]) == "mobile +33 6 12 34 56 78"


@pytest.mark.parametrize(
    ("ways", "cell"),
    [
        ([], ""),
        ([Verified("a", True, "2026-01-02"), Verified("b", True, "2026-01-02")], "2026-01-02"),
        ([Verified("a", True, "2026-01-02"), Verified("b", True, "")], "2026-01-02 a"),
        (
            [Verified("a", True, "2026-01-02"), Verified("b", False, "2026-01-02")],
            "2026-01-02 a ; 2026-01-02 b",
        ),
        ([Verified("a", True, ""), Verified("b", False, "")], ""),
    ],
)
def test_days_of_verifying(ways: list[Verified], cell: str) -> None:
    """One day that all public values have, else each with its value."""
    assert verified_cell(ways) == cell
