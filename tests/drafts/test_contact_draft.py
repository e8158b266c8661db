import re
from datetime import date

import pytest
from hypothesis import given, settings

from pressdesk.drafts.contact_draft import (
    NOBODY,
    ContactDraft,
    apply_contact_draft,
)
from pressdesk.drafts.ways import Reading
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import TYPED, Contact, ContactKind, Email, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts

READING = Reading("US", source=TYPED)
POSTING = Posting("here", extension="230")
STORED = Contact(
    key="maria-g-moreno",
    name="Maria G. Moreno",
    title="Head of Press",
    titles={"es": "Jefa de Prensa", "fr": "Cheffe de presse"},
    emails=(Email(EmailAddress("moreno@example.org")),),
    phones=(Phone(PhoneNumber.parse("+1 202 555 0124"), PhoneKind.MOBILE),),
    languages=("en", "es"),
    topics=("Migration",),
    postings=(POSTING, Posting("there")),
    note="On leave in May",
    version=3,
)


def edited(draft: ContactDraft, posting: Posting | None = None) -> Contact:
    """Give the stored contact as a draft wants it."""
    return apply_contact_draft(draft, STORED, posting, READING)


def test_an_empty_draft_changes_nothing() -> None:
    """What a draft does not say stays."""
    assert edited(ContactDraft()) == STORED
    assert edited(ContactDraft(), POSTING) == STORED


def test_what_changes_nothing_makes_no_other_contact() -> None:
    """So that whoever imports a file again need not compare."""
    draft = ContactDraft({"name": " Maria  G. Moreno", "topics": ["Migration"]}, extensions=["230"])
    assert edited(draft, POSTING) is STORED
    assert edited(draft._replace(given={"topics": ["Food"]}), POSTING) is not STORED


@given(contacts())
@settings(deadline=None)
def test_a_draft_of_what_is_there_changes_nothing(contact: Contact) -> None:
    """Clean values are read as themselves."""
    draft = ContactDraft(
        {
            "key": contact.key,
            "kind": str(contact.kind),
            "name": contact.name,
            "given_name": contact.given_name,
            "family_name": contact.family_name,
            "title": contact.title,
            "titles": contact.titles,
            "languages": contact.languages,
            "note": contact.note,
            "unlisted": "yes" if contact.unlisted else "no",
            "left_on": contact.left_on.isoformat() if contact.left_on else "",
            "successor": contact.successor or "",
        }
    )
    assert apply_contact_draft(draft, contact, None, READING) == contact


CHANGES = [
    (ContactDraft({"name": "  Maria   Moreno "}), {"name": "Maria Moreno"}),
    (ContactDraft({"key": "moreno"}), {"key": "moreno"}),
    (ContactDraft({"kind": "desk"}), {"kind": ContactKind.DESK}),
    (ContactDraft({"given_name": "Maria", "family_name": "de Moreno"}),
     {"given_name": "Maria", "family_name": "de Moreno"}),
    (ContactDraft({"title": "Spokesperson"}), {"title": "Spokesperson"}),
    (ContactDraft({"title": ""}), {"title": None}),
    (ContactDraft({"note": "  "}), {"note": None}),
    (ContactDraft({"titles": {"ES": "Portavoz"}}),
     {"titles": {"es": "Portavoz", "fr": "Cheffe de presse"}}),
    (ContactDraft({"titles": {"fr": " "}}), {"titles": {"es": "Jefa de Prensa"}}),
    (ContactDraft({"unlisted": "yes"}), {"unlisted": True}),
    (ContactDraft({"left_on": " 2028-02-29 "}), {"left_on": date(2028, 2, 29)}),
    (ContactDraft({"successor": "tom-okello"}), {"successor": "tom-okello"}),
    (ContactDraft({"languages": ["fr", "EN", "fr", ""]}), {"languages": ("fr", "en")}),
    (ContactDraft({"languages": []}), {"languages": ()}),
    (ContactDraft({"topics": ["Refugees", "Health", "refugees", "RÉFUGEES", ""]}),
     {"topics": ("Refugees", "Health")}),
    (ContactDraft({"topics": ()}), {"topics": ()}),
    (ContactDraft(emails=[""]), {"emails": ()}),
    (ContactDraft(phones={PhoneKind.MOBILE: [" "]}), {"phones": ()}),
    (ContactDraft(removed_emails=["MORENO@example.org"]), {"emails": ()}),
    (ContactDraft(removed_phones={PhoneKind.MOBILE: ["202 555 0124"]}), {"phones": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "fields"), CHANGES)
def test_a_draft_changes_what_it_names(draft: ContactDraft, fields: dict[str, object]) -> None:
    """Only that; an empty text takes the value away."""
    assert edited(draft) == STORED._replace(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (ContactDraft({"left_on": ""}), {"left_on": None}),
        (ContactDraft({"left_on": "  "}), {"left_on": None}),
        (ContactDraft({"successor": ""}), {"successor": None}),
        (ContactDraft({"left_on": "", "successor": ""}), {"left_on": None, "successor": None}),
        (ContactDraft({"left_on": "2027-01-02"}), {"left_on": date(2027, 1, 2)}),
        (ContactDraft({"title": "Envoy"}), {"title": "Envoy"}),
    ],
)
def test_leaving_can_be_changed_and_taken_away(
    draft: ContactDraft, fields: dict[str, object]
) -> None:
    """The day and the successor each by itself."""
    leaving = STORED._replace(left_on=date(2026, 12, 1), successor="tom-okello")
    changed = apply_contact_draft(draft, leaving, None, READING)
    assert changed == leaving._replace(**fields)  # type: ignore[arg-type]


def test_a_new_contact_has_what_was_typed() -> None:
    """Its key is the directory's to choose."""
    draft = ContactDraft(
        {"name": "Press Desk"},
        emails=["desk@example.org"],
        phones={PhoneKind.OFFICE: ["202 555 0123"]},
    )
    made = apply_contact_draft(draft, NOBODY, None, READING)
    assert made == Contact(
        key="",
        name="Press Desk",
        emails=(Email(EmailAddress("desk@example.org"), source=TYPED),),
        phones=(Phone(PhoneNumber.parse("+1 202 555 0123"), source=TYPED),),
    )


def test_ways_are_added_marked_and_ordered() -> None:
    """What holds an @ is an address, the rest are numbers."""
    draft = ContactDraft(
        added_emails=["new@example.org"],
        added_phones={PhoneKind.FAX: ["202 555 0125"]},
        internal=["moreno@example.org", "202 555 0124"],
    )
    changed = edited(draft)
    assert [(str(one.address), one.public) for one in changed.emails] == [
        ("new@example.org", True), ("moreno@example.org", False),
    ]  # fmt: skip
    assert [(one.kind, one.public) for one in changed.phones] == [
        (PhoneKind.MOBILE, False), (PhoneKind.FAX, True),
    ]  # fmt: skip
    shown = ContactDraft(public=["moreno@example.org", "202 555 0124"])
    again = apply_contact_draft(shown, changed, None, READING)
    assert all(email.public for email in again.emails)
    assert all(phone.public for phone in again.phones)


EXTENSIONS = [
    (ContactDraft(extensions=["0231"]), "0231", []),
    (ContactDraft(extensions=["ext. 231"]), "231", []),
    (ContactDraft(extensions=[""]), None, []),
    (ContactDraft(extensions=[]), None, []),
    (ContactDraft(phones={PhoneKind.OFFICE: ["202 555 0123"]}, extensions=["7"]), "230",
     ["+1 202 555 0123 ext 7"]),
    (ContactDraft(phones={PhoneKind.OFFICE: ["202 555 0123 ext 7"]}), "230",
     ["+1 202 555 0123 ext 7"]),
    (ContactDraft(phones={PhoneKind.OFFICE: ["", "202 555 0123"]}, extensions=["231", "7"]), "231",
     ["+1 202 555 0123 ext 7"]),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "extension", "numbers"), EXTENSIONS)
def test_an_extension_goes_to_its_number_or_to_the_posting(
    draft: ContactDraft, extension: str | None, numbers: list[str]
) -> None:
    """One that no number of the office goes with is on the switchboard."""
    changed = edited(draft, POSTING)
    assert changed.postings[0].extension == extension
    office = [phone for phone in changed.phones if phone.kind is PhoneKind.OFFICE]
    assert [str(phone.number) for phone in office] == numbers


def test_a_posting_is_changed_in_its_place() -> None:
    """The others stay; a new one comes last."""
    draft = ContactDraft(posting={"rank": "2"})
    assert edited(draft, POSTING).postings == (POSTING._replace(rank=2), STORED.postings[1])
    assert edited(draft, Posting("new")).postings == (*STORED.postings, Posting("new", rank=2))


@pytest.mark.parametrize(
    "draft",
    [
        ContactDraft(posting={"rank": "1"}),
        ContactDraft(posting={"ends_on": "2026-12-31"}),
        ContactDraft(extensions=["230"]),
        ContactDraft(extensions=[""]),
    ],
)
def test_what_belongs_to_a_posting_needs_one(draft: ContactDraft) -> None:
    """Wrong options, not bad data: status 2."""
    with pytest.raises(OptionsError, match="belong to a posting: name its office") as caught:
        edited(draft)
    assert caught.value.exit_code == 2


REFUSED = [
    (ContactDraft({"name": ""}), 'name "": is empty; give the name as it is to be printed'),
    (ContactDraft({"name": "…"}), "has no letter or digit; give the name"),
    (ContactDraft({"name": "a" * 301}), "too long (301 characters); expected at most 300"),
    (ContactDraft({"name": "Maria\nMoreno"}),
     'name "Maria\\x0aMoreno": contains a control character'),
    (ContactDraft({"key": "Maria Moreno"}), 'as in "maria-moreno"'),
    (ContactDraft({"given_name": "\x1b"}),
     'given name "\\x1b": contains a control character (U+001B)'),
    (ContactDraft({"family_name": "a\tb"}), 'family name "a\\x09b": contains a control character'),
    (ContactDraft({"title": "t" * 301}), "expected at most 300"),
    (ContactDraft({"title": "\u200b"}), 'title "\\u200b": nothing in it can be seen'),
    (ContactDraft({"titles": {"es": "\x07"}}), 'title (es) "\\x07": contains a control character'),
    (ContactDraft({"titles": {"xx-1": "Head"}}), 'language "xx-1": is not a language tag'),
    (ContactDraft({"note": "n" * 1001}), "too long (1001 characters); expected at most 1000"),
    (ContactDraft({"left_on": "soon"}), 'left "soon": is not a date; expected YYYY-MM-DD, as in'),
    (ContactDraft({"left_on": "1.12.2026"}),
     'left "1.12.2026": is not a date; expected YYYY-MM-DD'),
    (ContactDraft({"left_on": "2026-02-30"}),
     'left "2026-02-30": is not in the calendar; expected'),
    (ContactDraft({"left_on": "\x1b"}), 'left "\\x1b": is not a date; expected YYYY-MM-DD'),
    (ContactDraft({"languages": ["Spanish"]}), 'language "Spanish": is not a language tag'),
    (ContactDraft({"topics": ["t" * 101]}), "too long (101 characters); expected at most 100"),
    (ContactDraft({"topics": ["\x00"]}), 'topic "\\x00": contains a control character (U+0000)'),
    (ContactDraft(emails=["moreno"]), 'e-mail "moreno": has no @; expected name@host'),
    (ContactDraft(added_emails=[""]), 'e-mail "": is empty; expected name@host'),
    (ContactDraft(phones={PhoneKind.OFFICE: ["1"]}), 'phone "1": too short'),
    (ContactDraft(phones={PhoneKind.WHATSAPP: ["1"]}), 'whatsapp "1": too short'),
    (ContactDraft(added_phones={PhoneKind.SATELLITE: ["x"]}), 'satellite "x": has no digits'),
    (ContactDraft(removed_phones={PhoneKind.FAX: ["202 555 0123"]}),
     'fax "202 555 0123": is not one of the contact\'s; the contact has: none'),
    (ContactDraft(removed_emails=["x@example.org"]), "is not one of the contact's"),
    (ContactDraft(public=["202 555 0123"]), "the contact has: +1 202 555 0124"),
    (ContactDraft(public=["x@example.org"]), "the contact has: moreno@example.org"),
    (ContactDraft(internal=["somewhere"]), 'internal "somewhere": has no digits'),
    (ContactDraft(extensions=["1", "2"]), "2 extensions for 0 numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "message"), REFUSED)
def test_a_bad_draft_is_refused(draft: ContactDraft, message: str) -> None:
    """The message says the field, the value, the reason and the way out."""
    with pytest.raises(InvalidValueError, match=re.escape(message)) as caught:
        edited(draft, POSTING)
    assert str(caught.value).isprintable()


def test_a_new_contact_needs_a_name() -> None:
    """Whatever else was typed."""
    with pytest.raises(InvalidValueError, match=r'^name "": is empty; give the name'):
        apply_contact_draft(ContactDraft(emails=["a@example.org"]), NOBODY, None, READING)
