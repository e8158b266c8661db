"""XML as a tree, and where in its bytes everything is."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, strategies as st

from pressdesk.office_zip.xml_part import XML_ERRORS, XmlPart

PREFIXES = {"urn:word": "", "urn:math": "m:"}
NAMED = '<?xml version="1.0" encoding="{}"?><a>é</a>'


def read(xml: bytes) -> XmlPart:
    """Read a part."""
    return XmlPart.parse(xml, PREFIXES)


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (NAMED.format("UTF-8").encode(), "utf-8"),
        (NAMED.format("UTF-8").encode("utf-8-sig"), "utf-8"),
        ("<a>é</a>".encode(), "utf-8"),
        (NAMED.format("windows-1252").encode("cp1252"), "cp1252"),
        (NAMED.format("ISO-8859-1").encode("latin-1"), "latin-1"),
        ("<a>é</a>".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "<a>é</a>".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_bytes_come_back_in_their_encoding(data: bytes, codec: str) -> None:
    """Told by their mark, by the declaration, else UTF-8."""
    part = read(data)
    assert (part.codec, part.encode(part.xml), part.root.text) == (codec, data, "é")


def test_what_an_encoding_lacks_becomes_a_reference() -> None:
    """XML has a way to write it."""
    part = read(NAMED.format("windows-1252").encode("cp1252"))
    assert b"<a>&#1604;</a>" in part.encode(part.xml.replace("é".encode(), "ل".encode()))


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a><a/>".encode("utf-16"),
        b"<a>&b;</a>",
        b"<a>",
        b"<a b='1",
        b"<a>\xff</a>",
        b"",
        b"\xff\xfe<",
    ],
)
def test_what_is_no_plain_xml_is_refused(data: bytes) -> None:
    """A document type above all: it could make a file of any size out of a line."""
    with pytest.raises(XML_ERRORS):
        read(data)


def test_names_are_those_of_their_namespace_whatever_their_prefix() -> None:
    """An element of no namespace, or of another, is never taken for one that is known."""
    part = read(
        b"<w:d xmlns:w='urn:word' xmlns:x='urn:math'><w:p w:val='1' val='2'/><x:t/><p/>"
        b"<p xmlns='urn:word'/><y:p xmlns:y='urn:other'/></w:d>"
    )
    names = [child.tag for child in part.root]
    assert names == ["p", "m:t", "{p", "p", "{urn:other}p"]
    assert part.root[0].attrib == {"urn:word}val": "1", "val": "2"}
    assert part.namespace == "urn:word"


@pytest.mark.parametrize(
    ("xml", "element", "content"),
    [
        (b"<a><w:p b='x>y'/>t</a>", b"<w:p b='x>y'/>", b""),
        (b"<a><w:p/><w:q>t</w:q></a>", b"<w:p/>", b""),
        (b"<a><w:p></w:p></a>", b"<w:p></w:p>", b""),
        (b"<a><w:p>t</w:p >t</a>", b"<w:p>t</w:p >", b"t"),
        (b'<a><w:p b="\'/>">t</w:p></a>', b'<w:p b="\'/>">t</w:p>', b"t"),
        (b"<a><w:p><w:p/>&amp;<!-- </w:p> --></w:p></a>",
         b"<w:p><w:p/>&amp;<!-- </w:p> --></w:p>", b"<w:p/>&amp;<!-- </w:p> -->"),
        ("<a>é<w:p>é</w:p></a>".encode(), "<w:p>é</w:p>".encode(), "é".encode()),
    ],
)  # fmt: skip
def test_an_element_has_its_bytes(xml: bytes, element: bytes, content: bytes) -> None:
    """From its first tag to behind its last, of one tag or two, whatever its values hold."""
    part = read(xml.replace(b"<a>", b"<a xmlns:w='urn:word'>"))
    first = part.root[0]
    assert part.xml[slice(*part.places.span(first))] == element
    assert part.xml[slice(*part.places.inner(first))] == content
    assert part.places.prefix(first) == "w"
    assert part.places.prefix(part.root) == ""


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    """Draw an element with texts, comments, CDATA and further elements in it."""
    name = draw(st.sampled_from(["a", "b", "w:c", "é"]))
    value = draw(st.sampled_from(["", " d='>'", ' d="/>"', "\n d = '&lt;'"]))
    if draw(st.booleans()):
        return f"<{name}{value}/>"
    inner = [
        draw(
            TEXTS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", ""))
            | st.sampled_from(["<!--<a>-->", "<![CDATA[<b/>]]>", "<?x <a> ?>", "&#233;"])
            | (trees(depth + 1) if depth < 3 else st.just(""))
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return f"<{name}{value}>{''.join(inner)}</{name} >"


@given(trees(), st.sampled_from(["", "\ufeff", "<?xml version='1.0'?>\n<!-- <a/> -->"]))
def test_each_element_read_from_its_bytes_alone_is_the_same(tree: str, before: str) -> None:
    """What the tree has as its n-th element stands at the n-th place."""
    part = read(f"{before}<a xmlns:w='urn:word'>{tree}</a>".encode())
    for element in part.root.iter():
        alone = part.xml[slice(*part.places.span(element))].decode()
        again = read(f"<a xmlns:w='urn:word'>{alone}</a>".encode()).root[0]
        assert flat(again) == flat(element)


def flat(element: Element) -> list[tuple[str, dict[str, str], str | None]]:
    """Return an element and all in it as data."""
    return [(child.tag, dict(child.attrib), child.text) for child in element.iter()]
