"""JSON from outside: no more than it is, with what is wrong in plain words."""

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.json.strict import StrictDecoder, find_end
from tests.conftest import ROOT

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(value=VALUES, is_ascii=st.booleans())
def test_what_json_writes_is_read(value: Any, is_ascii: bool) -> None:  # noqa: ANN401, FBT001
    """Pairs of escapes are one character."""
    line = json.dumps(value, ensure_ascii=is_ascii).encode("utf-8", "surrogatepass")
    assert StrictDecoder().decode_line(line + b"\r\n") == (value, "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is not JSON (expecting value at character 1)"),
        ("nonsense", "is not JSON (expecting value at character 1)"),
        ("{} {}", "is not JSON (more text after its end at character 3)"),
        ('{"a": 1, "b": 2, "b": 3}', 'has the key "b" twice'),
        ('[{"a": {"b": 1, "b": 2}}]', 'has the key "b" twice'),
        ("[NaN]", "has NaN, which is no JSON"),
        ("-Infinity", "has -Infinity, which is no JSON"),
        ("[-1e999]", 'has a number that is too large ("-1e999")'),
        ("9" * 1001, "has a number of more than 1000 digits"),
        (r'{"a": "Zo\ud83d"}', r'has half a character in "Zo\ud83d"; type it again'),
        (r'{"\udc00": 1}', r'has half a character in "\udc00"; type it again'),
        (r'["\ude00\ud83d"]', r'has half a character in "\ude00\ud83d"; type it again'),
        (r'["\ud83d\ude00"]', ""),
        (r'["\\ud800"]', ""),
        ("[" * 90_000, "is not JSON (it is nested too deeply)"),
    ],
)
def test_what_is_wrong_is_said(text: str, fault: str) -> None:
    """Of several faults the first; the next line knows nothing of it."""
    decoder = StrictDecoder()
    assert decoder.decode_line(text.encode())[1] == fault
    assert decoder.decode_line(b"[1]") == ([1], "")


def test_bytes_that_are_no_utf_8() -> None:
    """A file of another encoding is to be saved anew."""
    assert StrictDecoder().decode_line(b'["\xff"]') == (
        None, "is not UTF-8; save the file as UTF-8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('{"a": [1, x]} rest', 13),
        ('{"a}": y}', 9),
        ('{"a": [1}', None),
        ('{"a', None),
        ("x{}", None),
        ("{" * 100_001, None),
    ],
)
def test_the_end_of_what_is_no_json(text: str, end: int | None) -> None:
    """By its brackets, outside of strings; a guess is none."""
    assert find_end(text, 0) == end


def test_json_from_outside_has_one_reader() -> None:
    """Besides, the directory reads what it wrote, and HTML the escapes of strings in scripts."""
    source = ROOT / "src" / "pressdesk"
    readers = [
        str(path.relative_to(source))
        for path in sorted(source.rglob("*.py"))
        if any(word in path.read_text("utf-8") for word in ("JSONDecoder", "json.load"))
    ]
    others = [name for name in readers if not name.startswith("directory/")]
    assert others == ["exchange/json/strict.py", "releases/html/passages.py"]
