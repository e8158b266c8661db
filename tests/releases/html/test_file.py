import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.block import Block
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.errors import InvalidFileError
from pressdesk.releases.html.file import parse_html
from pressdesk.releases.marks import BEGIN, END
from pressdesk.releases.release import Placement
from pressdesk.releases.seen import Link
from tests.pages import parse_page
from tests.releases.strategies import blocks
from tests.work import Counting

BLOCK = """<div><p>For more information please contact</p>
<p>Maria<br>
Tel: +1 202 862 1826</p></div>
"""
places = st.sampled_from(Placement)


def put(
    content: bytes, block: str, placement: Placement = Placement.AUTO, *, adds: bool = False
) -> bytes:
    """Append a block."""
    return parse_html("r.html", content).with_block(block, placement=placement, adds=adds)


@given(block=blocks(), style=st.sampled_from(["card", "inline", "line"]))
def test_a_block_reads_back_as_it_was(block: Block, style: str) -> None:
    """Through what a reader of the page sees."""
    done = put(b"<body><p>Text.</p></body>", render_block(block, style, "html"))
    (found,) = parse_html("r.html", done).blocks
    assert parse_block(found.text, block.language, style, is_page=True) == block


PAGE = """<!DOCTYPE html>
<html lang="fr">
<head><title>Contact: +1 202 862 1826</title></head>
<body>
<nav>Menu</nav>
<article>
  <h1>Title</h1>
  <p>Text.</p>
  AFTER
</article>
<footer>About us</footer>
</body>
</html>
"""


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", "  <p>Text.</p>\n  \nBLOCK\n</article>"),
        ("<p>###</p>", "  <p>Text.</p>\nBLOCK\n  <p>###</p>\n</article>"),
        ("<p>ENDS</p>\n  <p>x</p>", "  <p>ENDS</p>\nBLOCK\n  <p>x</p>\n</article>"),
        ("<h2>About IOM</h2><p>x</p>", "BLOCK\n  <h2>About IOM</h2><p>x</p>\n</article>"),
        ("<ul><li>###</li></ul>", "BLOCK\n  <ul><li>###</li></ul>\n</article>"),
        ("<!-- <p>###</p> -->", "  <!-- <p>###</p> -->\nBLOCK\n</article>"),
        ("<blockquote><p>###</p></blockquote>", "</blockquote>\nBLOCK\n</article>"),
    ],
)
def test_a_block_goes_where_it_belongs(after: str, expected: str) -> None:
    """In the article, before its end marks, never in a list, a comment or a quotation."""
    done = put(PAGE.replace("AFTER", after).encode(), BLOCK).decode()
    assert expected.replace("BLOCK", f"{BEGIN}\n{BLOCK}{END}") in done
    parse_page(done[done.index("<article>") : done.index("</article>")] + "</article>")


def test_a_page_on_one_line_stays_on_its_lines() -> None:
    """What stood on one line with the block's place is not broken up."""
    done = put(b"<body><p>a</p></body>", BLOCK).decode()
    assert done == f"<body><p>a</p>{BEGIN}\n{BLOCK}{END}</body>"


def test_what_a_reader_sees() -> None:
    """Entities, breaks, cells and links; no comment, script, code, quoted mail or hidden part."""
    page = (
        "<p>Tom &amp; Zo&euml;<br>E-mail: <a href='mailto:t@x.org'>t@x.org</a>\n more</p>"
        "<table><tr><td>Tel</td><td>1</td></tr></table><script>a</script><code>b</code>"
        "<p hidden>c</p><div style='display: none'>d<div>e</div>f</div><blockquote>g</blockquote>"
        "<!-- h --><div class='gmail_quote'>i</div>z"
    )
    lines = parse_html("r.html", page.encode()).seen().lines
    shown = ["Tom & Zoë", "E-mail: t@x.org more", "", "Tel\t1", "", "z"]
    assert [one.text for one in lines] == shown
    assert lines[1].links == (Link("t@x.org", "mailto:t@x.org"),)


def test_a_typed_block_is_replaced_with_its_elements() -> None:
    """And what cannot be cut out whole is left, and named."""
    typed = (
        "<h3>Media contact</h3>\n<p>Maria Moreno<br>IOM Washington DC<br>\n"
        'E-mail: <a href="mailto:m@iom.int">m@iom.int</a><br>Phone: +1 202-862-1826</p>'
    )
    page = f"<body>\n<p>Text.</p>\n{typed}\n<p>###</p>\n</body>\n"
    assert put(page.encode(), BLOCK).decode() == page.replace(typed, f"{BEGIN}\n{BLOCK}{END}")
    torn = (
        f"<body>\n<h3>Text.<br>{typed.replace('<h3>', '').replace('</h3>', '<br>')}</h3>\n</body>"
    )
    release = parse_html("r.html", torn.encode())
    assert (release.blocks, release.doubtful) == ((), (2,))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"<p>a</p>\n{BEGIN}\n", 2, "a block begins and never ends"),
        (f"{END}\n", 1, "a block ends that never began"),
        (f"{BEGIN}\n{BEGIN}\n{END}", 2, "a block begins within that of line 1"),
        (f"<script>\n{BEGIN}\n{END}</script>", 2, "stands in a script"),
        (f"<textarea>\n{BEGIN}\n{END}</textarea>", 2, "or a field"),
    ],
)
def test_damaged_marks_are_refused_with_their_line(text: str, line: int, reason: str) -> None:
    """Never guessed."""
    with pytest.raises(InvalidFileError, match=rf"^r\.html:{line}: .*{reason}"):
        parse_html("r.html", text.encode())


@pytest.mark.parametrize("opening", ["<!-- x", "<script>", "<style>", "<textarea>"])
def test_what_would_swallow_the_block_is_refused(opening: str) -> None:
    """With the line where it begins."""
    with pytest.raises(InvalidFileError, match=r"^r\.html:2: .* never ends"):
        put(f"<p>a</p>\n{opening}\nb\n".encode(), BLOCK)


def test_the_encoding_is_that_of_the_page() -> None:
    """As it declares it; what it cannot hold is refused."""
    page = '<meta charset="windows-1251"><html lang=ru><p>Привет</p></html>'.encode("cp1251")
    release = parse_html("r.html", page)
    assert (release.seen().lines[0].text, release.language) == ("Привет", "ru")
    with pytest.raises(InvalidFileError, match="is windows-1251, which has no"):
        put(page, BLOCK.replace("Maria", "王小明"))


@pytest.mark.parametrize("piece", ["<a", "<p title='", "<!--", "<div>", "<!", "<script>"])
def test_broken_tags_are_read_in_one_go(piece: str, counting: Counting) -> None:
    """However many there are."""
    html = counting.module("releases.html.file")
    assert counting.growth(
        lambda text: html.parse_html("r.html", text.encode()), piece, 300 * len(piece)
    ) == {}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<article hidden><p>Old</p></article>", "<p>News</p>"),
        ("<article><p>News</p><article>A comment</article>", "</article>"),
        ("<main><p>News</p>", "<template><p>ENDS</p></template></main>"),
        ("<p>News</p><div hidden><p>ENDS</p></div>", ""),
        ("<head><title>x</title><body><p>News</p>", "</body>"),
    ],
)
def test_a_block_goes_where_readers_see_it(before: str, after: str) -> None:
    """Not into hidden parts, nor into the first of the comments below an article."""
    once = put(f"{before}{after}".encode(), BLOCK).decode()
    if after.startswith("<p>"):
        before, after = before + after, ""
    elif after.startswith("<template>"):
        before, after = before + after.removesuffix("</main>"), "</main>"
    assert once.startswith(before + BEGIN)
    assert once.endswith(END + after)
    shown = parse_html("r.html", once.encode()).blocks
    assert [one.text.splitlines()[0] for one in shown] == ["For more information please contact"]


@pytest.mark.parametrize(
    "page", ["<p>News</p><div hidden><p>x", "<p>News</p><script>", "<template><p>News</p>"]
)
def test_what_nothing_ends_would_swallow_a_block(page: str) -> None:
    """Refused with its line, at the very end of the page too."""
    with pytest.raises(InvalidFileError, match="begins here and never ends"):
        put(page.encode(), BLOCK)


def test_a_head_ends_where_the_page_begins() -> None:
    """Its end tag may be left out, and mostly is in short pages."""
    page = b"<!DOCTYPE html><title>x</title><head><meta charset=utf-8><title>y</title><p>News</p>"
    assert [one.text for one in parse_html("r.html", page).seen().lines] == ["News"]


def test_paragraphs_need_no_end_tags() -> None:
    """A block that was typed in one is replaced, a new one stands between them; no byte else."""
    typed = "<p>Media contact<br>\nMaria<br>Tel +1 202 862 1826"
    for before, block, after in [
        ("<body><p>News\n", typed, "\n<p>About Harbour Relief\n<p>We help.\n"),
        ("<p>News\n", typed, "\n"),
        ("<div><p>News", typed, "</div>\n"),
        ("<p>News\n", "", "<p>About Harbour Relief\n"),
    ]:
        once = put(f"{before}{block}{after}".encode(), BLOCK).decode()
        assert once.startswith(before + BEGIN)
        assert once.removesuffix(after).rstrip("\n").endswith(END)


@pytest.mark.parametrize(
    "behind",
    [
        "<footer><p>Legal notice</p></footer>", "<footer>\n  <div><p>Legal</p></div>\n</footer>",
        "<ul><li>One</li></ul>", "<table><tr><td>1</td></tr></table>",
        "<nav><p>Home</p></nav>",
    ],
)  # fmt: skip
def test_behind_an_end_mark_it_stands_before_what_is_one_piece(behind: str) -> None:
    """A footer with a paragraph in it is no reason to go to the end."""
    page = f"<body><main><p>Five left.</p>\n<p>ENDS</p>\n{behind}</main></body>\n"
    release = parse_html("r.html", page.encode())
    content = release.with_block(BLOCK, placement=Placement.AUTO, adds=False).decode()
    assert content.index("ENDS") < content.index("BEGIN pressdesk") < content.index(behind)
    assert parse_html("r.html", content.encode()).without_blocks().decode() == page
