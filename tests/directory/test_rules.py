"""What is refused before it is stored, and what is not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.errors import (
    ExtensionTakenError,
    InvalidValueError,
    NobodyReachableError,
    NotFoundError,
    OptionsError,
    PressdeskError,
    StillNeededError,
)
from pressdesk.model import Contact, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from tests.directory.samples import OTHER_NUMBER, SWITCHBOARD, a_contact, an_office

DAY = date(2026, 11, 23)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
EXT_230 = Posting("here", extension="230")
WHOLE_230 = Phone(SWITCHBOARD.with_extension("230"))
THREE_DIGITS = ExtensionPlan.parse("digits", "3")
UP_TO_299 = ExtensionPlan.parse("range", "200-299")


def with_plan(editor: DirectoryEditor, plan: ExtensionPlan | None) -> Office:
    """Give the office `here` an extension plan."""
    here = editor.get_office("here")
    return editor.change_office(here, here._replace(extension_plan=plan))


# Ways to be reached


@pytest.mark.parametrize(
    "contact",
    [
        Contact("", "Ada Example"),
        Contact("", "Ada Example", note="ask around", title="Press Officer"),
        Contact("", "Ada Example", postings=(Posting("here"),)),
    ],
)
def test_a_contact_without_any_way_is_refused(contact: Contact, editor: DirectoryEditor) -> None:
    """A name alone helps nobody."""
    with pytest.raises(NobodyReachableError, match="Ada Example: has no e-mail and no phone"):
        editor.add_contact(contact)
    assert editor.contacts() == []


@pytest.mark.parametrize(
    "ways",
    [
        {"emails": (Email(EmailAddress("ada@example.org"), public=False),)},
        {"phones": (Phone(OTHER_NUMBER, PhoneKind.FAX),)},
        {"postings": (EXT_230,)},
    ],
    ids=lambda ways: next(iter(ways)),
)
def test_one_way_of_any_kind_is_enough(
    ways: dict[str, tuple[object, ...]], editor: DirectoryEditor
) -> None:
    """An internal one counts, and so does an extension on the switchboard."""
    contact = Contact("", "Ada Example")._replace(**ways)  # type: ignore[arg-type]
    assert editor.add_contact(contact).version == 1


def test_the_last_way_cannot_be_taken_away(editor: DirectoryEditor) -> None:
    """The stored contact stays as it was."""
    ada = editor.add_contact(a_contact("Ada Example"))
    with pytest.raises(NobodyReachableError):
        editor.change_contact(ada, ada._replace(emails=()))
    assert editor.get_contact("ada") == ada


# Postings


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Posting("here"), Posting("here")),
        (Posting("here", ends_on=DAY), Posting("here", starts_on=DAY)),
        (Posting("here", starts_on=BEFORE, ends_on=AFTER), Posting("here", starts_on=DAY)),
    ],
)
def test_two_postings_at_one_office_at_one_time_are_refused(
    first: Posting, second: Posting, editor: DirectoryEditor
) -> None:
    """One day in both is one too many."""
    with pytest.raises(OptionsError, match="Ada Example is posted to here already in that time"):
        editor.add_contact(a_contact("Ada Example", first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Posting("here", ends_on=BEFORE), Posting("here", starts_on=DAY)),
        (Posting("here"), Posting("there")),
    ],
)
def test_postings_one_after_the_other_or_elsewhere_are_fine(
    first: Posting, second: Posting, editor: DirectoryEditor
) -> None:
    """People come back, and people have two offices."""
    editor.add_office(an_office("there"))
    stored = editor.add_contact(a_contact("Ada Example", first, second))
    assert editor.get_contact("ada") == stored


@pytest.mark.parametrize("posting", [Posting("nowhere"), Posting("nowhere", extension="230")])
def test_a_posting_at_an_unknown_office_is_refused(
    posting: Posting, editor: DirectoryEditor
) -> None:
    """The error names the code."""
    with pytest.raises(NotFoundError, match='no office matches "nowhere"'):
        editor.add_contact(a_contact("Ada Example", posting))


# Extensions and the plan


def test_an_extension_needs_a_switchboard(editor: DirectoryEditor) -> None:
    """The way out is named."""
    editor.add_office(Office("bare", "Bare", "US"))
    with pytest.raises(InvalidValueError, match=r"Bare has no switchboard.*--switchboard"):
        editor.add_contact(a_contact("Ada Example", Posting("bare", extension="230")))


@pytest.mark.parametrize(
    ("plan", "extension", "option"),
    [
        (THREE_DIGITS, "23", "--extension-digits"),
        (THREE_DIGITS, "2300", "--extension-digits"),
        (UP_TO_299, "199", "--extension-range"),
        (UP_TO_299, "300", "--extension-range"),
        (UP_TO_299, "0230", "--extension-range"),
    ],
)
def test_an_extension_outside_the_plan_is_refused(
    plan: ExtensionPlan, extension: str, option: str, editor: DirectoryEditor
) -> None:
    """On a posting, and as a whole number on the same switchboard."""
    with_plan(editor, plan)
    whole = a_contact("Ada Example", Posting("here"))._replace(
        phones=(Phone(SWITCHBOARD.with_extension(extension)),),
    )
    for contact in (a_contact("Ada Example", Posting("here", extension=extension)), whole):
        with pytest.raises(InvalidValueError, match=rf"is not one of Here's .*{option}"):
            editor.add_contact(contact)


@pytest.mark.parametrize(
    ("plan", "extension"),
    [(None, "1"), (None, "0012"), (THREE_DIGITS, "001"), (UP_TO_299, "200"), (UP_TO_299, "299")],
)
def test_an_extension_within_the_plan_is_stored(
    plan: ExtensionPlan | None, extension: str, editor: DirectoryEditor
) -> None:
    """Without a plan every number of digits is."""
    with_plan(editor, plan)
    editor.add_contact(a_contact("Ada Example", Posting("here", extension=extension)))
    assert editor.get_contact("ada").postings[0].extension == extension


def test_a_plan_that_postings_violate_is_refused_and_lists_them(editor: DirectoryEditor) -> None:
    """Each with its extension; those that fit are not named."""
    for name, extension in (("Ada Example", "230"), ("Bea Example", "99"), ("Cleo Example", "1")):
        editor.add_contact(a_contact(name, Posting("here", extension=extension)))
    with pytest.raises(StillNeededError, match=r"plan of Here \(3 digits\) is violated by 2") as it:
        with_plan(editor, THREE_DIGITS)
    assert it.value.needed_by == ("Bea Example  ext 99", "Cleo Example  ext 1")
    assert editor.get_office("here").extension_plan is None


def test_a_plan_can_be_changed_when_the_extensions_fit(editor: DirectoryEditor) -> None:
    """And taken away at any time."""
    editor.add_contact(a_contact("Ada Example", EXT_230))
    assert with_plan(editor, UP_TO_299).extension_plan == UP_TO_299
    assert with_plan(editor, THREE_DIGITS).extension_plan == THREE_DIGITS
    assert with_plan(editor, None).extension_plan is None


# Extensions and other people


def add_ada(editor: DirectoryEditor, holds: Posting | Phone) -> Contact:
    """Store Ada, who has the extension by her posting or as a whole number."""
    if isinstance(holds, Posting):
        return editor.add_contact(a_contact("Ada Example", holds))
    ada = a_contact("Ada Example", Posting("here"))._replace(phones=(holds,))
    return editor.add_contact(ada)


def bea(wants: Posting | Phone, office: str = "here") -> Contact:
    """Give Bea, who wants the extension by her posting or as a whole number."""
    if isinstance(wants, Posting):
        return a_contact("Bea Example", wants)
    return a_contact("Bea Example", Posting(office))._replace(phones=(wants,))


@pytest.mark.parametrize("holds", [EXT_230, WHOLE_230], ids=["posting", "number"])
@pytest.mark.parametrize("wants", [EXT_230, WHOLE_230], ids=["posting", "number"])
def test_an_extension_that_somebody_has_is_refused(
    holds: Posting | Phone, wants: Posting | Phone, editor: DirectoryEditor
) -> None:
    """On the posting or as a whole number: it is the same telephone."""
    add_ada(editor, holds)
    taken = r'extension "230": Ada Example has it already on \+1 202 555 0123'
    with pytest.raises(ExtensionTakenError, match=taken):
        editor.add_contact(bea(wants))
    assert len(editor.contacts()) == 1


@pytest.mark.parametrize("wants", [Posting("there", extension="230"), WHOLE_230])
def test_two_offices_may_share_a_switchboard_but_not_an_extension(
    wants: Posting | Phone, editor: DirectoryEditor
) -> None:
    """The number decides, not the office."""
    editor.add_office(an_office("there"))
    add_ada(editor, EXT_230)
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(bea(wants, "there"))


def test_a_whole_number_of_somebody_without_a_posting_counts(editor: DirectoryEditor) -> None:
    """They have it all the time."""
    editor.add_contact(a_contact("Ada Example")._replace(phones=(WHOLE_230,)))
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(bea(EXT_230))


@pytest.mark.parametrize("holds", [EXT_230, WHOLE_230], ids=["posting", "number"])
@pytest.mark.parametrize("wants", [EXT_230, WHOLE_230], ids=["posting", "number"])
def test_an_extension_may_be_shared_when_that_is_said(
    holds: Posting | Phone, wants: Posting | Phone, editor: DirectoryEditor
) -> None:
    """Two people at one desk."""
    add_ada(editor, holds)
    stored = editor.add_contact(bea(wants), shared_extension=True)
    assert editor.get_contact("bea") == stored


@pytest.mark.parametrize(
    "free",
    [
        Posting("here", extension="231"),
        Posting("there", extension="230"),
        Phone(SWITCHBOARD),
        Phone(OTHER_NUMBER.with_extension("230")),
    ],
)
def test_what_nobody_has_is_free(free: Posting | Phone, editor: DirectoryEditor) -> None:
    """Another extension, another switchboard, or the switchboard itself."""
    editor.add_office(an_office("there")._replace(switchboard=OTHER_NUMBER))
    add_ada(editor, EXT_230)
    assert editor.add_contact(bea(free)).version == 1


@pytest.mark.parametrize(
    ("hers", "is_free"),
    [
        (Posting("here", extension="230", ends_on=BEFORE), True),
        (Posting("here", extension="230", starts_on=AFTER), False),
        (Posting("here", extension="230", ends_on=DAY), False),
        (Posting("here", extension="230"), False),
    ],
)
def test_an_extension_is_free_when_its_holder_is_not_there(
    hers: Posting, is_free: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """Times that do not overlap do not collide."""
    add_ada(editor, hers)
    wants = bea(Posting("here", extension="230", starts_on=DAY))
    if is_free:
        assert editor.add_contact(wants).version == 1
        return
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(wants)


@pytest.mark.parametrize(("left_on", "is_free"), [(DAY, True), (AFTER, False)])
@pytest.mark.parametrize("holds", [EXT_230, WHOLE_230], ids=["posting", "number"])
def test_an_extension_is_free_when_its_holder_has_left(
    holds: Posting | Phone, left_on: date, is_free: bool, editor: DirectoryEditor  # noqa: FBT001
) -> None:  # fmt: skip
    """From the day on which the holder is gone."""
    ada = add_ada(editor, holds)
    editor.change_contact(ada, ada._replace(left_on=left_on))
    wants = bea(Posting("here", extension="230", starts_on=DAY))
    if is_free:
        assert editor.add_contact(wants).version == 1
        return
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(wants)


def test_somebody_who_has_left_takes_nothing(editor: DirectoryEditor) -> None:
    """An old colleague can be stored with the extension of then."""
    add_ada(editor, EXT_230._replace(starts_on=DAY))
    assert editor.add_contact(bea(EXT_230)._replace(left_on=DAY)).version == 1
    with pytest.raises(ExtensionTakenError):
        editor.add_contact(a_contact("Cleo Example", EXT_230)._replace(left_on=AFTER))


def test_only_the_time_of_that_extension_counts(editor: DirectoryEditor) -> None:
    """Ada had 230 once and has 231 now: 230 is free."""
    old = Posting("here", extension="230", ends_on=BEFORE)
    new = Posting("here", extension="231", starts_on=DAY)
    editor.add_contact(a_contact("Ada Example", old, new))
    wants = Posting("here", extension="230", starts_on=DAY)
    assert editor.add_contact(bea(wants)).version == 1


def test_even_the_first_day_of_the_calendar_can_be_the_one_of_leaving(
    editor: DirectoryEditor,
) -> None:
    """There is no day before it on which an extension could end."""
    ada = add_ada(editor, EXT_230)
    editor.change_contact(ada, ada._replace(left_on=date.min))
    assert editor.add_contact(bea(EXT_230._replace(starts_on=DAY))).version == 1


def test_who_comes_back_finds_the_extension_taken(editor: DirectoryEditor) -> None:
    """Somebody else has it since."""
    ada = editor.add_contact(a_contact("Ada Example", EXT_230)._replace(left_on=DAY))
    editor.add_contact(bea(EXT_230._replace(starts_on=DAY)))
    with pytest.raises(ExtensionTakenError):
        editor.change_contact(ada, ada._replace(left_on=None))


def longer(contact: Contact) -> Contact:
    """Give the contact with a posting that goes on."""
    return contact._replace(postings=(EXT_230,))


def shorter(contact: Contact) -> Contact:
    """Give the contact with a posting that ends."""
    return contact._replace(postings=(contact.postings[0]._replace(ends_on=DAY),))


def ranked(contact: Contact) -> Contact:
    """Give the contact with a rank and a title at the office."""
    posting = contact.postings[0]._replace(rank=1, title="Acting Spokesperson")
    return contact._replace(postings=(posting,))


def renamed(contact: Contact) -> Contact:
    """Give the contact another key and name."""
    return contact._replace(key="new", name="New Name")


def gone(contact: Contact) -> Contact:
    """Give the contact as one who leaves."""
    return contact._replace(left_on=DAY)


@pytest.mark.parametrize("change", [shorter, ranked, renamed, gone])
def test_a_shared_extension_stays_with_both(
    change: Callable[[Contact], Contact], editor: DirectoryEditor
) -> None:
    """What was allowed once is not asked for again by another change."""
    ada = add_ada(editor, EXT_230)
    editor.add_contact(bea(EXT_230), shared_extension=True)
    assert editor.change_contact(ada, change(ada)).version == 2


def test_a_shared_extension_is_asked_for_again_when_it_is_kept_longer(
    editor: DirectoryEditor,
) -> None:
    """That time was not spoken of."""
    ada = add_ada(editor, EXT_230._replace(ends_on=DAY))
    editor.add_contact(bea(EXT_230), shared_extension=True)
    with pytest.raises(ExtensionTakenError):
        editor.change_contact(ada, longer(ada))
    assert editor.change_contact(ada, longer(ada), shared_extension=True).version == 2


@pytest.mark.parametrize("change", [shorter, ranked, renamed, gone])
@pytest.mark.parametrize("holds", [EXT_230, WHOLE_230], ids=["posting", "number"])
def test_nobody_collides_with_themselves(
    holds: Posting | Phone, change: Callable[[Contact], Contact], editor: DirectoryEditor
) -> None:
    """An own extension may be kept, moved and renamed."""
    ada = add_ada(editor, holds)
    assert editor.change_contact(ada, change(ada)).version == 2


# Switchboards


def test_a_switchboard_with_extensions_on_it_cannot_be_taken_away(editor: DirectoryEditor) -> None:
    """They would lead nowhere; they are listed."""
    add_ada(editor, EXT_230)
    here = editor.get_office("here")
    with pytest.raises(StillNeededError, match="Here needs its switchboard") as caught:
        editor.change_office(here, here._replace(switchboard=None))
    assert caught.value.needed_by == ("Ada Example  ext 230",)


def test_a_switchboard_can_get_another_number(editor: DirectoryEditor) -> None:
    """Extensions are never copied: they are on the new one at once."""
    add_ada(editor, EXT_230)
    here = editor.get_office("here")
    editor.change_office(here, here._replace(switchboard=OTHER_NUMBER))
    assert editor.get_office("here").switchboard == OTHER_NUMBER
    assert editor.add_contact(bea(WHOLE_230)).version == 1


def test_an_unused_switchboard_can_be_taken_away(editor: DirectoryEditor) -> None:
    """Nobody needs it."""
    add_ada(editor, Posting("here"))
    here = editor.get_office("here")
    assert editor.change_office(here, here._replace(switchboard=None)).switchboard is None


# Removing


def test_an_office_with_contacts_cannot_be_removed(editor: DirectoryEditor) -> None:
    """Ended postings count too: they are history."""
    add_ada(editor, EXT_230._replace(ends_on=date(2000, 1, 1)))
    with pytest.raises(StillNeededError, match="Here still has contacts") as caught:
        editor.remove_office(editor.get_office("here"))
    assert caught.value.needed_by == ("ada-example  Ada Example",)


def test_an_office_that_others_report_to_cannot_be_removed(editor: DirectoryEditor) -> None:
    """It answers for them."""
    editor.add_office(Office("field", "Field", "US", reports_to="here"))
    with pytest.raises(StillNeededError, match="still answers for other offices") as caught:
        editor.remove_office(editor.get_office("here"))
    assert caught.value.needed_by == ("field  Field",)


def test_an_office_that_nobody_needs_can_be_removed(editor: DirectoryEditor) -> None:
    """Once its contact is gone."""
    ada = add_ada(editor, EXT_230)
    editor.remove_contact(ada)
    editor.remove_office(editor.get_office("here"))
    assert (editor.offices(), editor.contacts()) == ([], [])


def test_a_successor_cannot_be_removed(editor: DirectoryEditor) -> None:
    """Somebody is referred to them."""
    ada = editor.add_contact(a_contact("Ada Example"))
    editor.add_contact(a_contact("Bea Example")._replace(successor=ada.key))
    with pytest.raises(StillNeededError, match="Ada Example is the successor of others") as caught:
        editor.remove_contact(ada)
    assert caught.value.needed_by == ("bea-example  Bea Example",)


@pytest.mark.parametrize(
    ("successor", "error"), [("nobody", NotFoundError), ("ada-example", InvalidValueError)]
)
def test_a_successor_is_somebody_else_who_is_there(
    successor: str, error: type[PressdeskError], editor: DirectoryEditor
) -> None:
    """Nothing is dropped in silence."""
    ada = editor.add_contact(a_contact("Ada Example"))
    with pytest.raises(error, match=successor):
        editor.change_contact(ada, ada._replace(successor=successor))


def test_a_contact_cannot_follow_itself_under_a_new_key(editor: DirectoryEditor) -> None:
    """The old key is the same contact."""
    ada = editor.add_contact(a_contact("Ada Example"))
    with pytest.raises(InvalidValueError, match="cannot follow itself"):
        editor.change_contact(ada, ada._replace(key="new", successor="ada-example"))


# Who follows whom


def add_chain(editor: DirectoryEditor) -> None:
    """Store three contacts: two follows one, and three follows two."""
    for name, successor in (("three", None), ("two", "three"), ("one", "two")):
        editor.add_contact(a_contact(name.title())._replace(successor=successor))


@pytest.mark.parametrize(
    ("key", "successor", "circle"),
    [
        ("two", "one", "two -> one -> two"),
        ("three", "two", "three -> two -> three"),
        ("three", "one", "three -> one -> two -> three"),
    ],
)
def test_a_circle_of_successors_is_refused(
    key: str, successor: str, circle: str, editor: DirectoryEditor
) -> None:
    """Nobody follows somebody whom they are followed by, over however many others."""
    add_chain(editor)
    contact = editor.get_contact(key)
    with pytest.raises(InvalidValueError, match=rf"goes round in a circle \({circle}\)") as caught:
        editor.change_contact(contact, contact._replace(successor=successor))
    assert (caught.value.field, caught.value.text) == ("successor", successor)
    assert editor.get_contact(key) == contact


def test_a_new_key_hides_no_circle_of_successors(editor: DirectoryEditor) -> None:
    """The others know the contact by the old key."""
    add_chain(editor)
    three = editor.get_contact("three")
    with pytest.raises(InvalidValueError, match="goes round in a circle"):
        editor.change_contact(three, three._replace(key="drei", successor="one"))


def test_a_chain_of_successors_may_go_on(editor: DirectoryEditor) -> None:
    """Two may have one successor, and a successor may have one too."""
    add_chain(editor)
    editor.add_contact(a_contact("Four"))
    for key, successor in (("three", "four"), ("one", "three")):
        contact = editor.get_contact(key)
        editor.change_contact(contact, contact._replace(successor=successor))
    followed = {contact.key: contact.successor for contact in editor.contacts()}
    assert followed == {"one": "three", "two": "three", "three": "four", "four": None}


# Who reports to whom


@pytest.mark.parametrize(
    ("code", "above", "circle"),
    [
        ("one", "one", "one -> one"),
        ("two", "one", "two -> one -> two"),
        ("three", "one", "three -> one -> two -> three"),
    ],
)
def test_a_circle_of_offices_is_refused(
    code: str, above: str, circle: str, editor: DirectoryEditor
) -> None:
    """An office cannot answer for itself, over however many others."""
    for one, its_above in (("three", None), ("two", "three"), ("one", "two")):
        editor.add_office(Office(one, one.title(), "US", reports_to=its_above))
    office = editor.get_office(code)
    with pytest.raises(InvalidValueError, match=rf"goes round in a circle \({circle}\)"):
        editor.change_office(office, office._replace(reports_to=above))


@pytest.mark.parametrize("above", ["one", "two"])
def test_a_new_code_hides_no_circle(above: str, editor: DirectoryEditor) -> None:
    """The others know the office by its old code."""
    one = editor.add_office(Office("one", "One", "US"))
    editor.add_office(Office("two", "Two", "US", reports_to="one"))
    with pytest.raises(InvalidValueError, match="goes round in a circle"):
        editor.change_office(one, one._replace(code="uno", reports_to=above))


def test_a_new_office_cannot_report_to_itself(editor: DirectoryEditor) -> None:
    """Its own code is no other office."""
    with pytest.raises(InvalidValueError, match=r"one -> one"):
        editor.add_office(Office("one", "One", "US", reports_to="one"))


def test_an_office_cannot_report_to_nobody(editor: DirectoryEditor) -> None:
    """The error names the code."""
    with pytest.raises(NotFoundError, match='no office matches "nowhere"'):
        editor.add_office(Office("one", "One", "US", reports_to="nowhere"))
