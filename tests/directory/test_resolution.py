"""Who is meant: tier by tier, never a guess, and no text is syntax."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.resolution import contact_aliases, office_aliases
from pressdesk.directory.store import Directory
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from tests.directory.samples import NOWHERE, a_contact

WASHINGTON = Office("agency-washington-dc", "Agency Washington DC", "US", "Agency", "Washington",
                    names={"es": "Agencia Washington", "fr": "Agency Ouachingtone"})  # fmt: skip
GENEVA = Office("geneva-office", "Agency Genève", "CH", "Agency", "Genève")
HEADQUARTERS = Office("hq", "Agency Headquarters", "CH", "Agency", "Genève")
LODZ = Office("lodz", "Agency Łódź", "PL", "Agency")
PEOPLE = ("Maria G. Moreno", "Maria Müller", "Zoë Lindqvist", "Иван Примеров", "Sean O'Example")


def filled(directory: DirectoryEditor) -> DirectoryEditor:
    """Give a directory with offices and people."""
    for office in (WASHINGTON, GENEVA, HEADQUARTERS, LODZ):
        directory.add_office(office)
    for name in PEOPLE:
        directory.add_contact(a_contact(name))
    return directory


@pytest.fixture
def directory() -> Iterator[Directory]:
    """Give offices and people to look for."""
    with Directory.rehearse(NOWHERE) as empty:
        yield filled(empty)


def found(directory: Directory, text: str) -> str:
    """Name what a text stands for, by code or key."""
    one = directory.get(text)
    return one.code if isinstance(one, Office) else one.key


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("agency-washington-dc", "agency-washington-dc"),
        ("maria-g-moreno", "maria-g-moreno"),
        ("Agency Washington DC", "agency-washington-dc"),
        ("Maria G. Moreno", "maria-g-moreno"),
        ("Agencia Washington", "agency-washington-dc"),
        ("Washington DC", "agency-washington-dc"),
        ("Ouachingtone", "agency-washington-dc"),
        ("Genève", "geneva-office"),  # hq is in that city, but this is the other's name
        ("Washington", "agency-washington-dc"),
        ("Agency W", "agency-washington-dc"),
        ("ouach", "agency-washington-dc"),
        ("washington d", "agency-washington-dc"),
        ("maria-g", "maria-g-moreno"),
        ("maria m", "maria-muller"),
        ("z", "zoe-lindqvist"),
        ("и", "иван-примеров"),
    ],
)
def test_each_tier_finds(text: str, meant: str, directory: Directory) -> None:
    """Code or key, name, name without the organisation, city, beginning; in each language."""
    assert found(directory, text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("AGENCY WASHINGTON dc", "agency-washington-dc"),
        ("  maria   g moreno ", "maria-g-moreno"),
        ("MARIA-G-MORENO", "maria-g-moreno"),
        ("maria muller", "maria-muller"),
        ("maria mu\u0308ller", "maria-muller"),
        ("zoe lindqvist", "zoe-lindqvist"),
        ("łódź", "lodz"),
        ("Agency Lodz", "lodz"),
        ("ИВАН ПРИМЕРОВ", "иван-примеров"),
        ("sean o example", "sean-o-example"),
        ("Sean O’Example", "sean-o-example"),
        (" maria-g", "maria-g-moreno"),
        ("ｍａｒｉａ ｇ", "maria-g-moreno"),
    ],
)
def test_case_accents_and_punctuation_do_not_count(
    text: str, meant: str, directory: Directory
) -> None:
    """What is typed in a hurry is what is meant."""
    assert found(directory, text) == meant


@pytest.mark.parametrize(
    ("earlier", "later", "text"),
    [
        (Office("x", "Nairobi", "KE"), Office("nairobi", "Other", "KE"), "nairobi"),
        (Office("x", "Agency Nairobi", "KE", "Agency"), Office("y", "Nairobi", "KE"), "nairobi"),
        (Office("x", "X", "KE", city="Nairobi"),
         Office("y", "Agency Nairobi", "KE", "Agency"), "Nairobi"),
        (Office("x", "Nairobi East", "KE"), Office("y", "Y", "KE", city="Nairobi"), "nairobi"),
    ],
)  # fmt: skip
def test_the_first_tier_with_a_hit_decides(
    earlier: Office, later: Office, text: str, editor: DirectoryEditor
) -> None:
    """The other would have been found in a later tier."""
    editor.add_office(earlier)
    editor.add_office(later)
    assert editor.get_office(text).code == later.code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("gen", ["geneva-office", "hq"]),
        ("agency", ["geneva-office", "hq", "lodz", "agency-washington-dc"]),
        ("maria", ["maria-g-moreno", "maria-muller"]),
    ],
)
def test_several_hits_are_never_a_guess(
    text: str, candidates: list[str], directory: Directory
) -> None:
    """The candidates are named, by code or key."""
    with pytest.raises(AmbiguousError) as caught:
        directory.get(text)
    named = [key for key, _ in caught.value.candidates]
    assert caught.value.exit_code == 3
    assert sorted(named) == sorted(candidates)
    assert all(key in str(caught.value) for key in candidates)


def test_two_offices_in_one_city_are_ambiguous(editor: DirectoryEditor) -> None:
    """The city alone does not say which."""
    for number in ("One", "Two"):
        editor.add_office(Office(f"x-{number}", number, "KE", city="Nairobi"))
    with pytest.raises(AmbiguousError, match="x-One  One\n  x-Two  Two"):
        editor.get_office("nairobi")


def test_an_office_and_a_contact_of_one_name_are_ambiguous(editor: DirectoryEditor) -> None:
    """Where only one of the two can be meant, there is no doubt."""
    editor.add_office(Office("nbo", "Nairobi", "KE"))
    editor.add_contact(replace(a_contact("Nairobi"), key="desk"))
    with pytest.raises(AmbiguousError):
        editor.get("Nairobi")
    assert editor.get_office("nairobi").code == "nbo"
    assert editor.get_contact("nairobi").key == "desk"


def test_one_with_many_names_is_one_hit(directory: Directory) -> None:
    """Several of its names may begin so."""
    assert found(directory, "washi") == "agency-washington-dc"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("washingtin", "Agency Washington DC"),
        ("maria morano", "Maria G. Moreno"),
        ("lindquist", "Zoë Lindqvist"),
        ("Иван Премеров", "Иван Примеров"),
    ],
)
def test_a_typo_is_told_what_is_near(text: str, near: str, directory: Directory) -> None:
    """Did you mean; at most three."""
    with pytest.raises(NotFoundError, match=f'did you mean .*"{near}"') as caught:
        directory.get(text)
    assert caught.value.exit_code == 1
    assert len(caught.value.near) <= 3


@pytest.mark.parametrize("text", ["", " ", "\t", "…", "%", "_", "%%", "mar_a", "*", "x" * 5000])
def test_what_nobody_is_called_is_not_found(text: str, directory: Directory) -> None:
    """No sign is a wildcard, and nothing is found by an empty name."""
    with pytest.raises(NotFoundError):
        directory.get(text)


def test_percent_in_a_name_is_a_percent(editor: DirectoryEditor) -> None:
    """It may be typed or left out, but stands for nothing else."""
    editor.add_contact(a_contact("100% Health"))
    assert editor.get_contact("100%").key == "100-health"
    with pytest.raises(NotFoundError):
        editor.get_contact("1%0")


def test_a_miss_names_what_was_looked_for(directory: Directory) -> None:
    """The sentence says office, contact, or either."""
    with pytest.raises(NotFoundError, match='no contact or office matches "qqqq"'):
        directory.get("qqqq")
    with pytest.raises(NotFoundError, match='no office matches "maria-g-moreno"'):
        directory.get_office("maria-g-moreno")
    with pytest.raises(NotFoundError, match='no contact matches "lodz"'):
        directory.get_contact("lodz")


def test_near_names_are_of_the_kind_that_was_asked(directory: Directory) -> None:
    """No contact is offered where an office is wanted."""
    with pytest.raises(NotFoundError) as caught:
        directory.get_office("maria moreno")
    assert not any("Maria" in name for name in caught.value.near)


@given(
    text=st.text()
    | st.text(st.characters())  # with lone surrogates, as a byte that is no UTF-8 comes in
    | st.text("%_*?'\"\\;-\0 aàz", max_size=8)
    | st.sampled_from(PEOPLE).flatmap(lambda name: st.sampled_from([name[:n] for n in range(9)]))
)
@settings(max_examples=300, deadline=None)
def test_any_text_finds_or_is_refused_politely(text: str, law_directory: Directory) -> None:
    """Search text is no syntax: no error of SQLite's, whatever is typed."""
    with suppress(NotFoundError, AmbiguousError):
        assert isinstance(law_directory.get(text), Office | Contact)


@pytest.fixture(scope="module")
def law_directory() -> Iterator[Directory]:
    """Give one directory to all examples: they only read."""
    with Directory.rehearse(NOWHERE) as empty:
        yield filled(empty)


def test_names_of_an_office_in_their_tiers() -> None:
    """Each once, folded; the prefix comes off every name that has it."""
    assert office_aliases(WASHINGTON) == [
        ("agency-washington-dc", 0),
        ("agency washington dc", 1),
        ("agencia washington", 1),
        ("agency ouachingtone", 1),
        ("washington dc", 2),
        ("ouachingtone", 2),
        ("washington", 3),
    ]


@pytest.mark.parametrize("organization", [None, "Agenc", "Agency Washington DC", "…"])
def test_only_a_whole_prefix_comes_off(organization: str | None) -> None:
    """Half a word is none, and a name never becomes empty."""
    office = replace(WASHINGTON, organization=organization, names={}, city=None)
    assert office_aliases(office) == [("agency-washington-dc", 0), ("agency washington dc", 1)]


def test_names_of_a_contact_in_their_tiers() -> None:
    """The key and the name."""
    contact = replace(a_contact("Zoë Lindqvist"), key="zoe-2")
    assert contact_aliases(contact) == [("zoe-2", 0), ("zoe lindqvist", 1)]


def test_a_changed_name_is_found_and_the_old_one_is_not(editor: DirectoryEditor) -> None:
    """The index follows."""
    before = editor.add_contact(a_contact("Ada Example"))
    editor.change_contact(before, replace(before, key="new", name="Bea Sample"))
    assert editor.get_contact("bea").key == "new"
    with pytest.raises(NotFoundError):
        editor.get_contact("ada-example")


def test_what_was_removed_is_not_found(editor: DirectoryEditor) -> None:
    """Nor offered as a near name."""
    editor.remove_contact(editor.add_contact(a_contact("Ada Example")))
    editor.remove_office(editor.get_office("here"))
    with pytest.raises(NotFoundError) as caught:
        editor.get("ada exampel")
    assert caught.value.near == ()
    assert editor.database.execute("SELECT count(*) FROM alias").fetchone() == (0,)
