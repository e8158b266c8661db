"""What a reader of a release sees: lines of text, without markup, comments and hidden parts."""

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """A link as it is shown, and where it leads (`mailto:…`, `tel:…`, `https:…`)."""

    text: str
    target: str


class SeenLine(NamedTuple):
    """A line of text; number: its line in the file, from 1 (of .docx: its paragraph)."""

    number: int
    text: str
    links: tuple[Link, ...] = ()


def is_linked(text: str, links: Iterable[Link]) -> bool:
    """Whether nothing stands in a line but its links and pictures, and what parts them."""
    rest = text
    for link in links:
        rest = rest.replace(link.text, "", 1)
    return rest != text and not any(map(str.isalnum, rest))


class SeenText(NamedTuple):
    """A whole release; language: the tag (BCP 47) that the file gives, if it gives one."""

    lines: tuple[SeenLine, ...]
    language: str | None = None
