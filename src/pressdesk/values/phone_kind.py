"""What is known of a number from its range alone, and how its own country groups it."""

import re

import phonenumbers

_KINDS = {
    phonenumbers.PhoneNumberType.MOBILE: "mobile",
    phonenumbers.PhoneNumberType.TOLL_FREE: "public",
    phonenumbers.PhoneNumberType.PREMIUM_RATE: "public",
    phonenumbers.PhoneNumberType.SHARED_COST: "public",
}


def kind_of_range(e164: str) -> str:
    """Give "mobile", "public" (free or dear to call: a line for everybody) or "office"."""
    return _KINDS.get(phonenumbers.number_type(phonenumbers.parse(e164)), "office")


def is_grouped_as(text: str, e164: str) -> bool:
    """Ask whether a number without country code stands in the groups of its own country."""
    national = phonenumbers.format_number(
        phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.NATIONAL
    )
    return re.findall(r"\d+", text) == re.findall(r"\d+", national)


def region_of(e164: str) -> str | None:
    """Give the country (alpha-2) of a number; None where it is of none."""
    region = phonenumbers.region_code_for_number(phonenumbers.parse(e164))
    return region if region and region.isalpha() else None


def has_country_code(e164: str, digits: str) -> bool:
    """Ask whether the country code of a number is exactly these digits."""
    return str(phonenumbers.parse(e164).country_code) == digits
