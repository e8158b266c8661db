"""The text of a plain release in passages: what stands between blank lines."""

import re
from collections.abc import Iterator

from pressdesk.releases.mentions.links import LINK, has_links, link_passage
from pressdesk.releases.mentions.passage import Passage, lines_of

# The target of a link in running text.
_TARGET = re.compile(rf"(?:{LINK.pattern})[^\s<>\"'()\[\]]{{3,300}}", re.IGNORECASE)
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


def read_passages(text: str) -> Iterator[Passage]:
    """Yield the passages of a text, and the targets of links in it."""
    lines = lines_of(text)
    may_link = has_links(text)
    start = 0
    for end in (*(blank.start() for blank in _BLANK.finditer(text)), len(text)):
        passage = Passage(lines)
        for found in _TARGET.finditer(text, start, end) if may_link else ():
            passage.add(text[start : found.start()], start)
            # In its place, so that what stands around it is not read as one.
            passage.add("\x01", found.start(), found.end())
            yield link_passage(found[0].rstrip(".,;:"), found.start(), lines)
            start = found.end()
        passage.add(text[start:end], start)
        yield passage
        start = end
