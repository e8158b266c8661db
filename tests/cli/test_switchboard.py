"""An office gets or changes its switchboard: who has a number on it follows, and is named."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

OLD, NEW = "+41 22 501 01 00", "+41 22 501 02 00"
JUERGEN = f"Jürgen Müller,Geneva,CH,{OLD} ext 12,j.mueller@example.org\n"
HEADER = "name,office,country,phone,email\n"


@pytest.fixture
def geneva(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a terminal whose directory has Jürgen, imported before his office had a switchboard."""
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(HEADER + JUERGEN)
    assert run("pressdesk import list.csv --create-offices").code == 0
    return run


def tel(run: Run) -> list[str]:
    """Give the numbers of the block."""
    return [line for line in run("pressdesk block geneva").out.splitlines() if "Tel" in line]


def test_who_was_imported_before_follows(geneva: Run) -> None:
    """The first switchboard, and each one after it; one command back is all of it back."""
    done = geneva(f'pressdesk office edit geneva --switchboard "{OLD}"')
    assert done.err == (
        "changed office geneva: Geneva\n1 contact now follows the switchboard: Jürgen Müller\n"
    )
    assert geneva("pressdesk show jürgen").out.count(OLD) == 1
    done = geneva(f'pressdesk office edit geneva --switchboard "{NEW}"')
    assert done.err == "changed office geneva: Geneva\n"
    assert tel(geneva) == [f"Tel: {NEW} ext 12"]
    assert geneva("pressdesk undo --yes").code == 0
    assert geneva("pressdesk undo --yes").code == 0
    assert "tel:         +41 22 501 01 00 ext 12" in geneva("pressdesk show jürgen").out


def test_the_old_switchboard_is_followed_too(geneva: Run) -> None:
    """Where numbers were kept when the office got it."""
    done = geneva(f'pressdesk office edit geneva --switchboard "{OLD}" --keep-numbers')
    assert done.err == "changed office geneva: Geneva\n"
    assert "tel:" in geneva("pressdesk show jürgen").out
    done = geneva(f'pressdesk office edit geneva --switchboard "{NEW}"')
    assert "1 contact now follows the switchboard: Jürgen Müller" in done.err
    assert tel(geneva) == [f"Tel: {NEW} ext 12"]


def test_an_import_of_the_office_says_who_follows(geneva: Run) -> None:
    """In the report of people and of programs; --keep-numbers leaves them."""
    Path("offices.csv").write_text(f"code,name,country,switchboard\ngeneva,Geneva,CH,{OLD}\n")
    kept = geneva("pressdesk import offices.csv --dry-run --keep-numbers --format json")
    assert json.loads(kept.out)["items"][0].get("notes") is None
    note = "1 contact now follows the switchboard: Jürgen Müller"
    tried = geneva("pressdesk import offices.csv --dry-run --format json")
    assert json.loads(tried.out)["items"][0]["notes"] == [note]
    done = geneva("pressdesk import offices.csv")
    assert f"offices.csv:2 {note}" in done.err
    assert "tel:" not in geneva("pressdesk show jürgen").out


def test_the_number_is_the_postings_in_every_row_alike(geneva: Run) -> None:
    """Whoever comes later, whoever comes first, and whoever is at two offices."""
    geneva(f'pressdesk office edit geneva --switchboard "{OLD}"')
    rows = HEADER + JUERGEN + JUERGEN.replace("Geneva", "Lausanne")
    Path("list.csv").write_text(rows)
    assert geneva("pressdesk import list.csv --create-offices").code == 0
    first = geneva("pressdesk show jürgen").out
    assert first.count("501 01 00") == 1
    other = HEADER + JUERGEN.replace("Geneva", "Lausanne") + JUERGEN
    Path("other.csv").write_text(other.replace("Jürgen", "Jurgen-Karl").replace("j.m", "jk.m"))
    geneva("pressdesk contact edit jürgen --office geneva --ext 13")
    assert geneva("pressdesk import other.csv").code == 0
    second = geneva("pressdesk show jurgen-karl").out
    assert "ext 12 on +41 22 501 01 00" in second
    assert second.count("501 01 00") == 1


@pytest.mark.parametrize(
    ("contact", "option", "reason"),
    [
        ("", "--extension-digits 3", "ext 12 is not one of Geneva's (3 digits)"),
        (
            '"Ann Lee" --office geneva --email ann@example.org --ext 12',
            "",
            "Ann Lee has this extension",
        ),
    ],
)
def test_who_cannot_follow_is_named(geneva: Run, contact: str, option: str, reason: str) -> None:
    """With the reason; the number stays as it was."""
    if contact:
        geneva(f'pressdesk office edit geneva --switchboard "{OLD}" --keep-numbers')
        geneva("pressdesk contact edit jürgen", "--tel", f"{NEW} ext 12")
        assert geneva(f"pressdesk contact add {contact}").code == 0
    number = NEW if contact else OLD
    done = geneva(f'pressdesk office edit geneva --switchboard "{number}" {option}')
    assert done.code == 0
    assert f"warning: Jürgen Müller keeps {number} ext 12: {reason}\n" in done.err
    assert f"tel:         {number} ext 12" in geneva("pressdesk show jürgen").out
