"""A name that several go by, at a terminal: one is picked by its number."""

import os
import sys

import pytest

from pressdesk import Directory, Office
from tests.conftest import Done, Run

LIST = (
    '"keller" matches 2; which one is meant?\n'
    "  1  anna-keller  Anna Keller\n"
    "  2  bea-keller  Bea Keller\n"
)


@pytest.fixture
def kellers(washington: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal whose directory has two Kellers, and two offices in one city."""
    for line in (
        'contact add "Anna Keller" --office washington --email anna@example.org',
        'contact add "Bea Keller" --office washington --email bea@example.org',
        "office add Annexe --country US --city Boston",
        "office add Bureau --country US --city Boston",
    ):
        assert washington(f"pressdesk {line}").code == 0

    def at_terminal(line: str, *more: str, typed: str | None = None, piped: bytes = b"") -> Done:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        return washington(line, *more, typed=typed, piped=piped)

    return at_terminal


@pytest.mark.parametrize("line", ["block keller", "show keller", "contact edit keller --title X"])
def test_one_is_picked_by_its_number(kellers: Run, line: str) -> None:
    """Reading and writing; what is no number of the list is asked again."""
    done = kellers(f"pressdesk {line}", typed="0\nbea\n3\n2\n")
    assert done.code == 0, done.err
    assert done.err.startswith(LIST + "1 to 2: " * 4)
    assert "Bea Keller" in done.out + done.err.removeprefix(LIST)
    assert "Anna" not in done.out + done.err.removeprefix(LIST)


def test_offices_and_successors_are_picked_too(kellers: Run) -> None:
    """Each name is asked once, and what was picked for the one is not taken for the other."""
    line = "contact edit anna-keller --left 2027-01-01 --successor keller"
    assert kellers(f"pressdesk {line}", typed="2\n").code == 0
    assert "bea-keller" in kellers("pressdesk show anna-keller").out
    done = kellers("pressdesk contact post keller --office boston", typed="1\n2\n")
    assert done.code == 0
    assert done.err.startswith(LIST)
    assert '"boston" matches 2; which one is meant?\n  1  annexe  Annexe\n' in done.err
    assert "posted to: Bureau" in " ".join(kellers("pressdesk show anna-keller").out.split())


def test_an_office_and_a_contact_of_one_name_are_told_apart(kellers: Run) -> None:
    """Each line says which it is, also where nobody can be asked."""
    assert kellers("pressdesk office add Keller --country US --code anna-keller").code == 0
    lines = "anna-keller  Keller (office)\n  anna-keller  Anna Keller (contact)\n"
    done = kellers("pressdesk show anna-keller")
    assert (done.out, done.code) == ("", 3)
    assert done.err.endswith(f"name one of these:\n  {lines}")
    done = kellers("pressdesk show anna-keller", typed="1\n")
    assert (done.code, done.out.split()[:2]) == (0, ["office:", "Keller"])


@pytest.mark.parametrize("typed", ["", "x\n"])
def test_an_abort_is_130(kellers: Run, typed: str) -> None:
    """The end of the input."""
    done = kellers("pressdesk contact edit keller --title X", typed=typed)
    assert (done.out, done.code) == ("", 130)
    assert done.err.endswith("pressdesk: interrupted; nothing was changed\n")
    assert "title" not in kellers("pressdesk show anna-keller").out


def test_in_a_pipe_nobody_is_asked(kellers: Run, washington: Run) -> None:
    """Neither where stdin is no terminal, nor where stderr is none."""
    for done in (
        washington("pressdesk block keller", typed="1\n"),
        kellers("pressdesk block keller", piped=b"1\n"),
    ):
        assert (done.out, done.code) == ("", 3)
        assert done.err.startswith('pressdesk: "keller" matches 2; name one of these:\n')


def test_an_operation_is_not_picked(kellers: Run) -> None:
    """Its id is copied from the log."""
    ids = [line.split("\t")[0] for line in kellers("pressdesk log").out.splitlines()]
    assert len(ids) > 3
    assert kellers("pressdesk undo x", typed="1\n").code == 1


def test_what_cannot_be_told_apart_is_not_asked_for_ever(kellers: Run) -> None:
    """Codes that differ in case alone, as no command makes them."""
    with Directory.edit(os.environ["PRESSDESK_DB"]) as directory:
        directory.add_office(Office("twin", "Twin One", "US"))
        directory.add_office(Office("TWIN", "Twin Two", "US"))
    done = kellers("pressdesk show twin", typed="1\n" * 9)
    assert (done.out, done.code) == ("", 3)
    assert done.err.count("1 to 2: ") == 2
