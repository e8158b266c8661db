import json
from datetime import date

import pytest

from pressdesk.exchange.report import Change, Item, Problem, Report, Status, find_changes
from pressdesk.model.former import Former

REPORT = Report(
    [
        Item("a.csv", 2, Status.ADDED, "zoe", warnings=("look again",)),
        Item("a.csv", 3, Status.UPDATED, "tom", changes=(Change("title", None, "Head"),)),
        Item("a.csv", 4, Status.UPDATED, "ann", changes=(Change("email", "a@b.org", None),)),
        Item("b.csv", 2, Status.UNCHANGED, "bea"),
        Item("b.csv", 3, Status.REFUSED, None, (Problem("ext", "too long"), Problem("", "odd"))),
    ]
)


def test_the_keys_of_a_report_are_a_contract() -> None:
    """Machine output: every key is there, None where there is nothing."""
    data = REPORT.as_data()
    assert list(data) == [
        "schema_version",
        "added",
        "updated",
        "unchanged",
        "refused",
        "items",
        "files",
    ]
    counted = [status for status in Status if status is not Status.FORMER]
    assert [data[str(status)] for status in counted] == [1, 2, 1, 1]
    assert data["schema_version"] == 1
    for item in data["items"]:
        wanted = {"file", "line", "status", "contact", "problems", "changes"}
        assert item.keys() == wanted | {"warnings"}


def test_an_item_says_all_that_is_known() -> None:
    """Problems name their column, changes both texts."""
    items = REPORT.as_data()["items"]
    assert items[1] == {
        "file": "a.csv", "line": 3, "status": "updated", "contact": "tom", "problems": [],
        "changes": [{"field": "title", "old": None, "new": "Head"}], "warnings": [],
    }  # fmt: skip
    assert items[4]["status"] == "refused"
    assert items[4]["problems"] == [
        {"column": "ext", "reason": "too long"},
        {"column": "", "reason": "odd"},
    ]


def test_a_report_can_be_written_as_json() -> None:
    """Plain data alone."""
    assert json.loads(json.dumps(REPORT.as_data())) == REPORT.as_data()


def test_people_read_it_line_by_line() -> None:
    """Each refusal as `file:line column: reason`, each change as old -> new, the sum last."""
    assert list(REPORT.lines()) == [
        "a.csv:2 warning: look again",
        "a.csv:3 tom title: nothing -> Head",
        "a.csv:4 ann email: a@b.org -> nothing",
        "b.csv:3 ext: too long",
        "b.csv:3 row: odd",
        "1 added, 2 updated, 1 unchanged, 1 refused",
    ]


def test_a_brief_report_leaves_out_what_went_well() -> None:
    """Refusals and warnings stay."""
    assert list(REPORT.lines(is_brief=True)) == [
        "a.csv:2 warning: look again",
        "b.csv:3 ext: too long",
        "b.csv:3 row: odd",
    ]


def test_former_values_are_named_and_counted() -> None:
    """With what follows them, and the way to take them; notes stand beside."""
    day = date(2026, 11, 30)
    mobile = Former("mobile", "+41 79 555 01 23", day, None)
    item = Item("a.csv", 2, Status.FORMER, "zoe", notes=("look",), former=(mobile,))
    report = Report([item])
    assert list(report.lines()) == [
        "a.csv:2 zoe mobile +41 79 555 01 23 is former since 2026-11-30; nothing follows it",
        "a.csv:2 look",
        "--take-former stores former values all the same",
        "0 added, 0 updated, 0 unchanged, 0 refused, 1 former",
    ]
    data = report.as_data()
    assert (data["former"], data["items"][0]["status"]) == (1, "former")
    assert data["items"][0]["notes"] == ["look"]
    assert data["items"][0]["former"] == [
        {"field": "mobile", "old": "+41 79 555 01 23", "since": "2026-11-30", "new": None}
    ]


def test_the_refused_rows_can_be_had() -> None:
    """As items, in their order."""
    assert REPORT.refused == [REPORT.items[4]]
    assert Report().refused == []
    assert list(Report().lines()) == ["0 added, 0 updated, 0 unchanged, 0 refused"]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ({}, {}, ()),
        ({"a": "1"}, {"a": "1"}, ()),
        ({"a": "1"}, {"a": "2"}, (Change("a", "1", "2"),)),
        ({}, {"a": "2"}, (Change("a", None, "2"),)),
        ({"a": "1"}, {}, (Change("a", "1", None),)),
        (
            {"a": "1", "b": "2"},
            {"b": "3", "a": "0"},
            (Change("a", "1", "0"), Change("b", "2", "3")),
        ),
    ],
)
def test_changes_are_found_column_by_column(
    before: dict[str, str], after: dict[str, str], changes: tuple[Change, ...]
) -> None:
    """An absent column has no text."""
    assert find_changes(before, after) == changes
