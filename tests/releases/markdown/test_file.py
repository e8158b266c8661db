import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from pressdesk.blocks.block import Block
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.errors import InvalidFileError
from pressdesk.releases.markdown.file import parse_markdown
from pressdesk.releases.markdown.lines import shown_line
from pressdesk.releases.marks import BEGIN, END
from pressdesk.releases.release import Placement
from pressdesk.releases.seen import Link
from tests.pages import text_of_page
from tests.releases.strategies import blocks

BLOCK = "For more information please contact\\\nMaria G. Moreno\\\nTel: +1 202 862 1826 ext 230\n"
places = st.sampled_from(Placement)


def put(
    content: bytes, block: str, placement: Placement = Placement.AUTO, *, adds: bool = False
) -> bytes:
    """Append a block."""
    return parse_markdown("r.md", content).with_block(block, placement=placement, adds=adds)


@given(block=blocks(), style=st.sampled_from(["card", "inline", "line"]))
def test_a_block_reads_back_as_it_was(block: Block, style: str) -> None:
    """Through what a reader of Markdown sees."""
    done = put(b"# Title\n\nText.\n", render_block(block, style, "markdown"))
    (found,) = parse_markdown("r.md", done).blocks
    assert parse_block(found.text, block.language, style, is_page=True) == block
    # html5lib gives comments as text.
    bare = done.decode().replace(BEGIN, "").replace(END, "")
    page = text_of_page(MarkdownIt("commonmark").render(bare))
    assert [one for one in found.text.split("\n") if one] == [
        one for one in page.split("\n")[2:] if one and one != "Text."
    ]


@pytest.mark.parametrize(
    ("line", "text", "links"),
    [
        ("**Media contact:**", "Media contact:", ()),
        ("## Contact", "Contact", ()),
        ("- Tel: +1 202 862 1826\\", "Tel: +1 202 862 1826", ()),
        ("E-mail: <a_b@example.org>", "E-mail: a_b@example.org", ()),
        ("[Maria](mailto:m@iom.int)", "Maria", (Link("Maria", "mailto:m@iom.int"),)),
        ("a\\_b\\* &amp; c", "a_b* & c", ()),
        ("snake_case_name *em*", "snake_case_name em", ()),
        ("`code` <b>bold</b>", "code bold", ()),
    ],
)
def test_a_line_shows_its_text(line: str, text: str, links: tuple[Link, ...]) -> None:
    """Without its markup."""
    assert shown_line(line) == (text, links)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{BEGIN}\nx\n", 1, "a block begins and never ends"),
        (f"a\n{END}\n", 2, "a block ends that never began"),
        (f"{BEGIN}\n{BEGIN}\n{END}\n{END}\n", 2, "a block begins within that of line 1"),
        (f"{END}\n{BEGIN}\n", 1, "never began"),
        (f"```\n{BEGIN}\n```\n{END}\n", 2, "stands in code"),
        (f"---\nx: {BEGIN}\n---\n{END}", 2, "stands in front matter"),
        (f"a {BEGIN}\n{END}\n", 1, "stands within a line"),
    ],
)
def test_damaged_marks_are_refused_with_their_line(text: str, line: int, reason: str) -> None:
    """Never guessed."""
    with pytest.raises(InvalidFileError, match=rf"^r\.md:{line}: .*{reason}"):
        parse_markdown("r.md", text.encode())


@pytest.mark.parametrize("opening", ["```python", "~~~", "<!-- x", "<script>", "<style>"])
def test_what_would_swallow_the_block_is_refused(opening: str) -> None:
    """With the line where it begins; before it a block may stand."""
    with pytest.raises(InvalidFileError, match=r"^r\.md:3: .* never ends"):
        put(f"a\n\n{opening}\nb\n".encode(), BLOCK)
    assert put(f"a\n\n###\n\n{opening}\nb\n".encode(), BLOCK)


@pytest.mark.parametrize(
    ("front", "language"),
    [
        ("---\nlang: fr-CH\n---\n", "fr-CH"),
        ('+++\nlanguage = "es"\n+++\n', "es"),
        ("---\ntitle: lang\n---\n", None),
        ("lang: fr\n", None),
    ],
)
def test_front_matter_names_the_language(front: str, language: str | None) -> None:
    """And is no place for a block."""
    assert parse_markdown("r.md", f"{front}\nText\n".encode()).language == language


def test_a_typed_block_is_replaced() -> None:
    """With its markup."""
    typed = "**Media contact:**\n\nMaria, *Officer*\\\nE-mail: <m@iom.int>\\\nTel: 202\\-862-1826\n"
    done = put(f"A\n\n{typed}\n## About IOM\n".encode(), BLOCK)
    assert done.decode() == f"A\n\n{BEGIN}\n{BLOCK}\n{END}\n\n## About IOM\n"


def test_a_block_of_an_older_pressdesk_is_replaced() -> None:
    """Its lines ended in backslashes, and no blank line stood before its last mark."""
    old = f"A\n\n{BEGIN}\n{BLOCK}{END}\n\nB\n"
    release = parse_markdown("r.md", old.encode())
    assert [block.is_marked for block in release.blocks] == [True]
    new = "Contact  \nMaria  \nTel: +1 202 862 1826\n"
    assert put(old.encode(), new).decode() == f"A\n\n{BEGIN}\n{new}\n{END}\n\nB\n"


def test_a_heading_of_level_three_is_no_end_mark() -> None:
    """`### About` is a heading; `###` alone closes a release."""
    done = put(b"A\n\n### Part\n\nB\n", BLOCK).decode()
    assert done.endswith(f"B\n\n{BEGIN}\n{BLOCK}\n{END}\n")


def test_a_table_shows_its_cells() -> None:
    """Parted as those of other tables; what parts its head from its body shows nothing."""
    text = "| Name | Phone \\| Fax |\n|:--|---|\n| **Amina** | +254 20 2012345 |\n\na | b\n"
    shown = parse_markdown("r.md", text.encode()).seen().lines
    assert [one.text for one in shown] == [
        "Name\tPhone | Fax", "", "Amina\t+254 20 2012345", "", "a | b"
    ]  # fmt: skip
