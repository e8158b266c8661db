"""The parts of a workbook that all its sheets share: their names, the texts, the formats."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pressdesk.exchange.xlsx.rows import Pieces, is_on, unescaped
from pressdesk.office_zip.package import Package, local_name

_WORKSHEET = "/worksheet"
_SHARED_TEXTS = "/sharedStrings"
_STYLES = "/styles"
# The numbers of Excel's own formats of dates and times; those of East Asia are among them.
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})


class Sheet(NamedTuple):
    """One sheet; part: where it is, or empty for a chart and the like."""

    name: str
    is_visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of all sheets share.

    formats: the code of the number format of each style; counts_from_1904: how days are counted.
    """

    package: Package
    sheets: tuple[Sheet, ...]
    texts: Sequence[str]
    formats: Sequence[str]
    counts_from_1904: bool


def open_workbook(package: Package) -> Workbook:
    """Read all but the sheets; raise InvalidFileError."""
    folder, _, file = package.main_part.rpartition("/")
    relations = package.elements(f"{folder}/_rels/{file}.rels".lstrip("/"), {"Relationship"})
    targets: dict[str, str] = {}
    by_type: dict[str, str] = {}
    for _, attributes in relations:
        if attributes.get("TargetMode") == "External":  # never opened
            continue
        target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
        kind = "/" + attributes.get("Type", "").rpartition("/")[2]
        by_type.setdefault(kind, target[1:])
        if kind == _WORKSHEET:
            targets[attributes.get("Id", "")] = target[1:]
    elements = package.elements(package.main_part, {"sheet", "workbookPr"})
    sheets = tuple(
        Sheet(
            element.attributes.get("name", ""),
            element.attributes.get("state", "visible") == "visible",
            targets.get(element.attributes.get("id", ""), ""),
        )
        for element in elements
        if element.tag == "sheet"
    )
    counts_from_1904 = any(is_on(element.attributes.get("date1904")) for element in elements)
    texts = _read_texts(package, by_type[_SHARED_TEXTS]) if _SHARED_TEXTS in by_type else []
    formats = _read_formats(package, by_type[_STYLES]) if _STYLES in by_type else []
    return Workbook(package, sheets, texts, formats, counts_from_1904)


def _read_texts(package: Package, part: str) -> list[str]:
    target = _Texts()
    for _ in package.parse(part, target):
        pass
    return target.texts


def _read_formats(package: Package, part: str) -> list[str]:
    """Return the code of the number format of each style of cells, in their order."""
    codes = dict.fromkeys(map(str, _DATE_FORMATS), "yyyy-mm-dd")
    formats: list[str] = []
    within = ""
    wanted = {"numFmt", "cellStyleXfs", "cellXfs", "cellStyles", "xf"}
    for tag, attributes in package.elements(part, wanted):
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag != "xf":
            within = tag
        elif within == "cellXfs":
            formats.append(codes.get(attributes.get("numFmtId", "0"), "General"))
    return formats


class _Texts:
    """The texts that cells share: `si` elements, which count from 0."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces = Pieces()

    def start(self, tag: str, _attrib: dict[str, str], /) -> None:
        self._pieces.start(local_name(tag))

    def data(self, text: str, /) -> None:
        if self._pieces.is_text:
            self._pieces.pieces.append(text)

    def end(self, tag: str, /) -> None:
        name = local_name(tag)
        self._pieces.end(name)
        if name == "si":
            self.texts.append(unescaped(self._pieces.take()))
