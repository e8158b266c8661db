"""Contacts in real layouts: a passage that was read wrongly becomes a test by adding it."""

import pytest

from pressdesk.harvest.evidence import find_evidence
from tests.make_golden import draft_case
from tests.reading.cases import CASES, Case, Plain, parse_cases, plain


def read(text: str) -> list[Plain]:
    """Read a passage as harvest does, without a hint of country or language."""
    return [
        plain(
            one.contact.name,
            one.contact.emails,
            [(phone.number, phone.extension, phone.text) for phone in one.contact.phones],
        )
        for one in find_evidence("passage.txt", text.encode(), "text")
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_contacts_are_those_a_careful_reader_finds(case: Case) -> None:
    """Every name, address, number and extension, and no contact more."""
    is_right = sorted(read(case.passage), key=str) == sorted(case.contacts, key=str)
    # A miss that is read rightly by now must lose its line.
    assert is_right == (case.miss is None)


def test_there_are_cases() -> None:
    """A glob that finds nothing would test nothing; no name stands for two."""
    assert len(CASES) >= 1000
    assert len({case.name for case in CASES}) == len(CASES)


def test_a_draft_of_a_case_says_what_is_read() -> None:
    """Whoever adds a passage corrects it."""
    passage = "Media contact: Ann Lee, +1 202 862 1826 ext 230, ann@example.org\n"
    draft = draft_case("new", "en", passage)
    assert draft == (
        f"%%% new (en)\n{passage}%%%\nname: Ann Lee\nemail: ann@example.org\n"
        "phone: +1 202 862 1826 ext 230 = +12028621826 ext 230\n"
    )
    [case] = parse_cases(draft)
    assert case == Case("new", passage, tuple(read(passage)), None)


@pytest.mark.parametrize(
    "answer",
    ["nmae: Ann Lee\n", "phone: 862 1826\n", "phone: 862 1826 = 8621826\n", "Ann Lee\n"],
)
def test_a_case_that_cannot_be_meant_is_no_case(answer: str) -> None:
    """A slip of the pen is no contact that nobody finds."""
    with pytest.raises((AssertionError, ValueError)):
        list(parse_cases(f"%%% new (en)\nMedia contact: Ann Lee\n%%%\n{answer}"))
    for text in ("Media contact: Ann Lee\n", "Ann\n%%% new (en)\nAnn\n%%%\n"):
        with pytest.raises(AssertionError):
            list(parse_cases(text))
    with pytest.raises(AssertionError, match="new has no line"):
        list(parse_cases("%%% new (en)\nMedia contact: Ann Lee\n"))
