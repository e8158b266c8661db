"""How foreign text is shown: what could act on a terminal is written out instead."""

_INVISIBLE_SPACES = {" ", "\u00a0", "\u202f", "\u3000"}


def visible(text: str) -> str:
    r"""Give text in which nothing acts: `\x1b` and `\u202e` stand as they are written here.

    Written out are the controls C0 (TAB and line ends too), DEL and C1, U+2028 and U+2029, every
    format character (bidi controls, zero-width ones) and lone surrogates. Joiners between letters
    are format characters as well, but a name may need them: they pass.
    """
    if text.isprintable():
        return text
    return "".join(
        character if _is_harmless(character) else _written_out(character) for character in text
    )


def quoted(text: str, limit: int = 80) -> str:
    """Give text in quotation marks for a message: visible, at most `limit` characters of it."""
    shown = visible(text[: limit + 1])
    return f'"{shown[: limit - 1]}…"' if len(shown) > limit else f'"{shown}"'


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character in _INVISIBLE_SPACES or character in "\u200c\u200d"


def _written_out(character: str) -> str:
    point = ord(character)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
