"""`pressdesk block -o` and `--all`: blocks into files, wholly or not at all."""

import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from pressdesk.cli.commands.block.files import file_name
from pressdesk.cli.commands.block.options import SUFFIXES
from tests.cli.commands.block.test_command import CARD
from tests.conftest import WASHINGTON, Run, Stock


@pytest.fixture
def offices(stock: Stock) -> Run:
    """Give a terminal whose directory has three offices, of which one answers for another."""
    return stock(
        *WASHINGTON,
        'pressdesk office add "IOM Geneva" --country CH --lang fr --city Geneva',
        'pressdesk contact add "Zoë Lindqvist" --office geneva --email z@iom.int',
        'pressdesk office add "IOM Bern" --country CH --city Bern --reports-to geneva',
    )


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_file_holds_what_stdout_would(washington: Run, tmp_path: Path, form: str) -> None:
    """For its owner alone, whatever the format; stdout stays empty."""
    path = tmp_path / "contact.out"
    done = washington(f"pressdesk block wash --format {form} -o", str(path))
    assert (done.out, done.err, done.code) == ("", f"wrote {path}\n", 0)
    assert path.read_text("utf-8") == washington(f"pressdesk block wash --format {form}").out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays(washington: Run, tmp_path: Path) -> None:
    """--force replaces it, and its mode stays."""
    path = tmp_path / "contact.txt"
    path.write_text("mine", encoding="utf-8")
    path.chmod(0o640)
    done = washington("pressdesk block wash -o", str(path))
    assert (done.code, path.read_text("utf-8")) == (5, "mine")
    assert "is there already; --force replaces it" in done.err
    assert washington("pressdesk --quiet block wash --force -o", str(path)).err == ""
    assert path.read_text("utf-8") == CARD
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_block_that_fails_leaves_the_file(washington: Run, tmp_path: Path) -> None:
    """Nothing is opened before the block is there."""
    path = tmp_path / "contact.txt"
    path.write_text("mine", encoding="utf-8")
    assert washington("pressdesk block nobody --force -o", str(path)).code == 1
    assert path.read_text("utf-8") == "mine"


def test_a_hyphen_is_stdout(washington: Run) -> None:
    """As everywhere."""
    assert washington("pressdesk block wash -o -").out == CARD


def test_what_must_not_be_replaced(washington: Run, tmp_path: Path, db: Path) -> None:
    """A folder, a pipe, another name of a file, a read-only file, the directory itself."""
    folder, pipe, read_only = tmp_path / "folder", tmp_path / "pipe", tmp_path / "locked.txt"
    folder.mkdir()
    os.mkfifo(pipe)
    read_only.write_text("mine", encoding="utf-8")
    read_only.chmod(0o444)
    first = tmp_path / "first.txt"
    first.write_text("mine", encoding="utf-8")
    (tmp_path / "second.txt").hardlink_to(first)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    nowhere = tmp_path / "link"
    nowhere.symlink_to(tmp_path / "gone.txt")
    for path, reason in (
        (folder, "is a folder"), (pipe, "is not a regular file"), (read_only, "is read-only"),
        (first, "a hard link"), (loop, "leads to itself"), (nowhere, "leads nowhere"),
        (tmp_path / "no" / "such" / "x.txt", "its folder does not exist"),
    ):  # fmt: skip
        done = washington("pressdesk block wash --force -o", str(path))
        assert (done.out, done.code) == ("", 5), path
        assert reason in done.err
    before = db.read_bytes()
    done = washington("pressdesk block wash --force -o", str(db))
    assert (done.code, db.read_bytes()) == (2, before)
    assert "that file is read by this command" in done.err
    assert not list(tmp_path.glob(".pressdesk-*"))


def test_a_link_keeps_leading_to_its_file(washington: Run, tmp_path: Path) -> None:
    """--force writes what the link leads to."""
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert washington("pressdesk block wash --force -o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text("utf-8") == CARD


def test_all_prints_a_block_for_each_office(offices: Run) -> None:
    """By name, each in its own language; who answers for whom is said."""
    done = offices("pressdesk block --all")
    bern, geneva, washington = done.out.split("\n\n")
    assert done.code == 0
    assert bern.splitlines()[1:3] == ["Zoë Lindqvist", "IOM Geneva"]
    assert geneva.startswith("Pour plus d’informations")
    assert washington == CARD
    assert "nobody to print for IOM Bern" in done.err


def test_all_as_data_names_the_office(offices: Run) -> None:
    """An array, or a line for each."""
    codes = ["iom-bern", "iom-geneva", "iom-washington-dc"]
    data = json.loads(offices("pressdesk block --all --format json").out)
    assert [one["office"] for one in data] == codes
    lines = offices("pressdesk block --all --format jsonl --lang fr --lang en").out.splitlines()
    assert [json.loads(one)["office"] for one in lines] == sorted([*codes, *codes])


def test_an_office_without_anybody_is_skipped_and_said(offices: Run, tmp_path: Path) -> None:
    """The others are done, and the exit status is 1."""
    offices("pressdesk office edit bern --reports-to ''")
    done = offices("pressdesk block --all")
    assert (done.code, done.out.count("@")) == (1, 2)
    assert "pressdesk: IOM Bern: nobody is on duty on" in done.err
    done = offices("pressdesk block --all -o", str(tmp_path / "out"))
    assert done.code == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "iom-geneva.txt", "iom-washington-dc.txt"
    ]  # fmt: skip


def test_all_into_a_folder(offices: Run, tmp_path: Path) -> None:
    """A file for each, named by the code; the folder is made for its owner alone."""
    folder = tmp_path / "footers"
    done = offices("pressdesk block --all --format html -o", str(folder))
    assert done.err.endswith(f"wrote 3 files to {folder}\n")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / "iom-washington-dc.html").read_text("utf-8") == (
        offices("pressdesk block wash --format html").out
    )
    again = offices("pressdesk block --all --format html -o", str(folder))
    assert again.code == 5
    assert "iom-bern.html: is there already" in again.err
    assert offices("pressdesk block --all --format html --force -o", str(folder)).code == 0


def test_a_folder_that_is_a_file(offices: Run, tmp_path: Path) -> None:
    """With --all a folder is meant."""
    path = tmp_path / "x"
    path.write_text("mine", encoding="utf-8")
    done = offices("pressdesk block --all -o", str(path))
    assert (done.code, path.read_text("utf-8")) == (5, "mine")
    assert "with --all name a folder" in done.err


def test_a_directory_without_offices_prints_nothing(washington: Run) -> None:
    """There is nothing to say, and nothing failed."""
    washington("pressdesk contact remove maria --yes")
    washington("pressdesk office remove wash --yes")
    done = washington("pressdesk block --all")
    assert (done.out, done.code) == ("", 0)
    assert washington("pressdesk block --all --format json").out == "[]\n"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("iom-geneva", "iom-geneva"),
        ("con", "con_"),
        ("lpt1", "lpt1_"),
        ("женева", "женева"),
        ("日内瓦", "日内瓦"),
        ("../x", "_2e__2e__2f_x"),
        ("a/b", "a_2f_b"),
        ("a\\b", "a_5c_b"),
        ("con_", "con_5f_"),
        ("", ""),
    ],
)
def test_a_code_becomes_a_name(code: str, name: str) -> None:
    """But for names that a system keeps to itself."""
    assert file_name(code) == name


def test_a_long_code_is_cut_and_stays_its_own() -> None:
    """A file system takes 255 bytes, whatever the script."""
    names = {file_name("ж" * 300 + end) for end in ("a", "b")}
    assert len(names) == 2
    assert all(len(name.encode()) <= 230 for name in names)


def test_all_or_none_when_a_file_is_in_the_way(offices: Run, tmp_path: Path) -> None:
    """Nothing is written before every name is known to be free."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "iom-washington-dc.txt").write_text("mine", encoding="utf-8")
    done = offices("pressdesk block --all -o", str(folder))
    assert done.code == 5
    assert [path.name for path in folder.iterdir()] == ["iom-washington-dc.txt"]
    (folder / "iom-washington-dc.txt").chmod(0o444)
    assert "is read-only" in offices("pressdesk block --all --force -o", str(folder)).err
    assert [path.name for path in folder.iterdir()] == ["iom-washington-dc.txt"]


def test_a_disk_that_fills_up_is_said_with_what_was_written(
    offices: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what is there."""
    real, calls = os.fsync, []

    def fail_at_the_third(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:  # the file and the folder of the first office come before
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail_at_the_third)
    done = offices("pressdesk block --all -o", str(tmp_path / "out"))
    assert done.code == 5
    assert "(No space left on device); 1 file was written before" in done.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["iom-bern.txt"]


def test_failures_of_all_are_data_where_data_was_asked_for(offices: Run) -> None:
    """A line of JSON on stderr for each."""
    offices("pressdesk office edit bern --reports-to ''")
    done = offices("pressdesk block --all --format jsonl")
    (error,) = [json.loads(line) for line in done.err.splitlines()]
    assert (error["error"]["status"], done.code) == (4, 1)


@pytest.mark.parametrize(
    ("options", "code"), [("--style nope", 1), ("--lang tlh", 4), ("--topic ' '", 4)]
)
def test_what_is_wrong_for_all_is_said_once(offices: Run, options: str, code: int) -> None:
    """And nothing is printed."""
    done = offices(f"pressdesk block --all {options}")
    assert (done.out, done.code, done.err.count("\n")) == ("", code, 1)


def test_a_folder_is_no_file_to_replace(washington: Run, tmp_path: Path) -> None:
    """--force is not promised for it."""
    done = washington("pressdesk block wash -o", str(tmp_path))
    assert (done.code, "is a folder; name a file in it" in done.err) == (5, True)


def test_a_code_that_was_planted_leads_nowhere(offices: Run, tmp_path: Path, db: Path) -> None:
    """Whoever writes past our rules cannot choose a path."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute(
            "UPDATE office SET code = '../../evil', version = version + 1 WHERE code = 'iom-geneva'"
        )
        connection.commit()
    done = offices("pressdesk block --all -o", str(tmp_path / "out" / "in"))
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "out" / "in").iterdir()) == [
        "_2e__2e__2f__2e__2e__2f_evil.txt", "iom-bern.txt", "iom-washington-dc.txt"
    ]  # fmt: skip
    assert not list(tmp_path.parent.glob("evil*"))


def test_all_means_offices_whatever_keys_contacts_have(offices: Run) -> None:
    """A contact whose key is the code of an office keeps it from nothing."""
    added = offices('pressdesk contact add "Ada" --office wash --email a@iom.int --key iom-geneva')
    assert added.code == 0
    done = offices("pressdesk block --all")
    assert (done.code, done.out.count("IOM Geneva")) == (0, 2)


def test_the_file_of_the_style_is_no_target(washington: Run, tmp_path: Path) -> None:
    """An input is never written over."""
    folder = tmp_path / "home" / ".config" / "pressdesk" / "styles"
    folder.mkdir(parents=True)
    path = folder / "house.toml"
    path.write_text('lines = ["{name}", "{ways}"]', encoding="utf-8")
    done = washington("pressdesk block wash --style house --force -o", str(path))
    assert (done.code, "that file is read by this command" in done.err) == (2, True)
    assert path.read_text("utf-8").startswith("lines")
