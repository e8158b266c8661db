"""Pages as a browser shows them: what blocks in HTML and Markdown must mean to their readers."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element  # only a name for types: html5lib makes the elements

import html5lib

# White space that HTML folds; a space that does not break is none of it.
_SPACES = re.compile(r"[ \t\n\f\r]+")
# What begins below whatever stands before it, with a blank line between.
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3"})


def parse_page(fragment: str) -> Element:
    """Put a fragment into the smallest valid document and give its body.

    Raises html5lib's ParseError for anything that the standard calls an error.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(f"<!DOCTYPE html><title>Release</title>{fragment}")
    body = document.find("body")
    assert body is not None
    return body


def text_of_page(fragment: str) -> str:
    """Give the text that a browser would copy from a page, without white space around its lines."""
    lines = "".join(_texts(parse_page(fragment))).split("\n")
    text = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def classed(page: Element, name: str) -> list[Element]:
    """Find the elements of a class, in the order of the page."""
    return [one for one in page.iter() if name in one.get("class", "").split()]


def text_of(element: Element) -> str:
    """Give the text of an element as it is in the source."""
    return "".join(element.itertext())


def tags_of(page: Element) -> list[tuple[str, list[str]]]:
    """Name the elements of a page and their attributes, without the values."""
    return [(str(one.tag), sorted(one.keys())) for one in page.iter()]


def _texts(element: Element) -> Iterator[str]:
    yield _SPACES.sub(" ", element.text or "")
    for child in element:
        if child.tag == "br":
            yield "\n"
        yield from _texts(child)
        if child.tag in _PARAGRAPHS:
            yield "\n\n"
        yield _SPACES.sub(" ", child.tail or "")
