"""Days on which somebody found addresses and numbers to be right."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from pressdesk.drafts.ways import Reading, find_phones, not_theirs, split_kind
from pressdesk.model import Email, Phone, PhoneKind
from pressdesk.values.days import parse_day
from pressdesk.values.email_address import EmailAddress

# A value behind its day of verifying: an address, or a number with "+" and perhaps with its kind.
_DAY_OF_VALUE = re.compile(r"(\S+)\s+(\S+@\S+|(?:[a-z]+ )?\+.+)")


def verify(
    emails: Sequence[Email], phones: Sequence[Phone], text: str, reading: Reading
) -> dict[str, Any]:
    """Return emails and phones with a day of verifying: of all public ones, or of one value.

    text: "2026-01-31", or with a value behind it, which is passed over when it is not theirs.
    """
    match = _DAY_OF_VALUE.fullmatch(text.strip())
    day = parse_day("verified", match[1] if match else text)
    address = number = None
    if match and "@" in match[2]:
        address = match[2].casefold()
    elif match:
        kind, bare = split_kind(match[2])
        number = kind or PhoneKind.OFFICE, reading.phone(bare).identity
    return {
        "emails": tuple(
            one._replace(verified_on=day)
            if (one.address.folded == address if match else one.public)
            else one
            for one in emails
        ),
        "phones": tuple(
            one._replace(verified_on=day)
            if ((one.kind, one.number.identity) == number if match else one.public)
            else one
            for one in phones
        ),
    }


def verify_value(
    emails: Sequence[Email], phones: Sequence[Phone], text: str, day: date, reading: Reading
) -> dict[str, Any]:
    """Return emails and phones with a day of verifying at one value, of whatever kinds it is.

    Raises InvalidValueError where it is none of them.
    """
    if "@" in text:
        folded = EmailAddress.parse(text).folded
        if all(email.address.folded != folded for email in emails):
            raise not_theirs("e-mail", text, [str(email.address) for email in emails])
        return verify(emails, phones, f"{day} {folded}", reading)
    found = find_phones(phones, reading.phone(split_kind(text)[1]))
    if not found:
        raise not_theirs("phone", text, [str(phone.number) for phone in phones])
    return {
        "emails": tuple(emails),
        "phones": tuple(
            phone._replace(verified_on=day) if phone in found else phone for phone in phones
        ),
    }
