"""The XML of a part as events that say where in its bytes they are: for edits that move no other.

Expat itself, without a tree: a tree forgets how it was written. No document type is read, so there
are no entities to expand; `open_package` has refused one already.
"""

import codecs
import re
from typing import NamedTuple, NoReturn
from xml.parsers import expat

# What can be wrong with XML, or with a reader's patience for it.
XML_ERRORS = (expat.ExpatError, ValueError, LookupError)
Parser = expat.XMLParserType
# Between the namespace of a name and its local part, as in ElementTree without the first brace.
SEPARATOR = "}"
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"']{0,40})")
_ONE_BYTE = {"us-ascii": "ascii", "ascii": "ascii", "iso-8859-1": "latin-1",
             "windows-1252": "cp1252"}  # fmt: skip
_FIRST_BYTES = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
# One tag, whatever its quoted values hold.
_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")


class XmlText(NamedTuple):
    """The XML of a part in UTF-8, and the codec of its bytes."""

    utf_8: bytes
    codec: str

    @classmethod
    def parse(cls, data: bytes) -> "XmlText":
        """Decode a part; raise ValueError (UnicodeDecodeError) where its bytes are not text."""
        codec = _find_codec(data)
        return cls(data if codec == "utf-8" else data.decode(codec).encode(), codec)

    def dump(self) -> bytes:
        """Give the bytes of the part; what its codec lacks stands as a reference (&#1234;)."""
        if self.codec == "utf-8":
            return self.utf_8
        return self.utf_8.decode().encode(self.codec, "xmlcharrefreplace")


def make_parser() -> Parser:
    """Make a parser for UTF-8 that tells names with their namespaces and refuses a DOCTYPE.

    The caller sets the handlers it wants, and asks `CurrentByteIndex` in them.
    """
    parser = expat.ParserCreate("utf-8", SEPARATOR)
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def find_end(xml: bytes, start: int, place: int) -> int:
    """Give the place behind an element.

    start, place: `CurrentByteIndex` at its beginning and at its end, where it is that of the end
    tag, or, for an element of one tag, the place behind.
    """
    tag = _TAG.match(xml, start)
    if tag and tag[0].endswith(b"/>"):
        return tag.end()
    return xml.index(b">", place) + 1


def opening_tag(xml: bytes, start: int) -> bytes:
    """Give the whole first tag of an element."""
    tag = _TAG.match(xml, start)
    return tag[0] if tag else b""


def prefix_at(xml: bytes, start: int) -> str:
    """Give the prefix that the element there bears in the file; empty for none."""
    name = re.split(rb"[\s/>]", xml[start + 1 : start + 200], maxsplit=1)[0]
    return name.rpartition(b":")[0].decode()


def _find_codec(data: bytes) -> str:
    for first, codec in _FIRST_BYTES:
        if data.startswith(first):
            return codec
    declared = _DECLARED.match(data)
    return _ONE_BYTE.get(declared[1].decode("latin-1").lower(), "utf-8") if declared else "utf-8"


def _refuse_doctype(*_: object) -> NoReturn:
    raise ValueError("a document type")
