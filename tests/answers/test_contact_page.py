"""Whom the page of contacts shows, and on which days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from pressdesk.answers.contact_page import compose_page, find_duty
from pressdesk.directory.duty.choice import Reason, Rule, judge_office
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Posting
from tests.directory.duty.test_choice import HERE, Roster, person
from tests.directory.samples import an_office

DAY = date(2026, 11, 23)


def days(first: int, last: int | None) -> tuple[date, date | None]:
    """Return a span of days, counted from the day of the page."""
    return DAY + timedelta(first), None if last is None else DAY + timedelta(last)


def shifts(*spans: tuple[int | None, int | None]) -> tuple[Posting, ...]:
    """Return the postings of a rota; None: without beginning or end."""
    return tuple(
        Posting("here", starts_on=a if a is None else DAY + timedelta(a),
                ends_on=b if b is None else DAY + timedelta(b))
        for a, b in spans
    )  # fmt: skip


def found(*people: Contact) -> dict[str, list[tuple[date, date | None]]]:
    """Return the spans of each person by key."""
    return {duty.contact.key: spans for duty, spans in find_duty(HERE, Roster(people), DAY)}


def test_whoever_is_posted_without_days_is_always_on_duty() -> None:
    """From the day of the page on."""
    assert found(person("ann")) == {"ann": [days(0, None)]}


def test_a_rota_gives_each_their_days() -> None:
    """Whoever is on duty now comes first, and nobody whose days are over."""
    people = (
        person("late", *shifts((8, 14))),
        person("now", *shifts((-3, 7), (15, None))),
        person("over", *shifts((-9, -1))),
    )
    assert found(*people) == {"now": [days(0, 7), days(15, None)], "late": [days(8, 14)]}


def test_shifts_that_follow_each_other_are_one() -> None:
    """A person with two extensions is not shown twice."""
    assert found(person("ann", *shifts((0, 3), (4, 9)))) == {"ann": [days(0, 9)]}


def test_a_successor_takes_over_on_the_day() -> None:
    """Whoever leaves is there until the day before."""
    leaving = person("old", left_on=DAY + timedelta(5), successor="new")
    elsewhere = person("new", Posting("there"))
    assert found(leaving, elsewhere) == {"old": [days(0, 4)], "new": [days(5, None)]}


@pytest.mark.parametrize(
    "hidden", [{"unlisted": True}, {"left_on": DAY}, {"emails": (), "phones": ()}]
)
def test_nobody_is_shown_whom_a_block_would_not_show(hidden: dict[str, object]) -> None:
    """Unlisted, gone, or without a public address or number."""
    assert found(person("ann", **hidden)) == {}


span = st.tuples(st.none() | st.integers(-5, 20), st.none() | st.integers(-5, 20)).filter(
    lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1]
)


@given(st.lists(st.lists(span, min_size=1, max_size=3), min_size=1, max_size=4), st.integers(0, 25))
def test_on_every_day_the_page_says_what_a_block_of_that_day_says(
    rota: list[list[tuple[int | None, int | None]]], later: int
) -> None:
    """The spans are the answers of each single day, put together."""
    people = [person(f"p{number}", *shifts(*spans)) for number, spans in enumerate(rota)]
    day = DAY + timedelta(later)
    said = {
        key
        for key, spans in found(*people).items()
        if any(first <= day <= (last or day) for first, last in spans)
    }
    verdicts = judge_office(HERE, Rule(day), Roster(people))
    assert said == {v.duty.contact.key for v in verdicts if v.reason is Reason.ANSWERS}


def test_an_office_without_people_says_who_answers() -> None:
    """Berlin is on the page, with the office that it reports to."""
    empty = an_office("here")._replace(reports_to="there")
    there = an_office("there")
    roster = Roster([person("ann", Posting("there"))], empty, there)
    offices = list(compose_page([empty], roster, "en", DAY).offices)
    assert [(len(office.people), office.answered_by) for office in offices] == [(0, there.name)]


def test_texts_are_in_the_language_of_the_page() -> None:
    """Titles, languages and labels."""
    ann = person("ann", title="Editor", titles={"fr": "Rédactrice"}, languages=("sw", "pt-BR"))
    page = compose_page([HERE], Roster([ann]), "fr", DAY)
    (office,) = page.offices
    (shown,) = office.people
    assert (page.title, shown.title) == ("Contacts presse", "Rédactrice")
    assert shown.languages == "swahili, portugais brésilien"


def test_a_language_without_wording_is_refused() -> None:
    """As a block in it is."""
    with pytest.raises(InvalidValueError, match="no wording"):
        compose_page([HERE], Roster([]), "sw", DAY)
