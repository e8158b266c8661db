"""What a shell offers: texts that begin as typed, and that resolution finds."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.directory.store import Directory
from pressdesk.directory.who.completion import find_names, find_who
from pressdesk.directory.who.resolution import Subject, find_hits
from pressdesk.errors.directory import DirectoryMissingError
from pressdesk.model import Office
from pressdesk.text.folding import fold_words
from tests.directory.samples import a_contact
from tests.directory.who.test_resolution import GENEVA, PEOPLE, filled

MORE = ("Moreno Llull", "Dr. Anna Keller", "Bea Keller-Marsh", "王芳")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Store offices and people, once for all tests: they only read."""
    path = tmp_path_factory.mktemp("names") / "directory.db"
    with Directory.edit(path) as directory:
        filled(directory)
        for code in ("one", "two"):
            directory.add_office(Office(code, code.title(), "PT", city="Lisbon"))
        for name in MORE:
            directory.add_contact(a_contact(name))
    return path


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("agency-w", ["agency-washington-dc"]),
        ("Agency-W", ["Agency-Washington-dc"]),
        ("gen", ["geneva-office"]),  # hq is in Genève too, but the other's name is found first
        ("lis", ["lisbon"]),  # two are there
        ("wash", ["washington"]),
        ("washington d", ["washington dc"]),
        ("dc", ["dc"]),
        ("agencia", ["agencia"]),
        ("lod", ["lodz"]),
        ("lind", ["lindqvist"]),
        ("Dr. Lind", ["Dr. Lindqvist"]),
        ("lindqvist z", ["lindqvist zoe"]),
        ("maria", ["maria-g-moreno", "maria-muller"]),
        ("mor", ["moreno-llull", "moreno maria g"]),
        ("kel", ["keller anna", "keller bea marsh"]),
        ("dr", ["dr-anna-keller"]),
        ("prim", ["primerov"]),
        ("王", ["王芳"]),
        ("o'ex", ["o'example"]),
        ("  lind", ["  lindqvist"]),
        ("nobody", []),
        ("%", []),
        ("\u200d", []),
    ],
)
def test_what_is_offered(typed: str, offers: list[str], path: Path) -> None:
    """The code or key, else the shortest words that nobody else is found by."""
    assert find_who(path, typed, Subject.EITHER, 200) == offers


def test_only_what_is_wanted_is_offered(path: Path) -> None:
    """Offices or contacts; behind nothing their codes and keys, offices first."""
    assert find_who(path, "m", Subject.OFFICE, 200) == []
    assert find_who(path, "wash", Subject.CONTACT, 200) == []
    everything = find_who(path, "", Subject.EITHER, 200)
    assert everything[:2] == ["agency-washington-dc", GENEVA.code]
    assert len(everything) == 6 + len(PEOPLE) + len(MORE)
    assert find_who(path, "", Subject.EITHER, 2) == [*everything[:2], *everything[6:8]]


@given(name=st.sampled_from([*PEOPLE, *MORE]), data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_beginning_of_a_word_offers_what_finds_the_name(
    name: str, data: st.DataObject, path: Path
) -> None:
    """All that is offered begins as typed and is found; one of it is the name's."""
    word = data.draw(st.sampled_from(fold_words(name).split()))
    typed = word[: data.draw(st.integers(1, len(word)))]
    offers = find_who(path, typed, Subject.EITHER, 200)
    with Directory.open(path) as directory:
        found = [find_hits(directory._connection, offer, Subject.EITHER) for offer in offers]
    assert all(offer.startswith(typed) for offer in offers)
    assert all(found)
    assert any(hit.name == name for hits in found for hit in hits)


@given(typed=st.text() | st.text("\"'*: -\u200d\u200c王z", max_size=6))
@settings(max_examples=100, deadline=None)
def test_any_text_may_be_typed(typed: str, path: Path) -> None:
    """What is typed is no syntax."""
    assert all(
        offer.startswith(typed.rstrip()) for offer in find_who(path, typed, Subject.EITHER, 9)
    )


def test_only_known_columns_are_read(path: Path) -> None:
    """A missing directory is said to whoever asks."""
    with pytest.raises(ValueError, match="email"):
        find_names(path, "email.address", "", 9)
    with pytest.raises(DirectoryMissingError):
        find_who(path.with_name("missing.db"), "", Subject.EITHER, 9)
