"""HTML as tokens with their places: tags, text, and what no reader sees.

No tree is built: what is not ours must keep its bytes, and any page has them, valid or not. Each
pattern is bounded, so that no page takes more than linear time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]{0,60})"
    r"(?P<attrs>(?:[^<>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}')*)>"
)
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=\"'<>/]{1,100})"
    r"(?:\s{0,20}=\s{0,20}(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+)))?"
)
_OTHER = re.compile(r"<!--|<!\[CDATA\[|<!|<\?")
_COMMENT_END = re.compile(r"--!?>")
# What holds text that is no markup, up to its own end tag (WHATWG HTML, section 13.1.2).
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_SHOWN_RAW = frozenset({"xmp"})


class Token(NamedTuple):
    """A piece of a page: kind is open, close, text, hidden (comment, script) or other.

    name: of a tag, in lower case. attrs: the source between name and ">". is_open: a hidden piece
    that nothing ends.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attrs: str = ""
    is_open: bool = False

    def attribute(self, wanted: str) -> str | None:
        """Give the value of an attribute, empty where it has none; None where it is not there."""
        for found in ATTRIBUTE.finditer(self.attrs):
            if found["name"].lower() == wanted:
                return found["double"] or found["single"] or found["bare"] or ""
        return None


def tokenize(text: str) -> Iterator[Token]:
    """Cut a page into tokens; they cover it without a gap."""
    place = 0
    while place < len(text):
        start = text.find("<", place)
        if start < 0:
            yield Token("text", place, len(text))
            return
        token = _token_at(text, start)
        if token is None:  # a "<" that begins nothing is text
            token = Token("text", start, start + 1)
        if start > place:
            yield Token("text", place, start)
        yield token
        place = token.end
        if token.kind == "open" and token.name in RAW:
            raw = _raw_text(text, token)
            if raw.end > raw.start or raw.is_open:
                yield raw
            place = raw.end


def _token_at(text: str, start: int) -> Token | None:
    if tag := _TAG.match(text, start):
        kind = "close" if tag["slash"] else "open"
        return Token(kind, start, tag.end(), tag["name"].lower(), tag["attrs"])
    other = _OTHER.match(text, start)
    if other is None:
        return None
    if other[0] == "<!--":
        # "<!-->" is a whole comment.
        end = _COMMENT_END.search(text, start + 2)
        if end is None:
            return Token("hidden", start, len(text), "comment", is_open=True)
        return Token("hidden", start, max(end.end(), start + 5), "comment")
    closing = "]]>" if other[0] == "<![CDATA[" else ">"
    found = text.find(closing, start)
    if found < 0:
        return Token("hidden", start, len(text), "declaration", is_open=True)
    return Token("other", start, found + len(closing))


def _raw_text(text: str, tag: Token) -> Token:
    """Give what stands in an element of raw text; where nothing ends it, the rest of the page."""
    kind = "text" if tag.name in _SHOWN_RAW else "hidden"
    end = re.compile(rf"</{re.escape(tag.name)}(?=[\s/>])", re.IGNORECASE).search(text, tag.end)
    if end is None:
        return Token(kind, tag.end, len(text), f"<{tag.name}>", is_open=True)
    return Token(kind, tag.end, end.start(), f"<{tag.name}>")
