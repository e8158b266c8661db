"""All that a reader sees of a Word document: its body, then notes, headers and footers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressdesk.office_zip.package import Package
from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.body import Body
from pressdesk.releases.docx.lines import Line
from pressdesk.releases.docx.names import value
from pressdesk.releases.docx.parts import find_related, read_relations, reading_xml
from pressdesk.releases.docx.reading import begin_walk
from pressdesk.releases.docx.runs import RELATION
from pressdesk.releases.seen import SeenLine


class Story(NamedTuple):
    """The text of one part; name: of the part in the package."""

    name: str
    part: XmlPart
    lines: Sequence[Line]


def read_stories(
    package: Package, part: XmlPart, body: Body, hidden_styles: frozenset[str]
) -> Iterator[Story]:
    """Yield the body, then the parts beside it that show something.

    Their paragraphs are counted on from those of the body, whose numbers people can count.
    """
    yield Story(package.main_part, part, body.lines)
    number = body.paragraphs
    for name in dict.fromkeys(_find_parts(package, body)):
        walk = begin_walk(hidden_styles, number)
        with reading_xml(package, name) as other:
            walk.enter(other.root)
            walk.end_line()
        number = walk.number
        if any(line.text for line in walk.lines):
            yield Story(name, other, walk.lines)


def seen_lines(package: Package, stories: Iterator[Story]) -> Iterator[SeenLine]:
    """Yield the lines of stories; one without text parts them."""
    for story in stories:
        if story.name != package.main_part:
            yield SeenLine(story.lines[0].number, "")
        targets = {f"{RELATION}{name}": relation.target
                   for name, relation in read_relations(package, story.name).items()}  # fmt: skip
        for line in story.lines:
            links = (link._replace(target=targets.get(link.target, link.target))
                     for link in line.links)  # fmt: skip
            known = tuple(link for link in links if not link.target.startswith(RELATION))
            yield SeenLine(line.number, line.text, known)


def relations_part(name: str) -> str:
    """Return the name of the part that lists what is related to a part."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _find_parts(package: Package, body: Body) -> Iterator[str]:
    relations = read_relations(package, package.main_part)
    for kind in ("footnotes", "endnotes"):
        if name := find_related(package, relations, kind):
            yield name
    for kind in ("header", "footer"):
        for reference in body.element.iter(f"{kind}Reference"):
            relation = relations.get(value(reference, "id") or "")
            if relation and relation.kind == kind and relation.target in package:
                yield relation.target
