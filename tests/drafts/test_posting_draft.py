import re
from datetime import date

import pytest

from pressdesk.drafts.given import Given
from pressdesk.drafts.posting_draft import (
    compose_posting,
    find_posting_of_row,
    get_posting,
    postings_at,
    with_posting,
)
from pressdesk.errors import InvalidValueError, NotFoundError, OptionsError
from pressdesk.model import Contact, Office, Posting

HERE = Office("here", "Here", "US")
THERE = Office("there", "There", "CH")
SPRING = Posting("here", starts_on=date(2026, 3, 1), ends_on=date(2026, 5, 31))
ALWAYS = Posting("here")
AUTUMN = Posting("here", starts_on=date(2026, 9, 1), ends_on=date(2026, 11, 30))
STORED = Posting("here", 2, "Head", "0230", date(2026, 1, 1), date(2026, 12, 31))

CHANGES = [
    ({}, {}),
    ({"rank": "1"}, {"rank": 1}),
    ({"rank": " 0 "}, {"rank": 0}),
    ({"rank": ""}, {"rank": None}),
    ({"title": "  Deputy  head "}, {"title": "Deputy head"}),
    ({"title": ""}, {"title": None}),
    ({"extension": "0012"}, {"extension": "0012"}),
    ({"extension": "x 12"}, {"extension": "12"}),
    ({"extension": " "}, {"extension": None}),
    ({"starts_on": "2026-02-01"}, {"starts_on": date(2026, 2, 1)}),
    ({"starts_on": ""}, {"starts_on": None}),
    ({"ends_on": "2026-01-01"}, {"ends_on": date(2026, 1, 1)}),
    ({"ends_on": " "}, {"ends_on": None}),
]


@pytest.mark.parametrize(("draft", "fields"), CHANGES)
def test_a_draft_changes_what_it_names(draft: Given, fields: dict[str, object]) -> None:
    """Only that; an empty text takes the value away."""
    assert compose_posting(draft, STORED) == STORED._replace(**fields)  # type: ignore[arg-type]


REFUSED = [
    ({"rank": "first"}, 'rank "first": is not a whole number; expected 1 for the first'),
    ({"rank": "-1"}, "is not a whole number"),
    ({"rank": "1.0"}, "is not a whole number"),
    ({"rank": "１"}, "is not a whole number"),
    ({"rank": "²"}, "is not a whole number"),
    ({"rank": "1000000"}, "is not a whole number"),
    ({"title": "t" * 301}, "too long (301 characters); expected at most 300"),
    ({"title": "a\x1bb"}, 'title "a\\x1bb": contains a control character (U+001B)'),
    ({"extension": "23O"}, 'extension "23O": is not a number; expected digits only'),
    ({"starts_on": "1 May"}, 'from "1 May": is not a date; expected YYYY-MM-DD'),
    ({"ends_on": "2026-06-31"}, 'until "2026-06-31": is not in the calendar'),
    ({"ends_on": "2025-12-31"}, 'until "2025-12-31": is before the beginning, 2026-01-01'),
    ({"ends_on": "2025-12-31"}, "; give a later day, or an earlier beginning"),
    ({"starts_on": "2027-01-01"}, "is before the beginning, 2027-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "message"), REFUSED)
def test_a_bad_draft_is_refused(draft: Given, message: str) -> None:
    """The message says the field, the value, the reason and the way out."""
    with pytest.raises(InvalidValueError, match=re.escape(message)):
        compose_posting(draft, STORED)


def contact(*postings: Posting) -> Contact:
    """Give a contact with these postings."""
    return Contact("moreno", "Maria G. Moreno", postings=postings)


def test_postings_are_those_of_one_office() -> None:
    """In their order."""
    both = contact(AUTUMN, Posting("there"), SPRING)
    assert postings_at(both, HERE) == [AUTUMN, SPRING]
    assert postings_at(both, HERE._replace(code="else")) == []


def test_the_only_posting_is_meant_without_an_office() -> None:
    """Or the only one at the office, or the one that begins on the day."""
    only, there = contact(SPRING), Posting("there")
    assert get_posting(only, None) is SPRING
    assert get_posting(contact(SPRING, there), THERE) is there
    assert get_posting(contact(SPRING, AUTUMN), HERE, starts_on="2026-09-01") is AUTUMN
    assert get_posting(contact(SPRING, there), None, starts_on="2026-03-01") is SPRING


MISSING = [
    (contact(), None, None, 'no posting of Maria G. Moreno matches "any office"'),
    (contact(SPRING), THERE, None, 'no posting of Maria G. Moreno matches "There"'),
    (contact(SPRING), HERE, "2026-03-02", 'no posting of Maria G. Moreno matches "Here"'),
]


@pytest.mark.parametrize(("whose", "office", "starts_on", "message"), MISSING)
def test_a_posting_that_is_not_there_is_an_honest_negative(
    whose: Contact, office: Office | None, starts_on: str | None, message: str
) -> None:
    """Status 1."""
    with pytest.raises(NotFoundError, match=f"^{re.escape(message)}$") as caught:
        get_posting(whose, office, starts_on=starts_on)
    assert caught.value.exit_code == 1


SEVERAL = [
    (contact(SPRING, AUTUMN), HERE,
     "(here from 2026-03-01, here from 2026-09-01): say which by its first day, with --from"),
    (contact(Posting("here"), Posting("there")), None,
     "(here from the beginning, there from the beginning): say which by its office, with --office"),
]  # fmt: skip


@pytest.mark.parametrize(("whose", "office", "message"), SEVERAL)
def test_of_several_postings_none_is_guessed(
    whose: Contact, office: Office | None, message: str
) -> None:
    """The message lists them, and says how to name one."""
    with pytest.raises(OptionsError, match=re.escape(message)):
        get_posting(whose, office)


@pytest.mark.parametrize(
    ("perhaps_on", "meant"), [("2026-03-01", SPRING), (" 2026-09-01 ", AUTUMN), ("", ALWAYS)]
)
def test_of_several_postings_one_is_named_by_its_first_day(perhaps_on: str, meant: Posting) -> None:
    """An empty day is that of the one without any."""
    several = contact(ALWAYS, SPRING, AUTUMN)
    assert get_posting(several, HERE, perhaps_on=perhaps_on) is meant
    assert get_posting(contact(SPRING), HERE, perhaps_on="2026-04-01") is SPRING
    with pytest.raises(OptionsError, match="several postings"):
        get_posting(several, HERE, perhaps_on="2026-04-01")


def test_a_posting_cannot_be_named_by_what_is_no_day() -> None:
    """The field is the one of the option."""
    with pytest.raises(InvalidValueError, match=r'^from "spring": is not a date'):
        get_posting(contact(SPRING), HERE, starts_on="spring")


ROWS = [
    ((), {}, None),
    ((Posting("there"),), {}, None),
    ((SPRING,), {"starts_on": "2026-03-01"}, SPRING),
    ((SPRING,), {"starts_on": "2026-03-01", "ends_on": "2027-05-31"}, SPRING),
    ((SPRING,), {"starts_on": "2026-05-31"}, SPRING),
    ((SPRING,), {"starts_on": "2026-06-01"}, None),
    ((SPRING,), {"ends_on": "2026-02-28"}, None),
    ((SPRING,), {}, SPRING),
    ((SPRING, AUTUMN), {"starts_on": "2026-09-01"}, AUTUMN),
    ((SPRING, AUTUMN), {"starts_on": "2026-10-01"}, AUTUMN),
    ((SPRING, AUTUMN), {"starts_on": "2026-06-01", "ends_on": "2026-08-31"}, None),
]


@pytest.mark.parametrize(("stored", "draft", "meant"), ROWS)
def test_a_row_means_the_posting_of_its_day_or_time(
    stored: tuple[Posting, ...], draft: Given, meant: Posting | None
) -> None:
    """One that begins on the same day; else the only one that overlaps; else it is new."""
    assert find_posting_of_row(contact(*stored), HERE, draft) is meant


def test_a_row_that_could_mean_several_is_refused() -> None:
    """It overlaps both, and begins with neither."""
    with pytest.raises(OptionsError, match=r"has several postings .*: say which by its first day"):
        find_posting_of_row(contact(SPRING, AUTUMN), HERE, {})


def test_a_posting_is_replaced_in_its_place() -> None:
    """An equal one elsewhere in the list is another."""
    twin = SPRING._replace()
    changed = with_posting(contact(twin, SPRING), SPRING, AUTUMN)
    assert changed.postings == (twin, AUTUMN)
    assert with_posting(changed, None, SPRING).postings == (twin, AUTUMN, SPRING)
