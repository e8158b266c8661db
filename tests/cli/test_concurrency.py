"""Two people at one directory: nothing is overwritten unseen, and nobody waits for long."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

# Runs a command, and says which modules were imported while the write lock was held.
PROBE = """
import sys
from contextlib import contextmanager
from pressdesk.directory import creation
lock = creation._lock
@contextmanager
def watched(*given, **named):
    with lock(*given, **named) as connection:
        before = set(sys.modules)
        try:
            yield connection
        finally:
            print(*sorted(set(sys.modules) - before))
creation._lock = watched
from pressdesk.cli import run
sys.exit(run(sys.argv[1:]))
"""


def version(run: Run, who: str) -> int:
    """Return the version of a contact or an office."""
    command = "office list" if who == "washington" else "contact list"
    return int(run(f"pressdesk {command} --fields version").out)


def test_a_change_of_what_somebody_else_changed_is_refused(washington: Run) -> None:
    """Both versions are shown: what was meant, and what it is."""
    read = version(washington, "maria")
    washington("pressdesk contact edit maria --title Chief --topic floods")
    before = washington("pressdesk log").out
    done = washington(f"pressdesk contact edit maria --title Head --if-version {read}")
    assert (done.out, done.code) == ("", 5)
    assert done.err == (
        "pressdesk: Maria G. Moreno was changed by somebody else meanwhile (version "
        f"{read} was meant, and it is {read + 1}); nothing was changed; look again and repeat:\n"
        "  title: - -> Chief\n  topics: - -> floods\n"
    )
    assert washington("pressdesk log").out == before
    done = washington(f"pressdesk contact edit maria --title Head --if-version {read + 1}")
    assert done.code == 0
    assert version(washington, "maria") == read + 2


@pytest.mark.parametrize(
    "line",
    ["contact edit maria --title Head", "contact remove maria --yes",
     "office edit washington --city Arlington"],
)  # fmt: skip
def test_whatever_is_changed_may_name_its_version(washington: Run, line: str) -> None:
    """A version that never was is refused too, and the one that is there is taken."""
    done = washington(f"pressdesk {line} --if-version 9")
    assert (done.code, "version 9 was meant, and it is" in done.err) == (5, True)
    assert washington(f"pressdesk {line} --if-version nine").code == 2
    what = "washington" if line.startswith("office") else "maria"
    assert washington(f"pressdesk {line} --if-version {version(washington, what)}").code == 0


@pytest.mark.parametrize(
    "line",
    ["contact edit maria --title Head --email new@iom.int --mobile '+1 917 555 0188'",
     "contact edit maria --add-tel '+1 212 555 0142'",
     "contact post maria --office washington --from 2030-01-01",
     "contact verify maria --email mgmoreno@iom.int",
     "contact hand-over maria --to 'Anna Keller' --email anna@example.org",
     "rota add washington maria --from 2026-12-24 --until 2026-12-26",
     "office edit washington --switchboard '+1 202 862 1800'",
     "contact remove maria --yes", "undo --yes"],
)  # fmt: skip
def test_nothing_is_imported_while_others_wait(washington: Run, db: Path, line: str) -> None:
    """What takes its time is imported before the lock; data of a country is a few milliseconds."""
    assert washington("pressdesk contact edit maria --until 2027-12-31").code == 0
    done = subprocess.run(  # noqa: S602  # our own interpreter; the line is quoted as a shell does
        f'"{sys.executable}" -c "$PROBE" {line}', shell=True, capture_output=True, text=True,
        check=False, env={"PRESSDESK_DB": str(db), "HOME": str(db.parent), "PROBE": PROBE},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules = done.stdout.split()
    assert [name for name in modules if not name.startswith("phonenumbers.")] == []
