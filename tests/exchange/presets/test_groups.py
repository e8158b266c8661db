"""Numbered groups of columns."""

import pytest

from pressdesk.exchange.presets.groups import Groups
from pressdesk.exchange.presets.reading import Findings
from pressdesk.values.phone_number import PhoneNumber

LABELS = {
    "Work": "phone",
    "Main": "phone",
    "Cell": "mobile",
    "Home": "internal",
    "Pager": "no place",
}
PARIS = PhoneNumber.parse("+33 6 12 34 56 78")


def read(row: dict[str, str], labels: dict[str, str] = LABELS) -> tuple[dict[str, str], list[str]]:
    """Return what the groups of a row say, and the warnings."""
    found = Findings()
    Groups("phone", labels).read(row, found)
    return found.as_row().texts, found.warnings


def test_each_kind_that_is_there_has_a_group() -> None:
    """The first label of a column is written; what has no label has no group."""
    numbers = {"phone": [], "mobile": [PARIS, PARIS.with_extension("5")], "fax": [PARIS]}
    assert Groups("phone", LABELS).values(numbers) == {
        "phone_label": ["Cell"],
        "phone_group": ["+33 6 12 34 56 78 ::: +33 6 12 34 56 78 ext 5"],
    }


def test_preferred_groups_come_first() -> None:
    """Then in the order of their numbers, which are counted and not compared as texts."""
    row = {f"phone {n} - value": f"+{n}" for n in (10, 2, 3)}
    row |= {f"phone {n} - label": "Work" for n in (10, 2)} | {"phone 3 - type": "* Main"}
    assert read(row)[0] == {"phone": "+3 ; +2 ; +10"}


@pytest.mark.parametrize(
    ("label", "texts", "warning"),
    [
        ("CELL", {"mobile": "1"}, None),
        ("Home", {"internal": "1"}, "Phone: 1 is private and was taken as internal"),
        ("Pager", {}, 'Phone (pager): "1" has no place in pressdesk'),
        ("Boat", {"phone": "1"}, 'Phone: the label "boat" is unknown; taken as office number'),
    ],
)
def test_a_label_says_what_a_value_is(
    label: str, texts: dict[str, str], warning: str | None
) -> None:
    """In any case; an unknown one is warned of."""
    row = {"phone 1 - label": label, "phone 1 - value": "1"}
    assert read(row) == (texts, [warning] if warning else [])


def test_an_asterisk_is_any_other_label() -> None:
    """Without a warning."""
    row = {"phone 1 - label": "Boat", "phone 1 - value": "1 ::: 2"}
    assert read(row, {"*": "mobile"}) == ({"mobile": "1 ; 2"}, [])


@pytest.mark.parametrize("name", ["phone 0 - value", "phone - value", "phone 12345 - value", "fax"])
def test_what_is_no_group(name: str) -> None:
    """It is left to other columns."""
    assert not Groups("phone", LABELS).has(name)
    assert read({name: "1"}) == ({}, [])
