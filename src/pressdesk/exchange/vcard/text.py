r"""The text of a vCard, both ways: escapes of a value, and the folding of a line when written.

Unfolding stands in vcard_lines.py: it works on bytes, because a fold may part a character.
"""

import re

# Clean texts have none of these; a card stays whole even when one came past the door.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def fold_line(line: str, width: int = 75) -> str:
    """Fold one vCard line (RFC 6350, section 3.2).

    line: a whole content line, without its line end. width: octets of UTF-8, not characters, in
    each line before its CRLF.
    """
    if len(line.encode()) <= width:
        return line
    lines, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > width:
            lines.append(" ")
            octets = 1
        lines[-1] += character
        octets += size
    return "\r\n".join(lines)


def escape_text(text: str) -> str:
    """Escape a text value (RFC 6350, section 3.4); controls become spaces."""
    for character in "\\,;":
        text = text.replace(character, f"\\{character}")
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n")).replace("\n", "\\n")


def unescape_text(text: str) -> str:
    r"""Resolve the escapes of a value: `\n` is a line end, any other character stands for itself.

    A backslash at the very end stays.
    """
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def split_text(text: str, separator: str) -> list[str]:
    """Split a value at the separators that are not escaped; the parts keep their escapes."""
    if "\\" not in text:
        return text.split(separator)
    parts = [""]
    start = 0
    for match in re.finditer(rf"\\.|{separator}", text, re.DOTALL):
        if match[0] == separator:
            parts[-1] = text[start : match.start()]
            parts.append("")
            start = match.end()
    parts[-1] = text[start:]
    return parts
