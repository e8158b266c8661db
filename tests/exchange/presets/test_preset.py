"""A program that pressdesk does not know, from a file alone."""

import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.presets.losses import find_lost
from pressdesk.exchange.presets.preset import Preset
from pressdesk.exchange.presets.reading import fold_header
from pressdesk.words import parse_words
from tests.exchange.presets.lines import LINE

SALESFORCE = """\
[program]
called = Salesforce
row = email

[recognised]
Account Name = all
Contact ID = all
Mailing Country = 1 of salesforce
Account Owner = 1 of salesforce

[columns]
First Name = given_name
Last Name = family_name
Email = email as plain_address
Phone = phone
Mobile = mobile
Account Name = office
Interests = topics as list
Status = email as "Active"

[read]
Email | Work Email = email
Home Phone = internal
Salutation = no place

[refused columns]
Email Opt Out = wants no mail
"""


@pytest.fixture
def salesforce() -> Preset:
    """Return a program that pressdesk does not know."""
    return Preset(parse_words(SALESFORCE.splitlines()))


def test_another_program_is_a_file_alone(salesforce: Preset) -> None:
    """What it says is written, read back, and known by its header."""
    row = dict(zip(salesforce.header, salesforce.dump_row(LINE, "press@example.org"), strict=True))
    assert row == {
        "First Name": "Maria", "Last Name": "Moreno", "Email": "press@example.org",
        "Phone": "+1 202 862 1826 ext 230", "Mobile": "+33 6 12 34 56 78",
        "Account Name": "IOM Washington DC", "Interests": "food;winter aid", "Status": "Active",
    }  # fmt: skip
    assert salesforce.phone_columns == {"Phone", "Mobile"}
    assert salesforce.is_per_email
    read = salesforce.read_row(row)
    assert read.texts == {
        "name": "Maria Moreno", "email": "press@example.org", "phone": "+1 202 862 1826",
        "ext": "230", "mobile": "+33 6 12 34 56 78", "office": "IOM Washington DC",
        "topics": "food ; winter aid",
    }  # fmt: skip
    assert (read.warnings, read.ignored) == ((), ("status",))
    assert [lost.text for lost in find_lost(salesforce, LINE)] == [
        "Maria G. Moreno", "Head of Press", "+41 22 717 91 11", "+254 20 2012345",
    ]  # fmt: skip


def test_what_another_program_says_otherwise(salesforce: Preset) -> None:
    """Another name of a column, what is private, what has no place, and who is refused."""
    read = salesforce.read_row(
        {"WORK  EMAIL": "ada@example.org", "Salutation": "Dr.", "Home Phone": "1", "Fax": "2"}
    )
    assert read.texts == {"email": "ada@example.org", "internal": "1"}
    assert read.warnings == (
        "Home Phone: 1 is private and was taken as internal",
        'Salutation: "Dr." has no place in pressdesk',
    )
    assert read.ignored == ("fax",)
    refused = salesforce.read_row({"Email": "ada@example.org", "Email Opt Out": "1"})
    assert refused.texts == {}
    assert refused.problem
    assert refused.problem.reason == "ada@example.org wants no mail, and is not imported"
    with pytest.raises(InvalidValueError, match="letters before the @ that Salesforce refuses"):
        salesforce.dump_row(LINE, "zoë@example.org")


@pytest.mark.parametrize(
    ("header", "is_theirs"),
    [
        ("account name,contact id,email,Account  Owner", True),
        ("Account Name,Contact ID,Email", False),
        ("Contact ID,Mailing Country,Account Owner", False),
        ("", False),
    ],
)
def test_only_columns_that_together_are_its_own_tell(
    salesforce: Preset,
    header: str,
    is_theirs: bool,  # noqa: FBT001
) -> None:
    """One alone may be anybody's."""
    names = frozenset(map(fold_header, header.split(",")))
    assert salesforce.is_header(names) is is_theirs


@pytest.mark.parametrize("part", ["[columns]\nName = name as nothing", "[recognised]\nA = some"])
def test_a_misspelt_file_is_an_error(part: str) -> None:
    """Of whoever writes it: no user meets it."""
    words = parse_words(f"[program]\ncalled = X\n[columns]\n{part}".splitlines())
    with pytest.raises((KeyError, ValueError)):
        Preset(words).is_header(frozenset())
