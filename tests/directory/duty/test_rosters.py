"""Who answers for an office on a day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.model import Contact, Duty, Email, Office, Posting
from pressdesk.values.email_address import EmailAddress
from tests.directory.samples import a_contact, an_office

DAY = date(2026, 11, 23)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)


def names(duties: list[Duty]) -> list[str]:
    """Name who is on duty."""
    return [duty.contact.name for duty in duties]


def on_duty(directory: Directory, day: date = DAY) -> list[str]:
    """Name who is on duty at the office `here`."""
    return names(directory.on_duty(directory.get_office("here"), day))


def answering(directory: Directory, code: str = "here", *, internal: bool = False) -> list[str]:
    """Name who answers for an office."""
    return names(directory.answering(directory.get_office(code), DAY, internal=internal))


def test_nobody_is_an_honest_answer(editor: DirectoryEditor) -> None:
    """An office without postings has nobody on duty."""
    assert on_duty(editor) == []
    assert answering(editor) == []


def test_rank_comes_first_and_no_rank_last(editor: DirectoryEditor) -> None:
    """Ascending by rank; equal and missing ranks by family name."""
    ranks = [("Zoe Alpha", None), ("Bea Beta", None), ("Cleo Omega", 2), ("Dana Psi", 10),
             ("Eve Chi", 2), ("Fay Zeta", 0)]  # fmt: skip
    for name, rank in ranks:
        editor.add_contact(a_contact(name, Posting("here", rank=rank)))
    assert on_duty(editor) == [
        "Fay Zeta", "Eve Chi", "Cleo Omega", "Dana Psi", "Zoe Alpha", "Bea Beta"
    ]  # fmt: skip


def test_names_sort_without_case_and_accents(editor: DirectoryEditor) -> None:
    """By family name, then given name."""
    for name in ("Ada zeta", "Bea Österberg", "Cleo Omega", "Ada Omega", "Dana Ørsted"):
        editor.add_contact(a_contact(name, Posting("here")))
    assert on_duty(editor) == [
        "Ada Omega", "Cleo Omega", "Dana Ørsted", "Bea Österberg", "Ada zeta"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_there"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (BEFORE, AFTER, True),
        (AFTER, None, False),
        (None, BEFORE, False),
    ],
)
def test_both_days_of_a_posting_are_included(
    starts_on: date | None, ends_on: date | None, is_there: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """The first and the last day are days on duty."""
    posting = Posting("here", starts_on=starts_on, ends_on=ends_on)
    editor.add_contact(a_contact("Ada Example", posting))
    assert on_duty(editor) == (["Ada Example"] if is_there else [])


@pytest.mark.parametrize(("left_on", "is_there"), [(AFTER, True), (DAY, False), (BEFORE, False)])
def test_who_has_left_is_not_on_duty(
    left_on: date, is_there: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """On the day itself the contact is gone already."""
    contact = a_contact("Ada Example", Posting("here"))._replace(left_on=left_on)
    editor.add_contact(contact)
    assert on_duty(editor) == (["Ada Example"] if is_there else [])


def test_each_duty_names_the_posting_that_holds(editor: DirectoryEditor) -> None:
    """Of several postings at one office the one of that day is given."""
    first = Posting("here", extension="230", ends_on=BEFORE)
    second = Posting("here", extension="231", starts_on=DAY)
    editor.add_contact(a_contact("Ada Example", first, second))
    here = editor.get_office("here")
    (then,), (now,) = editor.on_duty(here, BEFORE), editor.on_duty(here, DAY)
    assert (then.office, then.posting, now.posting) == (here, first, second)


def test_postings_at_other_offices_do_not_count(editor: DirectoryEditor) -> None:
    """Each office has its own people."""
    editor.add_office(an_office("there"))
    editor.add_contact(a_contact("Ada Example", Posting("there")))
    assert on_duty(editor) == []


def chain(editor: DirectoryEditor, *codes: str) -> None:
    """Add offices, each reporting to the next; the last one is stored first."""
    above = None
    for code in reversed(codes):
        editor.add_office(Office(code, code.title(), "US", reports_to=above))
        above = code


def test_the_office_above_answers_when_nobody_is_there(editor: DirectoryEditor) -> None:
    """Over as many offices as it takes, and each duty names the one that answers."""
    chain(editor, "field", "country", "region", "centre")
    editor.add_contact(a_contact("Ada Example", Posting("region")))
    editor.add_contact(a_contact("Bea Example", Posting("centre")))
    (duty,) = editor.answering(editor.get_office("field"), DAY)
    assert duty.contact.name == "Ada Example"
    assert duty.office == editor.get_office("region")
    assert answering(editor, "centre") == ["Bea Example"]


def test_nobody_above_is_asked_when_somebody_is_there(editor: DirectoryEditor) -> None:
    """Only those of the office itself answer."""
    chain(editor, "field", "centre")
    for name, code in (("Ada Example", "field"), ("Bea Example", "centre")):
        editor.add_contact(a_contact(name, Posting(code)))
    assert answering(editor, "field") == ["Ada Example"]


def internal_only(contact: Contact) -> Contact:
    """Give a contact whose address is nobody else's business."""
    secret = Email(EmailAddress("inside@example.org"), public=False)
    return contact._replace(emails=(secret,))


@pytest.mark.parametrize(
    "hide", [lambda one: one._replace(unlisted=True), internal_only], ids=["unlisted", "internal"]
)
def test_who_is_hidden_does_not_answer(
    hide: Callable[[Contact], Contact], editor: DirectoryEditor
) -> None:
    """They are on duty, but a block must not show them: the office above answers."""
    chain(editor, "field", "centre")
    editor.add_contact(hide(a_contact("Ada Example", Posting("field"))))
    editor.add_contact(a_contact("Bea Example", Posting("centre")))
    assert answering(editor, "field") == ["Bea Example"]
    assert answering(editor, "field", internal=True) == ["Ada Example"]


def test_an_extension_on_duty_is_a_way(editor: DirectoryEditor) -> None:
    """Who has only an extension on the switchboard can be reached."""
    editor.add_contact(Contact("", "Ada Example", postings=(Posting("here", extension="230"),)))
    assert answering(editor) == ["Ada Example"]


def test_an_extension_of_another_time_is_no_way(editor: DirectoryEditor) -> None:
    """A block would not show it: the office above answers."""
    below = an_office("below")._replace(reports_to="here")
    editor.add_office(below)
    postings = (Posting("below", extension="230", ends_on=BEFORE), Posting("below", starts_on=DAY))
    editor.add_contact(Contact("", "Ada Example", postings=postings))
    editor.add_contact(a_contact("Bea Example", Posting("here")))
    assert answering(editor, "below") == ["Bea Example"]


def test_a_planted_circle_of_offices_ends(editor: DirectoryEditor) -> None:
    """Our rules refuse one; whoever writes past them cannot make us hang."""
    chain(editor, "one", "two", "three")
    editor.database.execute(
        "UPDATE office SET version = 2, reports_to = (SELECT id FROM office WHERE code = 'one') "
        "WHERE code = 'three'"
    )
    assert answering(editor, "one") == []
    editor.add_contact(a_contact("Ada Example", Posting("three")))
    assert answering(editor, "two") == ["Ada Example"]
