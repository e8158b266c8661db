"""How foreign text is shown: what could act on a terminal is written out instead."""

import unicodedata

_MARKS = "\u200e\u200f\u061c"
_HARMLESS = frozenset(
    "\u00a0\u202f\u3000\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
)


def visible(text: str) -> str:
    r"""Give text in which nothing acts: `\x1b` and `\u202e` stand as they are written here.

    Written out are the controls C0 (TAB and line ends too), DEL and C1, U+2028 and U+2029, every
    format character (bidi controls, zero-width ones) and lone surrogates. Some format characters
    are part of words, and pass: joiners, the signs around Arabic numbers, and direction marks
    between two letters that are written from right to left, where they can turn nothing round.
    """
    if text.isprintable():
        return text
    return "".join(
        character if _is_harmless(text, place) else _written_out(character)
        for place, character in enumerate(text)
    )


def quoted(text: str, limit: int = 80) -> str:
    """Give text in quotation marks for a message: visible, at most `limit` characters of it."""
    shown = visible(text[: limit + 1])
    return f'"{shown[: limit - 1]}…"' if len(shown) > limit else f'"{shown}"'


def _is_harmless(text: str, place: int) -> bool:
    character = text[place]
    if character in _MARKS:
        neighbours = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
        return len(neighbours) == 2 and all(
            unicodedata.bidirectional(one) in {"R", "AL", "NSM"} for one in neighbours
        )
    return character.isprintable() or character in _HARMLESS


def _written_out(character: str) -> str:
    point = ord(character)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
