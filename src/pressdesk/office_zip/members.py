"""The members of a zip: where each lies, and that none lies about itself.

The zip's own list is read by zipfile; nothing is unpacked here, and nothing ever to disk.
"""

import re
import struct
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pressdesk.errors import InvalidFileError
from pressdesk.text.visible import quoted

MOST_MEMBERS = 1000
MOST_UNPACKED = 50 * 1024 * 1024
MOST_RATIO = 200
# Of what is shorter no ratio is asked: an empty sheet may shrink to next to nothing.
_SMALL = 1024 * 1024
_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1 | 0x40
_UTF_8_NAME = 0x800
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f\\]|^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
# What zipfile lets out of a file that is damaged with intent.
_DAMAGES = (BadZipFile, NotImplementedError, struct.error, ValueError, OverflowError, LookupError,
            OSError)  # fmt: skip


class Member(NamedTuple):
    """Where the bytes of a member lie in the file, and what they must unpack to."""

    name: str
    start: int
    packed: int
    size: int
    is_stored: bool
    checksum: int


def find_members(name: str, content: bytes) -> dict[str, Member]:
    """Return the members by their name in lower case; raise InvalidFileError.

    Office tells no parts apart by case alone. name: the file's name in messages.
    """
    # Counted before zipfile makes an object of each; the number that the zip gives may be false.
    if content.count(_ENTRY) > MOST_MEMBERS:
        raise _refusal(name, f"is too large: it has more than {MOST_MEMBERS} parts")
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries, end = archive.infolist(), archive.start_dir
    except _DAMAGES as error:
        if _END not in content:
            raise _refusal(name, "is cut off: copy or download it again") from error
        raise _refusal(name, "is damaged: copy or download it again") from error
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _refusal(name, f"is too large: it unpacks to more than {MOST_UNPACKED} bytes")
    members: dict[str, Member] = {}
    for entry in entries:
        _check_entry(name, entry)
        if entry.filename.casefold() in members:
            raise _refusal(name, f"is damaged: it has two parts {quoted(entry.filename)}")
        members[entry.filename.casefold()] = _find_member(name, content, entry)
    _check_places(name, entries, members, end)
    return members


def _check_entry(name: str, entry: ZipInfo) -> None:
    part = quoted(entry.orig_filename)
    if _BAD_NAME.search(entry.orig_filename):
        raise _refusal(name, f"is damaged: {part} is no name of a part")
    if entry.flag_bits & _ENCRYPTED:
        raise _refusal(name, "is password-protected; save it without a password")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _refusal(name, f"is packed in a way that Office does not read ({part})")
    if entry.file_size > _SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
        raise _refusal(name, f"is too large: {part} unpacks to {entry.file_size} bytes")


def _find_member(name: str, content: bytes, entry: ZipInfo) -> Member:
    """Find the bytes behind the member's own header, which must give the name of the list."""
    place = entry.header_offset
    header = content[place : place + _LOCAL_HEADER.size] if place >= 0 else b""
    try:
        mark, named, extra = _LOCAL_HEADER.unpack(header)
    except struct.error:
        mark, named, extra = b"", 0, 0
    start = place + len(header) + named
    encoding = "utf-8" if entry.flag_bits & _UTF_8_NAME else "cp437"
    own_name = content[place + len(header) : start].decode(encoding, "replace")
    if mark != b"PK\x03\x04" or own_name != entry.orig_filename:
        raise _refusal(name, f"is damaged: {quoted(entry.orig_filename)} is not where it should be")
    return Member(entry.filename, start + extra, entry.compress_size, entry.file_size,
                  entry.compress_type == ZIP_STORED, entry.CRC)  # fmt: skip


def _check_places(name: str, entries: list[ZipInfo], members: dict[str, Member], end: int) -> None:
    """Refuse members that share bytes: a few of them can unpack to any size."""
    ends = {entry.header_offset: _end(members[entry.filename.casefold()]) for entry in entries}
    if len(ends) < len(entries):
        raise _refusal(name, "is damaged: two of its parts are in one place")
    for place, following in pairwise((*sorted(ends), end)):
        if ends[place] > following:
            raise _refusal(name, "is damaged: its parts overlap")


def _end(member: Member) -> int:
    return member.start + member.packed


def _refusal(name: str, reason: str) -> InvalidFileError:
    return InvalidFileError(name, None, reason)
