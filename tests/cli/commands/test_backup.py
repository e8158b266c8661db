"""`pressdesk backup` and `pressdesk restore`: nothing is lost, and the way back is one command."""

import gzip
import re
import stat
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.make_version_1 import FILE


def copies(db: Path) -> list[Path]:
    """Return the dated backups beside a directory, oldest first."""
    return sorted(db.parent.glob("directory.db.20*.backup"), key=lambda path: len(path.name))


def test_a_backup_comes_back(washington: Run, tmp_path: Path) -> None:
    """What was changed since is only in the file that is kept aside."""
    before = washington("pressdesk export --internal --format json").out
    copy = tmp_path / "safe.backup"
    done = washington(f"pressdesk backup {copy}")
    assert (done.out, done.code) == ("", 0)
    assert done.err == f"the directory is backed up in {copy}\n"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    washington("pressdesk contact edit maria --title Chief")
    changed = washington("pressdesk export --internal --format json").out
    done = washington(f"pressdesk restore {copy} --yes")
    assert (done.out, done.code) == ("", 0)
    restored, kept = done.err.splitlines()
    assert restored.startswith(f"restored {copy}: 1 contacts, last changed 20")
    aside = kept.removeprefix("the directory as it was is in ")
    assert re.fullmatch(r"directory\.db\.before-restore-[0-9-]+\.backup", Path(aside).name)
    assert washington("pressdesk export --internal --format json").out == before
    assert washington(f"pressdesk --db {aside} export --internal --format json").out == changed
    assert washington("pressdesk contact edit maria --title Head").code == 0
    assert washington("pressdesk -q undo --yes").err == ""


def test_backups_of_a_day_stand_beside_each_other(washington: Run, db: Path) -> None:
    """--keep removes the oldest of them, and nothing else."""
    (db.parent / "directory.db.2020-01-01.backup.txt").write_text("a note")
    for _ in range(3):
        assert washington("pressdesk backup").code == 0
    first, second, third = copies(db)
    done = washington("pressdesk backup --keep 2")
    assert [line.split()[-1] for line in done.err.splitlines()[1:]] == [first.name, second.name]
    assert copies(db)[0] == third
    assert len(copies(db)) == 2
    assert (db.parent / "directory.db.2020-01-01.backup.txt").exists()


def test_a_backup_goes_into_a_folder(washington: Run, tmp_path: Path) -> None:
    """Under a dated name; the newest stay there."""
    folder = tmp_path / "safe"
    folder.mkdir()
    old = folder / "directory.db.2020-01-01.backup"
    old.write_bytes(b"old")
    assert washington(f"pressdesk backup {folder} --keep 1").code == 0
    (copy,) = folder.iterdir()
    assert copy != old
    assert washington(f"pressdesk --db {copy} show maria").code == 0


@pytest.mark.parametrize("target", ["there.txt", "directory.db"])
def test_a_backup_replaces_no_file(washington: Run, tmp_path: Path, target: str) -> None:
    """Neither another file nor the directory itself."""
    (tmp_path / "there.txt").write_text("mine")
    before = (tmp_path / target).read_bytes()
    done = washington(f"pressdesk backup {tmp_path / target}")
    assert (done.out, done.code) in {("", 5), ("", 2)}
    assert (tmp_path / target).read_bytes() == before


def test_keep_counts_dated_backups_alone(washington: Run, tmp_path: Path) -> None:
    """A name of one's own is no series."""
    done = washington(f"pressdesk backup {tmp_path / 'one.backup'} --keep 2")
    assert (done.out, done.code) == ("", 2)
    assert not (tmp_path / "one.backup").exists()


def test_styles_of_the_house_are_kept_beside_it(washington: Run, tmp_path: Path) -> None:
    """They come back where there is none of that name."""
    styles = tmp_path / "home" / ".config" / "pressdesk" / "styles"
    styles.mkdir(parents=True)
    for name in ("house", "other"):
        (styles / f"{name}.toml").write_text(washington("pressdesk style show card").out)
    copy = tmp_path / "safe.backup"
    assert washington(f"pressdesk backup {copy}").code == 0
    (styles / "house.toml").unlink()
    (styles / "other.toml").write_text("mine")
    done = washington(f"pressdesk restore {copy} --yes")
    assert done.err.splitlines()[-1] == "restored the style house"
    assert (styles / "other.toml").read_text() == "mine"
    assert washington("pressdesk style check house").code == 0


def test_a_missing_directory_is_restored(washington: Run, db: Path, tmp_path: Path) -> None:
    """Nothing is there to be kept aside."""
    washington(f"pressdesk backup {tmp_path / 'safe.backup'}")
    db.unlink()
    done = washington(f"pressdesk restore {tmp_path / 'safe.backup'} --yes")
    assert (done.code, len(done.err.splitlines())) == (0, 1)
    assert stat.S_IMODE(db.stat().st_mode) == 0o600
    assert washington("pressdesk show maria").code == 0


def test_a_damaged_directory_is_restored(washington: Run, db: Path, tmp_path: Path) -> None:
    """The new file does not meet the journal that was left beside it."""
    washington(f"pressdesk backup {tmp_path / 'safe.backup'}")
    content = db.read_bytes()
    db.write_bytes(content[:100] + bytes(4000) + content[4100:])
    journal = db.with_name("directory.db-journal")
    journal.write_bytes(b"left behind")
    assert "pressdesk restore" in washington("pressdesk show maria").err
    done = washington(f"pressdesk restore {tmp_path / 'safe.backup'} --yes")
    assert done.code == 0, done.err
    assert washington("pressdesk show maria").code == 0
    assert not journal.exists()


def test_an_older_backup_is_brought_up_to_date(run: Run, tmp_path: Path) -> None:
    """Its copy stays of its version."""
    safe = tmp_path / "old.backup"
    content = gzip.decompress(FILE.read_bytes())
    safe.write_bytes(content)
    assert run(f"pressdesk restore {safe} --yes").code == 0
    assert run("pressdesk -q upgrade").err == ""
    assert safe.read_bytes() == content
    assert run("pressdesk contact list").out.count("\n") > 10


@pytest.mark.usefixtures("snapshot")
@pytest.mark.parametrize("content", [b"", b"no directory", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_backup_is_refused(washington: Run, tmp_path: Path, content: bytes) -> None:
    """The directory stays."""
    (tmp_path / "bad").write_bytes(content)
    done = washington(f"pressdesk restore {tmp_path / 'bad'} --yes")
    assert (done.out, done.code) == ("", 5)
    assert str(tmp_path / "bad") in done.err
    assert len(list(tmp_path.glob("directory.db*"))) == 1


@pytest.mark.usefixtures("snapshot")
def test_a_damaged_backup_is_refused(washington: Run, tmp_path: Path) -> None:
    """An index that lacks a row is found, too."""
    copy = tmp_path / "safe.backup"
    washington(f"pressdesk backup {copy}")
    content = copy.read_bytes()
    place = content.rindex(b"maria-g-moreno")
    copy.write_bytes(content[:place] + b"zzria-g-moreno" + content[place + 14 :])
    done = washington(f"pressdesk restore {copy} --yes")
    assert (done.out, done.code) == ("", 5)
    assert "is damaged" in done.err


def test_restoring_asks_first(washington: Run, tmp_path: Path) -> None:
    """Nobody can answer in a script; the directory itself is no backup of it."""
    washington(f"pressdesk backup {tmp_path / 'safe.backup'}")
    done = washington(f"pressdesk restore {tmp_path / 'safe.backup'}")
    assert (done.code, "repeat it with --yes" in done.err) == (2, True)
    assert washington(f"pressdesk restore {tmp_path / 'safe.backup'}", typed="n\n").code == 130
    assert washington(f"pressdesk restore {tmp_path / 'directory.db'} --yes").code == 2
    assert washington(f"pressdesk restore {tmp_path / 'none'} --yes").code == 5


def test_another_programs_file_is_not_replaced(washington: Run, db: Path, tmp_path: Path) -> None:
    """It may have been named by mistake."""
    washington(f"pressdesk backup {tmp_path / 'safe.backup'}")
    db.write_text("my thesis")
    done = washington(f"pressdesk restore {tmp_path / 'safe.backup'} --yes")
    assert (done.code, db.read_text()) == (5, "my thesis")
    assert "move it away" in done.err


def test_a_link_keeps_leading_to_the_directory(washington: Run, db: Path, tmp_path: Path) -> None:
    """The file behind it is replaced."""
    washington(f"pressdesk backup {tmp_path / 'safe.backup'}")
    (tmp_path / "real").mkdir()
    db.rename(tmp_path / "real" / "contacts.db")
    db.symlink_to(tmp_path / "real" / "contacts.db")
    washington("pressdesk contact remove maria --yes")
    assert washington(f"pressdesk restore {tmp_path / 'safe.backup'} --yes").code == 0
    assert db.is_symlink()
    assert washington("pressdesk show maria").code == 0
    assert len(list((tmp_path / "real").iterdir())) == 2
