"""The parts of a Word document beside its text: what they are to it, its styles, its language."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from pressdesk.office_zip.package import Package
from pressdesk.office_zip.xml_part import XML_ERRORS, XmlPart
from pressdesk.releases.docx.lines import Piece, join_pieces
from pressdesk.releases.docx.names import PREFIXES, Languages, is_on, value

_SAMPLE = 5000
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WESTERN = re.compile("[A-Za-z\u00c0-\u058f]")
# What Word writes for a text in no language.
_NO_LANGUAGES = {"x-none", "zxx", ""}
# The type of the style that all text without one has, and how it says so.
_DEFAULTS = {("paragraph", "1"), ("paragraph", "true"), ("paragraph", "on")}
_NOT_OURS = "is not the XML that Word writes"


class Relation(NamedTuple):
    """What another part, or another place, is to a part."""

    kind: str
    target: str
    is_external: bool


class Styles(NamedTuple):
    """What the styles of a document say.

    hidden: the ids of styles whose text is not seen. not_body: of headings and lists.
    """

    languages: Languages = Languages()
    hidden: frozenset[str] = frozenset()
    not_body: frozenset[str] = frozenset()


@contextmanager
def reading_xml(package: Package, part: str) -> Iterator[XmlPart]:
    """Read the XML of a part; raise InvalidFileError where that, or what is done with it, fails."""
    try:
        yield XmlPart.parse(package.read(part), PREFIXES)
    except XML_ERRORS as error:
        raise package.damaged(part, _NOT_OURS) from error


def read_relations(package: Package, part: str) -> dict[str, Relation]:
    """Read what is related to a part, by its id; nothing where no list is."""
    folder, _, file = part.rpartition("/")
    listing = f"{folder}/_rels/{file}.rels".lstrip("/")
    found = package.elements(listing, {"Relationship"}) if listing in package else []
    relations: dict[str, Relation] = {}
    for _, given in found:
        target, is_external = given.get("Target", ""), given.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
        kind = given.get("Type", "").rpartition("/")[2]
        relations[given.get("Id", "")] = Relation(kind, target, is_external)
    return relations


def find_related(package: Package, relations: Mapping[str, Relation], kind: str) -> str | None:
    """Find the part of a kind ("styles"), of which a document has one."""
    parts = (relation.target for relation in relations.values()
             if relation.kind == kind and not relation.is_external)  # fmt: skip
    return next((part for part in parts if part in package), None)


def read_styles(package: Package, relations: Mapping[str, Relation]) -> Styles:
    """Read what matters of the styles, and the language of the settings where they name none."""
    parts = [find_related(package, relations, kind) for kind in ("styles", "settings")]
    try:
        return _read_styles(*(package.read(part) if part else b"" for part in parts))
    except XML_ERRORS as error:
        raise package.damaged(next(filter(None, parts)), _NOT_OURS) from error


# The documents of a house come from one template.
@lru_cache(maxsize=8)
def _read_styles(styles: bytes, settings: bytes) -> Styles:
    languages = Languages()
    heirs: dict[str, list[str]] = {}
    saying: dict[str, set[str]] = {"vanish": set(), "numPr": set(), "outlineLvl": set()}
    for style in XmlPart.parse(styles, PREFIXES).root if styles else ():
        identity = value(style, "styleId") or ""
        is_default = (value(style, "type"), value(style, "default")) in _DEFAULTS
        for element in style.iter():
            if element.tag == "lang" and (is_default or style.tag == "docDefaults"):
                newer = zip(Languages.parse(element), languages, strict=True)
                languages = Languages(*(new or old for new, old in newer))
            elif element.tag == "basedOn":
                heirs.setdefault(value(element) or "", []).append(identity)
            elif element.tag in saying and (element.tag != "vanish" or is_on(element)):
                saying[element.tag].add(identity)
    if settings and not any(languages):
        for element in XmlPart.parse(settings, PREFIXES).root.iter("themeFontLang"):
            languages = Languages.parse(element)
    hidden, numbered, headings = (_with_heirs(found, heirs) for found in saying.values())
    return Styles(languages, hidden, numbered | headings)


def _with_heirs(styles: set[str], heirs: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return styles, and those that are based on them."""
    found = styles - {""}
    waiting = list(found)
    while waiting:
        new = [heir for heir in heirs.get(waiting.pop(), ()) if heir not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def choose_language(pieces: Sequence[Piece], default: Languages) -> str | None:
    """Choose the language in which most of a text is.

    Word names up to three languages for each run; of these the one counts in whose script the
    document is written.
    """
    script = _find_script(join_pieces(pieces))
    tally: Counter[str] = Counter()
    for piece in pieces:
        tag = (piece.run.language and piece.run.language[script]) or default[script]
        if tag and tag.lower() not in _NO_LANGUAGES:
            tally[tag] += len(piece.text)
    if tally:
        return tally.most_common(1)[0][0]
    tag = default[script] or ""
    return None if tag.lower() in _NO_LANGUAGES else tag


def _find_script(text: str) -> int:
    """Return the place in Languages of the script of a text."""
    sample = text[:_SAMPLE]
    counts = [len(letters.findall(sample)) for letters in (_WESTERN, _EASTERN, _RIGHT_TO_LEFT)]
    return counts.index(max(counts))
