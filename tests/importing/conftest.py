from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.exchange.report import Report
from pressdesk.exchange.sheet import load
from pressdesk.importing import ImportOptions, take_in

OFFICES = "code,name,city,country,switchboard\nbern,Relief Bern,Bern,CH,+41 22 501 01 00\n"
Take = Callable[..., Report]


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[DirectoryEditor]:
    """Give a directory in memory that has one office."""
    with Directory.rehearse(tmp_path / "nowhere.db") as editor:
        take_in(editor, [load("offices.csv", OFFICES.encode())])
        yield editor


@pytest.fixture
def take(editor: DirectoryEditor) -> Take:
    """Give an import of texts."""

    def call(*texts: str, options: ImportOptions | None = None) -> Report:
        sheets = [load(f"{place}.csv", text.encode()) for place, text in enumerate(texts)]
        return take_in(editor, sheets, options or ImportOptions())

    return call


def seen(report: Report) -> list[tuple[str, str | None]]:
    """Give what became of each row, and of whom."""
    return [(str(item.status), item.contact) for item in report.items]


def problems(report: Report) -> list[str]:
    """Give why rows were refused."""
    return [f"{one.column}: {one.reason}" for item in report.items for one in item.problems]
