import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.csv.formula_guard import guard_cell, unguard_cell

STARTS = "=+-@\t\r\n＝＋－＠"
# Many texts that begin as a formula, or nearly so.
ODD_TEXTS = st.text(st.sampled_from(f"{STARTS}' sG1"), max_size=6) | st.text(max_size=20)


@given(ODD_TEXTS)
def test_unguard_undoes_guard(text: str) -> None:
    """Whatever a cell holds, what was exported comes back."""
    assert unguard_cell(guard_cell(text)) == text


@given(ODD_TEXTS)
def test_a_guarded_cell_is_no_formula(text: str) -> None:
    """No program evaluates what begins so, half or full width."""
    assert not guard_cell(text).startswith(tuple(STARTS))


@given(ODD_TEXTS)
def test_one_apostrophe_is_put_or_nothing(text: str) -> None:
    """A text is never changed but by its one guard."""
    assert guard_cell(text) in {text, f"'{text}"}


@pytest.mark.parametrize("start", STARTS)
def test_each_start_of_a_formula_is_guarded(start: str) -> None:
    """The text behind it may be anything, nothing too."""
    assert guard_cell(start) == f"'{start}"
    assert guard_cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    assert guard_cell(f"''{start}1") == f"'''{start}1"


@pytest.mark.parametrize(
    "text",
    ["", "'", "''", "'s Gravesande", "'t Hooft", "O'Neil", "a=b", "1-2", "Émile", "a@example.org"],
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    """A name that begins with an apostrophe keeps it, both ways."""
    assert guard_cell(text) == text
    assert unguard_cell(text) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("''=1+1", "'=1+1"),
        ("'+1 202 555 0123", "+1 202 555 0123"),
        ("'@newsroom", "@newsroom"),
        ("'－", "－"),
        ("=1+1", "=1+1"),
        ("'1=1", "'1=1"),
    ],
)
def test_one_guard_comes_off(cell: str, text: str) -> None:
    """A second apostrophe belonged to the text; a formula without a guard is a text already."""
    assert unguard_cell(cell) == text
