"""Names as they are compared: honorifics never count, and no name is emptied."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.values.folding import fold_words
from pressdesk.values.names import fold_name, is_honorific, telling_words

PREFIXES = sorted({prefix for tag in LANGUAGES for prefix in get_wording(tag).prefixes})


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_we_know_to_stand_before_names_does_not_count(prefix: str) -> None:
    """In every language of blocks, with and without full stop, in capitals too."""
    for before in (prefix, prefix.replace(".", ""), prefix.upper(), f"{prefix} Dr."):
        assert fold_name(f"{before} Anna Keller") == "anna keller"
        assert telling_words(f"{before} Keller")[-1] == "keller"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Prof. Dr. Anna Keller", "anna keller"),
        ("Prof.Dr.Anna Keller", "anna keller"),
        ("DR ANNA KELLER", "anna keller"),
        ("Dr. med. Anna Keller", "anna keller"),
        ("Dr. rer. nat. Anna Keller", "anna keller"),
        ("Dott.ssa Anna Rossi", "anna rossi"),
        ("Dr.ª Ana Costa", "ana costa"),
        ("D.ª Ana Costa Lima", "ana costa lima"),
        ("г-н Иван Примеров", "иван примеров"),
        ("Д-р Примеров", "примеров"),
        ("د. ليلى بن صالح", "ليلى بن صالح"),
        ("王芳女士", "王芳"),
        ("王芳 博士 先生", "王芳"),
        ("Frau Keller", "keller"),
        ("M. Jean Dubois", "jean dubois"),
    ],
)
def test_honorifics_do_not_count(name: str, folded: str) -> None:
    """Several in a row, and glued to the name."""
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    "name",
    [
        "Dr", "Herr", "先生", "M. Moreno", "M. D. Smith", "Don Halley", "Michael Herr",
        "Sen Amartya", "Anna Keller", "Phil Marsh", "Med Salah", "Prudence Drake", "", "…",
    ],
)  # fmt: skip
def test_a_name_is_not_taken_for_an_honorific(name: str) -> None:
    """Initials, given names and surnames that look like one, and an honorific alone."""
    assert fold_name(name) == fold_words(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("M. Moreno", ["moreno"]),
        ("Keller, Dr. Anna", ["keller", "anna"]),
        ("Michael Herr", ["michael"]),
        ("Herr", ["herr"]),
        ("Prof. Dr.", ["dr"]),
        ("…", []),
    ],
)
def test_words_that_tell(name: str, words: list[str]) -> None:
    """What may be an initial is no help, unless there is nothing else."""
    assert telling_words(name) == words


@given(st.lists(st.sampled_from(["Dr.", "Don", "m", "The", "Hon", "Mag", "a", "med", "rer", "nat",
                                 "Anna", "王", "先生", "г-н", "D.ª", "x"]), max_size=6)
       .map(" ".join) | st.text())  # fmt: skip
def test_folding_twice_is_folding_once(name: str) -> None:
    """And only an empty name is empty: what is left are the words at one end of it."""
    folded = fold_name(name)
    assert fold_name(folded) == folded
    assert bool(folded) == bool(fold_words(name))
    assert set(telling_words(name)) <= set(folded.split())


def test_a_word_is_an_honorific_or_not() -> None:
    """Given names that are honorifics too are called so."""
    assert is_honorific("frau")
    assert is_honorific("don")
    assert not is_honorific("anna")
