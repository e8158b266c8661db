import pytest

from pressdesk.drafts.contact_draft import NOBODY, ContactDraft
from pressdesk.drafts.given import Given
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.model import Contact, Email, Phone
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber

LOST = "left out U+200B ZERO WIDTH SPACE"
DRAFTS: list[tuple[ContactDraft | Given, str]] = [
    (ContactDraft({"name": "Ma\u200bria"}), f'name "Ma\\u200bria": {LOST}'),
    (ContactDraft({"given_name": "Ma\u200bria"}), f'given name "Ma\\u200bria": {LOST}'),
    (ContactDraft({"titles": {"es": "Je\u200bfa"}}), f'titles "Je\\u200bfa": {LOST}'),
    (ContactDraft({"topics": ["Health", "Wa\u200bter"]}), f'topics "Wa\\u200bter": {LOST}'),
    (ContactDraft({"note": "\u200bnote"}), f'note "\\u200bnote": {LOST}'),
    (ContactDraft(posting={"title": "He\u200bad"}), f'title "He\\u200bad": {LOST}'),
    (ContactDraft({"note": "a\u00adc\u202ed"}),
     r'note "a\xadc\u202ed": left out U+00AD SOFT HYPHEN, U+202E RIGHT-TO-LEFT OVERRIDE'),
    ({"city": "Gen\u200beva"}, f'city "Gen\\u200beva": {LOST}'),
    ({"names": {"fr": "O\u200bIM"}}, f'names "O\\u200bIM": {LOST}'),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "warning"), DRAFTS)
def test_characters_that_were_left_out_are_named(draft: ContactDraft | Given, warning: str) -> None:
    """With the field and the text, in which nothing acts."""
    assert find_draft_warnings(draft) == [warning]


@pytest.mark.parametrize(
    "draft",
    [
        ContactDraft(),
        {},
        ContactDraft({"name": "می\u200cخواهم", "topics": ["Jose\u0301"]}, extensions=["230"]),
        ContactDraft({"title": "  Head   of\u00a0Press "}),
    ],
)
def test_what_loses_nothing_is_not_talked_about(draft: ContactDraft | Given) -> None:
    """Spaces and composed letters are nobody's loss."""
    assert find_draft_warnings(draft) == []


HONEST = Contact("moreno", "Maria Moreno", emails=(Email(EmailAddress("moreno@example.org")),))
MIXED_EMAIL = Email(EmailAddress("m\u043ereno@example.org"))
POSSIBLE = Phone(PhoneNumber.parse("+1 202 155 0123 ext 7", allow_possible=True))
CONTACTS = [
    (HONEST, []),
    (HONEST._replace(name="M\u0430ria Moreno"),
     ['name "M\u0430ria Moreno" mixes letters of Cyrillic and Latin in one word']),
    (HONEST._replace(name="Maria Иванова"), []),
    (HONEST._replace(emails=(MIXED_EMAIL,)),
     [MIXED_EMAIL.address.warning]),
    (HONEST._replace(phones=(POSSIBLE,)),
     ['phone "+1 202 155 0123 ext 7" is not a valid number; stored because it was allowed']),
]  # fmt: skip


@pytest.mark.parametrize(("contact", "warnings"), CONTACTS)
def test_new_values_that_need_a_second_look_are_named(
    contact: Contact, warnings: list[str]
) -> None:
    """Look-alikes, and numbers that nobody is known to have."""
    assert find_contact_warnings(contact, NOBODY) == warnings


def test_old_values_are_not_talked_about_again() -> None:
    """They were, when they came."""
    old = HONEST._replace(name="M\u0430ria", emails=(MIXED_EMAIL,), phones=(POSSIBLE,))
    assert find_contact_warnings(old._replace(title="Head"), old) == []
