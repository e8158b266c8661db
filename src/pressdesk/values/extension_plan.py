"""What extensions an office's switchboard has: how many digits, or which range."""

from dataclasses import dataclass
from typing import Self

from pressdesk.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class ExtensionPlan:
    """Either a length ("3", "3-4") or a range ("200-299"), bounds included."""

    first: str
    last: str
    is_range: bool

    @classmethod
    def parse_digits(cls, text: str) -> Self:
        """Read how many digits an extension has: "3" or "3-4"; raise InvalidValueError."""
        low, high = _bounds(text)
        if not low or high == "":
            raise InvalidValueError(
                "extension digits", text, "is not a number of digits", "expected 3, or 3-4"
            )
        first, last = int(low), int(high or low)
        if not 1 <= first <= last <= 20:
            raise InvalidValueError(
                "extension digits", text, "is not between 1 and 20", "expected 3, or 3-4"
            )
        return cls(str(first), str(last), is_range=False)

    @classmethod
    def parse_range(cls, text: str) -> Self:
        """Read the first and the last extension: "200-299"; raise InvalidValueError."""
        low, high = _bounds(text)
        if not low or not high:
            raise InvalidValueError("extension range", text, "is not a range", "expected 200-299")
        if int(low) > int(high) or len(low) > len(high):
            raise InvalidValueError(
                "extension range", text, "ends before it begins", "expected 200-299"
            )
        return cls(low, high, is_range=True)

    def allows(self, extension: str) -> bool:
        """Ask whether an extension (digits) is one of this plan."""
        if not self.is_range:
            return int(self.first) <= len(extension) <= int(self.last)
        right_length = len(self.first) <= len(extension) <= len(self.last)
        return right_length and int(self.first) <= int(extension) <= int(self.last)

    def __str__(self) -> str:
        """Say the plan in words: "3 digits", "200 to 299"."""
        if self.is_range:
            return f"{self.first} to {self.last}"
        if self.first == self.last:
            return f"{self.first} digit{'s' if self.first != '1' else ''}"
        return f"{self.first} to {self.last} digits"

    @property
    def digits(self) -> str | None:
        """The length as `parse_digits` reads it; None for a range."""
        if self.is_range:
            return None
        return self.first if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def range(self) -> str | None:
        """The range as `parse_range` reads it; None for a length."""
        return f"{self.first}-{self.last}" if self.is_range else None


def _bounds(text: str) -> tuple[str, str | None]:
    """Split "200-299"; a bound that is no number is empty, the second is None without a hyphen.

    Without a pattern: every lookup of an office reads its plan.
    """
    low, hyphen, high = text.replace("–", "-").partition("-")
    return _number(low), _number(high) if hyphen else None


def _number(text: str) -> str:
    digits = text.strip()
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= 20 else ""
