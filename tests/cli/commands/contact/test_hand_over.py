"""`pressdesk contact hand-over`: one step, one operation, and blocks go on."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

SOFIA = (
    'pressdesk contact add "Sofia Beck" --office washington --email sofia@example.org --ext 231 '
    '--title "Press Officer" --title-in "fr=Attachée" --topic floods --lang en --lang fr --rank 1'
)
TO = "pressdesk contact hand-over sofia --to"
ANNA = f'{TO} "Anna Keller" --email anna@example.org --on 2027-01-01'


def shown(run: Run, who: str) -> dict[str, object]:
    """Return a contact as data."""
    data: dict[str, object] = json.loads(run(f"pressdesk show {who} --format json").out)
    return data


@pytest.fixture
def sofia(washington: Run) -> Run:
    """Give a terminal whose directory has Sofia at two offices, and had at a third."""
    for line in (
        "pressdesk office add Geneva --country CH --switchboard '+41 22 717 91 11'",
        "pressdesk office add Suva --country FJ",
        SOFIA,
        "pressdesk contact post sofia --office geneva --ext 4100 --until 2027-06-30",
        "pressdesk contact post sofia --office suva --until 2025-01-01",
    ):
        assert washington(line).code == 0
    return washington


def test_somebody_new_follows(sofia: Run) -> None:
    """With the title and the offices, without any address or extension of who leaves."""
    before = sofia("pressdesk block washington --on 2026-12-31").out
    done = sofia(f"{ANNA} --topic droughts --lang en")
    assert (done.out, done.code) == ("", 0)
    assert done.err.splitlines() == [
        "follows: contact anna-keller: Anna Keller",
        "leaves on 2027-01-01: contact sofia-beck: Sofia Beck",
    ]
    anna = shown(sofia, "anna")
    assert (anna["title"], anna["titles"]) == ("Press Officer", {"fr": "Attachée"})
    assert (anna["topics"], anna["languages"]) == (["droughts"], ["en"])
    assert anna["postings"] == [
        {"office": "iom-washington-dc", "rank": 1, "title": None, "extension": None,
         "starts_on": "2027-01-01", "ends_on": None},
        {"office": "geneva", "rank": None, "title": None, "extension": None,
         "starts_on": "2027-01-01", "ends_on": "2027-06-30"},
    ]  # fmt: skip
    assert (shown(sofia, "sofia")["left_on"], shown(sofia, "sofia")["successor"]) == (
        "2027-01-01", "anna-keller"
    )  # fmt: skip
    assert sofia("pressdesk block washington --on 2026-12-31").out == before
    after = sofia("pressdesk block washington --on 2027-01-01").out
    assert after.splitlines()[1:4] == [
        "Anna Keller, Press Officer", "IOM Washington DC", "Email: anna@example.org"
    ]  # fmt: skip
    assert "Sofia" not in after


def test_it_is_one_operation(sofia: Run) -> None:
    """Undone, all is as before."""
    before = sofia("pressdesk export --internal --format json").out
    sofia(ANNA)
    assert sofia("pressdesk log --limit 1 --fields command,contacts").out == (
        "contact hand-over\t2\n"
    )
    assert sofia("pressdesk undo --yes").code == 0
    assert sofia("pressdesk export --internal --format json").out == before


def test_the_extension_is_kept_where_that_is_said(sofia: Run) -> None:
    """On each switchboard, from the day on; another one may be given instead."""
    assert sofia(f"{ANNA} --keep-extension").code == 0
    assert "ext 231" in sofia("pressdesk block washington --on 2027-01-01").out
    found = sofia("pressdesk find ext:4100 --fields key --on 2027-02-01 --office geneva").out
    assert found == "anna-keller\n"
    sofia("pressdesk undo --yes")
    assert sofia(f"{ANNA} --ext 245").code == 0
    assert "ext 245" in sofia("pressdesk block washington --on 2027-01-01").out
    sofia("pressdesk undo --yes")
    assert sofia(f"{ANNA} --ext 245 --keep-extension").code == 4


def test_somebody_who_is_there_follows(sofia: Run) -> None:
    """By a name like any other; their own posting there stays, another office is added."""
    assert sofia(f"{TO} maria --on 2027-01-01").code == 0
    maria = shown(sofia, "maria")
    assert isinstance(maria["postings"], list)
    assert [one["office"] for one in maria["postings"]] == ["iom-washington-dc", "geneva"]
    assert maria["title"] is None
    assert maria["postings"][0]["extension"] == "230"
    assert sofia(f"{TO} 'Maria G. Moreno' --add-email x@example.org").code == 2


def test_another_person_with_a_longer_name_is_not_meant(sofia: Run) -> None:
    """An address comes with somebody new."""
    sofia('pressdesk contact add "Anna Keller Smith" --office suva --email aks@example.org')
    assert sofia(ANNA).code == 0
    assert shown(sofia, "anna-keller")["successor"] is None
    sofia("pressdesk undo --yes")
    assert sofia(f"{TO} 'anna keller'").code == 0
    assert shown(sofia, "sofia")["successor"] == "anna-keller-smith"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (f'{TO} "Anna Keller"', 1, "no contact matches"),
        (f"{TO} sofia", 4, "cannot follow itself"),
        (f"{TO} Bo --email not-an-address", 4, "not-an-address"),
        (f"{TO} Bo --email sofia2@example.org --ext 99999", 4, "is not one of"),
        (f"{TO} Bo --email bo@example.org --on soon", 4, "is not a date"),
        (f"{TO} Bo --email bo@example.org --ext 230", 4, "Maria G. Moreno has it already"),
        ("pressdesk contact hand-over nobody --to maria", 1, "no contact matches"),
        ("pressdesk contact hand-over sofia", 2, "--to"),
    ],
)  # fmt: skip
def test_what_cannot_be_handed_over(sofia: Run, line: str, code: int, said: str) -> None:
    """Nothing is changed."""
    before = sofia("pressdesk log").out
    done = sofia(line)
    assert (done.out, done.code, said in done.err) == ("", code, True), done.err
    assert sofia("pressdesk log").out == before


def test_topics_and_languages_are_asked_for_on_a_terminal(sofia: Run) -> None:
    """An empty line takes over those of who leaves."""
    done = sofia(ANNA, typed="\nde, it\n")
    assert "Topics of the successor, parted by commas [floods]: " in done.err
    assert (shown(sofia, "anna")["topics"], shown(sofia, "anna")["languages"]) == (
        ["floods"], ["de", "it"]
    )  # fmt: skip


def test_check_knows_who_follows(sofia: Run, tmp_path: Path) -> None:
    """In a release that names who left."""
    release = tmp_path / "old.txt"
    release.write_text("Rain\n\n" + sofia("pressdesk block sofia").out)
    assert sofia(f"{TO} 'Anna Keller' --email anna@example.org --on 2026-01-01").code == 0
    done = sofia(f"pressdesk check {release}")
    assert done.code == 1
    assert "Anna Keller" in done.out + done.err
