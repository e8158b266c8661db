"""Searching: what is found, in which order, and that any text may be asked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from pressdesk.directory.search import asking as search_module
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber


def person(name: str, office: str = "geneva", **rest: object) -> Contact:
    """Give a contact with an address made of the name."""
    contact = Contact(
        "", name, emails=(Email(EmailAddress("somebody@example.org")),), postings=(Posting(office),)
    )
    return contact._replace(**rest)  # type: ignore[arg-type]  # fields of Contact


PEOPLE = [
    person("Zoë Lindqvist", title="Head of Media", titles={"fr": "Cheffe des médias"}),
    person("Tomasz Łukaszewicz", topics=("winter aid", "shelter"), languages=("en", "pl")),
    person("Jörg Weiß", "berlin", emails=(Email(EmailAddress("jw@presse.example")),)),
    person("Иванова Ольга", "berlin", languages=("ru",)),
    person("王芳", "berlin", languages=("zh-Hant",)),
    person("Geneva Smith", "berlin", left_on=date(2026, 1, 1)),
    person("Newsroom", kind=ContactKind.DESK,
           phones=(Phone(PhoneNumber("+41225010110", "0012", "+41 22 501 01 10")),
                   Phone(PhoneNumber("+442079460958", None, "+44 20 7946 0958"), PhoneKind.FAX))),
    person("Maria Smith", postings=(Posting("geneva", extension="4101", ends_on=date(2026, 6, 30)),
                                    Posting("berlin", starts_on=date(2026, 7, 1)))),
]  # fmt: skip
OFFICES = [
    Office("geneva", "Harbour Relief Geneva", "CH", "Harbour Relief", "Genève", "fr",
           switchboard=PhoneNumber("+41225010100", None, "+41 22 501 01 00"),
           names={"es": "Harbour Relief Ginebra"}),
    Office("berlin", "Harbour Relief Berlin", "DE", "Harbour Relief", "Berlin"),
]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a directory once for all of these tests, which only read it."""
    path = tmp_path_factory.mktemp("search") / "directory.db"
    with Directory.edit(path) as directory:
        for office in OFFICES:
            directory.add_office(office)
        for one in PEOPLE:
            directory.add_contact(one)
    return path


@pytest.fixture
def directory(path: Path) -> Iterator[Directory]:
    """Open it for reading."""
    with Directory.open(path) as directory:
        yield directory


def found(directory: Directory, *terms: str, **rest: Any) -> list[str]:  # noqa: ANN401
    """Give the names that a question finds, in their order."""
    search = Search(terms)._replace(**rest)
    return [contact.name for contact in directory.find(search)]


@pytest.mark.parametrize(
    ("terms", "names"),
    [
        ("zoe", ["Zoë Lindqvist"]), ("ZOË", ["Zoë Lindqvist"]), ("Zoe\u0308", ["Zoë Lindqvist"]),
        ("lukasz", ["Tomasz Łukaszewicz"]), ("weiss", ["Jörg Weiß"]), ("joerg", ["Jörg Weiß"]),
        ("ivanova", ["Иванова Ольга"]), ("ольга", ["Иванова Ольга"]), ("芳", ["王芳"]),
        ("王", ["王芳"]), ("wang", ["王芳"]), ("cheffe", ["Zoë Lindqvist"]),
        ("head media", ["Zoë Lindqvist"]), ('"head of media"', ["Zoë Lindqvist"]),
        ('"head media"', []), ("title:media", ["Zoë Lindqvist"]), ("name:media", []),
        ("winter", ["Tomasz Łukaszewicz"]), ("topic:shelter", ["Tomasz Łukaszewicz"]),
        ("jw@presse.example", ["Jörg Weiß"]), ("email:presse", ["Jörg Weiß"]),
        ("lang:pl", ["Tomasz Łukaszewicz"]), ("kind:desk", ["Newsroom"]),
        ("country:suisse kind:desk", ["Newsroom"]), ("country:ch kind:desk", ["Newsroom"]),
        ("ginebra kind:desk", ["Newsroom"]), ("city:geneve kind:desk", ["Newsroom"]),
        ("501 01 10", ["Newsroom"]), ("+41 (0)22 501 01 10", ["Newsroom"]),
        ("022 501 01 10", ["Newsroom"]), ("0041225010110", ["Newsroom"]), ("5010110", ["Newsroom"]),
        ("7946 0958", ["Newsroom"]), ("0207946", ["Newsroom"]),
        ("+41 22 501 01 10 ext 0012", ["Newsroom"]), ("+41 22 501 01 10 ext 4101", []),
        ("+41 22 501 01 00", ["Maria Smith"]), ("ext:4101", ["Maria Smith"]),
        ("ext:0012", ["Newsroom"]), ("x4101", ["Maria Smith"]),
        ("zoe OR weiss", ["Zoë Lindqvist", "Jörg Weiß"]),
        ("smith NOT maria", ["Geneva Smith"]), ("kind:person NOT smith NOT berlin",
                                               ["Zoë Lindqvist", "Tomasz Łukaszewicz"]),
        ("xyzzy", []), ("%", []), ("_", []), ("*", []), ("-", []), ('"', []), ("NOT", []),
        ("zoe NOT", ["Zoë Lindqvist"]), ("name:", []), ("every:every", []), ("person", []),
    ],
)  # fmt: skip
def test_what_is_found(directory: Directory, terms: str, names: list[str]) -> None:
    """In any spelling, by any part of a number, in one field or all."""
    assert found(directory, terms) == names
    if '"' not in terms and "ext " not in terms:
        assert found(directory, *terms.split()) == names


def test_order_is_name_then_place_then_the_rest(directory: Directory) -> None:
    """A word of a name comes before an office or city, each by sort name."""
    assert found(directory, "geneva") == [
        "Geneva Smith", "Zoë Lindqvist", "Tomasz Łukaszewicz", "Newsroom", "Maria Smith"
    ]  # fmt: skip


def test_an_exact_name_or_key_comes_first(directory: Directory) -> None:
    """Before all whose names begin so."""
    assert found(directory, "Maria Smith")[0] == "Maria Smith"
    assert found(directory, "newsroom") == ["Newsroom"]
    assert found(directory, "maria-smith")[0] == "Maria Smith"


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"office": "geneva", "language": "pl"}, ["Tomasz Łukaszewicz"]),
        ({"country": "DE", "language": "ru"}, ["Иванова Ольга"]),
        ({"language": "zh"}, ["王芳"]), ({"language": "z"}, []),
        ({"topic": "Winter"}, ["Tomasz Łukaszewicz"]), ({"topic": "inter"}, []),
        ({"office": "geneva", "on": date(2026, 7, 1), "topic": "shelter"}, ["Tomasz Łukaszewicz"]),
        ({"office": "nowhere"}, []),
    ],
)  # fmt: skip
def test_options_narrow(directory: Directory, options: dict[str, object], names: list[str]) -> None:
    """With and without words."""
    assert found(directory, **options) == names
    assert found(directory, "harbour", **options) == names


@pytest.mark.parametrize(
    ("office", "day", "is_there"),
    [("geneva", 30, True), ("geneva", 31, False), ("berlin", 30, False), ("berlin", 31, True)],
)
def test_office_and_day_are_asked_of_one_posting(
    directory: Directory,
    office: str,
    day: int,
    is_there: bool,  # noqa: FBT001  # a case of the table
) -> None:
    """Being posted there, and being on duty elsewhere that day, is not enough."""
    on = date(2026, 6, 30) if day == 30 else date(2026, 7, 1)
    assert ("Maria Smith" in found(directory, "smith", office=office, on=on)) is is_there
    assert "Geneva Smith" not in found(directory, "smith", on=on)


@pytest.mark.parametrize("many", [1, 3, 300])
@pytest.mark.parametrize("sample", [1, 3, 1000])
@pytest.mark.parametrize("terms", ["geneva", "harbour", "smith OR zoe", "NOT smith", "relief e"])
def test_a_page_is_the_beginning_of_all(
    directory: Directory, monkeypatch: pytest.MonkeyPatch, sample: int, terms: str, many: int
) -> None:
    """Whether the beginning of the list fills it or the index does."""
    everybody = found(directory, terms)
    statement = search_module._SAMPLED.replace("LIMIT 1000", f"LIMIT {sample}")
    monkeypatch.setattr(search_module, "_SAMPLED", statement)
    monkeypatch.setattr(search_module, "_MANY", many)
    for limit in range(1, len(everybody) + 2):
        assert found(directory, terms, limit=limit) == everybody[:limit]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(terms=st.lists(st.text(max_size=12), max_size=4), limit=st.none() | st.integers(1, 5))
def test_any_text_may_be_asked(directory: Directory, terms: list[str], limit: int | None) -> None:
    """No syntax of FTS5 or LIKE leaks through; a page is the beginning of all."""
    everybody = found(directory, "x", *terms)
    assert found(directory, "x", *terms, limit=limit) == everybody[:limit]


def test_changes_are_found_at_once(tmp_path: Path) -> None:
    """New names are, old ones are not; an office's new city counts for its contacts."""
    path = tmp_path / "directory.db"
    with Directory.edit(path) as editor:
        office = editor.add_office(OFFICES[1])
        one = editor.add_contact(PEOPLE[2])
        two = editor.change_contact(one, one._replace(name="Anna Schwarz", key="anna"))
        editor.change_office(office, office._replace(city="Potsdam"))
        assert found(editor, "schwarz") == ["Anna Schwarz"]
        assert found(editor, "city:potsdam") == ["Anna Schwarz"]
        assert found(editor, "city:berlin") == []
        assert found(editor, "weiss") == []
        editor.remove_contact(two)
        assert found(editor, "schwarz") == []


def test_near_names_are_offered_in_a_large_directory_too(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There only names that begin alike are compared."""
    assert directory.near_names("zoe lindkvist") == ["Zoë Lindqvist"]
    monkeypatch.setattr("pressdesk.directory.who.near_names._MOST_COMPARED", 5)
    assert directory.near_names("zoe lindkvist") == ["Zoë Lindqvist"]
    assert directory.near_names("%") == []
