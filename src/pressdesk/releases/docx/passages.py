"""The text of a Word document in passages: of all its parts, with the targets of its links.

Offsets are of bytes: a part is looked at as Latin-1, in which each byte is a character.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from xml.sax.saxutils import escape

from pressdesk.office_zip.package import Package
from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.lines import Line, Piece
from pressdesk.releases.docx.runs import RELATION
from pressdesk.releases.docx.seen import Story, relations_part
from pressdesk.releases.mentions.links import LINK, link_passage
from pressdesk.releases.mentions.passage import Passage

_WRITTEN = re.compile("&[^;&]{1,10};|[\xc0-\xff][\x80-\xbf]{1,3}|[\t\r\n]")
_TARGET = re.compile(rf"(?:{LINK.pattern})[^\s<>\"&]{{3,300}}", re.IGNORECASE)
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b[^>]{0,2000}>")
_RELATION_ID = re.compile(r"\bId\s*=\s*[\"']([^\"']{1,200})[\"']")


def read_passages(package: Package, stories: Iterator[Story]) -> Iterator[Passage]:
    """Yield the passages of a document, part by part."""
    for story in stories:
        source = story.part.xml.decode("latin-1")
        for line in story.lines:
            yield _line_passage(story, line, source)
        yield from _fields(story, source)
        yield from _relations(package, story)


def _line_passage(story: Story, line: Line, source: str) -> Passage:
    passage = Passage(_always(line.number), write=_in_xml, part=story.name)
    for piece in line.pieces:
        _add_piece(passage, piece, story.part, source)
    return passage


def _add_piece(passage: Passage, piece: Piece, part: XmlPart, source: str) -> None:
    element = piece.element
    if element is None or element.tag not in {"t", "m:t"}:
        start = part.places.span(element)[0] if element is not None else 0
        passage.add(piece.text, start, start)
        return
    start, end = part.places.inner(element)
    written = source[start:end]
    if element.text and len(piece.text) < len(element.text):  # blanks at its edges do not count
        start += len(written) - len(written.lstrip())
        written = written.strip()
    own = Passage(_always(0))
    own.add_decoded(written, start, _WRITTEN, _read)
    if own.text == piece.text:
        passage.add_decoded(written, start, _WRITTEN, _read)
    else:
        passage.add(piece.text, start, end)


def _fields(story: Story, source: str) -> Iterator[Passage]:
    """Yield the targets in codes of fields: `HYPERLINK "mailto:…"`."""
    for element in story.part.root.iter("instrText"):
        start, end = story.part.places.inner(element)
        for found in _TARGET.finditer(source, start, end):
            line = story.lines[0].number if story.lines else 1
            yield link_passage(found[0], found.start(), _always(line), _in_xml, story.name)


def _relations(package: Package, story: Story) -> Iterator[Passage]:
    """Yield the targets that are kept beside a part."""
    name = relations_part(story.name)
    if name not in package:
        return
    lines = {link.target: line.number for line in story.lines for link in line.links}
    first = story.lines[0].number if story.lines else 1
    source = package.read(name).decode("latin-1")
    for tag in _RELATIONSHIP.finditer(source):
        target = _TARGET.search(source, *tag.span())
        named = _RELATION_ID.search(tag[0])
        if target and named:
            line = lines.get(f"{RELATION}{named[1]}", first)
            yield link_passage(target[0], target.start(), _always(line), _in_xml, name)


def _always(number: int) -> Callable[[int], int]:
    return lambda _: number


def _in_xml(text: str) -> str:
    """Write text as XML, in Latin-1 for the bytes of UTF-8."""
    return escape(text, {'"': "&quot;"}).encode().decode("latin-1")


def _read(source: str) -> str:
    if source[0] == "&":
        return unescape(source)
    return " " if source in "\t\r\n" else source.encode("latin-1").decode()
