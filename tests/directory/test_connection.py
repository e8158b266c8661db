"""Opening a file: what is a directory is read, everything else is named and left alone."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from pressdesk.directory.connection import open_connection, translated_errors
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.schema import APPLICATION_ID, SCHEMA_VERSION
from pressdesk.errors import FileError
from pressdesk.errors.directory import (
    DamagedDirectoryError,
    DirectoryBusyError,
    DirectoryMissingError,
    ForeignFileError,
    NewerDirectoryError,
    ReadOnlyDirectoryError,
)
from pressdesk.model import Contact, Office
from tests.directory.conftest import as_stranger
from tests.directory.samples import a_contact, an_office, store

Opener = Callable[[Path], AbstractContextManager[Directory]]
MAGIC = b"SQLite format 3\0"
PAGE = 4096
DICE = random.Random(20261123)  # noqa: S311  # the same noise each time
NOISE = DICE.randbytes(2 * PAGE)


def change_existing(path: Path) -> AbstractContextManager[Directory]:
    """Open for a change that makes no file."""
    return Directory.edit(path, create=False)


OPENERS = [Directory.open, Directory.edit, Directory.rehearse]
every_opener = pytest.mark.parametrize("opener", OPENERS, ids=lambda one: one.__name__)


def change_file(path: Path, *statements: str) -> None:
    """Change a file behind pressdesk's back, as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def listing(path: Path) -> tuple[list[Office], list[Contact]]:
    """Read everything."""
    with Directory.open(path, timeout=0.2) as directory:
        return directory.offices(), directory.contacts()


def names(path: Path) -> list[str]:
    """Read the names of all contacts."""
    return [contact.name for contact in listing(path)[1]]


@pytest.mark.parametrize("opener", [Directory.open, change_existing])
@pytest.mark.parametrize("name", ["typo.db", "no/folder/typo.db", "file.txt/typo.db"])
def test_a_missing_file_is_named_and_not_made(opener: Opener, name: str, tmp_path: Path) -> None:
    """A mistyped path makes neither a file nor a folder."""
    (tmp_path / "file.txt").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DirectoryMissingError, match="there is no directory yet"):
        opener(tmp_path / name).__enter__()
    assert sorted(tmp_path.rglob("*")) == before


@every_opener
def test_a_dangling_link_is_a_missing_directory(opener: Opener, tmp_path: Path) -> None:
    """What the link names is not made, not even by a change."""
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "gone.db")
    with pytest.raises(DirectoryMissingError):
        opener(link).__enter__()
    assert not (tmp_path / "gone.db").exists()


def make_fifo(path: Path) -> None:
    """Make a pipe that nobody writes to: opening it would wait for ever."""
    os.mkfifo(path)


def make_loop(path: Path) -> None:
    """Make a link to itself."""
    path.symlink_to(path)


@every_opener
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "is a folder"),
        (Path.touch, "it is empty"),
        (make_fifo, "is not a regular file"),
        (make_loop, "cannot be opened"),
    ],
)
def test_what_is_no_file_is_refused(
    opener: Opener, make: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    """SQLite is never pointed at a folder, a pipe, a loop of links or an empty file."""
    path = tmp_path / "odd.db"
    make(path)
    before = path.lstat()
    # The time of access is left out: following a link is one.
    kept = (before.st_mode, before.st_ino, before.st_size, before.st_mtime_ns)
    with pytest.raises(FileError, match=reason) as caught:
        opener(path).__enter__()
    assert caught.value.exit_code == 5
    after = path.lstat()
    assert (after.st_mode, after.st_ino, after.st_size, after.st_mtime_ns) == kept


@every_opener
def test_a_name_that_no_file_can_have_is_refused(opener: Opener, tmp_path: Path) -> None:
    """The system's own refusal becomes a sentence."""
    with pytest.raises(FileError, match="File name too long"):
        opener(tmp_path / ("x" * 300)).__enter__()


@every_opener
@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"name,email\nAda Example,ada@example.org\n",
        "Ж".encode("utf-16") * PAGE,
        bytes(PAGE),
        NOISE,
        MAGIC,
        MAGIC + b"\x01" * 2 * PAGE,
    ],
    ids=["one byte", "csv", "utf-16", "zeros", "noise", "magic alone", "magic and ones"],
)
def test_what_is_no_database_is_refused(opener: Opener, content: bytes, tmp_path: Path) -> None:
    """It is called what it is, and never written over."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(ForeignFileError, match=r"notes.txt: is not a pressdesk directory"):
        opener(path).__enter__()
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.glob("notes*")] == ["notes.txt"]


@every_opener
@pytest.mark.parametrize("application_id", [0, 1, APPLICATION_ID + 1])
def test_another_programs_database_is_refused(
    opener: Opener, application_id: int, db: Path
) -> None:
    """The number in the header says whose file it is."""
    change_file(db, "CREATE TABLE contact (key)", f"PRAGMA application_id={application_id}")
    before = db.read_bytes()
    with pytest.raises(ForeignFileError, match="it belongs to another program"):
        opener(db).__enter__()
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE email", "CREATE TABLE email (contact_id, address)"],
        ["ALTER TABLE contact ADD COLUMN more TEXT"],
        ["ALTER TABLE contact RENAME COLUMN note TO remark"],
        ["DROP TABLE alias", "CREATE VIEW alias AS SELECT 1 AS id"],
        ["CREATE TABLE extra (id)"],
        ["CREATE VIEW extra AS SELECT * FROM contact"],
        ["DROP INDEX email_folded"],
        ["DROP TRIGGER contact_next_version"],
        ["CREATE TRIGGER extra AFTER INSERT ON contact BEGIN DELETE FROM change; END"],
        ["CREATE TRIGGER my_sqlite_x AFTER INSERT ON contact BEGIN DELETE FROM change; END"],
        ["CREATE TRIGGER _sqlite_migrations AFTER INSERT ON office BEGIN DELETE FROM change; END"],
        ["DROP TABLE _sqlite_migrations", "CREATE VIEW _sqlite_migrations AS SELECT 1 AS id"],
        ["PRAGMA user_version=0"],
        ["PRAGMA user_version=-1"],
    ],
    ids=lambda statements: str(statements[-1])[:40],
)
@pytest.mark.parametrize("opener", [Directory.open, Directory.edit])
def test_changed_tables_are_refused(opener: Opener, statements: list[str], stored: Path) -> None:
    """A file with our number, but not exactly our tables, is not used."""
    change_file(stored, *statements)
    before = stored.read_bytes()
    with pytest.raises(ForeignFileError, match="its tables are not pressdesk's"):
        opener(stored).__enter__()
    assert stored.read_bytes() == before


def test_a_trigger_cannot_hide_behind_the_name_of_a_table(stored: Path) -> None:
    """Tables and triggers may have equal names: both are held against ours."""
    with closing(sqlite3.connect(stored)) as connection:
        query = "SELECT sql FROM sqlite_master WHERE name = 'contact_topic'"
        (table,) = connection.execute(query).fetchone()
    planted = "CREATE TRIGGER contact_topic AFTER INSERT ON contact BEGIN DELETE FROM change; END"
    change_file(stored, planted, "DROP TABLE contact_topic", table)
    with pytest.raises(ForeignFileError, match="its tables are not pressdesk's"):
        listing(stored)


def test_a_file_with_our_number_alone_is_refused(db: Path) -> None:
    """A header without tables is no directory."""
    change_file(db, f"PRAGMA application_id={APPLICATION_ID}")
    with pytest.raises(ForeignFileError, match="its tables are not pressdesk's"):
        listing(db)


def test_what_sqlite_itself_keeps_is_no_stranger(stored: Path) -> None:
    """ANALYZE and VACUUM leave a directory that can be read and changed."""
    change_file(stored, "ANALYZE", "VACUUM")
    store(stored, a_contact("Bea Example"))
    assert names(stored) == ["Ada Example", "Bea Example"]


@every_opener
@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 9999])
def test_a_newer_directory_is_neither_read_nor_written(
    opener: Opener, version: int, stored: Path
) -> None:
    """The sentence names both versions."""
    change_file(stored, f"PRAGMA user_version={version}", "CREATE TABLE later (id)")
    before = stored.read_bytes()
    sentence = rf"newer pressdesk \(schema {version}, this one knows {SCHEMA_VERSION}\)"
    with pytest.raises(NewerDirectoryError, match=sentence):
        opener(stored).__enter__()
    assert stored.read_bytes() == before


@every_opener
@pytest.mark.parametrize("versions", [b"\x03\x03", b"\x01\x03", b"\xff\xff"])
def test_a_later_file_format_is_newer_and_not_foreign(
    opener: Opener, versions: bytes, stored: Path
) -> None:
    """SQLite calls such a file no database; it must never be written over for that."""
    content = stored.read_bytes()
    content = content[:18] + versions + content[20:]
    stored.write_bytes(content)
    with pytest.raises(NewerDirectoryError, match="of a later SQLite"):
        opener(stored).__enter__()
    assert stored.read_bytes() == content


def test_a_later_write_format_alone_can_be_read_but_not_changed(stored: Path) -> None:
    """That is what the file format promises of byte 18."""
    content = bytearray(stored.read_bytes())
    content[18] = 3
    stored.write_bytes(content)
    assert names(stored) == ["Ada Example"]
    with pytest.raises(ReadOnlyDirectoryError):
        store(stored, a_contact("Bea Example"))
    assert stored.read_bytes() == content


@every_opener
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_cut_file_is_damaged_and_stays_as_it_is(
    opener: Opener, part: float, stored: Path
) -> None:
    """Nothing of it is listed, and no new directory takes its place."""
    content = stored.read_bytes()
    content = content[: int(len(content) * part)]
    stored.write_bytes(content)
    with pytest.raises(DamagedDirectoryError, match="nothing was changed"), opener(stored) as it:
        it.contacts()
    assert stored.read_bytes() == content


def flip(content: bytes, place: int, mask: int = 0xFF) -> bytes:
    """Give the content with bits of one byte turned."""
    return content[:place] + bytes([content[place] ^ mask]) + content[place + 1 :]


def test_a_page_that_is_no_page_is_damage(stored: Path) -> None:
    """With each page spoilt in turn the whole list comes, or the sentence: never a part."""
    sound, content = listing(stored), stored.read_bytes()
    damaged = 0
    for page in range(PAGE, len(content), PAGE):
        stored.write_bytes(flip(content, page))
        try:
            assert listing(stored) == sound
        except DamagedDirectoryError:
            damaged += 1
        assert stored.read_bytes() == flip(content, page)
    assert damaged > 10


def test_a_flipped_bit_never_surprises_us(stored: Path) -> None:
    """Whatever bit a disk turns round, we read, or say that the file cannot be used."""
    content = stored.read_bytes()
    used = [place for place, byte in enumerate(content) if byte]
    refused = 0
    for place in DICE.sample(used, 300):
        stored.write_bytes(flip(content, place, 1 << DICE.randrange(8)))
        try:
            listing(stored)
        except FileError:
            refused += 1
    assert refused


@pytest.mark.parametrize(
    "planted",
    [
        "UPDATE contact SET version = 2, left_on = '2026-02-31'",
        "UPDATE office SET version = 2, extension_range = 'x'",
    ],
)
def test_a_row_without_meaning_is_damage(planted: str, stored: Path) -> None:
    """What the tables let through and the model does not know is no bug of ours."""
    change_file(stored, planted)
    with pytest.raises(DamagedDirectoryError, match="a row cannot be read"):
        listing(stored)


@pytest.mark.parametrize("planted", ["Eve\0Example", "Eve\x1b]52;c;x\x07", "Eve\u202eExample"])
def test_odd_text_in_one_row_leaves_the_others_readable(planted: str, stored: Path) -> None:
    """What came past the door comes back as it is; it is escaped where it goes out."""
    store(stored, a_contact("Zoe Example"))
    with closing(sqlite3.connect(stored)) as connection, connection:
        query = "UPDATE contact SET version = 2, name = ? WHERE key = 'ada-example'"
        connection.execute(query, [planted])
    assert names(stored) == [planted, "Zoe Example"]


def test_bad_utf8_in_one_row_leaves_the_others_readable(stored: Path) -> None:
    """A byte that is no text is written out."""
    store(stored, a_contact("Zoe Example"))
    change_file(
        stored,
        "UPDATE contact SET version = 2, name = CAST(x'457665ff' AS TEXT) "
        "WHERE key = 'ada-example'",
    )
    assert names(stored) == [r"Eve\xff", "Zoe Example"]


@pytest.mark.parametrize(
    "name",
    [
        "a b.db",
        "what?.db",
        "50%25.db",
        "#1.db",
        "Łódź.db",
        "x?mode=rwc&y.db",
        os.fsdecode(b"\xff.db"),
    ],
    ids=ascii,
)
def test_any_name_of_a_file_is_taken_as_it_is(name: str, tmp_path: Path) -> None:
    """Signs that mean something in a URI mean nothing in a path."""
    path = tmp_path / "folder" / name
    store(path, a_contact("Ada Example"))
    assert names(path) == ["Ada Example"]
    assert os.listdir(path.parent) == [name]  # noqa: PTH208  # pathlib would join the name


def test_a_path_may_be_relative(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the folder that we are in that counts."""
    monkeypatch.chdir(stored.parent)
    assert names(Path(stored.name)) == ["Ada Example"]


def test_a_link_to_a_directory_is_followed(stored: Path, tmp_path: Path) -> None:
    """The file is changed, and the link stays a link."""
    link = tmp_path / "link.db"
    link.symlink_to(stored)
    store(link, a_contact("Bea Example"))
    assert names(stored) == ["Ada Example", "Bea Example"]
    assert link.is_symlink()


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_change_waits_and_then_says_who_has_the_lock(lock: str, stored: Path) -> None:
    """Nothing is changed while another process changes the directory."""
    before = stored.read_bytes()
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        with (
            pytest.raises(
                DirectoryBusyError, match=r"in use by another pressdesk \(waited 0.1 s\)"
            ),
            Directory.edit(stored, timeout=0.1) as directory,
        ):
            directory.add_contact(a_contact("Bea Example"))
    assert stored.read_bytes() == before


def test_lookups_work_while_another_process_prepares_a_change(stored: Path) -> None:
    """They see what was there before."""
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE contact SET version = 2, name = 'Changed'")
        assert names(stored) == ["Ada Example"]


def test_a_lookup_waits_for_a_commit_alone(stored: Path) -> None:
    """While the file itself is written nobody can read it."""
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DirectoryBusyError):
            listing(stored)
        other.execute("ROLLBACK")
    assert names(stored) == ["Ada Example"]


@pytest.mark.parametrize("writing", [False, True])
def test_every_connection_is_set_as_we_promise(writing: bool, stored: Path) -> None:  # noqa: FBT001
    """Read back: rollback journal, folder synced, foreign keys on, no trust in the schema."""
    settings = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1,
                "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0}  # fmt: skip
    with open_connection(stored, 0.2, writing=writing) as connection:
        for name, value in settings.items():
            assert connection.execute(f"PRAGMA {name}").fetchone() == (value,), name


def test_a_connection_for_lookups_cannot_change_anything(stored: Path) -> None:
    """Not even a statement of our own could."""
    with (
        pytest.raises(ReadOnlyDirectoryError),
        open_connection(stored, 0.2, writing=False) as connection,
    ):
        connection.execute("DELETE FROM contact")
    assert names(stored) == ["Ada Example"]


def test_a_wal_file_is_read_and_set_back_by_the_next_change(stored: Path) -> None:
    """What stands in the -wal counts, and afterwards no WAL is left."""
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("UPDATE contact SET version = 2, name = 'In the WAL'")
        assert names(stored) == ["In the WAL"]
        with Directory.rehearse(stored) as directory:
            directory.add_contact(a_contact("Tried Out"))
    store(stored, a_contact("Bea Example"))
    assert sorted(names(stored)) == ["Bea Example", "In the WAL"]
    assert stored.read_bytes()[18:20] == b"\x01\x01"
    assert not list(stored.parent.glob("directory.db-*"))


def test_a_wal_file_in_use_is_busy(stored: Path) -> None:
    """As long as another program has it open in WAL mode, nothing is changed."""
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT count(*) FROM contact").fetchone()
        with (
            pytest.raises(DirectoryBusyError),
            Directory.edit(stored, timeout=0.1) as directory,
        ):
            directory.add_contact(a_contact("Bea Example"))
    assert names(stored) == ["Ada Example"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_BUSY, r"in use by another pressdesk \(waited 0.5 s\); nothing was changed"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "in use by another"),
        (sqlite3.SQLITE_LOCKED, "in use by another"),
        (sqlite3.SQLITE_CORRUPT, r"damaged \(oh\); nothing was changed"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only; nothing was changed"),
        (sqlite3.SQLITE_FULL, "no space on the disk; nothing was changed"),
        (sqlite3.SQLITE_IOERR_WRITE, "oh; nothing was changed"),
        (sqlite3.SQLITE_IOERR_DIR_FSYNC, "was written, but the disk failed to confirm it"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
        (sqlite3.SQLITE_PERM, "cannot be opened"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence_of_ours(code: int, sentence: str) -> None:
    """With the status of a file that cannot be used."""
    error = sqlite3.OperationalError("oh")
    error.sqlite_errorcode = code
    with pytest.raises(FileError, match=rf"some\.db: .*{sentence}") as caught:
        fail_with(error)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "error",
    [sqlite3.IntegrityError("no code"), sqlite3.ProgrammingError("closed"), ValueError("other")],
)
def test_a_bug_of_ours_stays_what_it_is(error: Exception) -> None:
    """It must not be taken for the fault of a file."""
    with pytest.raises(type(error), match=str(error)):
        fail_with(error)


def fail_with(error: Exception) -> None:
    """Raise an error where a directory is used."""
    with translated_errors(Path("some.db"), 0.5):
        raise error


@pytest.fixture
def shown(open_folder: Path) -> Path:
    """Give a directory that everybody may read and only its owner change."""
    path = open_folder / "directory.db"
    store(path, an_office(), a_contact("Ada Example"))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    return path


def test_a_read_only_directory_is_read_and_not_changed(shown: Path) -> None:
    """Whoever may not write hears it, and reads all the same."""
    before = shown.read_bytes()
    with as_stranger():
        assert names(shown) == ["Ada Example"]
        with pytest.raises(ReadOnlyDirectoryError, match="directory is read-only"):
            store(shown, a_contact("Bea Example"))
        with Directory.rehearse(shown) as directory:
            directory.add_contact(a_contact("Bea Example"))
    assert shown.read_bytes() == before


def test_a_file_in_a_closed_folder_cannot_be_changed(shown: Path) -> None:
    """The file could be written, its journal could not: nothing is changed without one."""
    shown.chmod(0o666)
    before = shown.read_bytes()
    with as_stranger():
        assert names(shown) == ["Ada Example"]
        with pytest.raises(FileError) as caught:
            store(shown, a_contact("Bea Example"))
    assert caught.value.exit_code == 5
    assert shown.read_bytes() == before


def test_a_wal_file_in_a_closed_folder_can_be_read(shown: Path) -> None:
    """No -wal is there: nobody changes it, and nothing need be locked."""
    shown.parent.chmod(0o755)
    shown.chmod(0o644)
    change_file(shown, "PRAGMA journal_mode=WAL")
    shown.parent.chmod(0o555)
    with as_stranger():
        assert names(shown) == ["Ada Example"]
        with pytest.raises(FileError):
            store(shown, a_contact("Bea Example"))


@every_opener
def test_a_file_that_may_not_be_read_is_named(opener: Opener, shown: Path) -> None:
    """No rights is one clear sentence."""
    shown.chmod(0)
    with as_stranger(), pytest.raises(FileError, match="check that you may read it"):
        opener(shown).__enter__()


@every_opener
def test_a_folder_that_may_not_be_entered_is_named(opener: Opener, shown: Path) -> None:
    """Whether there is a directory cannot be known, and none is made up."""
    shown.parent.chmod(0)
    with as_stranger(), pytest.raises(FileError, match="Permission denied"):
        opener(shown).__enter__()
    shown.parent.chmod(0o755)


def test_a_directory_cannot_be_made_where_nobody_may_write(open_folder: Path) -> None:
    """The first write says why, too."""
    open_folder.chmod(0o555)
    with as_stranger(), pytest.raises(FileError, match=r"cannot be written \(Permission denied\)"):
        store(open_folder / "new" / "directory.db", a_contact("Ada Example"))
    assert not list(open_folder.iterdir())
