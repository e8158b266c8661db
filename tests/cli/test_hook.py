"""The hook for pre-commit, run by the real program in a repository of its own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")

CARD = """For more information please contact
Maria G. Moreno
IOM Washington DC
Email: mgmoreno@iom.int
Tel: +1 202 862 1826 ext 230
"""


@pytest.fixture
def repository(tmp_path: Path, washington: Run, db: Path) -> Path:
    """Give a repository whose configuration has our hook; the directory is that of the test."""
    assert washington("pressdesk office list").code == 0
    folder = tmp_path / "repository"
    folder.mkdir()
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    # Our own installation, where pre-commit would make another from the network.
    local = re.sub(r"(?m)^", "      ", hook.replace("language: python", "language: system"))
    config = f"repos:\n- repo: local\n  hooks:\n{local.rstrip()}\n"
    (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    _run(folder, db, str(GIT), "init", "--quiet")
    return folder


def _run(folder: Path, db: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the repository, with nothing of whoever runs the tests."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent / "home"),
        "PRE_COMMIT_HOME": str(folder.parent / "cache"),
        "PRESSDESK_DB": str(db),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    return subprocess.run(  # noqa: S603  # git and pre-commit
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def hooked(folder: Path, db: Path) -> subprocess.CompletedProcess[str]:
    """Stage everything and run the hooks."""
    assert _run(folder, db, str(GIT), "add", ".").returncode == 0
    return _run(folder, db, sys.executable, "-m", "pre_commit", "run")


def test_a_current_release_may_be_committed(repository: Path, db: Path) -> None:
    """So may one without a block, and files that are no releases."""
    (repository / "release.txt").write_text(f"News\n\n{CARD}")
    (repository / "README.md").write_text("# Releases\n")
    (repository / "code.py").write_text(CARD)
    done = hooked(repository, db)
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a_stale_release_may_not(repository: Path, washington: Run, db: Path) -> None:
    """And says which line, and what it should be."""
    for extension in ("231", "230"):
        assert washington(f"pressdesk contact edit maria --ext {extension}").code == 0
    (repository / "release.txt").write_text(f"News\n\n{CARD.replace('230', '231')}")
    done = hooked(repository, db)
    assert done.returncode == 1
    assert (
        "release.txt:7: changed: phone +1 202 862 1826 ext 231 -> +1 202 862 1826 ext 230"
        in done.stdout
    )
