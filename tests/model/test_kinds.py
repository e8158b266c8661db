import re

import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.model.kinds import CONTACT_KIND, FLAG, parse_key


@pytest.mark.parametrize("text", ["moreno", "maria-g-moreno", "мария", "李-明", "desk-24", "  x "])
def test_a_key_is_taken_as_it_was_typed(text: str) -> None:
    """When it is one: nothing is changed in it."""
    assert parse_key("key", text) == text.strip()


NOT_KEYS = [
    ("Moreno", ', as in "moreno"'),
    ("maria moreno", ', as in "maria-moreno"'),
    ("zoë", ', as in "zoe"'),
    ("-rf", ', as in "rf"'),
    ("a--b", ', as in "a-b"'),
    ("a/b", ', as in "a-b"'),
    ("mor\u200beno", ', as in "mor-eno"'),
    ("", ""),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "example"), NOT_KEYS, ids=ascii)
@pytest.mark.parametrize("field", ["key", "code"])
def test_what_is_no_key_is_refused(field: str, text: str, example: str) -> None:
    """The message shows the key that the text would make."""
    message = f"is not a {field}; expected small letters, digits and hyphens{example}"
    with pytest.raises(InvalidValueError, match=f": {re.escape(message)}$") as caught:
        parse_key(field, text)
    assert (caught.value.field, caught.value.text) == (field, text)


@pytest.mark.parametrize("text", ["office", "people", "desk;person", "-", ""])
def test_a_kind_is_person_or_desk(text: str) -> None:
    """Anything else is refused, and not a person by default."""
    with pytest.raises(InvalidValueError, match=r"is neither person nor desk; expected person or"):
        CONTACT_KIND.parse("kind", text, 0)


@pytest.mark.parametrize("text", ["yes", " TRUE ", "1", "x", "no", "False", "0"])
def test_a_flag_is_yes_or_no(text: str) -> None:
    """As people and spreadsheets write it."""
    assert FLAG.parse("unlisted", text, 0) is (text.strip().lower() in {"yes", "true", "1", "x"})


@pytest.mark.parametrize("text", ["", "perhaps", "yes no", "2"])
def test_what_is_no_flag_is_refused(text: str) -> None:
    """Never taken for no: it says who may see somebody."""
    with pytest.raises(InvalidValueError, match=r"^unlisted .*is neither yes nor no; expected yes"):
        FLAG.parse("unlisted", text, 0)
