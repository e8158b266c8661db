from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pressdesk.checking.release_check import Checker
from pressdesk.directory.store import Directory
from pressdesk.releases.formats import get_form, parse_release
from tests.conftest import Run

DAY = date(2026, 11, 24)
OFFICES = """code,name,name_fr,city,country,switchboard,reports_to
washington,IOM Washington DC,OIM Washington,Washington,US,+1 202 862 1826,
geneva,IOM Geneva,OIM Genève,Geneva,CH,+41 22 717 91 11,washington
"""
COLUMNS = "office,name,title,email,phone,ext,mobile,key,internal,left_on,successor"
CONTACTS = f"""{COLUMNS},unlisted
washington,Maria G. Moreno,Press Officer,mgmoreno@iom.int,,230,,maria,+1 202 555 0199,,,
geneva,Tom Kay,,tkay@iom.int,+41 22 501 01 23,,+41 79 555 01 23,tom,,,,
geneva,Ada Byron,,ada@iom.int,,41,,ada,,2026-11-01,tom,
geneva,Eve Left,,eve@iom.int,,42,,eve,,2026-11-01,,
geneva,Una Listed,,una@iom.int,,43,,una,,,,yes
washington,Newsroom,,newsroom@iom.int,,,,newsroom,,,,
"""
Check = Callable[..., list[tuple[int, str, str, str | None, str | None]]]


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Run:
    """Give a directory of two offices, to be changed by commands."""
    for name, text in (("o.csv", OFFICES), ("c.csv", CONTACTS)):
        (tmp_path / name).write_text(text, "utf-8")
    done = run("pressdesk import", f"{tmp_path}/o.csv", f"{tmp_path}/c.csv")
    assert done.code == 0, done.err
    return run


@pytest.fixture
def checker(desk: Run, db: Path) -> Iterator[Checker]:  # noqa: ARG001  # which fills the directory
    """Give a checker of the directory as it is when it is first used."""
    with Directory.open(db) as directory:
        yield Checker(directory, DAY)


@pytest.fixture
def check(desk: Run, db: Path) -> Check:  # noqa: ARG001  # which fills the directory
    """Give what is found in a release: line, status, field, old, new."""

    def call(text: str, name: str = "r.txt") -> list[tuple[int, str, str, str | None, str | None]]:
        release = parse_release(name, text.encode(), get_form(name))
        with Directory.open(db) as directory:
            found = Checker(directory, DAY).check(release).found
        return [(one.line, str(one.status), one.field, one.old, one.new) for one in found]

    return call
