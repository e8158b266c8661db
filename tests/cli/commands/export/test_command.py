"""`pressdesk export`: contacts for others, without what must stay inside."""

import csv
import io
import json
import os
import re
import stat
from pathlib import Path

import pytest

from pressdesk.exchange.columns import CONTACT_COLUMNS, OFFICE_COLUMNS
from tests.conftest import Run
from tests.many import add_many


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a table."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_csv_has_the_columns_that_import_reads(sample: Run) -> None:
    """But for those that are always internal, and the country that no number needs."""
    done = sample("pressdesk export")
    assert (done.err, done.code) == ("", 0)
    found = rows(done.out)
    inside = {"internal", "note", "country", "unlisted", "posting_title"}
    assert list(found[0]) == [*(one for one in CONTACT_COLUMNS if one not in inside), "title_fr"]
    assert len(found) == 9
    assert all(line.endswith("\r\n") for line in done.out.splitlines(keepends=True))
    assert "Prefers e-mail before noon" not in done.out
    assert "+41 22 501 01 99" not in done.out


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("options", ["", "--internal", "--offices"])
def test_what_is_exported_is_imported_without_a_change(
    sample: Run, tmp_path: Path, form: str, options: str
) -> None:
    """The law of the format: import(export(directory)) changes nothing."""
    path = tmp_path / f"out.{form}"
    assert sample(f"pressdesk export --format {form} {options} -o", str(path)).code == 0
    done = sample("pressdesk import", str(path))
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing changed")
    assert "0 added, 0 updated" in done.err


def test_the_whole_directory_goes_over(sample: Run, tmp_path: Path, db: Path) -> None:
    """Offices and contacts of one directory, with internals, into an empty one."""
    offices, contacts = tmp_path / "o.csv", tmp_path / "c.csv"
    sample("pressdesk export --offices -o", str(offices))
    sample("pressdesk export --internal -o", str(contacts))
    before = json.loads(sample("pressdesk export --format json --internal").out)
    db.unlink()
    assert sample("pressdesk import", str(offices), str(contacts)).code == 0
    assert json.loads(sample("pressdesk export --format json --internal").out) == before


def test_offices_have_their_columns(sample: Run) -> None:
    """And a name in every language that some office has one in."""
    found = rows(sample("pressdesk export --offices").out)
    assert list(found[0]) == [*OFFICE_COLUMNS, "name_es", "name_fr"]
    assert len(found) == 6
    assert [one["code"] for one in rows(sample("pressdesk export --offices --country KE").out)] == [
        "harbour-nairobi"
    ]


def test_json_is_the_whole_directory(sample: Run) -> None:
    """Offices and contacts, with their keys; lines as the objects of the document."""
    data = json.loads(sample("pressdesk export --format json").out)
    assert (data["schema_version"], len(data["offices"]), len(data["contacts"])) == (1, 6, 9)
    tomasz = next(one for one in data["contacts"] if one["key"] == "tomasz-lukaszewicz")
    assert tomasz["phones"] == []  # the one that he has is internal
    lines = [json.loads(one) for one in sample("pressdesk export --format jsonl").out.splitlines()]
    assert lines == [*data["offices"], *data["contacts"]]
    inside = json.loads(sample("pressdesk export --format json --internal").out)
    tomasz = next(one for one in inside["contacts"] if one["key"] == "tomasz-lukaszewicz")
    assert [one["public"] for one in tomasz["phones"]] == [False]


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "vcard"])
def test_nothing_internal_goes_out(sample: Run, form: str) -> None:
    """Unless it is asked for; who is unlisted is counted and not named."""
    sample("pressdesk contact edit newsroom --unlisted")
    done = sample(f"pressdesk export --format {form}")
    for secret in ("Newsroom", "newsroom", "501 01 99", "501-01-99", "before noon"):
        assert secret not in done.out + done.err
    assert "left out 1 contact unlisted; --internal exports them" in done.err
    inside = sample(f"pressdesk export --format {form} --internal")
    assert "Newsroom" in inside.out
    assert inside.err == ""


def test_filters_are_those_of_find(sample: Run) -> None:
    """Words, office, country, language, topic, day."""
    for options, count in (("press", 3), ("--office geneva", 3), ("--country KE", 2),
                           ("--lang sw", 2), ("--topic food", 1), ("--limit 4", 4),
                           ("--office nairobi --on 2027-02-01", 1), ("nobody", 0)):  # fmt: skip
        assert len(rows(sample(f"pressdesk export {options}").out)) == count, options


def test_fields_and_excel(sample: Run) -> None:
    """Chosen columns; Excel wants a mark before UTF-8."""
    done = sample("pressdesk export maria --fields name,tel,email --for excel")
    assert done.out.startswith("\ufeff")
    assert rows(done.out.removeprefix("\ufeff")) == [
        {"name": "Maria G. Moreno", "tel": "+1 202 862 1826 ext 230", "email": "mgmoreno@iom.int"}
    ]


def test_no_address_comes_twice(sample: Run) -> None:
    """With a row for each address; who has none is counted."""
    sample("pressdesk contact edit zoe --add-email second@harbour-relief.example")
    sample('pressdesk contact add "Zoë Twin" --office geneva --email SECOND@harbour-relief.example')
    sample('pressdesk contact add "No Mail" --office geneva --ext 4103')
    done = sample("pressdesk export --office geneva --one-per email")
    addresses = [one["email"] for one in rows(done.out)]
    assert len(addresses) == len({one.casefold() for one in addresses}) == 4
    assert done.err.splitlines() == [
        "pressdesk: left out 1 contact without an e-mail that can be written",
        "pressdesk: left out 1 contact with an address that another row has already",
    ]


def test_one_row_for_each_contact_or_office(sample: Run) -> None:
    """The first posting of each; of an office who comes first in its block."""
    sample("pressdesk contact post maria --office geneva --ext 4150")
    assert [one["name"] for one in rows(sample("pressdesk export maria").out)] == [
        "Maria G. Moreno", "Maria G. Moreno"
    ]  # fmt: skip
    assert len(rows(sample("pressdesk export maria --one-per contact").out)) == 1
    found = rows(sample("pressdesk export --one-per office --on 2026-11-24 --country CH").out)
    assert [one["name"] for one in found] == ["Zoë Lindqvist"]


def test_a_formula_is_no_formula(sample: Run) -> None:
    """Whatever somebody is called; numbers stay as importers know them."""
    sample('pressdesk contact add "=HYPERLINK(1)" --office geneva --tel "+41 22 501 01 77"')
    (found,) = rows(sample("pressdesk export hyperlink").out)
    assert (found["name"], found["phone"]) == ("'=HYPERLINK(1)", "+41 22 501 01 77")


def test_a_file_appears_wholly_and_for_its_owner_alone(sample: Run, tmp_path: Path) -> None:
    """One that is there stays, unless it is forced."""
    path = tmp_path / "contacts.csv"
    done = sample("pressdesk export -o", str(path))
    assert (done.out, done.err) == ("", f"wrote 9 rows to {path}\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sample("pressdesk export -o", str(path)).code == 5
    before = path.read_bytes()
    assert sample("pressdesk export maria --force -o", str(path)).code == 0
    assert path.read_bytes() != before
    assert sample("pressdesk export --force -o", os.environ["PRESSDESK_DB"]).code == 2
    assert sample("pressdesk export -o", str(tmp_path / "no" / "x.csv")).code == 5


def test_more_contacts_than_are_read_at_once(sample: Run) -> None:
    """Chunks leave no seam, and the same export gives the same bytes."""
    sample("pressdesk office edit geneva --code geneva")
    add_many(1203)
    done = sample("pressdesk export --one-per contact")
    assert len(rows(done.out)) == 1212
    assert sample("pressdesk export --one-per contact").out == done.out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--format json --one-per email", "--one-per is for tables"),
        ("--format vcard --fields name", "--fields is for csv, tsv and xlsx"),
        ("--for google --fields name", "--fields is for csv, tsv and xlsx without --for"),
        ("--for google --format json", "--for google is a CSV"),
        ("--offices --one-per email", "--offices goes with"),
        ("--fields nothing", "there is no field nothing"),
        ("--force", "--force is for -o"),
        ("--for lotus", "'lotus' is not one of"),
    ],
)
def test_options_that_do_not_go_together(sample: Run, options: str, message: str) -> None:
    """The message says what would."""
    done = sample(f"pressdesk export {options}")
    assert (done.out, done.code) == ("", 2)
    assert message in done.err


@pytest.mark.parametrize("program", ["google", "outlook", "outlook-classic"])
def test_an_address_book_gets_a_row_for_each_contact(sample: Run, program: str) -> None:
    """In its own columns; what it has no place for is said."""
    done = sample(f"pressdesk export --for {program}")
    assert len(rows(done.out)) == 9
    lost = [one for one in done.err.splitlines() if f"{program} has no place for these" in one]
    assert ("languages (" in "".join(lost)) is (program != "outlook-classic")
    assert "501 01 99" not in done.out


@pytest.mark.parametrize(
    ("program", "column"), [("mailchimp", "Email Address"), ("brevo", "EMAIL")]
)
def test_a_mailing_gets_a_row_for_each_address(sample: Run, program: str, column: str) -> None:
    """Contacts without one are counted, and no address comes twice."""
    sample('pressdesk contact add "No Mail" --office geneva --ext 4103')
    done = sample(f"pressdesk export --for {program}")
    addresses = [one[column] for one in rows(done.out)]
    assert len(addresses) == len(set(addresses)) == 9
    assert "left out 1 contact without an e-mail that can be written" in done.err


def test_the_tally_of_losses_is_of_values(sample: Run) -> None:
    """Each once, however many rows a contact has."""
    sample("pressdesk contact edit zoe --add-email second@harbour-relief.example")
    done = sample("pressdesk export zoe --for mailchimp")
    assert len(rows(done.out)) == 2
    assert "mailchimp has no place for these values: " in done.err
    assert "mobile (1), " in done.err


def test_who_has_left_is_said(sample: Run) -> None:
    """Nobody writes to people who are gone unawares; a day asked for leaves them out."""
    sample("pressdesk contact edit zoe --left 2026-01-01 --successor maria")
    done = sample("pressdesk export --one-per email")
    assert re.search(r"pressdesk: 1 contact has left; --on \d{4}-\d\d-\d\d leaves out", done.err)
    on = sample("pressdesk export --one-per email --on 2026-11-24")
    assert ("left out who" in on.err, "zoe" in on.out.lower()) == (False, False)


def test_nobody_is_said(sample: Run) -> None:
    """A mistyped filter does not pass for a mailing."""
    done = sample("pressdesk export --topic winteraid --for mailchimp")
    assert (done.code, done.err) == (0, "pressdesk: no contact matches\n")


@pytest.mark.parametrize(
    ("ending", "first"),
    [("xlsx", b"PK"), ("json", b"{"), ("jsonl", b"{"), ("vcf", b"BEGIN:VCARD"), ("CSV", b"office"),
     ("tsv", b"office\t"), ("txt", b"office")],
)  # fmt: skip
def test_the_ending_of_the_file_says_the_format(
    sample: Run, tmp_path: Path, ending: str, first: bytes
) -> None:
    """Unless one is named."""
    target = tmp_path / f"made.{ending}"
    assert sample(f"pressdesk export maria -o {target}").code == 0
    assert target.read_bytes().replace(b'"', b"").startswith((first, b"name"))
    assert sample(f"pressdesk export maria --format csv -f -o {target}").code == 0
    assert b"Maria G. Moreno" in target.read_bytes()


@pytest.mark.parametrize("ending", ["pdf", "xls", "docx", "ods", "list"])
def test_no_file_is_called_what_it_is_not(sample: Run, tmp_path: Path, ending: str) -> None:
    """A CSV by another name opens nowhere; whoever wants it says so."""
    target = tmp_path / f"made.{ending}"
    done = sample(f"pressdesk export -o {target}")
    assert (done.out, done.code, target.exists()) == ("", 2, False)
    assert f"nothing is written as .{ending}; end it in .csv, .tsv, .xlsx" in done.err
    assert sample(f"pressdesk export --format csv -o {target}").code == 0
    assert sample(f"pressdesk export --for google -f -o {target}").code == 0


def test_letters_are_addressed_by_name(sample: Run) -> None:
    """Given and family name: as they are stored, else the last word is the family's."""
    sample('pressdesk contact edit maria --family-name "G. Moreno"')
    done = sample("pressdesk export --fields given_name,family_name,name")
    names = {row["name"]: (row["given_name"], row["family_name"]) for row in rows(done.out)}
    assert names["Maria G. Moreno"] == ("Maria", "G. Moreno")
    assert names["Zoë Lindqvist"] == ("Zoë", "Lindqvist")
    assert names["Newsroom"] == ("", "Newsroom")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "xlsx"])
def test_notes_go_with_what_is_internal(sample: Run, tmp_path: Path, form: str) -> None:
    """And come back: the way to move a directory to another machine loses none."""
    sample('pressdesk contact edit maria --note "Part-time: Monday to Wednesday"')
    target = tmp_path / f"all.{form}"
    assert sample(f"pressdesk export --internal -o {target}").code == 0
    offices = tmp_path / "offices.csv"
    sample(f"pressdesk export --offices -o {offices}")
    other = f"--db {tmp_path / 'other.db'}"
    done = sample(f"pressdesk {other} import {offices} {target}")
    assert done.code == 0, done.err
    assert "Part-time: Monday to Wednesday" in sample(f"pressdesk {other} show maria").out
    assert "Part-time" not in sample("pressdesk export --format json").out
