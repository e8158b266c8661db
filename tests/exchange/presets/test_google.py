"""Google Contacts, current and old."""

from datetime import date

import pytest

from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets import get_preset
from pressdesk.model import Contact, ContactKind, Email, Office, Posting
from pressdesk.values.email_address import EmailAddress
from tests.exchange.presets.headers import OLD_GOOGLE
from tests.exchange.presets.lines import LINE, MARIA, OFFICE, filled, lost

GOOGLE = get_preset("google")
read_row, find_emails = GOOGLE.read_row, GOOGLE.find_emails


def test_a_whole_row() -> None:
    """The extension at the switchboard comes first; each kind has a group."""
    assert filled("google", LINE) == {
        "First Name": "Maria", "Middle Name": "G.", "Last Name": "Moreno",
        "Organization Name": "IOM", "Organization Title": "Head of Press",
        "Organization Department": "IOM Washington DC",
        "Labels": "* myContacts ::: food ::: winter aid",
        "E-mail 1 - Label": "Work",
        "E-mail 1 - Value": "maria@example.org ::: press@example.org",
        "Phone 1 - Label": "Work",
        "Phone 1 - Value": "+1 202 862 1826 ext 230 ::: +41 22 717 91 11",
        "Phone 2 - Label": "Mobile", "Phone 2 - Value": "+33 6 12 34 56 78",
        "Phone 3 - Label": "Work Fax", "Phone 3 - Value": "+254 20 2012345",
    }  # fmt: skip
    assert lost("google", LINE) == []


def test_a_whole_row_is_read_back() -> None:
    """In pressdesk's own columns."""
    assert read_row(filled("google", LINE)).texts == {
        "name": "Maria G. Moreno", "given_name": "Maria", "office": "IOM Washington DC",
        "title": "Head of Press", "topics": "food ; winter aid",
        "email": "maria@example.org ; press@example.org",
        "phone": "+1 202 862 1826 ; +41 22 717 91 11", "ext": "230 ;",
        "mobile": "+33 6 12 34 56 78", "fax": "+254 20 2012345",
    }  # fmt: skip


def test_the_note_is_written_only_among_internals() -> None:
    """It is always internal."""
    assert filled("google", LINE._replace(internal=True))["Notes"] == "Before noon"
    assert "Notes" not in filled("google", LINE)


def test_a_family_name_that_stands_first_stays_first() -> None:
    """File As keeps the order."""
    line = Line(
        Contact(
            "xi-jinping", "Xi Jinping", family_name="Xi",
            emails=(Email(EmailAddress("xi@example.org")),),
        ),
        None, OFFICE,
    )  # fmt: skip
    row = filled("google", line)
    assert (row["First Name"], row["Last Name"], row["File As"]) == ("Jinping", "Xi", "Xi Jinping")
    assert read_row(row).texts["name"] == "Xi Jinping"
    assert lost("google", line) == []


def test_what_google_has_no_place_for_is_named() -> None:
    """Value by value, each once."""
    line = Line(
        Contact(
            "a", "Ada", ContactKind.DESK, title="Head", titles={"fr": "Cheffe"},
            languages=("en", "fr"), family_name="Lovelace",
        )
    )  # fmt: skip
    assert lost("google", line) == [
        "family_name: Lovelace", "title_fr: Cheffe", "languages: en", "languages: fr",
    ]  # fmt: skip


def test_an_extension_without_a_switchboard_is_named() -> None:
    """There is no number to write it behind; nor are days of the posting kept."""
    posting = Posting("bern", extension="230", starts_on=date(2026, 7, 1))
    line = Line(MARIA, posting, Office("bern", "Bern", "CH"))
    assert lost("google", line) == ["from: 2026-07-01", "ext: 230"]
    assert "Organization Name" not in filled("google", line)


def test_a_title_at_the_posting_hides_the_contacts_own() -> None:
    """What is printed at this office is written, the other named."""
    line = LINE._replace(posting=Posting("iom-washington-dc", title="Spokesperson"))
    assert filled("google", line)["Organization Title"] == "Spokesperson"
    assert lost("google", line) == ["title: Head of Press"]


def test_every_address_that_may_be_shown_is_taken() -> None:
    """In the order in which they were given."""
    assert find_emails(LINE) == ["maria@example.org", "press@example.org"]


def test_preferred_values_come_first() -> None:
    """The mark "* " goes."""
    row = read_row(
        {
            "First Name": "Ada",
            "E-mail 1 - Label": "Work", "E-mail 1 - Value": "one@example.org",
            "E-mail 2 - Label": "* Other", "E-mail 2 - Value": "two@example.org",
            "E-mail 10 - Label": "*", "E-mail 10 - Value": "ten@example.org",
        }
    )  # fmt: skip
    assert row.texts["email"] == "two@example.org ; ten@example.org ; one@example.org"


@pytest.mark.parametrize(
    ("label", "column", "warning"),
    [
        ("", "phone", None),
        ("* Work", "phone", None),
        ("Main", "phone", None),
        ("MOBILE", "mobile", None),
        ("Work Fax", "fax", None),
        ("WhatsApp", "whatsapp", None),
        ("Satellite", "satellite", None),
        ("Home", "internal", "Phone: +41 22 717 91 11 is private and was taken as internal"),
        ("Pager", None, 'Phone (pager): "+41 22 717 91 11" has no place in pressdesk'),
        ("Desk 4", "phone", 'Phone: the label "desk 4" is unknown; taken as office number'),
    ],
)
def test_each_label(label: str, column: str | None, warning: str | None) -> None:
    """A number of somebody's home is never published."""
    row = read_row({"Phone 1 - Label": label, "Phone 1 - Value": "+41 22 717 91 11"})
    assert row.texts == ({column: "+41 22 717 91 11"} if column else {})
    assert row.warnings == ((warning,) if warning else ())


def test_an_address_at_home_is_internal() -> None:
    """As a number is."""
    row = read_row({"E-mail 1 - Label": "Home", "E-mail 1 - Value": "ada@example.org"})
    assert row.texts == {"internal": "ada@example.org"}
    assert row.warnings == ("E-mail: ada@example.org is private and was taken as internal",)


def test_googles_own_labels_are_no_topics() -> None:
    """Its groups, and the one that it gives to each import."""
    labels = "* starred ::: Press ::: Imported on 11/24/26 ::: * myContacts"
    assert read_row({"Labels": labels}).texts == {"topics": "Press"}


def test_a_card_of_a_company_is_a_desk() -> None:
    """Google shows the company where there is no name."""
    assert read_row({"Organization Name": "IOM Bern", "First Name": " "}).texts == {
        "name": "IOM Bern", "kind": "desk", "office": "IOM Bern",
    }  # fmt: skip


def test_an_honorific_is_no_part_of_the_name() -> None:
    """It is named, not dropped in silence."""
    row = read_row({"Name Prefix": "Dr.", "First Name": "Ada", "Last Name": "Lovelace"})
    assert row.texts == {"name": "Ada Lovelace"}
    assert row.warnings == ('Name Prefix: "Dr." has no place in pressdesk',)


def test_the_old_export_is_read() -> None:
    """Other names for the same columns, groups with types."""
    cells = dict.fromkeys(OLD_GOOGLE.split(","), "") | {
        "Name": "Dr. Xi Jinping", "Given Name": "Jinping", "Family Name": "Xi",
        "Name Prefix": "Dr.", "Group Membership": "Press ::: * My Contacts",
        "E-mail 1 - Type": "* Work", "E-mail 1 - Value": "a@example.org ::: b@example.org",
        "Phone 1 - Type": "Mobile", "Phone 1 - Value": "+33 6 12 34 56 78",
        "Phone 2 - Type": "Work", "Phone 2 - Value": "+1 202 862 1826 x230",
        "Organization 1 - Name": "IOM ::: Relief", "Organization 1 - Title": "Head",
        "Organization 1 - Department": "Bern", "Notes": "Before noon", "Language": "en",
    }  # fmt: skip
    assert read_row(cells).texts == {
        "name": "Xi Jinping", "family_name": "Xi", "office": "Bern", "title": "Head",
        "note": "Before noon", "topics": "Press", "languages": "en",
        "email": "a@example.org ; b@example.org", "mobile": "+33 6 12 34 56 78",
        "phone": "+1 202 862 1826", "ext": "230",
    }  # fmt: skip


def test_an_old_export_with_the_name_alone() -> None:
    """The parts are those of the name."""
    assert read_row({"Name": "Ada King Lovelace"}).texts == {"name": "Ada King Lovelace"}
