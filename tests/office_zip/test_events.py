"""XML that says where in its bytes everything is."""

from xml.parsers import expat

import pytest

from pressdesk.office_zip.events import (
    XML_ERRORS,
    XmlText,
    find_end,
    make_parser,
    opening_tag,
    prefix_at,
)

NAMED = '<?xml version="1.0" encoding="{}"?><a>é</a>'


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (NAMED.format("UTF-8").encode(), "utf-8"),
        ("<a>é</a>".encode(), "utf-8"),
        (NAMED.format("windows-1252").encode("cp1252"), "cp1252"),
        (NAMED.format("ISO-8859-1").encode("latin-1"), "latin-1"),
        ("<a>é</a>".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "<a>é</a>".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_bytes_come_back_in_their_encoding(data: bytes, codec: str) -> None:
    """Told by their mark, by the declaration, else UTF-8."""
    text = XmlText.parse(data)
    assert (text.codec, text.dump()) == (codec, data)
    assert "é".encode() in text.utf_8


def test_what_an_encoding_lacks_becomes_a_reference() -> None:
    """XML has a way to write it."""
    text = XmlText.parse(NAMED.format("windows-1252").encode("cp1252"))
    changed = text._replace(utf_8=text.utf_8.replace("é".encode(), "ل".encode()))
    assert b"<a>&#1604;</a>" in changed.dump()


@pytest.mark.parametrize("data", [b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>", b"<a b='1"])
def test_what_is_no_plain_xml_is_refused(data: bytes) -> None:
    """A document type above all: it could make a file of any size out of a line."""
    with pytest.raises(XML_ERRORS):
        make_parser().Parse(data, True)


@pytest.mark.parametrize(
    ("xml", "element"),
    [
        (b"<a><w:p b='x>y'/>t</a>", b"<w:p b='x>y'/>"),
        (b"<a><w:p>t</w:p >t</a>", b"<w:p>t</w:p >"),
        (b'<a><w:p b="\'>">t</w:p></a>', b'<w:p b="\'>">t</w:p>'),
    ],
)
def test_an_element_has_its_bytes(xml: bytes, element: bytes) -> None:
    """From its first tag to behind its last, of one tag or two, whatever its values hold."""
    parser = expat.ParserCreate("utf-8")
    places: dict[str, int] = {}
    parser.StartElementHandler = lambda name, _: places.setdefault(name, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda name: places.setdefault(f"/{name}", parser.CurrentByteIndex)
    parser.Parse(xml, True)
    start = places["w:p"]
    assert xml[start : find_end(xml, start, places["/w:p"])] == element
    assert opening_tag(xml, start) == element[: len(opening_tag(xml, start))]
    assert prefix_at(xml, start) == "w"
    assert prefix_at(xml, 0) == ""
