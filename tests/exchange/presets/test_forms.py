"""The forms in which programs have values."""

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.presets.forms import get_form
from pressdesk.values.phone_number import PhoneNumber

words = st.text("abcü -", min_size=1, max_size=6).map(str.strip).filter(bool)


@pytest.mark.parametrize("name", ["list", "group", "labels", "tags"])
@given(values=st.lists(words, max_size=4, unique=True))
def test_a_cell_of_several_values_is_read_as_they_were(name: str, values: list[str]) -> None:
    """What joins them parts them."""
    form = get_form(name)
    read = form.read(form.dump([value for value in values if form.takes(value)], 0))
    assert [value for value in read if value] == values


def test_each_column_takes_the_next_value() -> None:
    """And none where there are no more."""
    form = get_form("")
    assert [form.dump(["a", "b"], nth) for nth in range(3)] == ["a", "b", ""]


def test_a_word_in_quotation_marks_stands_for_a_value() -> None:
    """It is written as often as there are values, and never read."""
    form = get_form('"SMTP"')
    assert [form.dump(["a@example.org"], nth) for nth in range(2)] == ["SMTP", ""]
    assert not form.is_read
    assert get_form('"SMTP"') is form


def test_digits_are_a_number_without_its_plus() -> None:
    """A number without its extension would reach somebody else."""
    form, number = get_form("digits"), PhoneNumber.parse("+33 6 12 34 56 78")
    assert form.read(form.write(number)) == [number.e164]
    assert form.takes(number)
    assert not form.takes(number.with_extension("5"))


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("digits", "0033612345678", ["+33612345678"]),
        ("digits", "0612345678", ["0612345678"]),
        ("digits", "3.36E+10", ["3.36E+10"]),
        ("first", "a ::: b", ["a"]),
        ("labels", "* myContacts ::: food ::: Imported on 1/2", ["food"]),
        ("tags", '"food","winter aid"', ["food", "winter aid"]),
        ("tags", "food, winter aid", ["food", "winter aid"]),
        ("display_name", "Maria Moreno (maria@example.org)", ["Maria Moreno"]),
        ("display_name", "maria@example.org", []),
        ("language_tags", "English", []),
    ],
)
def test_what_programs_write(name: str, text: str, values: list[str]) -> None:
    """Read as it is meant."""
    assert get_form(name).read(text) == values


@pytest.mark.parametrize("topic", ["t" * 101, "food, water", 'the "crisis"'])
def test_what_would_be_another_tag_is_not_taken(topic: str) -> None:
    """Too long, or parted at its comma."""
    assert not get_form("tags").takes(topic)


def test_an_address_within_a_server_is_not_theirs() -> None:
    """Outlook writes it in the column of addresses."""
    assert not get_form("smtp").is_theirs("/O=IOM/cn=ada")
    assert get_form("smtp").is_theirs("ada@example.org")


def test_an_unknown_form_is_an_error() -> None:
    """Of whoever writes a preset."""
    with pytest.raises(KeyError):
        get_form("colour")
