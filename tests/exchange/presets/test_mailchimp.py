"""Mailchimp: audience import and export."""

import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets import get_preset
from pressdesk.model import Contact, Email
from pressdesk.values.email_address import EmailAddress
from tests.exchange.presets.headers import AUDIENCE
from tests.exchange.presets.lines import LINE, MARIA, filled, lost

MAILCHIMP = get_preset("mailchimp")
read_row, find_emails, dump_row = MAILCHIMP.read_row, MAILCHIMP.find_emails, MAILCHIMP.dump_row


def test_a_whole_row() -> None:
    """One address, the number that rings first, all tags in one cell."""
    assert filled("mailchimp", LINE, "press@example.org") == {
        "Email Address": "press@example.org", "First Name": "Maria", "Last Name": "Moreno",
        "Phone Number": "+1 202 862 1826 ext 230", "Tags": "food,winter aid",
    }  # fmt: skip
    assert lost("mailchimp", LINE) == [
        "name: Maria G. Moreno", "title: Head of Press", "office: IOM Washington DC",
        "phone: +41 22 717 91 11", "mobile: +33 6 12 34 56 78", "fax: +254 20 2012345",
    ]  # fmt: skip


def test_a_local_part_that_is_not_ascii_is_refused_and_named() -> None:
    """Letters of every script may stand behind the @."""
    emails = tuple(Email(EmailAddress(text)) for text in ("zoë@example.org", "zoe@müller.example"))
    line = Line(Contact("zoe", "Zoë Müller", emails=emails))
    assert find_emails(line) == ["zoe@müller.example"]
    assert filled("mailchimp", line)["Email Address"] == "zoe@müller.example"
    assert lost("mailchimp", line) == ["email: zoë@example.org"]
    with pytest.raises(InvalidValueError, match="letters before the @ that Mailchimp refuses"):
        dump_row(line, "zoë@example.org")


@pytest.mark.parametrize("letter", ["a", "é", "語", "😀"])
def test_a_text_is_cut_at_255_bytes(letter: str) -> None:
    """Never within a character, and the whole name is named."""
    name = letter * 300
    line = Line(Contact("a", f"Ada {name}", emails=(Email(EmailAddress("ada@example.org")),)))
    written = filled("mailchimp", line)["Last Name"]
    assert 255 - 3 <= len(written.encode()) <= 255
    assert name.startswith(written)
    assert lost("mailchimp", line) == [f"name: Ada {name}"]


@pytest.mark.parametrize("topic", ["t" * 101, "food, water", 'the "crisis"'])
def test_a_tag_that_mailchimp_would_change_is_left_out(topic: str) -> None:
    """Too long, or parted at its comma."""
    line = LINE._replace(contact=MARIA._replace(topics=("food", topic)))
    assert filled("mailchimp", line)["Tags"] == "food"
    assert f"topics: {topic}" in lost("mailchimp", line)


def test_an_audience_export_is_read() -> None:
    """Merge fields whose names leave no doubt are taken; CC is where a computer once was."""
    cells = dict.fromkeys(AUDIENCE.split(","), "") | {
        "Email Address": "ada@example.org", "First Name": "Ada", "Last Name": "Lovelace",
        "Press Title": "Countess", "Job title": "Head", "Office": "Bern",
        "Phone": "+41 22 717 91 11",
        "MEMBER_RATING": "2", "OPTIN_TIME": "2026-11-24 09:00:00", "CC": "US", "LEID": "1",
        "NOTES": "Before noon", "TAGS": '"food","winter, aid"',
    }  # fmt: skip
    row = read_row(cells, "/tmp/subscribed_members_export_1a2b.csv")  # noqa: S108  # never opened
    assert row.problem is None
    assert row.texts == {
        "name": "Ada Lovelace", "email": "ada@example.org", "office": "Bern", "title": "Head",
        "phone": "+41 22 717 91 11", "note": "Before noon", "topics": "food ; winter, aid",
    }  # fmt: skip


def test_merge_tags_are_read() -> None:
    """Mailchimp's own names for its fields."""
    cells = {"Email Address": "a@b.example", "FNAME": "Ada", "LNAME": "King", "PHONE": "022 7",
             "Mobile": "079 7", "Languages": "en, fr"}  # fmt: skip
    assert read_row(cells).texts == {
        "name": "Ada King", "email": "a@b.example", "phone": "022 7", "mobile": "079 7",
        "languages": "en ; fr",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "file_name", "reason"),
    [
        ({"UNSUB_TIME": "2026-11-24 09:00:00"}, "", "has unsubscribed"),
        ({"CLEAN_TIME": "2026-11-24 09:00:00"}, "", "was cleaned: mail bounced"),
        ({"Status": "Unsubscribed"}, "", "is unsubscribed in Mailchimp"),
        (
            {}, "export/unsubscribed_members_export_1.csv",
            "stands in Mailchimp's file of unsubscribed people",
        ),
        (
            {}, "C:\\mail\\Cleaned_email_audience_export.csv",
            "stands in Mailchimp's file of cleaned people",
        ),
    ],
)  # fmt: skip
def test_who_is_not_to_get_mail_is_refused(
    cells: dict[str, str], file_name: str, reason: str
) -> None:
    """Whether the columns say so or the name of the file."""
    row = read_row({"Email Address": "ada@example.org", "First Name": "Ada"} | cells, file_name)
    assert row.texts == {}
    assert row.problem is not None
    assert row.problem.column == "email"
    assert row.problem.reason == f"ada@example.org {reason}, and is not imported"


@pytest.mark.parametrize(
    ("cells", "file_name"),
    [({"UNSUB_TIME": ""}, "subscribed_1.csv"), ({"Status": "subscribed"}, "unsubscribedness.csv")],
)
def test_who_is_subscribed_is_taken(cells: dict[str, str], file_name: str) -> None:
    """Exports of whole audiences have the columns with empty cells."""
    row = read_row({"Email Address": "ada@example.org"} | cells, file_name)
    assert (row.texts, row.warnings, row.problem) == ({"email": "ada@example.org"}, (), None)


@pytest.mark.parametrize(
    ("cell", "topics"),
    [
        ("food, winter aid", "food ; winter aid"),
        ('"food","winter aid"', "food ; winter aid"),
        ('"food', "food"),
        (" , ", None),
        ("t" * 200_000, "t" * 200_000),
    ],
    ids=["import", "export", "unclosed", "empty", "huge"],
)
def test_both_forms_of_tags(cell: str, topics: str | None) -> None:
    """Of the import and of the export."""
    assert read_row({"Tags": cell}).texts.get("topics") == topics
