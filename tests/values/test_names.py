"""Names as they are compared: honorifics never count, and no name is emptied."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.text.folding import fold_words
from pressdesk.values.names import fold_name, telling_words
from pressdesk.words import all_words

HONORIFICS = sorted(all_words("honorifics") - all_words("honorifics", "particle"))


@pytest.mark.parametrize("honorific", HONORIFICS)
def test_what_we_know_to_stand_before_names_does_not_count(honorific: str) -> None:
    """In every language, with and without full stop, in capitals too; ranks before two names."""
    for before in (honorific, f"{honorific}.", honorific.upper(), honorific.replace("-", "."),
                   f"{honorific} Dr.", f"Prof. {honorific}"):  # fmt: skip
        assert fold_name(f"{before} Anna Keller") == "anna keller"
        assert telling_words(f"{before} Keller") == ["keller"]


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
        ("Dr. 先生", "先生"),
        ("Frau Keller", "keller"),
        ("Sig.ra Rossi", "rossi"),
        ("Dipl.-Ing. Keller", "keller"),
        ("The Hon. Anna Keller", "anna keller"),
        ("Senator Sen", "sen"),
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
        "Sen Amartya", "Anna Keller", "Da Silva Santos", "D. R. Smith", "Phil Marsh", "Med Salah",
        "Prudence Drake", "", "…",
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
        ("Примеров г-н", ["примеров"]),
        ("Michael Herr", ["michael"]),
        ("Prof. Dr.", []),
        ("Dott.ssa", []),
        ("…", []),
    ],
)
def test_words_that_tell(name: str, words: list[str]) -> None:
    """What may be an initial or a given name is no help, and honorifics alone tell nothing."""
    assert telling_words(name) == words


@given(st.lists(st.sampled_from(["Dr.", "Don", "m", "The", "Hon", "Mag", "a", "med", "rer", "nat",
                                 "Anna", "王", "先生", "г-н", "D.ª", "x"]), max_size=6)
       .map(" ".join) | st.text())  # fmt: skip
def test_folding_twice_is_folding_once(name: str) -> None:
    """And only an empty name is empty."""
    folded = fold_name(name)
    assert fold_name(folded) == folded
    assert bool(folded) == bool(fold_words(name))
    assert set(telling_words(name)) <= set(fold_words(name).split())
