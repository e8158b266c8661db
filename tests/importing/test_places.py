import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.errors import NotFoundError
from pressdesk.importing import ImportOptions
from tests.importing.conftest import Take, problems, seen

CREATING = ImportOptions(creates_offices=True)


def test_a_new_office_comes_with_its_first_contact(take: Take, editor: DirectoryEditor) -> None:
    """Once, however its name is written; the report has a line for it."""
    report = take(
        "office,name,email,country,ext\n"
        "Relief Kyiv,Ira Bondar,ira@example.org,UA,\n"
        "RELIEF KYIV,Oleh Tkach,oleh@example.org,UA,\n"
        "bern,Zoë Lind,zoe@example.org,,\n",
        options=CREATING,
    )
    assert seen(report) == [
        ("added", "relief-kyiv"),
        ("added", "ira-bondar"),
        ("added", "oleh-tkach"),
        ("added", "zoe-lind"),
    ]
    assert (editor.get_office("Relief Kyiv").country, len(editor.offices())) == ("UA", 2)
    assert editor.get_contact("oleh").postings[0].office == "relief-kyiv"


def test_a_refused_contact_makes_no_office(take: Take, editor: DirectoryEditor) -> None:
    """The next one of the same office does, if it is good."""
    text = "office,name,email,country\nKyiv,Ira Bondar,ira@,UA\n"
    assert "email:" in problems(take(text, options=CREATING))[0]
    with pytest.raises(NotFoundError):
        editor.get_office("Kyiv")
    report = take(f"{text}Kyiv,Oleh Tkach,oleh@example.org,UA\n", options=CREATING)
    assert [one for one, _ in seen(report)] == ["refused", "added", "added"]
    assert editor.get_office("Kyiv").code == "kyiv"


def test_a_contact_that_breaks_a_rule_takes_its_office_back(
    take: Take, editor: DirectoryEditor
) -> None:
    """An extension needs a switchboard, and a new office has none."""
    report = take("office,name,country,ext\nKyiv,Ira Bondar,UA,230\n", options=CREATING)
    assert [one for one, _ in seen(report)] == ["refused"]
    assert "switchboard" in problems(report)[0]
    assert [office.code for office in editor.offices()] == ["bern"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Kyiv,Ira,ira@example.org,", 'office: "Kyiv": is new, and an office needs a country'),
        ("Kyiv,Ira,ira@example.org,XX", "country"),
        (",Ira,ira@example.org,UA", "office: no office matches"),
    ],
)
def test_what_makes_no_office_is_refused(take: Take, row: str, reason: str) -> None:
    """Without a country, or without a name."""
    assert reason in problems(take(f"office,name,email,country\n{row}\n", options=CREATING))[0]


def test_an_unknown_office_is_refused_unless_it_may_be_made(take: Take) -> None:
    """A slip of the pen is no office."""
    text = "office,name,email,country\nBernn,Ira,ira@example.org,CH\n"
    assert problems(take(text)) == [
        'office: no office matches "Bernn"; did you mean "Relief Bern"?'
    ]
    report = take(text.replace("Bernn", "Qqq"))
    assert problems(report) == ['office: no office matches "Qqq"']
    assert (
        "add them with `pressdesk office add`, or take --create-offices"
        in report.refused[0].problems[0].remedy
    )


def test_a_contact_with_a_key_may_have_no_office(take: Take, editor: DirectoryEditor) -> None:
    """So does an export give those without a posting; without a key a cell was forgotten."""
    text = "office,name,email,key\n,Ira Bondar,ira@example.org,ira\n"
    assert seen(take(text)) == [("added", "ira")]
    assert editor.get_contact("ira").postings == ()
    assert seen(take(text)) == [("unchanged", "ira")]
    changed = take(text.replace("ira@", "press@"))
    assert seen(changed) == [("updated", "ira")]
    assert "office" in problems(take("office,name,email\n,Ola,ola@example.org\n"))[0]


@pytest.mark.parametrize("cells", ["rank\n,Ira,ira@x.org,ira,1\n", "from\n,Ira,,ira,2026-01-01\n"])
def test_without_an_office_nothing_is_said_of_a_posting(take: Take, cells: str) -> None:
    """A rank or a day without an office is refused."""
    assert "belong to a posting" in problems(take(f"office,name,email,key,{cells}"))[0]


def test_extensions_of_a_new_office_say_once_what_they_need(take: Take) -> None:
    """`office edit` would be no help: the office went back with its contact."""
    text = "office,name,country,ext\nKyiv,Ira Bondar,UA,230\nKyiv,Oleh Bondar,UA,231\n"
    report = take(text, options=CREATING)
    assert problems(report) == [
        'ext: "230": Kyiv has no switchboard', 'ext: "231": Kyiv has no switchboard'
    ]  # fmt: skip
    (remedy,) = {one.remedy for item in report.refused for one in item.problems}
    assert remedy.startswith("extensions need a switchboard: import the offices first")
    assert list(report.lines())[-2:] == [remedy, "0 added, 0 updated, 0 unchanged, 2 refused"]
    assert remedy not in list(report.lines(is_brief=True))
