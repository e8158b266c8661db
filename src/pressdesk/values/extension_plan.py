"""What extensions an office's switchboard has: how many digits, or which range.

Each kind of plan stands in KINDS; columns, options and keys of JSON are called `extension_` and its
name. A new kind is an entry here and a migration for its column of the table `office`.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Self

from pressdesk.errors import InvalidValueError, UnclearError

PREFIX = "extension_"


class PlanKind(NamedTuple):
    """One way to say which extensions there are.

    parse: reads what was typed and returns it in its usual form; raises InvalidValueError.
    allows: whether a plan in that form has an extension (digits). words: the plan in words.
    called: in the message that an office has one of them. metavar, help: of its option.
    is_count: a bare number of JSON has lost nothing.
    """

    parse: Callable[[str], str]
    allows: Callable[[str, str], bool]
    words: Callable[[str], str]
    called: str
    metavar: str
    help: str
    is_count: bool = False


class ExtensionPlan(NamedTuple):
    """The extensions of a switchboard; kind: one of KINDS. text: as its `parse` returns it."""

    kind: str
    text: str

    @classmethod
    def parse(cls, kind: str, text: str) -> Self:
        """Read what was typed for a kind: digits "3" or "3-4", range "200-299"."""
        return cls(kind, KINDS[kind].parse(text))

    @classmethod
    def of_texts(cls, texts: Mapping[str, str | None]) -> Self | None:
        """Read the one plan of texts by kind, None for empty ones; raise UnclearError for two."""
        given = [(kind, text) for kind, text in texts.items() if text]
        if len(given) > 1:
            called = " or ".join(KINDS[kind].called for kind in texts)
            raise UnclearError(f"an office has {called}, not both")
        return cls.parse(*given[0]) if given else None

    def allows(self, extension: str) -> bool:
        """Whether an extension (digits) is one of this plan."""
        return KINDS[self.kind].allows(self.text, extension)

    @property
    def option(self) -> str:
        """The option that says it."""
        return f"--{PREFIX}{self.kind}".replace("_", "-")

    def __str__(self) -> str:
        """Say the plan in words: "3 digits", "200 to 299"."""
        return KINDS[self.kind].words(self.text)


def _parse_digits(text: str) -> str:
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
    return str(first) if first == last else f"{first}-{last}"


def _allows_digits(plan: str, extension: str) -> bool:
    first, _, last = plan.partition("-")
    return int(first) <= len(extension) <= int(last or first)


def _digits_in_words(plan: str) -> str:
    return f"{plan.replace('-', ' to ')} digit{'s' if plan != '1' else ''}"


def _parse_range(text: str) -> str:
    low, high = _bounds(text)
    if not low or not high:
        raise InvalidValueError("extension range", text, "is not a range", "expected 200-299")
    if int(low) > int(high) or len(low) > len(high):
        raise InvalidValueError(
            "extension range", text, "ends before it begins", "expected 200-299"
        )
    return f"{low}-{high}"


def _allows_range(plan: str, extension: str) -> bool:
    first, _, last = plan.partition("-")
    has_length = len(first) <= len(extension) <= len(last)
    return has_length and int(first) <= int(extension) <= int(last)


def _range_in_words(plan: str) -> str:
    return plan.replace("-", " to ")


def _bounds(text: str) -> tuple[str, str | None]:
    """Split "200-299"; a bound that is no number is empty, the second is None without a hyphen.

    Without a pattern: every lookup of an office reads its plan.
    """
    low, hyphen, high = text.replace("–", "-").partition("-")
    return _number(low), _number(high) if hyphen else None


def _number(text: str) -> str:
    digits = text.strip()
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= 20 else ""


KINDS = {
    "digits": PlanKind(
        _parse_digits, _allows_digits, _digits_in_words, called="extension digits",
        metavar="N|N-M", help="How many digits its extensions have, as in 3 or 3-4.",
        is_count=True,
    ),
    "range": PlanKind(
        _parse_range, _allows_range, _range_in_words, called="an extension range",
        metavar="A-B", help="First and last extension, as in 200-299.",
    ),
}  # fmt: skip
COLUMNS = {f"{PREFIX}{kind}": kind for kind in KINDS}
