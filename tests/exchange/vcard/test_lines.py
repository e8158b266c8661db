"""Bytes to cards and their content lines."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.vcard.lines import as_utf8, is_begin, split_cards, unfold
from pressdesk.exchange.vcard.text import fold_line

CARD = b"BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n"


@given(text=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_a_folded_line_is_unfolded(text: str) -> None:
    """A fold may part a character, not what it says."""
    folded = fold_line(f"NOTE:{text}")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert unfold(folded.encode().split(b"\r\n")) == [f"NOTE:{text}".encode()]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ([b"NOTE;QUOTED-PRINTABLE:a=", b"b", b"FN:c"], [b"NOTE;QUOTED-PRINTABLE:ab", b"FN:c"]),
        ([b"VERSION:2.1", b"NOTE:a", b" b"], [b"VERSION:2.1", b"NOTE:a b"]),
        ([b"NOTE:a", b" b", b"\tc"], [b"NOTE:abc"]),
        ([b"PHOTO;BASE64:AA", b"BB", b"", b"FN:c"], [b"PHOTO;BASE64:AABB", b"FN:c"]),
        ([b" a", b"FN:c"], [b" a", b"FN:c"]),
    ],
)
def test_folds_of_every_version(body: list[bytes], lines: list[bytes]) -> None:
    """Of white space, of quoted-printable, of base64 that is not indented."""
    assert unfold(body) == lines


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (CARD + CARD, [None, None]),
        (b"hello\n\nworld\n" + CARD, ["is no vCard (2 lines outside the cards)", None]),
        (b"BEGIN:VCARD\nFN:Ada\n" + CARD, [("has no END:VCARD before the next card or the end of "
                                          "the file"), None]),
        (CARD + b"END:VCARD\n", [None, ("has an END:VCARD without its BEGIN:VCARD (1 line outside "
                                "the cards)")]),
        (b"BEGIN:VCARD\nBEGIN:VEVENT\nEND:VCARD", [("holds something else within it that begins "
                                                  "with BEGIN:")]),
        (b"BEGIN:VCARD\n" + b"X:1\n" * 2001 + b"END:VCARD", ["has more than 2000 properties"]),
        (b"\n \n", []),
    ],
)  # fmt: skip
def test_each_card_stands_alone(content: bytes, problems: list[str | None]) -> None:
    """What is wrong with one, or stands between two, spoils no other."""
    assert [card.problem for card in split_cards(content)] == problems


def test_an_agent_is_left_out() -> None:
    """A card within the card (2.1)."""
    inner = b"BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:Eve\nEND:VCARD\nFN:Ada\nEND:VCARD"
    (card,) = split_cards(inner)
    assert card.lines == (b"AGENT:", b"FN:Ada")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_cards_in_every_unicode(codec: str) -> None:
    """With a mark and without."""
    content = as_utf8("BEGIN:VCARD\nFN:Zoë".encode(codec))
    assert is_begin(content.splitlines()[0])
    assert "Zoë".encode() in content


def test_damaged_utf_16_is_said() -> None:
    """The caller names the file."""
    with pytest.raises(UnicodeDecodeError):
        as_utf8(b"\xff\xfeB\x00\x00\xd8")
