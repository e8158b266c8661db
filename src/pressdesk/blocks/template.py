"""Templates of a style: literal text, fields in braces, and brackets around what vanishes with one.

`{name}[, {title}]` gives "Ada Example, Editor", and "Ada Example" where there is no title. A brace
or bracket that is to be printed is doubled.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from pressdesk.blocks.block import Way
from pressdesk.text.visible import visible


class Piece(NamedTuple):
    """A bit of a printed block.

    role: the field that it is, or "" for literal text between fields. way: the way whose value it
    belongs to, or None.
    """

    text: str
    role: str = ""
    way: Way | None = None


class Group(NamedTuple):
    """What stands or vanishes together; pieces with a role are fields, named by it."""

    pieces: tuple[Piece, ...]
    is_optional: bool
    fields: tuple[str, ...]


Template = tuple[Group, ...]
Values = Mapping[str, Sequence[Piece] | None]

# Any name at all is a field: "{Name}" is a wrong one, and no lone brace.
_TOKENS = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\{(?P<field>[^\[\]{}\n]{0,40})\}|(?P<mark>[\[\]{}])|[^\[\]{}]+"
)
_DOUBLED = {"{{": "{", "}}": "}", "[[": "[", "]]": "]"}


def parse_template(text: str, fields: Collection[str]) -> Template:
    """Read a template; raise ValueError with a reason that ends a sentence.

    fields: the names that it may hold.
    """
    groups: list[Group] = []
    pieces: list[Piece] = []
    is_inside = False
    for token in _TOKENS.finditer(text):
        mark, name = token["mark"], token["field"]
        if mark in {"[", "]"}:
            if (mark == "[") is is_inside:
                reason = "inside other brackets" if is_inside else "without its partner"
                raise ValueError(f'has a "{mark}" {reason}')
            if pieces:
                groups.append(make_group(pieces, is_optional=is_inside))
            pieces, is_inside = [], not is_inside
        elif mark:
            raise ValueError(f'has a "{mark}" without its partner')
        elif name is not None:
            if name not in fields:
                known = ", ".join(f"{{{one}}}" for one in fields)
                raise ValueError(f"has an unknown field {{{visible(name)}}}; choose from {known}")
            pieces.append(Piece("", name))
        else:
            pieces.append(Piece(_DOUBLED.get(token[0], token[0])))
    if is_inside:
        raise ValueError('has a "[" without its partner')
    return (*groups, make_group(pieces, is_optional=False)) if pieces else tuple(groups)


def make_group(pieces: Sequence[Piece], *, is_optional: bool) -> Group:
    """Make a group of its pieces."""
    return Group(tuple(pieces), is_optional, tuple(one.role for one in pieces if one.role))


def field_names(template: Template) -> Iterator[str]:
    """Name the fields of a template in their order."""
    return (name for group in template for name in group.fields)


def fill(template: Template, values: Values, way: Way | None = None) -> list[Piece] | None:
    """Put values in; None when the whole vanishes, because a field outside brackets is missing.

    way: the way to which the literal text belongs.
    """
    filled: list[Piece] = []
    for pieces, is_optional, fields in template:
        if is_optional and not all(map(values.get, fields)):
            continue
        for piece in pieces:
            if not piece.role:
                filled.append(Piece(piece.text, "", way) if way else piece)
            elif value := values.get(piece.role):
                filled += value
            else:
                return None
    return filled
