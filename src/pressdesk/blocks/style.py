"""How a block is laid out: the built-in styles, and what a house's own one may say.

A style is texts; with the words of a language it becomes a plan (plan.py), which prints and reads.
"""

from pathlib import Path
from typing import NamedTuple

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.errors import InvalidValueError
from pressdesk.model import nearest_text

WAYS = "{ways}"
# Words of the language that a template may name; the rest are fields. Two bring a field with them.
WORDS = ("colon", "comma", "semicolon", "gap", "space", "or", "and", "at", "aside",
         "word")  # fmt: skip
BRINGING = {"at": "office", "aside": "title"}
LINE_FIELDS = ("name", "title", "office")
WAY_FIELDS = ("label", "value")
EXTENSION_FIELDS = ("number", "extension")

ByLanguage = tuple[tuple[str, str], ...]


class Style(NamedTuple):
    r"""What a block looks like in any language.

    lines: templates of what one contact has (template.py); one of them is "{ways}", for all ways.
    A line vanishes when a field of it that is not in brackets is missing.
    join: what stands between the lines of one contact. separator, last_separator: between contacts,
    and before the last one (None: the same). gap: between the lead-in and the first contact.
    way: one way. between_ways: what stands between ways (None: as join).
    phone: the form of numbers. extension: how an extension stands behind its number; "{word}" is
    the language's word for it. order: the kinds of ways in the order of printing; kinds that are
    not named come behind.
    lead_in, heading: by language (BCP 47), instead of the wording's lead-in, and above the block;
    an empty lead-in prints none.
    """

    name: str
    lines: tuple[str, ...]
    join: str = "\n"
    separator: str = "\n\n"
    last_separator: str | None = None
    gap: str = "\n"
    way: str = "{label}{colon}{value}"
    between_ways: str | None = None
    phone: PhoneForm = PhoneForm.SPACES
    extension: str = "{number} {word} {extension}"
    order: tuple[WayKind, ...] = ()
    lead_in: ByLanguage = ()
    heading: ByLanguage = ()


CARD = Style("card", ("{name}[{comma}{title}]", "{office}", WAYS))
INLINE = Style(
    "inline",
    ("{name}[{comma}{title}][{at}]", WAYS),
    join="{comma}",
    separator="{semicolon}",
    last_separator="{semicolon}{or}{space}",
    gap="{gap}",
)
LINE = Style(
    "line",
    # In brackets a title cannot be taken for an office.
    ("{name}[{aside}]", "{office}", WAYS),
    join="{comma}",
    separator="\n",
)

BUILT_IN = {style.name: style for style in (CARD, INLINE, LINE)}
# The same styles as a press office would write them, with comments; a test holds each file to its
# Style, which stands above so that printing a block needs no parser of TOML.
BUILT_IN_FILES = Path(__file__).with_name("styles")


def find_style(name: str) -> Style | None:
    """Find a built-in style by its name."""
    return BUILT_IN.get(name)


def get_style(style: Style | str) -> Style:
    """Get a style: one of the house as it was loaded, or a built-in one by its name.

    Raises InvalidValueError for a name that no built-in style has.
    """
    if isinstance(style, Style):
        return style
    found = find_style(style)
    if found is None:
        raise InvalidValueError(
            "style", style, "there is no such style", f"choose one of {', '.join(BUILT_IN)}"
        )
    return found


def text_in(texts: ByLanguage, language: str) -> str | None:
    """Look a text up by its tag, then by shorter and shorter ones, then the one for all ("")."""
    known = dict(texts)
    found = nearest_text(known, language)
    return known.get("") if found is None else found
