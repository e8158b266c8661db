"""A package with one part replaced: all other bytes of its zip stay as they are.

Members are not packed again, and keep their order, dates and flags: the file is cut before and
behind the one member, and only the places in the zip's own list are counted anew.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from pressdesk.office_zip.package import Package

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_LISTED = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_EXTRA = struct.Struct("<HH")
_HAS_DESCRIPTOR = 0x8
_DESCRIPTOR_MARK = b"PK\x07\x08"
_DESCRIPTORS = ("<LLL", "<LQQ")
_LARGE_SIZES = 1
_ELSEWHERE = 0xFFFFFFFF


class _Packed(NamedTuple):
    """A member's new bytes as they lie in the file, and what its headers say of them."""

    data: bytes
    checksum: int
    size: int


class _Cut(NamedTuple):
    """What is taken out of the file: from a member's header to behind its bytes."""

    start: int
    end: int

    def moved(self, place: int, by: int) -> int:
        """Give where something is that was at a place."""
        return place + by if place >= self.end else place


def with_part(package: Package, member: str, data: bytes) -> bytes:
    """Give the file with other bytes in one of its parts; raise InvalidFileError if it lacks it."""
    package.read(member)  # is it there, and whole?
    with ZipFile(BytesIO(package.content)) as archive:
        entries, listing, comment = archive.infolist(), archive.start_dir, archive.comment
    wanted = next(one for one in entries if one.filename.casefold() == member.casefold())
    packed = _pack(data, is_stored=package.members[member.casefold()].is_stored)
    cut = _find_cut(package, wanted)
    head = _local_header(package.content, wanted, packed)
    by = len(head) + len(packed.data) - (cut.end - cut.start)
    listed = zip(entries, _records(package.content, listing, len(entries)), strict=True)
    records = b"".join(
        _listed(raw, entry, cut.moved(entry.header_offset, by), packed if entry is wanted else None)
        for entry, raw in listed
    )
    body = (package.content[: cut.start], head, packed.data, package.content[cut.end : listing])
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(records), listing + by,
                    len(comment))  # fmt: skip
    return b"".join((*body, records, end, comment))


def _pack(data: bytes, *, is_stored: bool) -> _Packed:
    checksum, size = zlib.crc32(data), len(data)
    if is_stored:
        return _Packed(data, checksum, size)
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Packed(packer.compress(data) + packer.flush(), checksum, size)


def _find_cut(package: Package, entry: ZipInfo) -> _Cut:
    """Find the member, with what stands behind its bytes if its sizes were not known before."""
    member = package.members[entry.filename.casefold()]
    end = member.start + member.packed
    if not entry.flag_bits & _HAS_DESCRIPTOR:
        return _Cut(entry.header_offset, end)
    for form in _DESCRIPTORS:
        plain = struct.pack(form, entry.CRC, entry.compress_size, entry.file_size)
        for descriptor in (_DESCRIPTOR_MARK + plain, plain):
            if package.content.startswith(descriptor, end):
                return _Cut(entry.header_offset, end + len(descriptor))
    return _Cut(entry.header_offset, end)


def _local_header(content: bytes, entry: ZipInfo, packed: _Packed) -> bytes:
    place = entry.header_offset
    mark, version, flags, method, time, day, *_, named, extra = _LOCAL.unpack_from(content, place)
    names = place + _LOCAL.size
    kept = _without_large_sizes(content[names + named : names + named + extra])
    fields = _LOCAL.pack(mark, version, flags & ~_HAS_DESCRIPTOR, method, time, day,
                         packed.checksum, len(packed.data), packed.size, named,
                         len(kept))  # fmt: skip
    return fields + content[names : names + named] + kept


def _records(content: bytes, place: int, count: int) -> Iterator[bytes]:
    """Give the records of the zip's list, in the order of the list."""
    for _ in range(count):
        fields = _LISTED.unpack_from(content, place)
        end = place + _LISTED.size + sum(fields[10:13])
        yield content[place:end]
        place = end


def _listed(raw: bytes, entry: ZipInfo, place: int, packed: _Packed | None) -> bytes:
    """Give a record of the list with its member's place, and with its sizes if they are new."""
    fields = list(_LISTED.unpack_from(raw))
    name, extra, comment = _split(raw[_LISTED.size :], fields[10], fields[11])
    if packed or _ELSEWHERE in {fields[8], fields[9], fields[16]}:
        extra = _without_large_sizes(extra)
        fields[8:10] = entry.compress_size, entry.file_size
    if packed:
        fields[3] &= ~_HAS_DESCRIPTOR
        fields[7:10] = packed.checksum, len(packed.data), packed.size
    fields[11], fields[16] = len(extra), place
    return _LISTED.pack(*fields) + name + extra + comment


def _split(raw: bytes, first: int, second: int) -> tuple[bytes, bytes, bytes]:
    return raw[:first], raw[first : first + second], raw[first + second :]


def _without_large_sizes(extra: bytes) -> bytes:
    """Take out the field of sizes above 4 GB: nothing here is so large, though some write it."""
    kept, place = [], 0
    while place + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, place)
        end = place + _EXTRA.size + length
        if kind != _LARGE_SIZES:
            kept.append(extra[place:end])
        place = end
    return b"".join((*kept, extra[place:]))
