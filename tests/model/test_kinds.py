import json
import re
from datetime import date

import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.model import ContactKind
from pressdesk.model.kinds import (
    CONTACT_KIND,
    DAY,
    FLAG,
    LANGUAGES,
    RANK,
    TEXT,
    TEXTS,
    TOPICS,
    Kind,
    parse_key,
)


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


VALUES = [
    (TEXT, "Head", "Head"),
    (CONTACT_KIND, ContactKind.DESK, "desk"),
    (FLAG, True, "yes"),
    (DAY, date(2028, 2, 29), "2028-02-29"),
    (RANK, 0, "0"),
    (LANGUAGES, ("pt-BR", "en"), "pt-BR ; en"),
    (TOPICS, ("food", "winter aid"), "food ; winter aid"),
]


@pytest.mark.parametrize(("kind", "value", "cell"), VALUES)
def test_a_kind_undoes_what_it_does(kind: Kind, value: object, cell: str) -> None:
    """Into a cell and back, into a column and a record of the history and back."""
    assert kind.text(value) == cell
    assert kind.parse("field", cell.split(" ; ") if kind.is_list else cell, 100) == value
    stored = json.loads(json.dumps(kind.stored(value) if kind.stored else value))
    assert (kind.loaded(stored) if kind.loaded else stored) == value


def test_texts_by_language_are_kept_in_order() -> None:
    """So that the same texts are stored alike; an empty one is taken away."""
    given = {"fr": " Genève ", "DE": "Genf", "es": ""}
    assert TEXTS.parse("name", given, 100) == {"fr": "Genève", "de": "Genf", "es": None}
    assert TEXTS.loaded is not None
    assert list(TEXTS.loaded({"fr": "Genève", "de": "Genf"})) == ["de", "fr"]
