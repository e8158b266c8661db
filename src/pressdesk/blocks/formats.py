"""The formats of blocks as text: nothing that makes one is imported here."""

from typing import NamedTuple


class BlockFormat(NamedTuple):
    """A format of blocks.

    suffix: of its files. maker: "module:function", which makes it of a Layout.
    """

    suffix: str
    maker: str


FORMATS = {
    "text": BlockFormat(".txt", "pressdesk.blocks.render:render_text"),
    "markdown": BlockFormat(".md", "pressdesk.blocks.markdown_block:render_markdown"),
    "html": BlockFormat(".html", "pressdesk.blocks.html_block:render_html"),
}
