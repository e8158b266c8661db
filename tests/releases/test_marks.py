"""The comments around a block."""

import pytest

from pressdesk.errors import InvalidFileError
from pressdesk.releases.marks import BEGIN, END, find_marks, marked, pair_marks


def test_what_is_marked_is_found() -> None:
    """Between two comments, on lines that are counted whatever ends them."""
    text = f"A\r\nB\rC\n{marked('Maria')}"
    begin, end = find_marks(text)
    assert (begin.line, end.line, begin.is_begin, end.is_begin) == (4, 6, True, False)
    assert text[begin.end : end.start] == "\nMaria\n"
    assert pair_marks("r.md", [begin, end]) == [(begin, end)]


def test_spaces_in_a_mark_do_not_matter() -> None:
    """Programs that tidy up re-space comments."""
    assert len(find_marks("<!--BEGIN  pressdesk\nblock--><!--  END pressdesk block  -->")) == 2
    assert find_marks("<!-- begin pressdesk block --> <!-- BEGIN other block -->") == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"A\n{BEGIN}\n", 2, "begins and never ends"),
        (f"A\n\n{END}\n", 3, "ends that never began"),
        (f"{BEGIN}\n{BEGIN}\n{END}\n{END}\n", 2, "begins within that of line 1"),
    ],
)
def test_a_mark_without_its_partner_is_refused(text: str, line: int, said: str) -> None:
    """With its line, and what to do."""
    with pytest.raises(InvalidFileError, match=said) as caught:
        pair_marks("r.md", find_marks(text))
    assert f"r.md:{line}:" in str(caught.value)
    assert "mend it by hand" in str(caught.value)
