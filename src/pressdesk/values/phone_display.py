"""How a number is written within its own country."""

from functools import lru_cache

import phonenumbers


@lru_cache(maxsize=4096)
def split_code(e164: str) -> tuple[str, str]:
    """Return the digits of a number's country code, and those behind it.

    e164: "+" and digits. A number of no country has all of them behind.
    """
    digits = e164.removeprefix("+")
    for length in (1, 2, 3):  # no code begins like another one
        code = digits[:length]
        if code and int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return code, digits[length:]
    return "", digits


def national_form(e164: str, region: str) -> str | None:
    """Give a number as it is dialled within its country; None where it is another country's.

    e164: "+" and digits. region: ISO 3166-1 alpha-2 of the country that is asked about. Countries
    that share a code (+1) are told apart by the number.
    """
    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.region_code_for_number(parsed) != region:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
