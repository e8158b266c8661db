"""`pressdesk import` of everything that is not pressdesk's own CSV."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Run


@pytest.fixture
def sample(run: Run) -> Run:
    """Give a terminal with the sample directory."""
    files = [str(SAMPLE / name) for name in ("offices.csv", "contacts.csv")]
    assert run("pressdesk import", *files).code == 0
    return run


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx", "vcard", "json", "jsonl"])
@pytest.mark.parametrize("options", ["", "--internal"])
def test_what_was_exported_changes_nothing(
    sample: Run, tmp_path: Path, form: str, options: str
) -> None:
    """The law, and the kind is recognised from what the file holds, not from its name."""
    path = tmp_path / "something"
    assert sample(f"pressdesk export --format {form} {options} -o", str(path)).code == 0
    done = sample("pressdesk import", str(path), *(["--delimiter", "tab"] if form == "tsv" else []))
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing changed"), done.err
    assert "0 added, 0 updated" in done.err


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_fills_an_empty_directory(sample: Run, tmp_path: Path, db: Path, form: str) -> None:
    """With offices, contacts and postings."""
    path = tmp_path / "all.json"
    sample(f"pressdesk export --format {form} --internal -o", str(path))
    before = sample("pressdesk export").out
    db.unlink()
    assert sample("pressdesk import", str(path)).code == 0
    assert sample("pressdesk export").out == before


def test_cards_fill_a_directory_that_has_the_offices(sample: Run, tmp_path: Path, db: Path) -> None:
    """Extensions stay on the switchboards."""
    path = tmp_path / "all.vcf"
    sample("pressdesk export --format vcard -o", str(path))
    before = sample("pressdesk export --fields name,title,office,email,phone,ext,mobile").out
    db.unlink()
    sample("pressdesk import", str(SAMPLE / "offices.csv"))
    assert sample("pressdesk import", str(path)).code == 0
    after = sample("pressdesk export --fields name,title,office,email,phone,ext,mobile").out
    assert after == before


@pytest.mark.parametrize("program", ["google", "outlook", "outlook-classic", "mailchimp", "brevo"])
def test_a_file_of_another_program_is_recognised(
    sample: Run, tmp_path: Path, db: Path, program: str
) -> None:
    """By its header; --office says where people are of whom it does not say."""
    path = tmp_path / "theirs.csv"
    assert sample(f"pressdesk export geneva --for {program} -o", str(path)).code == 0
    db.unlink()
    sample("pressdesk import", str(SAMPLE / "offices.csv"))
    done = sample("pressdesk import --office geneva", str(path))
    assert done.code == 0, done.err
    assert f"contacts of {program}, utf-8, comma" in done.err
    assert "3 added" in done.err
    found = sample("pressdesk find office:geneva --fields name,email").out
    assert "Tomasz Łukaszewicz\tt.lukaszewicz@harbour-relief.example" in found


def test_their_columns_mean_what_the_user_says(sample: Run, tmp_path: Path) -> None:
    """--map, --office, --region, --encoding and --delimiter together."""
    path = tmp_path / "staff.txt"
    path.write_bytes("Кто|Почта|Сотовый\nИван Примеров|ivan@example.org|8 912 345-67-89\n"
                     .encode("windows-1251"))  # fmt: skip
    done = sample(
        'pressdesk import --map "Кто=name" --map "почта=email" --map "Сотовый=mobile" '
        "--office geneva --region RU --encoding windows-1251 --delimiter |",
        str(path),
    )
    assert done.code == 0, done.err
    assert sample("pressdesk find ivan --fields name,mobile").out == (
        "Иван Примеров\t+7 912 345 67 89\n"
    )


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        ("--map nonsense", 2, "expected THEIRS=OURS"),
        ("--map Handy=mobile", 2, 'has no column "Handy"; it has office, name'),
        ("--office nowhere", 1, 'no office matches "nowhere"'),
        ("--from vcard", 1, "refused"),
        ("--from json", 4, "expected an array of contacts"),
        ("--from xlsx", 4, "contacts.csv"),
        ("--encoding klingon", 2, "klingon"),
        ("--delimiter quux", 2, "quux"),
        ("--from lotus", 2, "'lotus' is not one of"),
    ],
)
def test_what_cannot_be_meant_is_named(sample: Run, options: str, code: int, message: str) -> None:
    """And nothing is changed."""
    done = sample(f"pressdesk import {options}", str(SAMPLE / "contacts.csv"))
    assert (done.out, done.code) == ("", code), done.err
    assert message in done.err


def test_map_is_for_tables(sample: Run, tmp_path: Path) -> None:
    """A card has no columns."""
    path = tmp_path / "x.vcf"
    sample("pressdesk export --format vcard -o", str(path))
    done = sample('pressdesk import --map "FN=name"', str(path))
    assert (done.code, "--map is for tables" in done.err) == (2, True)
