import pytest

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.errors import InvalidValueError
from pressdesk.exchange.drafting import draft_contact, draft_office, refuse_lost_plus
from pressdesk.model import PhoneKind

ADVICE = "by a spreadsheet; type it again in a cell of the format Text"
DAMAGED = [
    ("1.20286E+10", "was cut to powers of ten"),
    ("1,20286E+10", "was cut to powers of ten"),
    ("4E+10", "was cut to powers of ten"),
    ("1.2e10", "was cut to powers of ten"),
    ("12025550123.0", "became a decimal number"),
    ("230.0", "became a decimal number"),
    ("230,00", "became a decimal number"),
    ("2-Mar", "became a date"),
    ("Mar-30", "became a date"),
    ("Mar 2030", "became a date"),
    ("30.March", "became a date"),
    ("2026-03-02", "became a date"),
    ("2026-03-02 00:00:00", "became a date"),
]
NUMBER_COLUMNS = ("phone", "mobile", "whatsapp", "satellite", "fax", "internal")


def test_an_empty_row_says_nothing() -> None:
    """What is absent changes nothing: every field is None, or empty where that means the same."""
    assert draft_contact({}) == ContactDraft()
    assert draft_office({}, None) == {"reports_to": None}


def test_every_column_of_a_contact_is_drafted() -> None:
    """As text: what the values are is asked later."""
    texts = {
        "key": "k", "kind": "Desk ", "name": "N", "given_name": "G", "family_name": "F",
        "title": "T", "title_fr": "TF", "email": "a@example.org", "phone": "1", "ext": "2",
        "mobile": "3", "whatsapp": "4", "satellite": "5", "fax": "6", "languages": "en",
        "topics": "food", "note": "O", "internal": "7", "rank": "8", "from": "9", "until": "10",
    }  # fmt: skip
    assert draft_contact(texts) == ContactDraft(
        {
            "key": "k", "kind": "Desk ", "name": "N", "given_name": "G", "family_name": "F",
            "title": "T", "titles": {"fr": "TF"}, "languages": ["en"], "topics": ["food"],
            "note": "O",
        },
        emails=["a@example.org"],
        phones=dict(zip(PhoneKind, [["1"], ["3"], ["4"], ["5"], ["6"]], strict=True)),
        extensions=["2"],
        internal=["7"],
        posting={"rank": "8", "starts_on": "9", "ends_on": "10"},
    )  # fmt: skip


def test_every_column_of_an_office_is_drafted() -> None:
    """The office above comes as a code that was looked up, not as the cell's text."""
    texts = {
        "code": "c", "name": "N", "name_fr": "NF", "organization": "O", "city": "C",
        "country": "CH", "language": "fr", "timezone": "Europe/Zurich", "switchboard": "S",
        "extension_digits": "3", "extension_range": "1-2", "reports_to": "as typed",
    }  # fmt: skip
    assert draft_office(texts, "above") == {
        "code": "c", "name": "N", "organization": "O", "city": "C", "country": "CH",
        "language": "fr", "timezone": "Europe/Zurich", "switchboard": "S",
        "extension_digits": "3", "extension_range": "1-2", "reports_to": "above",
        "names": {"fr": "NF"},
    }  # fmt: skip


@pytest.mark.parametrize("cell", ["a ; b", "a;b", "a  ;  b", "; a ; ; b ;"])
def test_several_values_are_parted_by_semicolons(cell: str) -> None:
    """With or without the spaces; a value of nothing is none."""
    draft = draft_contact({"email": cell, "languages": cell, "topics": cell, "internal": cell})
    assert [draft.emails, draft.internal] == [["a", "b"]] * 2
    assert draft.given == {"languages": ["a", "b"], "topics": ["a", "b"]}


@pytest.mark.parametrize(
    ("phone", "ext", "phones", "extensions"),
    [
        ("1 ; 2", "3 ; 4", ["1", "2"], ["3", "4"]),
        ("; 1", "230 ;", ["", "1"], ["230", ""]),
        ("1 ; 2", "; 4", ["1", "2"], ["", "4"]),
        ("+1-202-555-0123;ext=5 ; 2", "6", ["+1-202-555-0123;ext=5", "2"], ["6"]),
    ],
)
def test_phones_and_extensions_keep_their_places(
    phone: str, ext: str, phones: list[str], extensions: list[str]
) -> None:
    """They pair by position; `;ext=` belongs to its number."""
    draft = draft_contact({"phone": phone, "ext": ext})
    assert (draft.phones, draft.extensions) == ({PhoneKind.OFFICE: phones}, extensions)


@pytest.mark.parametrize(("text", "what"), DAMAGED)
@pytest.mark.parametrize("column", [*NUMBER_COLUMNS, "ext"])
def test_what_a_spreadsheet_damaged_is_refused(column: str, text: str, what: str) -> None:
    """Never guessed: `1.20286E+10` would give a valid number, which is another."""
    with pytest.raises(InvalidValueError) as refusal:
        draft_contact({column: f"+1 202 555 0123 ; {text}"})
    field = "extension" if column == "ext" else column
    assert str(refusal.value) == f'{field} "{text}": {what} {ADVICE}'


@pytest.mark.parametrize(("text", "what"), DAMAGED)
def test_a_damaged_switchboard_is_refused(text: str, what: str) -> None:
    """An office's number passes through the same spreadsheets."""
    with pytest.raises(InvalidValueError, match=r"^switchboard ") as refusal:
        draft_office({"switchboard": text}, None)
    assert what in refusal.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "230", "0230", "ext 230", "Ext. 230", "poste 12", "x230", "ramal-12", "+1 202 555 0123",
        "1.202.555.0123", "030/901820", "0303-12-34-56", "+49 30 901820-22", "٢٣٠",
        "+1 202 555 0123 ext 230", "tel:+1-202-555-0123;ext=230",
    ],
)  # fmt: skip
def test_honest_numbers_pass(text: str) -> None:
    """No way to write a number or an extension is taken for damage."""
    assert draft_contact({"phone": text}).phones == {PhoneKind.OFFICE: [text]}
    assert draft_contact({"ext": text}).extensions == [text]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("442079460958", "GB"),
        (" 442079460958 ", "GB"),
        ("4930901820", "DE"),
        ("41225010100", "CH"),
        ("254202012345", "KE"),
        ("33123456789", "FR"),
    ],
)
def test_a_lost_plus_is_refused(text: str, region: str) -> None:
    """Bare digits that a "+" makes a number of the country: the advice says both ways out."""
    with pytest.raises(InvalidValueError) as refusal:
        refuse_lost_plus("mobile", text, region)
    assert refusal.value.field == "mobile"
    assert 'looks like a number whose "+" a spreadsheet took away' in str(refusal.value)
    assert f"write +{text.strip()}, or the number as it is dialled" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("+442079460958", "GB"),
        ("02079460958", "GB"),
        ("2079460958", "GB"),
        ("12025550123", "US"),
        ("2025550123", "US"),
        ("030901820", "DE"),
        ("49", "DE"),
        ("47123456", "NO"),
        ("", "DE"),
        ("4930901820 ext 5", "DE"),
    ],
)
def test_a_number_as_it_is_dialled_has_lost_nothing(text: str, region: str) -> None:
    """In the countries of +1 the 1 is dialled; elsewhere a number may begin like the code."""
    refuse_lost_plus("phone", text, region)
