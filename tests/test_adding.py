"""The additions that docs/contributing.md works out: applied to a copy of the source, and used."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Done

PAGE = ROOT / "docs" / "contributing.md"
# Runs command lines in one process: [words, …] on stdin, [out, err, code, …] on stdout.
RUNNER = """
import contextlib, io, json, sys
from pressdesk.cli import run
done = []
for words in json.load(sys.stdin):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(words)
    out.flush()
    done.append((out.buffer.getvalue().decode(), err.getvalue(), code))
json.dump(done, sys.stdout)
"""
Shell = Callable[..., list[Done]]


def edits(title: str) -> dict[str, list[list[str]]]:
    """Give the changes below a heading of the page: for each file its parts, line by line."""
    (diff,) = re.findall(rf"^### {title}$.*?^```diff\n(.*?)^```$", PAGE.read_text("utf-8"),
                         re.DOTALL | re.MULTILINE)  # fmt: skip
    files: dict[str, list[list[str]]] = {}
    for line in diff.splitlines():
        if line.startswith("--- "):
            parts = files.setdefault(line.removeprefix("--- "), [])
        elif line == "@@":
            parts.append([])
        else:
            parts[-1].append(line)
    return files


def changed_text(text: str, part: list[str]) -> str:
    """Put in what a part adds, where its other lines stand: there must be one such place."""
    old = "".join(f"{line[1:]}\n" for line in part if not line.startswith("+"))
    new = "".join(f"{line[1:]}\n" for line in part)
    assert not old or text.count(old) == 1, old
    return text.replace(old, new) if old else new


@pytest.fixture
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Shell:
    """Run lines with a copy of the source to which an addition was made."""
    source = tmp_path / "source"
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    files = edits(request.param)
    assert 0 < len(files) <= 4, "an addition touches four source files at most"
    for name, parts in files.items():
        path = source / name
        text = path.read_text("utf-8") if path.exists() else ""
        for part in parts:
            text = changed_text(text, part)
        path.write_text(text, "utf-8")
    environment = {
        "PYTHONPATH": f"{source / 'src'}:{ROOT}",
        "PRESSDESK_DB": str(tmp_path / "directory.db"),
        "HOME": str(tmp_path),
    }

    def python(*words: str, typed: str = "") -> str:
        done = subprocess.run(  # noqa: S603  # our own interpreter
            [sys.executable, "-W", "error", *words], capture_output=True, text=True, check=False,
            env=environment, input=typed, cwd=tmp_path,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run(*lines: list[str]) -> list[Done]:
        done = python("-c", RUNNER, typed=json.dumps(lines))
        return [Done(*one) for one in json.loads(done)]

    python("-m", "tests.make_schema")
    return run


OFFICE = ["office", "add", "Harbour Bern", "--country", "CH", "--organization", "Harbour"]
ADD = ["contact", "add", "Zoë Lind", "--office", "bern", "--email", "zoe@example.org"]


def good(results: list[Done]) -> list[str]:
    """Give what commands printed that all went well."""
    assert [one.err for one in results if one.code] == []
    return [one.out for one in results]


def moved(shell: Shell, path: Path, *, forms: tuple[str, ...], query: list[str]) -> list[str]:
    """Export in several forms, and give what a query says when each was taken in by itself."""
    offices = str(path / "offices.csv")
    lines = [["export", "--offices", "-o", offices]]
    for form in forms:
        file, db = str(path / f"all.{form}"), ["--db", str(path / f"{form}.db"), "-q"]
        lines += [["export", "-o", file], [*db, "import", offices], [*db, "import", file]]
        lines.append([*db, *query])
    return good(shell(*lines))[4::4]


@pytest.mark.parametrize("shell", ["A field of a contact"], indirect=True)
def test_a_field_is_everywhere(shell: Shell, tmp_path: Path) -> None:
    """Typed, shown, found, changed, undone, and in every format both ways."""
    fields = ["contact", "list", "--fields", "key,pronouns"]
    _, _, shown, found, listed, data = good(shell(
        OFFICE, [*ADD, "--pronouns", " she/her "], ["show", "zoe"], ["find", "she/her"], fields,
        ["show", "zoe", "--format", "json"],
    ))  # fmt: skip
    assert "pronouns:    she/her\n" in shown
    assert found.startswith("zoe-lind\t")
    assert listed == "zoe-lind\tshe/her\n"
    assert json.loads(data)["pronouns"] == "she/her"
    forms = ("csv", "tsv", "xlsx", "json", "jsonl", "vcf")
    assert moved(shell, tmp_path, forms=forms, query=fields) == [listed] * len(forms)
    assert '"pronouns"' in (tmp_path / "all.csv").read_text("utf-8").partition("\n")[0]
    assert "X-PRESSDESK-PRONOUNS:she/her\r\n" in (tmp_path / "all.vcf").read_bytes().decode()
    lossy, changed, *_, last = shell(
        ["export", "--for", "google", "-o", str(tmp_path / "google.csv")],
        ["contact", "edit", "zoe", "--pronouns", "they/them"],
        ["contact", "edit", "zoe", "--pronouns", "t" * 41],
        ["contact", "edit", "zoe", "--pronouns", ""],
        ["undo", "--yes"], ["undo", "--yes"],
        fields,
    )  # fmt: skip
    assert "no place for these values: pronouns (1)" in lossy.err
    assert (changed.code, last.out) == (0, listed)


@pytest.mark.parametrize("shell", ["A kind of phone numbers"], indirect=True)
def test_a_kind_is_everywhere(shell: Shell, tmp_path: Path) -> None:
    """Typed, shown, printed, found, and in every format both ways."""
    fields = ["contact", "list", "--fields", "key,signal"]
    _, _, _, shown, block, french, found, listed = good(shell(
        OFFICE, [*ADD, "--signal", "079 123 45 67"],
        ["contact", "edit", "zoe", "--add-signal", "+41 79 123 45 68",
         "--remove-signal", "079 123 45 67"],
        ["show", "zoe"], ["block", "bern"], ["block", "bern", "--lang", "fr"],
        ["find", "1234568"], fields,
    ))  # fmt: skip
    number = "+41 79 123 45 68"
    assert f"signal:      {number}  (public, typed)\n" in shown
    assert f"\nSignal: {number}\n" in block
    assert f"Signal : {number}\n" in french.replace("\N{NO-BREAK SPACE}", " ")
    assert found.startswith("zoe-lind\t")
    assert listed == f"zoe-lind\t{number}\n"
    forms = ("csv", "tsv", "xlsx", "json", "jsonl", "vcf")
    assert moved(shell, tmp_path, forms=forms, query=fields) == [listed] * len(forms)
    assert "X-ABLabel:Signal\r\n" in (tmp_path / "all.vcf").read_bytes().decode()
    google = str(tmp_path / "google.csv")
    other, release = str(tmp_path / "other.db"), tmp_path / "release.txt"
    release.write_text(f"Ships sail\n\nFive left.\n\n{block}", encoding="utf-8")
    *_, again, harvested = good(shell(
        ["export", "--for", "google", "-o", google],
        ["--db", other, *OFFICE], ["--db", other, "-q", "import", google],
        ["--db", other, *fields],
        ["--db", other, "harvest", "--format", "json", str(release)],
    ))  # fmt: skip
    assert again == listed
    (evidence,) = json.loads(harvested)
    assert (evidence["status"], [one["kind"] for one in evidence["phones"]]) == (
        "known", ["signal"],
    )  # fmt: skip


@pytest.mark.parametrize("shell", ["A kind of extension plan"], indirect=True)
def test_a_plan_is_everywhere(shell: Shell, tmp_path: Path) -> None:
    """Typed, kept to, shown, and in every format both ways."""
    board = ["--switchboard", "031 123 45 67", "--extension-prefix", "52"]
    fields = ["office", "list", "--fields", "code,extension_prefix,extension_digits"]
    made, right, wrong, both, shown, listed = shell(
        [*OFFICE, *board], [*ADD, "--ext", "5201"], ["contact", "edit", "zoe", "--ext", "4201"],
        ["office", "edit", "bern", "--extension-prefix", "5", "--extension-digits", "3"],
        ["show", "bern"], fields,
    )  # fmt: skip
    assert (made.code, right.code, wrong.code, both.code) == (0, 0, 4, 2)
    assert "(52 and more digits)" in wrong.err
    assert "`pressdesk office edit harbour-bern --extension-prefix`" in wrong.err
    assert "extensions:  52 and more digits\n" in shown.out
    assert listed.out == "harbour-bern\t52\t\n"
    assert moved(shell, tmp_path, forms=("csv", "json"), query=fields) == [listed.out] * 2
    counted = [{"name": "Harbour Rome", "country": "IT", "names": {}, "extension_prefix": 7}]
    (tmp_path / "counted.json").write_text(json.dumps(counted))
    _, again = good(shell(["import", str(tmp_path / "counted.json")], fields))
    assert "harbour-rome\t7\t\n" in again


@pytest.mark.parametrize("shell", ["Another program's columns"], indirect=True)
def test_a_program_is_everywhere(shell: Shell, tmp_path: Path) -> None:
    """Written, known by its header, read by its name, and what it has no place for is named."""
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    theirs.write_text(
        "Record ID,Salutation,First Name,Last Name,Email,Associated Company,Lifecycle Stage\n"
        "7,Dr.,Ada,Lovelace,ada@example.org,Harbour Bern,Lead\n",
        encoding="utf-8",
    )
    names = ["contact", "list", "--fields", "name,email,title"]
    there = ["--db", str(tmp_path / "other.db"), "-q"]
    _, _, wrote, _, read, listed = shell(
        OFFICE, [*ADD, "--title", "Head", "--fax", "+41 31 123 45 67"],
        ["export", "--for", "hubspot", "-o", str(ours)],
        [*there, *OFFICE], [*there, "import", "--from", "hubspot", str(ours)], [*there, *names],
    )  # fmt: skip
    assert ours.read_text("utf-8").replace('"', "").splitlines() == [
        "First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name",
        "Zoë,Lind,zoe@example.org,,,Head,Harbour Bern",
    ]
    assert "hubspot has no place for these values: fax (1)" in wrote.err
    assert (read.code, listed.out) == (0, "Zoë Lind\tzoe@example.org\tHead\n")
    known, listed = shell(["import", str(theirs)], names)
    assert "contacts of hubspot" in known.err
    assert 'Salutation: "Dr." has no place in pressdesk' in known.err
    assert "ignored columns: Record ID, Lifecycle Stage" in known.err
    assert "Ada Lovelace\tada@example.org\t\n" in listed.out
