import pytest

from pressdesk.blocks.block import WayKind
from pressdesk.directory.tables import columns as tables
from pressdesk.directory.tables.schema import known_statements
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.model.fields import (
    CONTACT,
    EMAIL,
    OFFICE,
    PHONE,
    POSTING,
    ROW,
    Field,
    arranged,
    as_dict,
)
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

NUMBER = PhoneNumber("+12025550123", "230", "+1 202 555 0123")
CONTACT_OF_ALL = Contact("a", "A", emails=(Email(EmailAddress("a@example.org")),),
                         phones=(Phone(NUMBER),), postings=(Posting("here"),))  # fmt: skip
OFFICE_OF_ALL = Office("here", "Here", "US", switchboard=NUMBER,
                       extension_plan=ExtensionPlan.parse("digits", "3"))  # fmt: skip
OWNERS = [
    (CONTACT, CONTACT_OF_ALL),
    (POSTING, CONTACT_OF_ALL.postings[0]),
    (OFFICE, OFFICE_OF_ALL),
    (EMAIL, CONTACT_OF_ALL.emails[0]),
    (PHONE, CONTACT_OF_ALL.phones[0]),
]
KNOWN = {*Field.__annotations__, *vars(Field), *vars(Field(None, "x"))}


@pytest.mark.parametrize("field", [*ROW, *OFFICE, *EMAIL, *PHONE], ids=lambda field: field.name)
def test_a_field_says_nothing_that_nobody_reads(field: Field) -> None:
    """A word that is typed wrongly in the table would be passed over."""
    assert vars(field).keys() - {"get"} <= KNOWN


@pytest.mark.parametrize(("fields", "owner"), OWNERS)
def test_every_field_is_had_of_its_owner(fields: tuple[Field, ...], owner: object) -> None:
    """One by one, and all of them at once."""
    values = {field.name: field.get(owner) for field in fields}
    assert as_dict(fields, lambda _: None)(owner) == values
    assert len(values) == len(fields)


def test_the_tables_take_every_kind_of_number() -> None:
    """And a block has a line for it: whoever adds one sees here what is missing."""
    (statement,) = [one for one in known_statements() if one.startswith('CREATE TABLE "phone"')]
    kinds = ", ".join(f"'{kind}'" for kind in PhoneKind)
    assert f"CHECK (kind IN ({kinds}))" in statement
    assert list(NAMES) == list(PhoneKind)
    assert [*WayKind] == [WayKind.EMAIL, *PhoneKind]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("contact", tables.CONTACT), ("office", tables.OFFICE), ("email", tables.EMAIL),
        ("phone", tables.PHONE), ("posting", tables.POSTING[1:]),
        *((table, (one.called,)) for table, one in tables.CONTACT_LISTS.items()),
        *((table, (one.called,)) for table, one in tables.OFFICE_LISTS.items()),
    ],
)  # fmt: skip
def test_every_field_has_its_column(table: str, columns: tuple[str, ...]) -> None:
    """A field without a migration is seen here first."""
    statements = [one for one in known_statements() if one.startswith("CREATE TABLE")]
    (statement,) = [one for one in statements if one.split("(")[0].split()[2].strip('"') == table]
    assert [column for column in columns if f"    {column} " not in statement] == []


def test_an_order_names_the_first_and_the_last() -> None:
    """All else keeps its place; what is not there is passed over."""
    fields = dict.fromkeys("abcde", 1)
    assert "".join(arranged(fields, ("d", "x"), ("b", "y"))) == "daceb"
