"""How the text of a document looks: what of it a new block takes over."""

from collections import Counter
from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

from pressdesk.office_zip.events import SEPARATOR, XML_ERRORS, make_parser, opening_tag
from pressdesk.releases.docx.body import Body, Item
from pressdesk.releases.docx.names import Attributes
from pressdesk.releases.docx.paragraph import Format, Span

# What belongs to one paragraph alone, or would move the block to another page.
_OF_ONE_PARAGRAPH = frozenset(
    "numPr sectPr pageBreakBefore keepNext rPr pPrChange bidi framePr outlineLvl cnfStyle "
    "divId".split()
)
_OF_ALL_TEXT = frozenset("rFonts color sz szCs".split())


class Look(NamedTuple):
    """What the paragraphs of a block say of themselves: XML within `w:pPr` and within `w:rPr`."""

    paragraph: tuple[tuple[str, str], ...] = ()
    run: tuple[tuple[str, str], ...] = ()


def find_look(body: Body, not_body: frozenset[str], replaced: Format | None) -> Look:
    """Find how a block is to look: as the one that it replaces, else as most of the text."""
    keeps = replaced is not None and replaced.style not in not_body
    chosen = replaced if replaced and keeps else _find_usual(body, not_body)
    return Look(
        _copy(body, chosen.properties, lambda name: name not in _OF_ONE_PARAGRAPH),
        _copy(body, chosen.run, lambda name: name in _OF_ALL_TEXT),
    )


def _find_usual(body: Body, not_body: frozenset[str]) -> Format:
    """Find the format in which most characters are; of the paragraphs that have it, the last."""
    sizes: Counter[tuple[bytes, ...]] = Counter()
    formats: dict[tuple[bytes, ...], Format] = {}
    for item in _running(body.items, not_body):
        spans = (item.format.properties, item.format.run)
        key = tuple(body.xml[slice(*span)] if span else b"" for span in spans)
        sizes[key] += sum(map(len, item.lines))
        formats[key] = item.format
    return formats[sizes.most_common(1)[0][0]] if sizes else Format()


def _running(items: Iterable[Item], not_body: frozenset[str]) -> Iterable[Item]:
    return (
        item
        for item in items
        if item.is_paragraph
        and not item.format.is_numbered
        and item.format.style not in not_body
        and any(item.lines)
    )


def _copy(
    body: Body, span: Span | None, is_wanted: Callable[[str], bool]
) -> tuple[tuple[str, str], ...]:
    """Write what stands in the properties once more, by names: of Word's own alone."""
    if not span or span == (0, 0):
        return ()
    root = opening_tag(body.xml, body.root)
    name = root[1:].split(None, 1)[0].rstrip(b">")
    copying = _Copying(body, is_wanted)
    parser = make_parser()
    parser.StartElementHandler, parser.EndElementHandler = copying.start, copying.end
    try:
        parser.Parse(root + body.xml[slice(*span)] + b"</" + name + b">", True)
    except XML_ERRORS:  # names that only the paragraph itself explains: a plain block then
        return ()
    return tuple(copying.copied)


class _Copying:
    """The children of one element, as they are read."""

    def __init__(self, body: Body, is_wanted: Callable[[str], bool]) -> None:
        self.copied: list[tuple[str, str]] = []
        self._namespace = body.namespace
        self._prefix = body.prefix or "w"
        self._is_wanted = is_wanted
        self._depth = 0
        self._pieces: list[str] = []
        self._left_out_from = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Copy a tag, and its attributes that are Word's own."""
        self._depth += 1
        namespace, _, local = name.rpartition(SEPARATOR)
        if self._depth <= 2 or self._left_out_from:
            return
        if namespace != self._namespace or (self._depth == 3 and not self._is_wanted(local)):
            self._left_out_from = self._depth
            return
        self._pieces.append(f"<{self._prefix}:{local}")
        for place in range(0, len(attributes), 2):
            of, _, plain = attributes[place].rpartition(SEPARATOR)
            if of == self._namespace:
                text = escape(attributes[place + 1])
                self._pieces.append(f' {self._prefix}:{plain}="{text}"')
        self._pieces.append(">")

    def end(self, name: str) -> None:
        """Copy the end of it."""
        local = name.rpartition(SEPARATOR)[2]
        if self._depth > 2 and not self._left_out_from:
            self._pieces.append(f"</{self._prefix}:{local}>")
            if self._depth == 3:
                self.copied.append((local, "".join(self._pieces)))
                self._pieces.clear()
        if self._left_out_from == self._depth:
            self._left_out_from = 0
        self._depth -= 1
