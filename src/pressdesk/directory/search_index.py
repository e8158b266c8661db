"""What of a contact is found by searching: one row of words for each."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pressdesk.directory.search_words import digit_words, join_words, spellings
from pressdesk.model import Contact, Office
from pressdesk.values.folding import fold
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.places import country_names

# In every row, so that a question of NOT alone has something to take away from.
EVERY = "every"
_COLUMNS = ("name", "title", "office", "city", "country", "lang", "topic", "email", "phone", "ext",
            "kind", EVERY)  # fmt: skip


class OfficeWords(NamedTuple):
    """What an office adds to the columns of those who are posted to it, each spelling once.

    switchboard: for those who have an extension on it.
    """

    office: tuple[str, ...]
    city: tuple[str, ...]
    country: tuple[str, ...]
    switchboard: str


def search_row(
    contact: Contact,
    offices: Mapping[str, Office],
    words: Mapping[str, OfficeWords] | None = None,
) -> dict[str, str]:
    """Give the columns of a contact in the index; internal values too: staff look them up.

    offices: those of its postings, by code. words: what `office_words` gives of each.
    """
    codes = dict.fromkeys([one.office for one in contact.postings])
    added = [words[code] if words else office_words(offices[code]) for code in codes]
    titles = [contact.title, *contact.titles.values(), *[one.title for one in contact.postings]]
    return {
        "name": _spelled([contact.name, contact.given_name, contact.family_name, contact.key]),
        "title": _joined([_usual(text) for text in titles if text]),
        "office": _joined([one.office for one in added]),
        "city": _joined([one.city for one in added]),
        "country": _joined([one.country for one in added]),
        "lang": join_words(contact.languages),
        "topic": _joined([_usual(text) for text in contact.topics]),
        "email": join_words([email.address.normal for email in contact.emails]),
        "phone": _numbers(contact, zip(codes, added, strict=True)),
        "ext": " ".join(_extensions(contact)),
        "kind": str(contact.kind),
        EVERY: EVERY,
    }


def office_search_row(office: Office) -> dict[str, str]:
    """Return the columns of an office in the index: its names alone, for those who ask WHO it is.

    It stands under its negative row id, where no search for contacts looks.
    """
    names = [office.name, *office.names.values(), office.code]
    return {**dict.fromkeys(_COLUMNS, ""), "name": _spelled(names)}


def office_words(office: Office) -> OfficeWords:
    """Give what an office adds to the columns of its people."""
    names = (office.name, *office.names.values(), office.organization, office.code)
    countries = (office.country, *_countries(office))
    number = office.switchboard
    return OfficeWords(
        _distinct(_usual(text) for text in names if text),
        _usual(office.city) if office.city else (),
        _distinct(map(_usual, countries)),
        _groups(number) if number else "",
    )


@lru_cache(maxsize=1000)
def _usual(text: str) -> tuple[str, ...]:
    """Give the spellings of a title or a topic: many contacts have the same."""
    return tuple(spellings(text))


def _spelled(texts: Iterable[str | None]) -> str:
    return _joined([tuple(spellings(text)) for text in texts if text])


def _joined(spelled: Sequence[tuple[str, ...]]) -> str:
    """Give a column, in which each spelling stands once; of one text each stands once already."""
    return " ".join(spelled[0] if len(spelled) == 1 else _distinct(spelled))


def _distinct(spelled: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(spelled)))


def _countries(office: Office) -> list[str]:
    """Name the country in English and in the languages of the office."""
    languages = ["en", *([office.language] if office.language else []), *office.names]
    return country_names(office.country, languages)


def _numbers(contact: Contact, added: Iterable[tuple[str, OfficeWords]]) -> str:
    """Give the digits of every number, its own and those of the switchboards it is posted to."""
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
