"""`pressdesk block`, as scripts and press officers use it."""

import json
from datetime import date, timedelta

import pytest

from tests.conftest import Run

CARD = (
    "For more information please contact\n"
    "Maria G. Moreno\n"
    "IOM Washington DC\n"
    "Email: mgmoreno@iom.int\n"
    "Tel: +1 202 862 1826 ext 230\n"
)
GENEVA = 'pressdesk office add "IOM Geneva" --organization IOM --city Geneva --country CH'


def test_block_prints_the_card(washington: Run) -> None:
    """The block of the design page, byte for byte, and nothing said about it."""
    done = washington('pressdesk block "washington dc"')
    assert (done.out, done.err, done.code) == (CARD, "", 0)


@pytest.mark.parametrize(
    "who", ["washington dc", "Washington", "IOM Washington DC", "iom-washington-dc", "wash",
            "WASHINGTON", "Wáshington-DC", "maria", "maria-g-moreno", "Maria G Moreno"]
)  # fmt: skip
def test_who_finds_the_office_or_the_contact(washington: Run, who: str) -> None:
    """Every way to name them prints the same block."""
    assert washington("pressdesk block", who).out == CARD


def test_nobody_is_status_1(washington: Run) -> None:
    """An honest negative keeps stdout empty."""
    done = washington("pressdesk block nobody")
    assert (done.out, done.code) == ("", 1)
    assert done.err == 'pressdesk: no contact or office matches "nobody"\n'


def test_several_who_match_are_status_3(washington: Run) -> None:
    """Candidates are named, and none is guessed."""
    washington('pressdesk office add "IOM Washington State" --organization IOM --country US')
    done = washington("pressdesk block washington")
    assert (done.out, done.code) == (CARD, 0)  # the city is a tier of its own
    done = washington('pressdesk block "iom wash"')
    assert (done.out, done.code) == ("", 3)
    assert "iom-washington-dc" in done.err
    assert "iom-washington-state" in done.err


def test_json_is_the_same_block_as_data(washington: Run) -> None:
    """Scripts read the number and the extension apart."""
    data = json.loads(washington("pressdesk block wash --format json").out)
    assert data["lead_in"] == "For more information please contact"
    assert data["entries"][0]["ways"][1] == {
        "kind": "office", "text": "+1 202 862 1826", "extension": "230"
    }  # fmt: skip


def test_a_contact_of_several_offices_appears_in_each(washington: Run) -> None:
    """The extension is the one on that office's switchboard."""
    washington(f'{GENEVA} --switchboard "+41 22 717 91 11"')
    assert washington("pressdesk contact post maria --office geneva --ext 4100").code == 0
    assert washington("pressdesk block washington").out == CARD
    assert "IOM Geneva\nEmail: mgmoreno@iom.int\nTel: +41 22 717 91 11 ext 4100\n" in (
        washington("pressdesk block geneva").out
    )
    assert washington("pressdesk block washington geneva").out == CARD


def test_a_new_switchboard_changes_every_block(washington: Run) -> None:
    """The number was never copied."""
    washington('pressdesk office edit wash --switchboard "+1 202 555 0100"')
    assert "Tel: +1 202 555 0100 ext 230\n" in washington("pressdesk block wash").out


def test_nobody_on_duty_lets_the_other_office_answer(washington: Run) -> None:
    """Stderr says so; the block is in the language of the office that was asked."""
    washington(f"{GENEVA} --lang de --reports-to washington")
    done = washington("pressdesk block geneva --on 2026-11-23")
    assert done.err == (
        "pressdesk: nobody to print for IOM Geneva on 2026-11-23: IOM Washington DC answers\n"
    )
    assert done.out.startswith("Für weitere Informationen wenden Sie sich bitte an\nMaria G.")


@pytest.mark.parametrize(
    ("day", "code"), [("2026-06-30", 4), ("2026-07-01", 0), ("2026-12-31", 0), ("2027-01-01", 4)]
)
def test_a_posting_holds_from_its_first_to_its_last_day(
    washington: Run, day: str, code: int
) -> None:
    """Both days are included."""
    washington("pressdesk contact edit maria --from 2026-07-01 --until 2026-12-31")
    assert washington(f"pressdesk block wash --on {day}").code == code


def test_without_a_day_it_is_today(washington: Run) -> None:
    """A posting that ended yesterday is not printed."""
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  # the day of the machine
    washington(f"pressdesk contact edit maria --until {yesterday}")
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 4)
    assert "nobody is on duty" in done.err


def test_no_public_way_is_status_4(washington: Run) -> None:
    """Internal numbers never reach a block, and the error says who is there."""
    washington('pressdesk contact edit maria --ext "" --internal mgmoreno@iom.int')
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 4)
    assert "Maria G. Moreno on duty" in done.err
    assert "mgmoreno" not in done.err


def test_an_unlisted_contact_is_in_no_block(washington: Run) -> None:
    """Neither by the office nor by name."""
    washington("pressdesk contact edit maria --unlisted")
    assert washington("pressdesk block wash").code == 4
    assert washington("pressdesk block maria").code == 4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("wash --on tomorrow", 4, 'on "tomorrow": is not a date; expected YYYY-MM-DD'),
        ("wash --on 2026-02-30", 4, "is not in the calendar"),
        ("wash --lang tlh", 4, "no wording for it; choose one of ar, de, en"),
        ("wash --format xml", 2, "'xml' is not one of 'text', 'json'"),
        ("", 2, "Missing argument 'WHO...'"),
    ],
)
def test_bad_options_are_named(washington: Run, arguments: str, code: int, message: str) -> None:
    """The message says what would be right."""
    done = washington(f"pressdesk block {arguments}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err


def test_settings_give_the_language_where_the_office_has_none(
    washington: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flag, then office, then PRESSDESK_LANG."""
    monkeypatch.setenv("PRESSDESK_LANG", "es")
    assert washington("pressdesk block wash").out.startswith("Para más información")
    washington("pressdesk office edit wash --lang fr")
    assert washington("pressdesk block wash").out.startswith("Pour plus d’informations")
    assert washington("pressdesk block wash --lang en").out == CARD


def test_an_office_language_without_wording_is_said(washington: Run) -> None:
    """English is used, and stderr says why."""
    washington("pressdesk office edit wash --lang sw")
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == (CARD, 0)
    assert "no wording for the language sw" in done.err


def test_a_contact_without_a_posting_that_day_has_no_office_line(washington: Run) -> None:
    """A missing field is a missing line, and with it goes the switchboard."""
    washington("pressdesk contact edit maria --from 2027-01-01")
    done = washington("pressdesk block maria --on 2026-11-23")
    assert done.out.splitlines()[1:] == ["Maria G. Moreno", "Email: mgmoreno@iom.int"]
