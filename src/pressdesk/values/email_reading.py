"""How an e-mail address is read; the only door to email_validator."""

import re
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from pressdesk.errors import InvalidValueError
from pressdesk.values.clean_text import clean_text, lost_characters
from pressdesk.values.email_address import FIELD

_REMEDY = "expected name@host"
# A name that no rule touches (RFC 5322: atoms and full stops) at a domain in ASCII. Names with
# capitals are left out: some of those are the same in any case (RFC 2142), and the library knows
# which.
_PLAIN = re.compile(r"([a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*)@([A-Za-z0-9.-]+)")
# What people put between two addresses.
_BETWEEN = re.compile(r"[,;]")
# RFC 5321, 4.5.3.1: the most characters of a name, and of a whole address.
_LONGEST_NAME, _LONGEST = 64, 254


def read_email(text: str) -> str:
    """Give the normal form of one address, as EmailAddress.parse says; raise InvalidValueError."""
    return _read_plain(text) or _read_any(text)


def _read_plain(text: str) -> str | None:
    """Read an address with nothing odd in its name, at a domain that was judged before.

    A file has many addresses at few domains, and judging a domain is what takes time. None: it must
    be read whole, or is refused.
    """
    match = _PLAIN.fullmatch(text)
    if match is None or len(text) > _LONGEST or len(match[1]) > _LONGEST_NAME:
        return None
    domain = _normal_domain(match[2])
    return f"{match[1]}@{domain}" if domain else None


@lru_cache(maxsize=1000)
def _normal_domain(domain: str) -> str | None:
    """Give the normal form of a domain in ASCII letters; None of another, or of a refused one."""
    try:
        _, _, normal = _read_any(f"a@{domain}").rpartition("@")
    except InvalidValueError:
        return None
    # In other letters it has another length: the whole address must be measured.
    return normal if normal.isascii() else None


def _read_any(text: str) -> str:
    stripped = clean_text(FIELD, text)
    if lost := lost_characters(text):
        raise InvalidValueError(FIELD, text, f"contains {lost[0]}", "type it again")
    if not stripped:
        raise InvalidValueError(FIELD, text, "is empty", _REMEDY)
    if stripped.count("@") > 1 and _BETWEEN.search(stripped):
        raise InvalidValueError(FIELD, text, "is more than one address", "give each by itself")
    try:
        checked = validate_email(stripped, check_deliverability=False, strict=True)
        # Normalising can bring in a character that is not allowed: read the result again.
        if checked.normalized != stripped:
            checked = validate_email(checked.normalized, check_deliverability=False, strict=True)
    except EmailNotValidError as error:
        raise InvalidValueError(FIELD, text, _reason(stripped, error), _REMEDY) from error
    return checked.normalized


def _reason(text: str, error: Exception) -> str:
    """Say in a press officer's words what is wrong; the library's own words for the rest."""
    if "@" not in text:
        return "has no @"
    if text.startswith('"'):
        return "has a quoted name before the @, which many systems refuse"
    if text.count("@") > 1:
        return "has more than one @"
    if " " in text:
        return "contains a space"
    sentence = str(error).rstrip(".")
    return sentence[:1].lower() + sentence[1:]
