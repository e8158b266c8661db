"""What a phone number is: E.164 and extension kept apart."""

from typing import NamedTuple, Self

# E.164 and the extension, or None: what makes two numbers one. Behind a switchboard many people
# have the same E.164 number.
Number = tuple[str, str | None]


class PhoneNumber(NamedTuple):
    """A number whose form was checked.

    e164: "+" and digits, never the extension.
    extension: digits as text ("0012"), or None.
    display: the international form with spaces between the groups, without the extension.
    possible_only: the number has the right length, but no carrier is known to have it.
    """

    e164: str
    extension: str | None = None
    display: str = ""
    possible_only: bool = False

    @classmethod
    def parse(cls, text: str, region: str | None = None, *, allow_possible: bool = False) -> Self:
        """Read one number with or without its extension; raise InvalidValueError.

        region: ISO 3166 alpha-2 of the country that a number without "+" belongs to.
        allow_possible: take a number of the right length that is not valid, and mark it.
        """
        from pressdesk.values.phone_reading import read_phone  # no lookup pays for it

        return cls(*read_phone(text, region, allow_possible=allow_possible))

    @property
    def identity(self) -> Number:
        """What two spellings of one number have in common."""
        return self.e164, self.extension

    def with_extension(self, extension: str | None) -> "PhoneNumber":
        """Return the same number with another extension."""
        return PhoneNumber(self.e164, extension, self.display, self.possible_only)

    def __str__(self) -> str:
        return self.display + (f" ext {self.extension}" if self.extension else "")
