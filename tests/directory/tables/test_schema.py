"""The tables: what they refuse by themselves, whoever writes to them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from pressdesk.directory.migrations import MIGRATIONS, empty_database
from pressdesk.directory.tables.schema import (
    APPLICATION_ID,
    SCHEMA_FILE,
    SCHEMA_VERSION,
    known_statements,
)
from tests.make_schema import schema_text

OFFICE = (
    "INSERT INTO office (id, version, code, name, country, switchboard_possible_only, sort_text) "
    "VALUES (1, 1, 'here', 'Here', 'US', 0, 'here')"
)
CONTACT = (
    "INSERT INTO contact (id, version, key, kind, name, unlisted, sort_text) "
    "VALUES (1, 1, 'ada', 'person', 'Ada', 0, 'ada')"
)
PHONE = (
    "INSERT INTO phone (contact_id, position, number, extension, kind, public, display, "
    "possible_only) VALUES (1, 0, {}, {}, 'mobile', 1, 'x', 0)"
)
EMAIL = (
    "INSERT INTO email (contact_id, position, address, folded, public) VALUES (1, 0, {}, 'x', 1)"
)
POSTING = (
    "INSERT INTO posting (contact_id, position, office_id, extension, starts_on, ends_on) "
    "VALUES (1, 0, {}, {}, {}, {})"
)
SOURCE = (
    "INSERT INTO email (contact_id, position, address, folded, public, source_kind, source_file, "
    "source_line, source_day) VALUES (1, 0, 'ada@example.org', 'x', 1, {})"
)
ROTA = "INSERT INTO rota VALUES ({}, 0, {}, {}, {})"
FORMER = (
    "INSERT INTO former (operation, subject, subject_id, key, name, kind, public, value) "
    "VALUES ({}, 'contact', 1, 'ada', 'Ada', 'email', 1, 'x')"
)
OPERATION = (
    "INSERT INTO operation (id, at, actor, command, kind) "
    "VALUES ('{}', 'now', 'me', 'test', 'edit')"
)
UNDO = (
    "INSERT INTO operation (id, at, actor, command, kind, undoes) "
    "VALUES ('{0}', 'now', 'me', 'test', 'undo', '{0}')"
)
CHANGE = "INSERT INTO change (operation_id, subject, subject_id, version, {}) VALUES ('{}', {})"
ID = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    """Give a new directory with an office and a contact, without the code that guards it."""
    with closing(empty_database()) as connection:
        connection.execute(OFFICE)
        connection.execute(CONTACT)
        yield connection


def test_a_new_file_says_whose_it_is_and_how_old(tables: sqlite3.Connection) -> None:
    """The header names our number, and the version counts the migrations."""
    assert tables.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert tables.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(MIGRATIONS) == SCHEMA_VERSION


def test_the_known_tables_are_what_the_migrations_make() -> None:
    """`python -m tests.make_schema` writes them again."""
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_every_table_is_strict(tables: sqlite3.Connection) -> None:
    """No column takes a value of another type."""
    rows = tables.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    lax = {name for name, strict in rows if not strict}
    assert lax == {"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence", "_sqlite_migrations"}
    tables_of_ours = [one for one in known_statements() if one.startswith("CREATE TABLE")]
    assert all(" STRICT" in one for one in tables_of_ours)


@pytest.mark.parametrize("table", ["office", "contact"])
@pytest.mark.parametrize("version", ["1", "0", "3", "version - 1", "'2x'", "NULL"])
def test_a_version_rises_by_one_or_the_update_is_refused(
    version: str, table: str, tables: sqlite3.Connection
) -> None:
    """Whoever changes a row without seeing its newest version is stopped."""
    with pytest.raises(sqlite3.IntegrityError, match=r"version must rise by one|cannot store"):
        tables.execute(f"UPDATE {table} SET name = 'Other', version = {version}")  # noqa: S608
    tables.execute(f"UPDATE {table} SET name = 'Other', version = 2")  # noqa: S608
    assert tables.execute(f"SELECT version FROM {table}").fetchone() == (2,)  # noqa: S608


@pytest.mark.parametrize("table", ["office", "contact"])
def test_an_update_that_forgets_the_version_is_refused(
    table: str, tables: sqlite3.Connection
) -> None:
    """Every change counts."""
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} version must rise by one"):
        tables.execute(f"UPDATE {table} SET name = 'Other'")  # noqa: S608


@pytest.mark.parametrize("statement", [OFFICE, CONTACT])
@pytest.mark.parametrize("version", ["0", "2", "-1"])
def test_a_first_version_is_1(statement: str, version: str, tables: sqlite3.Connection) -> None:
    """A new row begins its count."""
    second = statement.replace("(1, 1, '", f"(2, {version}, '2")
    with pytest.raises(sqlite3.IntegrityError, match="version must begin at 1"):
        tables.execute(second)


def test_the_id_of_a_removed_row_is_never_given_again(tables: sqlite3.Connection) -> None:
    """The changes of the old one are recorded under it."""
    tables.execute("DELETE FROM contact")
    tables.execute(CONTACT.replace("(id, ", "(").replace("(1, 1,", "(1,"))
    assert tables.execute("SELECT id FROM contact").fetchone() == (2,)


@pytest.mark.parametrize(
    "statement",
    [
        OFFICE.replace("(1, ", "(2, "),
        OFFICE.replace("(1, ", "(2, ").replace("'here', 'Here'", "'', 'Here'"),
        OFFICE.replace("(1, ", "(2, ").replace("'here', 'Here', 'US'", "'x', 'X', 'us'"),
        "UPDATE office SET version = 2, reports_to = 1",
        "UPDATE office SET version = 2, reports_to = 9",
        "UPDATE office SET version = 2, switchboard = '+12025550123'",
        "UPDATE office SET version = 2, extension_digits = '3', extension_range = '2-3'",
        CONTACT.replace("(1, ", "(2, "),
        CONTACT.replace("(1, 1, 'ada', 'person'", "(2, 1, 'bea', 'robot'"),
        "UPDATE contact SET version = 2, successor = 1",
        "UPDATE contact SET version = 2, successor = 9",
        "UPDATE contact SET version = 2, left_on = 'tomorrow'",
        "UPDATE contact SET version = 2, unlisted = 2",
        EMAIL.format("'no address'"),
        EMAIL.format("'@example.org'"),
        PHONE.format("'12025550123'", "NULL"),
        PHONE.format("'+12025550123'", "'x12'"),
        PHONE.format("'+12025550123'", "'123456789012345678901'"),
        POSTING.format("9", "NULL", "NULL", "NULL"),
        POSTING.format("1", "'x1'", "NULL", "NULL"),
        POSTING.format("1", "NULL", "'2026-1-1'", "NULL"),
        POSTING.format("1", "NULL", "'2026-02-01'", "'2026-01-31'"),
        OPERATION.format("short"),
        UNDO.format(ID),
        SOURCE.format("'robot', 'a.csv', 2, NULL"),
        SOURCE.format("NULL, 'a.csv', NULL, NULL"),
        SOURCE.format("'import', '', NULL, NULL"),
        SOURCE.format("'import', 'a.csv', 0, NULL"),
        SOURCE.format("'harvest', 'a.txt', 2, 'May'"),
        ROTA.format("1", "9", "'2026-12-24'", "'2026-12-26'"),
        ROTA.format("1", "1", "'2026-12-24'", "'2026-12-23'"),
        ROTA.format("1", "1", "'2026-12-24'", "NULL"),
        "INSERT INTO former_key VALUES ('old', 9)",
        "INSERT INTO erased VALUES (x'00', x'00', '2026-12-24')",
        "INSERT INTO shared VALUES (2, 'postgresql://host/db', 'e', 0, '', NULL, NULL)",
        FORMER.format(9),
        CHANGE.format("after", ID, "'contact', 1, 1, '{}'"),
    ],
)
def test_a_row_against_the_rules_is_refused(statement: str, tables: sqlite3.Connection) -> None:
    """What the model promises, the tables hold by themselves."""
    with pytest.raises(sqlite3.IntegrityError):
        tables.execute(statement)


@pytest.mark.parametrize(
    "values", ["'contact', 1, 1, NULL", "'robot', 1, 1, '{}'", "'contact', 1, 0, '{}'"]
)
def test_a_change_without_sense_is_not_recorded(values: str, tables: sqlite3.Connection) -> None:
    """It has a subject, a version, and a state before or after."""
    tables.execute(OPERATION.format(ID))
    with pytest.raises(sqlite3.IntegrityError):
        tables.execute(CHANGE.format("after", ID, values))


def test_a_version_is_recorded_once(tables: sqlite3.Connection) -> None:
    """Two changes cannot both have made it."""
    tables.execute(OPERATION.format(ID))
    tables.execute(CHANGE.format("after", ID, "'contact', 1, 1, '{}'"))
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        tables.execute(CHANGE.format("after", ID, "'contact', 1, 1, '{}'"))


def test_what_belongs_to_a_contact_goes_with_it(tables: sqlite3.Connection) -> None:
    """No orphan stays behind."""
    tables.execute(EMAIL.format("'ada@example.org'"))
    tables.execute(POSTING.format("1", "NULL", "NULL", "NULL"))
    tables.execute("DELETE FROM contact")
    assert tables.execute("SELECT count(*) FROM email").fetchone() == (0,)
    assert tables.execute("SELECT count(*) FROM posting").fetchone() == (0,)


def test_an_office_with_postings_cannot_be_deleted(tables: sqlite3.Connection) -> None:
    """Not even behind the back of our rules."""
    tables.execute(POSTING.format("1", "NULL", "NULL", "NULL"))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        tables.execute("DELETE FROM office")


@pytest.mark.parametrize("extension", ["0012", "0", "12345678901234567890"])
def test_an_extension_is_text(extension: str, tables: sqlite3.Connection) -> None:
    """Leading zeros stay, and nothing is counted with."""
    tables.execute(PHONE.format("'+12025550123'", f"'{extension}'"))
    query = "SELECT extension, typeof(extension), typeof(number) FROM phone"
    assert tables.execute(query).fetchone() == (extension, "text", "text")
