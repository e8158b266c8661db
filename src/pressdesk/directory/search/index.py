"""What of a contact is found by searching: one row of words for each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from pressdesk.directory.search.query import FIELDS
from pressdesk.directory.search.words import (
    digit_words,
    join_words,
    spellings,
    transliterated,
)
from pressdesk.model import Contact, Office
from pressdesk.model.fields import CONTACT, OFFICE, Field, all_attributes
from pressdesk.model.kinds import KEY
from pressdesk.text.folding import fold
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.places import country_names

# In every row, so that a question of NOT alone has something to take away from.
EVERY = "every"
COLUMNS = (*FIELDS, EVERY)


class OfficeWords(NamedTuple):
    """What an office adds to the columns of those who are posted to it, each spelling once.

    switchboard: for those who have an extension on it.
    """

    office: tuple[str, ...]
    city: tuple[str, ...]
    country: tuple[str, ...]
    switchboard: str


def _texts(fields: Iterable[Field]) -> Callable[[Any], dict[str, list[str]]]:
    """Make what gives the texts of an owner's fields by the column in which they are found."""
    found_at_all = [field for field in fields if field.search]
    found_at_all.sort(key=lambda field: field.kind is KEY)  # names before what is made of them
    attributes = all_attributes(found_at_all)
    places = [
        (field.search, field.kind.is_list, field.kind.is_by_language) for field in found_at_all
    ]
    columns = dict.fromkeys(field.search for field in found_at_all)

    def texts(owner: object) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {column: [] for column in columns}
        for (column, is_list, is_by_language), value in zip(
            places, attributes(owner), strict=False
        ):
            if not value:
                continue
            if is_list or is_by_language:
                found[column] += value.values() if is_by_language else value
            else:
                found[column].append(value)
        return found

    return texts


_of_contact, _of_office = _texts(CONTACT), _texts(OFFICE)


def load_words() -> None:
    """Import what makes words: names of countries, and Latin letters for others."""
    country_names("CH", ["en"])
    transliterated("é")


def search_row(
    contact: Contact,
    offices: Mapping[str, Office],
    words: Mapping[str, OfficeWords] | None = None,
) -> dict[str, str]:
    """Return the columns of a contact in the index; internal values too: staff look them up.

    offices: those of its postings, by code. words: what `office_words` gives of each.
    """
    codes = dict.fromkeys([one.office for one in contact.postings])
    added = [words[code] if words else office_words(offices[code]) for code in codes]
    texts = _of_contact(contact)
    titles = [*texts["title"], *[posting.title for posting in contact.postings if posting.title]]
    return {
        "name": _spelled_all(texts["name"]),
        "title": _joined([_usual(text) for text in titles]),
        "office": _joined([one.office for one in added]),
        "city": _joined([one.city for one in added]),
        "country": _joined([one.country for one in added]),
        "lang": join_words(texts["lang"]),
        "topic": _joined([_usual(text) for text in texts["topic"]]),
        "email": join_words([email.address.normal for email in contact.emails]),
        "phone": _numbers(contact, zip(codes, added, strict=True)),
        "ext": " ".join(_extensions(contact)),
        "kind": join_words(texts["kind"]),
        EVERY: EVERY,
    }


def office_search_row(office: Office) -> dict[str, str]:
    """Return the columns of an office in the index: its names alone, for those who ask WHO it is.

    It stands under its negative row id, where no search for contacts looks.
    """
    names = [office.name, *office.names.values(), office.code]
    return {**dict.fromkeys(COLUMNS, ""), "name": _spelled_all(names)}


def office_words(office: Office) -> OfficeWords:
    """Return what an office adds to the columns of its people."""
    number, texts = office.switchboard, _of_office(office)
    return OfficeWords(
        _distinct(map(_usual, texts["office"])),
        _distinct(map(_usual, texts["city"])),
        _distinct(map(_usual, (*texts["country"], *_countries(office)))),
        _groups(number) if number else "",
    )


@lru_cache(maxsize=1000)
def _usual(text: str) -> tuple[str, ...]:
    """Return the spellings of a title or a topic: many contacts have the same."""
    return tuple(spellings(text))


def _spelled_all(names: Iterable[str]) -> str:
    return _joined([tuple(spellings(name)) for name in names])


def _joined(spelled: Sequence[tuple[str, ...]]) -> str:
    """Return a column, in which each spelling stands once; of one text each stands once already."""
    return " ".join(spelled[0] if len(spelled) == 1 else _distinct(spelled))


def _distinct(spelled: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(spelled)))


def _countries(office: Office) -> list[str]:
    """Name the country in English and in the languages of the office."""
    languages = ["en", *([office.language] if office.language else []), *office.names]
    return country_names(office.country, languages)


def _numbers(contact: Contact, added: Iterable[tuple[str, OfficeWords]]) -> str:
    """Return the digits of every number, its own and those of the switchboards it is posted to."""
    extended = {posting.office for posting in contact.postings if posting.extension}
    groups = [_groups(phone.number) for phone in contact.phones]
    groups += [words.switchboard for code, words in added if code in extended]
    return " ".join(dict.fromkeys(filter(None, groups)))


def _groups(number: PhoneNumber) -> str:
    return " ".join(digit_words(number.e164.removeprefix("+")))


def _extensions(contact: Contact) -> list[str]:
    given = [phone.number.extension for phone in contact.phones]
    given += [posting.extension for posting in contact.postings]
    return list(dict.fromkeys([fold(extension) for extension in given if extension]))
