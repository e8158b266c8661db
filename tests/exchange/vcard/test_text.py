"""The text of a vCard, both ways."""

from hypothesis import given, strategies as st

from pressdesk.exchange.vcard.text import escape_text, fold_line, split_text, unescape_text

# Controls, line separators and surrogates become spaces.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60)


@given(line=st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_unfolding_undoes_folding(line: str) -> None:
    """No character is split, and no line is too long."""
    folded = fold_line(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(one.encode()) <= 75 for one in folded.split("\r\n"))


@given(text=TEXTS)
def test_escaping_can_be_undone(text: str) -> None:
    """Backslash, comma and semicolon."""
    assert unescape_text(escape_text(text)) == text


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), separator=st.sampled_from(",;"))
def test_what_is_joined_can_be_split(texts: list[str], separator: str) -> None:
    """An escaped separator parts nothing."""
    joined = separator.join(map(escape_text, texts))
    assert [unescape_text(one) for one in split_text(joined, separator)] == texts


@given(text=st.text(max_size=60))
def test_any_text_is_written_on_one_line(text: str) -> None:
    """What came past the door too."""
    written = escape_text(text)
    assert not set(written) & set("\r\n\0\x1b\x85\u2028\u2029\ud800")
    fold_line(written).encode()


def test_line_ends_are_written_out() -> None:
    """Both of their letters are read; a backslash at the end stays one."""
    assert escape_text("a\r\nb\nc") == r"a\nb\nc"
    assert unescape_text(r"a\Nb\nc\x\\") == "a\nb\ncx\\"
    assert unescape_text("a\\") == "a\\"
