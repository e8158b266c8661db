"""What an e-mail address is; the only door to email_validator."""

from dataclasses import dataclass
from typing import Self

from pressdesk.errors import InvalidValueError

FIELD = "e-mail"
_REMEDY = "expected name@host"


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """An address whose form was checked; `str()` gives the normal form."""

    normal: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one address without the network (RFC 5321, 5322, 6531).

        The normal form is NFC with the domain in lower case. Refused with InvalidValueError are
        comments, quoted local parts, display names, and any invisible character.
        """
        # No lookup pays for these.
        from email_validator import EmailNotValidError, validate_email

        from pressdesk.values.clean_text import clean_text, lost_characters

        stripped = clean_text(FIELD, text)
        if lost := lost_characters(text):
            raise InvalidValueError(FIELD, text, f"contains {lost[0]}", "type it again")
        if not stripped:
            raise InvalidValueError(FIELD, text, "is empty", _REMEDY)
        try:
            checked = validate_email(stripped, check_deliverability=False, strict=True)
            # Normalising can bring in a character that is not allowed: read the result again.
            if checked.normalized != stripped:
                checked = validate_email(
                    checked.normalized, check_deliverability=False, strict=True
                )
        except EmailNotValidError as error:
            raise InvalidValueError(FIELD, text, _reason(stripped, error), _REMEDY) from error
        return cls(checked.normalized)

    @property
    def folded(self) -> str:
        """The form in which two spellings of one mailbox are equal."""
        return self.normal.casefold()

    @property
    def warning(self) -> str | None:
        """A sentence when the address mixes scripts, as look-alikes do; else None."""
        if self.normal.isascii():
            return None
        from pressdesk.values.clean_text import find_mixed_scripts

        local, _, domain = self.normal.rpartition("@")
        for word in (local, *domain.split(".")):
            if scripts := find_mixed_scripts(word):
                shown = "" if domain.isascii() else f" ({ascii_domain(domain)})"
                return (
                    f'{FIELD} "{self.normal}"{shown} mixes letters of {" and ".join(scripts)}: '
                    "make sure that it is not a look-alike"
                )
        return None

    def __str__(self) -> str:
        return self.normal


def ascii_domain(domain: str) -> str:
    """Give a domain in the letters of DNS: `xn--…` for each label that has others."""
    # Punycode label by label (RFC 5891): it shows a look-alike for what it is.
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in domain.split(".")
    )


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
