"""What of a contact is found by searching: one row of words for each."""

from collections.abc import Iterable, Mapping

from pressdesk.directory.search_words import digit_words, join_words, spellings
from pressdesk.model import Contact, Office
from pressdesk.values.folding import fold
from pressdesk.values.places import country_names

# In every row, so that a question of NOT alone has something to take away from.
EVERY = "every"


def search_row(contact: Contact, offices: Mapping[str, Office]) -> dict[str, str]:
    """Give the columns of a contact in the index; internal values too: staff look them up.

    offices: those of its postings, by code.
    """
    posted = [offices[code] for code in dict.fromkeys(one.office for one in contact.postings)]
    return {
        "name": _spelled([contact.name, contact.given_name, contact.family_name, contact.key]),
        "title": _spelled(
            [contact.title, *contact.titles.values(), *(one.title for one in contact.postings)]
        ),
        "office": _spelled(
            text
            for office in posted
            for text in (office.name, *office.names.values(), office.organization, office.code)
        ),
        "city": _spelled(office.city for office in posted),
        "country": _spelled(
            text for office in posted for text in (office.country, *_countries(office))
        ),
        "lang": join_words(contact.languages),
        "topic": _spelled(contact.topics),
        "email": join_words(str(email.address) for email in contact.emails),
        "phone": _numbers(contact, posted),
        "ext": " ".join(_extensions(contact)),
        "kind": str(contact.kind),
        EVERY: EVERY,
    }


def _spelled(texts: Iterable[str | None]) -> str:
    words = [spelling for text in texts if text for spelling in spellings(text)]
    return " ".join(dict.fromkeys(words))


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
