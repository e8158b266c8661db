from pathlib import Path

import pytest

from pressdesk.errors import FileError, InvalidFileError
from pressdesk.releases.editing import OpenRelease, Outcome, editing_release, read_release
from pressdesk.releases.release import Placement

CARD = "For more information please contact\nAnn Lee\nGeneva\nEmail: ann@example.org\n"
TEXT = "Five ships left port.\n"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Give a release without a block."""
    path = tmp_path / "r.md"
    path.write_text(TEXT)
    return path


def put(path: Path, block: str, *, adds: bool = False) -> Outcome:
    """Put a block into a file."""
    with editing_release(str(path), None) as opened:
        return opened.put_block(block, Placement.AUTO, adds=adds)


def test_a_block_goes_in_and_out(release: Path) -> None:
    """What became of the file is said each time, and the file is as it was."""
    other = CARD.replace("Ann", "Bob")
    assert put(release, CARD) is Outcome.ADDED
    assert put(release, CARD) is Outcome.UNCHANGED
    assert put(release, other) is Outcome.UPDATED
    assert put(release, CARD, adds=True) is Outcome.ADDED
    with editing_release(str(release), None) as opened:
        assert opened.take_blocks() is Outcome.REMOVED
    assert release.read_text() == TEXT
    with editing_release(str(release), None) as opened:
        assert opened.take_blocks() is Outcome.UNCHANGED


def test_what_was_read_only_changes_nothing(release: Path) -> None:
    """Until somebody writes it."""
    opened = read_release(str(release), None)
    opened.put_block(CARD, Placement.END, adds=False)
    assert opened.new is not None
    assert release.read_text() == TEXT


def test_old_bytes_are_kept_when_asked(release: Path) -> None:
    """And where they are is said."""
    with editing_release(str(release), None, backup=True) as opened:
        opened.put_block(CARD, Placement.END, adds=False)
    assert opened.kept == release.with_name("r.md.bak")
    assert opened.kept.read_text() == TEXT


def test_a_form_may_be_named_and_a_name_that_tells_none_is_refused(tmp_path: Path) -> None:
    """A file that is not there is said to be so, whatever its name."""
    path = tmp_path / "r.orig"
    with pytest.raises(FileError, match="there is no such file"):
        read_release(str(path), None)
    path.write_text(TEXT)
    with pytest.raises(InvalidFileError, match="is no release by its name"):
        read_release(str(path), None)
    with (
        pytest.raises(InvalidFileError, match="is no release by its name"),
        editing_release(str(path), None),
    ):
        pass
    assert read_release(str(path), "text").form == "text"


def test_what_a_typed_block_says_beside_its_people_would_be_lost() -> None:
    """With the line of the block; of one that we printed nothing is lost."""
    sentence = "Media contact: Maria G. Moreno, mgmoreno@iom.int (mornings only)."
    opened = OpenRelease.parse("r.txt", f"News\n\n{sentence}\n".encode(), "text")
    assert [lost.line for lost in opened.find_losses()] == [3]
    assert OpenRelease.parse("r.txt", f"News\n\n{CARD}".encode(), "text").find_losses() == []
