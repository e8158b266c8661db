"""How the text of a document looks: what of it a new block takes over."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from xml.etree.ElementTree import Element

from pressdesk.office_zip.xml_part import XmlPart
from pressdesk.releases.docx.body import Item
from pressdesk.releases.docx.lines import Format
from pressdesk.releases.docx.names import WORD

# What belongs to one paragraph alone, or would move the block to another page.
_OF_ONE_PARAGRAPH = frozenset(
    "numPr sectPr pageBreakBefore keepNext rPr pPrChange bidi framePr outlineLvl cnfStyle "
    "divId".split()
)
_OF_ALL_TEXT = frozenset("rFonts color sz szCs".split())


# What the paragraphs of a block say of themselves: elements of `w:pPr`, and of `w:rPr`.
Look = tuple[list[Element], list[Element]]


def find_look(
    part: XmlPart, items: Sequence[Item], not_body: frozenset[str], replaced: Format | None
) -> Look:
    """Find how a block is to look: as the one that it replaces, else as most of the text.

    not_body: the styles of headings and lists.
    """
    keeps = replaced is not None and replaced.style not in not_body
    chosen = replaced if replaced and keeps else _find_usual(part, items, not_body)
    paragraph = [child for child in _own(chosen.paragraph) if child.tag not in _OF_ONE_PARAGRAPH]
    return paragraph, [child for child in _own(chosen.run) if child.tag in _OF_ALL_TEXT]


def _find_usual(part: XmlPart, items: Sequence[Item], not_body: frozenset[str]) -> Format:
    """Find the format in which most characters are; of the paragraphs that have it, the last."""
    sizes: Counter[tuple[bytes, ...]] = Counter()
    formats: dict[tuple[bytes, ...], Format] = {}
    for item in items:
        look = item.format
        if look is None or look.is_numbered or look.style in not_body or not any(item.texts):
            continue
        key = tuple(b"" if said is None else part.xml[slice(*part.places.span(said))]
                    for said in (look.paragraph, look.run))  # fmt: skip
        sizes[key] += sum(map(len, item.texts))
        formats[key] = look
    return formats[sizes.most_common(1)[0][0]] if sizes else Format()


def write_elements(elements: Iterable[Element], prefix: str) -> str:
    """Write elements once more with this prefix, as far as they are Word's own; none is deeper."""
    written = ""
    for element in elements:
        children = "".join(_write(child, prefix, "") for child in _own(element))
        written += _write(element, prefix, children)
    return written


def _write(element: Element, prefix: str, content: str) -> str:
    own = "".join(
        f' {prefix}:{name[len(space) + 1 :]}="{escape(text)}"'
        for name, text in element.items()
        if (space := name.rpartition("}")[0]) in WORD
    )
    return f"<{prefix}:{element.tag}{own}>{content}</{prefix}:{element.tag}>"


def _own(element: Element | None) -> list[Element]:
    """Return the elements in one that are Word's own: their names have no prefix in the tree."""
    return [] if element is None else [child for child in element if child.tag.isalnum()]
