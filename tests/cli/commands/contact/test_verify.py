"""`pressdesk contact verify`, and who should be asked: lists, doctor, mails."""

import email
import email.policy
import json
import re
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.conftest import Run

OLD, NEXT, LATER = "2020-03-04", "2020-03-05", "2025-11-20"
TOM = (
    'pressdesk contact add "Tom Kay" --office washington --email tom@example.org '
    '--tel "+1 212 555 0142" --mobile "+1 917 555 0188" --internal secret@example.org'
)


def days(run: Run, who: str) -> dict[str, str | None]:
    """Return the day of verifying of each value."""
    data = json.loads(run(f"pressdesk show {who} --format json").out)
    ways = {one["address"]: one["verified_on"] for one in data["emails"]}
    return ways | {one["display"]: one["verified_on"] for one in data["phones"]}


@pytest.fixture
def two(washington: Run) -> Run:
    """Give a terminal whose directory has Maria and Tom."""
    assert washington(TOM).code == 0
    return washington


def test_all_that_is_public_is_verified(two: Run) -> None:
    """Of several people in one operation, which can be undone."""
    done = two(f"pressdesk contact verify tom maria --on {LATER}")
    assert (done.out, done.code) == ("", 0)
    assert done.err.splitlines() == [
        f"verified on {LATER}: tom-kay, 3 values", f"verified on {LATER}: maria-g-moreno, 1 value"
    ]  # fmt: skip
    assert days(two, "tom") == {
        "tom@example.org": LATER, "secret@example.org": None,
        "+1 212 555 0142": LATER, "+1 917 555 0188": LATER,
    }  # fmt: skip
    assert two(f"pressdesk contact verify tom --on {LATER}").err == "unchanged: tom-kay, 3 values\n"
    assert two("pressdesk undo --yes").code == 0
    assert set(days(two, "tom").values()) == {None}


def test_one_value_is_verified(two: Run) -> None:
    """As it is typed; an internal one too."""
    two(f"pressdesk contact verify tom --phone '(212) 555-0142' --on {OLD}")
    two(f"pressdesk contact verify tom --email SECRET@example.org --on {LATER}")
    assert days(two, "tom") == {
        "tom@example.org": None, "secret@example.org": LATER,
        "+1 212 555 0142": OLD, "+1 917 555 0188": None,
    }  # fmt: skip


@pytest.mark.usefixtures("snapshot")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("maria --email other@example.org", 4), ("maria --phone '+1 212 555 0199'", 4),
        ("maria --on 2026-13-01", 4), ("maria --on 9999-01-01", 2), ("nobody", 1), ("", 2),
        ("--all-of nowhere", 1), ("maria --draft .", 2), ("--draft nowhere", 5),
    ],
)  # fmt: skip
def test_what_cannot_be_verified(washington: Run, line: str, code: int) -> None:
    """Nothing is changed."""
    done = washington(f"pressdesk contact verify {line}")
    assert (done.out, done.code) == ("", code), done.err


def test_everybody_of_an_office_is_verified(two: Run) -> None:
    """Who is there today; a value of several people is asked for one of them."""
    two("pressdesk contact edit maria --until 2020-01-01")
    said = two("pressdesk contact verify --all-of wash").err
    assert re.fullmatch(r"verified on 20[0-9-]{8}: tom-kay, 3 values\n", said)
    assert set(days(two, "maria").values()) == {None}
    assert two("pressdesk contact verify maria tom --email tom@example.org").code == 2


def test_the_list_of_who_should_be_asked(two: Run) -> None:
    """By a day or by days; a value that was never verified counts, an extension does not."""
    asked = "pressdesk contact list --fields key --unverified-since"
    two(f"pressdesk contact verify tom --on {OLD}")
    two(f"pressdesk contact verify tom --email secret@example.org --on {OLD}")
    two("pressdesk contact verify maria")
    assert two(f"{asked} 365").out == "tom-kay\n"
    assert two(f"{asked} {OLD}").out == ""
    assert two(f"{asked} {NEXT}").out == "tom-kay\n"
    assert two(f"{asked} 0").out == "tom-kay\n"
    assert two(f"{asked} soon").code == 4
    assert "tom@example.org" in two("pressdesk export --unverified-since 365").out


def test_the_doctor_lists_what_is_stale(two: Run) -> None:
    """One line for each value, with the command; status 1 while there are any."""
    two(f"pressdesk contact verify tom --on {OLD}")
    done = two("pressdesk doctor stale")
    assert (done.err, done.code) == ("5 found\n", 1)
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[0] == [
        "stale", "iom-washington-dc", "Tom Kay", "tom@example.org", f"verified on {OLD}",
        "pressdesk contact verify tom-kay",
    ]  # fmt: skip
    assert [row[3] for row in rows] == [
        "tom@example.org", "secret@example.org", "+1 212 555 0142", "+1 917 555 0188",
        "mgmoreno@iom.int",
    ]  # fmt: skip
    data = json.loads(two("pressdesk doctor stale --days 9999999 --format json").out)
    assert [one["value"] for one in data] == ["secret@example.org", "mgmoreno@iom.int"]
    two("pressdesk contact verify tom maria")
    two("pressdesk contact verify tom --email secret@example.org")
    done = two("pressdesk doctor stale")
    assert (done.out, done.err, done.code) == ("", "nothing was found\n", 0)


def test_who_left_need_not_be_asked(two: Run) -> None:
    """Their values are nobody's work."""
    two("pressdesk contact edit tom --left 2020-01-01")
    assert "Tom" not in two("pressdesk doctor stale").out


def test_a_lookup_on_a_terminal_says_how_old_values_are(
    two: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a year; a pipe stays as it was."""
    two(f"pressdesk contact verify tom --on {OLD}")
    two("pressdesk contact verify maria")
    piped = two("pressdesk show tom").out
    assert f"verified on {OLD})" in piped or f"verified on {OLD}, typed" in piped
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    assert re.search(rf"verified on {OLD}, [0-9]+ years ago", two("pressdesk show tom").out)
    assert two("pressdesk find kay").err == (
        f"pressdesk: Tom Kay was last verified on {OLD}: more than a year ago\n"
    )
    assert two("pressdesk find moreno").err == ""


def mail_of(path: Path) -> tuple[EmailMessage, str]:
    """Return a mail and its text."""
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail, str(mail.get_content())


def test_a_mail_asks_each_office(two: Run, tmp_path: Path) -> None:
    """To those whom it lists, in its language; nothing internal, nothing sent or changed."""
    two('pressdesk office add "Bureau de Genève" --code gva --country CH --city Genève --lang fr')
    two('pressdesk contact add "Zoë Lind" --office gva --email zoe@example.org --title Cheffe')
    two('pressdesk office add "Empty Place" --country CH')
    mails = tmp_path / "mails"
    mails.mkdir()
    done = two(f"pressdesk contact verify --draft {mails}")
    assert (done.out, done.err, done.code) == (
        "", f"wrote 2 mails into {mails}; nothing was sent\n", 0
    )  # fmt: skip
    assert sorted(path.name for path in mails.iterdir()) == ["gva.eml", "iom-washington-dc.eml"]
    mail, text = mail_of(mails / "gva.eml")
    assert (mail["To"], mail["Subject"]) == (
        "zoe@example.org", "Merci de confirmer vos contacts presse: Bureau de Genève"
    )  # fmt: skip
    assert text.splitlines()[:5] == [
        "Voici les contacts presse enregistrés pour votre bureau.", "", "Zoë Lind, Cheffe",
        "Bureau de Genève", "E-mail\xa0: zoe@example.org",
    ]  # fmt: skip
    mail, text = mail_of(mails / "iom-washington-dc.eml")
    assert mail["To"] == "tom@example.org, mgmoreno@iom.int"
    assert "Tel: +1 202 862 1826 ext 230" in text
    assert "secret" not in text
    done = two(f"pressdesk contact verify --draft {mails} --all-of gva")
    assert (done.code, "is there already" in done.err) == (5, True)


def test_a_confirmed_table_is_read_back(two: Run, tmp_path: Path) -> None:
    """What offices answer comes with `verified_on`."""
    table = tmp_path / "confirmed.csv"
    table.write_text(f"office,name,email,verified_on\nwashington,Tom Kay,tom@example.org,{OLD}\n")
    assert two(f"pressdesk import {table}").code == 0
    assert days(two, "tom")["tom@example.org"] == OLD
