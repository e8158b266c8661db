"""What an e-mail address is."""

from typing import NamedTuple, Self

FIELD = "e-mail"


class EmailAddress(NamedTuple):
    """An address whose form was checked; `str()` gives the normal form."""

    normal: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one address without the network (RFC 5321, 5322, 6531).

        The normal form is NFC with the domain in lower case. Refused with InvalidValueError are
        comments, quoted local parts, display names, and any invisible character.
        """
        from pressdesk.values.email_reading import read_email  # no lookup pays for it

        return cls(read_email(text))

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
    """Return a domain in the letters of DNS: `xn--…` for each label that has others."""
    # Punycode label by label (RFC 5891): it shows a look-alike for what it is.
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in domain.split(".")
    )
