"""What is asked, as a tree: any text is a question."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.directory.search.query import Query, Term, Wanted, parse_query


def words(*texts: str, field: str | None = None) -> tuple[Term, ...]:
    """Give a term for each word."""
    return tuple(Term((text,), field) for text in texts)


@pytest.mark.parametrize(
    ("arguments", "alternatives"),
    [
        (["Zoë"], [Wanted(words("zoe"))]),
        (["a b", "c"], [Wanted(words("a", "b", "c"))]),
        (["a", "OR", "b", "c"], [Wanted(words("a")), Wanted(words("b", "c"))]),
        (["a NOT b"], [Wanted(words("a"), words("b"))]),
        (["NOT", "a"], [Wanted((), words("a"))]),
        (["or", "not"], [Wanted(words("or", "not"))]),
        (["city:geneva"], [Wanted(words("geneva", field="city"))]),
        (["CITY:geneva"], [Wanted(words("geneva", field="city"))]),
        (["street:geneva"], [Wanted((Term(("street", "geneva")),))]),
        (["city:"], [Wanted(words("city"))]),
        (['"press officer"'], [Wanted((Term(("press", "officer"), None, is_beginning=False),))]),
        (['title:"press officer"'],
         [Wanted((Term(("press", "officer"), "title", is_beginning=False),))]),
        (['"press'], [Wanted(words("press"))]),
        (["a@b.org"], [Wanted((Term(("a", "b", "org")),))]),
        (["230"], [Wanted(words("230"))]),
        (["OR", "a", "OR"], [Wanted(words("a"))]),
        (["a", "NOT"], [Wanted(words("a"))]),
        (["-"], []), (["%"], []), ([""], []), (["OR"], []), (["NOT"], []), ([], []),
    ],
)  # fmt: skip
def test_arguments_make_terms(arguments: list[str], alternatives: list[Wanted]) -> None:
    """Operators are in capitals; what has no words asks for nothing."""
    assert parse_query(arguments).alternatives == tuple(alternatives)


NUMBER = ("8621", "6218", "2182", "1826")


@pytest.mark.parametrize(
    ("arguments", "extension"),
    [
        (["862-1826"], None), (["862 1826"], None), (["862", "1826"], None), (["(862)1826"], None),
        (["00862.1826"], None), (["862/1826"], None), (["8621826 ext 230"], "230"),
        (["8621826x230"], "230"), (["862", "1826", "x230"], "230"), (["phone:862-1826"], None),
        (["٨٦٢١٨٢٦"], None),
    ],
)  # fmt: skip
def test_a_number_is_one_term_in_any_spelling(arguments: list[str], extension: str | None) -> None:
    """With its extension as another one."""
    terms = [Term(NUMBER, "phone", is_beginning=False)]
    if extension:
        terms.append(Term((extension,), "ext", is_beginning=False))
    assert parse_query(arguments).alternatives == (Wanted(tuple(terms)),)


def test_two_whole_numbers_stay_two() -> None:
    """Only groups of less than four digits are joined."""
    (wanted,) = parse_query(["2028621826", "2125550123"]).alternatives
    assert len(wanted.terms) == 2


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        (["Maria", "G. Moreno"], "maria g moreno"),
        (["maria-g-moreno"], "maria g moreno"),
        (["a OR b"], ""),
        (["name:a"], ""),
    ],
)
def test_a_plain_question_may_be_a_name(arguments: list[str], plain: str) -> None:
    """Only without fields, phrases and operators."""
    assert parse_query(arguments).plain == plain


@given(arguments=st.lists(st.text(max_size=20), max_size=5))
def test_any_text_is_a_question(arguments: list[str]) -> None:
    """Nothing that is typed is an error, and no term is empty."""
    query = parse_query(arguments)
    assert isinstance(query, Query)
    assert all(term.words for one in query.alternatives for term in (*one.terms, *one.without))
