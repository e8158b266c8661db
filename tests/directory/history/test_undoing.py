"""Taking operations back: the directory is as it was, or it is refused and nothing is changed."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.history.undoing import Restored, undo
from pressdesk.directory.store import Directory
from pressdesk.errors import NotFoundError, StillNeededError
from pressdesk.errors.directory import ChangedSinceError, NothingToUndoError
from pressdesk.model import Contact, Posting
from tests.directory.samples import a_contact, an_office, store
from tests.strategies import contacts

# Without row ids, which a contact that comes back has new.
FOUND = (
    "SELECT folded, tier FROM alias",
    "SELECT name, title, office, city, country, lang, topic, email, phone, ext, kind FROM search",
)


def content(path: Path) -> list[Any]:
    """Give what is stored and what is found, without versions and row ids."""
    with Directory.open(path) as directory:
        stored = [
            [one._replace(version=0) for one in those]
            for those in (
                directory.offices(),
                sorted(directory.contacts(), key=lambda one: one.key),
            )
        ]
    with closing(sqlite3.connect(path)) as connection:
        found = [sorted(connection.execute(query), key=repr) for query in FOUND]
    return [*stored, *found]


def take_back(path: Path, text: str | None = None) -> list[Restored]:
    """Undo as the command does."""
    with Directory.open(path) as directory:
        operation = directory.find_operation(text)
    with Directory.edit(path, kind="undo", undoes=operation) as editor:
        return undo(editor, operation)


@contextmanager
def a_directory(*those: Contact) -> Iterator[Path]:
    """Make a directory with two offices, a keyed contact each, and no trace when it is over."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "directory.db"
        store(path, an_office(), an_office("there"))
        with Directory.edit(path) as editor:
            for place, one in enumerate(those):
                editor.add_contact(one._replace(key=f"first-{place}"), shared_extension=True)
        yield path


def change_much(editor: DirectoryEditor, first: Contact, second: Contact) -> None:
    """Change one contact twice, remove another, add two, and rename an office."""
    changed = editor.contact_by_key("first-0")
    key, version = changed.key, changed.version
    changed = editor.change_contact(
        changed, first._replace(key=key, version=version), shared_extension=True
    )
    editor.change_contact(
        changed, changed._replace(key="renamed", note="again"), shared_extension=True
    )
    editor.remove_contact(editor.contact_by_key("first-1"))
    editor.add_office(an_office("new"))
    added = editor.add_contact(second._replace(key="", postings=(Posting("new"),)))
    editor.change_contact(added, added._replace(note="and again"))
    there = editor.office_by_code("there")
    editor.change_office(there, there._replace(name="Elsewhere", reports_to="new"))


@given(st.lists(contacts(), min_size=4, max_size=4))
@settings(max_examples=25)
def test_undo_brings_back_what_was(those: list[Contact]) -> None:
    """Whatever was done: stored, found by name and found by searching; and undone, it is done."""
    with a_directory(*those[:2]) as path:
        before = content(path)
        with Directory.edit(path) as editor:
            change_much(editor, *those[2:])
        after = content(path)
        take_back(path)
        assert content(path) == before
        with Directory.open(path) as directory:
            newest = directory.operations(1)[0].operation_id
        take_back(path, newest)
        assert content(path) == after
        take_back(path)
        assert content(path) == before


def test_undo_says_what_became_of_each(db: Path) -> None:
    """Once for each, the last change first."""
    with a_directory(a_contact("Ada Example"), a_contact("Bea Example")) as path:
        with Directory.edit(path) as editor:
            change_much(editor, a_contact("Cy Example"), a_contact("Dee Example"))
        assert take_back(path) == [
            Restored("changed", "office", "there", "There"),
            Restored("removed", "contact", "dee-example", "Dee Example"),
            Restored("removed", "office", "new", "New"),
            Restored("added", "contact", "first-1", "Bea Example"),
            Restored("changed", "contact", "first-0", "Ada Example"),
        ]
    assert not db.exists()


def test_one_after_the_other_is_undone(db: Path) -> None:
    """Until nothing is left; an undo is not what the next one undoes."""
    store(db, an_office())
    store(db, a_contact("Ada Example"))
    store(db, a_contact("Bea Example"))
    undone = [take_back(db)[0].key for _ in range(3)]
    assert undone == ["bea-example", "ada-example", "here"]
    with pytest.raises(NothingToUndoError):
        take_back(db)
    with Directory.open(db) as directory:
        assert [one.is_undone for one in directory.operations()] == [False] * 3 + [True] * 3


def test_what_was_changed_again_is_not_lost(db: Path) -> None:
    """All is refused, and what could have been undone stays too."""
    store(db, an_office(), a_contact("Ada Example"), a_contact("Bea Example"))
    with Directory.open(db) as directory:
        first = directory.find_operation()
    with Directory.edit(db) as editor:
        ada = editor.contact_by_key("ada-example")
        editor.change_contact(ada, ada._replace(note="later"))
    before = content(db)
    with pytest.raises(ChangedSinceError, match="contact ada-example was changed again"):
        take_back(db, first.operation_id)
    assert content(db) == before
    take_back(db)
    take_back(db)
    with Directory.open(db) as directory:
        assert (directory.contacts(), directory.offices()) == ([], [])


def test_what_others_need_stays(db: Path) -> None:
    """An office to which somebody was posted since."""
    store(db, an_office())
    store(db, a_contact("Ada Example", Posting("here")))
    with Directory.open(db) as directory:
        first = directory.operations()[-1]
    with pytest.raises(StillNeededError):
        take_back(db, first.operation_id)


@pytest.mark.parametrize("text", ["", "zzzz", "0", "00000000-0000-4000-8000-000000000000"])
def test_an_unknown_operation_is_not_found(db: Path, text: str) -> None:
    """Too short a beginning finds nothing either."""
    store(db, an_office())
    with Directory.open(db) as directory, pytest.raises(NotFoundError, match="pressdesk log"):
        directory.find_operation(text)


def test_operations_count_offices_and_contacts(db: Path) -> None:
    """Each once, however often an operation changed it."""
    with a_directory(a_contact("Ada Example"), a_contact("Bea Example")) as path:
        with Directory.edit(path, command="much") as editor:
            change_much(editor, a_contact("Cy Example"), a_contact("Dee Example"))
        with Directory.open(path) as directory:
            newest, *older = directory.operations()
            assert len(directory.operations(1)) == 1
    assert (newest.command, newest.offices, newest.contacts) == ("much", 2, 3)
    assert [(one.offices, one.contacts) for one in older] == [(0, 2), (2, 0)]
    assert not db.exists()
