"""What Hypothesis thinks of: contacts, offices and texts that our own examples would miss."""

from datetime import date
from functools import cache
from string import ascii_lowercase, digits

from hypothesis import strategies as st

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.style import Style
from pressdesk.blocks.wordings import get_wording
from pressdesk.model import (
    TYPED,
    Contact,
    ContactKind,
    Email,
    Office,
    Phone,
    PhoneKind,
    Posting,
    Source,
)
from pressdesk.text.folding import slug
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

# Example numbers that phonenumbers accepts; nobody is called by these tests.
NUMBERS = (
    "+1 202 555 0123", "+44 20 7946 0958", "+49 30 123456", "+33 1 23 45 67 89",
    "+41 22 717 91 11", "+54 9 11 2345 6789", "+81 3 1234 5678", "+254 20 2012345",
)  # fmt: skip

# Clean texts: what clean_text gives back as it was.
_LETTERS = st.characters(
    categories=("Lu", "Ll", "Lo", "Nd", "Po", "Pd"), exclude_characters="\u00ad"
)


def clean_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Give texts as they are stored."""
    from pressdesk.values.clean_text import clean_text, has_ink

    # One text, cut into words of one width: a list of words takes three times as long to draw.
    return (
        st.builds(
            _words, st.text(_LETTERS, min_size=1, max_size=27), st.sampled_from((27, 9, 5, 3))
        )
        .map(lambda text: clean_text("text", text) if has_ink(text) else "x")
        .filter(lambda text: 0 < len(text) <= max_size)
    )


def _words(letters: str, width: int) -> str:
    return " ".join(letters[start : start + width] for start in range(0, len(letters), width))


def names() -> st.SearchStrategy[str]:
    """Give names: clean texts of which a key can be made."""
    return clean_texts().filter(lambda text: bool(slug(text)))


def extensions() -> st.SearchStrategy[str]:
    """Give extensions: digits as text."""
    return st.text("0123456789", min_size=1, max_size=6)


def phone_numbers() -> st.SearchStrategy[PhoneNumber]:
    """Give numbers with and without an extension."""
    return st.builds(
        lambda text, extension: _number(text).with_extension(extension),
        st.sampled_from(NUMBERS),
        st.none() | extensions(),
    )


_number = cache(PhoneNumber.parse)


def addresses() -> st.SearchStrategy[EmailAddress]:
    """Give addresses at an example domain."""
    return st.builds(
        lambda first, more, last: EmailAddress(
            f"{first}{more}{'.' * bool(last)}{last}@example.org"
        ),
        st.sampled_from(ascii_lowercase),
        st.text(ascii_lowercase + digits, max_size=10),
        st.text(ascii_lowercase + digits, max_size=8),
    )


def emails() -> st.SearchStrategy[Email]:
    """Give addresses with what is stored beside them."""
    return st.builds(
        Email,
        addresses(),
        st.booleans(),
        st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        st.none() | sources(),
    )


def sources() -> st.SearchStrategy[Source]:
    """Give where values come from."""
    read = st.builds(
        Source,
        st.sampled_from(["import", "harvest"]),
        st.sampled_from(["contacts.csv", "release list.csv", "a:1, b"]),
        st.integers(1, 99),
        st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    )
    return st.just(TYPED) | read


def phones() -> st.SearchStrategy[Phone]:
    """Give numbers of every kind."""
    return st.builds(
        Phone,
        phone_numbers(),
        st.sampled_from(PhoneKind),
        st.booleans(),
        st.none(),
        st.none() | sources(),
    )


def postings(office: str = "here") -> st.SearchStrategy[Posting]:
    """Give postings to one office, which begin before they end."""
    days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
    return st.builds(
        lambda rank, title, extension, span: Posting(office, rank, title, extension, *span),
        st.none() | st.integers(0, 99),
        st.none() | clean_texts(),
        st.none() | extensions(),
        st.tuples(st.none() | days, st.none() | days).map(
            lambda pair: tuple(sorted(pair)) if None not in pair else pair
        ),
    )


def contacts() -> st.SearchStrategy[Contact]:
    """Give whole contacts, each posted to the office `here`."""
    named = names()
    languages = st.lists(
        st.sampled_from(["en", "fr", "es", "ar", "pt-BR"]), unique=True, max_size=3
    )
    return st.builds(
        lambda name, **rest: Contact(key=slug(name), name=name, **rest),
        named,
        kind=st.sampled_from(ContactKind),
        given_name=st.none() | clean_texts(),
        family_name=st.none() | clean_texts(),
        title=st.none() | clean_texts(),
        titles=st.dictionaries(st.sampled_from(["es", "fr", "ar"]), clean_texts()).map(
            lambda texts: dict(sorted(texts.items()))
        ),
        emails=st.lists(emails(), min_size=1, max_size=3, unique_by=lambda one: one.address).map(
            tuple
        ),
        phones=st.lists(phones(), max_size=3).map(tuple),
        languages=languages.map(tuple),
        topics=st.lists(clean_texts(), max_size=2, unique=True).map(tuple),
        postings=postings().map(lambda one: (one,)),
        note=st.none() | clean_texts(),
        unlisted=st.booleans(),
        left_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    )


def offices() -> st.SearchStrategy[Office]:
    """Give whole offices."""
    return st.builds(
        lambda name, **rest: Office(code=slug(name), name=name, **rest),
        names(),
        country=st.sampled_from(["US", "CH", "KE", "BR"]),
        organization=st.none() | clean_texts(),
        city=st.none() | clean_texts(),
        language=st.none() | st.sampled_from(["en", "fr", "pt-BR"]),
        timezone=st.none() | st.just("Europe/Zurich"),
        switchboard=st.none() | st.sampled_from(NUMBERS).map(PhoneNumber.parse),
        extension_plan=st.none()
        | st.sampled_from(
            [ExtensionPlan.parse("digits", "3-4"), ExtensionPlan.parse("range", "200-299")]
        ),
        names=st.dictionaries(st.sampled_from(["es", "fr"]), clean_texts()).map(
            lambda texts: dict(sorted(texts.items()))
        ),
    )


def ways() -> st.SearchStrategy[tuple[Way, ...]]:
    """Give at least one way, in the order of the kinds."""
    emails_ = addresses().map(lambda address: Way(WayKind.EMAIL, str(address)))
    kinds = st.sampled_from([kind for kind in WayKind if kind is not WayKind.EMAIL])
    numbers_ = st.builds(
        lambda kind, number: Way(kind, number.display, number.extension), kinds, phone_numbers()
    )
    return st.lists(emails_ | numbers_, min_size=1, max_size=4, unique=True).map(
        lambda found: tuple(sorted(found, key=lambda way: list(WayKind).index(way.kind)))
    )


def blocks(language: str) -> st.SearchStrategy[Block]:
    """Give blocks of any texts at all: what nobody would store too."""
    anything = st.text(max_size=12) | _tricky(language)
    entries = st.builds(
        Entry,
        anything,
        st.none() | anything,
        st.none() | anything,
        st.just(())
        | ways()
        | st.lists(st.builds(Way, st.sampled_from(WayKind), anything)).map(tuple),
        st.none() | st.sampled_from(["US", "DE"]),
    )
    return st.builds(Block, anything, st.lists(entries, max_size=3).map(tuple), st.just(language))


def _tricky(language: str) -> st.SearchStrategy[str]:
    """Give texts made of what a block is made of: labels, separators, line ends."""
    wording = get_wording(language)
    bits = [*wording.labels.values(), wording.colon, wording.comma, wording.semicolon, wording.or_,
            " ", "\n", "\n\n", "(", ")", " at ", wording.extension, "+1 202 555 0123", "a@b.org",
            wording.lead_in, "Ada", "\u2066", "\u2069", " | ", "-"]  # fmt: skip
    return st.lists(st.sampled_from(bits), max_size=5).map("".join)


def tellable_blocks(style: Style, language: str) -> st.SearchStrategy[Block]:
    """Give blocks whose names, titles and offices the style tells apart.

    For the card: no line breaks, no comma of the language in a name or an office, and none of them
    is a label with a colon. The styles of one line also join with words: a name or office without
    these, and a title without those behind it.
    """
    wording = get_wording(language)
    labels = tuple(f"{label}{wording.colon}".strip() for label in wording.labels.values())
    texts = clean_texts() | st.sampled_from(
        [
            "Maria G. Moreno",
            "Zoë",
            "Head, Media",
            "IOM Washington DC",
            "ليلى",
            "Press/Media",
            "X; Y",
        ]
    )
    unlabelled = texts.filter(lambda text: not any(label in text for label in labels))
    joined = {
        "card": [],
        "inline": wording.at.split("{office}")[:1],
        "line": wording.aside.split("{title}"),
    }
    tellable = unlabelled.filter(lambda text: not any(one in text for one in joined[style.name]))
    last = f"{wording.or_}{wording.space}"
    plain = tellable.filter(
        lambda text: (
            wording.comma not in text
            and ", " not in text
            # At the edges of a name a sentence has its comma, and the word before the last person.
            and not text.endswith((",", wording.comma.strip()))
            and not text.startswith(last)
        )
    )
    titles = unlabelled if style.name == "card" else tellable
    entries = st.builds(Entry, plain, st.none() | titles, st.none() | plain, ways())
    lead_ins = st.just(wording.lead_in) | plain.filter(
        lambda text: (
            wording.colon not in text
            and not text.endswith((":", "："))
            and not text.startswith(wording.lead_in)
        )
    )
    people = st.lists(entries, min_size=1, max_size=3).map(tuple)
    return st.builds(Block, lead_ins, people, st.just(language))
