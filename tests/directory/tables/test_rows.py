"""Rows and records to the model and back: nothing is lost on the way."""

import json
from datetime import date

import pytest
from hypothesis import given, settings

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.records import (
    compose_office,
    contact_from_record,
    contact_record,
    office_record,
)
from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting, Source
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from tests.directory.samples import NOWHERE, OTHER_NUMBER, SWITCHBOARD, a_contact, an_office
from tests.strategies import contacts, offices

DAY = date(2026, 11, 23)
WHOLE_OFFICE = Office(
    "geneva",
    "Genève",
    "CH",
    organization="Example Agency",
    city="Genève",
    language="fr",
    timezone="Europe/Zurich",
    switchboard=SWITCHBOARD._replace(possible_only=True),
    extension_plan=ExtensionPlan.parse("range", "0200-0299"),
    reports_to="here",
    names={"ar": "جنيف", "en": "Geneva"},
)
ROW = Source("import", "contacts.csv", 2)
WHOLE_CONTACT = Contact(
    "zoe-examplesdottir",
    "Zoë Examplesdóttir",
    ContactKind.DESK,
    given_name="Zoë",
    family_name="Examplesdóttir",
    title="Head of Media",
    titles={"es": "Jefa de prensa", "fr": "Cheffe de presse"},
    emails=(
        Email(EmailAddress("Zoe@example.org"), verified_on=DAY, source=ROW),
        Email(EmailAddress("private@example.org"), public=False),
    ),
    phones=(
        Phone(OTHER_NUMBER.with_extension("0012"), verified_on=DAY, source=ROW),
        Phone(SWITCHBOARD, PhoneKind.FAX, public=False),
    ),
    languages=("pt-BR", "en"),
    topics=("Migration", "Health"),
    postings=(
        Posting("geneva", 2, "Acting Spokesperson", "0230", DAY, DAY),
        Posting("here"),
    ),
    note="prefers e-mail",
    unlisted=True,
    left_on=DAY,
    successor="ada-example",
)


@given(contact=contacts())
def test_a_contact_comes_back_from_its_record(contact: Contact) -> None:
    """The law of records; through JSON too, as history keeps them."""
    assert contact_from_record(contact_record(contact)) == contact
    assert contact_from_record(json.loads(json.dumps(contact_record(contact)))) == contact


@given(office=offices())
def test_an_office_comes_back_from_its_record(office: Office) -> None:
    """The law of records; through JSON too, as history keeps them."""
    assert compose_office(office_record(office)) == office
    assert compose_office(json.loads(json.dumps(office_record(office)))) == office


@given(contact=contacts())
@settings(max_examples=60, deadline=None)
def test_a_stored_contact_is_read_as_it_was_given(contact: Contact) -> None:
    """Only the version is new."""
    with Directory.rehearse(NOWHERE) as directory:
        directory.add_office(an_office())
        stored = directory.add_contact(contact, shared_extension=True)
        assert stored == contact._replace(version=1)
        assert directory.contacts() == [stored]


@given(contact=contacts())
@settings(max_examples=30, deadline=None)
def test_a_stored_contact_is_found_by_its_key_and_name(contact: Contact) -> None:
    """Whatever somebody is called, there is a way to name them."""
    with Directory.rehearse(NOWHERE) as directory:
        directory.add_office(an_office())
        stored = directory.add_contact(contact._replace(key=""))
        assert directory.get_contact(stored.key) == stored
        assert directory.get_contact(stored.name) == stored


@given(office=offices())
@settings(max_examples=60, deadline=None)
def test_a_stored_office_is_read_as_it_was_given(office: Office) -> None:
    """Only the version is new; code and name both find it."""
    with Directory.rehearse(NOWHERE) as directory:
        stored = directory.add_office(office)
        assert stored == office._replace(version=1)
        assert directory.offices() == [stored]
        assert directory.get_office(office.code) == stored
        assert directory.get_office(office.name) == stored


def test_every_field_comes_back(editor: DirectoryEditor) -> None:
    """A contact and an office with everything that there is."""
    office = editor.add_office(WHOLE_OFFICE)
    editor.add_contact(a_contact("Ada Example"))
    contact = editor.add_contact(WHOLE_CONTACT)
    assert editor.get_office("geneva") == office == WHOLE_OFFICE._replace(version=1)
    assert editor.get_contact("zoe-examplesdottir") == contact
    assert contact == WHOLE_CONTACT._replace(version=1)


def test_a_changed_contact_loses_what_was_taken_away(editor: DirectoryEditor) -> None:
    """No old row stays behind."""
    editor.add_office(WHOLE_OFFICE)
    editor.add_contact(a_contact("Ada Example"))
    before = editor.add_contact(WHOLE_CONTACT)
    bare = Contact(before.key, "Zoë", emails=before.emails[:1])
    after = editor.change_contact(before, bare)
    assert editor.get_contact(before.key) == after == bare._replace(version=2)


def test_a_changed_office_loses_what_was_taken_away(editor: DirectoryEditor) -> None:
    """No old name stays behind."""
    before = editor.add_office(WHOLE_OFFICE)
    bare = Office("geneva", "Geneva", "CH")
    after = editor.change_office(before, bare)
    assert editor.get_office("geneva") == after == bare._replace(version=2)


@pytest.mark.parametrize("extension", ["0012", "0", "230"])
def test_numbers_and_extensions_stay_text(extension: str, editor: DirectoryEditor) -> None:
    """No library makes a number of them."""
    phone = Phone(SWITCHBOARD.with_extension(extension))
    posting = Posting("here", extension=extension)
    editor.add_contact(a_contact("Ada Example", posting)._replace(phones=(phone,)))
    for table in ("phone", "posting"):
        query = f"SELECT extension, typeof(extension) FROM {table}"  # noqa: S608
        assert editor.database.execute(query).fetchone() == (extension, "text")
    query = "SELECT number, typeof(number) FROM phone"
    assert editor.database.execute(query).fetchone() == ("+12025550123", "text")
    assert editor.get_contact("ada").phones == (phone,)


def test_rows_come_in_the_order_that_was_asked(editor: DirectoryEditor) -> None:
    """Whatever order they were stored in."""
    for name in ("Ada", "Bea", "Cleo"):
        editor.add_contact(a_contact(name))
        editor.add_office(an_office(f"office-{name}"))
    connection = editor.database.conn
    ids = [row_id for (row_id,) in connection.execute("SELECT id FROM contact ORDER BY id DESC")]
    assert [one.name for one in load_contacts(connection, ids)] == ["Cleo", "Bea", "Ada"]
    assert [one.code for one in load_offices(connection, [3, 1, 2])] == [
        "office-Bea", "here", "office-Ada"
    ]  # fmt: skip


@pytest.mark.parametrize("ids", [[], [99], [-1]])
def test_no_rows_are_an_honest_answer(ids: list[int], editor: DirectoryEditor) -> None:
    """Ids that nobody has give nothing."""
    assert load_contacts(editor.database.conn, ids) == []
    assert load_offices(editor.database.conn, ids) == []


def test_many_rows_are_read_at_once(editor: DirectoryEditor) -> None:
    """More than SQLite takes as single parameters."""
    for number in range(50):
        editor.add_contact(a_contact(f"Contact {number:02}", Posting("here", rank=number)))
    ids = list(range(1, 51)) * 700
    contacts_read = load_contacts(editor.database.conn, ids)
    assert [one.postings[0].rank for one in contacts_read] == list(range(50))
