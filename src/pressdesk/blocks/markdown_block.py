"""A laid-out block as Markdown (CommonMark), in which every value reads back as it is.

Addresses are links between angle brackets, as people write them; numbers stay text. There is no raw
HTML.
"""

import re

from pressdesk.blocks.layout import LEFT_TO_RIGHT, Layout
from pressdesk.blocks.render import isolated
from pressdesk.blocks.template import Piece

# Punctuation that can start markup anywhere in a line; "~" and "|" in the dialect of GitHub.
_ACTIVE = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w)")
# At the start of a line: headings, lists, quotes, rules, and the underline of a heading.
_AT_START = re.compile(
    r"^(?P<space>[ \t]*)(?:(?P<mark>[#+=:-])|(?P<number>[0-9]{1,9})(?P<end>[.)]))"
)
# What CommonMark takes for an address between angle brackets (section 6.5).
_AUTOLINK = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
    r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_BREAK = "\\\n"


def render_markdown(layout: Layout) -> str:
    """Give a laid-out block as Markdown; lines of one paragraph end in a backslash."""
    parts = [escape_markdown(layout.lead_in), layout.gap]
    for place, pieces in enumerate(layout.entries):
        parts.append(escape_markdown(layout.separator_before(place)))
        parts += [_piece(piece, is_rtl=layout.wording.is_rtl) for piece in pieces]
    paragraphs = [_lines(one) for one in "".join(parts).split("\n\n")]
    if layout.heading:
        paragraphs.insert(0, f"## {_on_one_line(escape_markdown(layout.heading))}")
    return "\n\n".join(one for one in paragraphs if one) + "\n"


def escape_markdown(text: str) -> str:
    """Put a backslash before what could start markup within a line."""
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", text)


def _piece(piece: Piece, *, is_rtl: bool) -> str:
    if piece.role == "email" and _AUTOLINK.fullmatch(piece.text):
        shown = f"<{piece.text}>"
    else:
        shown = escape_markdown(piece.text)
    return isolated(shown) if is_rtl and piece.role in LEFT_TO_RIGHT else shown


def _lines(paragraph: str) -> str:
    """Give the lines of a paragraph; what stands at the start of one is escaped for that place."""
    lines = [_AT_START.sub(_escaped_start, line) for line in paragraph.split("\n")]
    return _BREAK.join(line for line in lines if line.strip())


def _escaped_start(found: re.Match[str]) -> str:
    space = found["space"]
    if found["mark"]:
        return f"{space}\\{found['mark']}"
    return f"{space}{found['number']}\\{found['end']}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n"))
