"""A laid-out block as HTML: h-card (microformats.org/wiki/h-card) with the classes of hCard too.

Links are mailto: and tel: alone, built from checked values; everything else is escaped text.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from pressdesk.blocks.block import Way, WayKind
from pressdesk.blocks.layout import LEFT_TO_RIGHT, Layout
from pressdesk.blocks.template import Piece
from pressdesk.values.uris import is_address, mailto_uri, tel_uri

_CLASSES = {
    "name": "p-name fn",
    "title": "p-job-title title",
    "office": "p-org org",
    "label": "type",
}
_ENTRY = "h-card vcard"
_BREAK = "<br>\n"


def render_html(layout: Layout) -> str:
    """Give a laid-out block as a fragment of HTML that stands by itself in any page."""
    direction = "rtl" if layout.wording.is_rtl else "ltr"
    body = "\n".join(_paragraphs(layout))
    language = escape(layout.language)
    label = escape(" ".join((layout.heading or layout.lead_in).split()).rstrip(" :："))
    # A group with a name is something that a screen reader can jump to (WAI-ARIA 1.2).
    named = f' role="group" aria-label="{label}"' if label else ""
    return (
        f'<div class="press-contact"{named} lang="{language}" dir="{direction}">\n{body}\n</div>\n'
    )


def _paragraphs(layout: Layout) -> Iterator[str]:
    """Give the heading, the lead-in and the people, as far as each stands by itself."""
    if layout.heading:
        yield f"<h2>{_text(layout.heading)}</h2>"
    people = _people(layout)
    lead_in = _text(layout.lead_in)
    if "\n" not in layout.gap:
        # One sentence: the people go on where the lead-in ends.
        people = [f"{lead_in}{_text(layout.gap)}{people[0]}" if people else lead_in, *people[1:]]
    else:
        yield f"<p>{lead_in}</p>"
    yield from (f"<p>{one}</p>" for one in people if one)


def _people(layout: Layout) -> list[str]:
    """Give the paragraphs of people: a blank line between two of them begins another."""
    paragraphs: list[list[str]] = []
    for place, pieces in enumerate(layout.entries):
        separator = layout.separator_before(place)
        entry = f'<span class="{_ENTRY}">{_values(pieces, is_rtl=layout.wording.is_rtl)}</span>'
        if place and "\n\n" not in separator:
            paragraphs[-1] += (_text(separator), entry)
        else:
            paragraphs.append([entry])
    return ["".join(parts) for parts in paragraphs]


def _values(pieces: Iterable[Piece], *, is_rtl: bool) -> str:
    """Give the pieces of one contact; what belongs to one way is one link."""
    parts: list[str] = []
    for way, group in groupby(pieces, key=lambda piece: piece.way):
        inner = "".join(_value(piece, is_rtl=is_rtl) for piece in group)
        parts.append(inner if way is None else _link(way, inner))
    return "".join(parts)


def _value(piece: Piece, *, is_rtl: bool) -> str:
    text = _text(piece.text)
    if piece.role in _CLASSES:
        # A Latin name among Arabic words keeps its own direction, and its brackets.
        direction = ' dir="auto"' if is_rtl and piece.role != "label" else ""
        return f'<span class="{_CLASSES[piece.role]}"{direction}>{text}</span>'
    # Among right-to-left words the groups of a number would change places.
    return f'<bdi dir="ltr">{text}</bdi>' if is_rtl and piece.role in LEFT_TO_RIGHT else text


def _link(way: Way, inner: str) -> str:
    classes = "u-email email" if way.kind is WayKind.EMAIL else "p-tel tel"
    uri = way_uri(way)
    if uri is None:
        return f'<span class="{classes}">{inner}</span>'
    return f'<a class="{classes}" href="{escape(uri)}">{inner}</a>'


def way_uri(way: Way) -> str | None:
    """Return the link that writes to an address or dials a number; None where there is none."""
    if way.kind is WayKind.EMAIL:
        return mailto_uri(way.text) if is_address(way.text) else None
    # Nobody wants to ring a fax; and a national number leads nowhere from abroad.
    if way.kind is WayKind.FAX or not _can_be_dialled(way):
        return None
    return tel_uri(way.text, way.extension)


def _can_be_dialled(way: Way) -> bool:
    number = way.text.removeprefix("+").replace(" ", "")
    is_international = way.text.startswith("+") and _is_digits(number)
    return is_international and (way.extension is None or _is_digits(way.extension))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _text(text: str) -> str:
    return escape(text).replace("\n", _BREAK)
