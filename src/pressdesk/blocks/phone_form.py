"""The forms in which a style prints a number, and back."""

import re
from enum import StrEnum

# A number as the directory shows it: the only form that has others.
_SPACED = re.compile(r"\+[0-9]+(?: [0-9]+)*")
_HYPHENED = re.compile(r"\+[0-9]+(?:-[0-9]+)*")
_URI = "tel:"


class PhoneForm(StrEnum):
    """How a number is printed.

    `+1 202 862 1826`; `+1-202-862-1826`; `(202) 862-1826` where it is of the office's own country;
    or the link of RFC 3966, `tel:+1-202-862-1826;ext=230`.
    """

    SPACES = "spaces"
    HYPHENS = "hyphens"
    NATIONAL = "national"
    RFC3966 = "rfc3966"


def show_number(text: str, form: PhoneForm, country: str | None) -> str:
    """Give a number in a form; a text that is no international number stays as it is.

    country: of the office whose number it is (alpha-2).
    """
    if form is PhoneForm.SPACES or not _SPACED.fullmatch(text):
        return text
    if form is PhoneForm.NATIONAL:
        from pressdesk.values.phone_display import national_form  # imports phonenumbers

        return (national_form(text.replace(" ", ""), country) if country else None) or text
    hyphened = text.replace(" ", "-")
    return f"{_URI}{hyphened}" if form is PhoneForm.RFC3966 else hyphened


def read_number(text: str, form: PhoneForm) -> str:
    """Give the international form with spaces of what was shown; a national one stays as it is."""
    if form is PhoneForm.RFC3966:
        bare = text.removeprefix(_URI)
        return bare.replace("-", " ") if bare != text and _HYPHENED.fullmatch(bare) else text
    if form is PhoneForm.HYPHENS and _HYPHENED.fullmatch(text):
        return text.replace("-", " ")
    return text
