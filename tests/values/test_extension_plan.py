import re

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.extension_plan import ExtensionPlan

DIGITS = [
    ("3", "3 digits", "3"),
    ("1", "1 digit", "1"),
    ("20", "20 digits", "20"),
    ("3-4", "3 to 4 digits", "3-4"),
    (" 3 - 4 ", "3 to 4 digits", "3-4"),
    ("3–4", "3 to 4 digits", "3-4"),
    ("4-4", "4 digits", "4"),
    ("03", "3 digits", "3"),
]


@pytest.mark.parametrize(("text", "words", "digits"), DIGITS)
def test_a_length_is_read(text: str, words: str, digits: str) -> None:
    """It is said in words to people, and kept as it is typed in."""
    plan = ExtensionPlan.parse("digits", text)
    assert (str(plan), plan.kind, plan.text) == (words, "digits", digits)


NOT_LENGTHS = [
    ("", "is not a number of digits"),
    ("many", "is not a number of digits"),
    ("3-", "is not a number of digits"),
    ("-3", "is not a number of digits"),
    ("3-4-5", "is not a number of digits"),
    ("3.5", "is not a number of digits"),
    ("３", "is not a number of digits"),
    ("²", "is not a number of digits"),
    ("1" * 21, "is not a number of digits"),
    ("0", "is not between 1 and 20"),
    ("21", "is not between 1 and 20"),
    ("0-3", "is not between 1 and 20"),
    ("4-3", "is not between 1 and 20"),
    ("200-299", "is not between 1 and 20"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_LENGTHS)
def test_what_is_no_length_is_refused(text: str, reason: str) -> None:
    """The message names the option's field and shows how one is written."""
    message = f'extension digits "{text}": {reason}; expected 3, or 3-4'
    with pytest.raises(InvalidValueError, match=f"^{re.escape(message)}$") as caught:
        ExtensionPlan.parse("digits", text)
    assert (caught.value.field, caught.value.text) == ("extension digits", text)


RANGES = [
    ("200-299", "200 to 299", "200-299"),
    ("200 – 299", "200 to 299", "200-299"),
    ("0200-0299", "0200 to 0299", "0200-0299"),
    ("230-230", "230 to 230", "230-230"),
    ("90-110", "90 to 110", "90-110"),
]


@pytest.mark.parametrize(("text", "words", "kept"), RANGES)
def test_a_range_is_read(text: str, words: str, kept: str) -> None:
    """Its zeros stay: extensions are dialled."""
    plan = ExtensionPlan.parse("range", text)
    assert (str(plan), plan.kind, plan.text) == (words, "range", kept)


NOT_RANGES = [
    ("", "is not a range"),
    ("200", "is not a range"),
    ("200-", "is not a range"),
    ("-299", "is not a range"),
    ("200-29a", "is not a range"),
    ("200-299-300", "is not a range"),
    ("200 299", "is not a range"),
    (f"1-{'9' * 21}", "is not a range"),
    ("299-200", "ends before it begins"),
    ("0200-299", "ends before it begins"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_RANGES)
def test_what_is_no_range_is_refused(text: str, reason: str) -> None:
    """The message names the option's field and shows how one is written."""
    message = f'extension range "{text}": {reason}; expected 200-299'
    with pytest.raises(InvalidValueError, match=f"^{re.escape(message)}$") as caught:
        ExtensionPlan.parse("range", text)
    assert (caught.value.field, caught.value.text) == ("extension range", text)


ALLOWED = [
    (ExtensionPlan.parse("digits", "3"), ["230", "000"], ["23", "2301", ""]),
    (ExtensionPlan.parse("digits", "3-4"), ["230", "2301"], ["23", "23012"]),
    (
        ExtensionPlan.parse("range", "200-299"),
        ["200", "230", "299"],
        ["199", "300", "0230", "23", "20"],
    ),
    (ExtensionPlan.parse("range", "0200-0299"), ["0200", "0299"], ["200", "0300"]),
    (ExtensionPlan.parse("range", "90-110"), ["90", "99", "100", "110"], ["9", "89", "111"]),
]


@pytest.mark.parametrize(("plan", "inside", "outside"), ALLOWED, ids=str)
def test_a_plan_allows_its_own(plan: ExtensionPlan, inside: list[str], outside: list[str]) -> None:
    """Bounds included; an extension with one zero more is another extension."""
    assert [one for one in inside if not plan.allows(one)] == []
    assert [one for one in outside if plan.allows(one)] == []


LENGTHS = st.tuples(st.integers(1, 20), st.integers(1, 20)).map(sorted)
BOUNDS = st.tuples(st.integers(0, 99_999), st.integers(0, 99_999)).map(sorted)


@given(LENGTHS, BOUNDS)
@settings(deadline=None)
def test_a_plan_is_read_from_what_is_kept_of_it(lengths: list[int], bounds: list[int]) -> None:
    """The directory and the exports keep its text under its kind."""
    length = ExtensionPlan.parse("digits", f"{lengths[0]}-{lengths[1]}")
    assert ExtensionPlan.parse("digits", length.text) == length
    span = ExtensionPlan.parse("range", f"{bounds[0]}-{bounds[1]}")
    assert ExtensionPlan.parse("range", span.text) == span
    assert span.allows(str(bounds[0]))
    assert span.allows(str(bounds[1]))
