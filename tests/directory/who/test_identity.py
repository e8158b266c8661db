"""Which stored contact somebody is: a row of a list, a person of a release, of a block."""

from collections.abc import Sequence

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.who.identity import (
    Identity,
    Particulars,
    identify_mentioned,
    identify_printed,
    identify_row,
)
from pressdesk.model import Contact, Email, Phone, Posting
from pressdesk.values.email_address import EmailAddress
from tests.directory.samples import OTHER_NUMBER, SWITCHBOARD, a_contact, an_office

MOBILE = (OTHER_NUMBER.e164, None)
EXT_230 = (SWITCHBOARD.e164, "230")


@pytest.fixture
def known(editor: DirectoryEditor) -> DirectoryEditor:
    """Give a directory with Zoë here, and Bea, who is nowhere."""
    editor.add_office(an_office("there"))
    zoe = a_contact("Zoë Example", Posting("here", extension="230"))
    editor.add_contact(zoe._replace(emails=(Email(EmailAddress("Press@example.org")),)))
    editor.add_contact(a_contact("Bea Example"))
    return editor


def identify(  # noqa: PLR0913  # what a row may say
    directory: DirectoryEditor,
    name: str = "",
    email: str = "",
    *numbers: tuple[str, str | None],
    key: str | None = None,
    office: str | None = "here",
    same_name_is_same: bool = False,
) -> Identity:
    """Identify a row with at most one address."""
    offices = [office] if office else []
    row = Particulars(name, [email] if email else [], lambda: numbers, key, offices)
    return identify_row(directory.lookups, row, same_name_is_same=same_name_is_same)


def key_of(found: Identity) -> str | None:
    """Name the contact that was found."""
    return found.contact.key if found.contact else None


def keys(contacts: Sequence[Contact]) -> list[str]:
    """Name contacts."""
    return sorted(one.key for one in contacts)


@pytest.mark.parametrize(
    ("name", "email", "numbers", "is_doubtful"),
    [
        ("Zoë Example", "", (), False),
        ("Dr. ZOE EXAMPLE", "bea-example@example.org", (MOBILE,), False),
        ("Somebody Else", "", (), False),
        ("Somebody Else", "press@example.org", (MOBILE,), False),
        ("", "bea-example@example.org", (), False),
        ("Somebody Else", "", (EXT_230,), False),
        # Nothing but the key is hers: who has given it is another program.
        ("Somebody Else", "bea-example@example.org", (), True),
        ("Somebody Else", "bea-example@example.org", (EXT_230,), True),
        ("Somebody Else", "", (MOBILE,), True),
    ],
)
def test_an_equal_key_is_the_same_contact(
    name: str,
    email: str,
    numbers: tuple[tuple[str, str | None], ...],
    is_doubtful: bool,  # noqa: FBT001
    known: DirectoryEditor,
) -> None:
    """Whatever one other field says; where none agrees, it is doubtful."""
    found = identify(known, name, email, *numbers, key="zoe-example", office=None)
    assert (key_of(found), found.is_doubtful) == ("zoe-example", is_doubtful)
    assert (found.sharers, found.namesakes) == ((), ())


@pytest.mark.parametrize(
    "name", ["Zoë Example", "ZOE EXAMPLE", "zoe  example.", "Frau Zoe Example", ""]
)
@pytest.mark.parametrize("office", ["here", "there", None])
def test_an_equal_address_and_name_is_the_same_contact(
    name: str, office: str | None, known: DirectoryEditor
) -> None:
    """At any office; the name may differ in case and accents, or be left out."""
    found = identify(known, name, "press@example.org", office=office)
    assert (key_of(found), found.sharers) == ("zoe-example", ())


def test_an_equal_address_and_another_name_is_another_contact(known: DirectoryEditor) -> None:
    """With a warning that names the first."""
    found = identify(known, "Cleo Example", "press@example.org")
    assert found.contact is None
    assert found.sharers == [("press@example.org", "Zoë Example")]
    assert found.warnings(a_contact("Cleo Example")) == [
        "press@example.org is also an address of Zoë Example: kept as two contacts"
    ]


def test_an_equal_name_at_the_same_office_is_the_same_contact(known: DirectoryEditor) -> None:
    """With a new address, or with none."""
    assert key_of(identify(known, "zoe example", "new@example.org")) == "zoe-example"
    assert key_of(identify(known, "Zoë Example")) == "zoe-example"


@pytest.mark.parametrize(
    ("name", "office"),
    [("Zoë Example", "there"), ("Zoë Example", None), ("Bea Example", "here"), ("", "here")],
)
def test_an_equal_name_elsewhere_is_another_contact(
    name: str, office: str | None, known: DirectoryEditor
) -> None:
    """Two people may have one name."""
    assert identify(known, name, office=office) == Identity(sharers=[])


def test_a_new_key_makes_a_namesake_another_contact(known: DirectoryEditor) -> None:
    """Whoever gives a key means somebody of their own; an equal address still decides."""
    assert identify(known, "Zoë Example", key="zoe-2").contact is None
    found = identify(known, "Zoë Example", "press@example.org", key="zoe-2")
    assert key_of(found) == "zoe-example"


def test_an_equal_number_is_not_the_same_contact(known: DirectoryEditor) -> None:
    """Everybody behind a switchboard has it: another extension is another contact."""
    phone = Phone(SWITCHBOARD.with_extension("231"))
    known.add_contact(Contact("", "Cleo Example", phones=(phone,), postings=(Posting("here"),)))
    assert identify(known, "Dana Example").contact is None


def test_the_second_address_matches_too(known: DirectoryEditor) -> None:
    """All addresses of a row are looked at."""
    row = Particulars("Zoë Example", ["new@example.org", "press@example.org"], offices=["there"])
    assert key_of(identify_row(known.lookups, row)) == "zoe-example"


def test_a_shared_address_without_a_name_is_nobody(known: DirectoryEditor) -> None:
    """Which of the two is meant cannot be known."""
    shared = Email(EmailAddress("press@example.org"))
    known.add_contact(a_contact("Cleo Example")._replace(emails=(shared,)))
    assert identify(known, "", "press@example.org") == Identity(sharers=[])
    assert key_of(identify(known, "Cleo Example", "press@example.org")) == "cleo-example"


def test_two_namesakes_at_one_office_are_not_guessed(known: DirectoryEditor) -> None:
    """Neither of them is changed; both are named."""
    known.add_contact(a_contact("Zoe Example", Posting("here")))
    found = identify(known, "Zoë Example")
    assert found.contact is None
    assert keys(found.candidates) == ["zoe-example", "zoe-example-2"]


@pytest.mark.parametrize(
    ("email", "numbers", "is_another"),
    [
        ("new@example.org", (MOBILE,), True),
        ("new@example.org", ((SWITCHBOARD.e164, "231"),), True),
        ("new@example.org", (EXT_230,), False),
        ("new@example.org", (), False),
        ("", (MOBILE,), False),
        ("press@example.org", (MOBILE,), False),
    ],
)
def test_a_namesake_with_other_addresses_and_numbers_is_somebody_else(
    email: str,
    numbers: tuple[tuple[str, str | None], ...],
    is_another: bool,  # noqa: FBT001
    known: DirectoryEditor,
) -> None:
    """Both must be other ones: who changed one of them is the same. A list may say otherwise."""
    found = identify(known, "Zoë Example", email, *numbers)
    assert key_of(found) == (None if is_another else "zoe-example")
    assert keys(found.namesakes) == (["zoe-example"] if is_another else [])
    same = identify(known, "Zoë Example", email, *numbers, same_name_is_same=True)
    assert key_of(same) == "zoe-example"


def test_both_namesakes_are_named(known: DirectoryEditor) -> None:
    """By the keys by which they are told apart."""
    found = identify(known, "Zoë Example", "new@example.org", MOBILE)
    (warning,) = found.warnings(a_contact("Zoë Example")._replace(key="zoe-example-2"))
    assert warning == (
        "another Zoë Example is at the same office (zoe-example), with another address and another "
        "number: kept apart, as zoe-example-2"
    )


def test_of_two_namesakes_the_number_tells_who_is_meant(known: DirectoryEditor) -> None:
    """Where it is the number of one of them."""
    second = a_contact("Zoe Example", Posting("here"))
    known.add_contact(second._replace(phones=(Phone(OTHER_NUMBER),)))
    assert key_of(identify(known, "Zoë Example", "", MOBILE)) == "zoe-example-2"
    assert key_of(identify(known, "Zoë Example", "", EXT_230)) == "zoe-example"
    third = identify(known, "Zoë Example", "new@example.org", (SWITCHBOARD.e164, "231"))
    assert keys(third.namesakes) == ["zoe-example", "zoe-example-2"]
    asked = identify(
        known, "Zoë Example", "new@example.org", ("+41225010100", None), same_name_is_same=True
    )
    assert keys(asked.candidates) == ["zoe-example", "zoe-example-2"]


def test_who_has_a_key_of_the_list_is_no_other_row_s(known: DirectoryEditor) -> None:
    """Two people with one name and one address are told apart by the keys of the same list."""
    row = Particulars("Zoë Example", ["press@example.org"], key="zoe-two", offices=["here"])
    assert key_of(identify_row(known.lookups, row)) == "zoe-example"
    found = identify_row(known.lookups, row, named_keys={"zoe-example", "zoe-two"})
    assert found == Identity(sharers=[])


@pytest.mark.parametrize(
    ("name", "emails", "expected", "candidates", "sharers"),
    [
        ("Prof. Zoe Example", [], "zoe-example", [], []),
        ("Zoë Example", ["new@example.org"], "zoe-example", [], []),
        ("Bea Example", [], None, ["bea-example", "bea-example-2"], []),
        ("Bea Example", ["bea@example.org"], "bea-example-2", [], []),
        ("", ["press@example.org"], "zoe-example", [], []),
        ("", ["bea-example@example.org"], None, ["bea-example", "bea-example-2"], []),
        ("Cleo", ["press@example.org"], None, [], [("Press@example.org", "Zoë Example")]),
        ("Cleo", ["cleo@example.org"], None, [], []),
        ("", [], None, [], []),
    ],
)
def test_whom_a_release_means(  # noqa: PLR0913, PLR0917  # what is said, and what is found
    name: str,
    emails: list[str],
    expected: str | None,
    candidates: list[str],
    sharers: list[tuple[str, str]],
    known: DirectoryEditor,
) -> None:
    """The name decides, wherever somebody is; of namesakes the address does."""
    bea = a_contact("Bea Example")
    two = (*bea.emails, Email(EmailAddress("bea@example.org")))
    known.add_contact(bea._replace(emails=two))
    found = identify_mentioned(known, Particulars(name, emails))
    assert (key_of(found), keys(found.candidates)) == (expected, candidates)
    assert list(found.sharers) == sharers


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (Particulars("Zoë Example"), "zoe-example"),
        (Particulars("Dr Zoe Example", ["bea-example@example.org"]), "zoe-example"),
        (Particulars("Somebody", ["bea-example@example.org"]), "bea-example"),
        (Particulars("Somebody", [], lambda: [EXT_230]), "zoe-example"),
        (Particulars("Somebody", ["press@example.org", "bea-example@example.org"]), None),
        (Particulars("Somebody", [], lambda: [MOBILE], offices=["here"]), None),
    ],
)
def test_whom_a_block_means(
    printed: Particulars, expected: str | None, known: DirectoryEditor
) -> None:
    """Whoever has most of what is printed; where two have as much, nobody."""
    found = identify_printed(known, printed)
    assert (found.key if found else None) == expected


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
    assert identify(known, name, email, key=key).contact is None


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
    editor.change_office(here, here._replace(names={"fr": "Ici"}))
    office = editor.match_office(code=code, name=name)
    assert (office.code if office else None) == found
