from datetime import date

import pytest

from pressdesk.directory.editor import DirectoryEditor
from tests.importing.conftest import Take, problems, seen

HEADER = "office,name,email,key,left_on,successor\n"


def test_a_successor_may_stand_further_down(take: Take, editor: DirectoryEditor) -> None:
    """Over however many others, in another file too; the report keeps the order of the rows."""
    report = take(
        f"{HEADER}bern,Ada,ada@example.org,ada,2026-01-01,bob\n"
        "bern,Bob,bob@example.org,bob,2026-06-01,cyd\n",
        f"{HEADER}bern,Cyd,cyd@example.org,cyd,,\n",
    )
    assert seen(report) == [("added", "ada"), ("added", "bob"), ("added", "cyd")]
    ada = editor.get_contact("ada")
    assert (ada.left_on, ada.successor) == (date(2026, 1, 1), "bob")
    assert editor.get_contact("bob").successor == "cyd"


def test_the_key_of_a_row_to_come_is_not_taken_for_a_beginning(
    take: Take, editor: DirectoryEditor
) -> None:
    """Somebody stored whose name begins so is somebody else."""
    take(f"{HEADER}bern,Bobby Stern,bobby@example.org,bobby-stern,,\n")
    take(
        f"{HEADER}bern,Ada,ada@example.org,ada,,bob\n"
        "bern,Robert Lee,bob@example.org,bob,,\n"
    )  # fmt: skip
    assert editor.get_contact("ada").successor == "bob"


@pytest.mark.parametrize("who", ["bob", "Bob Moss", "bob m"])
def test_a_stored_successor_goes_by_any_of_its_names(
    take: Take, editor: DirectoryEditor, who: str
) -> None:
    """Resolution is the same everywhere."""
    take(f"{HEADER}bern,Bob Moss,bob@example.org,bob,,\n")
    assert seen(take(f"{HEADER}bern,Ada,ada@example.org,ada,,{who}\n")) == [("added", "ada")]
    assert editor.get_contact("ada").successor == "bob"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("bern,Ada,ada@example.org,ada,,nobody\n", 'successor: "nobody": no contact goes by it'),
        ("bern,Ada,ada@example.org,ada,,ada\n", 'successor: "ada": no contact goes by it'),
        ("bern,Ada,ada@example.org,ada,soon,\n", 'left_on: "soon": is not a date'),
        (
            "bern,Ada,ada@example.org,ada,,bob\nbern,Bob,bob@example.org,bob,,ada\n",
            'successor: "bob": no contact goes by it',
        ),
    ],
)  # fmt: skip
def test_who_cannot_follow_is_refused(take: Take, rows: str, reason: str) -> None:
    """Nobody, oneself, and two who wait for each other."""
    assert reason in problems(take(HEADER + rows))[0]


def test_two_by_one_name_are_not_guessed(take: Take) -> None:
    """A name that two contacts go by needs a key."""
    take(f"{HEADER}bern,Bob Moss,a@example.org,bob,,\nbern,Bob Moss,b@example.org,bob-2,,\n")
    report = take(f"{HEADER}bern,Ada,ada@example.org,ada,,Bob Moss\n")
    assert problems(report)[0].startswith('successor: "Bob Moss": several contacts go by it; give')
