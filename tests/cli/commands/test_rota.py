"""`pressdesk rota …`: blocks follow it, gaps are named, postings stay as they are."""

import json
import re
from datetime import date

import pytest
from icalendar import Calendar

from tests.conftest import Run

ADD = "pressdesk rota add geneva zoe --from 2026-12-24 --until 2026-12-26"
LIST = "pressdesk rota list geneva --from 2026-12-23 --until 2026-12-29"


@pytest.fixture
def christmas(sample: Run) -> Run:
    """Give a terminal whose Geneva has a rota of Christmas with a gap."""
    for line in (
        ADD,
        "pressdesk rota add geneva tomasz --from 2026-12-28 --until 2026-12-28",
        "pressdesk rota add geneva amina --from 2026-12-28 --until 2026-12-28",
    ):
        assert sample(line).code == 0
    return sample


def printed(run: Run, day: str) -> list[str]:
    """Return who is printed for Geneva on a day."""
    lines = run(f"pressdesk block geneva --on {day} --style line --lang en").out.splitlines()[1:]
    return [re.split(r" \(|,", line)[0] for line in lines if line.strip()]


def test_a_block_follows_the_rota(christmas: Run) -> None:
    """On its days alone; who is posted stays so."""
    usual = printed(christmas, "2026-12-23")
    assert len(usual) > 1
    assert printed(christmas, "2026-12-24") == ["Zoë Lindqvist"]
    assert printed(christmas, "2026-12-26") == ["Zoë Lindqvist"]
    assert printed(christmas, "2026-12-27") == usual
    assert printed(christmas, "2026-12-28") == ["Tomasz Łukaszewicz", "Amina Otieno"]
    block = christmas("pressdesk block geneva --on 2026-12-28 --lang en").out
    assert "ext 4102" in block
    # An extension of another office is not this one's.
    assert "ext 310" not in block
    why = christmas("pressdesk block geneva --on 2026-12-24 --why").err
    assert "Tomasz Łukaszewicz: left out, is not on the rota that day" in why


def test_the_days_are_listed_with_their_gaps(christmas: Run) -> None:
    """Status 1 says that there is one."""
    done = christmas(LIST)
    assert (done.err, done.code) == ("gaps: 2026-12-27\n", 1)
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("2026-12-23", "posted", ""), ("2026-12-24", "rota", ""), ("2026-12-25", "rota", ""),
        ("2026-12-26", "rota", ""), ("2026-12-27", "posted", "gap"), ("2026-12-28", "rota", ""),
        ("2026-12-29", "posted", ""),
    ]  # fmt: skip
    data = json.loads(christmas(f"{LIST} --format json").out)
    assert data[1] == {
        "day": "2026-12-24", "how": "rota", "contacts": ["zoe-lindqvist"],
        "office": "harbour-geneva", "gap": False,
    }  # fmt: skip
    assert christmas(f"{LIST.replace('23', '24').replace('29', '26')}").code == 0


def test_days_on_which_nobody_of_the_office_answers_are_gaps(sample: Run) -> None:
    """Another office answers, or nobody."""
    sample("pressdesk office add Suva --country FJ --reports-to geneva")
    done = sample("pressdesk rota list suva --from 2026-12-24 --until 2026-12-25")
    assert (done.err, done.code) == ("gaps: 2026-12-24 to 2026-12-25\n", 1)
    assert "\tother office\tZoë Lindqvist" in done.out
    sample("pressdesk office edit suva --reports-to ''")
    assert "\tnobody\t\tgap" in sample("pressdesk rota list suva").out
    sample("pressdesk rota add suva zoe --from 2026-12-24 --until 2026-12-25")
    assert sample("pressdesk rota list suva --from 2026-12-24 --until 2026-12-25").code == 0


def test_a_screen_shows_bars_over_days(christmas: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days of one kind in one row."""
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    lines = christmas(LIST).out.splitlines()
    assert any("2026-12-24 to 2026-12-26" in line and "███" in line for line in lines)
    assert any("2026-12-27" in line and "░" in line and "a gap" in line for line in lines)


def test_a_calendar_takes_the_shifts(christmas: Run) -> None:
    """Whole days, the end after the last; the same bytes each time."""
    text = christmas(f"{LIST} --format ics").out
    assert christmas(f"{LIST} --format ics").out == text
    events = Calendar.from_ical(text).walk("VEVENT")
    first = events[0]
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (
        date(2026, 12, 24),
        date(2026, 12, 27),
    )
    assert str(first["SUMMARY"]) == "Harbour Relief Geneva: Zoë Lindqvist"
    assert len({str(event["UID"]) for event in events}) == 3
    later = christmas("pressdesk rota list geneva --from 2026-12-28 --format ics").out
    assert len(Calendar.from_ical(later).walk("VEVENT")) == 2


def test_days_are_taken_off(christmas: Run) -> None:
    """From the middle a shift falls into two."""
    assert christmas(
        "pressdesk rota remove geneva zoe --from 2026-12-25 --until 2026-12-25"
    ).code == 0  # fmt: skip
    hows = [line.split("\t")[1] for line in christmas(LIST).out.splitlines()]
    assert hows == ["posted", "rota", "posted", "rota", "posted", "rota", "posted"]
    assert christmas("pressdesk rota remove geneva zoe").code == 0
    assert christmas("pressdesk rota remove geneva zoe").code == 1
    assert "Zoë" not in christmas("pressdesk rota list geneva --from 2026-12-28 "
                                  "--until 2026-12-28").out  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("geneva zoe --from 2026-12-26 --until 2026-12-30", 2, "on the rota of harbour-geneva"),
        ("geneva zoe --from 2027-01-02 --until 2027-01-01", 4, "is before the first day"),
        ("geneva zoe --from soon --until 2027-01-01", 4, "is not a date"),
        ("geneva nobody --from 2027-01-01 --until 2027-01-02", 1, "no contact matches"),
        ("nowhere zoe --from 2027-01-01 --until 2027-01-02", 1, "no office matches"),
        ("geneva zoe --from 2027-01-01", 2, "--until"),
    ],
)  # fmt: skip
def test_what_cannot_be_on_a_rota(christmas: Run, line: str, code: int, said: str) -> None:
    """Nothing is changed."""
    before = christmas("pressdesk log").out
    done = christmas(f"pressdesk rota add {line}")
    assert (done.code, said in done.err) == (code, True), done.err
    assert christmas("pressdesk log").out == before


def test_a_rota_is_undone_and_follows_a_key(christmas: Run) -> None:
    """It is part of the office: its history, its versions."""
    christmas("pressdesk contact edit zoe --key zl")
    assert printed(christmas, "2026-12-24") == ["Zoë Lindqvist"]
    christmas("pressdesk undo --yes")
    for _ in range(3):
        assert christmas("pressdesk undo --yes").code == 0
    assert len(printed(christmas, "2026-12-24")) > 1


def test_who_is_on_a_rota_cannot_be_removed_but_erased(christmas: Run) -> None:
    """The office would be left without."""
    done = christmas("pressdesk contact remove amina --yes")
    assert (done.code, "harbour-geneva  2026-12-28 to 2026-12-28" in done.err) == (4, True)
    assert christmas("pressdesk contact erase amina --yes").code == 0
    assert printed(christmas, "2026-12-28") == ["Tomasz Łukaszewicz"]


def test_lists_of_who_is_on_duty_follow_the_rota(christmas: Run) -> None:
    """As mail programs ask for them."""
    asked = "pressdesk contact list --fields key --office geneva --on"
    assert christmas(f"{asked} 2026-12-24").out == "zoe-lindqvist\n"
    assert christmas(f"{asked} 2026-12-28").out.split() == ["tomasz-lukaszewicz", "amina-otieno"]
    assert len(christmas(f"{asked} 2026-12-27").out.split()) > 2
    nairobi = christmas("pressdesk contact list --fields key --office nairobi --on 2026-12-28").out
    assert nairobi.split() == ["amina-otieno"]


def test_a_successor_stands_in_on_the_rota(christmas: Run) -> None:
    """Who has left by then is not printed; without a successor those who are posted are."""
    christmas("pressdesk contact edit zoe --left 2026-12-25 --successor tomasz")
    assert printed(christmas, "2026-12-24") == ["Zoë Lindqvist"]
    assert printed(christmas, "2026-12-25") == ["Tomasz Łukaszewicz"]
    christmas("pressdesk contact edit zoe --successor ''")
    assert len(printed(christmas, "2026-12-25")) > 1
