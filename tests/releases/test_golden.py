"""Releases before and after `append`, byte for byte; a new case is a folder with two files."""

from pathlib import Path

import pytest

from pressdesk.releases.formats import get_form, parse_release
from tests.make_releases import appended, cases


@pytest.mark.parametrize("before", cases(), ids=lambda path: path.parent.name)
def test_a_block_goes_where_it_belongs(before: Path) -> None:
    """`python -m tests.make_releases` makes the files anew."""
    after = before.with_stem("after")
    assert appended(before) == after.read_bytes()
    assert appended(after) == after.read_bytes()


@pytest.mark.parametrize("before", cases(), ids=lambda path: path.parent.name)
def test_the_block_comes_out_again(before: Path) -> None:
    """Where there was none before, the same bytes are there."""
    form = get_form(before)
    after = before.with_stem("after").read_bytes()
    released = parse_release("r", after, form)
    assert len(released.blocks) == 1
    if not parse_release("r", before.read_bytes(), form).blocks:
        assert released.without_blocks() == before.read_bytes()


def test_there_are_cases_of_every_format() -> None:
    """A glob that finds nothing proves nothing."""
    suffixes = {path.suffix for path in cases()}
    assert (suffixes, len(cases()) >= 25) == ({".txt", ".md", ".html"}, True)
