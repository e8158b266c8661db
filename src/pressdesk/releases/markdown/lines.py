"""Markdown line by line: what of it is code, front matter or a comment, and what a line shows."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import NamedTuple

from pressdesk.releases.seen import Link

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<rest>.*)$")
_FRONT = ("---", "+++")
_LANGUAGE = re.compile(
    r"^(?:lang|language|locale)\s*[:=]\s*[\"']?"
    r"(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[\"']?\s*$"
)
# What begins an HTML block that goes on to its own end (CommonMark, section 4.6, kinds 1 to 5).
_HTML = re.compile(
    r" {0,3}<(?:(?P<raw>script|pre|style|textarea)(?=[\s>]|$)|(?P<comment>!--)|(?P<pi>\?)"
    r"|(?P<cdata>!\[CDATA\[)|(?P<declared>![A-Za-z]))",
    re.IGNORECASE,
)
_HTML_ENDS = {"comment": "-->", "pi": "?>", "cdata": "]]>", "declared": ">"}
_START = re.compile(r"^\s{0,3}(?:#{1,6}\s+|[-*+]\s+|[0-9]{1,9}[.)]\s+)?")
_ADDRESS = re.compile(r"<(?:mailto:)?(?P<address>[^\s<>@]{1,100}@[^\s<>@]{1,200})>")
_LINK = re.compile(
    r"!?\[(?P<text>(?:[^\[\]\\]|\\.){0,300})\]"
    r"\(\s{0,9}<?(?P<target>[^\s()<>]{0,500})>?[^()]{0,200}\)"
)
# What a typed block may have within: text, links, formats.
_ODDITY = re.compile(
    r"!\[|<(?!/?(?:br|b|strong|i|em|u|small|span|sup|sub|p|div|address|a href|mailto:|tel:)\b)"
    r"(!--|[A-Za-z][\w-]{0,30}(?![\w.+-]*[@:]))",
    re.IGNORECASE,
)
_ODDITIES = {"!--": "a comment", "img": "a picture", "a": "an anchor", "script": "a script"}
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--.*?-->")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|`+)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLACEHOLDER = re.compile("\ue000([0-9]+)\ue001")


# A cell of the row below the head of a table (GitHub Flavored Markdown, "Tables").
_DELIMITER = re.compile(r":?-+:?")
_CELL_END = re.compile(r"(?<!\\)\|")


class Hidden(NamedTuple):
    """Lines that show nothing: from first to last (indexes); kind: what they are.

    is_open: nothing ends it before the file does.
    """

    first: int
    last: int
    kind: str
    is_open: bool = False


def find_hidden(lines: Sequence[str]) -> list[Hidden]:
    """Find front matter, fenced code and blocks of comments and scripts."""
    found: list[Hidden] = []
    place = 0
    if front := _front_matter(lines):
        found.append(front)
        place = front.last + 1
    while place < len(lines):
        one = _hidden_at(lines, place)
        if one is None:
            place += 1
            continue
        found.append(one)
        place = one.last + 1
    return found


def find_language(lines: Sequence[str]) -> str | None:
    """Give the language that the front matter names."""
    front = _front_matter(lines)
    if front is None:
        return None
    tags = (_LANGUAGE.match(line) for line in lines[front.first : front.last])
    return next((one["tag"].replace("_", "-") for one in tags if one), None)


def shown_line(line: str) -> tuple[str, tuple[Link, ...]]:
    """Give what a line of Markdown shows, and its links; escapes and entities are read."""
    links: list[Link] = []
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\ue000{len(kept) - 1}\ue001"

    def address(found: re.Match[str]) -> str:
        return keep(found["address"])

    def link(found: re.Match[str]) -> str:
        shown = _ESCAPE.sub(r"\1", found["text"])
        links.append(Link(shown, unescape(found["target"])))
        return keep(shown)

    text = line.rstrip()
    text = text.removesuffix("\\") if not text.endswith("\\\\") else text
    text = _START.sub("", text.replace("\ue000", "").replace("\ue001", ""), count=1)
    text = _LINK.sub(link, _ADDRESS.sub(address, text))
    text = _ESCAPE.sub(lambda found: keep(found[1]), text)
    text = unescape(_EMPHASIS.sub("", _TAG.sub("", text)))
    return _PLACEHOLDER.sub(lambda found: kept[int(found[1])], text), tuple(links)


def find_oddity(line: str) -> str:
    """Return what in a line of a typed block would be lost with it; "" for text and links."""
    if found := _ODDITY.search(line):
        return _ODDITIES.get(found[1] or "", f"<{found[1]}>") if found[1] else "a picture"
    return "a row of a table" if _CELL_END.search(line.strip().strip("|")) else ""


def find_rows(lines: Sequence[str]) -> frozenset[int]:
    """Find the lines (indexes) that are rows of tables."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if place and _is_delimiters(line):
            found |= {place - 1, place}
        elif place - 1 in found and place not in found and _CELL_END.search(line):
            found.add(place)
    return frozenset(found)


def row_text(line: str) -> str:
    """Give the cells of a row, parted by TAB as those of other tables; delimiters show nothing."""
    if _is_delimiters(line):
        return ""
    inner = _CELL_END.sub("\t", line.strip().removeprefix("|"))
    return "\t".join(cell.strip() for cell in inner.removesuffix("\t").split("\t"))


def _is_delimiters(line: str) -> bool:
    if "|" not in line or "-" not in line:
        return False
    return all(_DELIMITER.fullmatch(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _front_matter(lines: Sequence[str]) -> Hidden | None:
    if not lines or lines[0].rstrip() not in _FRONT:
        return None
    for place in range(1, len(lines)):
        if lines[place].rstrip() == lines[0].rstrip():
            return Hidden(0, place, "front matter")
    return None


def _hidden_at(lines: Sequence[str], place: int) -> Hidden | None:
    """Find what begins at a line and hides it and those behind it."""
    line = lines[place]
    if fence := _FENCE.match(line):
        if fence["mark"][0] == "`" and "`" in fence["rest"]:
            return None
        closing = re.compile(rf" {{0,3}}{re.escape(fence['mark'][0])}{{{len(fence['mark'])},}}\s*$")
        return _until(
            lines, place, "code", lambda text: bool(closing.match(text)), skips_first=True
        )
    html = _HTML.match(line)
    if html is None:
        return None
    kind = html.lastgroup or ""
    if kind == "raw":
        end = f"</{html['raw'].lower()}>"
        return _until(lines, place, f"<{html['raw'].lower()}>", lambda text: end in text.lower())
    rest = line[html.end() :]
    end = _HTML_ENDS[kind]
    if end in rest:
        # A comment of one line hides no other; marks of ours are such.
        return Hidden(place, place, "comment")
    return _until(lines, place, "comment", lambda text: end in text, skips_first=True)


def _until(
    lines: Sequence[str],
    place: int,
    kind: str,
    is_end: Callable[[str], bool],
    *,
    skips_first: bool = False,
) -> Hidden:
    """Give what goes on to the line that ends it, or to the end of the file."""
    for last in range(place + skips_first, len(lines)):
        if is_end(lines[last]):
            return Hidden(place, last, kind)
    return Hidden(place, len(lines) - 1, kind, is_open=True)
