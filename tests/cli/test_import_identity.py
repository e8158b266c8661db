"""Whom the rows of an import mean: other programs' lists, namesakes, addresses in other cases."""

from pathlib import Path

import pytest

from tests.conftest import Run

LENA = "5,Lena Moss,lena@example.org,trial\n"
CLARA = "office,name,email,mobile\ntrial,Clara Weiss,clara.weiss@example.org,07400 123456\n"
PLACES = ("list.csv:2 ", "list.csv:3 ")
OTHER_CLARA = "trial,Clara Weiss,clara.weiss2@example.org,07400 123457\n"


@pytest.fixture
def trial(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal whose directory has one office."""
    monkeypatch.chdir(tmp_path)
    office = '"Trial Desk" --code trial --organization "Trial Org" --city London --country GB'
    assert run(f"pressdesk office add {office}").code == 0
    return run


def take(run: Run, text: str, *options: str) -> tuple[list[str], int]:
    """Import a list; give what is said of its rows, and the exit status."""
    Path("list.csv").write_text(text)
    done = run("pressdesk import list.csv", *options)
    return [line for line in done.err.splitlines() if line.startswith(PLACES)], done.code


def names(run: Run) -> str:
    """Name all contacts with their addresses."""
    return run("pressdesk contact list --fields key,name,email").out


@pytest.mark.parametrize("header", ["id", "ID", "Contact ID", "No.", "Nr", "Record Id", "_id"])
def test_the_numbers_of_another_program_are_no_keys(trial: Run, header: str) -> None:
    """The same number in two lists is two people, and nobody is called by it."""
    columns = f"{header},name,email,office\n"
    assert take(trial, columns + LENA)[1] == 0
    said, code = take(trial, f"{columns}5,Petra Kern,petra@example.org,trial\n")
    assert (code, said) == (0, [])
    assert names(trial) == (
        "petra-kern\tPetra Kern\tpetra@example.org\nlena-moss\tLena Moss\tlena@example.org\n"
    )


@pytest.mark.parametrize("option", [(), ("--map", "Nr=key")])
def test_a_key_of_somebody_else_is_refused(trial: Run, option: tuple[str, ...]) -> None:
    """Called a key, it is one; where name and address are another's, the way out is said."""
    header = "Nr" if option else "key"
    columns = f"{header},name,email,office\n"
    take(trial, columns + LENA, *option)
    rows = "5,Petra Kern,petra@example.org,trial\n6,Omar Reyes,omar@example.org,trial\n"
    said, code = take(trial, columns + rows, *option)
    assert code == 1
    assert said == [
        (
            'list.csv:2 key: "5": Lena Moss has it, and this row has another name and another '
            "address or number; if Lena Moss is meant, change the name first with `pressdesk "
            "contact edit 5 --name`; if it is another program's number, call the column otherwise"
        )
    ]
    assert "Lena Moss\tlena@example.org" in names(trial)
    # With its name, or its address, the row means her.
    assert take(trial, f"{columns}5,Lena Moss,moss@example.org,trial\n", *option)[1] == 0
    assert take(trial, f"{columns}5,Lena Moss-Berg,MOSS@example.org,trial\n", *option)[1] == 0
    assert "5\tLena Moss-Berg\tmoss@example.org" in names(trial)


def test_an_address_in_another_case_is_the_same(trial: Run) -> None:
    """No contradiction, in one list or in two; it stays as it is spelled until it is typed anew."""
    rows = "office,name,email\ntrial,Ann Lee,ann@example.org\ntrial,Ann Lee,Ann@Example.org\n"
    said, code = take(trial, rows)
    assert code == 0
    assert said == ["list.csv:3 warning: the same contact at the same office as list.csv:2"]
    both = "office,name,email\ntrial,Ann Lee,ANN@example.org ; Ann@example.org\n"
    assert take(trial, both) == ([], 0)
    assert names(trial) == "ann-lee\tAnn Lee\tann@example.org\n"
    trial("pressdesk contact edit ann --email Ann@example.org")
    assert names(trial) == "ann-lee\tAnn Lee\tAnn@example.org\n"


def test_namesakes_at_one_office_do_not_overwrite_each_other(trial: Run) -> None:
    """Two rows of one list, or of two; the second import of each is quiet."""
    warning = (
        "another Clara Weiss is at the same office (clara-weiss), with another address and another "
        "number: kept apart, as clara-weiss-2; --same-name-is-same takes them for one"
    )
    said, code = take(trial, CLARA + OTHER_CLARA)
    assert (said, code) == ([f"list.csv:3 warning: {warning}"], 0)
    for rows in (CLARA + OTHER_CLARA, CLARA):
        assert take(trial, rows) == ([], 0)
    assert names(trial) == (
        "clara-weiss\tClara Weiss\tclara.weiss@example.org\n"
        "clara-weiss-2\tClara Weiss\tclara.weiss2@example.org\n"
    )


def test_a_list_that_replaces_values_may_say_so(trial: Run) -> None:
    """Then the name at the office is enough, and the report shows old and new."""
    take(trial, CLARA)
    rows = CLARA.splitlines()[0] + "\n" + OTHER_CLARA
    said, code = take(trial, rows, "--same-name-is-same")
    assert (said, code) == (
        [
            "list.csv:2 clara-weiss email: clara.weiss@example.org -> clara.weiss2@example.org",
            "list.csv:2 clara-weiss mobile: +44 7400 123456 -> +44 7400 123457",
        ],
        0,
    )
    assert names(trial) == "clara-weiss\tClara Weiss\tclara.weiss2@example.org\n"


def test_honorifics_tell_nobody_apart(trial: Run) -> None:
    """A doctor of that name, at the same office, is who is stored without the title."""
    take(trial, CLARA)
    row = "office,name,title\ntrial,Dr. Clara Weiss,Head of Media\n"
    assert take(trial, row)[1] == 0
    assert len(names(trial).splitlines()) == 1


def test_a_namesake_may_be_typed_too(trial: Run) -> None:
    """By the same rule, and with the same warning."""
    take(trial, CLARA)
    add = 'pressdesk contact add "Clara Weiss" --office trial'
    assert trial(f"{add} --email other@example.org").code == 4
    done = trial(f'{add} --email other@example.org --mobile "07400 123458"')
    assert done.code == 0
    assert "another Clara Weiss is at the same office (clara-weiss)" in done.err
