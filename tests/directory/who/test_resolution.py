"""Who is meant: tier by tier, never a guess, and no text is syntax."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.directory.who.resolution import (
    _HITS,
    Hit,
    Subject,
    _tiers,
    contact_aliases,
    find_by_key,
    find_hits,
    office_aliases,
)
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.text.folding import fold, fold_words
from pressdesk.values.names import fold_name, telling_words
from tests.directory.samples import NOWHERE, a_contact
from tests.strategies import names

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
        ("maria g m", "maria-g-moreno"),
        ("moreno", "maria-g-moreno"),
        ("moreno maria", "maria-g-moreno"),
        ("lindqvist zoe", "zoe-lindqvist"),
        ("o'example", "sean-o-example"),
        ("Примеров", "иван-примеров"),
        ("primerov", "иван-примеров"),
        ("mueller", "maria-muller"),
        ("dc washington", "agency-washington-dc"),
        ("dc", "agency-washington-dc"),
        ("agencia", "agency-washington-dc"),
        ("headquarters", "hq"),
    ],
)
def test_each_tier_finds(text: str, meant: str, directory: Directory) -> None:
    """Code or key, name, without the organisation, city, beginning, words; in each language."""
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
        (Office("x", "East Nairobi", "KE"), Office("y", "Nairobi West", "KE"), "nairobi"),
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
    named = [key for _, key, _ in caught.value.candidates]
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
    editor.add_contact(a_contact("Nairobi")._replace(key="desk"))
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
        ("morino", "Maria G. Moreno"),
        ("mullr", "Maria Müller"),
        ("Dr. Mullr", "Maria Müller"),
        ("hedquarters", "Agency Headquarters"),
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


HONORIFICS = ("Dr.", "Dr", "Prof. Dr.", "Frau", "Mme", "г-н", "Dott.ssa", "MR", "Sr.", "الدكتورة")


@pytest.mark.parametrize("honorific", HONORIFICS)
def test_honorifics_do_not_count(honorific: str, editor: DirectoryEditor) -> None:
    """Neither in what is asked nor in what is stored; the same contact is found with any."""
    editor.add_contact(a_contact(f"{honorific} Anna Keller")._replace(key="x"))
    editor.add_contact(a_contact("Anne Kellerman")._replace(key="y"))
    for text in ("Anna Keller", "keller", "Keller Anna", "anna k", "Ms keller", "M. Keller",
                 f"{honorific} Keller", f"keller {honorific} anna", f"{honorific} {honorific} Anna",
                 ):  # fmt: skip
        assert editor.get_contact(text).key == "x"
    for text in (honorific, "Herr"):
        with pytest.raises(NotFoundError):
            editor.get_contact(text)


def test_an_honorific_alone_is_a_name_of_those_who_are_called_so(editor: DirectoryEditor) -> None:
    """Michael Herr is found by his surname, Herr Keller is not."""
    for key, name in (("x", "Michael Herr"), ("y", "Herr Anton Keller"), ("z", "Frau")):
        editor.add_contact(a_contact(name)._replace(key=key))
    assert editor.get_contact("Herr").key == "x"
    assert editor.get_contact("Frau").key == "z"


def test_a_word_that_many_have_names_some_of_them(editor: DirectoryEditor) -> None:
    """The candidates are a page, and say that there are more."""
    with editor.gathering():
        for number in range(30):
            editor.add_contact(a_contact("Anna Keller")._replace(key=f"x{number}"))
    with pytest.raises(AmbiguousError, match="more than 20") as caught:
        editor.get("keller")
    assert len(caught.value.candidates) == 20


def test_an_office_is_found_by_the_words_that_it_has_now(editor: DirectoryEditor) -> None:
    """No search for contacts finds it so, and no office another that was removed."""
    before = editor.get_office("here")
    editor.change_office(before, before._replace(name="Press Room Lisbon"))
    assert editor.get("lisbon").version == 2
    assert editor.find(Search(("lisbon",))) == []
    editor.remove_office(editor.get_office("lisbon room"))
    with pytest.raises(NotFoundError):
        editor.get("lisbon")


WORDS = st.sampled_from(
    ["Anna", "Keller", "de", "la", "Cruz", "O'Neil", "Jean-Luc", "Łódź", "Müller", "Zoë", "Don",
     "Herr", "M.", "D.", "Dr.", "Prof.", "г-н", "Иван", "Примеров", "ليلى", "بن", "王芳", "佐藤健",
     "先生", "Ko王", "สมชาย", "3rd"]
)  # fmt: skip
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | names()


@given(
    stored=st.lists(NAMES, min_size=1, max_size=4),
    data=st.data(),
    honorific=st.sampled_from(["", *HONORIFICS]),
    case=st.sampled_from([str, str.upper, str.title, fold_words]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_words_of_a_name_in_any_order_find_it(
    stored: list[str], data: st.DataObject, honorific: str, case: Callable[[str], str]
) -> None:
    """In any case, without accents, with any honorific before: unless an earlier tier has a hit."""
    with Directory.rehearse(NOWHERE) as directory:
        for number, name in enumerate(stored):
            directory.add_office(Office(f"office-{number}", f"{name} {number}", "US"))
            directory.add_contact(a_contact(name)._replace(key=f"contact-{number}"))
        place = data.draw(st.integers(0, len(stored) - 1))
        name = stored[place]
        words = [word for word in name.split() if fold_words(word)]
        if telling_words(name):  # what is made of honorifics alone is known by their order
            words = data.draw(st.permutations(words))
        asked = case(" ".join([honorific, *words]))
        hits = find_hits(directory._connection, asked, Subject.EITHER)
        assert f"contact-{place}" in {hit.key for hit in hits} or is_earlier(directory, asked, hits)
        key = f"contact-{place}"
        assert directory.get(key) == directory.contact_by_key(key)
        assert list(find_by_key(directory._connection, [key])) == [key]


def is_earlier(directory: Directory, asked: str, hits: Sequence[Hit]) -> bool:
    """Whether all hits have a name or a key that the text begins, or that it is."""
    beginnings = (fold_name(asked), fold(asked.strip()).replace(" ", "-"))
    return bool(hits) and all(
        any(alias.startswith(beginnings) for alias, _ in aliases_of(directory, hit)) for hit in hits
    )


def aliases_of(directory: Directory, hit: Hit) -> Sequence[tuple[str, int]]:
    """Give the names of a hit, by the functions that make them."""
    if hit.subject is Subject.OFFICE:
        return office_aliases(directory.office_by_code(hit.key))
    return contact_aliases(directory.contact_by_key(hit.key))


@pytest.mark.parametrize("wanted", list(Subject))
@pytest.mark.parametrize("text", ["keller anna", "herr", "王芳"])
def test_each_tier_is_asked_through_an_index(
    text: str, wanted: Subject, directory: Directory
) -> None:
    """However many contacts there are, no table is read from end to end."""
    for condition, values in _tiers(text, wanted):
        statement = _HITS.format(condition, 1, 1)
        plan = directory._connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        steps = [step for *_, step in plan]
        scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
        assert scans == ["SCAN hit"]  # what was found
        assert any(step.startswith("SEARCH a USING INDEX") for step in steps)


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
    office = WASHINGTON._replace(organization=organization, names={}, city=None)
    assert office_aliases(office) == [("agency-washington-dc", 0), ("agency washington dc", 1)]


def test_names_of_a_contact_in_their_tiers() -> None:
    """The key and the name."""
    contact = a_contact("Zoë Lindqvist")._replace(key="zoe-2")
    assert contact_aliases(contact) == [("zoe-2", 0), ("zoe lindqvist", 1)]


def test_a_changed_name_is_found_and_the_old_one_is_not(editor: DirectoryEditor) -> None:
    """The index follows."""
    before = editor.add_contact(a_contact("Ada Example"))
    editor.change_contact(before, before._replace(key="new", name="Bea Sample"))
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
