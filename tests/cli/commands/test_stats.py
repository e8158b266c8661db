"""`pressdesk stats`: counts that add up, and bars on a terminal."""

import json

import pytest

from tests.conftest import Run


def counts(run: Run, by: str) -> dict[str, tuple[int, int]]:
    """Return contacts and verified ones by name."""
    data = json.loads(run(f"pressdesk stats --by {by} --format json").out)
    assert all(list(one) == ["by", "name", "contacts", "verified"] for one in data)
    return {one["name"]: (one["contacts"], one["verified"]) for one in data}


@pytest.fixture
def known(washington: Run) -> Run:
    """Give a terminal whose directory has a few people."""
    for line in (
        "pressdesk office add Geneva --country CH",
        "pressdesk office add Zürich --country CH",
        "pressdesk contact add Bo --office geneva --email bo@example.org --lang fr --topic floods",
        "pressdesk contact add Cy --office geneva --email cy@example.org --lang fr --lang de",
        "pressdesk contact add Di --office geneva --email di@example.org",
        "pressdesk contact post bo --office zürich",
        "pressdesk contact edit di --left 2026-01-01",
        "pressdesk contact verify bo",
        "pressdesk contact verify cy --on 2020-01-01",
    ):
        assert washington(line).code == 0
    return washington


def test_contacts_are_counted(known: Run) -> None:
    """Nobody twice in a country, nobody who has left; offices without anybody are named."""
    assert counts(known, "country") == {"CH": (2, 1), "US": (1, 0)}
    known("pressdesk office add Suva --country FJ")
    assert counts(known, "office") == {
        "geneva": (2, 1), "iom-washington-dc": (1, 0), "zurich": (1, 1), "suva": (0, 0)
    }  # fmt: skip
    assert counts(known, "language") == {"fr": (2, 1), "de": (1, 0)}
    assert counts(known, "topic") == {"floods": (1, 1)}
    assert counts(known, "verified") == {
        "within a year": (1, 1), "more than 2 years ago": (1, 0), "never": (1, 0)
    }  # fmt: skip


def test_bars_on_a_terminal(known: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Full where it was verified, pale else; a pipe has numbers alone."""
    assert "country\tCH\t2\t1\n" in known("pressdesk stats").out
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    lines = known("pressdesk stats --by country").out.splitlines()
    (swiss,) = [line for line in lines if " CH " in line]
    assert swiss.count("█") == swiss.count("░") == 12
    assert all(len(line) <= 80 for line in lines)


def test_an_empty_directory_has_no_numbers(known: Run) -> None:
    """And one that is missing is status 5."""
    assert known("pressdesk --db other.db stats").code == 5
    for key in ("bo", "cy", "di", "maria-g-moreno"):
        known(f"pressdesk contact remove {key} --yes")
    assert counts(known, "topic") == {}
    assert known("pressdesk stats --by age").code == 2
