"""Releases and blocks of every kind for the laws."""

from hypothesis import strategies as st

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import LANGUAGES, get_wording

NAMES = st.sampled_from(
    [
        "Maria G. Moreno",
        "Zoë Lindqvist",
        "Иван Петров",
        "王小明",
        "ليلى حداد",
        "Newsroom",
        "José Ruiz",
    ]
)
OFFICES = st.none() | st.sampled_from(["IOM Washington DC", "Harbour Relief Genève", "北京办事处"])
TITLES = st.none() | st.sampled_from(["Head of Media", "Cheffe, service médias", "Пресс-секретарь"])
EMAILS = st.sampled_from(["mgmoreno@iom.int", "press@harbour-relief.example", "o'neil@example.org"])
NUMBERS = st.sampled_from(["+1 202 862 1826", "+41 22 501 01 00", "+254 20 2012345"])


@st.composite
def ways(draw: st.DrawFn) -> tuple[Way, ...]:
    """Give at least one way, in the order of a block."""
    kinds = draw(st.lists(st.sampled_from(WayKind), min_size=1, max_size=4, unique=True))
    in_order = [kind for kind in WayKind if kind in kinds]
    extension = draw(st.none() | st.sampled_from(["230", "0012"]))
    return tuple(
        Way(kind, draw(EMAILS))
        if kind is WayKind.EMAIL
        else Way(kind, draw(NUMBERS), extension if kind is WayKind.OFFICE else None)
        for kind in in_order
    )


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Give a block of up to three people in any language."""
    entry = st.builds(Entry, NAMES, TITLES, OFFICES, ways())
    language = draw(st.sampled_from(LANGUAGES))
    entries = draw(st.lists(entry, min_size=1, max_size=3).map(tuple))
    return Block(get_wording(language).lead_in, entries, language)


def printed(form: str) -> st.SearchStrategy[str]:
    """Give printed blocks."""
    styles = st.sampled_from(["card", "inline", "line"])
    return st.builds(lambda block, style: render_block(block, style, form), blocks(), styles)


# Lines that no block begins with, among them all that tells a place.
LINES = st.sampled_from(
    [
        "", "", "  ", "HARBOUR RELIEF SENDS FIVE SHIPS", "Geneva, 5 May - Five ships left port.",
        "###", "-30-", "ENDS", "- ENDS -", "Notes to editors", "About Harbour Relief",
        "About 300 people", "Über Harbour Relief", "О компании", "关于港口救援",
        "> quoted: tel +1 202 862 1826", "\ttab", "donate: +41 22 501 01 99",
        "press@harbour-relief.example", "* one", "1. two", "a\x0cb", "é\u2028x",
        "For more information please visit www.iom.int", "Contact us for more.", "---",
    ]
) | st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=20)  # fmt: skip
ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Give a text: one line end throughout or mixed ones, with a last one or without."""
    lines = draw(st.lists(LINES, max_size=12))
    same = draw(st.none() | ENDS)
    text = "".join(line + (same or draw(ENDS)) for line in lines)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


PIECES = st.sampled_from(
    [
        "<p>Five ships left port.</p>", "<article>", "</article>", "<main>", "</main>", "<body>",
        "</body>", "<html lang='fr'>", "</html>", "<p>###</p>", "<p>ENDS</p>", "<h2>About IOM</h2>",
        "<ul><li>###</li></ul>", "<p>a<br>ENDS</p>", "<!-- </body> -->",
        "<script>'</article>'</script>", "<div>", "</div>", "<blockquote>ENDS</blockquote>",
        "text", "  ", "<p", "<", "&amp; é 王", "<td>", "<p title='>'>x</p>",
        "<pre>ENDS</pre>", "<style>p{}</style>", "<!DOCTYPE html>",
        "<br/>", "<article hidden>", "<main hidden>", "<script>", "<head>", "<template>",
        "</template>", "<p>Media contact: see below</p>",
    ]
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Give any soup of tags, with line ends or without."""
    end = draw(st.just("") | ENDS)
    return "".join(piece + end for piece in draw(st.lists(PIECES, max_size=14)))


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])


def encoded(text: str, encoding: str) -> bytes:
    """Give a file's bytes; UTF-16 has its mark in either order."""
    if encoding == "utf-16-be":
        return b"\xfe\xff" + text.encode("utf-16-be")
    return text.encode(encoding)
