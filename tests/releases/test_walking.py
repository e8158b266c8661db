import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.errors import FileError
from pressdesk.releases.walking import Walk, find_releases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with releases and with what is none."""
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/d.docx", "e.pdf", ".hidden/f.txt", ".g.txt",
                 "node_modules/h.md", "sub/archive/i.txt"):  # fmt: skip
        path = tmp_path / "r" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path / "r"


class Told:
    """Who is told of what is passed by."""

    def __init__(self) -> None:
        self.skipped: list[str] = []
        self.failed: list[str] = []

    def skip(self, name: str, _reason: str) -> None:
        """Hear of a link."""
        self.skipped.append(Path(name).name)

    def fail(self, error: FileError) -> None:
        """Hear of a folder."""
        self.failed.append(str(error))


def found(folder: Path, **globs: tuple[str, ...]) -> list[str]:
    """Give the releases of a folder, by their path below it."""
    names = find_releases([str(folder)], Walk(**globs), Told())
    return [str(Path(name).relative_to(folder)) for name in names]


def test_a_folder_has_its_releases_in_order(folder: Path) -> None:
    """Hidden and vendored folders are left out, and other files."""
    assert found(folder) == ["a.md", "b.txt", "sub/archive/i.txt", "sub/c.HTML", "sub/d.docx"]


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        ({"include": ("*.md",)}, ["a.md"]),
        ({"include": ("sub/*",)}, ["sub/archive/i.txt", "sub/c.HTML", "sub/d.docx"]),
        ({"exclude": ("sub",)}, ["a.md", "b.txt"]),
        ({"exclude": ("sub/archive/", "*.docx")}, ["a.md", "b.txt", "sub/c.HTML"]),
        ({"include": ("*.txt",), "exclude": ("i.*",)}, ["b.txt"]),
        ({"include": ("[",)}, []),
    ],
)
def test_globs_choose(folder: Path, globs: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    """By name, or by the path below the folder."""
    assert found(folder, **globs) == expected


def test_files_that_are_named_are_taken_as_they_are(folder: Path) -> None:
    """Hidden ones, and ones that are no releases by their name."""
    names = [str(folder / "e.pdf"), str(folder / ".g.txt"), "-", "nowhere.txt"]
    assert list(find_releases(names, Walk(), Told())) == names


def test_links_do_not_lead_out(folder: Path, tmp_path: Path) -> None:
    """Nor round in a circle; within the folder they are followed."""
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "round").symlink_to(folder)
    (folder / "away").symlink_to(tmp_path)
    (folder / "dead.txt").symlink_to(folder / "gone.txt")
    told = Told()
    shown = [Path(name).name for name in find_releases([str(folder)], Walk(), told)]
    assert (shown[:4], sorted(told.skipped)) == (
        ["a.md", "b.txt", "dead.txt", "in.txt"],
        ["away", "out.txt"],
    )


def test_a_folder_that_cannot_be_read_hides_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's, in the midst of ours: it is named."""
    scan = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("archive"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    told = Told()
    names = [Path(name).name for name in find_releases([str(folder)], Walk(), told)]
    assert names == ["a.md", "b.txt", "c.HTML", "d.docx"]
    reason = "cannot be read (Permission denied)"
    assert told.failed == [f"{folder / 'sub' / 'archive'}: {reason}"]
