"""One part of a zip replaced, and every other byte as it was."""

import io
import zipfile

import pytest
from hypothesis import given, strategies as st

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip import opening
from pressdesk.office_zip.opening import open_package
from pressdesk.office_zip.rewriting import with_part

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
DOCUMENT = "word/document.xml"


class Pipe(io.BytesIO):
    """A file that cannot go back, so that sizes stand behind the bytes."""

    def seekable(self) -> bool:
        """Say that it cannot."""
        return False

    def seek(self, *_: int) -> int:
        """Refuse."""
        raise io.UnsupportedOperation


def packed(
    parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED, target: io.BytesIO | None = None
) -> bytes:
    """Give a Word document of these parts."""
    made = target or io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.comment = b"kept"
        for name, content in {"[Content_Types].xml": TYPES.encode(), **parts}.items():
            archive.writestr(name, content)
    return made.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of a zip, whole by their checksums."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.comment == b"kept"
        return {one: archive.read(one) for one in archive.namelist()}


@given(
    st.lists(st.binary(max_size=300), max_size=4),
    st.binary(max_size=2000),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    st.booleans(),
)
def test_only_that_part_changes(others: list[bytes], data: bytes, method: int, piped: bool) -> None:  # noqa: FBT001
    """Wherever it lies, however it is packed, and whether its sizes stand before or behind it."""
    half = len(others) // 2
    parts = {f"media/{n}.bin": b"\x89" + one for n, one in enumerate(others[:half])}
    parts |= {DOCUMENT: b"<w/>"}
    parts |= {f"media/{n}.bin": b"\x89" + one for n, one in enumerate(others[half:], half)}
    before = packed(parts, method=method, target=Pipe() if piped else None)
    after = with_part(open_package("r.docx", before, opening.DOCUMENT), DOCUMENT, data)
    assert list(unpacked(after)) == list(unpacked(before))
    assert unpacked(after) == {**unpacked(before), DOCUMENT: data}
    back = with_part(open_package("r.docx", before, opening.DOCUMENT), DOCUMENT, b"<w/>")
    assert unpacked(back) == unpacked(before)


def test_what_is_not_there_is_not_replaced() -> None:
    """A zip without the part is refused by its name."""
    package = open_package("r.docx", packed({DOCUMENT: b"<w/>"}), opening.DOCUMENT)
    with pytest.raises(InvalidFileError, match=r"r\.docx"):
        with_part(package, "word/other.xml", b"")
