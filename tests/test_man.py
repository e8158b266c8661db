"""The manual page: as it would be made now, whole, and good to a formatter."""

import shutil
import subprocess
import tomllib

import pytest

from pressdesk.cli.table import COMMANDS
from tests.conftest import ROOT
from tests.make_docs import command_lines
from tests.make_man import PAGE, escape, man_page

GROFF = shutil.which("groff")


def test_the_page_is_as_it_would_be_made_now() -> None:
    """`python -m tests.make_man` makes it anew."""
    assert PAGE.read_text("utf-8") == man_page()


def test_it_leaves_nothing_out() -> None:
    """Every command has its part, with its examples and options."""
    page = man_page()
    for words in command_lines(COMMANDS):
        assert f".SS pressdesk {escape(words)}\n" in page
    assert r"pressdesk find moreno OR kamau" in page
    assert "\n\\fB\\-\\-strict\\-language\\fR\n" in page
    assert page.count(".SH EXIT STATUS\n.TP\n\\fB0\\fR\n") == 1


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (r"a\b", r"a\eb"),
        (".SH EVIL", r"\&.SH EVIL"),
        ("'so", r"\(aqso"),
        ("--db", r"\-\-db"),
        ("~/a `b` ^c", r"\(ti/a \(gab\(ga \(hac"),
    ],
)
def test_signs_are_printed_as_they_stand(text: str, escaped: str) -> None:
    """What is copied out of the page works in a shell, and no help text becomes a macro."""
    assert escape(text) == escaped


@pytest.mark.skipif(GROFF is None, reason="groff is not installed")
def test_a_formatter_has_nothing_to_say() -> None:
    """Groff warns of nothing, and prints examples as they are typed."""
    assert GROFF
    done = subprocess.run(  # noqa: S603  # a formatter, on our page
        [GROFF, "-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou", str(PAGE)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stderr, done.returncode) == ("", 0)
    assert '    pressdesk block "washington dc"\n' in done.stdout


def test_the_wheel_installs_it() -> None:
    """`man pressdesk` finds it where programs are installed."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = data["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {PAGE.relative_to(ROOT).as_posix(): "share/man/man1/pressdesk.1"}
