import io
import struct
import subprocess
import sys
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip import members, opening
from pressdesk.office_zip.members import MOST_UNPACKED
from pressdesk.office_zip.opening import DOCUMENT, SPREADSHEET, open_package
from pressdesk.office_zip.package import Package

MAIN = "application/vnd.openxmlformats-officedocument."
SHEET_TYPE = MAIN + "spreadsheetml.sheet.main+xml"
MACRO_SHEET_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
WORD_TYPE = MAIN + "wordprocessingml.document.main+xml"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
# Reads spreadsheets in half a gigabyte; tells how many bytes of each were unpacked, and its error.
IN_LITTLE_MEMORY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (512 * 1024 * 1024,) * 2)
from pathlib import Path
from pressdesk.errors import InvalidFileError
from pressdesk.exchange.xlsx.format import read_xlsx_table
from pressdesk.office_zip.package import Package
read = Package.read
def counted(package, member):
    global unpacked
    data = read(package, member)
    unpacked += len(data)
    return data
Package.read = counted
for path in map(Path, sys.argv[1:]):
    unpacked = 0
    try:
        read_xlsx_table(path.name, path.read_bytes())
    except InvalidFileError as error:
        print(unpacked, error)
"""


@dataclass(frozen=True)
class Part:
    """A member of a zip, and the lies that it tells."""

    name: str
    data: bytes = b""
    is_packed: bool = True
    size: int | None = None
    checksum: int | None = None
    flags: int = 0
    method: int | None = None
    listed_as: str | None = None
    at: int | None = None


def content_types(main: str = SHEET_TYPE, part: str = "/xl/workbook.xml") -> bytes:
    """Give the list of content types, in which the main part stands."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/'
        f'package/2006/content-types"><Override PartName="{part}" ContentType="{main}"/></Types>'
    ).encode()


def zip_of(parts: Mapping[str, bytes | str]) -> bytes:
    """Make an honest zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def lying_zip(parts: Iterable[Part], extra: bytes = b"") -> bytes:
    """Make a zip byte by byte: sizes, names and places are what the parts say they are."""
    file, listing, count = bytearray(), bytearray(), 0
    for part in parts:
        data = part.data
        if part.is_packed:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            data = packer.compress(data) + packer.flush()
        method = part.method if part.method is not None else 8 * part.is_packed
        name = part.name.encode()
        listed = (part.listed_as or part.name).encode()
        checksum = zlib.crc32(part.data) if part.checksum is None else part.checksum
        size = len(part.data) if part.size is None else part.size
        common = struct.pack("<HHHHHIII", 20, 0x800 | part.flags, method, 0, 0x21, checksum,
                             len(data), size)  # fmt: skip
        place = len(file) if part.at is None else part.at
        if part.at is None:
            file += b"PK\x03\x04" + common + struct.pack("<HH", len(name), 0) + name + data
        listing += b"PK\x01\x02" + struct.pack("<H", 20) + common
        listing += struct.pack("<HHHHHII", len(listed), 0, 0, 0, 0, 0, place) + listed
        count += 1
    file += extra
    end = struct.pack("<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(listing), len(file), 0)
    return bytes(file + listing + b"PK\x05\x06" + end)


def with_parts(*parts: Part) -> bytes:
    """Make a spreadsheet of nothing but its content types, with these parts in it."""
    return lying_zip([Part("[Content_Types].xml", content_types()), *parts])


def refusal_of(content: bytes, expected: str = SPREADSHEET) -> str:
    """Give the sentence with which a file is refused."""
    with pytest.raises(InvalidFileError, match=r"\Alist\.xlsx: [^\n]+\Z") as refusal:
        open_package("list.xlsx", content, expected)
    assert refusal.value.exit_code == 4
    return str(refusal.value).removeprefix("list.xlsx: ")


def opened(content: bytes, expected: str = SPREADSHEET) -> Package:
    """Open a package that is in order."""
    return open_package("list.xlsx", content, expected)


def test_a_package_gives_its_parts() -> None:
    """Parts are found whatever the case of their name; the main part is where the list says."""
    package = opened(with_parts(Part("xl/workbook.xml", b"<a>\xc3\xa9</a>"), Part("plain", b"b",
                                is_packed=False)))  # fmt: skip
    assert package.read("xl/Workbook.xml") == b"<a>\xc3\xa9</a>"
    assert package.read("plain") == b"b"
    assert (package.main_part, package.has_macros) == ("xl/workbook.xml", False)
    assert "xl/workbook.xml" in package
    assert "xl/other.xml" not in package
    with pytest.raises(InvalidFileError, match=r'"xl/other\.xml" in it is not there'):
        package.read("xl/other.xml")


def test_macros_are_seen() -> None:
    """A file with macros is as good as one without: they are only bytes in it."""
    parts = {"[Content_Types].xml": content_types(MACRO_SHEET_TYPE), "xl/vbaProject.bin": b"\xd0"}
    assert opened(zip_of(parts)).has_macros


@pytest.mark.parametrize(
    ("content", "expected", "sentence"),
    [
        (b"", SPREADSHEET, "is empty, not a spreadsheet (.xlsx)"),
        (b"PK\x03", SPREADSHEET, "is cut off: copy or download it again"),
        (OLD_OFFICE, SPREADSHEET,
         "is password-protected or an old .xls; save it as .xlsx, unprotected"),
        (OLD_OFFICE, DOCUMENT,
         "is password-protected or an old .doc; save it as .docx, unprotected"),
        (b"%PDF-1.7\n", SPREADSHEET, "is a PDF, not a spreadsheet (.xlsx)"),
        (b"{\\rtf1}", DOCUMENT,
         "is rich text (.rtf), not a Word document (.docx); save it as .docx"),
        (b"\xef\xbb\xbf\r\n <html>", SPREADSHEET,
         "is a web page or bare XML, not a spreadsheet (.xlsx); open it and save it as .xlsx"),
        (b"\x1f\x8b\x08", SPREADSHEET, "is a gzip archive, not a spreadsheet (.xlsx)"),
        (b"PK\x05\x06" + bytes(18), SPREADSHEET,
         "is an empty zip archive, not a spreadsheet (.xlsx)"),
        (b"office,name\n", SPREADSHEET, "is plain text, not a spreadsheet (.xlsx)"),
        (b"\x00\x01\x02", SPREADSHEET, "is something else, not a spreadsheet (.xlsx)"),
        (zip_of({"a.txt": "a"}), SPREADSHEET, "is a zip archive, not a spreadsheet (.xlsx)"),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), SPREADSHEET,
         "is an OpenDocument file (.ods, .odt), not a spreadsheet (.xlsx)"),
        (zip_of({"Index/Document.iwa": b"a"}), SPREADSHEET,
         "is an Apple Numbers or Pages file, not a spreadsheet (.xlsx)"),
        (zip_of({"[Content_Types].xml": content_types(WORD_TYPE)}), SPREADSHEET,
         "is a Word document (.docx), not a spreadsheet (.xlsx)"),
        (zip_of({"[Content_Types].xml": content_types()}), DOCUMENT,
         "is a spreadsheet (.xlsx), not a Word document (.docx)"),
        (zip_of({"[Content_Types].xml": content_types("application/vnd.ms-excel.sheet.binary."
                                                      "macroEnabled.main")}), SPREADSHEET,
         "is a binary spreadsheet (.xlsb), not a spreadsheet (.xlsx)"),
        (zip_of({"[Content_Types].xml": content_types(MAIN + "presentationml.slideshow.main+xml")}),
         DOCUMENT, "is a presentation (.pptx), not a Word document (.docx)"),
        (zip_of({"[Content_Types].xml": content_types("image/png")}), DOCUMENT,
         "is a package of something else, not a Word document (.docx)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["list.xlsx", "list.docx", "list.csv", "list"])
def test_a_wrong_kind_is_named(content: bytes, expected: str, sentence: str, name: str) -> None:
    """One sentence says what the file is; its own name is never believed."""
    with pytest.raises(InvalidFileError) as refusal:
        open_package(name, content, expected)
    assert str(refusal.value) == f"{name}: {sentence}"


@pytest.mark.parametrize(
    "part",
    [
        "../evil.xml", "xl/../../evil.xml", "xl/..", "/etc/passwd", "C:/evil.xml", "c:evil",
        "xl\\evil.xml", "xl/evil\x00.xml", "xl/\x1b[2J.xml",
    ],
)  # fmt: skip
def test_a_lying_name_is_refused(part: str, tmp_path: Path) -> None:
    """Nothing is unpacked to disk, and yet no name may lead anywhere else."""
    sentence = refusal_of(with_parts(Part(part)))
    assert sentence.startswith("is damaged: ")
    assert sentence.endswith(" is no name of a part")
    assert "\x1b" not in sentence
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("names", [("xl/a.xml", "xl/a.xml"), ("xl/a.xml", "XL/A.xml")])
def test_doubled_names_are_refused(names: tuple[str, str]) -> None:
    """Of two parts of one name each reader takes another one."""
    assert "it has two parts" in refusal_of(with_parts(*map(Part, names)))


def test_a_part_is_called_what_the_list_calls_it() -> None:
    """The zip's list and the part's own header agree, or no two readers do."""
    assert "is not where it should be" in refusal_of(with_parts(Part("a.xml", listed_as="b.xml")))
    assert "is not where it should be" in refusal_of(with_parts(Part("a.xml", at=5)))
    assert "is not where it should be" in refusal_of(with_parts(Part("a.xml", at=999_999)))


def test_parts_share_no_bytes() -> None:
    """Overlapping parts would make a small file any size."""
    twice = [Part("a", b"x" * 900, is_packed=False), Part("a2", b"x" * 900, at=0, listed_as="a")]
    assert refusal_of(lying_zip([*twice, Part("c")])) == 'is damaged: it has two parts "a"'
    inner = b"PK\x03\x04" + bytes(22) + struct.pack("<HH", 1, 0) + b"b" + b"y" * 50
    outer = Part("a", inner, is_packed=False)
    quoted = Part("b", b"y" * 50, is_packed=False, at=30 + 1)
    assert refusal_of(lying_zip([outer, quoted])) == "is damaged: its parts overlap"


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (Part("a", b"x" * 500, size=10), "is not of the size that it says"),
        (Part("a", b"x" * 500, size=501), "is not of the size that it says"),
        (Part("a", b"x" * 500, size=10, is_packed=False), "is not of the size that it says"),
        (Part("a", b"x" * 500, size=0), "is not of the size that it says"),
        (Part("a", b"x" * 500, checksum=1), "does not match its checksum"),
        (Part("a", b"\xff" * 500, is_packed=False, method=8), "cannot be unpacked"),
    ],
)
def test_false_sizes_are_refused(part: Part, reason: str) -> None:
    """A part is unpacked up to the size that it says, and refused where there is more or less."""
    assert refusal_of(with_parts(part)) == f'is damaged: "a" in it {reason}'


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (Part("a", flags=0x1), "is password-protected; save it without a password"),
        (Part("a", flags=0x40), "is password-protected; save it without a password"),
        (Part("a", method=14), 'is packed in a way that Office does not read ("a")'),
        (Part("a", b"x" * 2_000_000), 'is too large: "a" unpacks to 2000000 bytes'),
    ],
)
def test_a_part_is_packed_as_office_packs(part: Part, sentence: str) -> None:
    """Passwords, LZMA with a dictionary of any size, and bombs are told before any reading."""
    assert refusal_of(with_parts(part)) == sentence


def test_small_parts_may_shrink_to_nothing() -> None:
    """An empty sheet of a million spaces is no bomb."""
    assert opened(with_parts(Part("a", b" " * 1_000_000))).read("a") == b" " * 1_000_000


def test_limits_have_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each limit is told with its number."""
    content = with_parts(Part("a", b"<a>" + b"<b/>" * 20 + b"</a>"))
    monkeypatch.setattr(opening, "MOST_ELEMENTS", 10)
    assert refusal_of(content) == "is too large: it has more than 10 elements"
    monkeypatch.setattr(members, "MOST_UNPACKED", 100)
    assert refusal_of(content) == "is too large: it unpacks to more than 100 bytes"
    monkeypatch.setattr(members, "MOST_MEMBERS", 1)
    assert refusal_of(content) == "is too large: it has more than 1 parts"
    monkeypatch.setattr(opening, "MOST_BYTES", 100)
    assert refusal_of(content).startswith(f"is too large ({len(content)} bytes); at most 100 are")


@pytest.mark.parametrize("name", ["xl/workbook.xml", "docProps/core.xml", "_rels/.rels", "a.bin"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_any_part(name: str, codec: str, tmp_path: Path) -> None:
    """No file that an entity names is opened, and no entity is multiplied."""
    secret = tmp_path / "secret.txt"
    secret.write_text("very secret")
    text = (
        f'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">'
        '<!ENTITY c "cc"><!ENTITY d "&c;&c;">]><a>&b;&d;</a>'
    )
    sentence = refusal_of(with_parts(Part(name, text.encode(codec))))
    assert sentence.startswith(f'declares a document type (DOCTYPE) in "{name}"')
    assert "very secret" not in sentence


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "x" * 30])
def test_xml_in_an_odd_encoding_is_refused(encoding: str) -> None:
    """A DOCTYPE could hide in it."""
    part = Part("a.xml", f"<?xml version='1.0' encoding = '{encoding}'?><a/>".encode())
    assert (
        refusal_of(with_parts(part)) == f'is damaged: "a.xml" in it is in "{encoding}", not UTF-8'
    )


def test_what_is_called_xml_is_xml() -> None:
    """EBCDIC begins otherwise, and some parsers read it."""
    part = Part("a.xml", "<!DOCTYPE a []><a/>".encode("cp037"))
    assert refusal_of(with_parts(part)) == 'is damaged: "a.xml" in it is no XML'


def test_bad_xml_is_a_damage() -> None:
    """The parser's errors are ours."""
    package = opened(with_parts(Part("a.xml", b"<a><b></a>"), Part("b.xml", b"<a>&b;</a>")))
    for name in ("a.xml", "b.xml"):
        with pytest.raises(InvalidFileError, match="is not the XML that Office writes"):
            package.elements(name, {"b"})


def test_elements_are_given_without_namespaces() -> None:
    """In their order, however deep."""
    xml = b'<a xmlns="u" xmlns:r="v"><b r:id="1"/><c><b id="2"/></c></a>'
    package = opened(with_parts(Part("a.xml", xml)))
    assert [one.attributes["id"] for one in package.elements("a.xml", {"b"})] == ["1", "2"]


def test_every_cut_is_refused() -> None:
    """A download that stopped, after each 50th byte."""
    content = with_parts(Part("xl/a.bin", Random(1).randbytes(5000)))  # noqa: S311  # no secret
    for length in range(50, len(content), 50):
        assert refusal_of(content[:length]) == "is cut off: copy or download it again"


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd(tail: bytes) -> None:
    """Whatever comes, it is a package or it is refused: nothing else is raised."""
    for content in (tail, b"PK\x03\x04" + tail, b"PK\x03\x04" + tail + b"PK\x05\x06" + bytes(18)):
        with pytest.raises(InvalidFileError):
            opened(content)


@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_no_changed_byte_is_too_odd(place: int, byte: int) -> None:
    """The same for a file that was whole but for one byte."""
    content = bytearray(with_parts(Part("xl/workbook.xml", b"<a>abc</a>")))
    content[place % len(content)] = byte
    try:
        package = opened(bytes(content))
        list(package.elements("xl/workbook.xml", {"a"}))
    except InvalidFileError:
        return


def noisy(data: bytes) -> bytes:
    """Give XML with a comment that keeps it below the ratio."""
    noise = b64encode(Random(2).randbytes(len(data) // 150))  # noqa: S311  # no secret
    return data.replace(b"<a>", b"<a><!--" + noise + b"-->", 1)


def bombs() -> dict[str, bytes]:
    """Give one of each kind."""
    inner = zip_of({"b": bytes(40_000_000)})
    return {
        "ratio": with_parts(Part("xl/workbook.xml", b"<a>" + b"<b/>" * 1_000_000)),
        "sizes": with_parts(Part("xl/workbook.xml", bytes(20_000_000), size=1000)),
        "sum": with_parts(*(Part(f"{one}.xml", b" " * 1_000_000) for one in range(60))),
        "nested": zip_of({"[Content_Types].xml": content_types(), "a.zip": inner}),
        "overlap": lying_zip([Part("a", bytes(1000)), *(Part(f"b{n}", at=0) for n in range(900))]),
        "members": lying_zip(Part(f"{one}", is_packed=False) for one in range(5_000)),
        "elements": with_parts(
            *(Part(f"{one}.xml", b"<a>" + b"<b/>" * 240_000 + b"</a>") for one in range(11))
        ),
        "text": with_parts(
            Part("xl/workbook.xml", noisy(b"<a>" + b"x" * 45_000_000 + b"</a>")),
            Part("xl/_rels/workbook.xml.rels", b"<a/>"),
        ),
        "sheets": with_parts(
            Part("xl/workbook.xml", noisy(b"<a>" + b'<sheet id="1"/>' * 2_400_000 + b"</a>")),
            Part("xl/_rels/workbook.xml.rels", b"<a/>"),
        ),
    }


def read_in_little_memory(books: Mapping[str, bytes], folder: Path) -> dict[str, int]:
    """Read spreadsheets that are refused; return how many bytes of each were unpacked.

    In a process of its own, which fails where memory does not suffice.
    """
    files = [folder / f"{kind}.xlsx" for kind in books]
    for file, content in zip(files, books.values(), strict=True):
        file.write_bytes(content)
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", IN_LITTLE_MEMORY, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    unpacked = {}
    for line, file in zip(done.stdout.splitlines(), files, strict=True):
        count, _, said = line.partition(" ")
        assert said.startswith(file.name)
        unpacked[file.stem] = int(count)
    return unpacked


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are of Unix")
def test_bombs_are_refused_in_little_memory(tmp_path: Path) -> None:
    """None is unpacked further than it may be, checked and then read."""
    unpacked = read_in_little_memory(bombs(), tmp_path)
    assert max(unpacked.values()) <= 2 * MOST_UNPACKED
    assert unpacked["members"] == unpacked["overlap"] == unpacked["sum"] == 0
