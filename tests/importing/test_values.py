from hypothesis import given, settings, strategies as st

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.importing.values import read_values
from pressdesk.model import PhoneKind
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.importing.conftest import Take


def a_draft(*emails: str, phones: tuple[str, ...] = ()) -> ContactDraft:
    """Give what a row says."""
    return ContactDraft(emails=emails, phones={PhoneKind.MOBILE: phones} if phones else {})


def test_a_text_is_another_number_in_another_region(editor: DirectoryEditor) -> None:
    """Bare digits belong to the country of their row's office."""
    rows = [(a_draft(phones=("022 501 01 01",)), region) for region in ("CH", "IT", None)]
    values = read_values(editor.lookups, rows, allow_possible=False)
    read = {region: [one.e164 for one in those.values()] for region, those in values.phones.items()}
    assert read == {"CH": ["+41225010101"], "IT": ["+390225010101"], None: []}


def test_what_is_refused_is_left_to_its_row(editor: DirectoryEditor) -> None:
    """It is read again there, and says why."""
    rows = [(a_draft("ada@", "bea@example.org", phones=("+41 22", "")), "CH")]
    values = read_values(editor.lookups, rows, allow_possible=False)
    assert values.emails == {"bea@example.org": EmailAddress("bea@example.org")}
    assert values.phones == {"CH": {}}


def test_a_number_that_is_possible_is_read_where_that_is_allowed(editor: DirectoryEditor) -> None:
    """As everywhere."""
    rows = [(a_draft(phones=("+1 202 055 0123",)), None)]
    assert read_values(editor.lookups, rows, allow_possible=False).phones == {None: {}}
    (number,) = read_values(editor.lookups, rows, allow_possible=True).phones[None].values()
    assert number.possible_only


def test_what_is_stored_is_not_read_again(take: Take, editor: DirectoryEditor) -> None:
    """An address as it is stored; a number in any spelling of its digits."""
    take("office,name,email,phone\nbern,Ada Roth,ada@example.org,+41 22 501 01 01\n")
    rows = [(a_draft("ada@example.org", phones=("+41 (22) 5010101",)), "CH")]
    values = read_values(editor.lookups, rows, allow_possible=False)
    (stored,) = editor.contacts()
    assert values.emails["ada@example.org"] == stored.emails[0].address
    assert values.phones["CH"]["+41 (22) 5010101"] == stored.phones[0].number


@given(
    st.lists(st.sampled_from(("+41 22 501 01 01", "022 501 01 01", "+1 202 862 1826 ext 5", "?")))
)
@settings(deadline=None)
def test_together_they_are_read_as_one_by_one(texts: list[str]) -> None:
    """Whatever stands beside them."""
    with Directory.rehearse("nowhere.db") as editor:
        rows = [(a_draft(phones=(text,)), "CH") for text in texts]
        phones = read_values(editor.lookups, rows, allow_possible=False).phones.get("CH", {})
    assert phones == {text: PhoneNumber.parse(text, "CH") for text in texts if text != "?"}
