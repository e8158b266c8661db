"""The text of a page in passages: what is seen, attributes that people see, targets, JSON-LD."""

import json
import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from pressdesk.releases.html.seen import BLOCKS, VOID
from pressdesk.releases.html.tokens import ATTRIBUTE, Token
from pressdesk.releases.mentions.links import LINK, link_passage
from pressdesk.releases.mentions.passage import Passage, lines_of

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][0-9A-Za-z]{1,31});?")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ENDS = BLOCKS | {"br", "td", "th", "option", "button"}
# Elements that show nothing, or what is no longer said.
_UNSEEN = frozenset({"template", "del"})
_SHOWN = frozenset({"alt", "title", "aria-label", "placeholder"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_JSON_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')


def read_passages(text: str, tokens: Sequence[Token]) -> Iterator[Passage]:
    """Yield the passages of a page; comments, other scripts and hidden elements are none."""
    return _Reading(text).passages(tokens)


class _Reading:
    """Goes through a page once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = lines_of(text)
        self._passage: Passage | None = None
        self._hider, self._depth = "", 0
        self._is_data = False

    def passages(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        """Yield the passages, in the order of the source."""
        for token in tokens:
            if self._is_hidden(token):
                continue
            if token.kind == "text":
                self._add(token)
            elif token.kind == "hidden" and self._is_data:
                yield from self._data(token)
            elif token.kind in {"open", "close"}:
                if token.name in _ENDS:
                    yield from self._flush()
                if token.kind == "open":
                    yield from self._attributes(token)
                    kind = token.attribute("type") or ""
                    self._is_data = token.name == "script" and "ld+json" in kind.lower()
        yield from self._flush()

    def _is_hidden(self, token: Token) -> bool:
        if self._hider:
            if token.name == self._hider and token.kind in {"open", "close"}:
                self._depth += 1 if token.kind == "open" else -1
                if not self._depth:
                    self._hider = ""
            return True
        if token.kind == "open" and token.name not in VOID and _hides(token):
            self._hider, self._depth = token.name, 1
            return True
        return False

    def _add(self, token: Token) -> None:
        source = self._text[token.start : token.end]
        if self._passage is None:
            self._passage = Passage(self._lines, write=_in_text)
        self._passage.add_decoded(source, token.start, _ENTITY, unescape)

    def _flush(self) -> Iterator[Passage]:
        if self._passage is not None:
            yield self._passage
            self._passage = None

    def _attributes(self, token: Token) -> Iterator[Passage]:
        is_property = token.attribute("itemprop") is not None
        start = token.end - 1 - len(token.attrs)
        for found in ATTRIBUTE.finditer(token.attrs):
            name = found["name"].lower()
            group = next((one for one in ("double", "single", "bare") if found[one]), None)
            if group is None:
                continue
            value, place = found[group], start + found.start(group)
            if name in {"href", "action"} and LINK.match(value):
                yield link_passage(value, place, self._lines, _in_attribute)
            elif name in _SHOWN or (is_property and name in {"content", "value"}):
                passage = Passage(self._lines, write=_in_attribute)
                passage.add_decoded(value, place, _ENTITY, unescape)
                yield passage

    def _data(self, token: Token) -> Iterator[Passage]:
        """Yield the texts of JSON-LD."""
        for found in _JSON_TEXT.finditer(self._text, token.start, token.end):
            start = found.start() + 1
            source = found[0][1:-1]
            if LINK.match(source):
                yield link_passage(source, start, self._lines, _in_json)
                continue
            passage = Passage(self._lines, write=_in_json)
            passage.add_decoded(source, start, _JSON_ESCAPE, _from_json)
            yield passage


def _hides(token: Token) -> bool:
    if token.name in _UNSEEN or token.attribute("hidden") is not None:
        return True
    return bool(_HIDDEN.search(token.attribute("style") or ""))


def _in_text(text: str) -> str:
    return escape(text, quote=False)


def _in_attribute(text: str) -> str:
    return escape(text)


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _from_json(source: str) -> str:
    read: str = json.loads(f'"{source}"', strict=False)
    return read
