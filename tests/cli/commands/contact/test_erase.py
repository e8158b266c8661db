"""`pressdesk contact erase`: no byte of a person is left, and nothing brings them back."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run

VALUES = (
    "quillon", "zephyrine", "2125550142", "212 555 0142", "9175550188", "9175 55",
    "spokesbird", "kestrels", "rings back after vespers",
)  # fmt: skip
ADD = (
    'pressdesk contact add "Zephyrine Quillon" --office washington --email zq@quillon.example '
    '--tel "+1 212 555 0142" --internal "+1 917 555 0188" --title Spokesbird --ext 231 '
    '--topic kestrels --note "rings back after vespers"'
)


def bytes_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is in the directory and in what lies beside it, in small letters."""
    for path in folder.glob("directory.db*"):
        yield path.name, path.read_bytes().lower()


def traces(folder: Path) -> list[tuple[str, str]]:
    """Return which values of the person stand in which file, as UTF-8 or UTF-16."""
    return [
        (name, value)
        for name, content in bytes_of(folder)
        for value in VALUES
        if any(value.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def index_terms(db: Path) -> set[str]:
    """Return all words of the search index, which keeps them cut where they begin alike."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, row)")
        return {term for (term,) in connection.execute("SELECT term FROM words")}


@pytest.fixture
def known(washington: Run) -> Run:
    """Give a terminal whose directory has known somebody for a while."""
    for line in (
        ADD,
        'pressdesk contact add "Tom Kay" --office washington --email tom@example.org',
        "pressdesk contact edit tom --left 2026-01-01 --successor zephyrine",
        "pressdesk contact edit zephyrine --email zq2@quillon.example --title Chief",
        'pressdesk contact edit zephyrine --name "Zephyrine Quillon-Ash" --key zq',
    ):
        assert washington(line).code == 0
    return washington


def test_no_byte_is_left(known: Run, db: Path) -> None:
    """Neither in rows, history, search, free pages nor beside the file."""
    assert {value for _, value in traces(db.parent)} > {"quillon", "zephyrine", "2125550142"}
    assert any(term.startswith("quillon") for term in index_terms(db))
    done = known("pressdesk contact erase zq --yes")
    assert (done.out, done.code) == ("", 0)
    assert done.err.splitlines()[:2] == [
        "pressdesk: warning: Tom Kay (tom-kay) has no successor now",
        "erased contact zq: Zephyrine Quillon-Ash; nothing in the directory names them",
    ]
    assert traces(db.parent) == []
    assert not {term for term in index_terms(db) if term.startswith(("quill", "zeph", "kestr"))}
    assert known("pressdesk show zq").code == 1
    assert known("pressdesk show tom").code == 0
    assert known("pressdesk block washington").out.count("Maria") == 1
    assert known("pressdesk log").out.splitlines()[0].split("\t")[3] == "contact erase"


def test_undo_does_not_bring_a_person_back(known: Run, db: Path) -> None:
    """Whatever is undone: others come back, the erased person does not."""
    known("pressdesk contact erase zq --yes")
    erased = known("pressdesk log --fields id").out.split()[0]
    done = known(f"pressdesk undo {erased} --yes")
    assert (done.code, "who was erased stays so" in done.err) == (2, True)
    for _ in range(10):
        if known("pressdesk undo --yes").code:
            break
    assert traces(db.parent) == []
    assert known("pressdesk contact list").out == ""
    assert known("pressdesk office list").out == ""


def test_who_was_removed_before_is_erased_too(known: Run, db: Path) -> None:
    """The history has them still: found by key, or by the name."""
    known("pressdesk contact edit tom --successor ''")
    done = known("pressdesk contact remove zq --yes")
    assert "`pressdesk contact erase` takes it out too" in done.err
    assert traces(db.parent)
    assert known("pressdesk contact erase 'zephyrine quillon-ash' --yes").code == 0
    assert traces(db.parent) == []
    assert known("pressdesk contact erase zq --yes").code == 1


def test_an_undone_removal_has_two_lives(known: Run, db: Path) -> None:
    """The history of before, under another row id, goes too."""
    known("pressdesk contact edit tom --successor ''")
    known("pressdesk contact remove zq --yes")
    known("pressdesk undo --yes")
    assert known("pressdesk contact erase zq --yes").code == 0
    assert traces(db.parent) == []


def test_an_older_backup_does_not_bring_a_person_back(known: Run, db: Path, tmp_path: Path) -> None:
    """Restored, it is the same backup without them; a later namesake stays."""
    (tmp_path / "safe").mkdir()
    copy = tmp_path / "safe" / "old.backup"
    known(f"pressdesk backup {copy}")
    known("pressdesk contact erase zq --yes")
    assert known(f"pressdesk restore {copy} --yes").code == 0
    for path in db.parent.glob("*.before-restore-*"):
        path.unlink()
    assert traces(db.parent) == []
    assert known("pressdesk show tom").code == 0
    assert known("pressdesk show zq").code == 1
    known(ADD)
    later = tmp_path / "safe" / "later.backup"
    known(f"pressdesk backup {later}")
    assert known(f"pressdesk restore {later} --yes").code == 0
    assert known("pressdesk show zephyrine").code == 0


def test_copies_beside_the_directory_are_named(known: Run) -> None:
    """They are out of reach."""
    known("pressdesk backup")
    done = known("pressdesk contact erase zq --yes")
    assert re.search(r"may still be in directory\.db\.20[0-9-]+\.backup: ", done.err)
    assert "quillon" not in known("pressdesk -q contact list").out.lower()


def test_others_keep_what_they_share(known: Run) -> None:
    """A shared number, a namesake's key, a former value of somebody else."""
    known('pressdesk contact add "Ana Poe" --office washington --tel "+1 212 555 0142"')
    known("pressdesk contact edit ana --email ana@example.org")
    before = json.loads(known("pressdesk show ana --format json").out)
    assert known("pressdesk contact erase zq --yes").code == 0
    assert json.loads(known("pressdesk show ana --format json").out) == before
    assert len(known("pressdesk log").out.splitlines()) > 3


@pytest.mark.usefixtures("snapshot")
def test_it_asks_and_needs_an_answer(washington: Run) -> None:
    """Nothing is erased without a yes; an unknown name is status 1, several are 3."""
    done = washington("pressdesk contact erase maria")
    assert (done.out, done.code, "repeat it with --yes" in done.err) == ("", 2, True)
    assert washington("pressdesk contact erase maria", typed="n\n").code == 130
    assert washington("pressdesk contact erase nobody --yes").code == 1


def test_all_that_is_held_is_handed_over(known: Run, tmp_path: Path) -> None:
    """Each value that the bytes hold, of now and of then, as JSON and as a page."""
    data = json.loads(known("pressdesk export --person zq --format json").out)
    assert data["schema_version"] == 1
    assert data["keys"] == ["zephyrine-quillon", "zq"]
    assert data["successor_of"] == ["tom-kay"]
    assert [one["command"] for one in data["history"]] == [
        "contact add", "contact edit", "contact edit"
    ]  # fmt: skip
    assert data["contact"]["emails"][0]["source_kind"] == "typed"
    assert data["former_values"][0]["value"] == "zq@quillon.example"
    page = tmp_path / "zq.html"
    done = known(f"pressdesk export --person zq -o {page}")
    assert done.err == f"wrote all that is held about Zephyrine Quillon-Ash to {page}\n"
    text = page.read_text("utf-8")
    for value in ("Spokesbird", "rings back after vespers", "kestrels", "+1 917 555 0188",
                  "zq@quillon.example", "231", "contact add by "):  # fmt: skip
        assert value in text, value
    assert "<script" not in text
    assert known("pressdesk contact edit tom --successor ''").code == 0
    known("pressdesk contact remove zq --yes")
    gone = json.loads(known("pressdesk export --person zq --format json").out)
    assert (gone["contact"], len(gone["history"])) == (None, 4)


@pytest.mark.parametrize(
    "line", ["--person maria --format csv", "--person maria --fields name", "--format html",
             "--person maria washington"]
)  # fmt: skip
def test_a_person_is_written_whole(washington: Run, line: str) -> None:
    """As JSON or a page, and nothing else of it."""
    assert (washington(f"pressdesk export {line}").code, washington("pressdesk export").code) == (
        2, 0
    )  # fmt: skip
