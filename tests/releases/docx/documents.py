"""Word documents for the tests: made by python-docx, or by hand where it cannot."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="{_OPEN}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>
</Types>"""
_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="{_OPEN}/package/2006/relationships">
<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/>
</Relationships>"""


def document(paragraphs: Sequence[str]) -> bytes:
    """Give a document of python-docx with these paragraphs."""
    return _document(tuple(paragraphs))


@cache
def _document(paragraphs: tuple[str, ...]) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def saved(made: object) -> bytes:
    """Give the bytes of a document of python-docx."""
    file = io.BytesIO()
    made.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def by_hand(body: str, more: Mapping[str, bytes] | None = None, encoding: str = "utf-8") -> bytes:
    """Give the smallest document with this XML in its body; `w` is Word's prefix."""
    xml = (
        f'<?xml version="1.0" encoding="{encoding.upper()}" standalone="yes"?>'
        f'<w:document xmlns:w="{W}" xmlns:r="urn:r"><w:body>{body}<w:sectPr/></w:body></w:document>'
    )
    return zipped({"word/document.xml": xml.encode(encoding), **(more or {})})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Give a package of these parts, with the two that each has."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def members(content: bytes) -> dict[str, bytes]:
    """Give every member of a package, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts(content: bytes) -> list[str]:
    """Give the paragraphs that python-docx reads, those in content controls too."""
    made = docx.Document(io.BytesIO(content))
    return ["".join(one.text or "" for one in paragraph.iter(f"{{{W}}}t"))
            for paragraph in made.element.body.iter(f"{{{W}}}p")]  # fmt: skip


def paragraph(text: str, properties: str = "") -> str:
    """Give the XML of a paragraph."""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def run(text: str, properties: str = "") -> str:
    """Give the XML of a run."""
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def related(kind: str, target: str, name: str, *, external: bool = False) -> str:
    """Give the XML of a relation; name: its id."""
    mode = " TargetMode='External'" if external else ""
    return f"<Relationship Id='{name}' Type='{_OPEN}/{kind}' Target='{target}'{mode}/>"


def relations(*of: str) -> bytes:
    """Give the list of the relations of a part."""
    name = "Relationships"
    namespace = f"{_OPEN}/package/2006/relationships"
    return f"<{name} xmlns='{namespace}'>{''.join(of)}</{name}>".encode()


def part(name: str, inner: str) -> bytes:
    """Give the XML of a part whose root is called so (`w:hdr`, `w:footnotes`, `w:styles`)."""
    return f"<w:{name} xmlns:w='{W}' xmlns:r='urn:r'>{inner}</w:{name}>".encode()
