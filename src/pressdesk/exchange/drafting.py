"""Rows of pressdesk's own columns to drafts; what spreadsheets did to numbers is refused."""

import re
from collections.abc import Mapping

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.given import Given
from pressdesk.errors import InvalidValueError
from pressdesk.exchange.flat_record import (
    OFFICE_CELLS,
    OWN_CELLS,
    Cells,
    split_cell,
    split_values,
)
from pressdesk.model.fields import POSTING
from pressdesk.model.phone_kinds import KIND_OF_COLUMN
from pressdesk.values.extension import has_extension_word
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.phone_reading import find_country_code

_DAMAGED = (
    (re.compile(r"[0-9]+[.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE), "was cut to powers of ten"),
    (re.compile(r"[0-9]+[.,]0+"), "became a decimal number"),
    (re.compile(r"[0-9]{1,4}[-/. ][A-Za-z]{3,9}|[A-Za-z]{3,9}[-/. ][0-9]{1,4}"), "became a date"),
    (re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])([ T].*)?"), "became a date"),
)


# The office is looked up, and its extension pairs with the numbers.
_REST_OF_POSTING = Cells([field for field in POSTING if field.name not in {"office", "extension"}])


def draft_contact(texts: Mapping[str, str]) -> ContactDraft:
    """Return the draft of a row of contacts; raise InvalidValueError for a cell that is damaged."""
    internal = split_values(texts["internal"]) if "internal" in texts else ()
    for value in internal:
        _refuse_damage("internal", value)
    phones = {
        kind: _in_places(texts[column], column)
        for column, kind in KIND_OF_COLUMN.items()
        if column in texts
    }
    return ContactDraft(
        given=OWN_CELLS.given(texts),
        emails=split_values(texts["email"]) if "email" in texts else None,
        phones=phones,
        extensions=_in_places(texts["ext"], "extension") if "ext" in texts else None,
        verified_on=split_values(texts["verified_on"]) if "verified_on" in texts else (),
        internal=internal,
        posting=_REST_OF_POSTING.given(texts),
    )


def draft_office(texts: Mapping[str, str], reports_to: str | None) -> Given:
    """Return what a row of offices says; reports_to: the code that its cell resolves to."""
    if "switchboard" in texts:
        _refuse_damage("switchboard", texts["switchboard"])
    return {**OFFICE_CELLS.given(texts), "reports_to": reports_to}


def _refuse_damage(field: str, text: str) -> None:
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
    if not digits.isdigit():
        return
    code = str(find_country_code(region))
    if code == "1" or not digits.startswith(code):
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


def _in_places(text: str, called: str) -> list[str]:
    """Split a cell of numbers and keep empty places: they pair with those of another column."""
    values = split_cell(text)
    for value in values:
        _refuse_damage(called, value)
    return values
