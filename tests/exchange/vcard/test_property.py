"""Content lines as properties."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.vcard.property import parse_property
from pressdesk.exchange.vcard.text import escape_text

SAVE = "save it as UTF-8 and try again"


@given(text=st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")))
def test_a_text_that_was_escaped_is_read_back(text: str) -> None:
    """Whatever stands in it."""
    found = parse_property(f"item1.note;LANGUAGE=fr:{escape_text(text)}".encode())
    assert found
    assert (found.name, found.group, found.language, found.text) == ("NOTE", "item1", "fr", text)


@pytest.mark.parametrize(
    ("line", "types"),
    [
        (b"TEL;TYPE=work,voice:1", {"work", "voice"}),
        (b"TEL;TYPE=Work;TYPE=VOICE:1", {"work", "voice"}),
        (b'TEL;TYPE="work,voice":1', {"work", "voice"}),
        (b"TEL;WORK;VOICE:1", {"work", "voice"}),
        (b"TEL;TYPE=:1", set()),
        (b'TEL;X="a:b;c":1', set()),
    ],
)
def test_types_in_every_spelling(line: bytes, types: set[str]) -> None:
    """Of three versions and of programs that read none."""
    found = parse_property(line)
    assert found
    assert (set(found.types), found.value) == (types, "1")


@pytest.mark.parametrize(
    ("line", "preference"),
    [(b"TEL;PREF=2:1", 2), (b"TEL;TYPE=pref:1", 1), (b"TEL;PREF=x:1", 101), (b"TEL:1", 101)],
)
def test_what_comes_first(line: bytes, preference: int) -> None:
    """A number that is none says nothing."""
    found = parse_property(line)
    assert found
    assert found.preference == preference


@pytest.mark.parametrize(
    ("line", "text", "warning", "problem"),
    [
        (b"FN;CHARSET=iso-8859-1:Zo\xeb", "Zoë", None, None),
        (b"FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "Zoë", None, None),
        (b"FN:Zo\xeb", "Zoë", "read as Windows-1252: check the accents", None),
        (b"FN;CHARSET=utf-7:Zo\xc3\xab", "Zoë", "is not the utf-7 it says", None),
        (b"FN:Zo\xeb \xc3\xab", "", None, f"mixes UTF-8 with another encoding; {SAVE}"),
        (b"FN:\x81\x8d", "", None, f"is neither UTF-8 nor Windows-1252; {SAVE}"),
    ],
)  # fmt: skip
def test_encodings(line: bytes, text: str, warning: str | None, problem: str | None) -> None:
    """As the line says, else as it can be read, else refused."""
    found = parse_property(line)
    assert found
    assert (found.text, found.warning, found.problem) == (text, warning, problem)


@pytest.mark.parametrize(
    "line", [b"", b"no property", b":1", b"1TEL:1", b"TEL TYPE", b'TEL;X="', b"X" * 2002 + b":1"]
)
def test_what_is_no_property(line: bytes) -> None:
    """Nothing is raised."""
    assert parse_property(line) is None


def test_bytes_are_never_decoded() -> None:
    """A picture is no text."""
    found = parse_property(b"PHOTO;ENCODING=b:AAAA")
    assert found
    assert (found.is_data, found.value) == (True, "")
