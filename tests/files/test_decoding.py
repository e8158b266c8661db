"""The bytes of a text file, whatever they are, come back."""

import pytest
from hypothesis import assume, given, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.files.decoding import decode_bytes, find_mark, find_unmarked

NAME = "r.txt"
TEXT = "Zoë – “Genève”\r\n"


@given(st.binary(), st.sampled_from([None, "", "latin1", "utf-16", "koi8-r", "no such codec"]))
def test_no_byte_is_lost(content: bytes, declared: str | None) -> None:
    """Nor is any changed, in damaged files of any encoding that are not refused."""
    try:
        read = decode_bytes(NAME, content, declared)
    except InvalidFileError:
        assume(False)
    assert read.encode(read.text) == content


@pytest.mark.parametrize(
    ("content", "codec"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_an_encoding_is_told_by_the_bytes(content: bytes, codec: str) -> None:
    """By their mark, by being UTF-8, or by not being it."""
    read = decode_bytes(NAME, content)
    assert (read.text, read.codec) == (TEXT, codec)
    assert read.encode("Ł" if codec != "cp1252" else "é").startswith(read.bom)


def test_a_declared_encoding_is_believed_where_it_can_be() -> None:
    """What a page calls Latin-1 is Windows-1252 all the same."""
    assert decode_bytes(NAME, "Алматы".encode("koi8-r"), "KOI8-R").text == "Алматы"
    assert decode_bytes(NAME, "“a”".encode("cp1252"), "iso-8859-1").text == "“a”"


def test_damaged_utf8_stays_utf8() -> None:
    """One bad byte among good characters does not make Windows-1252 of a file."""
    assert decode_bytes(NAME, "Zoë Genève ".encode() + b"\xff").codec == "utf-8"


def test_what_an_encoding_lacks_is_refused() -> None:
    """With the character, and the way out."""
    read = decode_bytes(NAME, TEXT.encode("cp1252"))
    read.refuse_unknown(NAME, "Zoë")
    with pytest.raises(InvalidFileError, match=r"Windows-1252, which has no .*ل.*UTF-8 first"):
        read.refuse_unknown(NAME, "ليلى")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"News\n\nFive ships\x00.\n", r"r\.txt:3: holds a NUL character"),
        ("News\n".encode("utf-16-le"), r"r\.txt:1: .* UTF-16 without its mark"),
        ("News\n".encode("utf-32"), r"r\.txt:1: holds a NUL character"),
        (b"\xff\xfe" + "News\nx".encode("utf-16-le") + b"y", r"r\.txt:2: is damaged UTF-16"),
        (b"\xfe\xff" + "News\n".encode("utf-16-be") + b"\xd8\x00\x00a", r"r\.txt:2: is damaged"),
        (b"\xff\xfe" + "a\nb\n".encode("utf-16-le") + b"\x00\xdca\x00", r"r\.txt:3: is damaged"),
    ],
    ids=["NUL", "no mark", "UTF-32", "odd bytes", "lone half", "lone second half"],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    """Else a block would go among halves of characters, and nobody would be told."""
    with pytest.raises(InvalidFileError, match=reason):
        decode_bytes(NAME, content)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xef\xbb\xbfa", (b"\xef\xbb\xbf", "utf-8")),
        (b"\xff\xfea\0", (b"\xff\xfe", "utf-16-le")),
        (b"\xfe\xff\0a", (b"\xfe\xff", "utf-16-be")),
        (b"a", (b"", None)),
        (b"", (b"", None)),
    ],
)
def test_a_mark_tells_the_codec(content: bytes, found: tuple[bytes, str | None]) -> None:
    """Or there is none."""
    assert find_mark(content) == found


def test_utf_16_without_a_mark_is_told_by_what_it_must_begin_with() -> None:
    """Both ways round; of anything else nothing is said."""
    assert find_unmarked("<a/>".encode("utf-16-le"), "<") == "utf-16-le"
    assert find_unmarked("BEGIN".encode("utf-16-be"), "BE") == "utf-16-be"
    assert find_unmarked(b"<a/>", "<") is None
    assert find_unmarked("abc".encode("utf-16-le"), "<") is None
