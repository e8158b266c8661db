"""The page of contacts: which people of which offices it shows, and when each is on duty."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pressdesk.blocks.block import Entry, WayKind
from pressdesk.blocks.compose import compose_shown
from pressdesk.blocks.html_block import way_uri
from pressdesk.blocks.wordings import Wording, get_wording
from pressdesk.directory.duty.choice import (
    Reason,
    Rosters,
    Rule,
    choose,
    days_of_change,
    judge_office,
)
from pressdesk.directory.search.words import transliterated
from pressdesk.exchange.page.page_format import Page, PageOffice, PagePerson, PageWay
from pressdesk.model import Duty, Office
from pressdesk.text.visible import visible
from pressdesk.values.places import country_names, language_names
from pressdesk.values.uris import tel_uri
from pressdesk.words import by_language

_A_DAY = timedelta(1)


def compose_page(
    offices: Sequence[Office],
    rosters: Rosters,
    language: str,
    day: date,
    *,
    title: str | None = None,
) -> Page:
    """Compose the page of offices, in their order; raise InvalidValueError for a language.

    It shows what a block may show: no internal values, nobody who is unlisted. language: BCP 47,
    one that blocks are printed in. day: when the page is made; whoever had left by then is not on
    it. title: instead of "Press contacts" in the language.
    """
    wording = get_wording(language)
    phrases = {meaning: text for text, meaning in by_language("page")[wording.language].items()}
    return Page(
        visible(title or phrases["title"]),
        language,
        phrases,
        day,
        (_office(office, rosters, language, day) for office in offices),
        wording.is_rtl,
    )


def _office(office: Office, rosters: Rosters, language: str, day: date) -> PageOffice:
    wording = get_wording(language)
    switchboard = office.switchboard and visible(office.switchboard.display)
    label = wording.labels[WayKind.OFFICE]
    place = [office.city, *country_names(office.country, [language])]
    answering = choose(office, Rule(day), rosters).offices[-1]
    return PageOffice(
        visible(office.name_in(language)),
        wording.comma.join(visible(text) for text in place if text),
        list(_people(find_duty(office, rosters, day), language)),
        PageWay(label, switchboard, tel_uri(switchboard)) if switchboard else None,
        office.timezone,
        visible(answering.name_in(language)) if answering != office else None,
    )


def find_duty(
    office: Office, rosters: Rosters, day: date
) -> list[tuple[Duty, list[tuple[date, date | None]]]]:
    """Find who answers for an office from a day on, and from when to when (None: without end).

    In the order of the block, those who come later behind those of the day.
    """
    days = sorted(days_of_change(office, rosters, day))
    spans: dict[str, list[tuple[date, date | None]]] = {}
    duties: dict[str, Duty] = {}
    for first, after in zip(days, [*days[1:], None], strict=True):
        last = after and after - _A_DAY
        for verdict in judge_office(office, Rule(first), rosters):
            if verdict.reason is not Reason.ANSWERS:
                continue
            key = verdict.duty.contact.key
            duties.setdefault(key, verdict.duty)
            own = spans.setdefault(key, [])
            if own and own[-1][1] == first - _A_DAY:
                own[-1] = (own[-1][0], last)
            else:
                own.append((first, last))
    return [(duty, spans[key]) for key, duty in duties.items()]


def _people(
    found: Sequence[tuple[Duty, list[tuple[date, date | None]]]], language: str
) -> Iterator[PagePerson]:
    wording = get_wording(language)
    entries = compose_shown([duty for duty, _ in found], language).entries
    for (duty, spans), entry in zip(found, entries, strict=True):
        contact = duty.contact
        yield PagePerson(
            entry.name,
            entry.title,
            list(_ways(entry, wording)),
            wording.comma.join(language_names(contact.languages, language)),
            wording.comma.join(map(visible, contact.topics)),
            "" if contact.name.isascii() else visible(transliterated(contact.name)),
            spans,
        )


def _ways(entry: Entry, wording: Wording) -> Iterator[PageWay]:
    for way in entry.ways:
        extension = (wording.extension, way.extension) if way.extension else None
        yield PageWay(wording.labels[way.kind], way.text, way_uri(way), extension)
