"""`pressdesk contact merge` and `pressdesk doctor duplicates`: two records of one person."""

import json
import shlex
from pathlib import Path

import pytest

from tests.conftest import Run

A = (
    'pressdesk contact add "Anna Keller" --key anna --office washington --email anna@example.org '
    '--title "Press Officer" --topic floods --lang en --ext 231'
)
B = (
    'pressdesk contact add "A. Keller" --key ak --office geneva --email ak@example.org '
    '--email anna@example.org --mobile "+1 917 555 0188" --title Spokesperson --topic droughts '
    '--note "knows the harbour" --ext 4100'
)
MERGE = "pressdesk contact merge anna ak"


@pytest.fixture
def two(washington: Run) -> Run:
    """Give a terminal whose directory has one person twice, and others who name the second."""
    for line in (
        "pressdesk office add Geneva --country CH --switchboard '+41 22 717 91 11'",
        A,
        B,
        "pressdesk contact edit ak --email ak@example.org --email anna@example.org",
        "pressdesk contact edit ak --email ak2@example.org --email anna@example.org",
        "pressdesk contact post ak --office washington --rank 3",
        "pressdesk contact edit maria --left 2027-01-01 --successor ak",
        "pressdesk rota add geneva ak --from 2026-12-24 --until 2026-12-26",
    ):
        assert washington(line).code == 0
    return washington


def shown(run: Run, who: str) -> dict[str, object]:
    """Return a contact as data."""
    data: dict[str, object] = json.loads(run(f"pressdesk show {who} --format json").out)
    return data


def test_two_become_one(two: Run) -> None:
    """Of lists both, of single fields the first one's; whoever named the other names this one."""
    done = two(f"{MERGE} --yes")
    assert (done.code, done.err) == (0, "merged ak into contact anna: Anna Keller\n")
    anna = shown(two, "anna")
    assert [anna[name] for name in ("name", "title", "topics", "languages")] == [
        "Anna Keller", "Press Officer", ["floods", "droughts"], ["en"]
    ]  # fmt: skip
    assert isinstance(anna["emails"], list)
    assert [one["address"] for one in anna["emails"]] == ["anna@example.org", "ak2@example.org"]
    assert isinstance(anna["postings"], list)
    assert [(one["office"], one["rank"], one["extension"]) for one in anna["postings"]] == [
        ("iom-washington-dc", 3, "231"), ("geneva", None, "4100")
    ]  # fmt: skip
    assert "knows the harbour" in two("pressdesk show anna").out
    assert shown(two, "maria")["successor"] == "anna"
    assert "\trota\tAnna Keller" in two(
        "pressdesk rota list geneva --from 2026-12-24 --until 2026-12-24"
    ).out  # fmt: skip
    assert two("pressdesk find ak2 --fields key").out.split() == ["anna", "anna"]


def test_the_other_key_finds_the_one_that_stays(two: Run, tmp_path: Path) -> None:
    """As WHO, as a successor, as a key in a list; nobody new gets it."""
    two(f"{MERGE} --yes")
    assert shown(two, "ak")["key"] == "anna"
    two("pressdesk contact edit maria --successor ''")
    assert two("pressdesk contact edit maria --successor ak").code == 0
    assert shown(two, "maria")["successor"] == "anna"
    table = tmp_path / "old.csv"
    table.write_text("key,name,office,email,title\nak,Anna Keller,geneva,,Chief\n")
    assert two(f"pressdesk import {table}").code == 0
    assert shown(two, "anna")["title"] == "Chief"
    assert two('pressdesk contact add "Ak" --office geneva --email other@example.org').code == 0
    assert shown(two, "ak-2")["name"] == "Ak"
    done = two('pressdesk contact add "Bo" --key ak --office geneva --email bo@example.org')
    assert done.code == 4


def test_a_merge_of_merged_ones(two: Run) -> None:
    """All keys find the last one."""
    two(f"{MERGE} --yes")
    two('pressdesk contact add "Anna K." --key third --office geneva --email third@example.org')
    two("pressdesk contact merge third anna --yes")
    assert [shown(two, key)["key"] for key in ("ak", "anna", "third")] == ["third"] * 3


def test_a_merge_is_undone(two: Run) -> None:
    """Both are as they were, to the last value; and it can be done again."""
    before = two("pressdesk export --internal --format json").out
    two(f"{MERGE} --yes")
    after = two("pressdesk export --internal --format json").out
    assert two("pressdesk undo --yes").code == 0
    assert two("pressdesk export --internal --format json").out == before
    assert shown(two, "ak")["key"] == "ak"
    newest = two("pressdesk log --limit 1 --fields operation").out.strip()
    assert two(f"pressdesk undo {newest} --yes").code == 0
    assert two("pressdesk export --internal --format json").out == after
    assert shown(two, "ak")["key"] == "anna"


def test_both_stand_side_by_side(two: Run) -> None:
    """With what they make; a dry run changes nothing."""
    done = two(f"{MERGE} --dry-run")
    rows = {row[0]: row[1:] for row in (line.split("\t") for line in done.out.splitlines())}
    assert rows["field"] == ["A anna", "B ak", "together"]
    assert rows["title"] == ["Press Officer", "Spokesperson", "Press Officer"]
    assert rows["topics"] == ["floods", "droughts", "floods ; droughts"]
    assert rows["former keys"] == ["", "", "ak"]
    assert shown(two, "ak")["key"] == "ak"
    done = two(MERGE)
    assert (done.code, "repeat it with --yes" in done.err) == (2, True)
    assert two(MERGE, typed="n\n").code == 130


def test_a_field_is_taken_of_the_other(two: Run) -> None:
    """Or of one alone."""
    assert two(f"{MERGE} --take title=B --take emails=b --take note=A --yes").code == 0
    anna = shown(two, "anna")
    assert anna["title"] == "Spokesperson"
    assert isinstance(anna["emails"], list)
    assert [one["address"] for one in anna["emails"]] == ["ak2@example.org", "anna@example.org"]
    assert "harbour" not in two("pressdesk show anna").out


def test_former_values_lead_to_the_one_that_stays(two: Run, tmp_path: Path) -> None:
    """A list of long ago does not bring back what the other gave up."""
    two(f"{MERGE} --yes")
    table = tmp_path / "old.csv"
    table.write_text("name,office,email\nAnna Keller,geneva,ak@example.org\n")
    assert "former" in two(f"pressdesk import {table}").err
    assert "ak@example.org" not in two("pressdesk show anna").out


@pytest.mark.parametrize(
    ("line", "code"),
    [("anna anna --yes", 2), ("anna nobody --yes", 1), ("anna ak --take title=C --yes", 2),
     ("anna ak --take hair=A --yes", 2), ("keller anna --yes", 3), ("anna", 2)],
)  # fmt: skip
def test_what_cannot_be_merged(two: Run, line: str, code: int) -> None:
    """Nothing is changed."""
    before = two("pressdesk log").out
    assert two(f"pressdesk contact merge {line}").code == code
    assert two("pressdesk log").out == before


def test_a_merged_person_is_erased_whole(two: Run, db: Path) -> None:
    """The record that went into it, too."""
    two(f"{MERGE} --yes")
    assert two("pressdesk contact erase anna --yes").code == 0
    content = db.read_bytes()
    for value in (b"ak2@example", b"ak@example", b"anna@example", b"Keller", b"the harbour"):
        assert value not in content, value


def doctor(run: Run) -> list[tuple[str, str, str]]:
    """Return the pairs that doctor finds: keys and reasons."""
    rows = (line.split("\t") for line in run("pressdesk doctor duplicates --fields key,value,reason"
                                              ).out.splitlines())  # fmt: skip
    return [(row[0], row[1].split(" ")[0], row[2].partition(": ")[2]) for row in rows]


def add(run: Run, *lines: str) -> None:
    """Add people."""
    for line in lines:
        name, *rest = shlex.split(line)
        done = run("pressdesk contact add", name, *rest)
        assert done.code == 0, done.err


def test_the_doctor_finds_pairs_with_their_reasons(sample: Run) -> None:
    """The surest first; each with the command; status 1."""
    before = doctor(sample)
    add(
        sample,
        "'Zoe Lindkvist' --key z1 --office geneva --email z1@example.org",
        "'Амина Отиено' --key z2 --office nairobi --email z2@example.org",
        "'Zoë Lindqvist' --key z3 --office nairobi --email z3@example.org",
        "'P. Kamau' --key z4 --office geneva --email peter.kamau@harbour-relief.example",
    )
    pairs = {(a, b): reason for a, b, reason in doctor(sample) if (a, b, reason) not in before}
    assert pairs["zoe-lindqvist", "z1"] == "near name at one office"
    assert pairs["amina-otieno", "z2"] in {
        "same name in other letters at one office", "near name at one office"
    }  # fmt: skip
    assert pairs["zoe-lindqvist", "z3"] == "hint: same name elsewhere"
    assert pairs["peter-kamau", "z4"] == "same address"
    done = sample("pressdesk doctor duplicates")
    assert done.code == 1
    assert "\tpressdesk contact merge zoe-lindqvist z1\n" in done.out


def test_what_colleagues_share_is_no_duplicate(sample: Run) -> None:
    """One switchboard with other extensions, one number of an office, a desk with its people."""
    before = doctor(sample)
    add(
        sample,
        "'Ilse Quander' --office geneva --ext 4150 --email iq@example.org",
        "'Bram Testa' --office geneva --ext 4151 --tel '+41 22 501 01 77'",
        "'Ute Vogelsang' --office geneva --tel '+41 22 501 01 77' --email uv@example.org",
        "'Media Desk' --desk --office geneva --email uv@example.org",
    )
    assert doctor(sample) == before


def test_a_successor_is_somebody_else(sample: Run) -> None:
    """Though the address and the place are the same."""
    add(sample, "'Zoe Lindkvist' --key z1 --office geneva --email z1@example.org")
    assert any("z1" in pair for pair in doctor(sample))
    sample("pressdesk contact edit zoe-lindqvist --left 2027-01-01 --successor z1")
    assert not any("z1" in pair for pair in doctor(sample))


def test_a_name_that_is_like_very_many_is_no_slip(run: Run) -> None:
    """As numbered desks are; a doubled one of them still is found."""
    run("pressdesk office add Geneva --country CH")
    from tests.many import add_many

    add_many(30)
    assert doctor(run) == []
    add(run, "'Person 7' --key again --office geneva --tel '+41 22 501 01 77' --desk")
    assert [pair[:2] for pair in doctor(run)] == [("person-7", "again")]
