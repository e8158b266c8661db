"""The values of a style file: texts, arrays and choices, each checked; mistakes are named."""

import unicodedata
from collections.abc import Sequence

from pressdesk.blocks.house_style.toml_lines import Where
from pressdesk.text.visible import quoted, visible
from pressdesk.values.clean_text import has_ink, lost_characters


class MistakeError(ValueError):
    """Something in a style that cannot be meant; where: the keys and places that lead to it."""

    def __init__(self, where: Where, reason: str) -> None:
        # A key without a letter in it is legal in TOML.
        names = [visible(name[:80]) or '""' for name in where if isinstance(name, str)]
        super().__init__(f"{'.'.join(names)}: {reason}")
        self.where = where


def read_array(where: Where, value: object) -> Sequence[object]:
    """Read an array; its items are the caller's question."""
    if not isinstance(value, list):
        raise MistakeError(where, f'must be an array, as in ["…", "…"], not {_kind_of(value)}')
    return value


def read_line(where: Where, value: object) -> str:
    """Read a text of one line in which something can be seen."""
    text = read_text(where, value)
    if "\n" in text:
        raise MistakeError(where, f"{quoted(text)} holds the end of a line")
    if not has_ink(text):
        raise MistakeError(where, f"{quoted(text)} is empty; leave it out")
    return text


def read_text(where: Where, value: object, what: str = "a text in quotation marks") -> str:
    """Read a text in NFC, without anything in it that hides or acts; it may hold line ends."""
    if not isinstance(value, str):
        raise MistakeError(where, f"must be {what}, not {_kind_of(value)}")
    for character in value:
        if character != "\n" and unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"}:
            raise MistakeError(
                where, f"{quoted(value)} holds a control character (U+{ord(character):04X})"
            )
    if lost := lost_characters(value):
        raise MistakeError(where, f"{quoted(value)} holds what cannot be seen ({', '.join(lost)})")
    return unicodedata.normalize("NFC", value)


def read_choice(where: Where, text: str, choices: Sequence[str]) -> str:
    """Read one of several words."""
    if text not in choices:
        raise MistakeError(where, f"{quoted(text)} is none of {', '.join(choices)}")
    return text


def _kind_of(value: object) -> str:
    kinds = {str: "a text", bool: "true or false", int: "a number", float: "a number",
             list: "an array", dict: "a table"}  # fmt: skip
    return kinds.get(type(value), "a date or a time")
