from datetime import date

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.exchange.sheet import load
from pressdesk.importing import ImportOptions, take_in
from tests.importing.conftest import Take, problems, seen

SKIPPING = ImportOptions(skips_known=True)
ZOE = "office,name,title,email,ext\nbern,Zoë Lind,Head,zoe@example.org,230\n"


def test_who_is_known_is_left_alone(take: Take, editor: DirectoryEditor) -> None:
    """Whatever the row says; those who are new come in."""
    take(ZOE)
    report = take(
        "office,name,title,email,ext\nbern,Zoë Lind,Chief,zoe@example.org,231\n"
        "bern,Tom Kay,,tom@example.org,\n",
        options=SKIPPING,
    )
    assert seen(report) == [("unchanged", "zoe-lind"), ("added", "tom-kay")]
    assert editor.get_contact("zoe").title == "Head"


def test_an_office_that_is_known_is_left_alone(take: Take, editor: DirectoryEditor) -> None:
    """Its number too."""
    report = take("code,name,country,switchboard\nbern,Relief Bern,CH,\n", options=SKIPPING)
    assert seen(report) == [("unchanged", "bern")]
    assert editor.get_office("bern").switchboard is not None


def test_a_contact_of_this_import_is_not_known(take: Take, editor: DirectoryEditor) -> None:
    """Each further posting is a row of its own."""
    take(
        "code,name,country\ngeneva,Relief Geneva,CH\n",
        f"{ZOE}geneva,Zoë Lind,,zoe@example.org,\n",
        options=SKIPPING,
    )
    assert [one.office for one in editor.get_contact("zoe").postings] == ["bern", "geneva"]


@pytest.mark.parametrize(
    ("cell", "is_unlisted"), [("yes", True), ("TRUE", True), ("x", True), ("no", False), ("", True)]
)
def test_a_row_may_say_who_is_unlisted(
    take: Take,
    editor: DirectoryEditor,
    cell: str,
    is_unlisted: bool,  # noqa: FBT001
) -> None:
    """An empty cell changes nothing."""
    header = "office,name,email,unlisted\n"
    take(f"{header}bern,Zoë Lind,zoe@example.org,yes\n")
    take(f"{header}bern,Zoë Lind,zoe@example.org,{cell}\n")
    assert editor.get_contact("zoe").unlisted is is_unlisted


def test_a_day_of_verifying_holds_for_all_that_is_public(
    take: Take, editor: DirectoryEditor
) -> None:
    """Internal values are never touched."""
    take(
        "office,name,email,mobile,internal,verified_on\n"
        "bern,Zoë Lind,zoe@example.org,+41 79 555 01 23,own@example.org,2026-11-01\n"
    )
    zoe = editor.get_contact("zoe")
    day = date(2026, 11, 1)
    assert [(one.public, one.verified_on) for one in zoe.emails] == [(True, day), (False, None)]
    assert [(one.public, one.verified_on) for one in zoe.phones] == [(True, day)]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("unlisted", "maybe", 'unlisted: "maybe": is neither yes nor no'),
        ("verified_on", "1 Nov", 'verified_on: "1 Nov": is not a date'),
        ("left_on", "2026-02-30", 'left_on: "2026-02-30": is not in the calendar'),
    ],
)
def test_what_such_columns_cannot_mean_is_refused(
    take: Take, column: str, cell: str, reason: str
) -> None:
    """With the column that is wrong."""
    report = take(f"office,name,email,{column}\nbern,Zoë Lind,zoe@example.org,{cell}\n")
    assert problems(report)[0].startswith(reason)


def test_an_extension_on_the_switchboard_is_never_copied(
    take: Take, editor: DirectoryEditor
) -> None:
    """Address books write the number out; here it is the posting's, and follows the office."""
    take("office,name,email,phone\nbern,Zoë Lind,zoe@example.org,+41 22 501 01 00 ext 230\n")
    zoe = editor.get_contact("zoe")
    assert (zoe.phones, zoe.postings[0].extension) == ((), "230")


def test_whoever_waits_is_told(editor: DirectoryEditor) -> None:
    """Every few hundred rows, and all of them in the end."""
    rows = "".join(f"bern,P{n} Q,p{n}@example.org\n" for n in range(450))
    told: list[int] = []
    sheet = load("many.csv", f"office,name,email\n{rows}".encode())
    take_in(editor, [sheet], ImportOptions(), told.append)
    assert (sum(told), len(told)) == (450, 3)
