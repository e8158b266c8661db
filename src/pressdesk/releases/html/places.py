"""Where in a page a block may go: in its main element, between paragraphs, and seen by readers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pressdesk.errors import InvalidFileError
from pressdesk.releases.html.seen import VOID, ends_paragraph, hidden_spans
from pressdesk.releases.html.tokens import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
# Where a release stands in its page, the best first.
_CONTAINERS = ("article", "main", "body", "html")
# Only what may hold a block of its own is a place for one (WHATWG HTML, "flow content").
_PLACES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "hr", "nav",
                     "footer", "table", "ul", "ol", "dl", "pre", "address", "aside",
                     "figure"})  # fmt: skip
_AROUND = frozenset({"div", "section", "article", "main", "body", "html"})


class Page:
    """The tokens of a page; name: the file's in messages."""

    def __init__(self, name: str, text: str, tokens: Sequence[Token]) -> None:
        self._name = name
        self._text = text
        self._tokens = tokens
        self._hidden = hidden_spans(tokens)

    def container(self) -> tuple[int, int]:
        """Give where the content of the main element begins and ends; else the whole page."""
        for name in _CONTAINERS:
            ends = self._ends_of(name)
            if ends:
                return ends
        return 0, len(self._text)

    def place_before(self, opener: int, start: int, end: int) -> int:
        """Give the place of the tag at an offset, or of what it stands in: a footer, a list.

        The end where no block may stand before that. start, end: of the container.
        """
        closed = next(
            (one for one in self._open_at(opener, start) if one.name not in _AROUND), None
        )
        tag = closed or next(
            one for one in self._tokens if one.kind == "open" and one.start == opener
        )
        return tag.start if tag.name in _PLACES else end

    def seen_place(self, place: int) -> int:
        """Give a place, or that behind what hides it.

        Raises InvalidFileError where the block would vanish in something that nothing ends.
        """
        for span in self._hidden:
            if span.start < place and span.is_open:
                raise self._lost(span.start, "a hidden part")
            if span.start < place < span.end:
                place = span.end
        for one in self._tokens:
            # Right behind "<script>" is in it, right before "<!--" is not.
            if one.is_open and one.start < place + one.name.startswith("<"):
                what = f"a {one.name}" if one.name.isalpha() else one.name
                raise self._lost(one.start, what)
        return place

    def _lost(self, place: int, what: str) -> InvalidFileError:
        reason = "begins here and never ends: the block would vanish in it; end it"
        return InvalidFileError(self._name, line_of(self._text, place), f"{what} {reason}")

    def _ends_of(self, name: str) -> tuple[int, int] | None:
        """Give the ends of what the first element of a name holds.

        Of several articles the first is the release; others are teasers, or comments within it.
        """
        begin = end = None
        depth = 0
        for one in self._shown_tags(name):
            if one.kind == "open":
                begin = one.end if begin is None else begin
                depth += 1
            elif begin is not None:
                end = one.start
                depth -= 1
                if not depth:
                    break
        return None if begin is None or end is None else (begin, end)

    def _shown_tags(self, name: str) -> Iterator[Token]:
        """Give the tags of a name that are not in anything hidden."""
        hidden = iter(self._hidden)
        span = next(hidden, None)
        for one in self._tokens:
            while span and span.end <= one.start:
                span = next(hidden, None)
            is_hidden = span is not None and span.start <= one.start
            if one.name == name and one.kind in {"open", "close"} and not is_hidden:
                yield one

    def _open_at(self, place: int, start: int) -> list[Token]:
        """Give the elements that are open at a place, the outermost first; start: of the container.

        A paragraph that ends where something else begins there is not.
        """
        open_ones: list[Token] = []
        for one in self._tokens:
            if one.start >= place:
                break
            if one.start < start or one.name in VOID:
                continue
            if _is_paragraph(open_ones) and ends_paragraph(one):
                open_ones.pop()
            if one.kind == "open":
                open_ones.append(one)
            elif one.kind == "close" and any(own.name == one.name for own in open_ones):
                while open_ones.pop().name != one.name:
                    pass
        if _is_paragraph(open_ones):
            open_ones.pop()
        return open_ones


def _is_paragraph(open_ones: Sequence[Token]) -> bool:
    return bool(open_ones) and open_ones[-1].name == "p"


def is_line_start(text: str, place: int) -> bool:
    """Ask whether a line begins at a place."""
    return place == 0 or text[place - 1] in "\r\n"


def line_start(text: str, place: int) -> int:
    """Go back over spaces to the start of the line, where there is nothing else before."""
    start = place
    while start and text[start - 1] in " \t":
        start -= 1
    return start if is_line_start(text, start) else place


def line_of(text: str, place: int) -> int:
    """Give the line of a place, from 1."""
    return bisect_right(_line_ends(text), place) + 1


@lru_cache(maxsize=1)
def _line_ends(text: str) -> list[int]:
    """Return the places behind the line ends of a page, whose blocks all ask for their lines."""
    return [found.end() for found in _LINE_END.finditer(text)]
