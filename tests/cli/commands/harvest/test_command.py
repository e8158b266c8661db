"""`pressdesk harvest`, as a press office with years of releases uses it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

BLOCK = """Ships sail

12 March 2024

Five ships left port.

For more information please contact
Ruth Okafor, Press Officer
Tel: +254 20 712 3456
Email: rokafor@example.org
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with one release, and stand in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "ships.txt").write_text(BLOCK)
    return tmp_path


def records(out: str) -> list[dict[str, object]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in out.splitlines()]


def test_report_without_a_directory(run: Run, folder: Path, db: Path) -> None:
    """Everything is new, and nothing is made."""
    done = run("pressdesk harvest old --format jsonl")
    assert done.code == 0
    assert records(done.out) == [
        {
            "file": "old/ships.txt",
            "line": 8,
            "name": "Ruth Okafor",
            "title": "Press Officer",
            "office": None,
            "organization": None,
            "emails": ["rokafor@example.org"],
            "phones": [
                {
                    "number": "+254207123456",
                    "extension": None,
                    "kind": "office",
                    "text": "+254 20 712 3456",
                }
            ],
            "language": "en",
            "lead_in": "For more information please contact",
            "date": "2024-03-12",
            "confidence": 0.9,
            "status": "new",
            "problems": [],
        }
    ]
    assert done.err == "1 contact in 1 release: 1 new\n"
    assert not db.exists()
    assert [path.name for path in (folder / "old").iterdir()] == ["ships.txt"]


def test_apply_stores_with_the_place(run: Run, folder: Path) -> None:
    """Each value keeps the file, the line and the date that it came from."""
    done = run("pressdesk harvest old --apply --yes")
    assert done.code == 0
    assert "stored: 1 added, 0 changed" in done.err
    shown = run("pressdesk show ruth").out
    assert "rokafor@example.org  (public, from release old/ships.txt:8, 2024-03-12)" in shown
    again = run("pressdesk harvest old --apply --yes --format jsonl")
    assert records(again.out)[0]["status"] == "known"
    assert "nothing to store" in again.err
    assert run("pressdesk harvest old --only-new").out == ""
    assert folder.exists()


@pytest.mark.usefixtures("folder")
def test_apply_asks_first(run: Run, db: Path) -> None:
    """Nobody can answer in a pipe; a no on a terminal stores nothing."""
    assert run("pressdesk harvest old --apply").code == 2
    assert run("pressdesk harvest old --apply", typed="n\n").code != 0
    assert not db.exists()
    assert run("pressdesk harvest old --apply", typed="y\n").code == 0
    assert db.exists()


def test_the_newest_release_wins(run: Run, folder: Path) -> None:
    """Whatever the order of the files; an older release changes nothing afterwards."""
    newer = BLOCK.replace("2024", "2025").replace("712 3456", "712 9999")
    (folder / "old" / "a.txt").write_text(newer)
    run("pressdesk harvest old --apply --yes")
    shown = run("pressdesk show ruth").out
    assert "+254 20 7129999" in shown
    assert "3456" not in shown
    (folder / "old" / "b.txt").write_text(
        BLOCK.replace("2024", "2019").replace("712 3456", "712 1111")
    )
    run("pressdesk harvest old --apply --yes")
    assert "1111" not in run("pressdesk show ruth").out


def test_typed_values_stay(washington: Run, folder: Path) -> None:
    """What a colleague typed is not thrown away for what a release says."""
    text = BLOCK.replace("Ruth Okafor", "Maria G. Moreno").replace("rokafor", "mmoreno")
    (folder / "old" / "ships.txt").write_text(text)
    done = washington("pressdesk harvest old --apply --yes --format jsonl")
    assert records(done.out)[0]["status"] == "changed"
    shown = washington("pressdesk show maria").out
    assert "mgmoreno@iom.int" in shown
    assert "mmoreno@example.org" in shown


def test_a_conflict_is_listed_and_left_alone(washington: Run, folder: Path) -> None:
    """An address that is stored as somebody else's is nobody's to decide but yours."""
    text = BLOCK.replace("rokafor@example.org", "mgmoreno@iom.int")
    (folder / "old" / "ships.txt").write_text(text)
    done = washington("pressdesk harvest old --format jsonl")
    assert records(done.out)[0]["status"] == "conflict"
    assert records(done.out)[0]["problems"] == [
        "mgmoreno@iom.int is stored as an address of Maria G. Moreno"
    ]
    before = washington("pressdesk contact list").out
    washington("pressdesk harvest old --apply --yes")
    assert washington("pressdesk contact list").out == before


def test_new_contacts_are_posted_to_the_office_that_is_named(washington: Run, folder: Path) -> None:
    """--office posts all of them there."""
    washington("pressdesk harvest old --apply --yes --office washington")
    assert "Ruth Okafor" in washington("pressdesk block washington").out
    assert folder.exists()


def test_stdin_and_region(run: Run) -> None:
    """A release in a pipe, with numbers as they are dialled at home."""
    text = "Media contact: Gareth Hughes, 0161 496 0111\n"
    done = run("pressdesk harvest - --region GB --format json", piped=text.encode())
    [found] = json.loads(done.out)
    assert found["file"] == "-"
    assert found["phones"][0]["number"] == "+441614960111"


@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.usefixtures("folder")
def test_formats_for_people_and_sheets(run: Run, form: str) -> None:
    """The same contact in each."""
    out = run(f"pressdesk harvest old --format {form}").out
    assert "Ruth Okafor" in out
    assert "rokafor@example.org" in out


def test_hidden_text_is_not_read_and_a_false_link_is_a_problem(run: Run, folder: Path) -> None:
    """Comments and scripts say nothing; a link that leads elsewhere is told."""
    (folder / "page.html").write_text(
        "<p>Ships sail.</p><!-- Contact: Jane Hidden, jhidden@example.org -->"
        "<p>Media contact: Ruth Okafor, "
        '<a href="mailto:evil@example.net">rokafor@example.org</a></p>'
    )
    [found] = records(run("pressdesk harvest page.html --format jsonl").out)
    assert found["emails"] == ["rokafor@example.org"]
    assert found["problems"] == ['the link "rokafor@example.org" leads to evil@example.net']


def test_an_address_behind_a_name_is_read(run: Run, folder: Path) -> None:
    """A name that links to its mailbox has that address."""
    (folder / "page.html").write_text(
        '<p>Media contact: <a href="mailto:rokafor@example.org">Ruth Okafor</a></p>'
    )
    [found] = records(run("pressdesk harvest page.html --format jsonl").out)
    assert (found["name"], found["emails"]) == ("Ruth Okafor", ["rokafor@example.org"])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("pressdesk harvest old --office washington", 2),
        ("pressdesk harvest old --yes", 2),
        ("pressdesk harvest - old", 2),
        ("pressdesk harvest missing.txt", 5),
        ("pressdesk harvest old --region Atlantis", 4),
        ("pressdesk harvest old --format xml", 2),
        ("pressdesk harvest", 2),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_lines(run: Run, line: str, code: int) -> None:
    """Each with the status that it deserves, and nothing on stdout."""
    done = run(line)
    assert (done.out, done.code) == ("", code)


def test_a_broken_file_stops_no_other(run: Run, folder: Path) -> None:
    """It is named, and the others are read."""
    (folder / "old" / "broken.docx").write_bytes(b"no zip")
    done = run("pressdesk harvest old --format jsonl")
    assert [one["name"] for one in records(done.out)] == ["Ruth Okafor"]
    assert "broken.docx" in done.err


def test_nothing_found_is_status_1(run: Run, folder: Path) -> None:
    """An honest negative."""
    (folder / "plain.txt").write_text("Ships sail.\n")
    done = run("pressdesk harvest plain.txt")
    assert (done.out, done.err, done.code) == ("", "0 contacts in 1 release\n", 1)


def test_many_releases_are_read_by_two(run: Run, folder: Path) -> None:
    """In their order, as one would read them."""
    many = folder / "many"
    many.mkdir()
    for number in range(420):
        (many / f"{number:03}.txt").write_text(BLOCK.replace("rokafor@", f"rokafor{number}@"))
    done = run("pressdesk harvest many --format jsonl")
    emails = [one["emails"] for one in records(done.out)]
    assert emails == [[f"rokafor{number}@example.org"] for number in range(420)]


def test_an_extension_on_the_switchboard_is_the_posting_s(washington: Run, folder: Path) -> None:
    """The number of the office is not copied."""
    text = BLOCK.replace("+254 20 712 3456", "+1 202 862 1826 ext 231")
    (folder / "old" / "ships.txt").write_text(text)
    washington("pressdesk harvest old --apply --yes --office washington")
    shown = washington("pressdesk show ruth").out
    assert "IOM Washington DC, ext 231 on +1 202 862 1826" in shown
    assert "tel:" not in shown


def test_who_is_stored_gets_the_extension_too(washington: Run, folder: Path) -> None:
    """A release says which: it is the posting's, and follows the office."""
    washington('pressdesk contact add "Ruth Okafor" --office washington --email ro@example.org')
    text = BLOCK.replace("+254 20 712 3456", "+1 202 862 1826 ext 231")
    (folder / "old" / "ships.txt").write_text(text)
    washington("pressdesk harvest old --apply --yes")
    shown = washington("pressdesk show ruth").out
    assert "IOM Washington DC, ext 231 on +1 202 862 1826" in shown
    assert "tel:" not in shown


def test_a_number_of_an_unknown_country_is_not_guessed(run: Run, tmp_path: Path) -> None:
    """French text is no proof of France; the way out is said, and nothing is stored of it."""
    release = tmp_path / "r.txt"
    release.write_text(
        "Dakar, le 3 mai 2026\n\nContact presse :\nAminata Ba, Attachée de presse\n"
        "Tél : 33 801 23 45\nMobile : 77 123 45 67\naminata.ba@harbour-relief.example\n"
    )
    done = run(f"pressdesk harvest {release} --format jsonl")
    (found,) = map(json.loads, done.out.splitlines())
    assert found["name"] == "Aminata Ba"
    assert [phone["number"] for phone in found["phones"]] == [None, None]
    assert "2 numbers could not be read and will not be stored; --region CC" in done.err
    done = run(f"pressdesk harvest {release} --format jsonl --region SN")
    (found,) = map(json.loads, done.out.splitlines())
    assert [phone["number"] for phone in found["phones"]] == ["+221338012345", "+221771234567"]
    assert "could not be read" not in done.err


@pytest.mark.parametrize("name", ["release list.csv", "directory list.csv"])
def test_an_import_is_no_harvest_whatever_its_file_is_called(
    name: str, run: Run, tmp_path: Path
) -> None:
    """A newer release stands beside what a file said, and takes only an older release's place."""
    rows, release = tmp_path / name, tmp_path / "rel.txt"
    rows.write_text("office,name,email,phone\noslo,Jane Doe,old@example.org,+44 20 7946 0958\n")
    release.write_text(
        "HARBOUR RELIEF\n\n12 March 2024\n\nText of the release goes here.\n\n"
        "Media contact:\nJane Doe\nEmail: new@example.org\nTel: +44 20 7946 0111\n"
    )
    run("pressdesk office add Oslo --country NO")
    assert run("pressdesk import", str(rows)).code == 0
    assert run("pressdesk harvest --apply --yes", str(release)).code == 0
    (jane,) = json.loads(run("pressdesk find jane --format json").out)
    assert [one["address"] for one in jane["emails"]] == ["old@example.org", "new@example.org"]
    assert [one["number"] for one in jane["phones"]] == ["+442079460958", "+442079460111"]
    shown = run("pressdesk show jane").out
    assert f"(public, from {rows}:2)" in shown
    assert f"(public, from release {release}:8, 2024-03-12)" in shown


def test_who_is_posted_nowhere_is_said(run: Run, tmp_path: Path) -> None:
    """Nobody looks for them in vain in a block; with an office nobody is."""
    path = tmp_path / "old.txt"
    path.write_text(
        "Media contact:\nEva Muster\nCoast Watch\nEmail: eva.muster@example.org\n\n"
        "Media contact:\nTom Reed\nCoast Watch\nEmail: tom.reed@example.org\n"
    )
    done = run("pressdesk harvest --apply --yes", str(path))
    assert done.code == 0
    assert (
        "warning: Eva Muster, Tom Reed are at no office, and in no block: "
        "`pressdesk contact post` posts each; for all at once `pressdesk undo`"
    ) in done.err
    assert run("pressdesk undo --yes").code == 0
    office = "'Coast Watch Halifax' --organization 'Coast Watch' --country CA"
    assert run(f"pressdesk office add {office}").code == 0
    done = run("pressdesk harvest --apply --yes --office halifax", str(path))
    assert (done.code, "at no office" in done.err) == (0, False)
    assert run("pressdesk contact list --office 'coast watch halifax' --fields name").out == (
        "Eva Muster\nTom Reed\n"
    )
