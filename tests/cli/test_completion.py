"""Completion in the shells that are here: names from the live directory, and never an error."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

BASH = r"""
source <(pressdesk completion bash)
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_pressdesk_completion pressdesk
printf '%s\n' "${{COMPREPLY[@]}}"
"""
# What zsh's own functions are given; they work only while somebody types.
ZSH = r"""
_arguments() {{ print -l -- ${{(Q)${{(z)${{${{1#*\(\(}}%\)\)}}}}}} }}
_files() {{ : }}
compdef() {{ : }}
eval "$(pressdesk completion zsh)"
words=({words}); CURRENT=${{#words}}
_pressdesk_completion
"""
FISH = r"""
pressdesk completion fish | source
complete --do-complete "{line}"
"""

CASES = [
    (["bl"], {"block"}),
    (["contact", "un"], {"unpost"}),
    (["block", "--form"], {"--format"}),
    (["block", "harbour-g"], {"harbour-geneva"}),
    (["show", "mari"], {"maria-g-moreno"}),
    (["contact", "edit", "z"], {"zoe-lindqvist"}),
    (["block", "gen"], {"geneva"}),
    (["show", "mor"], {"moreno"}),
    (["contact", "edit", "dr", "--office", "nair"], {"nairobi"}),
    (["office", "edit", "x", "--reports-to", "bog"], {"bogota"}),
    (["where", "kam"], {"kamau"}),
    (["find", "x", "--office", "iom"], {"iom-washington-dc"}),
    (["find", "x", "--topic", "dr"], {"drought"}),
    (["find", "x", "--lang", "sw"], {"sw"}),
    (["block", "x", "--lang", "z"], {"zh"}),
]


@pytest.fixture
def sample(sample: Run, db: Path) -> Path:  # noqa: ARG001  # its directory is what shells ask
    """Give the path of the sample directory."""
    return db


def complete(shell: str, words: list[str], db: Path) -> tuple[set[str], str]:
    """Press TAB behind the words in a real shell; give what it offers, and its stderr."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    quoted = " ".join(["pressdesk", *(word or "''" for word in words)])
    script = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(words=quoted, line=quoted)
    folder = Path(sys.executable).parent
    done = subprocess.run(  # noqa: S603  # a shell is what is tested
        [program, *(["-f"] if shell == "zsh" else []), "-c", script],
        # Where there is nothing to offer, fish offers files: here are none.
        capture_output=True, text=True, check=False, cwd=db.parent / "home",
        env={"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(db.parent),
             "PRESSDESK_DB": str(db), "TERM": "dumb"},
    )  # fmt: skip
    offers = {line.strip().strip('"').partition("\t")[0] for line in done.stdout.splitlines()}
    return offers - {""}, done.stderr


def answer_to_bash(typed: str, db: Path) -> subprocess.CompletedProcess[str]:
    """Answer as bash asks, behind `pressdesk show` and what is typed."""
    return subprocess.run(  # our own interpreter
        [sys.executable, "-m", "pressdesk"], capture_output=True, text=True, check=False,
        env={"_PRESSDESK_COMPLETE": "complete_bash", "COMP_WORDS": f"pressdesk\nshow\n{typed}",
             "COMP_CWORD": "2", "PRESSDESK_DB": str(db), "HOME": str(db.parent)},
    )  # fmt: skip


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(("words", "expected"), CASES, ids=" ".join)
def test_names_are_completed(
    shell: str, words: list[str], expected: set[str], sample: Path
) -> None:
    """Commands, options, offices, contacts, topics, languages."""
    offers, said = complete(shell, words, sample)
    assert offers == expected
    assert said == ""


SEVERAL_WORDS = {f"relief harbour {city}" for city in ("berlin", "bogota", "geneva", "nairobi",
                                                       "tunis")}  # fmt: skip


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_name_of_several_words_is_one_argument(shell: str, sample: Path) -> None:
    """Bash puts into the line what it is given; the others quote it themselves."""
    offers, said = complete(shell, ["show", "relief"], sample)
    assert said == ""
    assert {
        shlex.split(offer)[0] if shell == "bash" else offer for offer in offers
    } == SEVERAL_WORDS


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("harbour\\ relief\\ g", "harbour\\ relief\\ geneva\n"),
        ("'harbour relief g", "harbour relief geneva\n"),
        ('"harbour relief g', "harbour relief geneva\n"),
    ],
)
def test_a_name_goes_on_as_it_was_begun_in_bash(typed: str, offered: str, sample: Path) -> None:
    """With backslashes; behind a quotation mark as it is, for bash closes that itself."""
    assert answer_to_bash(typed, sample).stdout == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_without_a_directory_nothing_is_offered_or_said(shell: str, tmp_path: Path) -> None:
    """A shell would print it into the line."""
    assert complete(shell, ["show", "m"], tmp_path / "missing.db") == (set(), "")
    assert not (tmp_path / "missing.db").exists()


@pytest.mark.parametrize("word", ["'", '"', "\\", "%", "$(", "é"])
def test_odd_beginnings_are_harmless(word: str, sample: Path) -> None:
    """What is half typed is no error."""
    done = answer_to_bash(word, sample)
    assert (done.stderr, done.returncode) == ("", 0)


def test_an_unknown_shell_is_a_usage_error(run: Run) -> None:
    """The shells are named."""
    done = run("pressdesk completion tcsh")
    assert done.code == 2
    assert "bash" in done.err


@pytest.mark.parametrize("words", [["b"], ["show", "m"], ["find", "--office", "h"]])
def test_completion_imports_nothing_heavy(words: list[str], sample: Path) -> None:
    """A key that is pressed is answered at once."""
    code = (
        "import sys\nopened = []\n"
        "sys.addaudithook(lambda event, of: event == 'open' and opened.append(str(of[0])))\n"
        "from pressdesk.cli import run\nrun([])\n"
        "print(sorted(m for m in sys.modules if '.' not in m), opened, file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"_PRESSDESK_COMPLETE": "complete_bash", "PRESSDESK_DB": str(sample),
             "COMP_WORDS": "\n".join(["pressdesk", *words]), "COMP_CWORD": str(len(words)),
             "HOME": str(sample.parent)},
    )  # fmt: skip
    assert done.stdout.strip()
    for module in ("rich", "sqlite_utils", "phonenumbers", "babel", "platformdirs"):
        assert f"'{module}'" not in done.stderr
    assert ".txt" not in done.stderr  # no words of releases
