"""Names in columns."""

import pytest
from hypothesis import given

from pressdesk.exchange.names import NameParts, join_name, name_parts, split_name
from pressdesk.model import Contact, ContactKind
from tests.strategies import clean_texts, names


@pytest.mark.parametrize(
    ("name", "given_name", "family_name", "parts"),
    [
        ("Maria G. Moreno", None, None, ("Maria G.", "", "Moreno")),
        ("Maria G. Moreno", "Maria", "Moreno", ("Maria", "G.", "Moreno")),
        ("Maria G. Moreno", "Maria", None, ("Maria", "G.", "Moreno")),
        ("Jan van der Berg", None, "van der Berg", ("Jan", "", "van der Berg")),
        ("John Smith Jr.", "John", "Smith", ("John", "", "Smith", "Jr.")),
        ("John Smith Jr.", None, "Smith", ("John", "", "Smith", "Jr.")),
        ("Xi Jinping", None, "Xi", ("Jinping", "", "Xi")),
        ("Xi Jinping", "Jinping", "Xi", ("Jinping", "", "Xi")),
        ("Ana Ana", None, "Ana", ("Ana", "", "Ana")),
        ("Madonna", None, None, ("", "", "Madonna")),
        ("Madonna", "Madonna", None, ("Madonna", "", "")),
        ("Maria Moreno", "Pilar", "Moreno", ("Pilar", "", "Moreno")),
        ("Maria Moreno", None, "Diaz", ("Maria", "", "Diaz")),
    ],
)
def test_a_name_is_split(
    name: str, given_name: str | None, family_name: str | None, parts: tuple[str, ...]
) -> None:
    """As stored, else at the last word."""
    assert split_name(name, given_name, family_name) == NameParts(*parts)


def test_a_desk_has_a_last_name_alone() -> None:
    """No mail merge greets it as "Dear Press"."""
    desk = Contact("press-office", "Press Office", ContactKind.DESK, "Press", "Office")
    assert name_parts(desk) == NameParts(family="Press Office")


@pytest.mark.parametrize(
    ("parts", "printed", "texts"),
    [
        (("Maria", "", "Moreno"), "", {"name": "Maria Moreno"}),
        (("Maria", "G.", "Moreno"), "", {"name": "Maria G. Moreno", "given_name": "Maria"}),
        (
            ("Jan", "", "van der Berg"), "",
            {"name": "Jan van der Berg", "family_name": "van der Berg"},
        ),
        (("John", "", "Smith", "Jr."), "", {"name": "John Smith Jr.", "family_name": "Smith"}),
        (("Jinping", "", "Xi"), "Xi Jinping", {"name": "Xi Jinping", "family_name": "Xi"}),
        (("Maria", "", "Moreno"), "Moreno, Maria", {"name": "Maria Moreno"}),
        (("Maria", "", "Moreno"), "The boss", {"name": "Maria Moreno"}),
        (("", "", "Press Office"), "", {"name": "Press Office"}),
        (("Press Office", "", ""), "", {"name": "Press Office"}),
        ((), "Maria Moreno", {"name": "Maria Moreno"}),
        ((), "", {}),
    ],
)  # fmt: skip
def test_parts_are_joined(parts: tuple[str, ...], printed: str, texts: dict[str, str]) -> None:
    """What a split of the name gives anyhow is not said again."""
    assert join_name(NameParts(*parts), printed) == texts


@given(name=names())
def test_what_was_never_stored_is_not_stored(name: str) -> None:
    """A name without parts comes back without parts."""
    assert join_name(split_name(name)) == {"name": name}


@given(name=names(), given_name=clean_texts(), family_name=clean_texts())
def test_stored_parts_come_back(name: str, given_name: str, family_name: str) -> None:
    """As what they are, said or not."""
    texts = join_name(split_name(name, given_name, family_name))
    again = split_name(texts["name"], texts.get("given_name"), texts.get("family_name"))
    assert (again.given, again.family) == (given_name, family_name)
