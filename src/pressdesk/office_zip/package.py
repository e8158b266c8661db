"""A checked package: its parts, unpacked within limits, and their XML, without any entity."""

import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import XMLParser

from pressdesk.errors import InvalidFileError
from pressdesk.office_zip.members import Member
from pressdesk.text.visible import quoted

_MOST_ELEMENTS = 100_000
# Large: Expat reads an unfinished token again with each piece.
_PIECE = 1024 * 1024


class Element(NamedTuple):
    """The beginning of an XML element: its name and attributes, without namespaces."""

    tag: str
    attributes: Mapping[str, str]


class XmlTarget(Protocol):
    """What takes the XML of a part; by a ValueError it says that the part is damaged.

    A target that has `data(text)` takes the texts too.
    """

    def start(self, tag: str, attrib: dict[str, str], /) -> object:
        """Take the beginning of an element; the tag has its namespace: `{uri}name`."""

    def end(self, tag: str, /) -> object:
        """Take the end of an element."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of which `open_package` made sure.

    name: the file's name in messages. members: by their name in lower case. main_part: where its
    workbook or its text is. has_macros: they are never read.
    """

    name: str
    content: bytes
    members: Mapping[str, Member]
    main_part: str = ""
    has_macros: bool = False

    def __contains__(self, member: str) -> bool:
        return member.casefold() in self.members

    def read(self, member: str) -> bytes:
        """Unpack one part, no further than it said it goes; raise InvalidFileError."""
        found = self.members.get(member.casefold())
        if found is None:
            raise self.damaged(member, "is not there")
        data, is_whole = self.content[found.start : found.start + found.packed], True
        if not found.is_stored:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                data = inflater.decompress(data, found.size + 1)
            except zlib.error as error:
                raise self.damaged(member, "cannot be unpacked") from error
            is_whole = inflater.eof and not inflater.unused_data
        if not is_whole or len(data) != found.size:
            raise self.damaged(member, "is not of the size that it says")
        if zlib.crc32(data) != found.checksum:
            raise self.damaged(member, "does not match its checksum")
        return data

    def parse(self, member: str, target: XmlTarget) -> Iterator[None]:
        """Hand the XML of a part to target, piece by piece; whoever stops asking stops the reading.

        Raises InvalidFileError for XML that is not well formed, or that the target refuses.
        """
        data = self.read(member)
        try:
            parser = XMLParser(target=target, forbid_dtd=True)
            for place in range(0, len(data), _PIECE):
                parser.feed(data[place : place + _PIECE])
                yield
            parser.close()
        except (ParseError, ValueError, LookupError) as error:
            raise self.damaged(member, "is not the XML that Office writes") from error
        yield

    def elements(self, member: str, wanted: Collection[str]) -> list[Element]:
        """Return the elements of these names in a part, in their order, however deep they are."""
        target = _Elements(wanted)
        for _ in self.parse(member, target):
            pass
        return target.found

    def damaged(self, member: str, reason: str) -> InvalidFileError:
        """Make the error for a part that is not as it should be."""
        return InvalidFileError(self.name, None, f"is damaged: {quoted(member)} in it {reason}")


def local_name(tag: str) -> str:
    """Take the namespace off: strict and transitional files differ in nothing else."""
    return tag[tag.rfind("}") + 1 :]


class _Elements:
    """The elements that are looked for."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.found: list[Element] = []
        self._wanted = wanted

    def start(self, tag: str, attrib: dict[str, str], /) -> None:
        """Keep the element if it is wanted."""
        plain = local_name(tag)
        if plain not in self._wanted:
            return
        if len(self.found) == _MOST_ELEMENTS:
            raise ValueError(f"more than {_MOST_ELEMENTS} of {plain}")
        named = {local_name(name): text for name, text in attrib.items()}
        self.found.append(Element(plain, named))

    def end(self, tag: str, /) -> None:
        """Do nothing: beginnings say it all."""
