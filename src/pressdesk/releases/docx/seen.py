"""All that a reader sees of a Word document: its body, then notes, headers and footers."""

from collections.abc import Iterable, Iterator, Mapping

from pressdesk.office_zip.events import XML_ERRORS, XmlText
from pressdesk.office_zip.package import Package
from pressdesk.releases.docx.body import Body
from pressdesk.releases.docx.fields import RELATION
from pressdesk.releases.docx.parts import Relation, find_related, read_relations
from pressdesk.releases.docx.reading import PartReading
from pressdesk.releases.seen import Link, SeenLine, SeenText


def read_seen(
    package: Package, body: Body, hidden_styles: frozenset[str], language: str | None
) -> SeenText:
    """Read the parts beside the body; a line without text parts them.

    Their paragraphs are counted on from those of the body, whose numbers people can count.
    """
    relations = read_relations(package, package.main_part)
    lines = [_resolved(line, relations) for line in body.lines]
    number = body.paragraphs
    for part in _find_parts(package, body, relations):
        reading = PartReading(_read(package, part), hidden_styles)
        reading.flow.number = number
        try:
            reading.read()
        except XML_ERRORS as error:
            raise package.damaged(part, "is not the XML that Word writes") from error
        number = reading.flow.number
        own = read_relations(package, part)
        if any(line.text for line in reading.flow.lines):
            lines.append(SeenLine(reading.flow.lines[0].number, ""))
            lines += (_resolved(line, own) for line in reading.flow.lines)
    return SeenText(tuple(lines), language)


def _find_parts(package: Package, body: Body, relations: Mapping[str, Relation]) -> Iterator[str]:
    for kind in ("footnotes", "endnotes"):
        part = find_related(package, relations, kind)
        if part:
            yield part
    named = [relations[one] for one in body.references if one in relations]
    for kind in ("header", "footer"):
        yield from _there(package, (one.target for one in named if one.kind == kind))


def _there(package: Package, parts: Iterable[str]) -> Iterator[str]:
    return (part for part in dict.fromkeys(parts) if part in package)


def _read(package: Package, part: str) -> bytes:
    try:
        return XmlText.parse(package.read(part)).utf_8
    except XML_ERRORS as error:
        raise package.damaged(part, "is not the XML that Word writes") from error


def _resolved(line: SeenLine, relations: Mapping[str, Relation]) -> SeenLine:
    if not line.links:
        return line
    links = (Link(one.text, _target(one.target, relations)) for one in line.links)
    return line._replace(links=tuple(link for link in links if link.target))


def _target(target: str, relations: Mapping[str, Relation]) -> str:
    if not target.startswith(RELATION):
        return target
    relation = relations.get(target.removeprefix(RELATION))
    return relation.target if relation else ""
