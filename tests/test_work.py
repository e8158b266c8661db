"""The counting itself: it must find what would take for ever, and nothing else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from pressdesk.releases.text import lines as ours
from tests.backtracking import Backtracking, find_slow_text
from tests.work import Counting

# Every kind of node that patterns of pressdesk have.
PATTERNS = [
    r"(?:a+|b)*?c",
    r"(?<!a)b{2,3}(?=c)",
    r"([ab])\1|[^a-b]c",
    r"(?i)AB*(?!c)",
    r"(?m)^a.*?$",
    r"\b(?:a|ab)(?:c|bc)\b",
    r"(?>a+)b|(?:ab)*+c",
    r"(?<=\W)\w+|\Aa\s\Z",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("aAbc \n", max_size=12))
def test_the_matcher_finds_what_re_finds(pattern: str, text: str) -> None:
    """Else its steps would be those of another pattern."""
    compiled = re.compile(pattern)
    found = [*Backtracking(compiled).find_all(text)]
    assert found == [match.span() for match in compiled.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+x", "search"),
        (r"[^@]+@", "finditer"),
        (r"(?:a+)+b", "match"),
        (r"a.*b.*c", "match"),
        (r"(?:<[^>]*)*>", "fullmatch"),
        (r"<!--.*?-->", "sub"),
        (r"(?:\d+\s*)+:", "match"),
    ],
)
def test_a_pattern_that_goes_over_a_text_again_is_slow(pattern: str, method: str) -> None:
    """With the square of the text, or worse."""
    assert find_slow_text(re.compile(pattern), method)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+x", "match"),
        (r"(?<!\s)\s+x", "search"),
        (r"\s{1,200}x", "search"),
        (r"[^\s@]+[\s@]", "fullmatch"),
        (r"(?:[^\"]++|\"[^\"]*+\")*+:", "match"),
        (r"\w+(?:-\w+)*", "finditer"),
    ],
)
def test_a_pattern_that_never_goes_back_far_is_not(pattern: str, method: str) -> None:
    """Whatever it is given."""
    assert find_slow_text(re.compile(pattern), method) is None


def each_tail(counting: Counting, text: str) -> None:
    """Look at all that follows each word."""
    word = counting.compile(r"\w+")
    for begin in range(0, len(text), 2):
        word.sub("", text[begin:])


def each_pair(_: Counting, text: str) -> None:
    """Hold each word against each other."""
    for first in text.split():
        for second in text.split():
            assert first >= second


def each_search(counting: Counting, text: str) -> None:
    """Look for what is not there behind each word."""
    missing = counting.compile("x")
    for begin in range(0, len(text), 2):
        missing.search(text, begin)


def each_count(_: Counting, text: str) -> None:
    """Count the line ends before each word."""
    for begin in range(0, len(text), 2):
        text[:begin].count("\n")


def slow_pattern(counting: Counting, text: str) -> None:
    """Leave the work to a pattern."""
    counting.compile(r"[a ]+x").search(text)


def long_match(counting: Counting, text: str) -> None:
    """Begin a match that fails at each word."""
    pattern = counting.compile(r"[a ]+x")
    for begin in range(0, len(text), 2):
        pattern.match(text, begin)


Reader = Callable[[Counting, str], None]


@pytest.mark.parametrize(
    "reader", [each_tail, each_pair, each_search, each_count, slow_pattern, long_match]
)
def test_work_that_grows_with_the_square_is_found(reader: Reader, counting: Counting) -> None:
    """Whoever does it: a loop, a string, or a regular expression."""
    assert counting.growth(lambda text: reader(counting, text), "a ", 200)


def each_word(counting: Counting, text: str) -> None:
    """Look at each word once, in each of these ways."""
    for match in counting.compile(r"\w+").finditer(text):
        counting.compile(r"\w+\s").match(text, match.start())
        counting.compile(r"\d*x").match(text, match.start())
        counting.compile(r"\w+").search(text, match.start())
        assert match[0].upper() == "A"
    assert len(counting.compile(r"\s").split(text)) == len(text.split()) + 1


def test_work_that_grows_with_the_text_is_not(counting: Counting) -> None:
    """A cursor that moves on passes each character once."""
    assert counting.growth(lambda text: each_word(counting, text), "a ", 400) == {}


def test_nothing_counted_is_no_proof(counting: Counting) -> None:
    """A function that does nothing would be linear."""
    with pytest.raises(AssertionError, match="nothing has counted"):
        counting.growth(lambda _: None, "a", 10)


def test_the_modules_that_count_are_others(counting: Counting) -> None:
    """Whoever imports pressdesk meanwhile or afterwards has its own."""
    lines = counting.module("releases.text.lines")
    assert lines is not ours
    assert isinstance(ours._LINE, re.Pattern)
    assert not isinstance(lines._LINE, re.Pattern)
