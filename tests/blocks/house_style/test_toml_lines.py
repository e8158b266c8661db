"""The line of a key: what a person is sent to must be where the mistake is."""

import tomllib

import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.house_style.toml_lines import Where, find_line

TEXT = '''# lines = ["a comment"]
join = "\\n"  # join = 3

lines = [
    "{name}[{comma}{title}]",
    # "{office}",
    "{office}", "{ways}",
]
"quoted key" = 1979-05-27 07:32:00
heading = """
lead_in = "in a text"
]]""""
way = '''
TEXT += """'''
gap = 1
''' # gap
gap = 1.5
lead_in.fr = 'x'
lead_in . de = "a = [1,
"
inner = { a = [ 1, { b = "}" } ], c.d = 2 }
order = [["email"], ["tel",
  ["fax"]]]

[table]
fr = "x"
[table.inner]
de = "x"
[[tables]]
x = 1
"""
TEXT = TEXT.replace('"a = [1,\n"', '"a = [1,"')

PLACES: list[tuple[Where, int | None]] = [
    (("join",), 2),
    (("lines",), 4),
    (("lines", 0), 5),
    (("lines", 1), 7),
    (("lines", 2), 7),
    (("lines", 3), 4),
    (("quoted key",), 9),
    (("heading",), 10),
    (("way",), 13),
    (("gap",), 16),
    (("lead_in",), 17),
    (("lead_in", "fr"), 17),
    (("lead_in", "de"), 18),
    (("inner", "a", 1, "b"), 19),
    (("inner", "c", "d"), 19),
    (("order", 1, 1, 0), 21),
    (("table",), 23),
    (("table", "fr"), 24),
    (("table", "inner", "de"), 26),
    (("tables", "x"), 28),
    (("phone",), None),
    (("phone", 2), None),
    ((), None),
]


def test_the_text_is_toml() -> None:
    """What is searched was read before."""
    assert tomllib.loads(TEXT)["gap"] == 1.5


@pytest.mark.parametrize(("where", "line"), PLACES, ids=str)
def test_the_line_of_a_key(where: Where, line: int | None) -> None:
    """In tables, dotted keys, inline tables and arrays, but never in comments and texts."""
    assert find_line(TEXT, where) == line


@pytest.mark.parametrize("where", [where for where, line in PLACES if line], ids=str)
def test_line_ends_of_windows_change_nothing(where: Where) -> None:
    """A file from Notepad has the same lines."""
    assert find_line(TEXT.replace("\n", "\r\n"), where) == find_line(TEXT, where)


@given(text=st.text("ab.=[]{},\"'#\\\n 1", max_size=60))
def test_any_text_at_all_has_an_answer(text: str) -> None:
    """Even what is no TOML: an error about an error would help nobody."""
    line = find_line(text, ("a", "b"))
    assert line is None or 1 <= line <= text.count("\n") + 1
