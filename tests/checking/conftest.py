from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pressdesk.checking.checker import Checker
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.exchange.sheet import load
from pressdesk.importing import take_in

DAY = date(2026, 11, 24)
OFFICES = """code,name,name_fr,city,country,switchboard,reports_to
washington,IOM Washington DC,OIM Washington,Washington,US,+1 202 862 1826,
geneva,IOM Geneva,OIM Genève,Geneva,CH,+41 22 717 91 11,washington
"""
COLUMNS = "office,name,title,title_fr,email,phone,ext,mobile,key,internal,left_on,successor"
CONTACTS = f"""{COLUMNS},unlisted,until
washington,Maria G. Moreno,,,mgmoreno@iom.int,,230,,maria,+1 202 555 0199,,,,
washington,Maria G. Moreno,Press Officer,Attachée de presse,,,,,maria,,,,,
geneva,Tom Kay,,,tkay@iom.int,+41 22 501 01 23,,+41 79 555 01 23,tom,,,,,
geneva,Ada Byron,,,ada@iom.int,,41,,ada,,2026-11-01,tom,,
geneva,Eve Left,,,eve@iom.int,,42,,eve,,2026-11-01,,,
geneva,Una Listed,,,una@iom.int,,43,,una,,,,yes,
washington,Ben Moved,,,ben@iom.int,,231,,ben,,,,,2026-10-31
geneva,Ben Moved,,,ben@iom.int,,44,,ben,,,,,
washington,Newsroom,,,newsroom@iom.int,,,,newsroom,,,,,
"""
Check = Callable[[str], list[tuple[str, str, str | None, str | None]]]


@pytest.fixture
def editor() -> Iterator[DirectoryEditor]:
    """Give a directory in memory."""
    with Directory.rehearse(Path("nowhere.db")) as editor:
        sheets = [load("o.csv", OFFICES.encode()), load("c.csv", CONTACTS.encode())]
        report = take_in(editor, sheets)
        assert not report.refused, list(report.lines())
        yield editor


@pytest.fixture
def checker(editor: DirectoryEditor) -> Checker:
    """Give a checker of that directory."""
    return Checker(editor, DAY)


@pytest.fixture
def check(checker: Checker) -> Check:
    """Give what is found of a block's text: status, field, old and new."""

    def call(text: str) -> list[tuple[str, str, str | None, str | None]]:
        return [(str(one.status), one.field, one.old, one.new)
                for one in checker.judge(text).findings]  # fmt: skip

    return call
