"""What each style prints in each language and format, byte for byte."""

from pathlib import Path

import pytest

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.blocks.samples import OFFICES, sample_block
from tests.make_golden import GOLDEN, golden_paths, printed_for
from tests.pages import text_of_page

FILES = sorted(path for path in GOLDEN.rglob("*") if path.is_file())


def name_of(path: Path) -> str:
    """Name a golden file in the report of pytest: `card/fr.html`."""
    return path.relative_to(GOLDEN).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_is_printed_is_kept_in_a_file(path: Path) -> None:
    """A change of a block is seen in its files (`python -m tests.make_golden` makes them anew)."""
    assert printed_for(path).encode() == path.read_bytes()


def test_each_style_language_and_format_has_its_file() -> None:
    """A new wording, style or format brings its files, and one that goes takes them along."""
    assert list(map(name_of, FILES)) == sorted(map(name_of, golden_paths()))


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.txt")), ids=name_of)
def test_a_golden_text_is_read_back(path: Path) -> None:
    """The block that was printed comes out of the file."""
    read = parse_block(path.read_bytes().decode(), path.stem, path.parent.name)
    assert read == sample_block(path.stem)


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.html")), ids=name_of)
def test_a_golden_page_is_read_back(path: Path) -> None:
    """So does the block that a browser shows."""
    shown = text_of_page(path.read_bytes().decode())
    read = parse_block(shown, path.stem, path.parent.name, is_page=True)
    assert read == sample_block(path.stem)


def test_every_language_has_its_sample() -> None:
    """A new wording brings a press office."""
    assert sorted(OFFICES) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_what_the_directory_would_hold(language: str) -> None:
    """Addresses and numbers are in the form in which they are stored; each kind of way is there."""
    ways = [way for entry in sample_block(language).entries for way in entry.ways]
    assert {way.kind for way in ways} == set(WayKind)
    for way in ways:
        if way.kind is WayKind.EMAIL:
            assert str(EmailAddress.parse(way.text)) == way.text
        else:
            assert PhoneNumber.parse(way.text).display == way.text
