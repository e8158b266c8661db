"""The text of a Markdown release in passages, front matter and targets of links included."""

import re
from collections.abc import Iterator
from html import unescape

from pressdesk.releases.mentions.links import LINK, has_links, link_passage
from pressdesk.releases.mentions.passage import Passage, lines_of

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<name>script|style)\b.*?(?:</(?P=name)\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TARGET = re.compile(rf"(?:{LINK.pattern})[^\s<>\"()\[\]]{{3,300}}", re.IGNORECASE)
# What is written otherwise than it is read: escapes, entities, emphasis, tags.
_WRITTEN = re.compile(
    r"\\[!-/:-@\[-`{-~]|&#?[0-9A-Za-z]{1,31};|[*`]{1,3}"
    r"|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|</?[A-Za-z][^<>@]{0,300}>"
)
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_NO_LINE_END = re.compile(r"[^\r\n]")


def read_passages(text: str) -> Iterator[Passage]:
    """Yield the passages of a source; what stands in comments and scripts is none."""
    shown = _HIDDEN.sub(lambda found: _NO_LINE_END.sub(" ", found[0]), text)
    lines = lines_of(text)
    may_link = has_links(text)
    start = 0
    for end in (*(blank.start() for blank in _BLANK.finditer(shown)), len(text)):
        passage = Passage(lines)
        for found in _TARGET.finditer(shown, start, end) if may_link else ():
            passage.add_decoded(shown[start : found.start()], start, _WRITTEN, _read)
            passage.add("\x01", found.start(), found.end())
            yield link_passage(found[0].rstrip(".,;:*`"), found.start(), lines)
            start = found.end()
        passage.add_decoded(shown[start:end], start, _WRITTEN, _read)
        yield passage
        start = end


def _read(source: str) -> str:
    if source[0] == "\\":
        return source[1:]
    return unescape(source) if source[0] == "&" else ""
