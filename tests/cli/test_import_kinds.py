"""`pressdesk import` of everything that is not pressdesk's own CSV."""

import json
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run


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
    sample("pressdesk import", str(SMALL / "offices.csv"))
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
    sample("pressdesk import", str(SMALL / "offices.csv"))
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


def test_a_column_that_a_program_lacks_can_be_mapped(sample: Run, tmp_path: Path) -> None:
    """The rest of the file is read as the program means it, and what is left out is said."""
    path = tmp_path / "theirs.csv"
    path.write_text(
        "Vorname;Nachname;Telefon geschäftlich;E-Mail-Adresse;Funktion;Handy\n"
        "Eva;Muster;+41 22 501 01 77;eva.muster@example.org;Sprecherin;+41 78 123 45 67\n"
    )
    done = sample("pressdesk import --office geneva --dry-run", str(path))
    assert "theirs.csv: ignored columns: Funktion, Handy\n" in done.err
    assert '--map takes an ignored column in, as in --map "Funktion=title"\n' in done.err
    mapped = '--map "funktion=title" --map "Handy=mobile"'
    done = sample(f"pressdesk import --office geneva {mapped}", str(path))
    assert (done.code, "ignored" in done.err) == (0, False), done.err
    assert "contacts of outlook, utf-8, semicolon" in done.err
    assert sample("pressdesk find muster --fields name,title,email,mobile").out == (
        "Eva Muster\tSprecherin\teva.muster@example.org\t+41 78 123 45 67\n"
    )


def test_contacts_of_a_mailing_service_need_an_office(sample: Run, tmp_path: Path) -> None:
    """It has no column for one: the way out is named."""
    path = tmp_path / "mailing.csv"
    sample("pressdesk export --for mailchimp -o", str(path))
    done = sample("pressdesk import", str(path))
    assert done.code == 1
    assert 'mailing.csv:2 office: no office matches ""\n' in done.err
    way_out = "contacts need an office: fill the column office, or name one with --office\n"
    assert done.err.count(way_out) == 1


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (
            "--map title=post",
            2,
            'pressdesk has no column "post"; contacts have office, name, title',
        ),
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
    done = sample(f"pressdesk import {options}", str(SMALL / "contacts.csv"))
    assert (done.out, done.code) == ("", code), done.err
    assert message in done.err


def test_the_country_of_new_offices_is_not_that_of_known_ones(sample: Run, tmp_path: Path) -> None:
    """A number that is stored, and typed without its country, stays what it is."""
    path = tmp_path / "list.csv"
    path.write_text(
        "office,name,phone\nGeneva,Zoë Lindqvist,022 501 01 77\nKyoto,Yuki Tanaka,075 123 4567\n"
    )
    done = sample("pressdesk import --create-offices --region JP", str(path))
    assert done.code == 0, done.err
    found = sample("pressdesk find yuki OR lindqvist --fields name,phone").out
    assert "+41 22 501 01 77" in sample("pressdesk show zoe").out
    assert "Yuki Tanaka\t+81 75 123 4567\n" in found
    done = sample("pressdesk import --region Atlantis", str(path))
    assert (done.out, done.code) == ("", 4)
    assert 'country "Atlantis": is not a country' in done.err


def test_map_is_for_tables(sample: Run, tmp_path: Path) -> None:
    """A card has no columns."""
    path = tmp_path / "x.vcf"
    sample("pressdesk export --format vcard -o", str(path))
    done = sample('pressdesk import --map "FN=name"', str(path))
    assert (done.code, "--map is for tables" in done.err) == (2, True)


@pytest.mark.parametrize("program", ["google", "outlook", "outlook-classic"])
def test_an_address_book_gives_extensions_back_to_the_switchboards(
    sample: Run, tmp_path: Path, program: str
) -> None:
    """The number that it wrote out is the office's, and is not copied to anybody."""
    before = sample("pressdesk export --fields name,office,phone,ext").out
    path = tmp_path / "theirs.csv"
    sample(f"pressdesk export --for {program} -o", str(path))
    sample("pressdesk import", str(path))
    assert sample("pressdesk export --fields name,office,phone,ext").out == before


def test_known_contacts_may_be_left_alone(sample: Run, tmp_path: Path) -> None:
    """Whatever the file says of them."""
    path = tmp_path / "out.csv"
    sample("pressdesk export -o", str(path))
    path.write_text(path.read_text("utf-8").replace("Head", "Chief"), "utf-8")
    done = sample("pressdesk import --skip-known", str(path))
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing changed")
    assert "9 unchanged" in done.err


def test_offices_may_come_with_their_contacts(run: Run, tmp_path: Path) -> None:
    """Into no directory at all; the country is that of --region."""
    path = tmp_path / "new.csv"
    path.write_text("office,name,phone\nRelief Bern,Zoë Lind,031 555 01 23\n", "utf-8")
    refused = run("pressdesk import --create-offices", str(path))
    assert (refused.code, "an office needs a country" in refused.err) == (1, True)
    done = run("pressdesk import --create-offices --region CH", str(path))
    assert (done.code, "2 added" in done.err) == (0, True)
    assert run("pressdesk office list --fields code,country").out == "relief-bern\tCH\n"


def test_json_carries_days_of_verifying_and_titles_for_one_office(
    run: Run, tmp_path: Path, db: Path
) -> None:
    """Of a contact whose values were all verified on one day."""
    person = {
        "name": "Ada", "key": "ada", "unlisted": True, "left_on": "2026-01-01", "successor": "bo",
        "emails": [{"address": "a@example.org", "public": True, "verified_on": "2026-11-01"}],
        "postings": [{"office": "bern", "title": "Cover"}],
    }  # fmt: skip
    follower = {"name": "Bo", "key": "bo", "emails": [{"address": "b@example.org", "public": True}]}
    data = {"offices": [{"name": "Bern", "country": "CH", "names": {}}]}
    path = tmp_path / "all.json"
    path.write_text(json.dumps({**data, "contacts": [person, follower]}), "utf-8")
    done = run("pressdesk import", str(path))
    assert (done.code, "3 added" in done.err) == (0, True), done.err
    again = tmp_path / "again.json"
    run("pressdesk export --format json --internal -o", str(again))
    before = again.read_text("utf-8")
    (ada, _) = json.loads(before)["contacts"]
    assert ada["emails"][0]["verified_on"] == "2026-11-01"
    assert ada["postings"][0]["title"] == "Cover"
    assert (ada["unlisted"], ada["left_on"], ada["successor"]) == (True, "2026-01-01", "bo")
    db.unlink()
    assert run("pressdesk import", str(again)).code == 0
    again.unlink()
    run("pressdesk export --format json --internal -o", str(again))
    assert again.read_text("utf-8") == before


def test_a_ragged_row_of_another_program_is_kept_for_mending(sample: Run, tmp_path: Path) -> None:
    """In pressdesk's own columns, with all that could be read of it."""
    path, rejects = tmp_path / "theirs.csv", tmp_path / "refused.csv"
    path.write_text("CONTACT ID,EMAIL,FIRSTNAME,LASTNAME\n1,ada@example.org,Ada,Byron,7\n", "utf-8")
    done = sample(f"pressdesk import --office geneva --rejects {rejects}", str(path))
    assert (done.code, "has 5 cells, the header has 4" in done.err) == (1, True)
    assert '"ada@example.org"' in rejects.read_text("utf-8")


def test_columns_of_other_programs_that_say_nothing_to_us_are_named(
    sample: Run, tmp_path: Path
) -> None:
    """Once, as the file spells them, and only where a row has something there."""
    path = tmp_path / "google.csv"
    path.write_text(
        "First Name,Last Name,E-mail 1 - Value,Birthday,Photo,Website 1 - Value\n"
        "Ada,Byron,ada@example.org,1815-12-10,,https://example.org\n",
        "utf-8",
    )
    done = sample("pressdesk import --office geneva", str(path))
    assert "google.csv: ignored columns: Birthday, Website 1 - Value\n" in done.err
    assert done.code == 0
    report = json.loads(sample("pressdesk import --format json --office geneva", str(path)).out)
    assert report["files"][0]["ignored_columns"] == ["Birthday", "Website 1 - Value"]
