"""Which stored contact a new one is."""

from dataclasses import replace

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.matching import Match
from pressdesk.model import Contact, Email, Phone, Posting
from pressdesk.values.email_address import EmailAddress
from tests.directory.samples import SWITCHBOARD, a_contact, an_office


@pytest.fixture
def known(editor: DirectoryEditor) -> DirectoryEditor:
    """Give a directory with Zoë here, and Bea, who is nowhere."""
    editor.add_office(an_office("there"))
    zoe = a_contact("Zoë Example", Posting("here", extension="230"))
    editor.add_contact(replace(zoe, emails=(Email(EmailAddress("Press@example.org")),)))
    editor.add_contact(a_contact("Bea Example"))
    return editor


def match(
    directory: DirectoryEditor,
    name: str = "",
    email: str = "",
    *,
    key: str | None = None,
    office: str | None = "here",
) -> Match:
    """Match a row with at most one address."""
    emails = [email] if email else []
    return directory.match_contact(key=key, name=name, emails=emails, office=office)


def key_of(found: Match) -> str | None:
    """Name the contact that was found."""
    return found.contact.key if found.contact else None


@pytest.mark.parametrize("name", ["Zoë Example", "Somebody Else", ""])
def test_an_equal_key_is_the_same_contact(name: str, known: DirectoryEditor) -> None:
    """Whatever the other fields say."""
    found = match(known, name, "bea-example@example.org", key="zoe-example", office=None)
    assert (key_of(found), found.warnings) == ("zoe-example", [])


@pytest.mark.parametrize("name", ["Zoë Example", "ZOE EXAMPLE", "zoe  example.", ""])
@pytest.mark.parametrize("office", ["here", "there", None])
def test_an_equal_address_and_name_is_the_same_contact(
    name: str, office: str | None, known: DirectoryEditor
) -> None:
    """At any office; the name may differ in case and accents, or be left out."""
    found = match(known, name, "press@example.org", office=office)
    assert (key_of(found), found.warnings) == ("zoe-example", [])


def test_an_equal_address_and_another_name_is_another_contact(known: DirectoryEditor) -> None:
    """With a warning that names the first."""
    found = match(known, "Cleo Example", "press@example.org")
    assert found.contact is None
    assert found.warnings == [
        "press@example.org is also an address of Zoë Example: kept as two contacts"
    ]


def test_an_equal_name_at_the_same_office_is_the_same_contact(known: DirectoryEditor) -> None:
    """With a new address, or with none."""
    assert key_of(match(known, "zoe example", "new@example.org")) == "zoe-example"
    assert key_of(match(known, "Zoë Example")) == "zoe-example"


@pytest.mark.parametrize(
    ("name", "office"),
    [("Zoë Example", "there"), ("Zoë Example", None), ("Bea Example", "here"), ("", "here")],
)
def test_an_equal_name_elsewhere_is_another_contact(
    name: str, office: str | None, known: DirectoryEditor
) -> None:
    """Two people may have one name."""
    assert match(known, name, office=office) == Match(None, [])


def test_a_new_key_makes_a_namesake_another_contact(known: DirectoryEditor) -> None:
    """Whoever gives a key means somebody of their own; an equal address still decides."""
    assert match(known, "Zoë Example", key="zoe-2").contact is None
    found = match(known, "Zoë Example", "press@example.org", key="zoe-2")
    assert key_of(found) == "zoe-example"


def test_an_equal_number_is_not_the_same_contact(known: DirectoryEditor) -> None:
    """Everybody behind a switchboard has it: another extension is another contact."""
    phone = Phone(SWITCHBOARD.with_extension("231"))
    known.add_contact(Contact("", "Cleo Example", phones=(phone,), postings=(Posting("here"),)))
    assert match(known, "Dana Example").contact is None


def test_the_second_address_matches_too(known: DirectoryEditor) -> None:
    """All addresses of a row are looked at."""
    found = known.match_contact(
        key=None,
        name="Zoë Example",
        emails=["new@example.org", "press@example.org"],
        office="there",
    )
    assert key_of(found) == "zoe-example"


def test_a_shared_address_without_a_name_is_nobody(known: DirectoryEditor) -> None:
    """Which of the two is meant cannot be known."""
    shared = Email(EmailAddress("press@example.org"))
    known.add_contact(replace(a_contact("Cleo Example"), emails=(shared,)))
    assert match(known, "", "press@example.org") == Match(None, [])
    assert key_of(match(known, "Cleo Example", "press@example.org")) == "cleo-example"


def test_two_namesakes_at_one_office_are_not_guessed(known: DirectoryEditor) -> None:
    """Neither of them is changed; both are named."""
    known.add_contact(a_contact("Zoe Example", Posting("here")))
    found = match(known, "Zoë Example")
    assert found.contact is None
    assert sorted(one.key for one in found.namesakes) == ["zoe-example", "zoe-example-2"]


@pytest.mark.parametrize(
    ("name", "email", "key"),
    [
        ("%", "", None),
        ("Zo_ Example", "", None),
        ("", "%@example.org", None),
        ("", "", "zoe%"),
        ("' OR 1 --", "' OR 1 --", None),
    ],
)
def test_no_sign_is_a_wildcard(
    name: str, email: str, key: str | None, known: DirectoryEditor
) -> None:
    """Values are compared, never read as patterns."""
    assert match(known, name, email, key=key).contact is None


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("here", "Whatever", "here"),
        (None, "HERE", "here"),
        (None, "Ici", None),
        (None, "Elsewhere", None),
        ("elsewhere", "Here", None),
        (None, "her", None),
        (None, "", None),
        (None, "%", None),
    ],
)
def test_an_office_is_matched_by_code_else_by_name(
    code: str | None, name: str, found: str | None, editor: DirectoryEditor
) -> None:
    """A code of its own makes it another office; a beginning is no match."""
    here = editor.get_office("here")
    editor.change_office(here, replace(here, names={"fr": "Ici"}))
    office = editor.match_office(code=code, name=name)
    assert (office.code if office else None) == found
