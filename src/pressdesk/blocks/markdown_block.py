"""A laid-out block as Markdown (CommonMark), in which every value reads back as it is.

Addresses are links between angle brackets, as people write them; one that has to be encoded in a
link, or is not ASCII, is written out as text and link. Numbers stay text. There is no raw HTML.
"""

import re

from pressdesk.blocks.layout import LEFT_TO_RIGHT, Layout
from pressdesk.blocks.render import isolated
from pressdesk.blocks.template import Piece
from pressdesk.values.uris import is_address, mailto_uri

# Punctuation that can start markup anywhere in a line; "~" and "|" in the dialect of GitHub.
_ACTIVE = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w)")
# At the start of a line: headings, lists, quotes, rules, and the underline of a heading.
_AT_START = re.compile(r"^(?:(?P<mark>[#+=:-])|(?P<number>[0-9]{1,9})(?P<end>[.)]))")
# What CommonMark takes for an address between angle brackets (section 6.5).
_AUTOLINK = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
    r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_CLOSING = re.compile(r"(#+)$")
# A backslash would be shown by Python-Markdown, kramdown and others.
_BREAK = "  \n"


def render_markdown(layout: Layout) -> str:
    """Give a laid-out block as Markdown; lines of one paragraph end in two spaces."""
    parts = [escape_markdown(layout.lead_in), escape_markdown(layout.gap)]
    for place, pieces in enumerate(layout.entries):
        parts.append(escape_markdown(layout.separator_before(place)))
        parts += [_piece(piece, is_rtl=layout.wording.is_rtl) for piece in pieces]
    paragraphs = [_lines(one) for one in "".join(parts).split("\n\n")]
    if layout.heading:
        paragraphs.insert(0, f"## {_heading(layout.heading)}")
    return "\n\n".join(one for one in paragraphs if one) + "\n"


def escape_markdown(text: str) -> str:
    """Put a backslash before what could start markup within a line."""
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", text)


def _piece(piece: Piece, *, is_rtl: bool) -> str:
    is_link = piece.role == "email" and is_address(piece.text)
    shown = _link(piece.text) if is_link else escape_markdown(piece.text)
    return isolated(shown) if is_rtl and piece.role in LEFT_TO_RIGHT else shown


def _link(address: str) -> str:
    """Give an address as a link; one between angle brackets would not be encoded by its reader."""
    uri = mailto_uri(address)
    if uri == f"mailto:{address}" and _AUTOLINK.fullmatch(address):
        return f"<{address}>"
    return f"[{escape_markdown(address)}]({uri})"


def _lines(paragraph: str) -> str:
    """Give the lines of a paragraph; what stands at the start of one is escaped for that place.

    Spaces around a line are not shown; but four before the first would begin a code block.
    """
    lines = (line.strip(" \t") for line in paragraph.split("\n"))
    return _BREAK.join(_AT_START.sub(_escaped_start, line) for line in lines if line.strip())


def _escaped_start(found: re.Match[str]) -> str:
    if found["mark"]:
        return f"\\{found['mark']}"
    return f"{found['number']}\\{found['end']}"


def _heading(text: str) -> str:
    """Give the text of a heading on its one line; signs at its end would be taken for a frame."""
    line = " ".join(text.split("\n")).strip(" \t")
    return _CLOSING.sub(r"\\\1", escape_markdown(line))
