"""The forms of numbers: there and back."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.phone_form import PhoneForm, read_number, show_number
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import NUMBERS, phone_numbers

WASHINGTON = "+1 202 862 1826"
# All but the national one say which country a number is of.
UNDONE = [form for form in PhoneForm if form is not PhoneForm.NATIONAL]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (PhoneForm.SPACES, "+1 202 862 1826"),
        (PhoneForm.HYPHENS, "+1-202-862-1826"),
        (PhoneForm.NATIONAL, "(202) 862-1826"),
        (PhoneForm.RFC3966, "tel:+1-202-862-1826"),
    ],
)
def test_a_number_in_each_form(form: PhoneForm, shown: str) -> None:
    """As the number of an office in Washington is printed."""
    assert show_number(WASHINGTON, form, "US") == shown


@pytest.mark.parametrize("form", UNDONE)
@given(number=phone_numbers(), country=st.sampled_from(["US", "GB", "DE", "AR", None]))
def test_a_form_is_undone(form: PhoneForm, number: PhoneNumber, country: str | None) -> None:
    """Every number of the directory comes back as it was."""
    assert read_number(show_number(number.display, form, country), form) == number.display


@pytest.mark.parametrize("form", UNDONE)
@given(text=st.from_regex(r"\+[0-9]{1,3}(?: [0-9]{1,5}){0,4}", fullmatch=True))
def test_a_form_is_undone_for_any_groups(form: PhoneForm, text: str) -> None:
    """Whether or not anybody has the number."""
    assert read_number(show_number(text, form, "US"), form) == text


@pytest.mark.parametrize("form", PhoneForm)
@given(text=st.text() | st.text("+0123456789 -()tel:;ex="))
def test_reading_guesses_nothing(form: PhoneForm, text: str) -> None:
    """What was read is shown as it was; or it was another form, and stays as it is."""
    read = read_number(text, form)
    assert read == text or show_number(read, form, None) == text


@pytest.mark.parametrize(
    ("number", "country", "shown"),
    [
        ("+44 20 7946 0958", "GB", "020 7946 0958"),
        ("+33 1 23 45 67 89", "FR", "01 23 45 67 89"),
        ("+49 30 123456", "DE", "030 123456"),
        ("+1 202 862 1826", "CA", "+1 202 862 1826"),
        ("+1 202 862 1826", "GB", "+1 202 862 1826"),
        ("+44 20 7946 0958", "US", "+44 20 7946 0958"),
        ("+44 20 7946 0958", None, "+44 20 7946 0958"),
        ("+44 20 7946 0958", "", "+44 20 7946 0958"),
        ("+44 20 7946 0958", "gb", "+44 20 7946 0958"),
        ("+44 20 7946 0958", "XX", "+44 20 7946 0958"),
        ("+999 123", "US", "+999 123"),
        ("+0", "US", "+0"),
    ],
)
def test_a_national_number_is_of_the_office_s_own_country(
    number: str, country: str | None, shown: str
) -> None:
    """In a country that shares its code too; nobody abroad can ring the short one."""
    assert show_number(number, PhoneForm.NATIONAL, country) == shown


@pytest.mark.parametrize("number", NUMBERS)
def test_a_national_number_stays_as_it_is_read(number: str) -> None:
    """Its country is not printed: nobody can tell it from the text."""
    shown = show_number(number, PhoneForm.NATIONAL, "US")
    assert read_number(shown, PhoneForm.NATIONAL) == shown


@pytest.mark.parametrize("form", PhoneForm)
@pytest.mark.parametrize(
    "text",
    [
        "", "+", "press", "(202) 862-1826", "202 862 1826", "+1-202-862-1826", "+1  202", "+1 ",
        " +1 202", "+1 202 ext 230", "+1 202\n", "+١ ٢٠٢", "+1\u00a0202", "tel:+1 202",
        "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_international_number_stays_as_it_is(text: str, form: PhoneForm) -> None:
    """Nothing is guessed at: such a text was planted past the door."""
    assert show_number(text, form, "US") == text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("tel:+1-202;ext=230", PhoneForm.RFC3966),
        ("tel:+1 202", PhoneForm.RFC3966),
        ("tel:202-862", PhoneForm.RFC3966),
        ("TEL:+1-202", PhoneForm.RFC3966),
        ("+1-202", PhoneForm.RFC3966),
        ("+1--202", PhoneForm.HYPHENS),
        ("202-862", PhoneForm.HYPHENS),
        ("tel:+1-202", PhoneForm.HYPHENS),
        ("+1-202", PhoneForm.SPACES),
        ("+1-202", PhoneForm.NATIONAL),
        ("", PhoneForm.RFC3966),
    ],
)
def test_another_form_is_not_read(text: str, form: PhoneForm) -> None:
    """A style reads its own form alone."""
    assert read_number(text, form) == text
