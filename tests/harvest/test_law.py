"""What pressdesk puts into a release, it finds there again: every style, language and format."""

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.harvest.evidence import Evidence, find_evidence
from pressdesk.releases.formats import parse_release
from pressdesk.releases.release import Placement
from tests.releases.documents import document

RELEASES = {
    "text": b"Ships sail\n\nFive ships left port.\n\nENDS\n",
    "markdown": b"# Ships sail\n\nFive ships left port.\n",
    "html": b"<body><main><h1>Ships sail</h1><p>Five ships left port.</p></main></body>\n",
    "docx": document(["Ships sail", "Five ships left port."]),
}
NAMES = (
    "Maria G. Moreno", "Jean-Luc Perrin", "Łukasz Nowak", "Siobhán O’Neill", "Ana de la Cruz",
    "Hans Müller", "Anna Hall", "Ngozi Okonkwo", "Анна Петрова", "Robert van den Berg",
)  # fmt: skip
TITLES = (None, "Press Officer", "Head of Media", "Spokesperson")
OFFICES = (None, "Washington Press Office", "Geneva Office", "Nairobi Office")
NUMBERS = ("+1 202 862 1826", "+44 20 7946 0958", "+41 22 717 91 11", "+254 20 712 3456")
MOBILES = ("+33 6 12 34 56 78", "+44 7400 123456", "+39 347 123 4567")
KINDS = {WayKind.MOBILE: "mobile", WayKind.FAX: "fax", WayKind.WHATSAPP: "whatsapp"}


@st.composite
def ways(draw: st.DrawFn) -> tuple[Way, ...]:
    """Draw an address, a number with an extension or without, or both, and others."""
    found = []
    if draw(st.booleans()):
        found.append(Way(WayKind.EMAIL, f"press{draw(st.integers(1, 999))}@example.org"))
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
        Entry(name, draw(st.sampled_from(TITLES)), draw(st.sampled_from(OFFICES)), draw(ways()))
        for name in names
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
    return one.contact.name, one.contact.emails, phones


@pytest.mark.parametrize("form", RELEASES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", BUILT_IN)
@settings(max_examples=15)
@given(people=entries())
def test_harvest_undoes_append(
    form: str, language: str, style: str, people: tuple[Entry, ...]
) -> None:
    """Names, addresses, numbers, extensions and kinds come back as they went in."""
    block = Block(get_wording(language).lead_in, people, language)
    release = parse_release("release", RELEASES[form], form)
    printed = render_block(block, style, release.form)
    content = release.with_block(printed, placement=Placement.AUTO, adds=False)
    evidence = find_evidence("release", content, form)
    assert [found(one) for one in evidence] == [said(entry) for entry in people]


def test_a_release_without_a_block_has_no_contacts() -> None:
    """Nothing put in, nothing found."""
    for form, content in RELEASES.items():
        assert find_evidence("release", content, form) == []
