"""Targets of links that write or dial: `mailto:` (RFC 6068) and `tel:` (RFC 3966)."""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from pressdesk.releases.mentions.passage import Passage

_SCHEMES = ("mailto:", "tel:", "sms:", "callto:", "whatsapp:")
LINK = re.compile("|".join(_SCHEMES), re.IGNORECASE)
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def has_links(text: str) -> bool:
    """Whether a target may stand in a text."""
    lowered = text.lower()
    return any(scheme in lowered for scheme in _SCHEMES)


def link_passage(
    source: str,
    start: int,
    lines: Callable[[int], int],
    write: Callable[[str], str] = str,
    part: str = "",
) -> Passage:
    """Return the target behind the scheme of a link: what writes it, percent-encodes it.

    source: the target from its scheme on, which begins at a place of the release's source.
    """
    scheme = LINK.match(source)
    behind = scheme.end() if scheme else 0
    passage = Passage(lines, "link", lambda text: write(_encoded(text)), part)
    passage.add_decoded(source[behind:], start + behind, _ESCAPED, unquote)
    return passage


def _encoded(text: str) -> str:
    return quote(text, safe="@+;=-.~_/,")
