"""What a page shows, line by line, and where in its source each line stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from pressdesk.releases.html.tokens import Token
from pressdesk.releases.seen import Link

# Elements that begin and end a line of their own.
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
        "thead", "tr", "ul",
    }
)  # fmt: skip
# Elements between which readers see a blank line.
_PARAGRAPHS = frozenset(
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "hr", "section",
        "article", "main", "header", "footer", "figure", "aside", "nav",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"}
)  # fmt: skip
# What no reader sees as text of the release: code, quoted mail, form fields.
_UNSEEN = frozenset({"head", "template", "code", "blockquote", "select", "button", "svg", "math",
                     "object", "noscript", "audio", "video", "canvas"})  # fmt: skip
# What may stand in a head (WHATWG HTML, "metadata content"): anything else ends it without a tag.
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTE_CLASS = re.compile(r"(?:^|\s)(?:gmail_quote|moz-cite-prefix|yahoo_quoted)(?:\s|$)")
_SPACES = re.compile(r"[ \t\n\r\f]+")


class SourceLine(NamedTuple):
    """A line that is seen, and its source; an empty one parts paragraphs.

    start, end: offsets of its text. opener: offset of the tag that began the line, where that is a
    block element directly before it; else None.
    """

    text: str
    start: int
    end: int
    opener: int | None
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class _Line:
    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    start: int = -1
    end: int = -1
    opener: int | None = None


def ends_paragraph(tag: Token) -> bool:
    """Ask whether a tag ends a paragraph that has no end tag (WHATWG HTML, section 13.1.2.4)."""
    return tag.name in BLOCKS and (tag.kind == "open" or tag.name != "p")


def seen_lines(text: str, tokens: Iterable[Token]) -> list[SourceLine]:
    """Give the lines that a page shows."""
    return list(_Seeing(text).lines(tokens))


class _Hiding:
    """Follows the elements that hide what is in them."""

    def __init__(self) -> None:
        # The outermost that is open, and how many of its name are.
        self._hider = ""
        self._depth = 0

    @property
    def is_inside(self) -> bool:
        """Ask whether what hides is still open."""
        return bool(self._hider)

    def holds(self, token: Token) -> bool:
        """Say whether a token hides, or is in what does; they come in their order."""
        if self._hider == "head" and token.kind == "open" and token.name not in _OF_HEAD:
            self._hider, self._depth = "", 0
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


class HiddenSpan(NamedTuple):
    """A stretch that hides what is in it, from tag to tag; is_open: nothing ends it."""

    start: int
    end: int
    is_open: bool = False


def hidden_spans(tokens: Sequence[Token]) -> list[HiddenSpan]:
    """Give the stretches of a page that are hidden, in their order."""
    hiding = _Hiding()
    spans: list[HiddenSpan] = []
    was_inside = False
    for token in tokens:
        if hiding.holds(token):
            start = spans.pop().start if was_inside else token.start
            spans.append(HiddenSpan(start, token.end, hiding.is_inside))
        elif was_inside:  # what comes now has ended it
            spans[-1] = spans[-1]._replace(is_open=False)
        was_inside = hiding.is_inside
    return spans


class _Seeing:
    """Goes through a page once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = _Line()
        self._is_apart = self._has_begun = False
        self._hiding = _Hiding()
        self._target: str | None = None
        self._shown_link: list[str] = []

    def lines(self, tokens: Iterable[Token]) -> Iterator[SourceLine]:
        """Give the lines, in their order."""
        for token in tokens:
            if self._hiding.holds(token):
                continue
            if token.kind == "text":
                self._add_text(token)
            elif token.kind in {"open", "close"}:
                yield from self._pass_tag(token)
        yield from self._flush(None)

    def _add_text(self, token: Token) -> None:
        shown = _SPACES.sub(" ", unescape(self._text[token.start : token.end]))
        if shown.strip():
            if self._line.start < 0:
                self._line.start = token.start
            self._line.end = token.end
        self._line.parts.append(shown)
        if self._target is not None:
            self._shown_link.append(shown)

    def _pass_tag(self, token: Token) -> Iterator[SourceLine]:
        name, is_open = token.name, token.kind == "open"
        if name == "br" or name in BLOCKS:
            yield from self._flush(token.start if is_open and name in BLOCKS else None)
            self._is_apart = self._is_apart or name in _PARAGRAPHS
        elif name in _CELLS and is_open and self._line.start >= 0:
            self._line.parts.append("\t")
        elif name == "a":
            self._end_link()
            self._target = unescape(token.attribute("href") or "") if is_open else None

    def _end_link(self) -> None:
        if self._target:
            shown = "".join(self._shown_link).strip()
            self._line.links.append(Link(shown, self._target))
        self._shown_link = []

    def _flush(self, opener: int | None) -> Iterator[SourceLine]:
        """End the line; opener: where the tag stands that begins the next one."""
        if self._line.start >= 0:
            cells = "".join(self._line.parts).split("\t")
            text = "\t".join(re.sub(" +", " ", one).strip(" ") for one in cells)
            line = self._line
            if self._is_apart and self._has_begun:
                yield SourceLine("", line.start, line.start, None)
            self._is_apart, self._has_begun = False, True
            yield SourceLine(text, line.start, line.end, line.opener, tuple(line.links))
        self._line = _Line(opener=opener)


def _hides(token: Token) -> bool:
    """Ask whether an element's content is not to be seen as text of the release."""
    if token.name in _UNSEEN:
        return True
    if not token.attrs.strip():
        return False
    if token.attribute("hidden") is not None or token.attribute("aria-hidden") == "true":
        return True
    return bool(
        _HIDING_STYLE.search(token.attribute("style") or "")
        or _QUOTE_CLASS.search(token.attribute("class") or "")
    )
