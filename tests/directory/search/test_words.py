"""Texts as words of the index."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.directory.search.words import (
    _expanded,
    _joined,
    asked_words,
    digit_words,
    index_words,
    join_words,
    spellings,
    transliterated,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maria G. Moreno", ["maria", "g", "moreno"]),
        ("王芳", ["王芳", "芳"]),
        ("李小龙", ["李小", "小龙", "龙"]),
        ("IOM 日内瓦 office", ["iom", "日内", "内瓦", "瓦", "office"]),
        ("ABC株式会社", ["abc", "株式", "式会", "会社", "社"]),
        ("%_*\"'", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    """A script without spaces becomes overlapping pairs."""
    assert index_words(text) == words


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Zoë", "zoe"), ("Müller", "muller"), ("Müller", "mueller"), ("Łukaszewicz", "lukaszewicz"),
        ("O'Neil", "o neil"), ("O'Neil", "oneil"), ("Иванова", "ivanova"), ("Ольга", "olga"),
        ("王芳", "wang fang"), ("Ångström", "aangstroem"), ("Straße", "strasse"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_each_of_its_spellings(text: str, spelling: str) -> None:
    """Plain letters, German umlauts, other scripts, words that are one."""
    assert spelling in spellings(text)


def test_any_part_of_a_number_is_a_phrase() -> None:
    """Groups of four digits that overlap."""
    assert digit_words("12028621826")[:3] == ["1202", "2028", "0286"]
    assert digit_words("123") == []


@given(name=st.text(st.sampled_from("王芳李小龙日本"), min_size=1, max_size=8), data=st.data())
def test_every_substring_of_an_unspaced_name_is_found(name: str, data: st.DataObject) -> None:
    """As a phrase whose last word may go on."""
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    needle = f" {' '.join(asked_words(name[start:end]))}"
    assert needle in f" {' '.join(index_words(name))}"


@given(texts=st.lists(st.text(max_size=30)))
def test_a_column_is_words_with_one_space(texts: list[str]) -> None:
    """Whatever is in the texts."""
    column = join_words(texts)
    assert column == " ".join(column.split())


def whole_spellings(text: str) -> list[str]:
    """Give the spellings of a text that is not parted into its words."""
    latin = transliterated(text)
    variants = (text, _joined(text), _expanded(text), latin, _joined(latin))
    words = [" ".join(index_words(one)) for one in variants]
    return list(dict.fromkeys(word for word in words if word))


@given(
    text=st.text(max_size=30)
    | st.text(st.sampled_from("aäßЖь'-. \u0301\u093c\u200d王ท"), max_size=12)
)
def test_words_by_themselves_have_the_spellings_of_their_text(text: str) -> None:
    """The short way gives what the long one would."""
    assert spellings(text) == whole_spellings(text)


@given(text=st.text(st.characters(max_codepoint=127), max_size=30))
def test_an_ascii_text_has_two_spellings(text: str) -> None:
    """As it is, and without the marks inside: nothing else becomes of it."""
    assert len(spellings(text)) <= 2
    assert spellings(text) == whole_spellings(text)
