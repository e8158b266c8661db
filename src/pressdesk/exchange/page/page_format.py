"""The page of contacts as HTML: it searches, tells who is on duty, prints, and loads nothing.

Its style and its script stand in files beside this module and are put into the page. Its
Content-Security-Policy allows these two by their digests (CSP Level 3, section 2.3.1) and nothing
else.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class PageWay(NamedTuple):
    """An address or number: its label, its text, and the link that writes to it or dials it.

    extension: the word before it, and its digits.
    """

    label: str
    text: str
    uri: str | None = None
    extension: tuple[str, str] | None = None


class PagePerson(NamedTuple):
    """Somebody at an office.

    ways: in the order in which they are printed. languages, topics: as they are shown, in one text.
    latin: the name in Latin letters where it has others, for the search. on_duty: from which day to
    which (None: without end), both included, in order; after the last of them the person is hidden.
    """

    name: str
    title: str | None
    ways: Sequence[PageWay]
    languages: str = ""
    topics: str = ""
    latin: str = ""
    on_duty: Sequence[tuple[date, date | None]] = ()


class PageOffice(NamedTuple):
    """An office with its people.

    place: city and country. timezone: an IANA name. answered_by: another office that answers for it
    on the day of the page.
    """

    name: str
    place: str
    people: Sequence[PagePerson]
    switchboard: PageWay | None = None
    timezone: str | None = None
    answered_by: str | None = None


class Page(NamedTuple):
    """What the page says.

    phrases: of `words/page.txt`, by what they mean. day: when the page was made.
    """

    title: str
    language: str
    phrases: Mapping[str, str]
    day: date
    offices: Iterable[PageOffice]
    is_rtl: bool = False


def render_page(page: Page) -> Iterator[str]:
    """Yield the page in pieces, an office at a time."""
    style, script = _asset("page.css"), _asset("page.js")
    direction = "rtl" if page.is_rtl else "ltr"
    say = {meaning: escape(phrase) for meaning, phrase in page.phrases.items()}
    day = page.day.isoformat()
    yield f"""<!DOCTYPE html>
<html lang="{escape(page.language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="generator" content="pressdesk">
<title>{escape(page.title)}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1><bdi>{escape(page.title)}</bdi></h1>
<p class="day">{say["day"]} <time datetime="{day}" dir="ltr">{day}</time></p>
<form role="search" hidden>
<label>{say["search"]} <input type="search" autocomplete="off" spellcheck="false" autofocus></label>
<label><input type="checkbox"> {say["duty"]}</label>
<output></output>
</form>
</header>
<main data-nobody="{say["nobody"]}" data-duty="{say["duty"]}">
"""
    for office in page.offices:
        yield _office(office, page, say)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _office(office: PageOffice, page: Page, say: Mapping[str, str]) -> str:
    about = [f'<bdi class="place">{escape(office.place)}</bdi>'] if office.place else []
    if office.switchboard:
        about.append(_way(office.switchboard, page))
    people = [_person(person, page, say) for person in office.people]
    if office.answered_by:
        # An arrow points to where somebody answers, whatever the language.
        arrow = "←" if page.is_rtl else "→"
        shown = f"{arrow} <bdi>{escape(office.answered_by)}</bdi>"
        people.append(f'<li><span class="who">{shown}</span></li>')
    zone = f' data-zone="{escape(office.timezone)}"' if office.timezone else ""
    lines = "\n".join(people)
    return (
        f"<section{zone}>\n<h2><bdi>{escape(office.name)}</bdi></h2>\n"
        f"<p>{' '.join(about)}</p>\n<ul>\n{lines}\n</ul>\n</section>\n"
    )


def _person(person: PagePerson, page: Page, say: Mapping[str, str]) -> str:
    day = page.day
    is_on_duty = any(first <= day <= (last or day) for first, last in person.on_duty)
    attributes = {
        "class": "on" if is_on_duty else "",
        # Whoever is always on duty from now on needs no days.
        "data-duty": ""
        if person.on_duty == [(page.day, None)]
        else " ".join(f"{first}/{last or ''}" for first, last in person.on_duty),
        "data-latin": person.latin,
    }
    given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    title = f' <bdi class="title">{escape(person.title)}</bdi>' if person.title else ""
    more = "".join(
        f"<small>{say[name]} <bdi>{escape(text)}</bdi></small>"
        for name, text in (("languages", person.languages), ("topics", person.topics))
        if text
    )
    return (
        f'<li{given}><span class="who"><b><bdi>{escape(person.name)}</bdi></b>{title}</span>'
        f'<span class="ways">{" ".join(_way(way, page) for way in person.ways)}</span>{more}</li>'
    )


def _way(way: PageWay, page: Page) -> str:
    text = _left_to_right(way.text, page)
    if way.extension:
        word, digits = way.extension
        text += f" {escape(word)} {_left_to_right(digits, page)}"
    if way.uri:
        text = f'<a href="{escape(way.uri)}">{text}</a>'
    return f"<span><i>{escape(way.label)}</i> {text}</span>"


def _left_to_right(text: str, page: Page) -> str:
    """Keep the groups of a number in their order among words that read from right to left."""
    return f'<bdi dir="ltr">{escape(text)}</bdi>' if page.is_rtl else escape(text)


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
