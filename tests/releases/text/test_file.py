import pytest
from hypothesis import strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.releases.release import Placement
from pressdesk.releases.text.file import parse_text

CARD = """For more information please contact
Maria G. Moreno
IOM Washington DC
Email: mgmoreno@iom.int
Tel: +1 202 862 1826 ext 230
"""
OTHER = CARD.replace("Maria G. Moreno", "Tom Kay").replace("mgmoreno", "tkay")
places = st.sampled_from(Placement)


def put(
    content: bytes, block: str, placement: Placement = Placement.AUTO, *, adds: bool = False
) -> bytes:
    """Append a block."""
    return parse_text("r.txt", content).with_block(block, placement=placement, adds=adds)


@pytest.mark.parametrize(
    "content",
    [
        b"a \x81\xe9\xff tail",
        b"caf\xe9\r\nENDS",
        "gr\u00fc\u00df \xe9\xe9".encode() + b"\xc3",
    ],
)
def test_bytes_that_are_nothing_stay(content: bytes) -> None:
    """Windows-1252 with holes, UTF-8 that was cut off."""
    once = put(content, CARD)
    assert parse_text("r.txt", once).without_blocks() == content
    assert [one.text for one in parse_text("r.txt", once).blocks] == [CARD]


def test_an_encoding_that_cannot_hold_the_block_is_refused() -> None:
    """And says which character, and the way out."""
    with pytest.raises(InvalidFileError, match="is Windows-1252, which has no"):
        put(b"caf\xe9 cr\xe8me", CARD.replace("Maria G. Moreno", "ليلى حداد"))


@pytest.mark.parametrize(
    ("placement", "text", "expected"),
    [
        ("auto", "A\n\n###\n", "A\n\nBLOCK\n###\n"),
        ("auto", "A\n###\n", "A\n\nBLOCK###\n"),
        ("auto", "A\n\nENDS\n\nNotes to editors\nx\n", "A\n\nENDS\n\nBLOCK\nNotes to editors\nx\n"),
        ("auto", "A\n\nENDS\n", "A\n\nENDS\n\nBLOCK"),
        ("auto", "A\n\nENDS", "A\n\nENDS\n\nBLOCK"),
        ("auto", "A\n\nAbout Harbour\nWe are.\n", "A\n\nBLOCK\nAbout Harbour\nWe are.\n"),
        ("auto", "A\n\nÜber uns\nx\n", "A\n\nBLOCK\nÜber uns\nx\n"),
        ("auto", "A\n\nAbout 300 came\n", "A\n\nAbout 300 came\n\nBLOCK"),
        ("auto", "ENDS\n\nB\n\n###\n", "ENDS\n\nB\n\nBLOCK\n###\n"),
        ("end", "A\n\n###\n", "A\n\n###\n\nBLOCK"),
        ("before-end-mark", "A\n\nENDS\n\nB\n", "A\n\nBLOCK\nENDS\n\nB\n"),
        ("after-end-mark", "A\n\n###\n\nB\n", "A\n\n###\n\nBLOCK\nB\n"),
        ("after-end-mark", "A\n", "A\n\nBLOCK"),
        ("auto", "", "BLOCK"),
    ],
)
def test_a_block_goes_where_it_belongs(placement: str, text: str, expected: str) -> None:
    """As the table in docs/releases.md has it."""
    done = put(text.encode(), CARD, Placement(placement)).decode()
    wanted = expected.replace("BLOCK", CARD)
    assert done == (wanted if text.endswith("\n") or not text else wanted.removesuffix("\n"))


TYPED = (
    """For further information, please contact:

Maria Moreno, Press Officer
IOM Washington DC
E-mail: mgmoreno@iom.int
Phone: +1 202-862-1826, ext. 230
""",
    "MEDIA CONTACT\nMaria Moreno\nE: mgmoreno@iom.int | T: +1 202 862 1826 x230\n",
    "Pressekontakt:\nMaria Moreno\nIOM\nmgmoreno@iom.int\n+49 30 123456\n",
)


@pytest.mark.parametrize("typed", TYPED)
def test_a_typed_block_is_replaced(typed: str) -> None:
    """Whatever its lead-in and labels; nothing is doubled."""
    done = put(f"A\n\n{typed}\n###\n".encode(), CARD)
    assert done.decode() == f"A\n\n{CARD}\n###\n"


def test_what_is_not_wholly_understood_is_left_and_named() -> None:
    """A line among the ways that nobody could have printed."""
    text = "A\n\nMedia contact\nMaria Moreno\nPhone: +1 202 862 1826\nAsk for the night desk.\n"
    release = parse_text("r.txt", text.encode())
    assert (release.typed, release.doubtful) == ((), (3,))
    assert text in put(text.encode(), CARD).decode()


def test_a_line_that_would_run_into_a_block_sends_it_to_the_end() -> None:
    """A number right behind ENDS would be read as one more of the block."""
    content = b"News\nENDS\nTel: +1 202 862 1826\n"
    once = put(content, CARD)
    assert once == content + b"\n" + CARD.encode()
    assert parse_text("r.txt", once).without_blocks() == content


def test_a_line_without_a_way_that_touches_a_block_is_not_part_of_it() -> None:
    """A block that was typed is replaced all the same."""
    content = b"News\n\nMedia contact\nMaria\nPhone: +1 202 862 1826\nMedia contact: see below\n"
    line = "For more information please contact Maria at IOM, Tel: +1 202 862 1826\n"
    once = put(content, line)
    assert once == f"News\n\n{line}Media contact: see below\n".encode()
    assert put(once, line) == once
