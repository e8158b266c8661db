"""What pressdesk puts into a release, it finds there again: every style, language and format."""

from itertools import islice, product

import pytest
from hypothesis import given, reject, settings, strategies as st

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.errors import InvalidFileError
from pressdesk.harvest.evidence import Evidence, find_evidence
from pressdesk.reading.people.desks import is_desk_name
from pressdesk.releases.formats import parse_release
from pressdesk.releases.release import Placement
from tests.releases.docx.documents import document
from tests.work import Counting

RELEASES = {
    "text": b"Ships sail\n\nFive ships left port.\n\nENDS\n",
    "markdown": b"# Ships sail\n\nFive ships left port.\n",
    "html": b"<body><main><h1>Ships sail</h1><p>Five ships left port.</p></main></body>\n",
    "docx": document(["Ships sail", "Five ships left port."]),
}
NAMES = (
    "Maria G. Moreno", "Jean-Luc Perrin", "Łukasz Nowak", "Siobhán O’Neill", "Ana de la Cruz",
    "Hans Müller", "Anna Hall", "Ngozi Okonkwo", "Анна Петрова", "Robert van den Berg", "Yuki T",
    # Desks, which a list of words would take for the offices that they are at.
    "Newsroom", "Media Relations", "Field Media Team", "London Newsdesk", "Ottawa Media Line",
    "Service de presse", "Pressestelle",
)  # fmt: skip
TITLES = (None, "Press Officer", "Head of Media", "Spokesperson")
OFFICES = (None, "Washington Press Office", "Geneva Office", "Coast Watch Halifax")
NUMBERS = ("+1 202 862 1826", "+44 20 7946 0958", "+41 22 717 91 11", "+254 20 712 3456")
MOBILES = ("+33 6 12 34 56 78", "+44 7400 123456", "+39 347 123 4567")
KINDS = {WayKind.MOBILE: "mobile", WayKind.FAX: "fax", WayKind.WHATSAPP: "whatsapp"}


@st.composite
def ways(draw: st.DrawFn, whose: int, *, has_own: bool) -> tuple[Way, ...]:
    """Draw an address, a number with an extension or without, or both, and others.

    has_own: an address that nobody else has: two desks with one number are one.
    """
    found = []
    if has_own or draw(st.booleans()):
        found.append(Way(WayKind.EMAIL, f"press{draw(st.integers(1, 999))}.{whose}@example.org"))
    if draw(st.booleans()) or not found:
        extension = draw(st.none() | st.integers(10, 99999).map(str))
        found.append(Way(WayKind.OFFICE, draw(st.sampled_from(NUMBERS)), extension))
    if draw(st.booleans()):
        found.append(Way(draw(st.sampled_from(list(KINDS))), draw(st.sampled_from(MOBILES))))
    return tuple(found)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Draw some people, each with a name of their own."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    return tuple(
        Entry(
            name,
            draw(st.sampled_from(TITLES)),
            draw(st.sampled_from(OFFICES)),
            draw(ways(place, has_own=is_desk_name(name))),
        )
        for place, name in enumerate(names)
    )


def said(entry: Entry) -> tuple[object, ...]:
    """Give what harvest should say about a person of a block."""
    emails = tuple(way.text for way in entry.ways if way.kind is WayKind.EMAIL)
    phones = {
        (way.text.replace(" ", ""), way.extension, KINDS.get(way.kind, "office"))
        for way in entry.ways
        if way.kind is not WayKind.EMAIL
    }
    return entry.name, emails, phones


def found(one: Evidence) -> tuple[object, ...]:
    """Give what harvest said, in the same form."""
    phones = {(phone.number, phone.extension, phone.kind) for phone in one.contact.phones}
    return one.contact.name or one.contact.office, one.contact.emails, phones


@pytest.mark.parametrize("form", RELEASES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", BUILT_IN)
@settings(max_examples=6)
@given(people=entries())
def test_harvest_undoes_append(
    form: str, language: str, style: str, people: tuple[Entry, ...]
) -> None:
    """Names, addresses, numbers, extensions and kinds come back as they went in.

    What plain text would not give back is refused there: a desk that is called as a heading is,
    behind a blank line and above an office that nobody else is at.
    """
    block = Block(get_wording(language).lead_in, people, language)
    release = parse_release("release", RELEASES[form], form)
    printed = render_block(block, style, release.form)
    try:
        content = release.with_block(printed, placement=Placement.AUTO, adds=False)
    except InvalidFileError:
        assert form == "text"
        assert any(is_desk_name(entry.name) for entry in people)
        reject()
    evidence = find_evidence("release", content, form)
    assert [found(one) for one in evidence] == [said(entry) for entry in people]


def test_a_desk_is_at_its_office() -> None:
    """Its name is no person's; where it is, is said too."""
    text = (
        b"For more information please contact\nNewsroom\nCoast Watch Halifax\n"
        b"Email: press@example.org\nTel: +41 22 717 91 11 ext 230\n"
    )
    (one,) = find_evidence("release", text, "text")
    assert (one.line, one.contact.name, one.contact.office) == (2, None, "Newsroom")
    assert one.contact.organization == "Coast Watch Halifax"
    assert one.contact.phones[0].text == "+41 22 717 91 11 ext 230"


def test_a_release_without_a_block_has_no_contacts() -> None:
    """Nothing put in, nothing found."""
    for form, content in RELEASES.items():
        assert find_evidence("release", content, form) == []


@pytest.mark.parametrize("form", ["text", "html"])
def test_many_blocks_are_found_in_one_go(form: str, counting: Counting) -> None:
    """On lines of their own, and on one line: each is looked for behind the one before."""
    evidence = counting.module("harvest.evidence")

    def count(numbers: str) -> int:
        names = ("".join(letters) for letters in product("abcdefgh", repeat=2))
        people = [f"For more information please contact\nAda Nr{name}\nEmail: {name}@iom.int\n"
                  for name in islice(names, len(numbers))]  # fmt: skip
        text = "\n".join(people)
        if form == "html":
            page = text.replace("\n\n", "</p><p>").replace("\n", "<br>")
            text = f"<body><p>{page}</p></body>"
        return len(evidence.find_evidence("release", text.encode(), form))

    assert counting.growth(count, "n", 20) == {}
    assert count("n" * 60) == 60
