"""The XML of a part as a tree, and where in its bytes an element stands.

What a part means is read from the tree. An edit must move no other byte, and a tree forgets how it
was written: so the bytes are read once more for the places, and the n-th element of the one is the
n-th of the other. No document type is read, so there are no entities to expand; `open_package` has
refused one already.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn, Self
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from pressdesk.files.decoding import find_mark, find_unmarked

# What can be wrong with XML.
XML_ERRORS = (expat.ExpatError, ValueError, LookupError)
# Where something begins and ends in the bytes of a part.
Span = tuple[int, int]
_SEPARATOR = "}"
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"']{0,40})")
_ONE_BYTE = {"us-ascii": "ascii", "ascii": "ascii", "iso-8859-1": "latin-1",
             "windows-1252": "cp1252"}  # fmt: skip
# One tag, whatever its quoted values hold.
_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")


@dataclass(frozen=True, eq=False)
class XmlPart:
    """A part that was read.

    xml: its bytes in UTF-8. codec: that of the file. root: of the tree, its tags and the names of
    its attributes as `parse` says. namespace: of the root.
    """

    xml: bytes
    codec: str
    root: Element
    namespace: str

    @classmethod
    def parse(cls, data: bytes, prefixes: Mapping[str, str]) -> Self:
        """Read a part; raise one of XML_ERRORS.

        prefixes: for a namespace what stands before the names of its elements in the tree, so that
        `w:p` is "p" in strict and in transitional files. Elements of other namespaces are called
        `{uri}name`. Attributes are called `uri}name`, or `name` where they have no namespace.
        """
        codec = _find_codec(data)
        xml = data if codec == "utf-8" else data.decode(codec).encode()
        builder = TreeBuilder()
        parser = _make_parser()
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.data
        parser.Parse(xml, True)
        root = builder.close()
        namespace = root.tag.rpartition(_SEPARATOR)[0]
        names: dict[str, str] = {}
        for element in root.iter():
            name = element.tag
            if name not in names:
                names[name] = _short_name(name, prefixes)
            element.tag = names[name]
        return cls(xml, codec, root, namespace)

    @cached_property
    def places(self) -> "Places":
        """Where the elements stand; read when somebody asks."""
        return Places(self.xml, self.root)

    def encode(self, xml: bytes) -> bytes:
        """Return other XML in the part's own codec, which may need references (&#1234;)."""
        if self.codec == "utf-8":
            return xml
        return xml.decode().encode(self.codec, "xmlcharrefreplace")


class Places:
    """Where in the bytes of a part its elements stand."""

    def __init__(self, xml: bytes, root: Element) -> None:
        self._xml = xml
        self._numbers = {element: number for number, element in enumerate(root.iter())}
        starts: list[int] = []
        closes = [0] * len(self._numbers)
        inside: list[int] = []
        parser = _make_parser()

        def start(*_: object) -> None:
            inside.append(len(starts))
            starts.append(parser.CurrentByteIndex)

        def end(_: str) -> None:
            closes[inside.pop()] = parser.CurrentByteIndex

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(xml, True)
        # Else parser and handlers would hold each other, and the collector is asked seldom.
        parser.StartElementHandler = parser.EndElementHandler = None
        # Of each element the place of its first tag, and that of its last one: of an element of one
        # tag the place behind it.
        self._starts, self._closes = starts, closes

    def span(self, element: Element) -> Span:
        """Return where an element begins and ends."""
        start, behind = self._first_tag(element)
        if self._xml.endswith(b"/>", start, behind):
            return start, behind
        return start, self._xml.index(b">", self._closes[self._numbers[element]]) + 1

    def inner(self, element: Element) -> Span:
        """Return where the content of an element begins and ends: for `<w:t>…</w:t>` its text."""
        _, behind = self._first_tag(element)
        return behind, self._closes[self._numbers[element]]

    def prefix(self, element: Element) -> str:
        """Return the prefix that the name of an element has in the file; empty for none."""
        start, behind = self._first_tag(element)
        name = re.split(rb"[\s/>]", self._xml[start + 1 : behind], maxsplit=1)[0]
        return name.rpartition(b":")[0].decode()

    def _first_tag(self, element: Element) -> Span:
        start = self._starts[self._numbers[element]]
        found = _TAG.match(self._xml, start)
        return start, found.end() if found else start


def _short_name(name: str, prefixes: Mapping[str, str]) -> str:
    namespace, _, local = name.rpartition(_SEPARATOR)
    return f"{prefixes[namespace]}{local}" if namespace in prefixes else f"{{{name}"


def _make_parser() -> expat.XMLParserType:
    """Make a parser for UTF-8 that gives names with their namespaces and refuses a DOCTYPE."""
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    return parser


def _find_codec(data: bytes) -> str:
    codec = find_mark(data)[1] or find_unmarked(data, "<")
    if codec:
        return codec
    declared = _DECLARED.match(data)
    return _ONE_BYTE.get(declared[1].decode("latin-1").lower(), "utf-8") if declared else "utf-8"


def _refuse_doctype(*_: object) -> NoReturn:
    raise ValueError("a document type")
