"""Characters that Word takes from fonts of signs: what a reader takes them for."""

from xml.etree.ElementTree import Element

from pressdesk.releases.docx.names import value

# Fonts of signs have their own places, U+F0xx, for what other fonts have elsewhere.
_PRIVATE = range(0xF000, 0xF100)
_SIGNS = {
    "wingdings": {0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2B: "✉", 0x6C: "●", 0x6E: "■", 0xA7: "▪",
                  0xFC: "✓"},
    "wingdings 2": {0x27: "☎"},
    "webdings": {0xC9: "☎", 0x9B: "✉"},
    "symbol": {0xB7: "•", 0x2D: "-"},
}  # fmt: skip
# Where Symbol has what all fonts have.
_AS_ELSEWHERE = frozenset(b" !#%&()+,./0123456789:;<=>?[]_{|}")


def read_symbol(element: Element) -> str:
    """Return the character of a `w:sym`; the sign itself where nobody knows what it shows."""
    try:
        point = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    if point not in _PRIVATE:
        return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE else ""
    low = point - _PRIVATE.start
    font = (value(element, "font") or "").casefold()
    if font == "symbol" and low in _AS_ELSEWHERE:
        return chr(low)
    return _SIGNS.get(font, {}).get(low, chr(point))
