"""The bytes of a text file, whatever they are, come back."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.releases.encoding import decode_bytes

TEXT = "Zoë – “Genève”\r\n"


@given(st.binary(), st.sampled_from([None, "", "latin1", "utf-16", "koi8-r", "no such codec"]))
def test_no_byte_is_lost(content: bytes, declared: str | None) -> None:
    """Nor is any changed, in damaged files of any encoding."""
    read = decode_bytes(content, declared)
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
    read = decode_bytes(content)
    assert (read.text, read.codec) == (TEXT, codec)
    assert read.encode("Ł" if codec != "cp1252" else "é").startswith(read.bom)


def test_a_declared_encoding_is_believed_where_it_can_be() -> None:
    """What a page calls Latin-1 is Windows-1252 all the same."""
    assert decode_bytes("Алматы".encode("koi8-r"), "KOI8-R").text == "Алматы"
    assert decode_bytes("“a”".encode("cp1252"), "iso-8859-1").text == "“a”"


def test_damaged_utf8_stays_utf8() -> None:
    """One bad byte among good characters does not make Windows-1252 of a file."""
    assert decode_bytes("Zoë Genève ".encode() + b"\xff").codec == "utf-8"


def test_what_an_encoding_lacks_is_refused() -> None:
    """With the character, and the way out."""
    read = decode_bytes(TEXT.encode("cp1252"))
    read.refuse_unknown("r.txt", "Zoë")
    with pytest.raises(InvalidFileError, match=r"Windows-1252, which has no .*ل.*UTF-8 first"):
        read.refuse_unknown("r.txt", "ليلى")
