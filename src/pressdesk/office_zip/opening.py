"""From bytes to a package that may be parsed: of the right kind, within limits, without DOCTYPE."""

import re
from dataclasses import replace

from pressdesk.errors import InvalidFileError
from pressdesk.files.decoding import MARKS
from pressdesk.office_zip.members import find_members
from pressdesk.office_zip.package import Package
from pressdesk.text.visible import quoted

SPREADSHEET = "a spreadsheet (.xlsx)"
DOCUMENT = "a Word document (.docx)"
MOST_BYTES = 20 * 1024 * 1024
# An element costs a parser far more than its few bytes: ten million hold openpyxl over 40 seconds.
MOST_ELEMENTS = 2_500_000
_OLD_AND_NEW = {SPREADSHEET: (".xls", ".xlsx"), DOCUMENT: (".doc", ".docx")}
# The first bytes of what people take for a package.
_FIRST_BYTES = (
    (b"\xd0\xcf\x11\xe0", "is password-protected or an old {old}; save it as {new}, unprotected"),
    (b"%PDF", "is a PDF, not {expected}"),
    (b"{\\rtf", "is rich text (.rtf), not {expected}; save it as {new}"),
    (b"<", "is a web page or bare XML, not {expected}; open it and save it as {new}"),
    (b"\x1f\x8b", "is a gzip archive, not {expected}"),
    (b"PK\x05\x06", "is an empty zip archive, not {expected}"),
)
# What the content type of a main part has in it; the first that fits.
_KINDS = (
    ("sheet.binary", "a binary spreadsheet (.xlsb)"),
    ("spreadsheetml", SPREADSHEET),
    ("ms-excel", SPREADSHEET),
    ("wordprocessingml", DOCUMENT),
    ("ms-word", DOCUMENT),
    ("presentationml", "a presentation (.pptx)"),
    ("ms-powerpoint", "a presentation (.pptx)"),
)
_CONTENT_TYPES = "[Content_Types].xml"
_USUAL_MAIN_PARTS = {SPREADSHEET: "xl/workbook.xml", DOCUMENT: "word/document.xml"}
_MARKS_AND_SPACES = b"".join(mark for mark, _ in MARKS) + b" \t\r\n"
_XML_SUFFIXES = (".xml", ".rels")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"']{0,40})")
# Office writes UTF-8 or UTF-16 (ECMA-376, part 2); in all of these "<!DOCTYPE" looks the same once
# the zeros of UTF-16 are out.
_ENCODINGS = frozenset(
    {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
)


def open_package(name: str, content: bytes, expected: str) -> Package:
    """Check a file; raise InvalidFileError that says in one sentence what is wrong with it.

    name: the file's name in messages. expected: SPREADSHEET or DOCUMENT.
    """
    if len(content) > MOST_BYTES:
        raise _refusal(name, f"is too large ({len(content)} bytes); at most {MOST_BYTES} are read")
    _check_first_bytes(name, content, expected)
    package = Package(name, content, find_members(name, content))
    elements = 0
    for member in package.members.values():
        elements += _check_xml(package, member.name)
        if elements > MOST_ELEMENTS:
            raise _refusal(name, f"is too large: it has more than {MOST_ELEMENTS} elements")
    kind, main_part = _find_kind(package)
    if kind != expected:
        raise _refusal(name, f"is {kind}, not {expected}")
    has_macros = any(name.endswith("vbaproject.bin") for name in package.members)
    return replace(package, main_part=main_part, has_macros=has_macros)


def _check_first_bytes(name: str, content: bytes, expected: str) -> None:
    old, new = _OLD_AND_NEW[expected]
    begins = content[:1000].lstrip(_MARKS_AND_SPACES)
    for first, reason in _FIRST_BYTES:
        if begins.startswith(first):
            raise _refusal(name, reason.format(old=old, new=new, expected=expected))
    if content.startswith(b"PK\x03\x04"):
        return
    if not content:
        raise _refusal(name, f"is empty, not {expected}")
    if b"PK\x03\x04".startswith(content):
        raise _refusal(name, "is cut off: copy or download it again")
    what = "something else" if b"\0" in content[:1000] else "plain text"
    raise _refusal(name, f"is {what}, not {expected}")


def _check_xml(package: Package, member: str) -> int:
    """Refuse XML that declares a document type, or hides one in an odd encoding; count elements.

    Any part that begins as XML does is XML, whatever its name: the content types may say so.
    """
    plain = package.read(member).replace(b"\0", b"").lstrip(_MARKS_AND_SPACES)
    if not plain.startswith(b"<"):
        if plain and member.casefold().endswith(_XML_SUFFIXES):
            raise package.damaged(member, "is no XML")
        return 0
    if b"<!DOCTYPE" in plain:
        raise _refusal(package.name, f"declares a document type (DOCTYPE) in {quoted(member)}; "
                                     "no Office program does, and it is not read")  # fmt: skip
    declared = _DECLARED.match(plain)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise package.damaged(member, f"is in {quoted(declared[1].decode('latin-1'))}, not UTF-8")
    return plain.count(b"<") - plain.count(b"</")


def _find_kind(package: Package) -> tuple[str, str]:
    """Return what a zip is, and where its main part is, by the content types that it declares."""
    if _CONTENT_TYPES not in package:
        return _find_other_kind(package), ""
    for element in package.elements(_CONTENT_TYPES, {"Override", "Default"}):
        declared = element.attributes.get("ContentType", "").lower()
        if not declared.endswith((".main+xml", ".main")):
            continue
        for word, kind in _KINDS:
            if word in declared:
                usual = _USUAL_MAIN_PARTS.get(kind, "")
                return kind, element.attributes.get("PartName", usual).removeprefix("/")
    return "a package of something else", ""


def _find_other_kind(package: Package) -> str:
    if "mimetype" in package and b"opendocument" in package.read("mimetype"):
        return "an OpenDocument file (.ods, .odt)"
    if any(name.endswith(".iwa") for name in package.members):
        return "an Apple Numbers or Pages file"
    return "a zip archive"


def _refusal(name: str, reason: str) -> InvalidFileError:
    return InvalidFileError(name, None, reason)
