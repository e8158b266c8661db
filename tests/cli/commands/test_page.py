"""`pressdesk page`: one HTML page for colleagues."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_file_or_stdout(washington: Run, tmp_path: Path) -> None:
    """The same page, and the number of its offices is said."""
    done = washington(f"pressdesk page -o {tmp_path}/p.html")
    assert (done.out, done.err, done.code) == ("", f"wrote 1 office to {tmp_path}/p.html\n", 0)
    assert washington("pressdesk page").out == (tmp_path / "p.html").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no modes")
def test_others_may_read_the_file(washington: Run, tmp_path: Path) -> None:
    """It is made for them; as far as the umask allows."""
    before = os.umask(0o027)
    try:
        assert washington(f"pressdesk page -o {tmp_path}/p.html").code == 0
    finally:
        os.umask(before)
    assert (tmp_path / "p.html").stat().st_mode & 0o777 == 0o640


def test_internal_values_and_unlisted_contacts_are_not_on_it(washington: Run) -> None:
    """The page is for many eyes."""
    for line in (
        'contact edit moreno --mobile "+1 202 555 0143" --internal "+1 202 555 0143" --note hushed',
        "contact add Ghost --office washington --email ghost@example.org --unlisted",
        "contact add Deep --office washington --email deep@example.org --internal deep@example.org",
    ):
        assert washington(f"pressdesk {line}").code == 0
    out = washington("pressdesk page").out
    assert "Maria G. Moreno" in out
    assert not re.search(r"0143|hushed|Ghost|ghost|deep", out)


def test_language_title_and_office(washington: Run) -> None:
    """Of several offices those that are named."""
    assert washington("pressdesk office add Oslo --country NO").code == 0
    assert washington("pressdesk contact add Ola --office oslo --email o@example.org").code == 0
    out = washington('pressdesk page --lang ar --office oslo --title "Rota & more"').out
    assert '<html lang="ar" dir="rtl">' in out
    assert "<title>Rota &amp; more</title>" in out
    assert "Ola" in out
    assert "Moreno" not in out


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ("--lang sw", 4, "pressdesk has no wording for it"),
        ("--office nowhere", 1, 'no office matches "nowhere"'),
        ("-o /nowhere/p.html", 5, "its folder does not exist"),
        ("-o {folder}", 5, "is a folder"),
        ("-o {folder}/directory.db", 2, "that file is read by this command"),
    ],
)
def test_what_cannot_be_written(
    washington: Run, tmp_path: Path, options: str, code: int, said: str
) -> None:
    """One line says why, and nothing is written."""
    done = washington(f"pressdesk page {options.format(folder=tmp_path)}")
    assert (done.out, done.code) == ("", code)
    assert said in done.err


def test_a_file_that_is_there_is_replaced_only_with_force(washington: Run, tmp_path: Path) -> None:
    """As everywhere."""
    path = tmp_path / "p.html"
    path.write_text("mine")
    assert washington(f"pressdesk page -o {path}").code == 5
    assert path.read_text() == "mine"
    assert washington(f"pressdesk page -o {path} --force").code == 0
