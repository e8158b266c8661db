"""Directory: what is stored, in the words of the model."""

from datetime import date
from pathlib import Path

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, ContactKind, Office, Posting
from tests.directory.samples import a_contact, an_office, store


def test_what_was_stored_is_read_by_the_next_one(db: Path) -> None:
    """A path may be given as text."""
    store(db, an_office(), a_contact("Ada Example", Posting("here", extension="0012")))
    with Directory.open(str(db)) as directory:
        assert [one.code for one in directory.offices()] == ["here"]
        assert directory.get_contact("ada").postings == (Posting("here", extension="0012"),)


def test_reading_leaves_the_file_as_it_was(stored: Path) -> None:
    """No byte, no time, no other file."""
    before, changed = stored.read_bytes(), stored.stat().st_mtime_ns
    with Directory.open(stored) as directory:
        directory.contacts()
        directory.answering(directory.get_office("here"), date(2026, 11, 23))
    assert stored.read_bytes() == before
    assert stored.stat().st_mtime_ns == changed
    assert [path.name for path in stored.parent.glob("directory*")] == ["directory.db"]


def test_a_reader_has_nothing_to_write_with(stored: Path) -> None:
    """Only an editor changes."""
    with Directory.open(stored) as directory:
        assert not isinstance(directory, DirectoryEditor)
        assert not hasattr(directory, "add_contact")


def test_lists_are_in_the_order_of_names(editor: DirectoryEditor) -> None:
    """People by family name, desks by name, offices by name: blind to case and accents."""
    for name in ("Zoe Adler", "ada Zeller", "Élodie Öz"):
        editor.add_contact(a_contact(name))
    editor.add_contact(a_contact("Press Desk")._replace(kind=ContactKind.DESK))
    editor.add_contact(a_contact("Wang Fang")._replace(family_name="Wang"))
    for name in ("Éire", "ankara", "Oslo"):
        editor.add_office(an_office(name.lower(), name))
    assert [one.name for one in editor.contacts()] == [
        "Zoe Adler", "Élodie Öz", "Press Desk", "Wang Fang", "ada Zeller"
    ]  # fmt: skip
    assert [one.name for one in editor.offices()] == ["ankara", "Éire", "Here", "Oslo"]


def test_contacts_of_an_office_are_all_who_ever_were_there(editor: DirectoryEditor) -> None:
    """Each once."""
    editor.add_office(an_office("there"))
    past = Posting("here", ends_on=date(2020, 1, 1))
    editor.add_contact(a_contact("Ada Example", past, Posting("here", starts_on=date(2021, 1, 1))))
    editor.add_contact(a_contact("Bea Example", past, Posting("there")))
    editor.add_contact(a_contact("Cleo Example", Posting("there")))
    here = editor.get_office("here")
    assert [one.name for one in editor.contacts(here)] == ["Ada Example", "Bea Example"]
    assert editor.contacts(Office("gone", "Gone", "US")) == []


def test_get_gives_what_goes_by_the_name(stored: Path) -> None:
    """An office or a contact, as it is stored."""
    with Directory.open(stored) as directory:
        assert isinstance(directory.get("here"), Office)
        assert isinstance(directory.get("Ada Example"), Contact)
        assert directory.get("here") == directory.get_office("HERE") == directory.offices()[0]
        assert directory.get("ada") == directory.get_contact("ada-e") == directory.contacts()[0]


@pytest.mark.parametrize(("text", "error"), [("nobody", NotFoundError), ("a", AmbiguousError)])
def test_get_never_guesses(text: str, error: type[Exception], stored: Path) -> None:
    """None is status 1, several are status 3."""
    store(stored, a_contact("Anna Example"))
    with Directory.open(stored) as directory, pytest.raises(error):
        directory.get(text)


def test_an_empty_directory_has_empty_lists(stored: Path) -> None:
    """All that was in it was removed."""
    with Directory.edit(stored) as directory:
        directory.remove_contact(directory.get_contact("ada"))
        directory.remove_office(directory.get_office("here"))
    with Directory.open(stored) as directory:
        assert (directory.offices(), directory.contacts()) == ([], [])
        assert directory.count_contacts() == 0


def test_contacts_are_counted(stored: Path) -> None:
    """Each once, however many offices it answers for."""
    store(stored, an_office("there"), a_contact("Bo Example", Posting("here"), Posting("there")))
    with Directory.open(stored) as directory:
        assert directory.count_contacts() == len(directory.contacts()) == 2
