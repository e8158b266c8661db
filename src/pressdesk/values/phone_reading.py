"""How a phone number is read; the only door to phonenumbers.

phonenumbers reads letters as keypad digits ("App. 22" becomes a valid wrong number). So it is
given digits alone: extension words come off first, other letters are refused, and what it makes
of the digits is held against what was typed.
"""

import re
from functools import cache
from typing import NamedTuple

import phonenumbers

from pressdesk.errors import InvalidValueError
from pressdesk.values.clean_text import clean_text, lost_characters
from pressdesk.values.extension import (
    MOST_DIGITS,
    SplitNumber,
    has_extension_word,
    split_extension,
    to_ascii_digits,
)
from pressdesk.values.places import country_name

FIELD = "phone"
_LONGEST = 100
_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—―−－", "-"), "＋": "+", "（": "(", "）": ")"})
_DIGITS = frozenset("0123456789")
_SEPARATORS = frozenset(" -./()")
# A slash may part two numbers: it is judged with the rest.
_PLAIN = re.compile(r" *\+?[ ().-]*[0-9][0-9 ().-]*")
_GROUPS = re.compile(r"[0-9+]+")
_WITHOUT_SEPARATORS = str.maketrans(dict.fromkeys(" ().-"))
_MOST_AREA_DIGITS = 5
# What the metadata itself puts before a subscriber's digits in these regions: Argentina's mobile 9
# (typed as 15 behind the area code), and the area code of an island's short local numbers.
_ADDED_BY_METADATA = {
    "AG": "268", "AI": "264", "AR": "9", "AS": "684", "BB": "246", "BM": "441", "BS": "242",
    "CC": "8", "CX": "8", "DM": "767", "GD": "473", "GG": "1481", "GU": "671", "IM": "1624",
    "JE": "1534", "KN": "869", "KY": "345", "LC": "758", "MG": "20", "MP": "670", "MS": "664",
    "NF": "3", "SM": "0549", "SX": "721", "TC": "649", "TT": "868", "VC": "784", "VG": "284",
    "VI": "340",
}  # fmt: skip


class ReadNumber(NamedTuple):
    """What was read; the fields are those of PhoneNumber."""

    e164: str
    extension: str | None
    display: str
    possible_only: bool


def read_phone(text: str, region: str | None, *, allow_possible: bool) -> ReadNumber:
    """Read one number, as PhoneNumber.parse says; raise InvalidValueError."""
    split, typed = _split(text)
    if not typed.startswith("+") and region is None:
        raise InvalidValueError(
            FIELD,
            text,
            "has no country code",
            "begin with + and the country's code, as in +1 202 862 1826",
        )
    try:
        parsed = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException as error:
        raise _parse_error(text, typed, error) from error
    _refuse_untyped_digits(text, typed, parsed)
    _refuse_two_numbers(text, split.number, parsed)
    is_valid = phonenumbers.is_valid_number(parsed)
    if not is_valid:
        _refuse_invalid(text, region, parsed, allow_possible=allow_possible)
    return ReadNumber(
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        split.extension,
        _display(parsed),
        possible_only=not is_valid,
    )


def find_country_code(region: str) -> int:
    """Give the number behind the "+" of a country (alpha-2); 0 when it has none."""
    return phonenumbers.country_code_for_region(region)


def plain_digits(text: str) -> str | None:
    """Give "+" and digits of a text that holds nothing but a number; None where it may hold more.

    Two texts with the same "+" and digits are the same number.
    """
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return None
    return text.translate(_WITHOUT_SEPARATORS)


def _split(text: str) -> tuple[SplitNumber, str]:
    """Give number and extension as typed, and the number as "+" and digits; refuse what is odd."""
    if typed := plain_digits(text):  # it has nothing that could be odd
        return SplitNumber(text.strip(), None), typed
    split = split_extension(_prepared(text))
    return split, _checked_spelling(text, split.number)


def _prepared(text: str) -> str:
    """Clean the text and make digits, dashes and brackets of every script ASCII."""
    if lost := lost_characters(text):
        raise InvalidValueError(FIELD, text, f"contains {lost[0]}", "type the number again")
    cleaned = to_ascii_digits(clean_text(FIELD, text, _LONGEST)).translate(_DASHES)
    return cleaned[4:].lstrip() if cleaned[:4].lower() == "tel:" else cleaned


def _checked_spelling(text: str, number: str) -> str:
    """Give "+" and digits of a number without its extension; refuse whatever else is in it."""
    if _DIGITS.isdisjoint(number):
        raise InvalidValueError(FIELD, text, "has no digits", "expected a number")
    if number.count("+") > 1 or re.search(r"[0-9]\s*[;,&|]|[0-9] (?:or|and)\b", number):
        raise InvalidValueError(FIELD, text, "holds two numbers", "give each one by itself")
    if has_extension_word(number):
        raise InvalidValueError(
            FIELD,
            text,
            "has an extension that cannot be read",
            f'expected one extension of at most {MOST_DIGITS} digits, as in "ext 230"',
        )
    letters = "".join(character for character in number if character.isalpha())
    if letters:
        raise InvalidValueError(
            FIELD,
            text,
            f'contains letters ("{letters}")',
            'type digits; an extension is written "ext 230"',
        )
    # Not str.isdigit: it takes a superscript for a digit, which would then be lost.
    odd = next((one for one in number.lstrip("+") if one not in _DIGITS | _SEPARATORS), "")
    if odd:
        raise InvalidValueError(
            FIELD, text, f'contains "{odd}"', "expected digits, spaces and + ( ) - . /"
        )
    return re.sub(r"[^0-9+]", "", number)


def _parse_error(text: str, typed: str, error: Exception) -> InvalidValueError:
    kind = error.error_type if isinstance(error, phonenumbers.NumberParseException) else None
    if kind == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
        return InvalidValueError(
            FIELD,
            text,
            "has no country code that is in use",
            "begin with + and the country's code, as in +1 202 862 1826",
        )
    reason = "too long" if kind == phonenumbers.NumberParseException.TOO_LONG else "too short"
    return InvalidValueError(
        FIELD, text, f"{reason} ({len(typed.lstrip('+'))} digits)", "type the whole number"
    )


def _refuse_untyped_digits(text: str, typed: str, parsed: phonenumbers.PhoneNumber) -> None:
    """Hold the library to our promise: a digit that is stored was typed.

    The national number ends what was typed, except in the regions whose metadata rewrites it; there
    it is what was typed, in order, behind the digits that the metadata is known to add.
    """
    national = phonenumbers.national_significant_number(parsed)
    digits = typed.lstrip("+")
    if digits.endswith(national):
        return
    added = _ADDED_BY_METADATA.get(phonenumbers.region_code_for_number(parsed) or "", "")
    remaining = iter(digits)
    if added and all(digit in remaining for digit in national.removeprefix(added)):
        return
    raise InvalidValueError(
        FIELD,
        text,
        f"would be read as {phonenumbers.format_number(parsed, 1)}, which was not typed",
        "begin with + and the country's code",
    )


def _refuse_two_numbers(text: str, number: str, parsed: phonenumbers.PhoneNumber) -> None:
    """Refuse a slash that parts two numbers; one behind an area code is fine ("030/123456")."""
    if "/" not in number:
        return
    before, _, after = number.partition("/")
    digits = [sum(character.isdigit() for character in part) for part in (before, after)]
    national = len(phonenumbers.national_significant_number(parsed))
    if "/" in after or digits[0] - (sum(digits) - national) > _MOST_AREA_DIGITS:
        raise InvalidValueError(FIELD, text, "holds two numbers", "give each one by itself")


def _refuse_invalid(
    text: str, region: str | None, parsed: phonenumbers.PhoneNumber, *, allow_possible: bool
) -> None:
    """Raise for a number that is not valid; of countries that share a code, name the writer's."""
    code = parsed.country_code or 0
    at_home = region is not None and phonenumbers.country_code_for_region(region) == code
    if region is None or not at_home:
        region = phonenumbers.region_code_for_country_code(code)
    # Satellites and other networks of no country have the region "001".
    where = f"{country_name(region)} (+{code})" if region.isalpha() else f"+{code}"
    result = phonenumbers.is_possible_number_with_reason(parsed)
    if result == phonenumbers.ValidationResult.IS_POSSIBLE:
        if allow_possible:
            return
        raise InvalidValueError(
            FIELD,
            text,
            f"is not a valid number in {where}",
            "check the digits; --allow-possible stores it all the same",
        )
    if result == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        raise InvalidValueError(
            FIELD,
            text,
            f"lacks its area code in {where}",
            "write the whole number, with its area code",
        )
    reasons = {
        phonenumbers.ValidationResult.TOO_LONG: "too long for",
        phonenumbers.ValidationResult.INVALID_LENGTH: "has the wrong length for",
        phonenumbers.ValidationResult.INVALID_COUNTRY_CODE: "has no country code that is in use:",
    }
    reason = f"{reasons.get(result, 'too short for')} {where}"
    raise InvalidValueError(
        FIELD, text, reason, f"expected {_expected_digits(region, code)} digits after +{code}"
    )


@cache
def _expected_digits(region: str, code: int) -> str:
    """Give the lengths of a national number in words: "10", "9 or 10", "4 to 15"."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    general = metadata.general_desc if metadata else None
    lengths = [one for one in (general.possible_length if general else ()) if one > 0]
    if not lengths:
        return "other"
    if len(lengths) == 1:
        return str(lengths[0])
    together = lengths[-1] - lengths[0] == len(lengths) - 1 and len(lengths) > 2
    if together:
        return f"{lengths[0]} to {lengths[-1]}"
    return f"{', '.join(map(str, lengths[:-1]))} or {lengths[-1]}"


def _display(parsed: phonenumbers.PhoneNumber) -> str:
    text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return " ".join(_GROUPS.findall(text))
