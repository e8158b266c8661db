"""What holds for every block and every release in text, Markdown and HTML, whatever its bytes."""

import pytest
from hypothesis import assume, given, settings, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.releases.formats import parse_release
from pressdesk.releases.release import Placement
from tests.releases.strategies import ENCODINGS, encoded, pages, printed, texts

RELEASES = {"text": texts(), "markdown": texts(), "html": pages()}
PLACES = st.sampled_from(Placement)
each_form = pytest.mark.parametrize("form", RELEASES)


def put(
    form: str, content: bytes, block: str, placement: Placement, *, adds: bool = False
) -> bytes:
    """Append a block."""
    return parse_release("r", content, form).with_block(block, placement=placement, adds=adds)


def accepts(form: str, content: bytes, block: str, placement: Placement) -> bool:
    """Ask whether a release takes the block there, and has none yet."""
    release = parse_release("r", content, form)
    try:
        release.with_block(block, placement=placement, adds=False)
    except InvalidFileError:
        return False
    return not release.blocks


@each_form
@settings(max_examples=50)
@given(data=st.data(), encoding=ENCODINGS, placement=PLACES)
def test_append_twice_is_append_once_and_removing_gives_the_bytes_back(
    form: str, data: st.DataObject, encoding: str, placement: Placement
) -> None:
    """For every release that had no block."""
    content = encoded(data.draw(RELEASES[form]), encoding)
    block = data.draw(printed(form))
    assume(accepts(form, content, block, placement))
    once = put(form, content, block, placement)
    release = parse_release("r", once, form)
    assert [one.is_marked for one in release.blocks] == [form != "text"]
    assert put(form, once, block, placement) == once
    assert release.without_blocks() == content
    assert len(release.doubtful) <= len(parse_release("r", content, form).doubtful)


def place_of(form: str, content: bytes) -> list[int]:
    """Give the lines at which blocks stand."""
    return [one.line for one in parse_release("r", content, form).blocks]


@each_form
@settings(max_examples=50)
@given(data=st.data(), placement=PLACES)
def test_another_block_takes_the_place_and_adding_keeps_both(
    form: str, data: st.DataObject, placement: Placement
) -> None:
    """The same bytes as if it had been there from the start; and both are taken out again.

    A text that runs into one of them and not into the other gives them different places.
    """
    content = data.draw(RELEASES[form]).encode()
    first, second = data.draw(printed(form)), data.draw(printed(form))
    assume(first != second)
    assume(accepts(form, content, first, placement))
    once = put(form, content, first, placement)
    assume(accepts(form, content, second, placement))
    other = put(form, content, second, placement)
    assume(place_of(form, other) == place_of(form, once))
    assert put(form, once, second, placement) == other
    both = put(form, once, second, placement, adds=True)
    found = {one.text for one in parse_release("r", both, form).blocks}
    assert len(found) == 2
    assert form != "text" or found == {first, second}
    assert put(form, both, second, placement, adds=True) == both
    assert parse_release("r", both, form).without_blocks() == content


@given(text=texts(), block=printed("text"), placement=PLACES)
def test_plain_text_takes_every_block_of_ours(text: str, block: str, placement: Placement) -> None:
    """None of those that we print is refused there, and it reads back to the byte."""
    release = parse_release("r", text.encode(), "text")
    assume(not release.blocks)
    once = release.with_block(block, placement=placement, adds=False)
    assert [one.text for one in parse_release("r", once, "text").blocks] == [block]
