"""People side by side are read one after the other; every other line stays where it is."""

from hypothesis import given, strategies as st

from pressdesk.reading.cut.columns import Row, unfold_columns


def rows(text: str) -> list[Row]:
    """Give the lines of a text with their numbers."""
    return [Row(number, line) for number, line in enumerate(text.split("\n"))]


def test_columns_are_read_one_after_the_other() -> None:
    """The number of each line is kept, and a blank line ends each column."""
    side_by_side = "Paul Lund        Anna Frey\n02 1111 2222     02 3333 4444\nends"
    assert list(unfold_columns(rows(side_by_side))) == [
        Row(0, "Paul Lund"),
        Row(1, "02 1111 2222"),
        Row(1, ""),
        Row(0, "Anna Frey"),
        Row(1, "02 3333 4444"),
        Row(1, ""),
        Row(2, "ends"),
    ]


def test_headings_above_people_go_with_their_column() -> None:
    """The house of each stands above the name."""
    found = list(unfold_columns(rows("Media      Investors\nPaul Lund   Anna Frey")))
    assert [row.text for row in found] == ["Media", "Paul Lund", "", "Investors", "Anna Frey", ""]


@given(st.text(alphabet="Paul Anna\t 019\n", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    """Whatever stands there is read once."""
    unfolded = " ".join(row.text for row in unfold_columns(rows(text)))
    assert sorted(unfolded.split()) == sorted(text.split())
