"""The parts of a Word document beside its text: what they are to it, its styles, its language."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pressdesk.office_zip.events import SEPARATOR, XML_ERRORS, XmlText, make_parser
from pressdesk.office_zip.package import Package
from pressdesk.releases.docx.names import Attributes, Languages, is_on, value

_SAMPLE = 5000
_NOT_OURS = "is not the XML that Office writes"
# The elements of styles that say what matters here.
_TELLING = ("style", "basedOn", "lang", "numPr", "outlineLvl", "vanish")
_NONE = Languages()
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WESTERN = re.compile("[A-Za-z\u00c0-\u058f]")
# What Word writes for a text in no language.
_NO_LANGUAGES = {"x-none", "zxx", ""}


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


def tell_elements(data: bytes, heard: Mapping[str, Callable[[str, Attributes], object]]) -> None:
    """Tell of beginnings in a part, by local names; raise one of XML_ERRORS.

    heard: who hears of which; of the thousands of others nobody does.
    """
    hearers: dict[str, Callable[[str, Attributes], object] | None] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name not in hearers:
            hearers[name] = heard.get(name.rpartition(SEPARATOR)[2])
        if (hear := hearers[name]) is not None:
            hear(name.rpartition(SEPARATOR)[2], attributes)

    parser = make_parser()
    parser.StartElementHandler = start
    parser.Parse(XmlText.parse(data).utf_8, True)


def read_relations(package: Package, part: str) -> dict[str, Relation]:
    """Read what is related to a part, by its id; nothing where no list is."""
    folder, _, file = part.rpartition("/")
    listing = f"{folder}/_rels/{file}.rels".lstrip("/")
    relations: dict[str, Relation] = {}

    def hear(_name: str, attributes: Attributes) -> None:
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        target, is_external = given.get("Target", ""), given.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
        kind = given.get("Type", "").rpartition("/")[2]
        relations[given.get("Id", "")] = Relation(kind, target, is_external)

    if listing in package:
        try:
            tell_elements(package.read(listing), {"Relationship": hear})
        except XML_ERRORS as error:
            raise package.damaged(listing, _NOT_OURS) from error
    return relations


def find_related(package: Package, relations: Mapping[str, Relation], kind: str) -> str | None:
    """Find the part of a kind ("styles"), of which a document has one."""
    parts = (one.target for one in relations.values() if one.kind == kind and not one.is_external)
    return next((part for part in parts if part in package), None)


def read_styles(package: Package, relations: Mapping[str, Relation]) -> Styles:
    """Read what matters of the styles, and the language of the settings where they name none."""
    found = [find_related(package, relations, kind) for kind in ("styles", "settings")]
    try:
        return _read_styles(*(package.read(part) if part else b"" for part in found))
    except XML_ERRORS as error:
        raise package.damaged(next(filter(None, found)), _NOT_OURS) from error


# The documents of a house come from one template.
@lru_cache(maxsize=8)
def _read_styles(styles: bytes, settings: bytes) -> Styles:
    reading = _StylesReading()
    if styles:
        tell_elements(styles, dict.fromkeys(_TELLING, reading.hear))
    if settings and not any(reading.languages):
        tell_elements(settings, {"themeFontLang": reading.hear_setting})
    return Styles(reading.languages, reading.ids_with("vanish"),
                  reading.ids_with("numPr") | reading.ids_with("outlineLvl"))  # fmt: skip


def choose_language(
    used: Mapping[Languages | None, int], default: Languages, lines: Iterable[str]
) -> str | None:
    """Choose the language in which most of a text is.

    Word names up to three languages for each run; of these the one counts in whose script the
    document is written.
    """
    script = _find_script("\n".join(lines))
    tally: Counter[str] = Counter()
    for languages, count in used.items():
        tag = (languages and languages[script]) or default[script]
        if tag and tag.lower() not in _NO_LANGUAGES:
            tally[tag] += count
    if tally:
        return tally.most_common(1)[0][0]
    tag = default[script] or ""
    return None if tag.lower() in _NO_LANGUAGES else tag


def _find_script(text: str) -> int:
    """Give the place in Languages of the script of a text."""
    sample = text[:_SAMPLE]
    counts = [len(one.findall(sample)) for one in (_WESTERN, _EASTERN, _RIGHT_TO_LEFT)]
    return counts.index(max(counts))


@dataclass(slots=True)
class _StylesReading:
    """The styles as they are read: each element belongs to the style that began before it."""

    languages: Languages = _NONE
    _id: str = ""
    _is_default: bool = False
    _based_on: dict[str, str] = field(default_factory=dict)
    _said: dict[str, set[str]] = field(default_factory=dict)

    def hear(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._id = value(attributes, "styleId") or ""
            self._is_default = (value(attributes, "default") in {"1", "true", "on"}
                                and value(attributes, "type") == "paragraph")  # fmt: skip
        elif name == "basedOn":
            self._based_on[self._id] = value(attributes) or ""
        elif name == "lang" and (not self._id or self._is_default):
            new = Languages.parse(attributes)
            self.languages = Languages(*(one or old for one, old in
                                         zip(new, self.languages, strict=True)))  # fmt: skip
        elif name in {"numPr", "outlineLvl"} or (name == "vanish" and is_on(attributes)):
            self._said.setdefault(name, set()).add(self._id)

    def hear_setting(self, _name: str, attributes: Attributes) -> None:
        self.languages = Languages.parse(attributes)

    def ids_with(self, name: str) -> frozenset[str]:
        """Give the styles that say so, and those that are based on them."""
        found = self._said.get(name, set()) - {""}
        if not found:
            return frozenset()
        heirs: dict[str, list[str]] = {}
        for heir, parent in self._based_on.items():
            heirs.setdefault(parent, []).append(heir)
        waiting = list(found)
        while waiting:
            new = [one for one in heirs.get(waiting.pop(), ()) if one not in found]
            found.update(new)
            waiting += new
        return frozenset(found)
