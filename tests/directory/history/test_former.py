"""Former values: who had an address or a number, until when, and what follows it."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.history.former import FormerValue
from pressdesk.directory.history.former_rows import rebuild_former
from pressdesk.directory.history.undoing import undo
from pressdesk.directory.store import Directory
from pressdesk.errors import PressdeskError
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.conftest import Run
from tests.directory.samples import NOWHERE

GENEVA, LATER, LAST = "+41225010100", "+41225010200", "+41225010300"
MOBILE, OTHER, THIRD = "+41795550123", "+41795550124", "+41795550125"


@pytest.fixture
def geneva(run: Run) -> Run:
    """Return a terminal whose directory has Sofia at an office with a switchboard."""
    change(
        run,
        'office add Geneva --country CH --switchboard "+41 22 501 01 00"',
        f"contact add 'Sofia Rossi' --office geneva --email Sofia@example.org --ext 13 "
        f"--mobile {MOBILE}",
    )
    return run


def change(run: Run, *lines: str) -> None:
    """Run commands that must succeed."""
    for line in lines:
        done = run(f"pressdesk {line}")
        assert done.code == 0, done.err


def ask(path: Path, value: str, extension: str | None = None) -> list[FormerValue]:
    """Ask for one address or number."""
    with Directory.open(path) as directory:
        if "@" in value:
            return directory.former_values(emails=[value])
        return directory.former_values(numbers=[(value, extension)])


def followers(path: Path, value: str, extension: str | None = None) -> list[tuple[str, object]]:
    """Return who had it, and what follows."""
    return [(one.key, one.follower) for one in ask(path, value, extension)]


def test_a_replaced_value_is_former_with_all_that_is_known(geneva: Run, db: Path) -> None:
    """Who, of what kind, until when, and what is to be used instead."""
    change(geneva, f"contact edit sofia --mobile {OTHER}")
    assert ask(db, MOBILE) == [
        FormerValue(
            "contact", "sofia-rossi", "Sofia Rossi", True, "mobile", MOBILE, None, True,
            datetime.now(UTC).date(), (OTHER, None),
        )
    ]  # fmt: skip


@pytest.mark.usefixtures("geneva")
def test_what_somebody_has_is_not_former(db: Path) -> None:
    """Nor is what nobody ever had."""
    assert not ask(db, MOBILE)
    assert not ask(db, "sofia@example.org")
    assert not ask(db, GENEVA, "13")
    assert not ask(db, LATER)


@pytest.mark.parametrize(
    ("lines", "asked", "expected"),
    [
        (["contact edit sofia --mobile ''"], (MOBILE,), [None]),
        (
            ["contact edit sofia --email new@example.org"],
            ("sofia@example.org",),
            [("new@example.org", None)],
        ),
        # Case alone is no change.
        (["contact edit sofia --email SOFIA@example.org"], ("sofia@example.org",), []),
        (["contact edit sofia --ext 14"], (GENEVA, "13"), [(GENEVA, "14")]),
        (["contact edit sofia --ext ''"], (GENEVA, "13"), [None]),
        # Another extension of the same number is another number.
        (["contact edit sofia --ext 14"], (GENEVA, "15"), []),
        # What was replaced again leads to the newest.
        (
            [f"contact edit sofia --mobile {OTHER}", f"contact edit sofia --mobile {THIRD}"],
            (MOBILE,),
            [(THIRD, None)],
        ),
        # Had again, by an edit or an undo, it is former no more; what was in between is.
        (
            [f"contact edit sofia --mobile {OTHER}", f"contact edit sofia --mobile {MOBILE}"],
            (MOBILE,),
            [],
        ),
        (
            [f"contact edit sofia --mobile {OTHER}", "undo --yes"],
            (OTHER,),
            [(MOBILE, None)],
        ),
        ([f"contact edit sofia --mobile {OTHER}", "undo --yes"], (MOBILE,), []),
        # Only a public value follows.
        ([f"contact edit sofia --mobile '' --internal {OTHER}"], (MOBILE,), [None]),
        ([f"contact edit sofia --internal {MOBILE}"], (MOBILE,), []),
        # What moved up follows nothing by itself; the only one that is left does.
        (
            [
                f"contact edit sofia --add-mobile {OTHER} --add-mobile {THIRD}",
                f"contact edit sofia --remove-mobile {MOBILE}",
            ],
            (MOBILE,),
            [None],
        ),
        (
            [
                f"contact edit sofia --add-mobile {OTHER}",
                f"contact edit sofia --remove-mobile {MOBILE}",
            ],
            (MOBILE,),
            [(OTHER, None)],
        ),
        # A number that only changes its kind was not given up.
        ([f"contact edit sofia --mobile '' --whatsapp {MOBILE}"], (MOBILE,), []),
        # A new name or key takes its former values along.
        (
            [
                f"contact edit sofia --mobile {OTHER}",
                "contact edit sofia --name 'Sofia Bianchi' --key sofia-b",
            ],
            (MOBILE,),
            [(OTHER, None)],
        ),
    ],
)  # fmt: skip
def test_what_follows(
    lines: list[str], asked: tuple[str, ...], expected: list[object], geneva: Run, db: Path
) -> None:
    """The value at its place that was new; what came after that; else the only one of its kind."""
    change(geneva, *lines)
    assert [one.follower for one in ask(db, *asked)] == expected


def test_a_former_switchboard_answers_for_every_extension(geneva: Run, db: Path) -> None:
    """By the office, whoever has or had the extension."""
    change(geneva, 'office edit geneva --switchboard "+41 22 501 02 00"')
    assert followers(db, GENEVA, "13") == [("geneva", (LATER, "13"))]
    assert followers(db, GENEVA, "99") == [("geneva", (LATER, "99"))]
    assert followers(db, GENEVA) == [("geneva", (LATER, None))]
    change(geneva, 'office edit geneva --switchboard "+41 22 501 03 00"')
    assert followers(db, GENEVA, "13") == [("geneva", (LAST, "13"))]
    assert followers(db, LATER, "13") == [("geneva", (LAST, "13"))]
    change(geneva, 'office edit geneva --switchboard "+41 22 501 01 00"')
    assert not ask(db, GENEVA, "13")


def test_an_extension_that_changed_before_or_after_its_switchboard(geneva: Run, db: Path) -> None:
    """Whoever had the extension is named first; on the new number it is what they have now."""
    change(
        geneva,
        "contact edit sofia --ext 14",
        'office edit geneva --switchboard "+41 22 501 02 00"',
    )
    assert followers(db, GENEVA, "13") == [
        ("sofia-rossi", (LATER, "14")), ("geneva", (LATER, "13")),
    ]  # fmt: skip
    assert followers(db, GENEVA, "14") == [("geneva", (LATER, "14"))]
    change(geneva, "contact edit sofia --ext 15")
    assert followers(db, GENEVA, "14") == [("geneva", (LATER, "15"))]
    change(geneva, "contact edit sofia --ext ''")
    assert followers(db, GENEVA, "14") == [("geneva", None)]


def test_an_own_number_that_becomes_an_extension_is_followed_by_it(geneva: Run, db: Path) -> None:
    """The posting's extension stands first among the numbers of its kind."""
    change(
        geneva,
        "contact edit sofia --ext ''",
        f"contact edit sofia --tel '{LATER} ext 20'",
        "contact edit sofia --tel ''",
        "contact edit sofia --ext 20",
    )
    assert followers(db, LATER, "20") == [("sofia-rossi", (GENEVA, "20"))]


def test_a_removed_contact_stays_known(geneva: Run, db: Path) -> None:
    """By the key and name that it had; nothing follows."""
    change(geneva, f"contact edit sofia --mobile {OTHER}", "contact remove sofia --yes")
    (former,) = ask(db, OTHER)
    assert (former.name, former.exists, former.follower) == ("Sofia Rossi", False, None)
    assert followers(db, MOBILE) == [("sofia-rossi", None)]
    assert followers(db, GENEVA, "13") == [("sofia-rossi", None)]


def test_whoever_comes_back_has_the_values_again(geneva: Run, db: Path) -> None:
    """An undo gives another row id, and the same key."""
    change(
        geneva,
        f"contact edit sofia --mobile {OTHER}",
        "contact remove sofia --yes",
        "undo --yes",
    )
    assert not ask(db, OTHER)
    assert followers(db, MOBILE) == [("sofia-rossi", (OTHER, None))]


def test_a_removed_office_has_a_former_switchboard(geneva: Run, db: Path) -> None:
    """Nothing follows it."""
    change(geneva, "contact remove sofia --yes", "office remove geneva --yes")
    assert followers(db, GENEVA, "13") == [("sofia-rossi", None), ("geneva", None)]


def test_many_are_asked_for_at_once(geneva: Run, db: Path) -> None:
    """In their order."""
    change(geneva, f"contact edit sofia --mobile {OTHER} --email new@example.org")
    with Directory.open(db) as directory:
        found = directory.former_values(
            emails=["nobody@example.org", "sofia@example.org"],
            numbers=[(OTHER, None), (MOBILE, None)],
        )
        assert directory.former_values() == []
    assert [one.value for one in found] == ["sofia@example.org", MOBILE]


def test_the_day_is_that_of_the_change(geneva: Run, db: Path) -> None:
    """In UTC, as the log has it."""
    change(geneva, f"contact edit sofia --mobile {OTHER}")
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("UPDATE operation SET at = '2025-12-31T23:59:59+00:00'")
    assert [one.until for one in ask(db, MOBILE)] == [date(2025, 12, 31)]


# The law: whatever was done, the table is what the history says, and nothing is forgotten.

NUMBERS = (GENEVA, LATER, MOBILE, OTHER)
EMAILS = tuple(f"{name}@example.org" for name in ("a", "b", "c"))
KEYS = ("ada", "bea")
OFFICES = ("here", "there")


def a_contact(key: str) -> st.SearchStrategy[Contact]:
    """Return contacts that have values from a small store, so that they meet again."""
    return st.builds(
        lambda **ways: Contact(key, key.title(), **ways),
        emails=st.lists(
            st.builds(
                lambda address, public: Email(EmailAddress(address), public),
                st.sampled_from(EMAILS), st.booleans(),
            ),
            min_size=1, max_size=3, unique_by=lambda one: one.address,
        ).map(tuple),
        phones=st.lists(
            st.builds(
                Phone,
                st.builds(
                    lambda text, extension: PhoneNumber(text, extension, text),
                    st.sampled_from(NUMBERS), st.none() | st.just("1"),
                ),
                st.sampled_from((PhoneKind.OFFICE, PhoneKind.MOBILE)),
                st.booleans(),
                st.none(),
                st.none(),
            ),
            max_size=3,
        ).map(tuple),
        postings=st.lists(
            st.builds(
                lambda office, extension: Posting(office, extension=extension),
                st.sampled_from(OFFICES), st.none() | st.sampled_from("123"),
            ),
            max_size=2, unique_by=lambda one: one.office,
        ).map(tuple),
    )  # fmt: skip


def an_office(code: str) -> st.SearchStrategy[Office]:
    """Return offices whose switchboards are numbers of others too."""
    number = st.sampled_from(NUMBERS[:2]).map(lambda text: PhoneNumber(text, None, text))
    return (st.none() | number).map(
        lambda board: Office(code, code.title(), "CH", switchboard=board)
    )


STEPS = st.lists(
    st.sampled_from(KEYS).flatmap(a_contact)
    | st.sampled_from(OFFICES).flatmap(an_office)
    | st.sampled_from(KEYS)
    | st.just(None),
    min_size=1,
    max_size=12,
)  # fmt: skip


def do(editor: DirectoryEditor, step: Contact | Office | str | None) -> None:
    """Store what is given, remove whose key it is, or undo all that was done; as far as it goes."""
    match step:
        case Contact():
            if editor.has_contact(step.key):
                before = editor.contact_by_key(step.key)
                after = step._replace(version=before.version)
                editor.change_contact(before, after, shared_extension=True)
            else:
                editor.add_contact(step, shared_extension=True)
        case Office():
            if editor.has_office(step.code):
                stored = editor.office_by_code(step.code)
                editor.change_office(stored, step._replace(version=stored.version))
            else:
                editor.add_office(step)
        case str():
            editor.remove_contact(editor.contact_by_key(step))
        case None:
            undo(editor, editor.find_operation())


def values_of(editor: DirectoryEditor) -> dict[str, set[tuple[str, str | None]]]:
    """Return what everybody has, by key."""
    found = {}
    for contact in editor.contacts():
        boards = editor.offices_of([contact])
        values: set[tuple[str, str | None]] = {(one.address.folded, None) for one in contact.emails}
        values |= {(one.number.e164, one.number.extension) for one in contact.phones}
        for one in contact.postings:
            board = boards[one.office].switchboard
            if one.extension and board:
                values.add((board.e164, one.extension))
        found[contact.key] = values
    return found


def table(editor: DirectoryEditor) -> list[tuple[object, ...]]:
    """Return the rows without their ids."""
    rows = editor.database.execute(
        "SELECT operation, subject, subject_id, key, name, kind, public, value, extension, "
        "next_value, next_extension FROM former ORDER BY id"
    )
    return rows.fetchall()


@given(STEPS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_table_is_what_the_history_says(steps: list[Contact | Office | str | None]) -> None:
    """Filled with each change or from the history, it is the same, and it forgets nothing."""
    ever: dict[str, set[tuple[str, str | None]]] = {}
    with Directory.rehearse(NOWHERE) as editor:
        for office in OFFICES:
            editor.add_office(Office(office, office.title(), "CH"))
        for step in steps:
            try:
                with editor.attempt():
                    do(editor, step)
            except PressdeskError:
                continue
            now = values_of(editor)
            for key, values in now.items():
                ever.setdefault(key, set()).update(values)
            for key, values in ever.items():
                for value in values:
                    asked = {"emails": [value[0]]} if "@" in value[0] else {"numbers": [value]}
                    found = editor.former_values(**asked)
                    keys = {one.key for one in found}
                    if value in now.get(key, set()):
                        assert key not in keys
                    else:  # a number that went with its office's switchboard is the office's
                        assert keys & {key, *OFFICES}
                    for one in found:
                        assert one.follower is None or one.exists
        filled = table(editor)
        rebuild_former(editor.database.conn)
        assert table(editor) == filled
