"""Which words are somebody's name, and which of two lines is the person."""

import pytest

from pressdesk.harvest.evidence import find_evidence
from pressdesk.reading.people.names import find_person, score_person
from pressdesk.reading.vocabulary import is_courtesy, is_given_name

BLOCK = """\
Press contact
{first}
{second}
+1 202 862 1826
info@harbour-relief.example
"""


def named_in(text: str) -> list[str | None]:
    """Return the names of the contacts in a text."""
    found = find_evidence("release.txt", text.encode(), "text")
    return [evidence.contact.name for evidence in found]


@pytest.mark.parametrize(
    "name",
    [
        "Wanjiku Ndirangu", "Sibusiso Mokoena", "Lerato Khumalo", "Fatuma Abdi", "Aoife Brennick",
        "Nguyen Thi Lan", "Wei Zhang", "Aroha Tamihere", "Rangi Walker", "Aigul Omarova",
        "Сергей Волков", "Hans-Peter Vogt", "Ana-Lucía Prado",
    ],
)  # fmt: skip
def test_a_given_name_tells_who_is_the_person(name: str) -> None:
    """Above or below a line that could be one too."""
    assert named_in(BLOCK.format(first="Harbour Horizon", second=name)) == [name]
    assert named_in(BLOCK.format(first=name, second="Harbour Horizon")) == [name]


@pytest.mark.parametrize(
    "text", ["Max-Planck-Institut Dresden", "Heinrich-Vogel-Stiftung Nairobi", "Vic Health Trust"]
)
def test_an_institute_is_nobody_though_it_bears_a_name(text: str) -> None:
    """All parts of a double name are given names."""
    assert find_person(text) is None


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("jean-luc", True), ("hans-peter", True), ("wanjiku", True),
        ("max-planck-institut", False), ("hans-", False), ("-peter", False), ("", False),
    ],
)  # fmt: skip
def test_a_double_name_is_one_of_given_names(word: str, is_one: bool) -> None:  # noqa: FBT001
    """And a hyphen alone makes none."""
    assert is_given_name(word) is is_one


def test_an_address_with_the_name_weighs_more_than_a_given_name() -> None:
    """The name of the house stands behind the @."""
    emails = ["n.orwell@lotus.example"]
    assert score_person("Nesta Orwell", emails) > score_person("Maria Lotus", emails)
    assert score_person("Wanjiku Orwell", emails) > score_person("Xqz Orwell", emails)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Dr.", True),
        ("Frau", True),
        ("г-жа", True),
        ("Prof.ª", True),
        ("Mayor", False),
        ("x", False),
    ],
)
def test_courtesy_says_nothing_of_what_somebody_is(word: str, is_one: bool) -> None:  # noqa: FBT001
    """A mayor would be lost with the word."""
    assert is_courtesy(word) is is_one
