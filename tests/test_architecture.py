"""The staircase of imports, one door to each library, and who may talk."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from inspect import ismodule
from pathlib import Path

import pytest
import typer

from tests.conftest import ROOT, Run

SOURCE = ROOT / "src" / "pressdesk"
STAIRS = [
    "text",
    "errors",
    "files words",
    "office_zip values",
    "model",
    "drafts",
    "directory blocks exchange",
    "settings importing answers reading",
    "releases",
    "harvest checking",
    "cli",
    "__init__ __main__",
]
STEP = {part: step for step, parts in enumerate(STAIRS) for part in parts.split()}
MODULES = sorted(SOURCE.rglob("*.py"))
# Which part alone may import a library.
DOORS = {
    "phonenumbers": "values",
    "email_validator": "values",
    "babel": "values",
    "zoneinfo": "values",
    "sqlite3": "directory",
    "sqlite_utils": "directory",
    "rapidfuzz": "directory",
    "csv": "exchange",
    "openpyxl": "exchange",
    "icalendar": "exchange",
    "defusedxml": "office_zip",
    "platformdirs": "settings",
    "tomllib": "blocks",
    "typer": "cli",
    "rich": "cli",
}


def part_of(path: Path) -> str:
    """Name the part of the house in which a module stands."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Give all nodes of a module's tree."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def imported_modules(path: Path) -> Iterator[str]:
    """Name every module that a file imports, lazily or for types alone too."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def imported_parts(path: Path) -> set[str]:
    """Name the parts of the house that a module imports."""
    ours = [name.split(".") for name in imported_modules(path) if name.startswith("pressdesk")]
    return {words[1] if len(words) > 1 else "__init__" for words in ours}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down(path: Path) -> None:
    """A module imports its own part or lower steps: never up, never sideways."""
    here = part_of(path)
    # The version is read where it is shown: __init__ imports nothing while it starts.
    for part in imported_parts(path) - {here, "__init__"}:
        assert STEP[part] < STEP[here], f"{here} must not import {part}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_each_library_has_one_door(path: Path) -> None:
    """A library is imported by one part alone."""
    for name in imported_modules(path):
        door = DOORS.get(name.partition(".")[0])
        assert door in {None, part_of(path)}, f"{name} belongs to {door}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_one_module_knows_what_is_inside_typer(path: Path) -> None:
    """The others import `typer` alone, and use what it offers by name."""
    if path.name == "typer_inside.py":
        return
    used = {node.attr for node in nodes_of(path) if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name) and node.value.id == "typer"}  # fmt: skip
    assert not any(name.startswith("typer.") for name in imported_modules(path))
    assert not {name for name in used if name.startswith("_") or ismodule(getattr(typer, name))}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_command_line_talks(path: Path) -> None:
    """Below cli nobody prints or exits; in cli only output.py and progress.py know rich."""
    names = {node.id for node in nodes_of(path) if isinstance(node, ast.Name)}
    assert "print" not in names
    if part_of(path) not in {"cli", "__main__"}:
        assert not names & {"exit", "quit", "SystemExit", "input"}
    if path.name not in {"output.py", "progress.py"}:
        assert not any(name.startswith("rich") for name in imported_modules(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_outgrows_a_coffee(path: Path) -> None:
    """A module of more than 300 lines holds more than one question."""
    assert len(path.read_text("utf-8").splitlines()) <= 300


LOOKUPS = [
    "find moreno",
    "find 862-1826 NOT kind:desk",
    "find moreno --limit 5 --format tsv --quiet",
    "block washington",
    "block washington --style inline",
    "show washington",
    "contact list",
    "office list",
]
HEAVY = {"sqlite_utils", "phonenumbers", "email_validator", "rich", "babel", "rapidfuzz",
         "platformdirs", "tomllib", "csv", "zoneinfo", "json", "tempfile", "openpyxl", "defusedxml",
         "icalendar", "zipfile", "pydantic"}  # fmt: skip


@pytest.mark.parametrize("line", LOOKUPS)
def test_a_lookup_in_a_pipe_imports_nothing_heavy(line: str, washington: Run, db: Path) -> None:
    """What a lookup does not need, it does not pay for."""
    assert washington(f"pressdesk {line}").code == 0
    code = (
        "import sys, json as j; before = set(sys.modules) - {'json'}; del sys.modules['json']\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, of: event == 'open' and opened.append(str(of[0])))\n"
        f"from pressdesk.cli import run; status = run({line.split()!r})\n"
        "modules = sorted(set(sys.modules) - before)\n"
        "print(j.dumps([status, modules, opened]), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PRESSDESK_DB": str(db), "HOME": str(db.parent)},
    )  # fmt: skip
    status, modules, opened = json.loads(done.stderr.splitlines()[-1])
    assert status == 0
    # (pydantic: what Typer imports from 0.29 on, unless we read the parameters.)
    assert not HEAVY & {name.partition(".")[0] for name in modules}
    words = {path for path in opened if Path(path).parent == SOURCE / "words"}
    # In what is asked, honorifics say nothing of who is meant.
    assert {Path(path).name for path in words if path.endswith(".txt")} <= {"honorifics.txt"}


def test_importing_the_package_imports_no_module_of_it() -> None:
    """`import pressdesk` costs nothing until a name is used."""
    code = "import pressdesk, sys; print([m for m in sys.modules if m.startswith('pressdesk.')])"
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("page", ["architecture.md", "contributing.md", "decisions.md"])
def test_every_module_that_the_documents_name_is_there(page: str) -> None:
    """Whoever looks for the room of a change finds it under the name that the page gives."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]\w*/)+\w*(?:\.\w+)?)`", text))
    bases = (ROOT, ROOT / "src", SOURCE, SOURCE / "cli", ROOT / "tests")
    assert [
        name for name in sorted(named) if not any((base / name).exists() for base in bases)
    ] == []
