"""A package with one part replaced: all other bytes of its zip stay as they are.

Members are not packed again, and keep their order, dates and flags: the file is cut before and
behind the one member, and only the places in the zip's own list are counted anew.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
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

# What the headers of a member say of its bytes: their checksum, how many they are in the zip, and
# how many unpacked.
Sizes = tuple[int, int, int]


def with_part(package: Package, member: str, data: bytes) -> bytes:
    """Return the file with other bytes in one of its parts; raise InvalidFileError if it has none.

    member: the name of the part.
    """
    package.read(member)  # is it there, and whole?
    content = package.content
    with ZipFile(BytesIO(content)) as archive:
        entries, listing, comment = archive.infolist(), archive.start_dir, archive.comment
    wanted = next(entry for entry in entries if entry.filename.casefold() == member.casefold())
    is_stored = package.members[member.casefold()].is_stored
    packed = data if is_stored else zlib.compress(data, wbits=-zlib.MAX_WBITS)
    sizes = zlib.crc32(data), len(packed), len(data)
    head = _local_header(content, wanted, sizes)
    start, end = wanted.header_offset, _find_end(package, wanted)
    by = len(head) + len(packed) - (end - start)
    records = b"".join(
        _listed(raw, entry, by if entry.header_offset >= end else 0,
                sizes if entry is wanted else None)
        for entry, raw in zip(entries, _records(content, listing, len(entries)), strict=True)
    )  # fmt: skip
    last = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(records), listing + by,
                     len(comment))  # fmt: skip
    pieces = (content[:start], head, packed, content[end:listing], records, last, comment)
    return b"".join(pieces)


def _find_end(package: Package, entry: ZipInfo) -> int:
    """Find where a member ends, with what follows its bytes if its sizes were not known before."""
    member = package.members[entry.filename.casefold()]
    end = member.start + member.packed
    if entry.flag_bits & _HAS_DESCRIPTOR:
        for form in _DESCRIPTORS:
            plain = struct.pack(form, entry.CRC, entry.compress_size, entry.file_size)
            for descriptor in (_DESCRIPTOR_MARK + plain, plain):
                if package.content.startswith(descriptor, end):
                    return end + len(descriptor)
    return end


def _local_header(content: bytes, entry: ZipInfo, sizes: Sizes) -> bytes:
    place = entry.header_offset
    mark, version, flags, method, time, day, *_, named, extra = _LOCAL.unpack_from(content, place)
    names = place + _LOCAL.size
    kept = _without_large_sizes(content[names + named : names + named + extra])
    fields = _LOCAL.pack(mark, version, flags & ~_HAS_DESCRIPTOR, method, time, day, *sizes, named,
                         len(kept))  # fmt: skip
    return fields + content[names : names + named] + kept


def _records(content: bytes, place: int, count: int) -> Iterator[bytes]:
    """Yield the records of the zip's list, in the order of the list."""
    for _ in range(count):
        fields = _LISTED.unpack_from(content, place)
        end = place + _LISTED.size + sum(fields[10:13])
        yield content[place:end]
        place = end


def _listed(raw: bytes, entry: ZipInfo, by: int, sizes: Sizes | None) -> bytes:
    """Return a record of the list whose member has moved, with its sizes if they are new."""
    fields = list(_LISTED.unpack_from(raw))
    names = raw[_LISTED.size :]
    name, extra, comment = (names[: fields[10]], names[fields[10] :][: fields[11]],
                            names[fields[10] + fields[11] :])  # fmt: skip
    if sizes or _ELSEWHERE in {fields[8], fields[9], fields[16]}:
        extra = _without_large_sizes(extra)
        fields[7:10] = sizes or (fields[7], entry.compress_size, entry.file_size)
    if sizes:
        fields[3] &= ~_HAS_DESCRIPTOR
    fields[11], fields[16] = len(extra), entry.header_offset + by
    return _LISTED.pack(*fields) + name + extra + comment


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
