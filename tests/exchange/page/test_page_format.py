"""The page's HTML, as a parser reads it."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Any

import html5lib
import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.page.page_format import Page, PageOffice, PagePerson, PageWay, render_page

PHRASES = dict.fromkeys(("title", "search", "duty", "nobody", "languages", "topics", "day"), "x")
DAY = date(2026, 11, 23)
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"


def page_of(person: PagePerson) -> str:
    """Return the HTML of a page with one person."""
    offices = [PageOffice("Office", "Place", [person])]
    return "".join(render_page(Page("Contacts", "en", PHRASES, DAY, offices)))


def tree(text: str) -> Any:  # noqa: ANN401  # html5lib has no types for its trees
    """Return the tree of a page, which must be without an error of syntax."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


@pytest.mark.parametrize("field", ["name", "title", "languages", "topics", "latin"])
def test_nothing_that_is_stored_becomes_markup(field: str) -> None:
    """Whoever can write a title cannot write a script."""
    texts = dict.fromkeys(("name", "title", "languages", "topics", "latin"), "") | {field: HOSTILE}
    person = PagePerson(**texts, ways=[])  # type: ignore[arg-type]  # all of them are texts
    found = tree(page_of(person))
    assert len(found.findall(".//script")) == 1
    assert not found.findall(".//img")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40))
def test_texts_come_back_from_the_page(text: str) -> None:
    """What is shown is what was stored."""
    person = PagePerson(text, None, [PageWay(text, text, None, (text, text))])
    item = tree(page_of(person)).find(".//li")
    assert "".join(item.find(".//b").itertext()) == text
    assert "".join(item.find(".//i").itertext()) == text


def test_the_policy_allows_the_page_s_own_style_and_script_alone() -> None:
    """A digest that does not fit would leave the page without its search."""
    text = page_of(PagePerson("Ann", None, []))
    found = tree(text)
    policy = found.find(".//meta[@http-equiv]").get("content")
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (element,) = found.findall(f".//{name}")
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy


def test_the_page_loads_nothing() -> None:
    """No address of the network stands in it but links that a person follows."""
    text = page_of(PagePerson("Ann", None, [PageWay("Email", "a@b.example", "mailto:a@b.example")]))
    assert not re.search(r"https?:|//[a-z]|@import|url\(", text)
    assert re.findall(r'(?:href|src)="([^"]*)"', text) == ["mailto:a@b.example"]


def test_whoever_is_on_duty_is_marked_without_a_script_too() -> None:
    """As of the day on which the page was made; the script knows about other days."""
    text = page_of(PagePerson("Ann", None, [], on_duty=[(DAY, DAY)]))
    assert 'class="on" data-duty="2026-11-23/2026-11-23"' in text
    later = PagePerson("Ann", None, [], on_duty=[(date(2026, 12, 1), None)])
    assert '<li data-duty="2026-12-01/">' in page_of(later)
    always = PagePerson("Ann", None, [], on_duty=[(DAY, None)])
    assert '<li class="on">' in page_of(always)
