"""Templates of a style: what is read, what is filled in, and what vanishes."""

import pytest

from pressdesk.blocks.block import Way, WayKind
from pressdesk.blocks.template import (
    Piece,
    Template,
    Values,
    field_names,
    fill,
    make_group,
    parse_template,
)

FIELDS = ("name", "title", "office")
WAY = Way(WayKind.FAX, "+1 202 862 1826")
ADA: Values = {"name": (Piece("Ada", "name"),), "title": (Piece("Editor", "title"),)}


def filled(text: str, **values: str | None) -> str | None:
    """Give what a template says of a contact; None where it vanishes."""
    pieces = {name: (Piece(one, name),) if one else None for name, one in values.items()}
    found = fill(parse_template(text, FIELDS), pieces)
    return None if found is None else "".join(piece.text for piece in found)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("", ()),
        ("Press", (make_group((Piece("Press"),), is_optional=False),)),
        ("{name}", (make_group((Piece("", "name"),), is_optional=False),)),
        (
            "{name}[, {title}]!",
            (
                make_group((Piece("", "name"),), is_optional=False),
                make_group((Piece(", "), Piece("", "title")), is_optional=True),
                make_group((Piece("!"),), is_optional=False),
            ),
        ),
        (
            "[{title}][{office}]",
            (
                make_group((Piece("", "title"),), is_optional=True),
                make_group((Piece("", "office"),), is_optional=True),
            ),
        ),
        ("[]", ()),
    ],
)
def test_a_template_is_text_fields_and_brackets(text: str, template: Template) -> None:
    """Each bracket is a group of its own, and so is what stands between two."""
    assert parse_template(text, FIELDS) == template


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{name}}", "{name}"),
        ("{{{name}}}", "{Ada}"),
        ("[[{name}]]", "[Ada]"),
        ("[[[{name}]]]", "[Ada]"),
        ("{{}}[[]]", "{}[]"),
        ("{name}[ [[{title}]]]", "Ada [Editor]"),
        ("a\nb\\n{name}", "a\nb\\nAda"),
        ("%s {name} $name \\1", "%s Ada $name \\1"),
    ],
)
def test_a_doubled_mark_is_printed(text: str, printed: str) -> None:
    """A style may print the marks of templates, and every other one as it is."""
    assert filled(text, name="Ada", title="Editor") == printed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{name", 'has a "{" without its partner'),
        ("name}", 'has a "}" without its partner'),
        ("{", 'has a "{" without its partner'),
        ("}", 'has a "}" without its partner'),
        ("{{name}", 'has a "}" without its partner'),
        ("{{{name}}", 'has a "}" without its partner'),
        ("{name}}", 'has a "}" without its partner'),
        ("{name[0]}", 'has a "{" without its partner'),
        ("[", 'has a "[" without its partner'),
        ("]", 'has a "]" without its partner'),
        ("[{name}", 'has a "[" without its partner'),
        ("{name}]", 'has a "]" without its partner'),
        ("[{name}[, {title}]]", 'has a "[" inside other brackets'),
        ("[{name} [ {title}]", 'has a "[" inside other brackets'),
        ("[[{name}]", 'has a "]" without its partner'),
        ("{name\n}", 'has a "{" without its partner'),
        (f"{{{'x' * 41}}}", 'has a "{" without its partner'),
        ("{}", "has an unknown field {}; choose from {name}, {title}, {office}"),
        ("{nmae}", "has an unknown field {nmae}; choose from {name}, {title}, {office}"),
        ("[{email}]", "has an unknown field {email}; choose from {name}, {title}, {office}"),
    ],
)
def test_a_malformed_template_is_refused_with_a_reason(text: str, reason: str) -> None:
    """The reason ends the sentence of whoever loads the style."""
    with pytest.raises(ValueError, match=r"^has an? ") as raised:
        parse_template(text, FIELDS)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("Name", "Name"),
        ("na me", "na me"),
        (" name ", " name "),
        ("name!r", "name!r"),
        ("name.text", "name.text"),
        ("0", "0"),
        ("__class__", "__class__"),
        ("имя", "имя"),
        ("\x1b(0\x07", r"\x1b(0\x07"),
        ("\u202eeman", r"\u202eeman"),
    ],
)
def test_an_unknown_field_is_named_and_does_not_act(field: str, shown: str) -> None:
    """Whoever misspells one sees which; what could act on the terminal is written out."""
    with pytest.raises(ValueError, match=r"^has an unknown field") as raised:
        parse_template(f"{{name}}[, {{{field}}}]", FIELDS)
    known = "choose from {name}, {title}, {office}"
    assert str(raised.value) == f"has an unknown field {{{shown}}}; {known}"


@pytest.mark.parametrize(
    ("text", "values", "printed"),
    [
        ("{name}, {title}", {"name": "Ada", "title": "Editor"}, "Ada, Editor"),
        ("{name}, {title}", {"name": "Ada"}, None),
        ("{name}, {title}", {"name": "Ada", "title": None}, None),
        ("{name}, {title}", {"title": "Editor"}, None),
        ("{name}[, {title}]", {"name": "Ada", "title": "Editor"}, "Ada, Editor"),
        ("{name}[, {title}]", {"name": "Ada"}, "Ada"),
        ("{name}[, {title}]", {"title": "Editor"}, None),
        ("{name}[ ({title}, {office})]", {"name": "Ada", "title": "Editor"}, "Ada"),
        ("{name}[, {title}][, {office}]", {"name": "Ada", "office": "IOM"}, "Ada, IOM"),
        ("[{title}]", {"name": "Ada"}, ""),
        ("[always]", {}, "always"),
        ("Press", {}, "Press"),
        ("", {"name": "Ada"}, ""),
        ("{name} {name}", {"name": "Ada"}, "Ada Ada"),
    ],
)
def test_what_is_missing_vanishes(
    text: str, values: dict[str, str | None], printed: str | None
) -> None:
    """In brackets alone, with what stands around it; outside them with the whole line."""
    assert filled(text, **values) == printed


@pytest.mark.parametrize("text", ["{title}", "[x]", "{{", "]]", "\\{name\\}", "Ada, Editor"])
def test_a_value_is_no_template(text: str) -> None:
    """What is filled in is not read again."""
    assert filled("{name}[, {title}]", name=text, title=text) == f"{text}, {text}"


def test_a_value_of_several_pieces_keeps_its_roles() -> None:
    """A number and its extension come together and stay apart."""
    value = (Piece("1826", "number", WAY), Piece(" ext "), Piece("230", "extension", WAY))
    template = parse_template("{label}: {value}", ("label", "value"))
    assert fill(template, {"label": (Piece("Tel", "label"),), "value": value}) == [
        Piece("Tel", "label"), Piece(": "), *value
    ]  # fmt: skip


def test_the_text_between_belongs_to_the_way() -> None:
    """So that a link holds the word before the extension too; fields have their own way."""
    assert fill(parse_template("{name}, {title}", FIELDS), ADA, WAY) == [
        Piece("Ada", "name"), Piece(", ", "", WAY), Piece("Editor", "title")
    ]  # fmt: skip


def test_fields_are_named_in_their_order() -> None:
    """Those in brackets and those that come twice too."""
    template = parse_template("{office}: {name}[, {title}] ({name})", FIELDS)
    assert list(field_names(template)) == ["office", "name", "title", "name"]
