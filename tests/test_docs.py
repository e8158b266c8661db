"""What the documents show is what the program does."""

import doctest
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressdesk
from pressdesk import __version__
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.cli.table import COMMANDS
from tests.conftest import ROOT, SAMPLE, Run
from tests.make_docs import PAGES
from tests.make_terminal import PICTURE, picture, texts

DOCS = sorted((ROOT / "docs").glob("*.md"))
README = ROOT / "README.md"
PYTHON = ROOT / "docs" / "python-api.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def console_examples(path: Path) -> Iterator[tuple[str, str]]:
    """Find each `$ pressdesk …` of a page with what stands under it, by indentation."""
    command, printed = "", ""
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("    $ ") or (command and not line.startswith("    ")):
            if command:
                yield command, printed
            command, printed = "", ""
        if line.startswith("    $ "):
            command = line.removeprefix("    $ ")
        elif command:
            printed += line.removeprefix("    ") + "\n"


@pytest.mark.parametrize("path", [README, *DOCS], ids=lambda path: path.name)
def test_console_examples(
    path: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands of a page, in their order, on a copy of the sample."""
    shutil.copytree(SAMPLE, tmp_path / "data" / "sample")
    (tmp_path / "data" / "release.txt").write_text("Ships sail\n\nFive left port.\n\nENDS\n")
    monkeypatch.chdir(tmp_path)
    if path != TUTORIAL:  # which begins before there is a directory
        files = ["data/sample/contacts.csv", "data/sample/offices.csv"]
        assert run("pressdesk import", *files).code == 0
    for command, printed in console_examples(path):
        if command.startswith("pressdesk"):
            done = run(command)
            # "…" stands for what differs from day to day, or is long; alone, for whole lines.
            pattern = re.escape(printed).replace("\n…\\\n", "\n(?:.*\n)*").replace("…", ".*")
            # A CSV ends its lines in CRLF, which no page shows.
            said = (done.out + done.err).replace("\r\n", "\n")
            assert re.fullmatch(pattern, said), command


def test_the_readme_has_examples() -> None:
    """A page without any would pass for the wrong reason."""
    assert len(list(console_examples(README))) > 3


def test_the_python_example_of_the_readme_runs(washington: Run, db: Path) -> None:
    """It prints the block of the design page."""
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code.replace("demo.db", str(db))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (washington("pressdesk block wash").out, "")


def test_the_page_about_python_is_true(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its examples give what stands there, and it leaves no public name out."""
    monkeypatch.chdir(tmp_path)
    files = (str(SAMPLE / name) for name in ("offices.csv", "contacts.csv"))
    assert run("pressdesk --db sample.db import", *files).code == 0
    page = PYTHON.read_text("utf-8").replace("```", "   ")  # a fence would be read as printed
    examples = doctest.DocTestParser().get_doctest(page, {}, PYTHON.name, str(PYTHON), 0)
    report: list[str] = []
    outcome = doctest.DocTestRunner().run(examples, out=report.append)
    assert (outcome.failed, "".join(report)) == (0, "")
    assert outcome.attempted > 10
    assert [name for name in pressdesk.__all__ if name not in page] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_is_as_it_would_be_made_now(name: str) -> None:
    """`python -m tests.make_docs` makes it anew."""
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name]()


def test_the_made_pages_leave_nothing_out() -> None:
    """Every command has its help, every style and language its block."""
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert all(f"## pressdesk {name}" in commands for name in COMMANDS)
    gallery = (ROOT / "docs" / "gallery.md").read_text("utf-8")
    assert gallery.count("```text") == len(BUILT_IN) * len(LANGUAGES)


@pytest.mark.parametrize("path", [README, *DOCS], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link names a file of the project."""
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_start_page_leads_to_every_page() -> None:
    """Whoever opens docs/ finds all of it from there."""
    linked = set(LINK.findall((ROOT / "docs" / "index.md").read_text("utf-8")))
    assert linked - {"terminal.svg"} == {path.name for path in DOCS} - {"index.md"}


def test_every_page_has_its_place_in_the_site() -> None:
    """A page that nothing leads to is found by nobody."""
    site = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))
    listed = re.findall(r"[\w-]+\.md", str(site["project"]["nav"]))
    assert sorted(listed) == [path.name for path in DOCS]


def test_the_changelog_knows_this_version() -> None:
    """A release without its changes is none."""
    assert f"## [{__version__}]" in (ROOT / "docs" / "changelog.md").read_text("utf-8")


def test_every_variable_of_the_environment_is_documented() -> None:
    """What the code reads stands in the page, and in the manual."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    names = set(re.findall(r"\b((?:PRESSDESK|XDG)_[A-Z_]+|NO_COLOR|FORCE_COLOR)\b", sources))
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert len(names) > 7
    assert [name for name in names if f"`{name}`" not in page] == []


def test_every_status_is_documented() -> None:
    """The statuses of the code stand in the page."""
    page = (ROOT / "docs" / "exit-statuses.md").read_text("utf-8")
    for status in (0, 1, 2, 3, 4, 5, 70, 130):
        assert f"| {status} |" in page


def test_the_picture_shows_what_the_program_prints() -> None:
    """`python -m tests.make_terminal` draws it anew."""
    drawn = PICTURE.read_text("utf-8")
    assert texts(drawn) == texts(picture())
    assert "http" not in drawn.replace("http://www.w3.org", "")
    assert "docs/terminal.svg" in README.read_text("utf-8")
