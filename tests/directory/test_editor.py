"""Changes: added, changed, removed; stored together, and never over somebody else's."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.errors import (
    AlreadyStoredError,
    AmbiguousError,
    NobodyReachableError,
    NotFoundError,
    PressdeskError,
)
from pressdesk.errors.directory import ChangedMeanwhileError
from pressdesk.model import Contact, Office, Posting
from tests.directory.samples import NOWHERE, a_contact, an_office, store


@pytest.mark.parametrize("name", ["Ada Example", "ADA EXAMPLE", "Ada-Example", "Áda Éxample"])
def test_a_key_is_made_from_the_name(name: str, editor: DirectoryEditor) -> None:
    """Folded; a number is added when it is taken."""
    keys = [editor.add_contact(a_contact(name)).key for _ in range(3)]
    assert keys == ["ada-example", "ada-example-2", "ada-example-3"]


def test_letters_of_other_scripts_stay_in_a_key(editor: DirectoryEditor) -> None:
    """Nothing is transliterated."""
    assert editor.add_contact(a_contact("Иван Примеров")).key == "иван-примеров"


def test_a_key_that_is_given_is_kept(editor: DirectoryEditor) -> None:
    """As long as nobody has it."""
    assert editor.add_contact(a_contact("Ada Example")._replace(key="press")).key == "press"
    with pytest.raises(AlreadyStoredError, match="in the directory already, as press"):
        editor.add_contact(a_contact("Bea Example")._replace(key="press"))


@pytest.mark.parametrize(
    "office",
    [
        Office("here", "Elsewhere", "US"),
        Office("new", "Here", "US"),
        Office("new", "HERE", "CH"),
    ],
)
def test_an_office_is_added_once(office: Office, editor: DirectoryEditor) -> None:
    """An equal code or name is the office that is there."""
    here = editor.get_office("here")
    editor.change_office(here, here._replace(names={"fr": "Ici"}))
    with pytest.raises(AlreadyStoredError, match="`pressdesk office edit here`"):
        editor.add_office(office)
    assert len(editor.offices()) == 1


def test_a_code_or_key_of_another_cannot_be_taken_over(editor: DirectoryEditor) -> None:
    """Renaming is refused, and both stay."""
    there = editor.add_office(an_office("there"))
    ada, bea = (editor.add_contact(a_contact(name)) for name in ("Ada", "Bea"))
    with pytest.raises(AlreadyStoredError, match="choose another --code"):
        editor.change_office(there, there._replace(code="here"))
    with pytest.raises(AlreadyStoredError, match="choose another --key"):
        editor.change_contact(bea, bea._replace(key=ada.key))
    assert editor.contacts() == [ada, bea]


def test_a_renamed_office_keeps_its_people(editor: DirectoryEditor) -> None:
    """Postings and offices below follow the new code."""
    editor.add_office(Office("below", "Below", "US", reports_to="here"))
    editor.add_contact(a_contact("Ada Example", Posting("here")))
    here = editor.get_office("here")
    editor.change_office(here, here._replace(code="new"))
    assert editor.get_contact("ada").postings == (Posting("new"),)
    assert editor.get_office("below").reports_to == "new"


def test_a_renamed_contact_stays_a_successor(editor: DirectoryEditor) -> None:
    """Who follows whom is kept by the row, not by the key."""
    ada = editor.add_contact(a_contact("Ada Example"))
    editor.add_contact(a_contact("Bea Example")._replace(successor=ada.key))
    editor.change_contact(ada, ada._replace(key="new"))
    assert editor.get_contact("bea").successor == "new"


def change_contact(directory: DirectoryEditor, contact: Contact) -> None:
    """Change a contact that was read earlier."""
    directory.change_contact(contact, contact._replace(title="Old news"))


def change_office(directory: DirectoryEditor, office: Office) -> None:
    """Change an office that was read earlier."""
    directory.change_office(office, office._replace(city="Old Town"))


LATE_CHANGES: list[tuple[str, Callable[[DirectoryEditor, Contact | Office], None]]] = [
    ("ada", change_contact),  # type: ignore[list-item]
    ("ada", DirectoryEditor.remove_contact),  # type: ignore[list-item]
    ("empty", change_office),  # type: ignore[list-item]
    ("empty", DirectoryEditor.remove_office),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("who", "late"), LATE_CHANGES)
@pytest.mark.parametrize("was_removed", [False, True], ids=["changed", "removed"])
def test_no_change_of_somebody_else_is_lost(
    who: str,
    late: Callable[[DirectoryEditor, Contact | Office], None],
    was_removed: bool,  # noqa: FBT001
    stored: Path,
) -> None:
    """Whoever read the older version is told so, and nothing is changed."""
    store(stored, an_office("empty"))
    with Directory.open(stored) as directory:
        read = directory.get(who)
    with Directory.edit(stored) as directory:
        if isinstance(read, Contact):
            if was_removed:
                directory.remove_contact(read)
            else:
                directory.change_contact(read, read._replace(title="News"))
        elif was_removed:
            directory.remove_office(read)
        else:
            directory.change_office(read, read._replace(city="New Town"))
    before = stored.read_bytes()
    with (
        pytest.raises(
            ChangedMeanwhileError, match=f"{read.name} was changed by somebody else"
        ) as it,
        Directory.edit(stored) as editor,
    ):
        late(editor, read)
    assert it.value.exit_code == 5
    assert stored.read_bytes() == before


def test_equal_ones_change_nothing(editor: DirectoryEditor) -> None:
    """No new version, no record."""
    ada, here = editor.add_contact(a_contact("Ada Example")), editor.get_office("here")
    assert editor.change_contact(ada, ada._replace()) is ada
    assert editor.change_office(here, here._replace()) is here
    assert editor.database.execute("SELECT count(*) FROM change").fetchone() == (2,)


def test_several_changes_in_one_operation_count_one_by_one(editor: DirectoryEditor) -> None:
    """Each raises the version by exactly one."""
    ada = editor.add_contact(a_contact("Ada Example"))
    for title in ("One", "Two", "Three"):
        ada = editor.change_contact(ada, ada._replace(title=title))
    assert ada.version == 4
    assert editor.get_contact("ada") == ada


@pytest.mark.parametrize(
    ("text", "is_known"), [("here", True), ("HERE", True), ("h", True), ("nowhere", False)]
)
def test_has_office_asks_as_resolution_does(
    text: str, is_known: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """A name that finds one is known."""
    assert editor.has_office(text) is is_known


def test_has_office_is_true_of_several(editor: DirectoryEditor) -> None:
    """They are there, though it is not clear which is meant."""
    editor.add_office(an_office("here-too"))
    with pytest.raises(AmbiguousError):
        editor.get_office("her")
    assert editor.has_office("her")


def test_an_error_in_a_change_takes_all_of_it_back(stored: Path) -> None:
    """What came before the refusal is not stored either."""
    before = stored.read_bytes()
    with pytest.raises(NotFoundError):
        store(stored, a_contact("Bea Example"), a_contact("Cleo", Posting("nowhere")))
    assert stored.read_bytes() == before


def test_a_refused_change_leaves_the_others_of_its_operation(editor: DirectoryEditor) -> None:
    """An import goes on after a row that was refused."""
    editor.add_contact(a_contact("Ada Example"))
    with pytest.raises(PressdeskError), editor.database.atomic():
        editor.add_contact(Contact("", "Nobody"))
    editor.add_contact(a_contact("Bea Example"))
    assert [one.name for one in editor.contacts()] == ["Ada Example", "Bea Example"]


def test_a_rehearsal_of_a_directory_leaves_it_untouched(stored: Path) -> None:
    """Changes can be tried and seen, and are gone afterwards."""
    before, status = stored.read_bytes(), stored.stat()
    with Directory.rehearse(stored) as directory:
        directory.add_contact(a_contact("Bea Example"))
        directory.remove_contact(directory.get_contact("ada"))
        assert [one.name for one in directory.contacts()] == ["Bea Example"]
        assert directory.is_changed
    assert stored.read_bytes() == before
    assert stored.stat().st_mtime_ns == status.st_mtime_ns


def test_a_rehearsal_keeps_the_rules(stored: Path) -> None:
    """What would be refused is refused here too."""
    with Directory.rehearse(stored) as directory, pytest.raises(PressdeskError):
        directory.add_contact(a_contact("Bea Example", Posting("here", extension="230")))


def test_a_rehearsal_without_a_directory_makes_none(db: Path) -> None:
    """It begins empty."""
    with Directory.rehearse(db) as directory:
        assert directory.offices() == []
        directory.add_office(an_office())
    assert not db.exists()


def test_a_rehearsal_does_not_wait_for_a_lock(stored: Path) -> None:
    """It reads, while somebody else prepares a change."""
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Directory.rehearse(stored, timeout=0.1) as directory:
            directory.add_contact(a_contact("Bea Example"))


def test_deleted_rows_stay_deleted(stored: Path) -> None:
    """Read back by a connection of its own: no transaction was left open."""
    with Directory.edit(stored) as directory:
        directory.remove_contact(directory.get_contact("ada"))
    with closing(sqlite3.connect(stored)) as connection:
        for table in ("contact", "email", "posting"):
            query = f"SELECT count(*) FROM {table}"  # noqa: S608
            assert connection.execute(query).fetchone() == (0,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_nowhere_is_really_nowhere() -> None:
    """Tests in memory leave nothing on the disk."""
    assert not NOWHERE.exists()


def test_an_attempt_that_fails_leaves_nothing_behind(editor: DirectoryEditor) -> None:
    """Not even that the operation was begun: the next change begins it again."""
    with pytest.raises(NobodyReachableError), editor.attempt():  # noqa: PT012  # the second fails
        editor.add_contact(a_contact("Ada Example"))
        editor.add_contact(Contact("", "Unreachable Example"))
    assert editor.contacts() == []
    editor.add_contact(a_contact("Bea Example"))
    assert [contact.name for contact in editor.contacts()] == ["Bea Example"]
