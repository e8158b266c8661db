"""Operations: every change is recorded with what was before and after."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given, settings

from pressdesk.directory.history.recording import Operation
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.records import compose_office, contact_from_record
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import Contact, Office
from tests.directory.samples import NOWHERE, a_contact, an_office
from tests.strategies import contacts, offices

OPERATION_ID = "01234567-89ab-4def-8123-456789abcdef"


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask a directory on disk."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@given(first=contacts(), second=contacts())
@settings(max_examples=30, deadline=None)
def test_versions_of_a_contact_can_be_read_back(first: Contact, second: Contact) -> None:
    """Added, changed and changed back: three versions, each with before and after."""
    assume(first != second)
    with Directory.rehearse(NOWHERE) as directory:
        directory.add_office(an_office())
        added = directory.add_contact(first, shared_extension=True)
        changed = directory.change_contact(added, second._replace(version=1))
        back = directory.change_contact(changed, first._replace(version=2))
        assert back == first._replace(version=3)
        query = "SELECT version, before, after FROM change WHERE subject = 'contact' ORDER BY id"
        stored = directory.database.execute(query).fetchall()
    models = [
        [text and contact_from_record(json.loads(text)) for text in row[1:]] for row in stored
    ]
    assert [row[0] for row in stored] == [1, 2, 3]
    assert models == [[None, added], [added, changed], [changed, back]]


@given(first=offices(), second=offices())
@settings(max_examples=30, deadline=None)
def test_versions_of_an_office_can_be_read_back(first: Office, second: Office) -> None:
    """The same for offices."""
    assume(first != second)
    with Directory.rehearse(NOWHERE) as directory:
        added = directory.add_office(first)
        changed = directory.change_office(added, second._replace(version=1))
        back = directory.change_office(changed, first._replace(version=2))
        query = "SELECT version, before, after FROM change WHERE subject = 'office' ORDER BY id"
        stored = directory.database.execute(query).fetchall()
    models = [[text and compose_office(json.loads(text)) for text in row[1:]] for row in stored]
    assert [row[0] for row in stored] == [1, 2, 3]
    assert models == [[None, added], [added, changed], [changed, back]]


def test_an_operation_says_who_when_and_by_which_command(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row for all that a command changed."""
    monkeypatch.setenv("LOGNAME", "press-officer")
    with Directory.edit(db, command="import", operation_id=OPERATION_ID) as directory:
        directory.add_office(an_office())
        directory.add_contact(a_contact("Ada Example"))
    ((operation_id, at, actor, command),) = rows(db, "SELECT id, at, actor, command FROM operation")
    assert (operation_id, actor, command) == (OPERATION_ID, "press-officer", "import")
    assert datetime.fromisoformat(at).tzinfo == UTC
    assert rows(db, "SELECT operation_id FROM change") == [(OPERATION_ID,)] * 2


@pytest.mark.parametrize("error", [KeyError("no name for 65534"), OSError("no name")])
def test_a_user_without_a_name_can_work_too(
    error: Exception, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container a user id often has none."""

    def refuse() -> str:
        raise error

    monkeypatch.setattr("getpass.getuser", refuse)
    with Directory.edit(db) as directory:
        directory.add_office(an_office())
    assert rows(db, "SELECT actor, command FROM operation") == [("unknown", "python")]


def test_every_change_has_a_new_operation_unless_it_is_named(stored: Path) -> None:
    """The ids are UUIDs."""
    with Directory.edit(stored) as directory:
        directory.add_contact(a_contact("Bea Example"))
    ids = {operation_id for (operation_id,) in rows(stored, "SELECT id FROM operation")}
    assert len(ids) == 2
    assert all(str(UUID(one)) == one for one in ids)


def test_the_same_operation_is_not_stored_twice(db: Path) -> None:
    """A client that repeats its request changes nothing more."""
    with Directory.edit(db, operation_id=OPERATION_ID) as directory:
        directory.add_office(an_office())
    before = db.read_bytes()
    with (
        pytest.raises(OptionsError, match=f"operation {OPERATION_ID} is stored already"),
        Directory.edit(db, operation_id=OPERATION_ID.upper()) as directory,
    ):
        directory.add_contact(a_contact("Ada Example"))
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    "text", ["x", "1234", OPERATION_ID[:-1], f"{OPERATION_ID}0", "\ud800", "g" * 32]
)
def test_what_is_no_uuid_is_refused_before_anything_is_opened(text: str, db: Path) -> None:
    """The error names it; no file is made."""
    with pytest.raises(InvalidValueError, match="is not a UUID"):
        Directory.edit(db, operation_id=text)
    assert not db.exists()


@pytest.mark.parametrize(
    "text", [OPERATION_ID.upper(), OPERATION_ID.replace("-", ""), f"{{{OPERATION_ID}}}"]
)
def test_spellings_of_one_uuid_are_one_operation(text: str) -> None:
    """What is stored is the usual form."""
    assert Operation("test", text).operation_id == OPERATION_ID


def test_an_operation_that_changes_nothing_is_not_stored(stored: Path) -> None:
    """Nothing happened, so nothing is said."""
    before = stored.read_bytes()
    with Directory.edit(stored, operation_id=str(uuid4())) as directory:
        ada = directory.get_contact("ada")
        assert directory.change_contact(ada, ada._replace()) is ada
        assert not directory.is_changed
    assert stored.read_bytes() == before


def test_a_removal_is_recorded_with_what_was_there(stored: Path) -> None:
    """It counts as the version after the last; what was removed can be read back."""
    with Directory.edit(stored) as directory:
        ada = directory.get_contact("ada")
        here = directory.get_office("here")
        directory.remove_contact(ada)
        directory.remove_office(here)
        assert directory.is_changed
    query = "SELECT version, before, after FROM change WHERE after IS NULL ORDER BY id"
    contact, office = rows(stored, query)
    assert (contact[0], contact_from_record(json.loads(contact[1]))) == (2, ada)
    assert (office[0], compose_office(json.loads(office[1]))) == (2, here)


def test_a_successor_of_a_removed_contact_has_a_history_of_its_own(stored: Path) -> None:
    """A new row never takes the id of an old one over."""
    with Directory.edit(stored) as directory:
        directory.remove_contact(directory.get_contact("ada"))
        directory.remove_office(directory.get_office("here"))
    with Directory.edit(stored) as directory:
        directory.add_office(an_office())
        assert directory.add_contact(a_contact("Ada Example")).key == "ada-example"
    query = "SELECT subject, subject_id, version FROM change ORDER BY subject, subject_id, version"
    assert rows(stored, query) == [
        ("contact", 1, 1), ("contact", 1, 2), ("contact", 2, 1),
        ("office", 1, 1), ("office", 1, 2), ("office", 2, 1),
    ]  # fmt: skip


def test_text_of_every_script_is_kept_as_it_is(stored: Path) -> None:
    """Not escaped: a record can be searched."""
    with Directory.edit(stored) as directory:
        directory.add_contact(a_contact("Иван Примеров")._replace(note='"quoted" \\ ж'))
    (after,) = rows(stored, "SELECT after FROM change ORDER BY id DESC LIMIT 1")[0]
    assert "Иван Примеров" in after
    assert contact_from_record(json.loads(after)).note == '"quoted" \\ ж'
