"""Pages that are templates (Jinja, Twig, PHP, Template Toolkit), and where a block may stand."""

import re
from typing import NamedTuple

from pressdesk.errors import InvalidFileError

_TAG = re.compile(r"\{%-?\s*(?P<verb>block|endblock|extends)\b\s*(?P<name>[\w.-]*)[^%]{0,200}%\}")
_CODE = re.compile(r"<\?(?:php|=).*?(?:\?>|\Z)|\[%.*?(?:%\]|\Z)|<%.*?(?:%>|\Z)|\{[{%].*?[}%]\}",
                   re.DOTALL)  # fmt: skip
# What the part of a page with its text is called.
_BODIES = ("content", "body", "main", "article", "page_content", "release", "text")


class _Part(NamedTuple):
    """A named part: its content is at [start:end)."""

    name: str
    start: int
    end: int


def place_in_template(name: str, text: str, place: int) -> int:
    """Return a place for a block in a page that may be a template; others stay as they are.

    Outside its named parts such a page shows nothing: the place moves to the end of the part with
    the text. name: the file's in messages. Raises InvalidFileError for one without any part, and
    where code begins that nothing ends.
    """
    for code in _CODE.finditer(text):
        if code.start() < place < code.end():
            if code.end() == len(text):
                line = text.count("\n", 0, code.start()) + 1
                raise InvalidFileError(
                    name, line, "code of a template begins here and never ends; end it"
                )
            place = code.end()
    parts, extends = _find_parts(text)
    if not parts:
        if extends:
            raise InvalidFileError(
                name,
                None,
                "is a template without a part of its own for text; use the page that is made of it",
            )
        return place
    if not extends or any(part.start <= place <= part.end for part in parts):
        return place
    named = [part for wanted in _BODIES for part in parts if part.name == wanted]
    body = (named or sorted(parts, key=lambda part: part.start - part.end))[0]
    return text.rfind("\n", body.start, body.end) + 1 or body.end


def _find_parts(text: str) -> tuple[list[_Part], bool]:
    """Return the outermost named parts of a template, and whether it fills those of another."""
    parts: list[_Part] = []
    opened: list[re.Match[str]] = []
    extends = False
    for tag in _TAG.finditer(text):
        if tag["verb"] == "extends":
            extends = True
        elif tag["verb"] == "block":
            opened.append(tag)
        elif opened:
            begin = opened.pop()
            if not opened:
                parts.append(_Part(begin["name"], begin.end(), tag.start()))
    return parts, extends
