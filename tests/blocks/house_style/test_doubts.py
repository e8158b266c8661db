"""What could not be read back is said before anybody prints it."""

import pytest

from pressdesk.blocks.house_style.doubts import find_doubts
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.style import BUILT_IN, CARD, INLINE, LINE, WAYS, Style
from pressdesk.blocks.wordings import LANGUAGES

NOT_ARABIC = ", ".join(tag for tag in LANGUAGES if tag != "ar")


@pytest.mark.parametrize("style", BUILT_IN.values(), ids=list(BUILT_IN))
def test_the_built_in_styles_leave_no_doubt(style: Style) -> None:
    """What they print is found again, in every language."""
    assert find_doubts(style) == []


TELLABLE = ("{name}[{comma}{title}]", "{office}", WAYS)
DOUBTS = [
    (CARD._replace(phone=PhoneForm.HYPHENS, heading=(("", "PRESS"),)), []),
    (CARD._replace(lead_in=(("", ""),)), []),
    (CARD._replace(lines=("{name}", WAYS)), []),
    (LINE._replace(phone=PhoneForm.HYPHENS, join=" | "), []),
    (
        CARD._replace(lines=("{name}[{comma}{title}][{comma}{office}]", WAYS)),
        ["an office without a title cannot be told from a title"],
    ),
    (
        CARD._replace(lines=("{name}", "{office}", "{title}", WAYS)),
        ["a title without an office cannot be told from an office"],
    ),
    (CARD._replace(way="{value}"),
     ["the kinds of numbers (office, mobile, fax …) cannot be told apart"]),
    (
        LINE._replace(separator="{comma}"),
        ["several addresses and numbers of one person cannot be told apart"],
    ),
    (
        INLINE._replace(lines=(WAYS, "{name}")),
        ["several people cannot be told apart"],
    ),
    (
        INLINE._replace(extension="{number} {extension}"),
        [
            "a number cannot be read back (in ar)",
            f"the last digits of a number are taken for an extension (in {NOT_ARABIC})",
        ],
    ),
    (
        LINE._replace(join=" / ", extension="{number} / x / {extension}"),
        ["an extension cannot be told from the text around it"],
    ),
    (CARD._replace(separator="\n"), ["no block can be read back"]),
    (
        CARD._replace(phone=PhoneForm.NATIONAL),
        ["a number in its national form is read back without the code of its country"],
    ),
    (CARD._replace(lines=(*TELLABLE, "www.example.org")), ["no block can be read back"]),
    (CARD._replace(lead_in=(("", "Press\nContact"),)), ["no block can be read back"]),
    (CARD._replace(lead_in=(("fr", "a\nb"),)), ["no block can be read back (in fr)"]),
    (CARD._replace(heading=(("fr-CA", "\na"),)), ["no block can be read back (in fr-CA)"]),
    (
        CARD._replace(heading=(("sv", "Press"), ("fr-CA", "Presse"))),
        ["heading.sv is never printed: pressdesk has no wording for that language"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("style", "doubts"), DOUBTS, ids=lambda one: str(one)[-60:])
def test_a_doubt_is_said(style: Style, doubts: list[str]) -> None:
    """In words that say what to change, with the languages where it is not so in all."""
    assert find_doubts(style) == doubts
