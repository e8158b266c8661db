"""A Block to text in a style and a format."""

from collections.abc import Callable
from importlib import import_module

from pressdesk.blocks.block import Block
from pressdesk.blocks.formats import FORMATS
from pressdesk.blocks.layout import LEFT_TO_RIGHT, Layout, lay_out
from pressdesk.blocks.style import Style, get_style
from pressdesk.errors import InvalidValueError

_LEFT_TO_RIGHT, _END_ISOLATE = "\u2066", "\u2069"


def render_block(block: Block, style: Style | str = "card", format: str = "text") -> str:  # noqa: A002  # the word of users
    """Give the block as text; each line ends in one LF.

    style: a built-in one by its name (card, inline, line), or a house's own from `load_style`.
    format: text, markdown or html. Raises InvalidValueError for a style, a format or a language
    that there is not.
    """
    if format not in FORMATS:
        raise InvalidValueError(
            "format", format, "there is no such format", f"choose one of {', '.join(FORMATS)}"
        )
    return renderer(format)(lay_out(block, get_style(style)))


def renderer(form: str) -> Callable[[Layout], str]:
    """Give the function of a format; it is imported only now."""
    if form == "text":
        return render_text
    module, _, name = FORMATS[form].maker.partition(":")
    render: Callable[[Layout], str] = getattr(import_module(module), name)
    return render


def render_text(layout: Layout) -> str:
    """Give a laid-out block as plain text.

    Among right-to-left words a number's groups would change places (UAX #9): an isolate stands
    around each number and address, never inside one.
    """
    is_rtl = layout.wording.is_rtl
    parts = [f"{layout.heading}\n\n"] if layout.heading else []
    parts += [layout.lead_in, layout.gap]
    for place, pieces in enumerate(layout.entries):
        parts.append(layout.separator_before(place))
        if is_rtl:
            parts += [isolated(text) if role in LEFT_TO_RIGHT else text for text, role, _ in pieces]
        else:
            parts += [piece.text for piece in pieces]
    parts.append("\n")
    return "".join(parts)


def isolated(value: str) -> str:
    """Put a left-to-right isolate around a value."""
    return f"{_LEFT_TO_RIGHT}{value}{_END_ISOLATE}"
