"""What of a contact is found by searching: one row of words for each."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pressdesk.directory.search_words import digit_words, join_words, spellings
from pressdesk.model import Contact, Office
from pressdesk.values.folding import fold
from pressdesk.values.places import country_names

# In every row, so that a question of NOT alone has something to take away from.
EVERY = "every"


class OfficeWords(NamedTuple):
    """What an office adds to the columns of those who are posted to it, in every spelling."""

    office: tuple[str, ...]
    city: tuple[str, ...]
    country: tuple[str, ...]


def search_row(
    contact: Contact,
    offices: Mapping[str, Office],
    words: Mapping[str, OfficeWords] | None = None,
) -> dict[str, str]:
    """Give the columns of a contact in the index; internal values too: staff look them up.

    offices: those of its postings, by code. words: what `office_words` gives of each.
    """
    codes = dict.fromkeys(one.office for one in contact.postings)
    posted = [offices[code] for code in codes]
    added = [words[code] if words else office_words(offices[code]) for code in codes]
    titles = (contact.title, *contact.titles.values(), *(one.title for one in contact.postings))
    return {
        "name": _spelled([contact.name, contact.given_name, contact.family_name, contact.key]),
        "title": _joined(_usual(text) for text in titles if text),
        "office": _joined(one.office for one in added),
        "city": _joined(one.city for one in added),
        "country": _joined(one.country for one in added),
        "lang": join_words(contact.languages),
        "topic": _joined(map(_usual, contact.topics)),
        "email": join_words(str(email.address) for email in contact.emails),
        "phone": _numbers(contact, posted),
        "ext": " ".join(_extensions(contact)),
        "kind": str(contact.kind),
        EVERY: EVERY,
    }


def office_words(office: Office) -> OfficeWords:
    """Give what an office adds to the columns of its people."""
    names = (office.name, *office.names.values(), office.organization, office.code)
    return OfficeWords(
        tuple(spelling for text in names if text for spelling in spellings(text)),
        tuple(spellings(office.city)) if office.city else (),
        tuple(
            spelling
            for text in (office.country, *_countries(office))
            for spelling in spellings(text)
        ),
    )


@lru_cache(maxsize=1000)
def _usual(text: str) -> tuple[str, ...]:
    """Give the spellings of a title or a topic: many contacts have the same."""
    return tuple(spellings(text))


def _spelled(texts: Iterable[str | None]) -> str:
    return _joined(spellings(text) for text in texts if text)


def _joined(spelled: Iterable[Iterable[str]]) -> str:
    return " ".join(dict.fromkeys(chain.from_iterable(spelled)))


def _countries(office: Office) -> list[str]:
    """Name the country in English and in the languages of the office."""
    languages = ["en", *([office.language] if office.language else []), *office.names]
    return country_names(office.country, languages)


def _numbers(contact: Contact, offices: Iterable[Office]) -> str:
    """Give the digits of every number, its own and those of the switchboards it is posted to."""
    extended = {posting.office for posting in contact.postings if posting.extension}
    numbers = [phone.number.e164 for phone in contact.phones]
    numbers += [
        office.switchboard.e164
        for office in offices
        if office.switchboard and office.code in extended
    ]
    return " ".join(
        word for number in dict.fromkeys(numbers) for word in digit_words(number.removeprefix("+"))
    )


def _extensions(contact: Contact) -> list[str]:
    given = [phone.number.extension for phone in contact.phones]
    given += [posting.extension for posting in contact.postings]
    return list(dict.fromkeys(fold(extension) for extension in given if extension))
