"""The text of runs: which of it is seen, and where it links to.

The code of a field is not seen, its result is.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from pressdesk.releases.docx.lines import Piece, Run
from pressdesk.releases.docx.names import Languages, is_on, text_of, value
from pressdesk.releases.docx.symbols import read_symbol
from pressdesk.releases.docx.walk import Field, Reader, Walk

HIDDEN = "hidden text"
# Begins the target of a link that a part only names: its list of relations says what it is.
RELATION = "\0"
_TEXTS: dict[str, Callable[[Element], str]] = {
    "t": text_of,
    "m:t": text_of,
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "noBreakHyphen": lambda _: "-",
    "sym": read_symbol,
}
_HYPERLINK = re.compile(
    r"\s*HYPERLINK\s+(?P<switches>(?:\\[a-z]\s+)*)\"(?P<target>[^\"]*)\"", re.IGNORECASE
)


def find_target(code: str) -> str | None:
    r"""Find where the code of a field links to (`HYPERLINK "mailto:…"`, `HYPERLINK \l "place"`).

    None for the codes of all other fields.
    """
    found = _HYPERLINK.match(code)
    if found is None:
        return None
    return ("#" if "\\l" in found["switches"].lower() else "") + found["target"]


def _read_run(walk: Walk, element: Element) -> None:
    is_hidden = walk.paragraph is not None and walk.paragraph.style in walk.hidden_styles
    properties, language = element.find("rPr"), None
    for child in properties if properties is not None else ():
        if child.tag == "rStyle":
            is_hidden |= value(child) in walk.hidden_styles
        elif child.tag == "vanish":
            is_hidden = is_on(child)
        elif child.tag == "lang":
            language = Languages.parse(child)
    outer, walk.run = walk.run, Run(properties, is_hidden, language)
    walk.enter(element)
    walk.run = outer


def _is_in_code(walk: Walk) -> bool:
    return bool(walk.fields) and not all(field.shows for field in walk.fields)


def _read_text(walk: Walk, element: Element) -> None:
    text = _TEXTS[element.tag](element)
    if not text or walk.paragraph is None or _is_in_code(walk):
        return
    if walk.run.is_hidden:
        walk.note(HIDDEN)
    else:
        walk.paragraph.first = walk.paragraph.first or walk.run
        walk.paragraph.pieces.append(Piece(text, element, walk.run))


def _read_break(walk: Walk, _element: Element) -> None:
    if walk.paragraph is not None and not walk.run.is_hidden and not _is_in_code(walk):
        walk.paragraph.break_line()


def _read_hyperlink(walk: Walk, element: Element) -> None:
    relation, anchor = value(element, "id"), value(element, "anchor")
    _read_link(walk, element, f"{RELATION}{relation}" if relation else f"#{anchor or ''}")


def _read_simple_field(walk: Walk, element: Element) -> None:
    _read_link(walk, element, find_target(value(element, "instr") or ""))


def _read_link(walk: Walk, element: Element, target: str | None) -> None:
    paragraph = walk.paragraph
    if paragraph is None or target is None:
        walk.enter(element)
    else:
        paragraph.open_link(target)
        walk.enter(element)
        paragraph.close_link()


def _read_code(walk: Walk, element: Element) -> None:
    if walk.fields:
        walk.fields[-1].code += text_of(element)


def _read_field(walk: Walk, element: Element) -> None:
    """Read the beginning of a field, that of its result, or its end."""
    kind = value(element, "fldCharType")
    last = walk.fields[-1] if walk.fields else Field(shows=True)
    if kind == "begin":
        walk.fields.append(Field())
    elif kind == "separate" and not last.shows:
        last.shows = True
        target = find_target(last.code)
        last.is_link = target is not None
        if target is not None and walk.paragraph is not None:
            walk.paragraph.open_link(target)
    elif kind == "end":
        del walk.fields[-1:]
        if last.is_link and walk.paragraph is not None:
            walk.paragraph.close_link()


READERS: dict[str, Reader] = {
    **dict.fromkeys(("r", "m:r"), _read_run),
    **dict.fromkeys(_TEXTS, _read_text),
    **dict.fromkeys(("br", "cr"), _read_break),
    "hyperlink": _read_hyperlink,
    "fldSimple": _read_simple_field,
    "instrText": _read_code,
    "fldChar": _read_field,
}
