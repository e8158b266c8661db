"""How a number is written within its own country."""

import phonenumbers


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
