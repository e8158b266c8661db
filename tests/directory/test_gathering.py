"""Many changes written together: what is stored and found is as if each were written at once."""

import sqlite3
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import Particulars, identify_row
from pressdesk.directory.who.lookups import Questions
from pressdesk.errors import ExtensionTakenError, NobodyReachableError
from pressdesk.model import Contact, Posting
from tests.directory.samples import NOWHERE, a_contact, an_office

TABLES = ("office", "contact", "contact_topic", "email", "phone", "posting", "alias", "search")


def change_much(editor: DirectoryEditor) -> None:
    """Add, refuse, change, and remove."""
    ada = editor.add_contact(a_contact("Ada Example", Posting("here", extension="230")))
    editor.add_contact(a_contact("Ada Example"))
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(a_contact("Bea Example", Posting("here", extension="230")))
    with pytest.raises(NobodyReachableError), editor.attempt():  # noqa: PT012  # the second fails
        editor.add_contact(a_contact("Cleo Example"))
        editor.add_contact(Contact("", "Nobody"))
    editor.change_contact(ada, ada._replace(postings=(), topics=("food",)))
    editor.add_contact(a_contact("Bea Example", Posting("here", extension="230")))
    dana = editor.add_contact(a_contact("Dana Example"))
    editor.remove_contact(dana)
    there = editor.add_office(an_office("there", "Relief There"))
    editor.add_contact(a_contact("Eve Example", Posting("there"))._replace(successor="bea-example"))
    moved = editor.change_office(there, there._replace(code="elsewhere", name="Relief Elsewhere"))
    editor.add_contact(a_contact("Fay Example", Posting(moved.code)))


def rows_after(gather: bool) -> dict[str, list[tuple[object, ...]]]:  # noqa: FBT001
    """Give what stands in the tables."""
    with Directory.rehearse(NOWHERE) as editor:
        editor.add_office(an_office())
        with editor.gathering() if gather else nullcontext():
            change_much(editor)
        queries = {one: f"SELECT * FROM {one}" for one in TABLES}  # noqa: S608
        queries["change"] = "SELECT subject, subject_id, version, before, after FROM change"
        return {one: editor.database.execute(query).fetchall() for one, query in queries.items()}


def test_gathered_changes_are_the_same_changes() -> None:
    """Row by row, with their ids and their history."""
    assert rows_after(gather=True) == rows_after(gather=False)


READS: list[Callable[[DirectoryEditor], list[str]]] = [
    lambda editor: [one.key for one in editor.contacts()],
    lambda editor: [one.key for one in editor.find(Search(("ada",)))],
    lambda editor: [editor.get_contact("ada").key],
    lambda editor: [key for (key,) in editor.database.execute("SELECT key FROM contact")],
]


@pytest.mark.parametrize("read", READS)
def test_whoever_reads_sees_what_is_gathered(
    read: Callable[[DirectoryEditor], list[str]], editor: DirectoryEditor
) -> None:
    """Whichever way it is asked."""
    with editor.gathering():
        editor.add_contact(a_contact("Ada Example"))
        assert read(editor) == ["ada-example"]


@pytest.mark.parametrize("is_asked_before", [False, True])
def test_what_was_asked_before_knows_what_came_since(
    is_asked_before: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """A remembered answer grows with each contact, and is asked again after a change."""
    asked = Questions(
        {"ada-example"},
        {"ada-example@example.org"},
        {("ada example", "here")},
        {("+12025550123", "230")},
    )
    with editor.gathering():
        if is_asked_before:
            editor.lookups.prefetch(asked)
        ada = editor.add_contact(a_contact("Ada Example", Posting("here", extension="230")))
        row_id = editor.lookups.contact_id("ada-example")
        assert row_id is not None
        for name in ("Ada Example", ""):
            row = Particulars(name, ["ada-example@example.org"], offices=["here"])
            assert identify_row(editor.lookups, row).contact == ada
        assert editor.lookups.ids_by_name("ada example", "here") == [row_id]
        assert editor.lookups.ids_by_number("+12025550123", "230") == [row_id]
        editor.change_contact(ada, ada._replace(name="Ada Changed", postings=()))
        assert editor.lookups.ids_by_name("ada example", "here") == []
        assert editor.lookups.ids_by_number("+12025550123", "230") == []
        assert editor.lookups.contacts([row_id])[0].name == "Ada Changed"


def test_what_waits_for_the_index_is_found_and_changed(editor: DirectoryEditor) -> None:
    """Rows of the index are written later than the others: nobody who searches can tell."""
    with editor.gathering():
        ada = editor.add_contact(a_contact("Ada Example"))
        editor.lookups.forget_all()
        assert editor.lookups.contact_id("ada-example")  # asks the tables, and not the index
        editor.change_contact(ada, ada._replace(name="Ada Changed"))
        editor.add_contact(a_contact("Bea Example"))
        editor.lookups.forget_all()
        assert editor.lookups.contact_id("bea-example")
        assert [one.key for one in editor.find(Search(("changed",)))] == ["ada-example"]
        assert [one.key for one in editor.find(Search(("bea",)))] == ["bea-example"]


def test_an_error_of_the_tables_is_not_written_twice(editor: DirectoryEditor) -> None:
    """What cannot be written stops the change; nothing of it is tried again."""
    bad = a_contact("Ada Example")._replace(topics=("food", "food"))
    with pytest.raises(sqlite3.IntegrityError), editor.gathering():
        editor.add_contact(bad)
    editor.add_contact(a_contact("Bea Example"))
