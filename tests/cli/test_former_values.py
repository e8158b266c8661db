"""What was given up stays given up: old releases and old lists do not bring it back."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

OLD, NEW = "+41 22 501 01 00", "+41 22 501 02 00"
MOBILE, OTHER = "+41 79 555 01 23", "+41 79 555 01 24"
SOFIA = "office,name,email,ext,mobile\ngeneva,Sofia Rossi,s@example.org,13,079 555 01 23\n"
RELEASE = "12 March 2024\n\nShips sail.\n\n"


@pytest.fixture
def geneva(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal whose directory has Sofia, and a list and a release that have her too."""
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(SOFIA)
    do(run, f'office add "Example Geneva" --city Geneva --code geneva --country CH '
            f'--switchboard "{OLD}"')  # fmt: skip
    do(run, "import list.csv")
    Path("old.txt").write_text(RELEASE + run("pressdesk block sofia").out)
    return run


def do(run: Run, line: str) -> str:
    """Run a command that must succeed; give what it says."""
    done = run(f"pressdesk {line}")
    assert done.code == 0, done.err
    return done.err


def tell(run: Run, line: str = "") -> list[str]:
    """Import the list; give the lines of the report, without how it was read."""
    done = run(f"pressdesk import list.csv {line}")
    return [one for one in done.err.splitlines()[1:] if one not in {"stored", "nothing changed"}]


def ways(run: Run, who: str = "sofia") -> list[str]:
    """Give the lines of a block that are ways to reach somebody."""
    return run(f"pressdesk block {who}").out.splitlines()[3:]


def test_a_release_brings_nothing_back(geneva: Run) -> None:
    """A withdrawn mobile, and a switchboard that the office has no more; check says changed."""
    do(geneva, 'contact edit sofia --mobile ""')
    do(geneva, f'office edit geneva --switchboard "{NEW}"')
    done = geneva("pressdesk harvest old.txt --apply --yes --format jsonl")
    (record,) = map(json.loads, done.out.splitlines())
    assert (done.code, record["status"], record["problems"]) == (0, "former", [])
    since = record["former"][0]["since"]
    assert record["former"] == [
        {"field": "phone", "old": f"{OLD} ext 13", "since": since, "new": f"{NEW} ext 13"},
        {"field": "mobile", "old": MOBILE, "since": since, "new": None},
    ]
    assert "1 contact in 1 release: 1 former\nnothing to store" in done.err
    assert ways(geneva) == ["Email: s@example.org", f"Tel: {NEW} ext 13"]
    assert geneva("pressdesk check old.txt").code == 1
    shown = geneva("pressdesk harvest old.txt").err
    assert (
        f"old.txt:6: phone {OLD} ext 13 is former since {since}; {NEW} ext 13 follows it" in shown
    )
    assert f"old.txt:6: mobile {MOBILE} is former since {since}; nothing follows it" in shown
    assert "nothing follows it" in geneva("pressdesk harvest old.txt --format csv").out


def test_what_is_new_in_a_release_is_stored_beside(geneva: Run) -> None:
    """Only the former values are left out."""
    do(geneva, 'contact edit sofia --mobile ""')
    text = Path("old.txt").read_text() + "Fax: +41 22 501 01 99\n"
    Path("old.txt").write_text(text.replace("s@example.org", "rossi@example.org"))
    done = geneva("pressdesk harvest old.txt --apply --yes --format jsonl")
    assert json.loads(done.out)["status"] == "changed"
    assert [one["old"] for one in json.loads(done.out)["former"]] == [MOBILE]
    assert ways(geneva) == [
        "Email: s@example.org", "Email: rossi@example.org", f"Tel: {OLD} ext 13",
        "Fax: +41 22 501 01 99",
    ]  # fmt: skip


def test_who_was_removed_does_not_come_back(geneva: Run) -> None:
    """Nor whoever is called otherwise by now, under the old name."""
    do(geneva, "contact remove sofia --yes")
    done = geneva("pressdesk harvest old.txt --apply --yes --office geneva --format jsonl")
    assert json.loads(done.out)["status"] == "former"
    assert geneva("pressdesk contact list").out == ""
    do(geneva, "undo --yes")
    do(geneva, "contact edit sofia --name 'Sofia Bianchi' --email b@example.org --mobile ''")
    done = geneva("pressdesk harvest old.txt --apply --yes --office geneva --format jsonl")
    assert json.loads(done.out)["status"] == "former"
    assert geneva("pressdesk contact list --fields name,email").out == (
        "Sofia Bianchi\tb@example.org\n"
    )


def test_what_was_undone_was_not_given_up(geneva: Run) -> None:
    """Harvested, taken back, and harvested again: it is stored again; so is a list."""
    text = Path("old.txt").read_text().replace("s@example.org", "rossi@example.org")
    Path("old.txt").write_text(text)
    Path("list.csv").write_text(SOFIA.replace("079 555 01 23", "079 555 01 24"))
    for line, way in (
        ("harvest old.txt --apply --yes", "Email: rossi@example.org"),
        ("import list.csv", f"Mobile: {OTHER}"),
    ):
        for _ in range(2):
            do(geneva, line)
            assert way in ways(geneva)
            do(geneva, "undo --yes")
            assert way not in ways(geneva)


def test_a_newer_release_may_bring_back_what_a_release_took_away(geneva: Run) -> None:
    """Of releases the newest wins, in whatever turns they are harvested."""
    do(geneva, 'contact add "Tom Kay" --office geneva --email tom@example.org')
    block = "Media contact:\nTom Kay\nEmail: tom@example.org\nTel: +41 22 501 01 {}\n"
    for day, digits, shown in (
        ("12 March 2021", "21", "21"),
        ("12 March 2022", "22", "22"),
        ("12 March 2023", "21", "21"),
        ("12 March 2020", "22", "21"),
    ):
        Path("next.txt").write_text(f"{day}\n\nShips sail.\n\n{block.format(digits)}")
        geneva("pressdesk harvest next.txt --apply --yes")
        assert ways(geneva, "tom")[1:] == [f"Tel: +41 22 501 01 {shown}"]


def test_an_older_list_brings_nothing_back(geneva: Run) -> None:
    """Addresses, numbers and extensions; each is named, with what follows, and how to take it."""
    do(geneva, f"contact edit sofia --email r@example.org --mobile '{OTHER}' --ext 14")
    report = tell(geneva)
    since = report[0].partition(" since ")[2].partition(";")[0]
    told = "list.csv:2 sofia-rossi {} {} is former since {}; {} follows it"
    assert report == [
        told.format("email", "s@example.org", since, "r@example.org"),
        told.format("phone", f"{OLD} ext 13", since, f"{OLD} ext 14"),
        told.format("mobile", MOBILE, since, OTHER),
        "--take-former stores former values all the same",
        "0 added, 0 updated, 0 unchanged, 0 refused, 1 former",
    ]
    done = geneva("pressdesk import list.csv --format json")
    data = json.loads(done.out)
    assert (done.code, data["former"], data["items"][0]["status"]) == (0, 1, "former")
    assert data["items"][0]["former"][2] == {
        "field": "mobile", "old": MOBILE, "since": since, "new": OTHER
    }  # fmt: skip
    assert ways(geneva) == ["Email: r@example.org", f"Tel: {OLD} ext 14", f"Mobile: {OTHER}"]
    assert tell(geneva, "--take-former")[-1] == "0 added, 1 updated, 0 unchanged, 0 refused"
    assert ways(geneva) == ["Email: s@example.org", f"Tel: {OLD} ext 13", f"Mobile: {MOBILE}"]


def test_a_cell_may_hold_both(geneva: Run) -> None:
    """Of several values the former one is left out; another is stored."""
    do(geneva, "contact edit sofia --email r@example.org --mobile ''")
    text = SOFIA.replace("s@example.org", "s@example.org ; new@example.org")
    Path("list.csv").write_text(text.replace("079 555 01 23", f"{OTHER} ; {MOBILE}"))
    assert tell(geneva)[-1] == "0 added, 1 updated, 0 unchanged, 0 refused"
    assert ways(geneva) == ["Email: new@example.org", f"Tel: {OLD} ext 13", f"Mobile: {OTHER}"]


@pytest.mark.parametrize("cell", ["home@example.org", "079 555 01 25", "mobile +41 79 555 01 25"])
def test_an_internal_value_does_not_come_back_either(geneva: Run, cell: str) -> None:
    """The column adds values: what was taken away is not added again."""
    Path("list.csv").write_text(f"office,name,internal\ngeneva,Sofia Rossi,{cell}\n")
    assert "1 updated" in tell(geneva)[-1]
    before = geneva("pressdesk show sofia").out
    option = "email" if "@" in cell else "mobile" if "mobile" in cell else "tel"
    do(geneva, f"contact edit sofia --remove-{option} '{cell.removeprefix('mobile ')}'")
    assert "1 former" in tell(geneva)[-1]
    assert "1 updated" in tell(geneva, "--take-former")[-1]
    assert geneva("pressdesk show sofia").out == before


def test_a_list_of_offices_brings_no_switchboard_back(geneva: Run) -> None:
    """Nor a list of people a number on the old one, for somebody new either."""
    do(geneva, f'office edit geneva --switchboard "{NEW}"')
    Path("list.csv").write_text(f"code,name,country,switchboard\ngeneva,Example Geneva,CH,{OLD}\n")
    report = tell(geneva)
    assert f"list.csv:2 geneva switchboard {OLD} is former since" in report[0]
    assert report[0].endswith(f"{NEW} follows it")
    assert report[-1].endswith(", 1 former")
    Path("list.csv").write_text(
        f"office,name,email,phone\ngeneva,Sofia Rossi,,{OLD} ext 13\n"
        f"geneva,Tom Kay,tom@example.org,{OLD} ext 15\ngeneva,Ann Lee,,{OLD} ext 16\n"
    )
    report = tell(geneva)
    assert [line.partition(" is former")[0] for line in report[:2]] == [
        f"list.csv:2 sofia-rossi phone {OLD} ext 13", f"list.csv:3 tom-kay phone {OLD} ext 15"
    ]  # fmt: skip
    assert report[-1] == "1 added, 0 updated, 0 unchanged, 0 refused, 2 former"
    assert ways(geneva, "tom") == ["Email: tom@example.org"]


def test_an_older_list_means_who_is_called_otherwise_now(geneva: Run) -> None:
    """By the address that was theirs, at another office too, and by the key; no name comes back."""
    do(geneva, "contact edit sofia --name 'Sofia Bianchi' --email b@example.org")
    do(geneva, "office add Bern --country CH")
    Path("list.csv").write_text(SOFIA.replace("geneva,", "bern,").replace(",13,", ",,"))
    report = tell(geneva)
    assert report[0].startswith("list.csv:2 sofia-rossi name Sofia Rossi is former since ")
    assert report[0].endswith("; Sofia Bianchi follows it")
    Path("list.csv").write_text(
        "office,key,name,email\ngeneva,sofia-rossi,Sofia Rossi,s@example.org\n"
    )
    assert tell(geneva)[-1].endswith("0 refused, 1 former")
    assert geneva("pressdesk contact list --fields name,email").out.splitlines() == [
        "Sofia Bianchi\tb@example.org"
    ] * 2  # fmt: skip


def test_who_was_removed_stays_removed(geneva: Run) -> None:
    """Whoever comes with something new is taken, without what was given up."""
    do(geneva, "contact remove sofia --yes")
    report = tell(geneva)
    assert report[0].startswith("list.csv:2 row email s@example.org is former since ")
    assert report[-1] == "0 added, 0 updated, 0 unchanged, 0 refused, 1 former"
    Path("list.csv").write_text(SOFIA.replace("s@example.org", "rossi@example.org"))
    assert tell(geneva)[-1] == "1 added, 0 updated, 0 unchanged, 0 refused"
    assert ways(geneva) == ["Email: rossi@example.org"]


def test_what_a_person_types_is_always_taken(geneva: Run) -> None:
    """Whatever it was before."""
    do(geneva, "contact edit sofia --mobile '' --email r@example.org")
    do(geneva, f"contact edit sofia --mobile '{MOBILE}' --email s@example.org")
    assert ways(geneva) == ["Email: s@example.org", f"Tel: {OLD} ext 13", f"Mobile: {MOBILE}"]
    do(geneva, "contact remove sofia --yes")
    do(geneva, "contact add 'Sofia Rossi' --office geneva --email s@example.org")
    assert ways(geneva) == ["Email: s@example.org"]


def test_two_rows_of_one_list_still_contradict_each_other(geneva: Run) -> None:
    """What the same list took away is no former value: keep one of the two."""
    row = "geneva,Sofia Rossi,r@example.org,,\n"
    Path("list.csv").write_text(f"{SOFIA.splitlines()[0]}\n{row}{SOFIA.splitlines()[1]}\n")
    assert "1 refused" in tell(geneva)[-1]
