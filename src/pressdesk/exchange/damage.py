"""What spreadsheets do to numbers: refused, never guessed."""

import re

from pressdesk.errors import InvalidValueError
from pressdesk.values.extension import has_extension_word
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.phone_reading import find_country_code

_DAMAGED = (
    (re.compile(r"[0-9]+[.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE), "was cut to powers of ten"),
    (re.compile(r"[0-9]+[.,]0+"), "became a decimal number"),
    (re.compile(r"[0-9]{1,4}[-/. ][A-Za-z]{3,9}|[A-Za-z]{3,9}[-/. ][0-9]{1,4}"), "became a date"),
    (re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])([ T].*)?"), "became a date"),
)


def refuse_damage(field: str, text: str) -> None:
    """Refuse what a spreadsheet made of a number or an extension; raise InvalidValueError."""
    if text.startswith("+") or text.isdigit() or has_extension_word(text):
        return  # nothing damages these so; and "ext 230" only looks like "Mar 30"
    for pattern, what in _DAMAGED:
        if pattern.fullmatch(text.strip()):
            raise InvalidValueError(
                field,
                text,
                f"{what} by a spreadsheet",
                "type it again in a cell of the format Text",
            )


def refuse_lost_plus(field: str, text: str, region: str) -> None:
    """Refuse bare digits that a "+" makes a number of the region: a spreadsheet took it away.

    region: of the row (alpha-2). In the countries of +1 the 1 is a trunk prefix too, and nothing
    was lost.
    """
    digits = text.strip()
    code = str(find_country_code(region))
    if code == "1" or not digits.isdigit() or not digits.startswith(code):
        return
    try:
        PhoneNumber.parse(f"+{digits}")
    except InvalidValueError:
        return
    raise InvalidValueError(
        field,
        text,
        'looks like a number whose "+" a spreadsheet took away',
        f"write +{digits}, or the number as it is dialled within the country",
    )
