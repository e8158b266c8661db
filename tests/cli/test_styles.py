"""Styles by their names, as block, append and check ask for them."""

import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.blocks.style import CARD
from pressdesk.cli.styles import get_style, known_styles, own_style_files
from pressdesk.errors import FileError, InvalidFileError, NotFoundError

GOOD = 'lines = ["{name}", "{ways}"]\n'
BAD = 'lines = ["{name}", "{ways}"]\njion = "; "\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's own styles."""
    monkeypatch.setattr("pressdesk.cli.styles.config_folder", lambda: tmp_path)
    (tmp_path / "styles").mkdir()
    return tmp_path / "styles"


def test_a_style_is_found_by_its_name(folder: Path) -> None:
    """Built in, of the user, broken, unreadable, missing."""
    (folder / "un.toml").write_text(GOOD)
    (folder / "bad.toml").write_text(BAD)
    (folder / "dir.toml").mkdir()
    assert get_style("card") is CARD
    assert get_style("un").lines == ("{name}", "{ways}")
    with pytest.raises(InvalidFileError):
        get_style("bad")
    with pytest.raises(FileError):
        get_style("dir")
    with pytest.raises(NotFoundError) as raised:
        get_style("uns")
    assert raised.value.near == ("un",)


def test_a_built_in_style_asks_for_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container nobody has a home."""
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pressdesk.cli.styles.config_folder", lambda: pytest.fail("asked"))
    assert get_style("line").name == "line"


def test_finding_a_built_in_style_reads_no_toml() -> None:
    """Every block asks for its style."""
    code = (
        "import sys; from pressdesk.cli.styles import get_style as f; f('card')\n"
        "print({'tomllib', 'difflib', 'babel', 'rich'} & set(sys.modules) - before)"
    )
    code = f"import sys, typer, pressdesk.cli; before = set(sys.modules)\n{code}"
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


def test_the_styles_that_releases_may_have(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one that is named comes first; one that cannot be used is warned of, and left out."""
    (folder / "un.toml").write_text(GOOD)
    (folder / "bad.toml").write_text(BAD)
    assert [style.name for style in known_styles("un")] == ["un", "card", "inline", "line"]
    assert capsys.readouterr().err.endswith("blocks in this style are not recognised\n")
    with pytest.raises(NotFoundError):
        known_styles("uns")


def test_a_folder_that_is_none(folder: Path) -> None:
    """Missing or a file: no own styles; unreadable: said."""
    folder.rmdir()
    assert own_style_files() == []
    folder.write_text("")
    assert own_style_files() == []
